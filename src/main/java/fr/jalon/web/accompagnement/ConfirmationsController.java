package fr.jalon.web.accompagnement;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Moments;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.corbeille.CriteresCorbeille;
import fr.jalon.corbeille.FiltreCorbeille;
import fr.jalon.corbeille.LigneCorbeille;
import fr.jalon.corbeille.Onglet;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.moteur.Apercus;
import fr.jalon.moteur.FormulaireEtape;
import fr.jalon.moteur.Taches;
import fr.jalon.orientation.Creneaux;
import fr.jalon.orientation.Decideur;
import fr.jalon.orientation.DemandeOrientationVue;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.orientation.OrganismeReferent;
import fr.jalon.orientation.OrganismesReferents;
import fr.jalon.orientation.Parcours;
import fr.jalon.orientation.PropositionOrientation;
import fr.jalon.orientation.parcours.OrientationRsa;
import fr.jalon.orientation.parcours.RepriseDesConfirmations;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.web.commun.ApercuEnSession;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import fr.jalon.web.corbeille.LigneEcran;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Many orientations to confirm, one after another: each is read and decided by somebody, with as few keys as can be. Enter
 * confirms what is proposed, the arrows choose another organisation, P goes on to the next.
 */
@Controller
@RequestMapping("/orientations/confirmations")
class ConfirmationsController {

    /** Organisations offered at a glance; the page of the task has them all. */
    private static final int ORGANISMES = 6;

    private static final int DERNIERES = 5;

    private static final List<Vues.Choix> DECIDEURS = List.of(
            new Vues.Choix(Decideur.FRANCE_TRAVAIL.name(), "France Travail a orienté : je note sa décision", null),
            new Vues.Choix(Decideur.CCAS.name(), "Nous, en accord avec France Travail", null));

    private static final String CRENEAU = "jalon.dernier-creneau";
    private static final DateTimeFormatter HEURE = DateTimeFormatter.ofPattern("H'h'mm");

    private final Corbeille corbeille;
    private final Taches taches;
    private final Dossiers dossiers;
    private final DemandesOrientation demandes;
    private final Personnes personnes;
    private final OrganismesReferents organismes;
    private final Creneaux creneaux;
    private final Apercus apercus;
    private final RepriseDesConfirmations reprises;
    private final DernieresConfirmations dernieres;
    private final Horloge horloge;

    ConfirmationsController(
            Corbeille corbeille,
            Taches taches,
            Dossiers dossiers,
            DemandesOrientation demandes,
            Personnes personnes,
            OrganismesReferents organismes,
            Creneaux creneaux,
            Apercus apercus,
            RepriseDesConfirmations reprises,
            DernieresConfirmations dernieres,
            Horloge horloge) {
        this.corbeille = corbeille;
        this.taches = taches;
        this.dossiers = dossiers;
        this.demandes = demandes;
        this.personnes = personnes;
        this.organismes = organismes;
        this.creneaux = creneaux;
        this.apercus = apercus;
        this.reprises = reprises;
        this.dernieres = dernieres;
        this.horloge = horloge;
    }

    /** What is sent, as typed. */
    record Saisie(
            String tache,
            int rang,
            String parcours,
            String organisme,
            String referent,
            String referentPartenaire,
            String decideur,
            String decideeLe,
            String date,
            String heure,
            String lieu,
            String motif) {

        Map<String, Object> donnees() {
            Map<String, Object> donnees = new HashMap<>();
            donnees.put("parcours", parcours);
            donnees.put("organisme", organisme);
            donnees.put("referent", referent);
            donnees.put("referentPartenaire", referentPartenaire);
            donnees.put("decideur", decideur);
            donnees.put("decideeLe", decideeLe);
            donnees.put("date", date);
            donnees.put("heure", heure);
            donnees.put("lieu", lieu);
            donnees.put("motif", motif);
            return donnees;
        }
    }

