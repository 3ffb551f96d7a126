package fr.jalon.agent;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;

@Entity
class TentativeAdresse {

    /** Many agents share the address of their antenne: it waits five times later than an account. */
    private static final int PARTAGE = 5;

    @Id
    private String adresse;

    private int echecs;
    private Instant prochainEssai;
    private Instant derniere;

    protected TentativeAdresse() {}

    TentativeAdresse(String adresse) {
        this.adresse = adresse;
    }

    void noterEchec(Instant maintenant) {
        echecs++;
        derniere = maintenant;
        Duration attente = DelaiDeReprise.apres(echecs / PARTAGE);
        prochainEssai = attente.isZero() ? null : maintenant.plus(attente);
    }

    Instant prochainEssai() {
        return prochainEssai;
    }
}
