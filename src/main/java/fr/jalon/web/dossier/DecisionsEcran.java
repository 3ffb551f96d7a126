package fr.jalon.web.dossier;

import fr.jalon.commun.Montant;
import fr.jalon.decision.CatalogueDecisions;
import fr.jalon.decision.Explication;
import fr.jalon.rsa.ConditionVerifiee;
import fr.jalon.rsa.DemandeRsaVue;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.rsa.ResultatSimulation;
import fr.jalon.web.commun.Vues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the rules found for a claim, with the rule, the article, the facts and what would change the result (attentes, N1). */
@Component
class DecisionsEcran {

    private static final String TABLE = "eligibilite-rsa";

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
            decisions.add(conditions(demande, demandes.faitsDuDemandeur(dossierId)));
        }
        if (demande.estimation() != null) {
            decisions.add(montant(demande.estimation()));
        }
        return decisions;
    }

    private Vues.DecisionExpliquee conditions(DemandeRsaVue demande, Map<String, Object> faits) {
        List<Vues.Motif> manquantes = motifs(demande.conditions(), false, faits);
        List<Vues.Motif> remplies = motifs(demande.conditions(), true, faits);
        List<String> aConfirmer = demande.conditions().stream()
                .filter(ConditionVerifiee::aConfirmer)
                .map(ConditionVerifiee::texte)
                .toList();
        boolean oui = Boolean.TRUE.equals(demande.eligible());
        return new Vues.DecisionExpliquee(
                oui ? (aConfirmer.isEmpty() ? "ok" : "attention") : "erreur",
                "Résultat des règles",
                oui
                        ? "Toutes les conditions du RSA sont remplies."
                        : manquantes.size() > 1
                                ? manquantes.size() + " conditions du RSA ne sont pas remplies."
                                : "Une condition du RSA n’est pas remplie.",
                manquantes,
                true,
                (manquantes.isEmpty() ? "Lire les " : "Lire aussi les ") + remplies.size() + " conditions remplies",
                remplies,
                aConfirmer);
    }

    private List<Vues.Motif> motifs(List<ConditionVerifiee> conditions, boolean respectees, Map<String, Object> faits) {
        return conditions.stream()
                .filter(c -> c.respectee() == respectees)
                .map(c -> new Vues.Motif(
                        c.texte(),
                        catalogue.entreesDeLaRegle(TABLE, c.regle()).stream()
                                .map(e -> new Vues.Paire(e.libelle(), codes.valeur(faits.get(e.nom()))))
                                .toList(),
                        codes.regle(TABLE, c.regle()),
                        vide(c.article()),
                        respectees ? null : vide(c.quiChangerait())))
                .toList();
    }

    private Vues.DecisionExpliquee montant(ResultatSimulation r) {
        List<Vues.Paire> calcul = new ArrayList<>();
        calcul.add(new Vues.Paire("Montant du foyer avant déduction", euros(r.montantForfaitaire())));
        calcul.add(new Vues.Paire("Retenu pour le logement", euros(r.forfaitLogement())));
        calcul.add(new Vues.Paire("Retenu pour les ressources", euros(r.baseRessources())));
        calcul.add(new Vues.Paire("Enfants comptés", Integer.toString(r.enfantsComptes())));
        calcul.add(new Vues.Paire("Majoration d’isolement", r.majorationIsolement() ? "oui" : "non"));
        return new Vues.DecisionExpliquee(
                r.droitOuvert() ? "info" : "neutre",
                "Montant estimé",
                r.droitOuvert()
                        ? euros(r.montant()) + " par mois. La CAF décide du montant."
                        : "Aucun montant n’est dû.",
                List.of(new Vues.Motif("Comment ce montant est trouvé", calcul, null, null, null)),
                true,
                "Lire le calcul pas à pas",
                r.explications().stream().map(this::etape).toList(),
                r.aConfirmer());
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
