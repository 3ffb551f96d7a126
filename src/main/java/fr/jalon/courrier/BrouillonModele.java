package fr.jalon.courrier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** The next version of a template while it is written and until a second person approves it. One by code. */
@Entity
@Table(name = "modele_brouillon")
class BrouillonModele {

    @Id
    private UUID id;

    private String code;
    private int versionBase;

    @Enumerated(EnumType.STRING)
    private NatureCourrier nature;

    private String titre;
    private String objet;

    @Column(length = 65_535)
    private String corps;

    @Enumerated(EnumType.STRING)
    private BrouillonVue.Etat etat;

    private String auteur;
    private Instant modifieLe;
    private String refusePar;
    private String motifRefus;

    @Version
    private int version;

    protected BrouillonModele() {}

    BrouillonModele(String code, NatureCourrier nature) {
        this.id = Identifiants.nouveau();
        this.code = code;
        this.nature = nature;
    }

    /** Who writes last is the author: the second person is never the one who wrote. */
    void ecrire(int base, String nouveauTitre, String nouvelObjet, String nouveauCorps, String par, Instant instant) {
        this.versionBase = base;
        this.titre = nouveauTitre;
        this.objet = nouvelObjet;
        this.corps = nouveauCorps;
        this.auteur = par;
        this.modifieLe = instant;
        this.etat = BrouillonVue.Etat.BROUILLON;
        this.refusePar = null;
        this.motifRefus = null;
    }

    void soumettre() {
        this.etat = BrouillonVue.Etat.A_APPROUVER;
    }

    void refuser(String motif, String par) {
        this.etat = BrouillonVue.Etat.BROUILLON;
        this.motifRefus = motif;
        this.refusePar = par;
    }

    BrouillonVue vue() {
        return new BrouillonVue(
                code,
                versionBase,
                nature,
                titre,
                objet,
                corps,
                etat,
                auteur,
                modifieLe,
                refusePar,
                motifRefus,
                version);
    }
}
