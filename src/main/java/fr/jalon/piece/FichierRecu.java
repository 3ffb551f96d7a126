package fr.jalon.piece;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

@Entity
class FichierRecu implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID dossierId;
    private String typePiece;
    private String nom;
    private String typeMime;
    private long taille;
    private String empreinte;
    private String emplacement;
    private byte[] cleChiffree;

    @Enumerated(EnumType.STRING)
    private Analyse analyse;

    private String source;
    private Instant recuLe;
    private String recuPar;

    @Version
    private Integer version;

    protected FichierRecu() {}

    FichierRecu(FichierVue vue, UUID dossierId, String empreinte, String emplacement, byte[] cleChiffree) {
        this.id = vue.id();
        this.dossierId = dossierId;
        this.typePiece = vue.typePiece();
        this.nom = vue.nom();
        this.typeMime = vue.typeMime();
        this.taille = vue.taille();
        this.empreinte = empreinte;
        this.emplacement = emplacement;
        this.cleChiffree = cleChiffree;
        this.analyse = vue.analyse();
        this.source = vue.source();
        this.recuLe = vue.recuLe();
        this.recuPar = vue.recuPar();
    }

    void noter(Analyse resultat) {
        this.analyse = resultat;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }

    UUID dossierId() {
        return dossierId;
    }

    String typePiece() {
        return typePiece;
    }

    String empreinte() {
        return empreinte;
    }

    String emplacement() {
        return emplacement;
    }

    byte[] cleChiffree() {
        return cleChiffree;
    }

    Analyse analyse() {
        return analyse;
    }

    FichierVue vue() {
        return new FichierVue(id, typePiece, nom, typeMime, taille, analyse, source, recuLe, recuPar);
    }
}
