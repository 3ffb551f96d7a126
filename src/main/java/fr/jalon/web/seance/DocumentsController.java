package fr.jalon.web.seance;

import fr.jalon.agent.Agent;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.ImagesCourrier;
import fr.jalon.seance.Attestations;
import fr.jalon.seance.LectureDesDocuments;
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

/** The convocations and the minutes of a session, as pictures, words and PDF. */
@Controller
class DocumentsController {

    private final LectureDesDocuments documents;
    private final Attestations attestations;
    private final Courriers courriers;
    private final ImagesCourrier images;

    DocumentsController(
            LectureDesDocuments documents, Attestations attestations, Courriers courriers, ImagesCourrier images) {
        this.documents = documents;
        this.attestations = attestations;
        this.courriers = courriers;
        this.images = images;
    }

    @GetMapping("/seances/{id}/documents/{document}")
    String montrer(@PathVariable UUID id, @PathVariable UUID document, @Appelant Agent agent, Model model) {
        CourrierVue c = documents.consulter(id, document, agent);
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
        CourrierVue c = documents.document(id, document, agent);
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(images.page(courriers.octets(c.id()), page));
    }

    @GetMapping("/seances/{id}/documents/{document}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, @PathVariable UUID document, @Appelant Agent agent) {
        return pdf(documents.consulter(id, document, agent));
    }

    @GetMapping("/mes-seances/{id}/proces-verbal")
    ResponseEntity<byte[]> procesVerbal(@PathVariable UUID id, @Appelant Agent agent) {
        return pdf(documents.procesVerbal(id, agent));
    }

    @GetMapping("/mes-seances/attestations/{annee}")
    ResponseEntity<byte[]> attestation(@PathVariable int annee, @Appelant Agent agent) {
        return pdf(courriers.courrier(attestations.de(annee, agent)).orElseThrow());
    }

    private ResponseEntity<byte[]> pdf(CourrierVue c) {
        return ReponsePdf.montrer(c.numero(), courriers.octets(c.id()));
    }
}
