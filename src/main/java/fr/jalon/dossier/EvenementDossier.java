package fr.jalon.dossier;

import fr.jalon.agent.Agent;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

@Entity
@Table(name = "dossier_evenement")
class EvenementDossier {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.TIME)
    private UUID id;

    private UUID dossierId;
    private Instant quand;
    private String auteur;
    private String auteurNom;
    private String nature;
    private String texte;

    protected EvenementDossier() {}

    EvenementDossier(UUID dossierId, Instant quand, Agent auteur, String nature, String texte) {
        this.dossierId = dossierId;
        this.quand = quand;
        this.auteur = auteur.identifiant();
        this.auteurNom = auteur.nomComplet();
        this.nature = nature;
        this.texte = texte.length() > 2000 ? texte.substring(0, 1999) + "…" : texte;
    }

    EvenementVue vue() {
        return new EvenementVue(quand, auteur, auteurNom, nature, texte);
    }
}
