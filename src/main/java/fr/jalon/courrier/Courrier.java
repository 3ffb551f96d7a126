package fr.jalon.courrier;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Length;

/** A letter, its bytes and its life. Its bytes change once at most: at its signature. */
@Entity
@Table(name = "courrier")
class Courrier {

    private static final Set<EtatCourrier> PAS_ENCORE_PARTI = EnumSet.of(EtatCourrier.A_IMPRIMER, EtatCourrier.IMPRIME);

    /** Read together on paper: as long as nobody signed it, it binds nobody. */
    private static final String CONTRAT = "CONTRAT";

    @Id
    private UUID id;

    @Version
    private Long versionLigne;

    private String numero;
    private UUID dossierId;
    private String dossierNumero;
    private String modele;
    private int versionModele;
    private String mentions;
    private String objet;
    private String destinataire;

    @Column(length = Length.LONG32)
    private byte[] octets;

    private String empreinte;
    private Instant creeLe;
    private String auteur;
    private String cleUnique;
    private UUID remplace;

    @Enumerated(EnumType.STRING)
    private EtatCourrier etat;

    private String acte;
    private String antenne;
    private String remise;

    @Column(length = Length.LONG32)
    private String valeurs;

    private Instant signeLe;
    private String signataire;
    private String signataireNom;
    private String arrete;
    private Instant imprimeLe;
    private UUID lot;

    @Column
    private Integer rangLot;

    private LocalDate envoyeLe;

    @Enumerated(EnumType.STRING)
    private ModeRemise mode;

    private LocalDate recuLe;
    private String preuve;
    private LocalDate retourneLe;
    private String motifRetour;
    private Instant annuleLe;
    private String annulePar;
    private String motifAnnulation;
    private LocalDate partAvant;

    protected Courrier() {}

    /** @param valeurs what the letter says, kept until it is signed; null for a letter that needs no signature */
    Courrier(CourrierVue vue, String cleUnique, byte[] octets, String valeurs) {
        this.id = vue.id();
        this.numero = vue.numero();
        this.dossierId = vue.dossierId();
        this.dossierNumero = vue.dossierNumero();
        this.modele = vue.modele();
        this.versionModele = vue.versionModele();
        this.mentions = vue.mentions();
        this.objet = vue.objet();
        this.destinataire = vue.destinataire();
        this.empreinte = vue.empreinte();
        this.creeLe = vue.creeLe();
        this.auteur = vue.auteur();
        this.remplace = vue.remplace();
        this.etat = vue.etat();
        this.acte = vue.acte();
        this.antenne = vue.antenne();
        this.remise = vue.remise();
        this.imprimeLe = vue.imprimeLe();
        this.partAvant = vue.partAvant();
        this.cleUnique = cleUnique;
        this.octets = octets.clone();
        this.valeurs = valeurs;
    }

    CourrierVue vue() {
        return new CourrierVue(
                id,
                numero,
                dossierId,
                dossierNumero,
                modele,
                versionModele,
                mentions,
                objet,
                destinataire,
                empreinte,
                creeLe,
                auteur,
                remplace,
                etat,
                acte,
                antenne,
                remise,
                signeLe,
                signataire,
                signataireNom,
                arrete,
                imprimeLe,
                lot,
                envoyeLe,
                mode,
                recuLe,
                preuve,
                retourneLe,
                motifRetour,
                annuleLe,
                annulePar,
                motifAnnulation,
                partAvant);
    }

    /** The bytes, only when they still have their digest. */
    byte[] octetsVerifies() {
        if (!Empreinte.sha256(octets).equals(empreinte)) {
            throw new CourrierAltere(numero);
        }
        return octets.clone();
    }

    String valeurs() {
        return valeurs;
    }

    void exigerASigner() {
        if (etat != EtatCourrier.A_SIGNER) {
            throw new Conflit("Le courrier " + numero + " n'est plus à signer : il est " + etat.libelle() + ".");
        }
    }

    /** Fixes the bytes for ever; what they were made from is not kept any longer. */
    void signer(byte[] definitifs, String identifiant, String nom, String ordre, Instant instant) {
        exigerASigner();
        this.octets = definitifs.clone();
        this.empreinte = Empreinte.sha256(definitifs);
        this.valeurs = null;
        this.signataire = identifiant;
        this.signataireNom = nom;
        this.arrete = ordre;
        this.signeLe = instant;
        // What is handed over at the counter never waits for a batch.
        this.etat = vue().parLaPoste() ? EtatCourrier.A_IMPRIMER : EtatCourrier.IMPRIME;
    }

    /** Its dossier went to another antenne, and what is still to do for it with it. */
    void passerA(String autre) {
        this.antenne = autre;
    }

    /** A project that nobody signed yet says something else: its signature will say the same. */
    void recrire(byte[] projet, String dit, String fenetre) {
        exigerASigner();
        this.octets = projet.clone();
        this.empreinte = Empreinte.sha256(projet);
        this.valeurs = dit;
        this.destinataire = fenetre;
    }

