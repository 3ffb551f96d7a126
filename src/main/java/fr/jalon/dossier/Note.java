package fr.jalon.dossier;

import fr.jalon.agent.Agent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

@Entity
@Table(name = "dossier_note")
class Note {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.TIME)
    private UUID id;

    @Column
    private UUID dossierId;

    private Instant quand;
    private String auteur;
    private String auteurNom;
    private String texte;

    protected Note() {}

    Note(UUID dossierId, Instant quand, Agent auteur, String texte) {
        this.dossierId = dossierId;
        this.quand = quand;
        this.auteur = auteur.identifiant();
        this.auteurNom = auteur.nomComplet();
        this.texte = texte;
    }

    EvenementVue vue() {
        return new EvenementVue(quand, auteur, auteurNom, Dossiers.NOTE, texte, null);
    }
}
