package fr.jalon.web.usager;

import fr.jalon.accueil.ReferenceAccueil;
import fr.jalon.accueil.VisiteVue;
import fr.jalon.accueil.Visites;
import fr.jalon.agent.Agent;
import fr.jalon.numerique.DiagnosticVue;
import fr.jalon.numerique.DiagnosticsNumeriques;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the front desk did for a person, within the antennes that the reader sees. */
@Component
class AccueilDeLaPersonne {

    private static final int MONTREES = 5;

    private final Visites visites;
    private final DiagnosticsNumeriques diagnostics;
    private final ReferenceAccueil reference;

    AccueilDeLaPersonne(Visites visites, DiagnosticsNumeriques diagnostics, ReferenceAccueil reference) {
        this.visites = visites;
        this.diagnostics = diagnostics;
        this.reference = reference;
    }

    record Fait(String href, String quand, String texte, Vues.Badge badge) {}

    void remplir(UUID personne, Agent agent, Model model) {
        model.addAttribute(
                "visites",
                visites.dePersonne(personne, MONTREES, agent).stream()
                        .map(this::visite)
                        .toList());
        model.addAttribute(
                "diagnostics",
                diagnostics.dePersonne(personne, agent).stream()
                        .map(AccueilDeLaPersonne::diagnostic)
                        .toList());
        model.addAttribute("peutRecevoir", recoit(agent));
    }

    private static boolean recoit(Agent agent) {
        return agent.antenne() != null && Visites.roles().stream().anyMatch(agent::a);
    }

    private Fait visite(VisiteVue v) {
        String motifs = v.motifs().stream()
                .map(m ->
                        reference.motif(m).map(ReferenceAccueil.Motif::libelle).orElse(m))
                .collect(Collectors.joining(" ; "));
        return new Fait(
                "/visites/" + v.id(),
                Mots.moment(v.commenceeLe()),
                motifs,
                v.issue() == null
                        ? new Vues.Badge("attention", "Sans suite")
                        : new Vues.Badge("ok", v.issue().libelle()));
    }

    private static Fait diagnostic(DiagnosticVue d) {
        return new Fait(
                "/numerique/" + d.id(),
                Mots.moment(d.etabliLe()),
                d.numero(),
                new Vues.Badge("info", d.retenue().libelle()));
    }
}
