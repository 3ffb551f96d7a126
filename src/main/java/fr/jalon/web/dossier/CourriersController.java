package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Introuvable;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.ImagesCourrier;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.ReponsePdf;
import fr.jalon.web.commun.Vues;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A letter as it was written: pictures of its pages, its words, its PDF. */
@Controller
@RequestMapping("/courriers/{id}")
class CourriersController {

    private final Courriers courriers;
    private final ImagesCourrier images;
    private final Dossiers dossiers;

    CourriersController(Courriers courriers, ImagesCourrier images, Dossiers dossiers) {
        this.courriers = courriers;
        this.images = images;
        this.dossiers = dossiers;
    }

    @GetMapping
    String montrer(@PathVariable UUID id, @Appelant Agent agent, Model model) {
        CourrierVue c = exiger(id, agent);
        DossierVue dossier = dossiers.consulter(c.dossierId(), "courrier " + c.numero(), agent);
        byte[] pdf = courriers.octets(id);
        String etat = c.envoyeLe() == null ? "pas encore envoyé" : "envoyé le " + Mots.moment(c.envoyeLe());
        model.addAttribute(
                "courrier",
                new Vues.Courrier(
                        FicheDossierEcran.premiereMajuscule(c.objet()),
                        "/courriers/" + id + "/pdf",
                        c.numero() + ", écrit le " + Mots.moment(c.creeLe()) + ", " + etat + ".",
                        IntStream.rangeClosed(1, images.pages(pdf))
                                .mapToObj(n -> "/courriers/" + id + "/pages/" + n)
                                .toList(),
                        images.texte(pdf)));
        model.addAttribute("titre", "Courrier " + c.numero());
        model.addAttribute("retour", new Vues.Lien("/dossiers/" + dossier.numero(), "Dossier " + dossier.numero()));
        return "dossier/courrier";
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
