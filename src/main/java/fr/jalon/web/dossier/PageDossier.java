package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Signalement;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.web.commun.Vues;
import fr.jalon.web.corbeille.LigneEcran;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a dossier, outside any task. */
@Component
class PageDossier {

    private final Dossiers dossiers;
    private final Corbeille corbeille;
    private final FicheDossierEcran fiche;
    private final Horloge horloge;

    PageDossier(Dossiers dossiers, Corbeille corbeille, FicheDossierEcran fiche, Horloge horloge) {
        this.dossiers = dossiers;
        this.corbeille = corbeille;
        this.fiche = fiche;
        this.horloge = horloge;
    }

    String rendre(String numero, Agent agent, Model model) {
        DossierVue dossier = dossiers.consulter(numero, agent);
        fiche.remplir(dossier, agent, model);
        model.addAttribute("retour", new Vues.Lien("/dossiers", "Les dossiers"));
        boolean ouvreLesTaches =
                agent.aUnDe(Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE, Role.RESPONSABLE_DISPOSITIFS);
        model.addAttribute("ouvreLesTaches", ouvreLesTaches);
        model.addAttribute(
                "taches",
                corbeille.duDossier(dossier.id()).stream()
                        .map(l -> LigneEcran.de(l, "/taches/" + l.tacheId(), horloge.aujourdhui()))
                        .toList());
        model.addAttribute(
                "signalements",
                Arrays.stream(Signalement.values())
                        .filter(s -> s.depuisLeDossier() && s.convientA(dossier.dispositif()))
                        .filter(s -> s != Signalement.URGENCE || !dossier.urgent())
                        .map(s -> new Vues.Choix(s.name(), s.libelle(), suite(s)))
                        .toList());
        model.addAttribute(
                "peutConstater",
                DemandesOrientation.DISPOSITIF.equals(dossier.dispositif())
                        && !dossier.clos()
                        && agent.aUnDe(Role.ALI, Role.RESPONSABLE_ANTENNE));
        return "dossier/dossier";
    }

    /** What will happen, said before it does. */
    private static String suite(Signalement s) {
        return switch (s) {
            case DESISTEMENT -> "Le dossier se termine et un courrier le confirme à la personne.";
            case DEMENAGEMENT -> "Le dossier se termine et un courrier dit où s’adresser.";
            case DOUBLON -> "Ce dossier-ci se termine ; l’autre continue.";
            case URGENCE -> "Les délais se raccourcissent et un secours est proposé.";
            case CONFORMITE -> "La procédure, ou la suspension en cours, s’arrête ; un courrier le dit à la personne.";
            case DECES -> "Le dossier se termine.";
        };
    }
}
