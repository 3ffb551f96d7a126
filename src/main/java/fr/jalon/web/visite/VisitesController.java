package fr.jalon.web.visite;

import fr.jalon.accueil.IssueVisite;
import fr.jalon.accueil.RecusDeVisite;
import fr.jalon.accueil.VisiteVue;
import fr.jalon.accueil.Visites;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.RecherchesEnSession;
import fr.jalon.web.commun.ReponsePdf;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Visits of the front desk: one page to note them, one to read, complete or correct each. */
@Controller
@RequestMapping("/visites")
class VisitesController {

    static final String PERSONNE_NOUVELLE = "/visites/personne-nouvelle";

    private final Visites visites;
    private final RecusDeVisite recus;
    private final Courriers courriers;
    private final Personnes personnes;
    private final Comptes comptes;
    private final PageVisite page;

    VisitesController(
            Visites visites,
            RecusDeVisite recus,
            Courriers courriers,
            Personnes personnes,
            Comptes comptes,
            PageVisite page) {
        this.visites = visites;
        this.recus = recus;
        this.courriers = courriers;
        this.personnes = personnes;
        this.comptes = comptes;
        this.page = page;
    }

    @GetMapping
    String montrer(@RequestParam(required = false) UUID personne, @Appelant Agent agent, Model model) {
        SaisieVisite saisie = SaisieVisite.vide();
        if (personne != null) {
            PersonneVue p = personnes.parId(personne);
            saisie = saisie.avec("personne", p.id().toString()).avec("qui", p.nomEtPrenoms());
        }
        return page.accueil(saisie, agent, model);
    }

    /** The words typed go with the session: a name never stands in an address. */
    @PostMapping("/personne-nouvelle")
    String creerLaPersonne(@RequestParam(defaultValue = "") String qui, HttpSession session) {
        return "redirect:/usagers/nouvelle?pour=visite&recherche=" + RecherchesEnSession.garder(session, qui);
    }

    @PostMapping
    String noter(
            @RequestParam MultiValueMap<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        SaisieVisite saisie = SaisieVisite.de(champs);
        return Saisies.essayer(
                model,
                () -> {
                    Visites.Enregistrement fait = visites.enregistrer(saisie.nouvelle(null), agent);
                    VisiteVue v = fait.visite();
                    if (v.issue() == IssueVisite.DOSSIER && !fait.deja()) {
                        Flash.ok(suite, "Visite " + v.numero() + " notée. Déposez maintenant la demande.");
                        return "redirect:/usagers/" + v.personneId() + "/demande-rsa";
                    }
                    suite.addFlashAttribute("derniere", v.id().toString());
                    suite.addFlashAttribute("derniereTexte", texte(fait));
                    suite.addFlashAttribute("derniereNumerique", page.numerique(v));
                    return "redirect:/visites";
                },
                () -> page.accueil(saisie, agent, model));
    }

    private static String texte(Visites.Enregistrement fait) {
        VisiteVue v = fait.visite();
        if (fait.deja()) {
            return "La visite " + v.numero() + " était déjà notée : rien n’a été écrit deux fois.";
        }
        long secondes = Duration.between(v.commenceeLe(), v.enregistreeLe()).toSeconds();
        return "Visite " + v.numero() + " notée"
                + (secondes == 0 ? "." : " en " + Mots.pluriel(secondes, "seconde.", "secondes."));
    }

    @GetMapping("/{id}")
    String lire(@PathVariable UUID id, @Appelant Agent agent, Model model) {
        VisiteVue v = visites.consulter(id, "visite", agent);
        return visite(v, page.saisie(v), v.version(), agent, model);
    }

    @PostMapping("/{id}")
    String corriger(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        SaisieVisite saisie = SaisieVisite.de(champs);
        return Saisies.essayer(
                model,
                () -> {
                    visites.corriger(id, saisie.nouvelle(id), version, agent);
                    Flash.ok(suite, "La visite est à jour. Un reçu déjà imprimé est à remplacer.");
                    return "redirect:/visites/" + id;
                },
                () -> visite(visites.visite(id, agent), saisie, version, agent, model));
    }

    @PostMapping("/{id}/annulation")
    String annuler(@PathVariable UUID id, @Appelant Agent agent, RedirectAttributes suite) {
        try {
            Flash.ok(suite, "Visite " + visites.annuler(id, agent).numero() + " annulée : elle n’est plus comptée.");
        } catch (Conflit e) {
            Flash.refus(suite, e.getMessage());
        }
        return "redirect:/visites";
    }

    /** Written the first time that it is asked for, and the same each time after. */
    @GetMapping("/{id}/recu")
    ResponseEntity<byte[]> recu(@PathVariable UUID id, @Appelant Agent agent) {
        CourrierVue recu = recus.recu(id, agent);
        return ReponsePdf.montrer(recu.numero(), courriers.octets(recu.id()));
    }

    private String visite(VisiteVue v, SaisieVisite saisie, int version, Agent agent, Model model) {
        page.formulaire(saisie, agent, model);
        model.addAttribute("visite", v);
        model.addAttribute("version", version);
        model.addAttribute("paires", paires(v));
        model.addAttribute("suite", PageVisite.suite(v));
        model.addAttribute(
                "correctible",
                visites.correctible(v) && agent.aUnDe(Visites.roles().toArray(Role[]::new)));
        model.addAttribute("annulable", !v.annulee() && visites.recente(v));
        model.addAttribute("numerique", page.numerique(v));
        model.addAttribute(
                "traces",
                visites.traces(v.id(), agent).stream()
                        .map(t -> new Vues.Paire(
                                Mots.moment(t.quand())
                                        + comptes.parIdentifiant(t.auteur())
                                                .map(a -> ", " + a.nomComplet())
                                                .orElse(""),
                                t.texte()))
                        .toList());
        model.addAttribute("retour", new Vues.Lien("/visites", "Les visites du jour"));
        return "visite/visite";
    }

    private List<Vues.Paire> paires(VisiteVue v) {
        List<Vues.Paire> paires = new ArrayList<>();
        paires.add(new Vues.Paire("Le", Mots.moment(v.commenceeLe())));
        paires.add(new Vues.Paire(
                "Personne",
                v.personneId() == null
                        ? "Sans nom"
                        : personnes.parId(v.personneId()).nomComplet()));
        paires.add(new Vues.Paire("Raisons", page.motifs(v)));
        if (v.reponse() != null) {
            paires.add(new Vues.Paire("Réponse", v.reponse()));
        }
        if (v.organisme() != null) {
            paires.add(new Vues.Paire("Orientée vers", page.organisme(v)));
        }
        if (v.rendezVous() != null) {
            paires.add(new Vues.Paire(
                    "Rendez-vous",
                    Mots.jour(v.rendezVous().toLocalDate()) + " à "
                            + "%d h %02d"
                                    .formatted(
                                            v.rendezVous().getHour(),
                                            v.rendezVous().getMinute()) + ", "
                            + v.rendezVousLieu()));
        }
        paires.add(new Vues.Paire(
                "Reçue par",
                comptes.parIdentifiant(v.agent()).map(Agent::nomComplet).orElse("Jalon")));
        return paires;
    }
}
