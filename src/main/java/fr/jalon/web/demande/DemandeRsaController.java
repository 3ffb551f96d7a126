package fr.jalon.web.demande;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.rsa.ReferentielRsa;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.node.ObjectNode;

/** A new claim and the correction of a declared situation: the same form, rows added and removed without a script. */
@Controller
class DemandeRsaController {

    private static final String ENVOYER = "envoyer";

    private final DemandesRsa demandes;
    private final Dossiers dossiers;
    private final Personnes personnes;
    private final ReferentielRsa referentiel;
    private final RepriseDemande reprise;
    private final ControleSaisie controle;
    private final ChoixDemande choix;
    private final Horloge horloge;

    DemandeRsaController(
            DemandesRsa demandes,
            Dossiers dossiers,
            Personnes personnes,
            ReferentielRsa referentiel,
            RepriseDemande reprise,
            ControleSaisie controle,
            ChoixDemande choix,
            Horloge horloge) {
        this.demandes = demandes;
        this.dossiers = dossiers;
        this.personnes = personnes;
        this.referentiel = referentiel;
        this.reprise = reprise;
        this.controle = controle;
        this.choix = choix;
        this.horloge = horloge;
    }

    /** The same page serves both: where it is sent, what its button says, which day the months are counted from. */
    private record Cadre(
            String titre, String action, String bouton, Vues.Lien retour, PersonneVue personne, boolean nouvelle) {}

    @GetMapping("/usagers/{id}/demande-rsa")
    String nouvelle(@PathVariable UUID id, @Appelant Agent agent, Model model) {
        return page(cadreNouvelle(id), reprise.nouvelle(id, agent), horloge.aujourdhui(), model);
    }

    @PostMapping("/usagers/{id}/demande-rsa")
    String deposer(
            @PathVariable UUID id,
            @RequestParam Map<String, String> valeurs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        Cadre cadre = cadreNouvelle(id);
        SaisieDemande saisie = new SaisieDemande(valeurs);
        LocalDate depot = depot(saisie);
        if (!valeurs.getOrDefault("geste", ENVOYER).equals(ENVOYER)) {
            saisie.faire(valeurs.get("geste"));
            return page(cadre, saisie, depot, model);
        }
        List<YearMonth> mois = referentiel.moisDeReference(depot);
        ConversionDemande conversion = new ConversionDemande(saisie, mois);
        return Saisies.essayer(
                model,
                conversion::champ,
                () -> {
                    refuserSiLesMoisChangent(saisie, mois);
                    ObjectNode donnees = conversion.json();
                    controle.verifier(
                            conversion, donnees, cadre.personne().ageLe(depot).max(), depot);
                    DossierVue dossier = demandes.deposer(id, Canal.lire(saisie.valeur("canal")), donnees, agent);
                    String deposee = "La demande est déposée : dossier " + dossier.numero() + ". Le récépissé s’écrit.";
                    List<String> foyer = demandes.autresDemandesDuFoyer(id, agent);
                    if (foyer.isEmpty()) {
                        Flash.ok(suite, deposee);
                    } else {
                        Flash.refus(suite, deposee + " " + String.join(" ", foyer));
                    }
                    return agent.portee().couvre(dossier.antenne())
                            ? "redirect:/dossiers/" + dossier.numero()
                            : "redirect:/usagers/" + id;
                },
                () -> page(cadre, saisie, depot, model));
    }

    /** A new claim that begins with the answers of one that is ended: what changed is typed over (CASF, R262-33). */
    @GetMapping("/dossiers/{numero}/nouvelle-demande")
    String reprendre(@PathVariable String numero, @Appelant Agent agent, Model model) {
        DossierVue ancien = dossiers.consulter(numero, agent);
        List<YearMonth> mois = referentiel.moisDeReference(horloge.aujourdhui());
        return page(
                cadreNouvelle(ancien.personneId()),
                reprise.reprise(ancien.personneId(), demandes.demande(ancien.id()), mois),
                horloge.aujourdhui(),
                model);
    }

    @GetMapping("/dossiers/{numero}/situation")
    String situation(@PathVariable String numero, @Appelant Agent agent, Model model) {
        DossierVue dossier = dossiers.consulter(numero, agent);
        List<YearMonth> mois = referentiel.moisDeReference(dossier.deposeLe());
        return page(
                cadreCorrection(dossier),
                versionnee(reprise.declaree(dossier.personneId(), demandes.demande(dossier.id()), mois), dossier.id()),
                dossier.deposeLe(),
                model);
    }

