package fr.jalon.usager;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

@Entity
@Table(name = "personne_changement")
class Changement {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.TIME)
    private UUID id;

    @Column
    private UUID personneId;

    private Instant quand;
    private String auteur;
    private String champ;
    private String avant;
    private String apres;

    protected Changement() {}

    Changement(UUID personneId, Instant quand, String auteur, String champ, String avant, String apres) {
        this.personneId = personneId;
        this.quand = quand;
        this.auteur = auteur;
        this.champ = champ;
        this.avant = avant;
        this.apres = apres;
    }

    ChangementVue vue() {
        return new ChangementVue(quand, auteur, champ, avant, apres);
    }
}
