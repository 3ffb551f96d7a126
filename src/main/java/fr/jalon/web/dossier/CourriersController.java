package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.courrier.ImagesCourrier;
import fr.jalon.courrier.ModeRemise;
import fr.jalon.courrier.ReceptionCourrier;
import fr.jalon.courrier.SuiviCourriers;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.ReponsePdf;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import fr.jalon.web.courrier.DateSaisie;
import fr.jalon.web.courrier.MotsCourrier;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A letter as it was written: pictures of its pages, its words, its PDF. */
@Controller
@RequestMapping("/courriers/{id}")
class CourriersController {

    private static final Role[] SUIVENT = {
        Role.ACCUEIL, Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE, Role.RESPONSABLE_DISPOSITIFS
    };

    private final Courriers courriers;
    private final SuiviCourriers suivi;
    private final ReceptionCourrier reception;
    private final ImagesCourrier images;
    private final Dossiers dossiers;
    private final MotsCourrier mots;
    private final Horloge horloge;

    CourriersController(
            Courriers courriers,
            SuiviCourriers suivi,
            ReceptionCourrier reception,
            ImagesCourrier images,
            Dossiers dossiers,
            MotsCourrier mots,
            Horloge horloge) {
        this.courriers = courriers;
        this.suivi = suivi;
        this.reception = reception;
        this.images = images;
        this.dossiers = dossiers;
        this.mots = mots;
        this.horloge = horloge;
    }

    /** What somebody types about the life of a letter; each act has its own form. */
    record Saisie(String jour, String mode, String preuve, String motif) {}

    @GetMapping
    String montrer(@PathVariable UUID id, @Appelant Agent agent, Model model) {
        CourrierVue c = exiger(id, agent);
        DossierVue dossier = dossiers.consulter(c.dossierId(), "courrier " + c.numero(), agent);
        byte[] pdf = courriers.octets(id);
        model.addAttribute(
                "courrier",
                new Vues.Courrier(
                        Mots.majuscule(c.objet()),
                        "/courriers/" + id + "/pdf",
                        c.numero() + ", écrit le " + Mots.moment(c.creeLe()) + ", " + mots.etat(c) + ".",
                        IntStream.rangeClosed(1, images.pages(pdf))
                                .mapToObj(n -> "/courriers/" + id + "/pages/" + n)
                                .toList(),
                        images.texte(pdf)));
        actes(c, dossier, agent, model);
        model.addAttribute("titre", "Courrier " + c.numero());
        model.addAttribute("retour", new Vues.Lien("/dossiers/" + dossier.numero(), "Dossier " + dossier.numero()));
        return "dossier/courrier";
    }

    /** What may happen to it now, for somebody of its antenne. */
    private void actes(CourrierVue c, DossierVue dossier, Agent agent, Model model) {
        boolean agit = agent.aUnDe(SUIVENT) && agent.portee().couvre(dossier.antenne());
        EtatCourrier etat = c.etat();
        boolean aPartir = etat == EtatCourrier.A_IMPRIMER || etat == EtatCourrier.IMPRIME;
        model.addAttribute("vue", c);
        model.addAttribute("badge", mots.badge(c));
        model.addAttribute("alerte", mots.adresseFausse(c).orElse(null));
        model.addAttribute("depasse", mots.depasse(c).orElse(null));
        model.addAttribute("agit", agit && (aPartir || etat == EtatCourrier.A_SIGNER || etat == EtatCourrier.ENVOYE));
        model.addAttribute("peutPartir", aPartir);
        model.addAttribute("peutRevenir", etat == EtatCourrier.ENVOYE);
        model.addAttribute(
                "peutAnnuler",
                etat == EtatCourrier.A_SIGNER
                        || (etat == EtatCourrier.A_IMPRIMER && c.signeLe() == null)
                        || c.depasse(horloge.aujourdhui()));
        model.addAttribute(
                "modes",
                Stream.of(ModeRemise.LETTRE_SIMPLE, ModeRemise.RECOMMANDE, ModeRemise.ELECTRONIQUE)
                        .map(m -> new Vues.Choix(m.name(), Mots.majuscule(m.libelle()), null))
                        .toList());
        model.addAttribute(
                "retours",
                reception.retours().stream()
                        .map(r -> new Vues.Choix(r.motif(), Mots.majuscule(r.libelle()), null))
                        .toList());
        model.addAttribute("aujourdhui", horloge.aujourdhui().toString());
        if (!model.containsAttribute("acteOuvert")) {
            model.addAttribute("acteOuvert", "");
            model.addAttribute("saisie", new Saisie(horloge.aujourdhui().toString(), c.remise(), null, null));
        }
    }

