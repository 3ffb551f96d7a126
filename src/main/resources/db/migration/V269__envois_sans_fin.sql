-- A file that could not be handed over is tried again for ever, more and more seldom; what had stopped after five tries goes on.
ALTER TABLE envoi
    ADD COLUMN prochain_essai DATETIME(3) NULL COMMENT 'not tried before; null: at the next turn';
