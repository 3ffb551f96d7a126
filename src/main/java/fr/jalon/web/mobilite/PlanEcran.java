package fr.jalon.web.mobilite;

import fr.jalon.commun.Centimes;
import fr.jalon.mobilite.EtapeDuPlan;
import fr.jalon.mobilite.EtatEtape;
import fr.jalon.mobilite.PlanDeMobilite;
import fr.jalon.web.commun.Vues;
import java.util.List;

/** A mobility plan as its page shows it. */
record PlanEcran(List<Question> questions, List<Ligne> lignes, List<Vues.Choix> propres, List<Vues.Paire> bilan) {

    /** A question of the diagnosis; the answer is {@code oui}, {@code non} or empty. */
    record Question(String code, String texte, String reponse) {}

    /** A row of the plan; the address is null for a step that is no aid. */
    record Ligne(String libelle, String href, String cout, String financeurs, Vues.Badge etat, String resultat) {}

    static PlanEcran de(PlanDeMobilite plan) {
        return new PlanEcran(
                plan.moyens().stream()
                        .map(m -> new Question(
                                m.code(), m.question(), m.reponse() == null ? "" : m.reponse() ? "oui" : "non"))
                        .toList(),
                plan.etapes().stream().map(PlanEcran::ligne).toList(),
                plan.etapes().stream()
                        .filter(e -> e.id() != null)
                        .map(e -> new Vues.Choix(e.id().toString(), e.libelle(), null))
                        .toList(),
                List.of(
                        new Vues.Paire("Coût du plan", Centimes.enFrancais(plan.cout())),
                        new Vues.Paire("Payé ou dû par le CCAS", Centimes.enFrancais(plan.verse())),
                        new Vues.Paire(
                                "Étapes réussies",
                                plan.combien(EtatEtape.REUSSIE) + " sur "
                                        + plan.etapes().size())));
    }

    private static Ligne ligne(EtapeDuPlan e) {
        return new Ligne(
                e.libelle(),
                e.dossier() == null ? null : "/dossiers/" + e.dossier(),
                e.cout() == null ? "Non connu" : Centimes.enFrancais(e.cout()),
                e.financeurs() == null ? "Non connu" : e.financeurs(),
                new Vues.Badge(couleur(e.etat()), e.etat().libelle()),
                e.resultat());
    }

    private static String couleur(EtatEtape etat) {
        return switch (etat) {
            case A_FAIRE -> "attente";
            case EN_COURS -> "info";
            case REUSSIE -> "ok";
            case ABANDONNEE -> "neutre";
        };
    }
}
