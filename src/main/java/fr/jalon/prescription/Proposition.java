package fr.jalon.prescription;

import fr.jalon.commun.Conflit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/** One try with one partner. */
@Entity
@Table(name = "proposition_partenaire")
class Proposition implements Persistable<UUID> {

    private static final int OUVERTE = 1;

    /** Beside one by agreement to the same partner, not instead of it. */
    private static final int OUVERTE_PAR_LA_LOI = 2;

    @Id
    private UUID id;

    private UUID dossierId;
    private UUID personneId;
    private int rang;
    private String organisme;
    private UUID offreId;
    private UUID consentementId;

    @Enumerated(EnumType.STRING)
    private BaseDuPartage base;

    private String donnees;

    @Enumerated(EnumType.STRING)
    private EtatProposition etat;

    /** 1 while it lasts, null after: the database refuses a second one to the same partner. */
    @Column
    private Integer ouverte;

    private boolean placeTenue;
    private Instant proposeeLe;
    private LocalDate relanceLe;
    private LocalDate attendueLe;
    private Instant repondueLe;
    private String reponduePar;

    @Enumerated(EnumType.STRING)
    private MotifRefus motifRefus;

    private String precisionRefus;
    private Instant rendezVous;
    private String lieu;
    private int reports;
    private LocalDate rencontreeLe;

    @Enumerated(EnumType.STRING)
    private ResultatOrientation resultat;

    private String precisionResultat;
    private Instant finieLe;
    private Instant premiereLecture;
    private Instant derniereLecture;

    @Version
    private Integer version;

    protected Proposition() {}

    Proposition(
            UUID dossierId,
            UUID personneId,
            int rang,
            Destinataire destinataire,
            UUID consentementId,
            String donnees,
            boolean placeTenue,
            Instant proposeeLe) {
        this.id = UUID.randomUUID();
        this.dossierId = dossierId;
        this.personneId = personneId;
        this.rang = rang;
        this.organisme = destinataire.organisme();
        this.offreId = destinataire.offreId();
        this.consentementId = consentementId;
        this.base = BaseDuPartage.ACCORD;
        this.donnees = donnees;
        this.placeTenue = placeTenue;
        this.proposeeLe = proposeeLe;
        this.etat = EtatProposition.PROPOSEE;
        this.ouverte = OUVERTE;
    }

    /** A follow-up that rests on the law: no agreement, and the place is the orientation's own. */
    static Proposition deLaLoi(
            UUID dossierId, UUID personneId, int rang, String organisme, String donnees, Instant proposeeLe) {
        Proposition p = new Proposition();
        p.id = UUID.randomUUID();
        p.dossierId = dossierId;
        p.personneId = personneId;
        p.rang = rang;
        p.organisme = organisme;
        p.base = BaseDuPartage.LOI;
        p.donnees = donnees;
        p.proposeeLe = proposeeLe;
        p.etat = EtatProposition.PROPOSEE;
        p.ouverte = OUVERTE_PAR_LA_LOI;
        return p;
    }

    void attendre(LocalDate relance, LocalDate fin) {
        this.relanceLe = relance;
        this.attendueLe = fin;
    }

    void accepter(Reponse reponse, String qui, Instant quand) {
        exiger(EtatProposition.PROPOSEE);
        etat = EtatProposition.ACCEPTEE;
        repondueLe = quand;
        reponduePar = qui;
        fixer(reponse.rendezVous(), reponse.lieu());
    }

    void refuser(Reponse reponse, String qui, Instant quand) {
        exiger(EtatProposition.PROPOSEE);
        repondueLe = quand;
        reponduePar = qui;
        motifRefus = reponse.motif();
        precisionRefus = reponse.precision();
        finir(EtatProposition.REFUSEE, quand);
    }

    void reporter(Instant quand, String ou) {
        exiger(EtatProposition.ACCEPTEE);
        reports++;
        fixer(quand, ou);
    }

    void rencontrer(LocalDate jour) {
        exiger(EtatProposition.ACCEPTEE);
        etat = EtatProposition.RENCONTREE;
        rencontreeLe = jour;
    }

    /** An agent of ours heard it: the partner may have given no appointment in its space. */
    void recevoir(LocalDate jour) {
        if (!etat.ouverte()) {
            exiger(EtatProposition.ACCEPTEE);
        }
        etat = EtatProposition.RENCONTREE;
        rencontreeLe = jour;
    }

    void donner(Instant quand, String ou, String qui, Instant maintenant) {
        if (etat == EtatProposition.ACCEPTEE) {
            reports++;
        } else {
            exiger(EtatProposition.PROPOSEE);
            repondueLe = maintenant;
            reponduePar = qui;
        }
        etat = EtatProposition.ACCEPTEE;
        fixer(quand, ou);
    }

    void decliner(String precision, String qui, Instant quand) {
        repondueLe = repondueLe == null ? quand : repondueLe;
        reponduePar = reponduePar == null ? qui : reponduePar;
        motifRefus = MotifRefus.AUTRE;
        precisionRefus = precision;
        finir(EtatProposition.REFUSEE, quand);
    }

    void manquer(Instant quand) {
        exiger(EtatProposition.ACCEPTEE);
        finir(EtatProposition.MANQUEE, quand);
    }

    void aboutir(ResultatOrientation quoi, String precision, Instant quand) {
        exiger(EtatProposition.RENCONTREE);
        resultat = quoi;
        precisionResultat = precision;
        finir(EtatProposition.FINIE, quand);
    }

    void finir(EtatProposition fin, Instant quand) {
        etat = fin;
        ouverte = null;
        finieLe = quand;
    }

    /** @return whether a place was held, which is then to give back */
    boolean rendreLaPlace() {
        boolean tenue = placeTenue;
        placeTenue = false;
        return tenue;
    }

    void noterLecture(Instant quand) {
        premiereLecture = premiereLecture == null ? quand : premiereLecture;
        derniereLecture = quand;
    }

    private void fixer(Instant quand, String ou) {
        rendezVous = quand;
        lieu = ou;
    }

    private void exiger(EtatProposition attendu) {
        if (etat != attendu) {
            throw new Conflit("Cela vient d'être fait ailleurs : cette orientation est maintenant « "
                    + etat.libelle().toLowerCase(java.util.Locale.FRENCH) + " ». Relisez-la.");
        }
    }

    UUID dossierId() {
        return dossierId;
    }

    UUID personneId() {
        return personneId;
    }

    int rang() {
        return rang;
    }

    String organisme() {
        return organisme;
    }

    UUID offreId() {
        return offreId;
    }

    BaseDuPartage base() {
        return base;
    }

    UUID consentementId() {
        return consentementId;
    }

    EtatProposition etat() {
        return etat;
    }

    Instant rendezVous() {
        return rendezVous;
    }

    String donnees() {
        return donnees;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }

    /** The proposal with its names already read. */
    PropositionVue vue(String organismeNom, String offreTitre, List<DonneePartagee> partagees) {
        return new PropositionVue(
                id,
                dossierId,
                personneId,
                rang,
                organisme,
                organismeNom,
                offreId,
                offreTitre,
                consentementId,
                base,
                partagees,
                etat,
                proposeeLe,
                relanceLe,
                attendueLe,
                repondueLe,
                reponduePar,
                motifRefus,
                precisionRefus,
                rendezVous,
                lieu,
                reports,
                rencontreeLe,
                resultat,
                precisionResultat,
                finieLe,
                premiereLecture,
                derniereLecture);
    }
}
