package fr.jalon.importation.rsa;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.dispositif.FaitAttendu;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatDossier;
import fr.jalon.importation.ColonneImport;
import fr.jalon.importation.ExamenLigne;
import fr.jalon.importation.MessageLigne;
import fr.jalon.importation.ResultatLigne;
import fr.jalon.importation.StatutLigne;
import fr.jalon.importation.TypeImport;
import fr.jalon.importation.lecture.LectureRangee;
import fr.jalon.rsa.DecisionCaf;
import fr.jalon.rsa.DecisionsDeLaCaf;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.rsa.MotifsCaf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Decisions of the CAF: each ends the step of a dossier that waits for it, once. */
@Component
class ImportDecisionsCaf implements TypeImport {

    static final String CODE = "decisions-caf";
    private static final String NUMERO = "numero";
    private static final String DECISION = "decision";
    private static final String DATE = "date";
    private static final String MONTANT = "montant";
    private static final String REFERENCE = "reference";
    private static final String MOTIFS = "motifs";
    private static final String MOTIF = "motif";
    private static final int MOTIF_MAX = 2_000;

    private static final List<ColonneImport> COLONNES = List.of(
            ColonneImport.obligatoire(
                    NUMERO, "Numéro de dossier", "Celui de Jalon.", "RSA-2026-000012", "dossier", "numéro du dossier"),
            ColonneImport.obligatoire(DECISION, "Décision", "Accord ou rejet.", "accord", "sens"),
            ColonneImport.obligatoire(DATE, "Date de la décision", "jour/mois/année.", "20/04/2026", "date décision"),
            ColonneImport.facultative(
                    MONTANT, "Montant", "Euros par mois ; nécessaire pour un accord.", "651,69", "montant mensuel"),
            ColonneImport.facultative(
                    REFERENCE, "Référence", "Celle de la décision de la CAF.", "", "référence décision"),
            ColonneImport.facultative(
                    MOTIFS,
                    "Motifs",
                    "Pour un rejet : ceux de la liste de Jalon, séparés par un point-virgule, par exemple ressources trop élevées.",
                    "",
                    "codes motifs"),
            ColonneImport.facultative(
                    MOTIF,
                    "Motif écrit",
                    "Ce que la CAF a écrit ; il suffit quand son motif n'est pas dans la liste.",
                    "",
                    "motif du rejet"));

    private static final Map<String, DecisionCaf.Sens> SENS = Map.of(
            "ACCORD", DecisionCaf.Sens.ACCORD,
            "ACCORDE", DecisionCaf.Sens.ACCORD,
            "REJET", DecisionCaf.Sens.REJET,
            "REJETE", DecisionCaf.Sens.REJET,
            "REFUS", DecisionCaf.Sens.REJET);

    private final Dossiers dossiers;
    private final DemandesRsa demandes;
    private final DecisionsDeLaCaf decisions;
    private final MotifsCaf motifsCaf;
    private final Corbeille corbeille;

    ImportDecisionsCaf(
            Dossiers dossiers,
            DemandesRsa demandes,
            DecisionsDeLaCaf decisions,
            MotifsCaf motifsCaf,
            Corbeille corbeille) {
        this.decisions = decisions;
        this.motifsCaf = motifsCaf;
        this.dossiers = dossiers;
        this.demandes = demandes;
        this.corbeille = corbeille;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String libelle() {
        return "Décisions de la CAF";
    }

    @Override
    public String explication() {
        return "Une ligne par dossier transmis : la décision est notée et le dossier avance.";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.INSTRUCTEUR, Role.RESPONSABLE_ANTENNE);
    }

    /** A decision is noted whole or not at all: the person reads it. */
    @Override
    public List<ColonneImport> colonnes() {
        return COLONNES.stream().map(ColonneImport::siRemplieJuste).toList();
    }

    @Override
    public String intitule(Map<String, String> valeurs) {
        return "Dossier " + valeurs.getOrDefault(NUMERO, "sans numéro");
    }

    @Override
    public ExamenLigne examiner(Map<String, String> valeurs, Agent auteur) {
        LectureRangee rangee = new LectureRangee(valeurs);
        DossierVue dossier = dossier(rangee, auteur);
        DecisionCaf decision = decision(rangee);
        if (dossier != null && decision != null && !rangee.enErreur()) {
            try {
                decisions.verifier(dossier.id(), decision);
            } catch (SaisieInvalide e) {
                rangee.refuser(
                        e.erreurs(),
                        Map.of(
                                "date", DATE,
                                "montant", MONTANT,
                                "reference", REFERENCE,
                                "motifs", MOTIFS,
                                "precision", MOTIF));
            }
        }
        if (rangee.enErreur() || dossier == null || decision == null) {
            return ExamenLigne.enErreur(rangee.erreurs(), List.of());
        }
        return examiner(dossier, decision, auteur);
    }

