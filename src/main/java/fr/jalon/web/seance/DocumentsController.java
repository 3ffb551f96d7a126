package fr.jalon.web.seance;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Introuvable;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.ImagesCourrier;
import fr.jalon.seance.Fiches;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Seances;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.ReponsePdf;
import fr.jalon.web.commun.Vues;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The convocations and the minutes of a session, for who organises it; the minutes for its members too. */
@Controller
class DocumentsController {

    private final Seances seances;
    private final Fiches fiches;
    private final Courriers courriers;
    private final ImagesCourrier images;

    DocumentsController(Seances seances, Fiches fiches, Courriers courriers, ImagesCourrier images) {
        this.seances = seances;
        this.fiches = fiches;
        this.courriers = courriers;
        this.images = images;
    }

    @GetMapping("/seances/{id}/documents/{document}")
    String montrer(@PathVariable UUID id, @PathVariable UUID document, @Appelant Agent agent, Model model) {
        CourrierVue c = exiger(id, document, agent);
        byte[] pdf = courriers.octets(document);
        String ici = "/seances/" + id + "/documents/" + document;
        model.addAttribute(
                "courrier",
                new Vues.Courrier(
                        c.objet(),
                        ici + "/pdf",
                        c.numero() + ", écrit le " + Mots.moment(c.creeLe()) + ".",
                        IntStream.rangeClosed(1, images.pages(pdf))
                                .mapToObj(n -> ici + "/pages/" + n)
                                .toList(),
                        images.texte(pdf)));
        model.addAttribute("titre", "Document " + c.numero());
        model.addAttribute("retour", new Vues.Lien("/seances/" + id, "La séance"));
        return "dossier/courrier";
    }

    @GetMapping("/seances/{id}/documents/{document}/pages/{page}")
    ResponseEntity<byte[]> page(
            @PathVariable UUID id, @PathVariable UUID document, @PathVariable int page, @Appelant Agent agent) {
        exiger(id, document, agent);
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(images.page(courriers.octets(document), page));
    }

    @GetMapping("/seances/{id}/documents/{document}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, @PathVariable UUID document, @Appelant Agent agent) {
        return pdf(exiger(id, document, agent));
    }

    @GetMapping("/mes-seances/{id}/proces-verbal")
    ResponseEntity<byte[]> procesVerbal(@PathVariable UUID id, @Appelant Agent agent) {
        SeanceVue seance = fiches.seanceDe(id, agent);
        return pdf(document(seance, seance.procesVerbal()));
    }

    private ResponseEntity<byte[]> pdf(CourrierVue c) {
        return ReponsePdf.montrer(c.numero(), courriers.octets(c.id()));
    }

    private CourrierVue exiger(UUID id, UUID document, Agent agent) {
        return document(seances.seance(id, agent), document);
    }

    /** A letter that is not of this session reads as if it did not exist. */
    private CourrierVue document(SeanceVue seance, UUID document) {
        return (document == null ? Optional.<CourrierVue>empty() : courriers.courrier(document))
                .filter(c -> c.dossierId().equals(seance.id()))
                .orElseThrow(() -> new Introuvable("Ce document n'existe pas."));
    }
}
