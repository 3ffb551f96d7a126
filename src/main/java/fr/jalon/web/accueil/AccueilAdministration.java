package fr.jalon.web.accueil;

import fr.jalon.agent.CompteVue;
import fr.jalon.agent.Comptes;
import fr.jalon.courrier.ModelesCourrier;
import fr.jalon.dispositif.Anomalies;
import fr.jalon.journal.EtatDuJournal;
import fr.jalon.moteur.Incidents;
import fr.jalon.web.commun.Mots;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What waits for an administrator or a process owner. */
@Component
class AccueilAdministration {

    private static final int ECHECS_MONTRES = 5;

    /** A step that did not succeed, shown from its first failure. */
    record Echec(String dossier, String etape, String quand) {}

    private final Incidents incidents;
    private final Anomalies anomalies;
    private final Comptes comptes;
    private final ModelesCourrier modeles;
    private final EtatDuJournal journal;

    AccueilAdministration(
            Incidents incidents, Anomalies anomalies, Comptes comptes, ModelesCourrier modeles, EtatDuJournal journal) {
        this.incidents = incidents;
        this.anomalies = anomalies;
        this.comptes = comptes;
        this.modeles = modeles;
        this.journal = journal;
    }

    void remplir(Model model) {
        List<Incidents.Incident> echecs = incidents.ouverts();
        long arrets = echecs.stream().filter(Incidents.Incident::arrete).count();
        long reprises = echecs.size() - arrets;
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
                                reprises,
                                reprises > 1 ? "étapes à essayer de nouveau" : "étape à essayer de nouveau",
                                "/administration/incidents",
                                "attente",
                                reprises > 0 ? "attention" : "neutre"),
                        new Chiffre(
                                constats,
                                "anomalies",
                                "/administration/incidents#anomalies",
                                "regle",
                                constats > 0 ? "attention" : "neutre"),
                        new Chiffre(actifs, "comptes actifs", "/administration/comptes", "foyer", "neutre")));
        List<String> journalEnFaute = journal.fautes();
        model.addAttribute("journalEnFaute", journalEnFaute);
        model.addAttribute("rienAFaire", echecs.size() + constats + journalEnFaute.size() == 0);
        model.addAttribute(
                "echecs",
                echecs.stream()
                        .limit(ECHECS_MONTRES)
                        .map(i -> new Echec(
                                i.numeroDossier(),
                                i.etape(),
                                i.arrete()
                                        ? "arrêtée depuis le " + Mots.moment(i.depuis())
                                        : "prochain essai le " + Mots.moment(i.prochainEssai())))
                        .toList());
    }

    void remplirModeles(Model model) {
        model.addAttribute("nombreModeles", modeles.courants().size());
    }
}
