package fr.jalon.web.api;

import fr.jalon.budget.LigneVue;

/** Writes the journal, used once: its beginning, each line in order, its end. */
interface FormatDuJournal {

    String debut();

    String ligne(LigneVue ligne);

    String fin();
}
