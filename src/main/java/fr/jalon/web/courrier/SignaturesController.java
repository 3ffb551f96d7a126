package fr.jalon.web.courrier;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Interdit;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.ImagesCourrier;
import fr.jalon.courrier.Signatures;
import fr.jalon.courrier.UsagesCourrier;
import fr.jalon.dossier.Dossiers;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The basket of the signatory: what waits, one letter readable beside, several signed at once. */
@Controller
@RequestMapping("/courriers/a-signer")
class SignaturesController {

    private final Signatures signatures;
    private final UsagesCourrier usages;
    private final Courriers courriers;
    private final ImagesCourrier images;
    private final Dossiers dossiers;
    private final AntennesDuCompte antennes;

    SignaturesController(
            Signatures signatures,
            UsagesCourrier usages,
            Courriers courriers,
            ImagesCourrier images,
            Dossiers dossiers,
            AntennesDuCompte antennes) {
        this.signatures = signatures;
        this.usages = usages;
        this.courriers = courriers;
        this.images = images;
        this.dossiers = dossiers;
        this.antennes = antennes;
    }

    record Ligne(UUID id, String objet, String destinataire, String detail, boolean lu) {}

    @GetMapping
    String lister(@RequestParam(required = false) UUID lire, @Appelant Agent agent, Model model) {
        List<CourrierVue> aSigner = signatures.aSigner(agent, antennes.codes(agent));
        CourrierVue lu = aSigner.stream()
                .filter(c -> c.id().equals(lire))
                .findFirst()
                .orElse(aSigner.isEmpty() ? null : aSigner.get(0));
        model.addAttribute("lignes", aSigner.stream().map(c -> ligne(c, lu)).toList());
        if (lu != null) {
            dossiers.consulter(lu.dossierId(), "courrier à signer " + lu.numero(), agent);
            byte[] pdf = courriers.octets(lu.id());
            model.addAttribute("lu", lu);
            model.addAttribute("acteLarge", true);
            model.addAttribute(
                    "courrier",
                    new Vues.Courrier(
                            Mots.majuscule(lu.objet()),
                            "/courriers/" + lu.id() + "/pdf",
                            lu.numero() + ", projet. À la signature, la date et votre nom remplacent la marque.",
                            IntStream.rangeClosed(1, images.pages(pdf))
                                    .mapToObj(n -> "/courriers/" + lu.id() + "/pages/" + n)
                                    .toList(),
                            images.texte(pdf)));
        }
        return "courrier/a-signer";
    }

    /** Each letter is signed on its own: one that changed meanwhile is told and does not hold the others. */
    @PostMapping
    String signer(
            @RequestParam(name = "courrier", required = false) List<UUID> choisis,
            @Appelant Agent agent,
            RedirectAttributes suite) {
        if (choisis == null || choisis.isEmpty()) {
            Flash.refus(suite, "Cochez au moins un courrier à signer.");
            return "redirect:/courriers/a-signer";
        }
        int signes = 0;
        List<String> refus = new ArrayList<>();
        for (UUID id : choisis) {
            try {
                signatures.signer(id, agent);
                signes++;
            } catch (Conflit | Interdit e) {
                refus.add(e.getMessage());
            }
        }
        if (signes > 0) {
            Flash.ok(
                    suite,
                    Mots.pluriel(signes, "courrier signé", "courriers signés")
                            + ". Vous les retrouvez dans les courriers à imprimer.");
        }
        refus.stream().distinct().forEach(message -> Flash.refus(suite, message));
        return "redirect:/courriers/a-signer";
    }

    private Ligne ligne(CourrierVue c, CourrierVue lu) {
        return new Ligne(
                c.id(),
                Mots.majuscule(c.objet()),
                c.nomDestinataire(),
                usages.acte(c.acte()).libelle().toLowerCase(Locale.FRENCH) + ", " + c.dossierNumero() + ", écrit le "
                        + Mots.moment(c.creeLe()),
                lu != null && c.id().equals(lu.id()));
    }
}
