package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.corbeille.LigneCorbeille;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Signalement;
import fr.jalon.moteur.ParcoursFacultatifs;
import fr.jalon.web.commun.Vues;
import fr.jalon.web.corbeille.LigneEcran;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a dossier, outside any task. */
@Component
class PageDossier {

    private final Dossiers dossiers;
    private final Corbeille corbeille;
    private final FicheDossierEcran fiche;
    private final Horloge horloge;
    private final ParcoursFacultatifs facultatifs;
    private final AnnonceSignalements annonces;
    private final Map<String, ActesDeLaPage> actes;

    PageDossier(
            Dossiers dossiers,
            Corbeille corbeille,
            FicheDossierEcran fiche,
            Horloge horloge,
            ParcoursFacultatifs facultatifs,
            AnnonceSignalements annonces,
            List<ActesDeLaPage> actes) {
        this.dossiers = dossiers;
        this.corbeille = corbeille;
        this.fiche = fiche;
        this.horloge = horloge;
        this.facultatifs = facultatifs;
        this.annonces = annonces;
        this.actes =
                actes.stream().collect(Collectors.toUnmodifiableMap(ActesDeLaPage::dispositif, Function.identity()));
    }

    String rendre(String numero, Agent agent, Model model) {
        DossierVue dossier = dossiers.consulter(numero, agent);
        fiche.remplir(dossier, agent, model);
        model.addAttribute("retour", new Vues.Lien("/dossiers", "Les dossiers"));
        boolean agit = agent.portee().couvre(dossier.antenne());
        model.addAttribute("peutOrienter", !dossier.clos() && agit);
        boolean ouvreLesTaches =
                agit && agent.aUnDe(Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE, Role.RESPONSABLE_DISPOSITIFS);
        model.addAttribute("ouvreLesTaches", ouvreLesTaches);
        List<LigneCorbeille> taches = corbeille.duDossier(dossier.id());
        model.addAttribute(
                "taches",
                taches.stream()
                        .map(l -> LigneEcran.de(l, "/taches/" + l.tacheId(), horloge.aujourdhui()))
                        .toList());
        model.addAttribute(
                "signalements",
                Arrays.stream(Signalement.values())
                        .filter(s -> s.depuisLeDossier() && s.convientA(dossier.dispositif()))
                        .filter(s -> s != Signalement.URGENCE || !dossier.urgent())
                        .map(s -> new Vues.Choix(s.name(), s.libelle(), annonces.de(dossier, s)))
                        .toList());
        model.addAttribute(
                "facultatifs",
                agit && agent.aUnDe(Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE)
                        ? facultatifs.proposes(dossier)
                        : List.of());
        ActesDeLaPage propres = actes.get(dossier.dispositif());
        if (propres != null) {
            propres.offrir(
                    dossier,
                    taches.stream().map(LigneCorbeille::etape).collect(Collectors.toSet()),
                    agent,
                    agit,
                    model);
        }
        return "dossier/dossier";
    }
}
