package fr.jalon.prescription;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

@Entity
class Prescription implements Persistable<UUID> {

    @Id
    private UUID dossierId;

    private UUID origineId;
    private String besoins;
    private String message;
    private String prescripteur;
    private String constat;
    private String motifSuite;
    private boolean avisDemande;
    private boolean avisRendu;

    @Version
    private Integer version;

    protected Prescription() {}

    Prescription(UUID dossierId, UUID origineId, String besoins, String message, String prescripteur) {
        this.dossierId = dossierId;
        this.origineId = origineId;
        this.besoins = besoins;
        this.message = message;
        this.prescripteur = prescripteur;
    }

    void constater(String quoi) {
        this.constat = quoi;
    }

    void noterLaSuite(String motif) {
        this.motifSuite = motif;
    }

    void demanderAvis() {
        this.avisDemande = true;
    }

    /** @return false when the person had already answered, or was not asked */
    boolean noterAvisRendu() {
        boolean attendu = avisDemande && !avisRendu;
        avisRendu = avisRendu || attendu;
        return attendu;
    }

    UUID origineId() {
        return origineId;
    }

    String besoins() {
        return besoins;
    }

    String message() {
        return message;
    }

    String prescripteur() {
        return prescripteur;
    }

    String constat() {
        return constat;
    }

    String motifSuite() {
        return motifSuite;
    }

    boolean avisRendu() {
        return avisRendu;
    }

    @Override
    public UUID getId() {
        return dossierId;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }
}
