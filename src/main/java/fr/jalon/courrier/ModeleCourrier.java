package fr.jalon.courrier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.springframework.data.domain.Persistable;

/** A version of a template. Immutable: a change is a new version, so the letters already sent keep their template. */
@Entity
@Immutable
@Table(name = "modele_courrier")
class ModeleCourrier implements Persistable<UUID> {

    @Id
    private UUID id;

    private String code;
    private int version;

    @Enumerated(EnumType.STRING)
    private NatureCourrier nature;

    private String titre;
    private String objet;

    @Column(length = 65_535)
    private String corps;

    @Column(length = 2_000)
    private String source;

    private String auteur;
    private String approuvePar;
    private Instant publieLe;
    private boolean fourni;
    private String empreinte;

    @Transient
    private boolean nouveau = true;

    protected ModeleCourrier() {}

    ModeleCourrier(UUID id, ModeleVue vue, String empreinte) {
        this.id = id;
        this.code = vue.code();
        this.version = vue.version();
        this.nature = vue.nature();
        this.titre = vue.titre();
        this.objet = vue.objet();
        this.corps = vue.corps();
        this.source = vue.source();
        this.auteur = vue.auteur();
        this.approuvePar = vue.approuvePar();
        this.publieLe = vue.publieLe();
        this.fourni = vue.fourni();
        this.empreinte = empreinte;
    }

    ModeleVue vue() {
        return new ModeleVue(code, version, nature, titre, objet, corps, source, auteur, approuvePar, publieLe, fourni);
    }

    /** Digest of the shipped file, to see that it changed; null for a local version. */
    String empreinte() {
        return empreinte;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return nouveau;
    }

    @PostLoad
    @PostPersist
    void enregistre() {
        nouveau = false;
    }
}