    @PostMapping("/envoi")
    String envoyer(@PathVariable UUID id, Saisie saisie, @Appelant Agent agent, Model model, RedirectAttributes suite) {
        return noter("envoi", id, saisie, agent, model, suite, () -> {
            suivi.envoyer(id, DateSaisie.lire("jour", saisie.jour()), mode(saisie.mode()), agent);
            return "L’envoi est noté.";
        });
    }

    @PostMapping("/remise")
    String remettre(
            @PathVariable UUID id, Saisie saisie, @Appelant Agent agent, Model model, RedirectAttributes suite) {
        return noter("remise", id, saisie, agent, model, suite, () -> {
            suivi.remettre(id, DateSaisie.lire("jour", saisie.jour()), saisie.preuve(), agent);
            return "La remise en main propre est notée.";
        });
    }

    @PostMapping("/reception")
    String recevoir(
            @PathVariable UUID id, Saisie saisie, @Appelant Agent agent, Model model, RedirectAttributes suite) {
        return noter("reception", id, saisie, agent, model, suite, () -> {
            suivi.recevoir(id, DateSaisie.lire("jour", saisie.jour()), saisie.preuve(), agent);
            return "La réception est notée.";
        });
    }

    @PostMapping("/retour")
    String retourner(
            @PathVariable UUID id, Saisie saisie, @Appelant Agent agent, Model model, RedirectAttributes suite) {
        return noter("retour", id, saisie, agent, model, suite, () -> {
            suivi.retourner(id, DateSaisie.lire("jour", saisie.jour()), saisie.motif(), agent);
            return "Le retour est noté.";
        });
    }

    @PostMapping("/annulation")
    String annuler(@PathVariable UUID id, Saisie saisie, @Appelant Agent agent, Model model, RedirectAttributes suite) {
        return noter("annulation", id, saisie, agent, model, suite, () -> {
            courriers.annuler(id, saisie.motif(), agent);
            return "Le courrier est annulé : il ne partira pas.";
        });
    }

    /** @param acte form of the page that sent this; its faults go back to its fields */
    private String noter(
            String acte,
            UUID id,
            Saisie saisie,
            Agent agent,
            Model model,
            RedirectAttributes suite,
            Supplier<String> geste) {
        CourrierVue c = exiger(id, agent);
        if (!agent.portee().couvre(dossiers.parId(c.dossierId()).antenne())) {
            throw new Interdit("Ce courrier est suivi par une autre antenne.");
        }
        model.addAttribute("acteOuvert", acte);
        model.addAttribute("saisie", saisie);
        return Saisies.essayer(
                model,
                champ -> champ.isEmpty() ? "" : acte + "-" + champ,
                () -> {
                    Flash.ok(suite, geste.get());
                    return "redirect:/courriers/" + id;
                },
                () -> montrer(id, agent, model));
    }

    private static ModeRemise mode(String valeur) {
        return Arrays.stream(ModeRemise.values())
                .filter(m -> m.name().equals(valeur))
                .findFirst()
                .orElse(null);
    }

    @GetMapping("/pages/{page}")
    ResponseEntity<byte[]> page(@PathVariable UUID id, @PathVariable int page, @Appelant Agent agent) {
        exiger(id, agent);
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(images.page(courriers.octets(id), page));
    }

    @GetMapping("/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, @Appelant Agent agent) {
        CourrierVue c = exiger(id, agent);
        dossiers.consulter(c.dossierId(), "courrier " + c.numero(), agent);
        return ReponsePdf.montrer(c.numero(), courriers.octets(id));
    }

    /** A letter of another antenne's dossier reads as if it did not exist. */
    private CourrierVue exiger(UUID id, Agent agent) {
        CourrierVue courrier = courriers.courrier(id).orElseThrow(CourriersController::introuvable);
        try {
            dossiers.parId(courrier.dossierId(), agent);
        } catch (Introuvable e) {
            // The same words as for a letter that does not exist.
            throw introuvable();
        }
        return courrier;
    }

    private static Introuvable introuvable() {
        return new Introuvable("Ce courrier n'existe pas.");
    }
}
