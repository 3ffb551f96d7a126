package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.corbeille.LigneCorbeille;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.moteur.FormulaireEtape;
import fr.jalon.moteur.TacheVue;
import fr.jalon.moteur.Taches;
import fr.jalon.web.commun.Vues;
import fr.jalon.web.corbeille.LectureDesFiltres;
import fr.jalon.web.corbeille.LectureDesFiltres.Lecture;
import fr.jalon.web.corbeille.LigneEcran;
import fr.jalon.web.corbeille.ListeCorbeille;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tools.jackson.databind.JsonNode;

/** The page of a task: the dossier in the middle, the act to do now on the right. */
@Component
class PageTache {

    /** From this many components on, the form takes the wide column. */
    private static final int FORMULAIRE_LONG = 15;

    private final Taches taches;
    private final Dossiers dossiers;
    private final Corbeille corbeille;
    private final Comptes comptes;
    private final FicheDossierEcran fiche;
    private final LectureDesFiltres lecture;
    private final Horloge horloge;

    PageTache(
            Taches taches,
            Dossiers dossiers,
            Corbeille corbeille,
            Comptes comptes,
            FicheDossierEcran fiche,
            LectureDesFiltres lecture,
            Horloge horloge) {
        this.taches = taches;
        this.dossiers = dossiers;
        this.corbeille = corbeille;
        this.comptes = comptes;
        this.fiche = fiche;
        this.lecture = lecture;
        this.horloge = horloge;
    }

    /** Who holds the task, for the act column. */
    enum Prise {
        LIBRE,
        A_MOI,
        A_UN_AUTRE,
        PAS_MON_ROLE
    }

    String rendre(String id, ListeCorbeille liste, Agent agent, HttpSession session, Model model) {
        TacheVue tache;
        try {
            tache = taches.tache(id, agent);
        } catch (Conflit dejaFaite) {
            return passee(id, liste, dejaFaite.getMessage(), agent, session, model);
        }
        DossierVue dossier =
                dossiers.consulter(dossiers.parId(tache.dossierId()).numero(), agent);
        fiche.remplir(dossier, agent, model);
        Optional<LigneCorbeille> ligne = corbeille.ligne(id, agent);
        model.addAttribute("tache", tache);
        model.addAttribute("liste", liste.requete());
        model.addAttribute(
                "retour",
                new Vues.Lien(
                        liste.href(), "Corbeille, " + liste.onglet().libelle().toLowerCase(java.util.Locale.FRENCH)));
        ligne.ifPresent(l -> model.addAttribute("ligne", LigneEcran.de(l, "", horloge.aujourdhui())));
        position(id, liste, agent, session, model);
        boolean attente = ligne.filter(l -> !l.attente().isEmpty()).isPresent();
        acte(tache, attente, agent, model);
        return "dossier/tache";
    }

    private void acte(TacheVue tache, boolean attente, Agent agent, Model model) {
        Prise prise = prise(tache, agent);
        boolean responsable = agent.a(Role.RESPONSABLE_ANTENNE);
        model.addAttribute("prise", prise.name());
        model.addAttribute("attente", attente);
        boolean saisissable = prise == Prise.A_MOI || (prise == Prise.LIBRE && attente);
        model.addAttribute("saisissable", saisissable);
        model.addAttribute("peutRendre", tache.assigne() != null && (prise == Prise.A_MOI || responsable));
        model.addAttribute("peutConfier", prise == Prise.A_MOI || (responsable && prise != Prise.PAS_MON_ROLE));
        model.addAttribute("collegues", collegues(tache));
        model.addAttribute("detenteur", tache.assigne() == null ? null : comptes.nom(tache.assigne()));
        FormulaireEtape formulaire = taches.formulaire(tache.id(), agent);
        JsonNode schema = formulaire.schema();
        // As text: the library of the pages writes trees of another version of Jackson
        model.addAttribute("schema", schema.toString());
        model.addAttribute("acteLarge", saisissable && schema.path("components").size() >= FORMULAIRE_LONG);
        if (!model.containsAttribute("donnees")) {
            model.addAttribute("donnees", formulaire.donnees());
        }
        if (!model.containsAttribute("erreursForm")) {
            model.addAttribute("erreursForm", Map.of());
        }
        model.addAttribute("apercuHref", "/taches/" + tache.id() + "/apercu");
    }

    private static Prise prise(TacheVue tache, Agent agent) {
        if (agent.identifiant().equals(tache.assigne())) {
            return Prise.A_MOI;
        }
        if (!tache.permiseA(agent)) {
            return Prise.PAS_MON_ROLE;
        }
        return tache.assigne() == null ? Prise.LIBRE : Prise.A_UN_AUTRE;
    }

    private List<Vues.Choix> collegues(TacheVue tache) {
        return comptes.deLAntenne(dossiers.parId(tache.dossierId()).antenne()).stream()
                .filter(tache::permiseA)
                .filter(a -> !a.identifiant().equals(tache.assigne()))
                .map(a -> new Vues.Choix(a.identifiant(), a.nomComplet() + ", " + a.qualite(), null))
                .toList();
    }

    private void position(String id, ListeCorbeille liste, Agent agent, HttpSession session, Model model) {
        Lecture lue = lecture.lire(liste, session, agent);
        if (!lue.juste()) {
            return;
        }
        corbeille
                .position(id, lue.filtre(), agent)
                .ifPresent(p -> model.addAttribute(
                        "position",
                        new Vues.Position(
                                p.rang(),
                                Math.toIntExact(p.total()),
                                liste.onglet().libelle(),
                                p.precedente() == null ? null : liste.hrefTache(p.precedente()),
                                p.suivante() == null ? null : liste.hrefTache(p.suivante()))));
    }

    /** The task is done or gone: who did it, when, and where to go on. */
    private String passee(
            String id, ListeCorbeille liste, String message, Agent agent, HttpSession session, Model model) {
        model.addAttribute("message", message);
        corbeille
                .ligne(id, agent)
                .ifPresent(l -> model.addAttribute("ligne", LigneEcran.de(l, "", horloge.aujourdhui())));
        model.addAttribute("hrefListe", liste.href());
        model.addAttribute("retour", new Vues.Lien(liste.href(), "Corbeille"));
        Lecture lue = lecture.lire(liste, session, agent);
        (lue.juste() ? corbeille.page(lue.filtre(), 0, 1, agent) : List.<LigneCorbeille>of())
                .stream()
                        .findFirst()
                        .ifPresent(l -> model.addAttribute(
                                "suivante", LigneEcran.de(l, liste.hrefTache(l.tacheId()), horloge.aujourdhui())));
        return "dossier/passee";
    }
}
