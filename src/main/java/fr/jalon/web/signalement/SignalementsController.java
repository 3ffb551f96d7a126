package fr.jalon.web.signalement;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Comptes;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Moments;
import fr.jalon.commun.Textes;
import fr.jalon.dossier.EtatSignalement;
import fr.jalon.dossier.NatureSignalement;
import fr.jalon.dossier.PreuvesDeces;
import fr.jalon.dossier.SignalementPersonneVue;
import fr.jalon.dossier.SignalementsDePersonnes;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What another desk says about the persons that this antenne follows, and its answers. */
@Controller
@RequestMapping("/signalements")
class SignalementsController {

    private final SignalementsDePersonnes signalements;
    private final Personnes personnes;
    private final PreuvesDeces preuves;
    private final Antennes antennes;
    private final Comptes comptes;

    SignalementsController(
            SignalementsDePersonnes signalements,
            Personnes personnes,
            PreuvesDeces preuves,
            Antennes antennes,
            Comptes comptes) {
        this.signalements = signalements;
        this.personnes = personnes;
        this.preuves = preuves;
        this.antennes = antennes;
        this.comptes = comptes;
    }

    /** A line of the list. */
    record Ligne(
            UUID id,
            UUID personneId,
            String nom,
            String naissance,
            String titre,
            String texte,
            String origine,
            Vues.Badge badge,
            boolean deces,
            boolean aConfirmer,
            boolean rattachement,
            String jour,
            int version) {}

    @GetMapping
    String lister(@Appelant Agent agent, Model model) {
        return page(agent, model);
    }

    @PostMapping("/{id}/confirmation")
    String confirmer(
            @PathVariable UUID id,
            @RequestParam Map<String, String> saisies,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        SignalementPersonneVue s = signalements.parId(id, agent);
        model.addAttribute("saisies", saisies);
        return Saisies.essayer(
                model,
                champ -> champ + "-" + id,
                () -> {
                    exigerDeces(s);
                    SignalementPersonneVue fait = signalements.confirmerDeces(
                            s.personneId(),
                            Moments.jour(saisies.get("jour-" + id)),
                            saisies.get("preuve-" + id),
                            saisies.get("reference-" + id),
                            agent);
                    Flash.ok(
                            suite,
                            "Le décès est confirmé. Les dossiers en cours se terminent le " + Mots.jour(fait.effetLe())
                                    + " ; jusque-là, une erreur se reprend ici.");
                    return retour();
                },
                () -> page(agent, model));
    }

    @PostMapping("/{id}/reprise")
    String reprendre(
            @PathVariable UUID id,
            @RequestParam Map<String, String> saisies,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        SignalementPersonneVue s = signalements.parId(id, agent);
        model.addAttribute("saisies", saisies);
        return Saisies.essayer(
                model,
                champ -> champ + "-" + id,
                () -> {
                    exigerDeces(s);
                    signalements.reprendreDeces(s.personneId(), saisies.get("motif-" + id), agent);
                    Flash.ok(suite, "Le décès est retiré. Les dossiers reprennent comme ils étaient.");
                    return retour();
                },
                () -> page(agent, model));
    }

    @PostMapping("/{id}/reponse")
    String repondre(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reponse,
            @RequestParam(defaultValue = "0") int version,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        signalements.parId(id, agent);
        return Saisies.essayer(
                model,
                () -> {
                    signalements.repondre(id, "oui".equals(reponse), version, agent);
                    Flash.ok(suite, "C’est noté.");
                    return retour();
                },
                () -> page(agent, model));
    }

    private static void exigerDeces(SignalementPersonneVue s) {
        if (s.nature() != NatureSignalement.DECES) {
            throw new Conflit("Ce signalement n'est pas un décès.");
        }
    }

    private static String retour() {
        return "redirect:/signalements";
    }

    private String page(Agent agent, Model model) {
        List<SignalementPersonneVue> ouverts = signalements.ouverts(agent);
        Map<UUID, PersonneVue> qui = personnes.parIds(ouverts.stream()
                .map(SignalementPersonneVue::personneId)
                .distinct()
                .toList());
        Map<String, String> noms = antennes.toutes().stream().collect(Collectors.toMap(Antenne::code, Antenne::nom));
        model.addAttribute(
                "lignes",
                ouverts.stream()
                        .map(s -> ligne(s, qui.get(s.personneId()), noms))
                        .toList());
        model.addAttribute(
                "preuves",
                preuves.toutes().stream()
                        .map(p -> new Vues.Choix(p.code(), p.libelle(), null))
                        .toList());
        return "signalement/signalements";
    }

    private Ligne ligne(SignalementPersonneVue s, PersonneVue p, Map<String, String> noms) {
        String auteur =
                comptes.parIdentifiant(s.signalePar()).map(Agent::nomComplet).orElse(s.signalePar());
        String origine = "Signalé le " + Mots.moment(s.signaleLe()) + " par " + auteur
                + (s.antenneGuichet() == null ? "" : ", " + noms.getOrDefault(s.antenneGuichet(), s.antenneGuichet()))
                + ".";
        boolean aConfirmer = s.etat() == EtatSignalement.SIGNALE;
        return new Ligne(
                s.id(),
                s.personneId(),
                p.nomComplet(),
                Mots.jour(p.dateNaissance()),
                s.nature().libelle(),
                texte(s, noms),
                origine,
                aConfirmer
                        ? new Vues.Badge("attention", "À confirmer")
                        : new Vues.Badge("attente", "Confirmé, peut être repris"),
                s.nature() == NatureSignalement.DECES,
                aConfirmer,
                s.nature() == NatureSignalement.RATTACHEMENT,
                s.jour() == null ? null : s.jour().toString(),
                s.version());
    }

    private String texte(SignalementPersonneVue s, Map<String, String> noms) {
        return switch (s.nature()) {
            case DECES ->
                s.etat() == EtatSignalement.CONFIRME
                        ? "Décès le " + Mots.jour(s.jour()) + ", prouvé ("
                                + preuves.de(s.preuve())
                                        .map(PreuvesDeces.Preuve::libelle)
                                        .orElse(s.preuve())
                                + " : " + s.reference() + "). Les dossiers en cours se terminent le "
                                + Mots.jour(s.effetLe()) + "."
                        : "Décès qui serait survenu le " + Mots.jour(s.jour())
                                + (s.valeur() == null ? ". " : ", selon : " + Textes.phrase(s.valeur()) + " ")
                                + "Les dossiers en cours attendent : rien n’est envoyé, rien ne se termine.";
            case ACCORD_RETIRE ->
                "La personne retire ce qu’elle avait accepté de partager : " + s.valeur()
                        + ". Un accord retiré ne vaut plus rien dès qu’il est noté.";
            case RATTACHEMENT ->
                "Le quartier noté sur la fiche dépend de : " + noms.getOrDefault(s.valeur(), s.valeur())
                        + ". Les dossiers en cours restent où ils sont.";
        };
    }
}
