package fr.jalon.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

@Entity
@Table(name = "piece_attendue")
class PieceAttendue {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.TIME)
    private UUID id;

    @Column
    private UUID dossierId;

    private String type;
    private String libelle;
    private String pourquoi;
    private boolean obligatoire;

    @Column
    private int rang;

    @Enumerated(EnumType.STRING)
    private EtatPiece etat;

    private String motif;
    private Instant modifieeLe;
    private String modifieePar;

    @Version
    private int version;

    protected PieceAttendue() {}

    PieceAttendue(UUID dossierId, PieceRequise requise, int rang, Instant maintenant, String auteur) {
        this.dossierId = dossierId;
        this.type = requise.type();
        this.rang = rang;
        decrire(requise);
        noter(EtatPiece.ATTENDUE, null, maintenant, auteur);
    }

    final void decrire(PieceRequise requise) {
        this.libelle = requise.libelle();
        this.pourquoi = requise.pourquoi();
        this.obligatoire = requise.obligatoire();
    }

    final void noter(EtatPiece etat, String motif, Instant maintenant, String auteur) {
        this.etat = etat;
        this.motif = motif;
        this.modifieeLe = maintenant;
        this.modifieePar = auteur;
    }

    String type() {
        return type;
    }

    boolean obligatoire() {
        return obligatoire;
    }

    EtatPiece etat() {
        return etat;
    }

    PieceVue vue() {
        return new PieceVue(id, type, libelle, pourquoi, obligatoire, etat, motif, modifieeLe, modifieePar);
    }
}
