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

    /** First day that the birth may be; {@code naissancePrecision} says what of it is known. */
    private LocalDate dateNaissance;

    private String naissancePrecision;
    private LocalDate depuis;
    private LocalDate jusque;

    protected MembreFoyer() {}

    MembreFoyer(UUID personneId, NouveauMembre membre) {
        this.personneId = personneId;
        this.lien = membre.lien();
        this.nom = membre.nom();
        this.prenoms = membre.prenoms();
        this.dateNaissance = membre.dateNaissance().auPlusTot();
        this.naissancePrecision = PrecisionNaissance.de(membre.dateNaissance()).name();
        this.depuis = membre.depuis();
    }

    void partir(LocalDate jour) {
        this.jusque = jour;
    }

    UUID personneId() {
        return personneId;
    }

    MembreFoyerVue vue() {
        return new MembreFoyerVue(
                id, lien, nom, prenoms, Naissance.connue(dateNaissance, naissancePrecision), depuis, jusque);
    }
}
