package fr.jalon.agent;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

@Entity
@Table(name = "compte")
class Compte {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.TIME)
    private UUID id;

    private String identifiant;
    private String prenom;
    private String nom;
    private String qualite;
    private String antenne;
    private String organisme;

    private String qualiteSeance;
    private String motDePasse;
    private boolean actif = true;
    private boolean aChanger;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "compte_role", joinColumns = @JoinColumn(name = "compte_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    @Version
    private int version;

    protected Compte() {}

    Compte(NouveauCompte demande, String motDePasseChiffre, boolean aChanger) {
        this.identifiant = demande.identifiant();
        this.motDePasse = motDePasseChiffre;
        this.aChanger = aChanger;
        modifier(demande);
    }

    final void modifier(NouveauCompte demande) {
        this.prenom = demande.prenom();
        this.nom = demande.nom();
        this.qualite = demande.qualite();
        this.antenne = demande.antenne();
        this.organisme = demande.organisme();
        this.qualiteSeance = demande.qualiteSeance();
        this.roles.clear();
        this.roles.addAll(demande.roles());
    }

    void changerMotDePasse(String chiffre, boolean aChanger) {
        this.motDePasse = chiffre;
        this.aChanger = aChanger;
    }

    void activer(boolean actif) {
        this.actif = actif;
    }

    Agent agent() {
        return new Agent(id, identifiant, prenom, nom, qualite, antenne, organisme, roles);
    }

    UUID id() {
        return id;
    }

    String motDePasse() {
        return motDePasse;
    }

    String qualiteSeance() {
        return qualiteSeance;
    }

    boolean actif() {
        return actif;
    }

    boolean aChanger() {
        return aChanger;
    }
}
