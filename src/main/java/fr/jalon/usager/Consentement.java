package fr.jalon.usager;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

@Entity
class Consentement {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.TIME)
    private UUID id;

    private UUID personneId;
    private String objet;
    private String destinataire;
    private String finalite;
    private Instant donneLe;
    private LocalDate jusquAu;
    private Instant retireLe;
    private String recueilliPar;

    protected Consentement() {}

    Consentement(UUID personneId, NouveauConsentement demande, Instant donneLe, String recueilliPar) {
        this.personneId = personneId;
        this.objet = demande.objet();
        this.destinataire = demande.destinataire();
        this.finalite = demande.finalite();
        this.jusquAu = demande.jusquAu();
        this.donneLe = donneLe;
        this.recueilliPar = recueilliPar;
    }

    /** A repeat keeps the first moment. */
    boolean retirer(Instant moment) {
        if (retireLe != null) {
            return false;
        }
        retireLe = moment;
        return true;
    }

    UUID personneId() {
        return personneId;
    }

    ConsentementVue vue() {
        return new ConsentementVue(id, objet, destinataire, finalite, donneLe, jusquAu, retireLe, recueilliPar);
    }
}
