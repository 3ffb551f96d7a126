package fr.jalon.annuaire;

import fr.jalon.commun.Textes;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

@Entity
@Table(name = "annuaire_changement")
class LigneHistorique {

    private static final int VALEUR_MAX = 4000;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.TIME)
    private UUID id;

    @Column
    private UUID sujetId;

    private Instant quand;
    private String auteur;
    private String champ;
    private String avant;
    private String apres;

    protected LigneHistorique() {}

    LigneHistorique(UUID sujetId, Instant quand, String auteur, String champ, String avant, String apres) {
        this.sujetId = sujetId;
        this.quand = quand;
        this.auteur = auteur;
        this.champ = champ;
        this.avant = couper(avant);
        this.apres = couper(apres);
    }

    private static String couper(String valeur) {
        return valeur == null ? null : Textes.couper(valeur, VALEUR_MAX);
    }

    ChangementAnnuaire vue() {
        return new ChangementAnnuaire(quand, auteur, champ, avant, apres);
    }
}
