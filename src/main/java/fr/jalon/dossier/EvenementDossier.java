package fr.jalon.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Textes;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

@Entity
@Table(name = "dossier_evenement")
class EvenementDossier {

    private static final int LONGUEUR_MAX = 2000;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.TIME)
    private UUID id;

    @Column
    private UUID dossierId;

    private Instant quand;
    private String auteur;
    private String auteurNom;
    private String nature;
    private String texte;

    @Column
    private String interne;

    protected EvenementDossier() {}

    EvenementDossier(UUID dossierId, Instant quand, Agent auteur, String nature, String texte, String interne) {
        this.dossierId = dossierId;
        this.quand = quand;
        this.auteur = auteur.identifiant();
        this.auteurNom = auteur.nomComplet();
        this.nature = nature;
        this.texte = court(texte);
        this.interne = interne == null ? null : court(interne);
    }

    private static String court(String texte) {
        return Textes.longueur(texte) > LONGUEUR_MAX ? Textes.couper(texte, LONGUEUR_MAX - 1) + "…" : texte;
    }

    EvenementVue vue() {
        return new EvenementVue(quand, auteur, auteurNom, nature, texte, interne);
    }
}
