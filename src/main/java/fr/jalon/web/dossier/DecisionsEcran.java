package fr.jalon.web.dossier;

import fr.jalon.commun.Montant;
import fr.jalon.decision.CatalogueDecisions;
import fr.jalon.decision.Explication;
import fr.jalon.rsa.ConditionVerifiee;
import fr.jalon.rsa.DemandeRsaVue;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.rsa.LectureDuFoyer;
import fr.jalon.rsa.ResultatSimulation;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the rules found for a claim, with the rule, the article, the facts and what would change the result (attentes, N1). */
@Component
class DecisionsEcran {

    private static final String TABLE = "eligibilite-rsa";

    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    private final DemandesRsa demandes;
    private final CatalogueDecisions catalogue;
    private final Codes codes;

    DecisionsEcran(DemandesRsa demandes, CatalogueDecisions catalogue, Codes codes) {
        this.demandes = demandes;
        this.catalogue = catalogue;
        this.codes = codes;
    }

    List<Vues.DecisionExpliquee> de(UUID dossierId, DemandeRsaVue demande) {
        List<Vues.DecisionExpliquee> decisions = new ArrayList<>();
        if (!demande.conditions().isEmpty()) {
            decisions.add(conditions(demande, demandes.lectureDuFoyer(dossierId)));
        }
        if (demande.estimation() != null) {
            decisions.add(montant(demande.estimation(), demande.conditions()));
        }
        return decisions;
    }

    private Vues.DecisionExpliquee conditions(DemandeRsaVue demande, LectureDuFoyer lecture) {
        Map<String, Object> faits = lecture.faits();
        List<Vues.Motif> manquantes = motifs(demande.conditions(), ConditionVerifiee::manque, faits);
        List<Vues.Motif> aDemander = motifs(demande.conditions(), ConditionVerifiee::aDemander, faits);
        List<Vues.Motif> remplies = motifs(demande.conditions(), c -> !c.manque() && !c.aDemander(), faits);
        List<String> aConfirmer = demande.conditions().stream()
                .filter(c -> c.aConfirmer() && !c.aDemander())
                .map(ConditionVerifiee::texte)
                .toList();
        String etat = demande.eligible() == null
                ? "attention"
                : Boolean.TRUE.equals(demande.resultatDesRegles())
                        ? (aConfirmer.isEmpty() ? "ok" : "attention")
                        : "erreur";
        return new Vues.DecisionExpliquee(
                etat,
                "Résultat des règles",
                phrase(demande, manquantes.size(), aDemander.size()),
                Stream.of(duCouple(lecture), manquantes, aDemander)
                        .flatMap(List::stream)
                        .toList(),
                true,
                (manquantes.isEmpty() && aDemander.isEmpty() ? "Lire les " : "Lire aussi les ")
                        + Mots.pluriel(remplies.size(), "condition remplie", "conditions remplies"),
                remplies,
                aConfirmer);
    }

    /** What was not asked is never told as a condition that is not met. */
    private static String phrase(DemandeRsaVue demande, int manquantes, int aDemander) {
        Boolean eligible = demande.eligible();
        if (Boolean.TRUE.equals(eligible)) {
            return Boolean.FALSE.equals(demande.resultatDesRegles())
                    ? "Seules les ressources ferment le droit : les autres conditions sont remplies."
                    : "Toutes les conditions du RSA sont remplies.";
        }
        String suite = aDemander == 0 ? "" : " " + Mots.pluriel(aDemander, "fait est", "faits sont") + " à demander.";
        if (eligible == null) {
            return manquantes == 0
                    ? "Aucune condition ne manque." + suite
                    : "Une condition repose sur une règle à confirmer : elle ne suffit pas à refuser." + suite;
        }
        return (manquantes > 1
                        ? manquantes + " conditions du RSA ne sont pas remplies."
                        : "Une condition du RSA n’est pas remplie.")
                + suite;
    }

