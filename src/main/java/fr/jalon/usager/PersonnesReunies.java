package fr.jalon.usager;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a card that was merged went: every other address of the person leads to the card that stays. */
@Component
public class PersonnesReunies {

    private static final int SAUTS_MAX = 20;

    private final JdbcClient jdbc;
    private final ClesDesPersonnes cles;

    PersonnesReunies(JdbcClient jdbc, ClesDesPersonnes cles) {
        this.jdbc = jdbc;
        this.cles = cles;
    }

    /** A card that a merge wrote, or gave back, is found by its own contacts and by no others. */
    public void indexer(UUID id) {
        cles.recrire(id);
    }

    /** The card that stays, empty when this one was never merged. */
    public Optional<UUID> gardee(UUID id) {
        Optional<UUID> gardee = suivante(id);
        Optional<UUID> plusLoin = gardee;
        for (int saut = 0; plusLoin.isPresent() && saut < SAUTS_MAX; saut++) {
            gardee = plusLoin;
            plusLoin = suivante(plusLoin.get());
        }
        return gardee;
    }

    private Optional<UUID> suivante(UUID id) {
        return jdbc.sql("select gardee_id from personne_fusionnee where absorbee_id = :id")
                .param("id", id)
                .query((r, n) -> r.getObject(1, UUID.class))
                .optional();
    }
}