    @PostMapping("/dossiers/{numero}/situation")
    String corriger(
            @PathVariable String numero,
            @RequestParam Map<String, String> valeurs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        DossierVue dossier = dossiers.parNumero(numero, agent);
        Cadre cadre = cadreCorrection(dossier);
        SaisieDemande saisie = new SaisieDemande(valeurs);
        if (!valeurs.getOrDefault("geste", ENVOYER).equals(ENVOYER)) {
            saisie.faire(valeurs.get("geste"));
            return page(cadre, saisie, dossier.deposeLe(), model);
        }
        ConversionDemande conversion = new ConversionDemande(saisie, referentiel.moisDeReference(dossier.deposeLe()));
        return Saisies.essayer(
                model,
                conversion::champ,
                () -> {
                    ObjectNode donnees = conversion.json();
                    controle.verifier(
                            conversion,
                            donnees,
                            cadre.personne().ageLe(dossier.deposeLe()).max(),
                            dossier.deposeLe());
                    enregistrer(dossier.id(), donnees, saisie, agent);
                    Flash.ok(suite, "La situation est corrigée : les pièces et le résultat des règles suivent.");
                    return "redirect:/dossiers/" + numero + "#situation";
                },
                () -> page(cadre, saisie, dossier.deposeLe(), model));
    }

    /** Who is told that somebody else corrected meanwhile has read it: what is typed stays on the page, and is kept when sent again. */
    private void enregistrer(UUID dossierId, ObjectNode donnees, SaisieDemande saisie, Agent agent) {
        try {
            demandes.corriger(dossierId, donnees, saisie.entier("versionFaits"), agent);
        } catch (Conflit e) {
            versionnee(saisie, dossierId);
            throw e;
        }
    }

    private SaisieDemande versionnee(SaisieDemande saisie, UUID dossierId) {
        saisie.poser("versionFaits", demandes.versionDesFaits(dossierId));
        return saisie;
    }

    private Cadre cadreNouvelle(UUID id) {
        PersonneVue p = personnes.parId(id);
        return new Cadre(
                "Demande de RSA de " + p.nomComplet(),
                "/usagers/" + id + "/demande-rsa",
                "Déposer la demande",
                new Vues.Lien("/usagers/" + id, p.nomComplet()),
                p,
                true);
    }

    private Cadre cadreCorrection(DossierVue dossier) {
        return new Cadre(
                "Corriger la situation, " + dossier.numero(),
                "/dossiers/" + dossier.numero() + "/situation",
                "Enregistrer la situation",
                new Vues.Lien("/dossiers/" + dossier.numero(), "Dossier " + dossier.numero()),
                personnes.parId(dossier.personneId()),
                false);
    }

    private String page(Cadre cadre, SaisieDemande saisie, LocalDate depot, Model model) {
        List<YearMonth> mois = referentiel.moisDeReference(depot);
        model.addAttribute("titre", cadre.titre());
        model.addAttribute("action", cadre.action());
        model.addAttribute("bouton", cadre.bouton());
        model.addAttribute("retour", cadre.retour());
        model.addAttribute("nouvelle", cadre.nouvelle());
        model.addAttribute("ageDemandeur", cadre.personne().ageLe(depot).mots());
        model.addAttribute("homme", cadre.personne().civilite().equals("M"));
        model.addAttribute("nomDeLaPersonne", cadre.personne().nom());
        model.addAttribute("v", saisie.valeurs());
        model.addAttribute("moisMontres", mois.toString());
        model.addAttribute("adultes", Math.max(1, saisie.nombre("adultes")));
        model.addAttribute("enfants", saisie.nombre("enfants"));
        model.addAttribute("saisie", saisie);
        choix.remplir(mois, model);
        return "demande/demande";
    }

    /** The day of receipt, else today: a wrong day is said by the service at its field. */
    private LocalDate depot(SaisieDemande saisie) {
        String texte = saisie.valeur("dateDepot");
        try {
            LocalDate jour = texte == null ? horloge.aujourdhui() : LocalDate.parse(texte);
            return jour.getYear() < 2009 || jour.isAfter(horloge.aujourdhui()) ? horloge.aujourdhui() : jour;
        } catch (DateTimeParseException e) {
            return horloge.aujourdhui();
        }
    }

    /** Another month of receipt asks for other months of resources: the amounts typed would be those of the wrong months. */
    private static void refuserSiLesMoisChangent(SaisieDemande saisie, List<YearMonth> mois) {
        String montres = saisie.valeur("moisMontres");
        if (montres != null && !montres.equals(mois.toString())) {
            throw new SaisieInvalide(
                    "dateDepot",
                    "Cette date change les mois de ressources demandés. Vérifiez les montants, puis déposez à nouveau.");
        }
    }
}
