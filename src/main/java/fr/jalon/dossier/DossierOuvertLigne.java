package fr.jalon.dossier;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/** Exists while a dossier is open: its key lets the database refuse a second one. */
@Entity
@Table(name = "dossier_ouvert")
class DossierOuvertLigne implements Persistable<DossierOuvertCle> {

    @EmbeddedId
    private DossierOuvertCle cle;

    private UUID dossierId;

    @Transient
    private boolean nouvelle;

    protected DossierOuvertLigne() {}

    DossierOuvertLigne(UUID personneId, String dispositif, UUID dossierId) {
        this.cle = new DossierOuvertCle(personneId, dispositif);
        this.dossierId = dossierId;
        this.nouvelle = true;
    }

    UUID dossierId() {
        return dossierId;
    }

    @Override
    public DossierOuvertCle getId() {
        return cle;
    }

    @Override
    public boolean isNew() {
        return nouvelle;
    }
}
