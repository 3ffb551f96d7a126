package fr.jalon.web.jury;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Reprise;
import fr.jalon.jury.Bureau;
import fr.jalon.jury.Pouvoirs;
import fr.jalon.seance.EtatSeance;
import fr.jalon.seance.Membre;
import fr.jalon.seance.SeanceVue;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The proxies of a session: a member gives its own, the secretary notes those that came on paper. */
@Controller
@RequestMapping("/jury/{id}/pouvoirs")
class PouvoirsController {

    private final Bureau bureau;
    private final Pouvoirs pouvoirs;
    private final JuryEcran ecran;
    private final Reprise reprise;

    PouvoirsController(Bureau bureau, Pouvoirs pouvoirs, JuryEcran ecran, Reprise reprise) {
        this.bureau = bureau;
        this.pouvoirs = pouvoirs;
        this.ecran = ecran;
        this.reprise = reprise;
    }

    /** A proxy that was given. */
    record Ligne(UUID mandant, String texte, String detail, boolean aMoi) {}

    @GetMapping
    String montrer(@PathVariable UUID id, @Appelant Agent agent, Model model) {
        return page(id, Map.of(), agent, model);
    }

    @PostMapping
    String donner(
            @PathVariable UUID id,
            @RequestParam Map<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return essayer(id, champs, agent, model, () -> {
            UUID mandant = agent.a(Role.RESPONSABLE_DISPOSITIFS) && champs.containsKey("mandant")
                    ? uuid(champs.get("mandant"))
                    : bureau.siege(bureau.seance(id, agent), agent)
                            .map(Membre::id)
                            .orElse(null);
            UUID mandataire = uuid(champs.get("mandataire"));
            reprise.enTransaction(() -> pouvoirs.donner(id, mandant, mandataire, champs.get("ecrit"), agent));
            Flash.ok(suite, "Le pouvoir est noté. Le procès-verbal le dira.");
            return retour(id);
        });
    }

    @PostMapping("/{membre}/retrait")
    String reprendre(
            @PathVariable UUID id,
            @PathVariable UUID membre,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return essayer(id, Map.of(), agent, model, () -> {
            reprise.enTransaction(() -> pouvoirs.reprendre(id, membre, agent));
            Flash.ok(suite, "Le pouvoir est repris.");
            return retour(id);
        });
    }

    private static UUID uuid(String texte) {
        try {
            return texte == null ? null : UUID.fromString(texte);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String retour(UUID id) {
        return "redirect:/jury/" + id + "/pouvoirs";
    }

    private String essayer(UUID id, Map<String, String> champs, Agent agent, Model model, Supplier<String> acte) {
        return Saisies.essayer(model, acte, () -> page(id, champs, agent, model));
    }

    private String page(UUID id, Map<String, String> saisie, Agent agent, Model model) {
        SeanceVue seance = bureau.seance(id, agent);
        boolean secretaire = agent.a(Role.RESPONSABLE_DISPOSITIFS);
        Membre moi = bureau.siege(seance, agent).orElse(null);
        boolean possible = bureau.pouvoirs(seance) > 0
                && (seance.etat() == EtatSeance.CONVOQUEE || seance.etat() == EtatSeance.TENUE);
        model.addAttribute("seance", seance);
        model.addAttribute("secretaire", secretaire);
        model.addAttribute("permis", bureau.pouvoirs(seance));
        model.addAttribute("possible", possible);
        model.addAttribute(
                "formulaire",
                possible
                        && (secretaire || (moi != null && moi.titulaire() && !moi.present() && moi.pouvoir() == null)));
        model.addAttribute("lignes", lignes(seance, moi, secretaire));
        model.addAttribute(
                "mandants",
                choix(seance.membres().stream()
                        .filter(m -> m.titulaire() && !m.present() && m.pouvoir() == null)
                        .toList()));
        model.addAttribute(
                "mandataires",
                choix(seance.membres().stream()
                        .filter(m -> m.pouvoir() == null && (moi == null || secretaire || !m.id().equals(moi.id())))
                        .toList()));
        model.addAttribute("saisie", saisie);
        model.addAttribute("retour", new Vues.Lien("/jury/" + id, ecran.titre(seance)));
        return "jury/pouvoirs";
    }

    private static List<Ligne> lignes(SeanceVue seance, Membre moi, boolean secretaire) {
        return seance.membres().stream()
                .filter(m -> m.pouvoir() != null)
                .map(m -> new Ligne(
                        m.id(),
                        m.nom() + " donne pouvoir à "
                                + seance.membre(m.pouvoir().mandataire())
                                        .map(Membre::nom)
                                        .orElse(""),
                        m.pouvoir().ecrit() + ". Noté le "
                                + Mots.moment(Objects.requireNonNull(m.pouvoir().noteLe())),
                        secretaire || (moi != null && moi.id().equals(m.id()))))
                .toList();
    }

    private static List<Vues.Choix> choix(List<Membre> membres) {
        return membres.stream()
                .map(m -> new Vues.Choix(m.id().toString(), m.nom(), null))
                .toList();
    }
}