    @GetMapping
    String suivante(
            @RequestParam(defaultValue = "0") int rang, @Appelant Agent agent, HttpSession session, Model model) {
        FiltreCorbeille filtre = filtre();
        long total = corbeille.nombre(filtre, agent);
        int ici = (int) Math.max(0, Math.min(rang, total - 1));
        List<LigneCorbeille> page =
                total == 0 ? List.of() : corbeille.lister(filtre, ici, 1, agent).elements();
        model.addAttribute("total", total);
        model.addAttribute("rang", ici);
        model.addAttribute("dernieres", dernieres.de(agent, DERNIERES));
        model.addAttribute("retour", new Vues.Lien("/corbeille", "La corbeille"));
        if (!page.isEmpty()) {
            remplir(page.get(0), agent, session, model);
        }
        return "accompagnement/confirmations";
    }

    @PostMapping
    String confirmer(
            Saisie saisie,
            @Appelant Agent agent,
            HttpSession session,
            HttpServletResponse reponse,
            Model model,
            RedirectAttributes suite) {
        try {
            String numero = dossiers.parId(taches.tache(saisie.tache(), agent).dossierId())
                    .numero();
            taches.achever(saisie.tache(), saisie.donnees(), agent);
            garderLeCreneau(saisie, session);
            Flash.dire(
                    suite,
                    new Vues.Message("ok", "Orientation confirmée.", null, "/dossiers/" + numero, "Revoir " + numero));
        } catch (SaisieInvalide e) {
            reponse.setStatus(422);
            model.addAttribute("erreurs", Saisies.erreurs(e, UnaryOperator.identity()));
            model.addAttribute("saisie", saisie);
            return suivante(saisie.rang(), agent, session, model);
        } catch (Conflit e) {
            Flash.refus(suite, e.getMessage());
        }
        return "redirect:/orientations/confirmations?rang=" + saisie.rang();
    }

    /** The letter that these answers would write, in its own tab: the form stays as it is. */
    @PostMapping("/apercu")
    String apercu(Saisie saisie, @Appelant Agent agent, HttpSession session, Model model) {
        model.addAttribute("titre", "Aperçu du courrier");
        try {
            byte[] pdf = apercus.rediger(taches.tache(saisie.tache(), agent), saisie.donnees(), agent)
                    .orElseThrow();
            return "redirect:/apercus/" + ApercuEnSession.garder(session, "Notification de l’orientation", pdf);
        } catch (SaisieInvalide e) {
            model.addAttribute("message", e.erreurs().get(0).message());
            return "dossier/sans-apercu";
        }
    }

    /** Takes back one of the last confirmations, as long as its letter is not signed. */
    @PostMapping("/reprise")
    String reprendre(
            @RequestParam String numero,
            @RequestParam(defaultValue = "0") int rang,
            @Appelant Agent agent,
            RedirectAttributes suite) {
        try {
            reprises.reprendre(dossiers.parNumero(numero, agent).id(), agent);
            Flash.ok(
                    suite, "La confirmation de " + numero + " est reprise : l’orientation est de nouveau à confirmer.");
        } catch (Conflit e) {
            Flash.refus(suite, e.getMessage());
        }
        return "redirect:/orientations/confirmations?rang=" + rang;
    }

    /** The orientations that nobody has taken, the most urgent first. */
    static FiltreCorbeille filtre() {
        return FiltreCorbeille.de(Onglet.A_PRENDRE)
                .avec(CriteresCorbeille.etape(DemandesOrientation.DISPOSITIF, OrientationRsa.CONFIRMER_ORIENTATION));
    }

