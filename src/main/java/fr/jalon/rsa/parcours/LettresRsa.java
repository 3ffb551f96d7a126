package fr.jalon.rsa.parcours;

import fr.jalon.commun.Montant;
import fr.jalon.commun.Textes;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.ValeursCourrier;
import fr.jalon.decision.Confirmations;
import fr.jalon.decision.Decisions;
import fr.jalon.decision.Explication;
import fr.jalon.dispositif.LettresDossier;
import fr.jalon.dispositif.LettresDossier.Complement;
import fr.jalon.dispositif.LettresDossier.Coordonnees;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatPiece;
import fr.jalon.dossier.PieceVue;
import fr.jalon.dossier.Pieces;
import fr.jalon.rsa.DecisionCaf;
import fr.jalon.rsa.DemandeRsaVue;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.rsa.MotifsCaf;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gathers, from the claim, what each letter of the RSA says beside what every letter says. Nothing here is a text: the words are the templates'. */
@Component
public class LettresRsa {

    private static final String DEMANDE = "demande de RSA";
    private static final String TABLE_ORIENTATION = "parametres-orientation";

    /** The row that gives the day on which silence is a refusal. */
    private static final String REGLE_DATE_IMPLICITE = "Rule_RsaDossier";

    private final LettresDossier lettres;
    private final Dossiers dossiers;
    private final Pieces pieces;
    private final DemandesRsa demandes;
    private final MotifsCaf motifsCaf;
    private final Decisions decisions;
    private final Confirmations confirmations;

    LettresRsa(
            LettresDossier lettres,
            Dossiers dossiers,
            Pieces pieces,
            DemandesRsa demandes,
            MotifsCaf motifsCaf,
            Decisions decisions,
            Confirmations confirmations) {
        this.lettres = lettres;
        this.dossiers = dossiers;
        this.pieces = pieces;
        this.demandes = demandes;
        this.motifsCaf = motifsCaf;
        this.decisions = decisions;
        this.confirmations = confirmations;
    }

    /** Writes a letter once for a step, and notes it in the history. */
    CourrierVue ecrire(String cle, String modele, UUID dossierId, Complement complement) {
        return lettres.ecrire(cle, lettre(modele, dossierId, complement));
    }

    /** The PDF of a letter as it would be written now; nothing is kept. */
    public byte[] apercu(String modele, UUID dossierId, Complement complement) {
        return lettres.apercu(lettre(modele, dossierId, complement));
    }

    private LettresDossier.Lettre lettre(String modele, UUID dossierId, Complement complement) {
        Complement listes = valeurs -> listes(valeurs, dossierId);
        return new LettresDossier.Lettre(
                modele, dossierId, DEMANDE, demandes.demande(dossierId).proposeePar(), listes.puis(complement));
    }

    private void listes(ValeursCourrier valeurs, UUID dossierId) {
        valeurs.liste(
                "pieces",
                pieces.manquantes(dossierId).stream()
                        .map(piece -> {
                            Map<String, String> rangee = new LinkedHashMap<>();
                            rangee.put("pieces.libelle", piece.libelle());
                            rangee.put("pieces.pourquoi", raison(piece));
                            return rangee;
                        })
                        .toList());
        valeurs.liste(
                "piecesRecues",
                pieces.liste(dossierId).stream()
                        .filter(p -> p.etat() == EtatPiece.RECUE || p.etat() == EtatPiece.ACCEPTEE)
                        .map(p -> Map.of("piecesRecues.libelle", p.libelle()))
                        .toList());
    }

    /** Why the piece is asked, and what was wrong with the one already brought. */
    private static String raison(PieceVue piece) {
        return piece.etat() == EtatPiece.REFUSEE && piece.motif() != null
                ? piece.pourquoi() + " Celle que vous avez donnée ne convient pas : " + piece.motif()
                : piece.pourquoi();
    }

    /**
     * The acknowledgement of receipt. The day of an implicit refusal is printed only once somebody named has confirmed that silence
     * makes one for the RSA (CRPA, R112-5 and L231-4).
     *
     * @param duree time given to bring the pieces, in words
     */
    Complement accuse(UUID dossierId, String duree) {
        boolean sure = confirmations.sure(SuitesPossibles.TABLE_DELAIS, REGLE_DATE_IMPLICITE);
        LocalDate implicite = dossiers.parId(dossierId).horloge().limite();
        return valeurs -> {
            valeurs.texte("delai.duree", duree);
            if (sure && implicite != null) {
                valeurs.date("dateDecisionImplicite", implicite);
            }
        };
    }

