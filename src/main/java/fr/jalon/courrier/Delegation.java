package fr.jalon.courrier;

import fr.jalon.agent.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A delegation of signature. It is ended, never erased: letters were signed under it. */
@Entity
@Table(name = "delegation_signature")
class Delegation {

    @Id
    private UUID id;

    private String acte;

    @Enumerated(EnumType.STRING)
    private Role role;

    private String compte;
    private String antenne;
    private LocalDate du;
    private LocalDate au;
    private String arrete;
    private LocalDate arreteDu;

    @Column
    private Instant creeLe;

    private String creePar;
    private String finiePar;

    @Version
    private int version;

    protected Delegation() {}

    Delegation(NouvelleDelegation d, String auteur, Instant maintenant) {
        this.id = Identifiants.nouveau();
        this.acte = d.acte();
        this.role = d.role();
        this.compte = d.compte();
        this.antenne = d.antenne();
        this.du = d.du();
        this.au = d.au();
        this.arrete = d.arrete();
        this.arreteDu = d.arreteDu();
        this.creePar = auteur;
        this.creeLe = maintenant;
    }

    void finir(LocalDate jour, String auteur) {
        this.au = jour;
        this.finiePar = auteur;
    }

    DelegationVue vue() {
        return new DelegationVue(id, acte, role, compte, antenne, du, au, arrete, arreteDu, creePar, finiePar);
    }
}