    private void remplir(LigneCorbeille ligne, Agent agent, HttpSession session, Model model) {
        DossierVue dossier = dossiers.consulter(ligne.dossierId(), "orientation à confirmer", agent);
        PersonneVue personne = personnes.parId(dossier.personneId());
        DemandeOrientationVue demande = demandes.demande(dossier.id());
        PropositionOrientation p = demande.proposition();
        FormulaireEtape formulaire = taches.formulaire(ligne.tacheId(), agent);
        model.addAttribute("tache", ligne.tacheId());
        model.addAttribute("ligne", LigneEcran.de(ligne, "", horloge.aujourdhui()));
        model.addAttribute("dossier", dossier);
        model.addAttribute("personne", personne);
        model.addAttribute("proposition", p);
        model.addAttribute("raisons", raisons(p));
        model.addAttribute(
                "organismes",
                organismes.classer(p, personne).stream()
                        .filter(OrganismeReferent::propose)
                        .limit(ORGANISMES)
                        .map(o -> new Vues.Choix(o.code(), o.enUneLigne(), null))
                        .toList());
        model.addAttribute("referents", choix(formulaire, "referents", Integer.MAX_VALUE));
        model.addAttribute("sixSemaines", demande.sixSemainesLe() != null);
        model.addAttribute("decideurs", DECIDEURS);
        model.addAttribute("nous", formulaire.donnees().get("organismesNous"));
        model.addAttribute("manquants", p.manquants().isEmpty() ? null : p.aDemander());
        model.addAttribute(
                "parcours",
                Arrays.stream(Parcours.values())
                        .map(x -> new Vues.Choix(x.name(), x.libelle(), null))
                        .toList());
        if (!model.containsAttribute("saisie")) {
            model.addAttribute("saisie", proposee(ligne, p, formulaire, session, model));
        }
    }

    private Saisie proposee(
            LigneCorbeille ligne,
            PropositionOrientation p,
            FormulaireEtape formulaire,
            HttpSession session,
            Model model) {
        String organisme = (String) formulaire.donnees().get("organisme");
        boolean parNous =
                formulaire.donnees().get("organismesNous") instanceof List<?> nous && nous.contains(organisme);
        List<Vues.Choix> referents = choix(formulaire, "referents", 1);
        // With a partner nobody of ours is the référent by default
        String referent = parNous && !referents.isEmpty() ? referents.get(0).valeur() : null;
        LocalDateTime creneau = parNous
                ? creneaux.suivant(
                        ligne.dossierId(),
                        referent,
                        dossiers.parId(ligne.dossierId()).antenne(),
                        (LocalDateTime) session.getAttribute(CRENEAU))
                : null;
        return new Saisie(
                ligne.tacheId(),
                (int) model.getAttribute("rang"),
                p.parcours().name(),
                organisme,
                referent,
                null,
                null,
                null,
                creneau == null ? null : creneau.toLocalDate().toString(),
                creneau == null ? null : HEURE.format(creneau),
                (String) formulaire.donnees().get("lieu"),
                null);
    }

    private static List<String> raisons(PropositionOrientation p) {
        List<String> raisons = new ArrayList<>();
        p.prealables().forEach(x -> raisons.add(x.raison()));
        p.indications().stream().filter(i -> i.parcours() == p.parcours()).forEach(i -> raisons.add(i.raison()));
        return raisons;
    }

    /** The options that the step's form offers, in its order. */
    private static List<Vues.Choix> choix(FormulaireEtape formulaire, String cle, int nombre) {
        return formulaire.donnees().get(cle) instanceof List<?> liste
                ? liste.stream()
                        .limit(nombre)
                        .map(o -> (Map<?, ?>) o)
                        .map(o -> new Vues.Choix((String) o.get("value"), (String) o.get("label"), null))
                        .toList()
                : List.of();
    }

    /** The next appointment follows the one that was just given; a partner gives its own. */
    private static void garderLeCreneau(Saisie saisie, HttpSession session) {
        Instant donne = Moments.lire(saisie.date(), saisie.heure());
        if (donne == null) {
            return;
        }
        session.setAttribute(CRENEAU, LocalDateTime.ofInstant(donne, Horloge.PARIS));
    }
}
