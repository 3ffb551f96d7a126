package fr.jalon.web.dossier;

import fr.jalon.courrier.ImagesCourrier;
import fr.jalon.web.commun.ApercuEnSession;
import fr.jalon.web.commun.Vues;
import jakarta.servlet.http.HttpSession;
import java.util.stream.IntStream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Previews of letters that are not written: the page, its pictures and its PDF, all from the session. */
@Controller
@RequestMapping("/apercus/{id}")
class ApercusController {

    private final ImagesCourrier images;

    ApercusController(ImagesCourrier images) {
        this.images = images;
    }

    @GetMapping
    String montrer(@PathVariable String id, HttpSession session, Model model) {
        ApercuEnSession apercu = ApercuEnSession.lire(session, id);
        model.addAttribute(
                "courrier",
                new Vues.Courrier(
                        apercu.titre(),
                        "/apercus/" + id + "/pdf",
                        "Aperçu avec vos réponses actuelles. Rien n’est écrit ni envoyé : fermez cet onglet pour revenir à l’étape.",
                        IntStream.rangeClosed(1, images.pages(apercu.pdf()))
                                .mapToObj(n -> "/apercus/" + id + "/pages/" + n)
                                .toList(),
                        images.texte(apercu.pdf())));
        model.addAttribute("titre", "Aperçu du courrier");
        return "dossier/courrier";
    }

    @GetMapping("/pages/{page}")
    ResponseEntity<byte[]> page(@PathVariable String id, @PathVariable int page, HttpSession session) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .body(images.page(ApercuEnSession.lire(session, id).pdf(), page));
    }

    @GetMapping("/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String id, HttpSession session) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .body(ApercuEnSession.lire(session, id).pdf());
    }
}