    void imprimer(UUID dansLeLot, int rang, Instant instant) {
        if (etat != EtatCourrier.A_IMPRIMER) {
            throw new Conflit("Le courrier " + numero + " n'est plus à imprimer : il est " + etat.libelle() + ".");
        }
        this.lot = dansLeLot;
        this.rangLot = rang;
        this.imprimeLe = instant;
        this.etat = EtatCourrier.IMPRIME;
    }

    void envoyer(LocalDate jour, ModeRemise par, LocalDate aujourdhui) {
        exigerPasEncoreParti("envoyé");
        passe("jour", jour, aujourdhui);
        this.envoyeLe = jour;
        this.mode = par;
        this.etat = EtatCourrier.ENVOYE;
    }

    /** Handed over against signature: it left and was received the same day. */
    void remettre(LocalDate jour, String comment, LocalDate aujourdhui) {
        exigerPasEncoreParti("remis");
        passe("jour", jour, aujourdhui);
        this.envoyeLe = jour;
        this.mode = ModeRemise.MAIN_PROPRE;
        this.recuLe = jour;
        this.preuve = comment;
        this.etat = EtatCourrier.RECU;
    }

    void recevoir(LocalDate jour, String comment, LocalDate aujourdhui) {
        exigerEnvoye();
        passe("jour", jour, aujourdhui);
        this.recuLe = jour;
        this.preuve = comment;
        this.etat = EtatCourrier.RECU;
    }

    void retourner(LocalDate jour, String motif, LocalDate aujourdhui) {
        exigerEnvoye();
        passe("jour", jour, aujourdhui);
        this.retourneLe = jour;
        this.motifRetour = motif;
        this.etat = EtatCourrier.RETOURNE;
    }

    /** Until it is signed or, for what is not signed, until it is printed; what is over and did not leave, in any case. */
    boolean annulable(LocalDate jour) {
        return annulable() || (vue().depasse(jour) && retirable());
    }

    /** Until it is signed or, for what is not signed, until it is printed. */
    boolean annulable() {
        return etat == EtatCourrier.A_SIGNER || (etat == EtatCourrier.A_IMPRIMER && signeLe == null);
    }

    /** Until somebody notes that it left: a letter is taken out of the post, even signed or printed. */
    boolean retirable() {
        return etat == EtatCourrier.A_SIGNER
                || (PAS_ENCORE_PARTI.contains(etat) && (vue().parLaPoste() || CONTRAT.equals(acte)));
    }

    /** Holds it back when what it says does not hold any more; its bytes stay as they were signed. */
    void retirer(String motif, String par, Instant instant) {
        if (!retirable()) {
            throw new Conflit("Le courrier " + numero + " est " + etat.libelle() + " : il ne peut plus être retenu.");
        }
        this.valeurs = null;
        this.motifAnnulation = motif;
        this.annulePar = par;
        this.annuleLe = instant;
        this.etat = EtatCourrier.ANNULE;
    }

    void annuler(String motif, String par, Instant instant) {
        if (!annulable(LocalDate.ofInstant(instant, Horloge.PARIS))) {
            throw new Conflit("Le courrier " + numero + " est " + (signeLe == null ? etat.libelle() : "signé")
                    + " : il ne s'annule plus. Écrivez un nouveau courrier qui l'annule et le remplace.");
        }
        retirer(motif, par, instant);
    }

    private void exigerPasEncoreParti(String verbe) {
        if (etat == EtatCourrier.A_SIGNER) {
            throw new Conflit("Le courrier " + numero + " décide et n'est pas signé : il ne peut pas être " + verbe
                    + " (CRPA, art. L212-1). Faites-le signer d'abord.");
        }
        if (!PAS_ENCORE_PARTI.contains(etat)) {
            throw new Conflit("Le courrier " + numero + " est déjà " + etat.libelle() + ".");
        }
    }

    private void exigerEnvoye() {
        if (etat != EtatCourrier.ENVOYE) {
            throw new Conflit(
                    etat.parti()
                            ? "Le courrier " + numero + " est déjà " + etat.libelle() + "."
                            : "Le courrier " + numero + " n'est pas parti : notez d'abord son envoi.");
        }
    }

    private void passe(String champ, LocalDate jour, LocalDate aujourdhui) {
        LocalDate plancher = envoyeLe != null ? envoyeLe : LocalDate.ofInstant(depuis(), Horloge.PARIS);
        if (jour == null) {
            throw new SaisieInvalide(champ, "Donnez le jour.");
        }
        if (jour.isAfter(aujourdhui)) {
            throw new SaisieInvalide(champ, "Ce jour n'est pas encore venu.");
        }
        if (jour.isBefore(plancher)) {
            throw new SaisieInvalide(
                    champ,
                    "Le courrier " + numero + " "
                            + (envoyeLe != null ? "est parti" : signeLe != null ? "a été signé" : "a été écrit")
                            + " le " + Horloge.enMots(plancher) + " : donnez ce jour ou un jour suivant.");
        }
    }

    private Instant depuis() {
        return signeLe != null ? signeLe : creeLe;
    }

    String cleUnique() {
        return cleUnique;
    }

    UUID lot() {
        return lot;
    }

    Integer rangLot() {
        return rangLot;
    }
}
