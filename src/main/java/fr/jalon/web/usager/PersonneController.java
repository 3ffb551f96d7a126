package fr.jalon.web.usager;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ecritures;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.SignalementsDePersonnes;
import fr.jalon.usager.Consentements;
import fr.jalon.usager.Foyers;
import fr.jalon.usager.LienFoyer;
import fr.jalon.usager.Naissance;
import fr.jalon.usager.NouveauConsentement;
import fr.jalon.usager.NouveauMembre;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.usager.SuiviDesPersonnes;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person: identity, foyer, consents. Each form of the page has its own prefix, so that a fault stands at its field. */
@Controller
@RequestMapping("/usagers/{id}")
class PersonneController {

    private final Personnes personnes;
    private final Foyers foyers;
    private final Consentements consentements;
    private final SignalementsDePersonnes signalements;
    private final SuiviDesPersonnes suivi;
    private final ChoixPersonne choix;
    private final PagePersonne page;
    private final Dossiers dossiers;

    PersonneController(
            Personnes personnes,
            Foyers foyers,
            Consentements consentements,
            SignalementsDePersonnes signalements,
            SuiviDesPersonnes suivi,
            ChoixPersonne choix,
            PagePersonne page,
            Dossiers dossiers) {
        this.personnes = personnes;
        this.foyers = foyers;
        this.consentements = consentements;
        this.signalements = signalements;
        this.suivi = suivi;
        this.choix = choix;
        this.page = page;
        this.dossiers = dossiers;
    }

    @GetMapping
    String montrer(@PathVariable UUID id, @Appelant Agent agent, Model model) {
        return page.rendre(id, agent, model);
    }

    @GetMapping("/modification")
    String formulaire(@PathVariable UUID id, Model model) {
        PersonneVue personne = personnes.parId(id);
        return modification(personne, SaisiePersonne.de(personne), personne.version(), model);
    }