    /** Decision of the CAF: its author, its date, its reference and its own reasons. */
    Complement decisionCaf(UUID dossierId) {
        return decisionCaf(dossierId, demandes.demande(dossierId).decisionCaf());
    }

    /** The same for a decision that is typed and not yet kept. */
    Complement decisionCaf(UUID dossierId, DecisionCaf decision) {
        return valeurs -> {
            valeurs.texte("decision.auteur", coordonnees("CAF").nom())
                    .date("decision.date", decision.date())
                    .texte("decision.reference", Textes.ouNull(decision.reference()))
                    .date("decision.dateEffet", decision.dateEffet());
            if (decision.montant() != null) {
                valeurs.montant("decision.montant", Montant.de(decision.montant()));
            }
            if (decision.sens() == DecisionCaf.Sens.ACCORD) {
                valeurs.texte("accord.seuilRevenus", seuilRevenus());
            }
            if (decision.sens() == DecisionCaf.Sens.REJET) {
                valeurs.motivation(motifsCaf.expliquer(decision.motifs(), decision.precision()));
            }
        };
    }

    /** Activity income under which a contract is asked for; none is printed while its row is not sure (CASF, art. L262-28). */
    private String seuilRevenus() {
        return decisions
                .evaluer(TABLE_ORIENTATION, Map.of("parametre", "SEUIL_REVENUS_CONTRAT"))
                .unique()
                .filter(r -> confirmations.sure(TABLE_ORIENTATION, r))
                .map(r -> r.sorties().get("valeur") + " euros")
                .orElse(null);
    }

    /** The rejection that is proposed, as the letter would tell it if the CAF followed. */
    Complement rejetPropose(UUID dossierId, List<String> motifs, String precision, LocalDate jour) {
        return decisionCaf(dossierId, DecisionCaf.rejet(jour, null, motifs, precision));
    }

    /** Closing because pieces never came: the antenne's own decision, with the missing pieces as its reason. */
    Complement classement(String motif, LocalDate jour) {
        Explication regle = decisions.motif(MotifsRsa.PIECES_NON_RECUES);
        return valeurs -> valeurs.texte(
                        "decision.auteur", "le " + coordonnees("CCAS").nom())
                .date("decision.date", jour)
                .motivation(List.of(new Explication(
                        MotifsRsa.PIECES_NON_RECUES,
                        regle.article(),
                        motif == null || motif.isBlank() ? regle.texte() : regle.texte() + " " + motif,
                        regle.quiChangerait())));
    }

    Complement transmission(String organisme, String motif, LocalDate jour) {
        Coordonnees lieu = coordonnees(organisme);
        return valeurs -> valeurs.texte("transmission.organisme", lieu.nom())
                .texte("transmission.adresse", lieu.adresse())
                .texte("transmission.telephone", lieu.telephone())
                .texte("transmission.motif", decisions.motif(motif).texte())
                .date("transmission.date", jour);
    }

    /** The person leaves the commune: whether the claim is already at the CAF, or is to be made again. */
    Complement depart(UUID dossierId) {
        LocalDate transmise = demandes.demande(dossierId).transmiseLe();
        return valeurs -> valeurs.texte(
                        "transmission.motif",
                        decisions.motif(MotifsRsa.DEPART_AUTRE_COMMUNE).texte())
                .texte("transmission.organisme", coordonnees("CAF").nom())
                .date("dossier.dateTransmission", transmise);
    }

    /**
     * @param motif which other right, as the agent wrote it to the person
     * @param retraitLe day on which the person said that she takes the claim back
     */
    static Complement autreDroit(String motif, LocalDate retraitLe) {
        return valeurs -> valeurs.texte("autreDroit.motif", motif).date("desistement.date", retraitLe);
    }

    /**
     * @param duree time given from the receipt of the letter, in words
     * @param message words that the agent adds, null for none
     */
    static Complement demandePieces(String duree, String message) {
        return valeurs -> valeurs.texte("delai.duree", duree).texte("message.agent", message);
    }

    Complement silence(UUID dossierId) {
        DemandeRsaVue demande = demandes.demande(dossierId);
        return valeurs -> valeurs.texte("decision.auteur", coordonnees("CAF").nom())
                .date("dossier.dateTransmission", demande.transmiseLe())
                .date(
                        "dateDecisionImplicite",
                        dossiers.parId(dossierId).horloge().limite());
    }

    private Coordonnees coordonnees(String organisme) {
        return lettres.coordonnees(organisme);
    }
}
