package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Issue;
import fr.jalon.dossier.Signalement;
import fr.jalon.moteur.ParcoursFacultatifs;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.orientation.parcours.OrientationRsa;
import fr.jalon.prescription.EtatProposition;
import fr.jalon.prescription.Prescriptions;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.web.commun.Vues;
import fr.jalon.web.corbeille.LigneEcran;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a dossier, outside any task. */
@Component
class PageDossier {

    private final Dossiers dossiers;
    private final Corbeille corbeille;
    private final FicheDossierEcran fiche;
    private final Prescriptions prescriptions;
    private final Horloge horloge;
    private final ParcoursFacultatifs facultatifs;
    private final AnnonceSignalements annonces;

    PageDossier(
            Dossiers dossiers,
            Corbeille corbeille,
            FicheDossierEcran fiche,
            Prescriptions prescriptions,
            Horloge horloge,
            ParcoursFacultatifs facultatifs,
            AnnonceSignalements annonces) {
        this.dossiers = dossiers;
        this.corbeille = corbeille;
        this.fiche = fiche;
        this.prescriptions = prescriptions;
        this.horloge = horloge;
        this.facultatifs = facultatifs;
        this.annonces = annonces;
    }

    String rendre(String numero, Agent agent, Model model) {
        DossierVue dossier = dossiers.consulter(numero, agent);
        fiche.remplir(dossier, agent, model);
        model.addAttribute("retour", new Vues.Lien("/dossiers", "Les dossiers"));
        boolean agit = agent.portee().couvre(dossier.antenne());
        boolean partenaire = Prescriptions.DISPOSITIF.equals(dossier.dispositif());
        model.addAttribute("peutOrienter", !partenaire && !dossier.clos() && agit);
        model.addAttribute(
                "attendPartenaire",
                partenaire && prescriptions.derniere(dossier.id()).etat() == EtatProposition.PROPOSEE);
        boolean ouvreLesTaches =
                agit && agent.aUnDe(Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE, Role.RESPONSABLE_DISPOSITIFS);
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
                        .map(s -> new Vues.Choix(s.name(), s.libelle(), annonces.de(dossier, s)))
                        .toList());
        model.addAttribute(
                "facultatifs",
                agit && agent.aUnDe(Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE)
                        ? facultatifs.proposes(dossier)
                        : List.of());
        model.addAttribute(
                "peutConstater",
                DemandesOrientation.DISPOSITIF.equals(dossier.dispositif())
                        && !dossier.clos()
                        && agit
                        && agent.aUnDe(Role.ALI, Role.RESPONSABLE_ANTENNE));
        model.addAttribute(
                "peutRedemander",
                DemandesRsa.DISPOSITIF.equals(dossier.dispositif())
                        && dossier.clos()
                        && dossier.issue() != Issue.DECES
                        && agit
                        && agent.aUnDe(Role.INSTRUCTEUR, Role.RESPONSABLE_ANTENNE));
        reprises(dossier, agit && agent.aUnDe(Role.ALI, Role.RESPONSABLE_ANTENNE), model);
        return "dossier/dossier";
    }

    /** The situation is seen again before the decision; the decision is taken back until its letter is signed. */
    private void reprises(DossierVue dossier, boolean permises, Model model) {
        List<String> etapes = permises && DemandesOrientation.DISPOSITIF.equals(dossier.dispositif())
                ? corbeille.duDossier(dossier.id()).stream().map(t -> t.etape()).toList()
                : List.of();
        model.addAttribute("peutRevoirSituation", etapes.contains(OrientationRsa.CONFIRMER_ORIENTATION));
        model.addAttribute(
                "peutReprendre",
                etapes.contains(OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS)
                        || etapes.contains(OrientationRsa.SUIVRE_PARTENAIRE));
    }
}