    @PostMapping("/modification")
    String modifier(
            @PathVariable UUID id,
            SaisiePersonne saisie,
            @RequestParam int version,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                () -> {
                    PersonneVue apres = personnes.modifier(id, saisie.fiche(), version, agent);
                    Flash.ok(
                            suite,
                            "La fiche est à jour.",
                            Ecritures.avertissements(apres.nomComplet(), apres.adresse()));
                    return retour(id);
                },
                () -> modification(personnes.parId(id), saisie, version, model));
    }

    private String modification(PersonneVue personne, SaisiePersonne saisie, int version, Model model) {
        model.addAttribute("personne", personne);
        model.addAttribute("saisie", saisie);
        model.addAttribute("version", version);
        model.addAttribute("retour", new Vues.Lien("/usagers/" + personne.id(), personne.nomComplet()));
        choix.remplir(model);
        return "usager/modification";
    }

    /** Who follows the person proves the death, or signals it; any other desk signals it. */
    @PostMapping("/deces")
    String declarerDeces(
            @PathVariable UUID id,
            @RequestParam Map<String, String> saisies,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        model.addAttribute("saisies", saisies);
        boolean prouve = !saisies.getOrDefault("deces-preuve", "").isBlank() && suivi.suit(personnes.parId(id), agent);
        return Saisies.essayer(
                model,
                champ -> "deces-" + champ,
                () -> {
                    LocalDate jour = SaisiePersonne.date(saisies.get("deces-jour"));
                    Flash.ok(suite, prouve ? confirmer(id, jour, saisies, agent) : signaler(id, jour, saisies, agent));
                    return retour(id);
                },
                () -> page.rendre(id, agent, model));
    }

    private String confirmer(UUID id, LocalDate jour, Map<String, String> saisies, Agent agent) {
        LocalDate effet = signalements
                .confirmerDeces(id, jour, saisies.get("deces-preuve"), saisies.get("deces-reference"), agent)
                .effetLe();
        return "Le décès est noté. Les dossiers en cours se terminent le " + Mots.jour(effet)
                + " ; jusque-là, une erreur se reprend dans « Signalements ».";
    }

    private String signaler(UUID id, LocalDate jour, Map<String, String> saisies, Agent agent) {
        signalements.signalerDeces(id, jour, saisies.get("deces-dit"), agent);
        return "Le décès est signalé à l’antenne qui suit la personne. Elle le confirmera avec sa preuve ; les dossiers"
                + " en cours attendent.";
    }

    /** The person moved: her open dossiers follow her to the antenne of her quartier, one by one or all. */
    @PostMapping("/transferts")
    String transferer(
            @PathVariable UUID id,
            @RequestParam(name = "dossier", defaultValue = "") List<String> numeros,
            @Appelant Agent agent,
            RedirectAttributes suite) {
        suivi.exiger(id, agent);
        List<String> siens = dossiers.dePersonne(id, agent).stream()
                .map(DossierVue::numero)
                .filter(numeros::contains)
                .toList();
        List<String> partis = new ArrayList<>();
        List<String> refus = new ArrayList<>();
        for (String numero : siens) {
            try {
                dossiers.transferer(numero, agent);
                partis.add(numero);
            } catch (Conflit e) {
                refus.add(numero + " : " + e.getMessage());
            }
        }
        if (siens.isEmpty()) {
            Flash.refus(suite, "Cochez au moins un dossier à transférer.");
        }
        if (!partis.isEmpty()) {
            Flash.ok(suite, "Transféré à l’antenne qui suit la personne : " + String.join(", ", partis) + ".");
        }
        refus.forEach(texte -> Flash.refus(suite, texte));
        return retour(id);
    }

    @PostMapping("/consentements")
    String consentir(
            @PathVariable UUID id,
            @RequestParam Map<String, String> saisies,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        model.addAttribute("saisies", saisies);
        return Saisies.essayer(
                model,
                champ -> "consentement-" + champ,
                () -> {
                    consentements.donner(
                            id,
                            new NouveauConsentement(
                                    saisies.get("consentement-objet"),
                                    saisies.get("consentement-destinataire"),
                                    saisies.get("consentement-finalite"),
                                    SaisiePersonne.date(saisies.get("consentement-jusquAu"))),
                            agent);
                    Flash.ok(suite, "Le consentement est noté.");
                    return retour(id) + "#consentements";
                },
                () -> page.rendre(id, agent, model));
    }

    /** At a desk that does not read the agreements: the person says whose, or all of them. */
    @PostMapping("/consentements/retrait")
    String retirerSelonLaPersonne(
            @PathVariable UUID id,
            @RequestParam Map<String, String> saisies,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        model.addAttribute("saisies", saisies);
        return Saisies.essayer(
                model,
                champ -> "retrait-" + champ,
                () -> {
                    String dit = saisies.getOrDefault("retrait-destinataire", "");
                    consentements.retirer(id, dit, agent);
                    Flash.ok(
                            suite,
                            "Le retrait est enregistré. Les accords en vigueur qui y répondent cessent à l’instant, et"
                                    + " l’antenne qui suit la personne est prévenue.");
                    return retour(id);
                },
                () -> page.rendre(id, agent, model));
    }

    @PostMapping("/consentements/{consentement}/retrait")
    String retirer(
            @PathVariable UUID id, @PathVariable UUID consentement, @Appelant Agent agent, RedirectAttributes suite) {
        consentements.retirer(id, consentement, agent);
        Flash.ok(suite, "Le consentement est retiré.");
        return retour(id) + "#consentements";
    }

    @PostMapping("/foyer")
    String ajouterAuFoyer(
            @PathVariable UUID id,
            @RequestParam Map<String, String> saisies,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        model.addAttribute("saisies", saisies);
        return Saisies.essayer(
                model,
                champ -> "foyer-" + champ,
                () -> {
                    foyers.ajouter(
                            id,
                            new NouveauMembre(
                                    lien(saisies.get("foyer-lien")),
                                    saisies.get("foyer-nom"),
                                    saisies.get("foyer-prenoms"),
                                    Naissance.lire(saisies.get("foyer-dateNaissance"))
                                            .orElse(null),
                                    SaisiePersonne.date(saisies.get("foyer-depuis"))),
                            agent);
                    Flash.ok(suite, "Le foyer est à jour.");
                    return retour(id) + "#foyer";
                },
                () -> page.rendre(id, agent, model));
    }

    @PostMapping("/foyer/{membre}/depart")
    String noterDepart(
            @PathVariable UUID id, @PathVariable UUID membre, @Appelant Agent agent, RedirectAttributes suite) {
        foyers.noterDepart(id, membre, agent);
        Flash.ok(suite, "Le départ est noté à la date d’aujourd’hui.");
        return retour(id) + "#foyer";
    }

    private static String retour(UUID id) {
        return "redirect:/usagers/" + id;
    }

    private static LienFoyer lien(String code) {
        return Arrays.stream(LienFoyer.values())
                .filter(l -> l.name().equals(code))
                .findFirst()
                .orElse(null);
    }
}
