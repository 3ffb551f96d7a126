package fr.jalon.usager;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

@Entity
@Table(name = "foyer_membre")
class MembreFoyer {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.TIME)
    private UUID id;

    private UUID personneId;

    @Enumerated(EnumType.STRING)
    private LienFoyer lien;

    private String nom;
    private String prenoms;
    private LocalDate dateNaissance;
    private LocalDate depuis;
    private LocalDate jusque;

    protected MembreFoyer() {}

    MembreFoyer(UUID personneId, NouveauMembre membre) {
        this.personneId = personneId;
        this.lien = membre.lien();
        this.nom = membre.nom();
        this.prenoms = membre.prenoms();
        this.dateNaissance = membre.dateNaissance();
        this.depuis = membre.depuis();
    }

    void partir(LocalDate jour) {
        this.jusque = jour;
    }

    UUID personneId() {
        return personneId;
    }

    MembreFoyerVue vue() {
        return new MembreFoyerVue(id, lien, nom, prenoms, dateNaissance, depuis, jusque);
    }
}
