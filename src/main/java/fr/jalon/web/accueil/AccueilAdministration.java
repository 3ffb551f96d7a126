package fr.jalon.web.accueil;

import fr.jalon.agent.CompteVue;
import fr.jalon.agent.Comptes;
import fr.jalon.courrier.ModelesCourrier;
import fr.jalon.parcours.Anomalies;
import fr.jalon.parcours.Incidents;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What waits for an administrator or a process owner. */
@Component
class AccueilAdministration {

    private final Incidents incidents;
    private final Anomalies anomalies;
    private final Comptes comptes;
    private final ModelesCourrier modeles;

    AccueilAdministration(Incidents incidents, Anomalies anomalies, Comptes comptes, ModelesCourrier modeles) {
        this.incidents = incidents;
        this.anomalies = anomalies;
        this.comptes = comptes;
        this.modeles = modeles;
    }

    void remplir(Model model) {
        long arrets = incidents.ouverts().size();
        long constats = anomalies.ouvertes().size();
        long actifs = comptes.tous().stream().filter(CompteVue::actif).count();
        model.addAttribute(
                "chiffresAdmin",
                List.of(
                        new Chiffre(
                                arrets,
                                "étapes arrêtées",
                                "/administration/incidents",
                                "attention",
                                arrets > 0 ? "retard" : "neutre"),
                        new Chiffre(
                                constats,
                                "anomalies",
                                "/administration/incidents#anomalies",
                                "regle",
                                constats > 0 ? "attention" : "neutre"),
                        new Chiffre(actifs, "comptes actifs", "/administration/comptes", "foyer", "neutre")));
        model.addAttribute("rienAFaire", arrets + constats == 0);
    }

    void remplirModeles(Model model) {
        model.addAttribute("nombreModeles", modeles.courants().size());
    }
}
