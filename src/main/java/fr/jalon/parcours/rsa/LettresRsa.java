package fr.jalon.parcours.rsa;

import fr.jalon.commun.Montant;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.ValeursCourrier;
import fr.jalon.decision.Decisions;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import fr.jalon.decision.Explication;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatPiece;
import fr.jalon.dossier.PieceVue;
import fr.jalon.dossier.Pieces;
import fr.jalon.parcours.LettresDossier;
import fr.jalon.parcours.LettresDossier.Complement;
import fr.jalon.rsa.ConditionVerifiee;
import fr.jalon.rsa.DecisionCaf;
import fr.jalon.rsa.DemandeRsaVue;
import fr.jalon.rsa.DemandesRsa;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gathers, from the claim, what each letter of the RSA says beside what every letter says. Nothing here is a text: the words are the templates'. */
@Component
public class LettresRsa {

    private static final String DEMANDE = "demande de RSA";

    private final LettresDossier lettres;
    private final Dossiers dossiers;
    private final Pieces pieces;
    private final DemandesRsa demandes;
    private final Decisions decisions;

    LettresRsa(LettresDossier lettres, Dossiers dossiers, Pieces pieces, DemandesRsa demandes, Decisions decisions) {
        this.lettres = lettres;
        this.dossiers = dossiers;
        this.pieces = pieces;
        this.demandes = demandes;
        this.decisions = decisions;
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

    /** Decision of the CAF, with its reason and the conditions that the rules found not met. */
    Complement decisionCaf(UUID dossierId) {
        return decisionCaf(dossierId, demandes.demande(dossierId).decisionCaf());
    }

    /** The same for a decision that is typed and not yet kept. */
    Complement decisionCaf(UUID dossierId, DecisionCaf decision) {
        DemandeRsaVue demande = demandes.demande(dossierId);
        return valeurs -> {
            valeurs.texte("decision.auteur", coordonnees("CAF").texte("nom"))
                    .date("decision.date", decision.date())
                    .date(
                            "decision.dateEffet",
                            dossiers.parId(dossierId).deposeLe().withDayOfMonth(1))
                    .texte("algorithme.finalite", "vérifier les conditions du RSA et estimer son montant");
            if (decision.montant() != null) {
                valeurs.montant("decision.montant", Montant.de(decision.montant()));
            }
            if (decision.sens() == DecisionCaf.Sens.REJET) {
                valeurs.motivation(motifs(demande, decision));
            }
        };
    }

    private List<Explication> motifs(DemandeRsaVue demande, DecisionCaf decision) {
        List<Explication> motifs = new ArrayList<>();
        Explication regle = decisions.motif(MotifsRsa.DECISION_CAF);
        motifs.add(new Explication(MotifsRsa.DECISION_CAF, regle.article(), decision.motif(), regle.quiChangerait()));
        demande.conditions().stream()
                .filter(condition -> !condition.respectee())
                .map(this::explication)
                .forEach(motifs::add);
        return motifs;
    }

    private Explication explication(ConditionVerifiee condition) {
        return new Explication(condition.code(), condition.article(), condition.texte(), condition.quiChangerait());
    }

    /** Closing because pieces never came: the antenne's own decision, with the missing pieces as its reason. */
    Complement classement(String motif, LocalDate jour) {
        Explication regle = decisions.motif(MotifsRsa.PIECES_NON_RECUES);
        return valeurs -> valeurs.texte(
                        "decision.auteur", "Le " + coordonnees("CCAS").texte("nom"))
                .date("decision.date", jour)
                .motivation(List.of(regle, new Explication(MotifsRsa.PIECES_NON_RECUES, regle.article(), motif, null)));
    }

    Complement transmission(String organisme, String motif, LocalDate jour) {
        RegleDeclenchee lieu = coordonnees(organisme);
        return valeurs -> valeurs.texte("transmission.organisme", lieu.texte("nom"))
                .texte("transmission.adresse", lieu.texte("adresse"))
                .texte("transmission.telephone", lieu.texte("telephone"))
                .texte("transmission.motif", decisions.motif(motif).texte())
                .date("transmission.date", jour);
    }

    /** @param message words that the agent adds, null for none */
    static Complement demandePieces(LocalDate fin, String message) {
        return valeurs -> valeurs.date("delai.dateLimite", fin).texte("message.agent", message);
    }

    Complement silence(UUID dossierId) {
        DemandeRsaVue demande = demandes.demande(dossierId);
        return valeurs -> valeurs.texte("decision.auteur", coordonnees("CAF").texte("nom"))
                .date("dossier.dateTransmission", demande.transmiseLe());
    }

    private RegleDeclenchee coordonnees(String organisme) {
        return lettres.coordonnees(organisme);
    }
}