    private DossierVue dossier(LectureRangee rangee, Agent auteur) {
        String numero = rangee.exiger(NUMERO);
        if (numero == null) {
            return null;
        }
        try {
            DossierVue dossier = dossiers.parNumero(numero.strip().toUpperCase(Locale.ROOT), auteur);
            if (dossier.dispositif().equals(DemandesRsa.DISPOSITIF)) {
                return dossier;
            }
            rangee.refuser(NUMERO, "Ce dossier n'est pas une demande de RSA.");
        } catch (Introuvable e) {
            rangee.refuser(NUMERO, "Aucun dossier de votre antenne n'a ce numéro. Vérifiez-le.");
        }
        return null;
    }

    private DecisionCaf decision(LectureRangee rangee) {
        String texte = rangee.exiger(DECISION);
        DecisionCaf.Sens sens = texte == null ? null : SENS.get(LectureRangee.enCode(texte));
        if (texte != null && sens == null) {
            rangee.refuser(DECISION, "Écrivez accord ou rejet.");
        }
        LocalDate date = rangee.exigerDate(DATE);
        BigDecimal montant = rangee.nombre(MONTANT);
        String motif = rangee.texte(MOTIF);
        if (motif != null && motif.length() > MOTIF_MAX) {
            rangee.refuser(MOTIF, "Écrivez au plus 2 000 caractères.");
        }
        if (montant != null && (montant.scale() > 2 || montant.precision() - montant.scale() > 10)) {
            rangee.refuser(MONTANT, "Écrivez un montant avec deux décimales au plus, par exemple 651,69.");
        }
        List<String> codes = sens == DecisionCaf.Sens.REJET ? motifs(rangee, motif) : List.of();
        if (sens == null || date == null) {
            return null;
        }
        String reference = rangee.texte(REFERENCE);
        return sens == DecisionCaf.Sens.ACCORD
                ? DecisionCaf.accord(date, reference, montant)
                : DecisionCaf.rejet(date, reference, codes, motif);
    }

    /** The reasons of the list; words alone are the reason that the list does not have. */
    private List<String> motifs(LectureRangee rangee, String motif) {
        String texte = rangee.texte(MOTIFS);
        if (texte == null) {
            return motif == null ? List.of() : List.of(MotifsCaf.AUTRE);
        }
        List<String> codes = new ArrayList<>();
        for (String mot : texte.split("\\s*;\\s*")) {
            motifsCaf
                    .lire(mot)
                    .ifPresentOrElse(
                            codes::add,
                            () -> rangee.refuser(
                                    MOTIFS,
                                    "« " + mot + " » n'est pas dans la liste. Choisissez parmi : "
                                            + motifsCaf.tous().stream()
                                                    .map(MotifsCaf.Motif::libelle)
                                                    .collect(Collectors.joining(", "))
                                            + ". Ou écrivez le motif dans la colonne « Motif écrit »."));
        }
        return codes;
    }

    private ExamenLigne examiner(DossierVue dossier, DecisionCaf decision, Agent auteur) {
        List<String> sujets = List.of("dossier\n" + dossier.numero());
        DecisionCaf notee = demandes.demande(dossier.id()).decisionCaf();
        if (notee != null && memes(notee, decision)) {
            return ExamenLigne.aJour(
                    List.of(MessageLigne.information("Cette décision est déjà notée au dossier.")), sujets);
        }
        if (!attendLaCaf(dossier)) {
            return ExamenLigne.enErreur(List.of(MessageLigne.erreur(NUMERO, raison(dossier, notee))), sujets);
        }
        return new ExamenLigne(
                StatutLigne.A_METTRE_A_JOUR, List.of(), sujets, null, () -> recevoir(dossier, decision, auteur));
    }

    private boolean attendLaCaf(DossierVue dossier) {
        return dossier.etat() == EtatDossier.ATTENTE_CAF
                && corbeille.duDossier(dossier.id()).stream()
                        .anyMatch(t -> FaitAttendu.DECISION_CAF_RECUE.etapes().contains(t.etape()));
    }

    private static String raison(DossierVue dossier, DecisionCaf notee) {
        if (notee != null) {
            return "Une autre décision de la CAF est déjà notée à ce dossier. Ouvrez-le pour comparer.";
        }
        if (dossier.clos()) {
            return "Ce dossier est terminé : il n'attend plus la CAF.";
        }
        return dossier.etat() == EtatDossier.ATTENTE_CAF
                ? "Le délai de la CAF est passé : ouvrez la tâche « Constater le silence de la CAF » de ce dossier."
                : "Ce dossier n'est pas encore transmis à la CAF.";
    }

    /** Checked again in the transaction that writes: another import may have been faster. */
    private ResultatLigne recevoir(DossierVue dossier, DecisionCaf decision, Agent auteur) {
        if (!attendLaCaf(dossiers.parId(dossier.id(), auteur))) {
            throw new Conflit("Ce dossier vient d'avancer : il n'attend plus la CAF.");
        }
        decisions.recevoir(dossier.id(), decision, auteur);
        return new ResultatLigne(dossier.id(), dossier.numero(), dossier.antenne(), "Décision notée.");
    }

    private static boolean memes(DecisionCaf a, DecisionCaf b) {
        boolean montants = a.montant() == null
                ? b.montant() == null
                : b.montant() != null && a.montant().compareTo(b.montant()) == 0;
        return a.sens() == b.sens()
                && a.date().equals(b.date())
                && montants
                && a.motifs().equals(b.motifs());
    }
}
