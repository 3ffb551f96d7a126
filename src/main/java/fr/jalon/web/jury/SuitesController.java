package fr.jalon.web.jury;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.jury.Bureau;
import fr.jalon.jury.CourriersDeSeance;
import fr.jalon.jury.SignatureExterieure;
import fr.jalon.seance.EtatSeance;
import fr.jalon.seance.SeanceVue;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.OctetsRecus;
import fr.jalon.web.commun.ReponsePdf;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import fr.jalon.web.courrier.MotsCourrier;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done once the minutes are signed: the letters of the decisions together, the minutes signed with another tool. */
@Controller
@RequestMapping("/jury/{id}/suites")
class SuitesController {

    private final Bureau bureau;
    private final CourriersDeSeance courriers;
    private final SignatureExterieure signature;
    private final MotsCourrier mots;
    private final Comptes comptes;
    private final JuryEcran ecran;

    SuitesController(
            Bureau bureau,
            CourriersDeSeance courriers,
            SignatureExterieure signature,
            MotsCourrier mots,
            Comptes comptes,
            JuryEcran ecran) {
        this.bureau = bureau;
        this.courriers = courriers;
        this.signature = signature;
        this.mots = mots;
        this.comptes = comptes;
        this.ecran = ecran;
    }

    /** A letter of the session. */
    record Ligne(UUID id, String objet, String destinataire, String detail, UUID lot, Vues.Badge badge) {}

    @GetMapping
    String montrer(@PathVariable UUID id, @Appelant Agent agent, Model model) {
        SeanceVue seance = conduite(id, agent);
        boolean secretaire = agent.a(Role.RESPONSABLE_DISPOSITIFS);
        model.addAttribute("seance", seance);
        model.addAttribute("titre", "Après la séance : " + ecran.titre(seance));
        model.addAttribute("signee", seance.etat() == EtatSeance.SIGNEE);
        model.addAttribute("secretaire", secretaire);
        List<CourrierVue> lettres = secretaire ? courriers.de(id, agent) : List.of();
        model.addAttribute("lignes", lettres.stream().map(this::ligne).toList());
        model.addAttribute("sansCourrier", secretaire ? courriers.sansCourrier(id, agent) : List.of());
        model.addAttribute("aSigner", nombre(lettres, EtatCourrier.A_SIGNER));
        model.addAttribute("aImprimer", nombre(lettres, EtatCourrier.A_IMPRIMER));
        model.addAttribute(
                "gardee",
                signature
                        .gardee(id, agent)
                        .map(g -> "Gardé le " + Mots.moment(g.deposeLe()) + ", déposé par " + comptes.nom(g.deposePar())
                                + ". Empreinte : " + g.empreinte())
                        .orElse(null));
        model.addAttribute(
                "procesVerbal",
                secretaire
                        ? "/seances/" + id + "/documents/" + seance.procesVerbal() + "/pdf"
                        : "/mes-seances/" + id + "/proces-verbal");
        model.addAttribute("retour", new Vues.Lien("/jury/" + id + "/conduite", "Conduire la séance"));
        return "jury/suites";
    }

    private SeanceVue conduite(UUID id, Agent agent) {
        SeanceVue seance = bureau.seance(id, agent);
        if (!bureau.conduit(seance, agent)) {
            throw new Interdit("Seule la personne qui préside, ou le secrétariat, conduit la séance.");
        }
        return seance;
    }

    private static long nombre(List<CourrierVue> lettres, EtatCourrier etat) {
        return lettres.stream().filter(c -> c.etat() == etat).count();
    }

    private Ligne ligne(CourrierVue c) {
        return new Ligne(
                c.id(),
                Mots.majuscule(c.objet()),
                c.nomDestinataire(),
                c.dossierNumero() + ", " + c.numero() + ", " + mots.etat(c),
                c.lot(),
                mots.badge(c));
    }

    @PostMapping("/courriers/signature")
    String signer(@PathVariable UUID id, @Appelant Agent agent, Model model, RedirectAttributes suite) {
        return essayer(id, agent, model, () -> {
            CourriersDeSeance.Bilan bilan = courriers.signer(id, agent);
            if (bilan.faits() > 0) {
                Flash.ok(suite, Mots.pluriel(bilan.faits(), "courrier signé", "courriers signés") + ".");
            }
            bilan.refus().forEach(r -> Flash.refus(suite, r));
            return "redirect:/jury/" + id + "/suites";
        });
    }

    @PostMapping("/courriers/lot")
    String preparerLeLot(@PathVariable UUID id, @Appelant Agent agent, RedirectAttributes suite) {
        try {
            return "redirect:/courriers/lots/"
                    + courriers.preparerLeLot(id, agent).id();
        } catch (Conflit e) {
            Flash.refus(suite, e.getMessage());
            return "redirect:/jury/" + id + "/suites";
        }
    }

    @PostMapping("/signature")
    String deposer(
            @PathVariable UUID id,
            @RequestParam(required = false) MultipartFile fichier,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return essayer(id, agent, model, () -> {
            conduite(id, agent);
            if (fichier == null || fichier.isEmpty()) {
                throw new SaisieInvalide("fichier", "Choisissez le fichier signé.");
            }
            signature.deposer(id, OctetsRecus.de(fichier), agent);
            Flash.ok(suite, "Le procès-verbal signé est gardé à côté de l’envoi : c’est bien le même document.");
            return "redirect:/jury/" + id + "/suites";
        });
    }

    @GetMapping("/proces-verbal")
    ResponseEntity<byte[]> lire(@PathVariable UUID id, @Appelant Agent agent) {
        SeanceVue seance = conduite(id, agent);
        return ReponsePdf.montrer(seance.numero() + "-signe", signature.lire(id, agent));
    }

    private String essayer(UUID id, Agent agent, Model model, Supplier<String> acte) {
        return Saisies.essayer(model, acte, () -> montrer(id, agent, model));
    }
}
