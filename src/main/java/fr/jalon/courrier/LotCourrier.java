package fr.jalon.courrier;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A batch of letters of one antenne, or of one session for all of them; its letters and their order never change. */
@Entity
@Table(name = "lot_courrier")
class LotCourrier {

    @Id
    private UUID id;

    private String antenne;
    private String seance;
    private int nombre;
    private Instant creeLe;
    private String creePar;
    private int impressions;

    @Version
    private int version;

    protected LotCourrier() {}

    /**
     * @param antenne null for the letters of a session
     * @param seance its number, else null
     */
    LotCourrier(String antenne, String seance, int nombre, String auteur, Instant maintenant) {
        this.id = Identifiants.nouveau();
        this.antenne = antenne;
        this.seance = seance;
        this.nombre = nombre;
        this.creePar = auteur;
        this.creeLe = maintenant;
    }

    /** One more printing; answers which one, from 1. */
    int imprimer() {
        return ++impressions;
    }

    UUID id() {
        return id;
    }

    LotVue vue() {
        return new LotVue(id, antenne, seance, nombre, creeLe, creePar, impressions);
    }
}