    /**
     * Who "vous" is in the conditions that are shown, and what is found for the other adult: a student who claims for both never reads
     * that she does not study, and what is unknown of one never looks like a no. Empty for somebody alone.
     */
    private static List<Vues.Motif> duCouple(LectureDuFoyer lecture) {
        if (!lecture.couple()) {
            return List.of();
        }
        String autre = lecture.duConjoint() ? "La personne qui demande" : "Son conjoint";
        List<Vues.Paire> faits = new ArrayList<>();
        lecture.autreAdulte().stream()
                .filter(ConditionVerifiee::manque)
                .forEach(c -> faits.add(new Vues.Paire(autre + ", condition non remplie", cite(c))));
        lecture.autreAdulte().stream()
                .filter(ConditionVerifiee::aDemander)
                .forEach(c -> faits.add(new Vues.Paire(autre + ", à demander", cite(c))));
        return List.of(new Vues.Motif(
                "Dans un couple, il suffit qu’un adulte remplisse les conditions. Ici, «\u00a0vous\u00a0» désigne "
                        + (lecture.duConjoint() ? "le conjoint de la personne" : "la personne")
                        + " qui demande.",
                faits.isEmpty() ? null : faits,
                null,
                null,
                null));
    }

    private static String cite(ConditionVerifiee condition) {
        return "«\u00a0" + condition.texte() + "\u00a0»";
    }

    private List<Vues.Motif> motifs(
            List<ConditionVerifiee> conditions, Predicate<ConditionVerifiee> choix, Map<String, Object> faits) {
        return conditions.stream()
                .filter(choix)
                .map(c -> new Vues.Motif(
                        c.texte(),
                        catalogue.entreesDeLaRegle(TABLE, c.regle()).stream()
                                .map(e -> new Vues.Paire(e.libelle(), codes.valeur(faits.get(e.nom()))))
                                .toList(),
                        codes.table(TABLE),
                        vide(c.article()),
                        Boolean.TRUE.equals(c.respectee()) ? null : vide(c.quiChangerait())))
                .toList();
    }

    private Vues.DecisionExpliquee montant(ResultatSimulation r, List<ConditionVerifiee> conditions) {
        boolean aDemander = conditions.stream().anyMatch(ConditionVerifiee::aDemander);
        boolean attend = conditions.stream().noneMatch(ConditionVerifiee::manque)
                && conditions.stream().anyMatch(ConditionVerifiee::ferme);
        List<Vues.Paire> calcul = new ArrayList<>();
        calcul.add(new Vues.Paire("Montant du foyer avant déduction", euros(r.montantForfaitaire())));
        calcul.add(new Vues.Paire("Retenu pour le logement", euros(r.forfaitLogement())));
        calcul.add(new Vues.Paire("Retenu pour les ressources", euros(r.baseRessources())));
        calcul.add(new Vues.Paire("Enfants comptés", Integer.toString(r.enfantsComptes())));
        calcul.add(new Vues.Paire("Majoration d’isolement", majoration(r)));
        return new Vues.DecisionExpliquee(
                r.droitOuvert() ? "info" : "neutre",
                "Montant estimé",
                r.droitOuvert()
                        ? euros(r.montant()) + " par mois"
                                + (aDemander ? ", si ce qui est à demander est confirmé." : ".")
                                + " La CAF décide du montant."
                        : attend
                                ? "Le montant ne s’estime pas encore : une réponse manque."
                                : "Aucun montant n’est dû.",
                List.of(new Vues.Motif("Comment ce montant est trouvé", calcul, null, null, null)),
                false,
                "Lire le calcul pas à pas",
                r.explications().stream().map(this::etape).toList(),
                r.aConfirmer());
    }

    private static String majoration(ResultatSimulation r) {
        if (!r.majorationIsolement()) {
            return "non";
        }
        return r.majorationJusquA() == null
                ? "oui"
                : "oui, jusqu’en " + MOIS.format(YearMonth.parse(r.majorationJusquA()));
    }

    private Vues.Motif etape(Explication e) {
        return new Vues.Motif(e.texte(), null, vide(e.article()), null, vide(e.quiChangerait()));
    }

    private static String euros(BigDecimal montant) {
        return Montant.de(montant).enFrancais();
    }

    private static String vide(String texte) {
        return texte == null || texte.isBlank() ? null : texte;
    }
}
