package fr.jalon.web.usager;

import fr.jalon.agent.Agent;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Moments;
import fr.jalon.commun.Page;
import fr.jalon.commun.Textes;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.prescription.Besoins;
import fr.jalon.prescription.Destinataire;
import fr.jalon.prescription.Destinataires;
import fr.jalon.prescription.NouvellePrescription;
import fr.jalon.prescription.ParametresPartenaire;
import fr.jalon.prescription.Partages;
import fr.jalon.prescription.Prescriptions;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.SuiviDesPersonnes;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.RecherchesEnSession;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Refers a person to a partner: first the partner, with its room and distance; then what it would be told, and the agreement. */
@Controller
@RequestMapping("/usagers/{id}/orientation-partenaire")
class PrescriptionController {

    private static final int MONTRES = 30;

    private final Prescriptions prescriptions;
    private final Destinataires destinataires;
    private final Partages partages;
    private final Besoins besoins;
    private final ParametresPartenaire parametres;
    private final SuiviDesPersonnes suivi;
    private final Dossiers dossiers;
    private final Annuaire annuaire;

    PrescriptionController(
            Prescriptions prescriptions,
            Destinataires destinataires,
            Partages partages,
            Besoins besoins,
            ParametresPartenaire parametres,
            SuiviDesPersonnes suivi,
            Dossiers dossiers,
            Annuaire annuaire) {
        this.prescriptions = prescriptions;
        this.destinataires = destinataires;
        this.partages = partages;
        this.besoins = besoins;
        this.parametres = parametres;
        this.suivi = suivi;
        this.dossiers = dossiers;
        this.annuaire = annuaire;
    }

    /** What is typed; a name that is not sent is null. */
    record Saisie(
            String destinataire,
            List<String> besoins,
            String message,
            String consentement,
            String jusquAu,
            String origine) {}

    /** What was looked for: words of a partner, and what the person asks for. */
    private record Recherche(String cle, String q, String besoin) {

        static final Recherche VIDE = new Recherche(null, null, null);

        static Recherche relire(HttpSession session, String cle) {
            Map<String, String> mots = RecherchesEnSession.relire(session, cle);
            return mots.isEmpty() ? VIDE : new Recherche(cle, mots.get("q"), Textes.ouNull(mots.get("besoin")));
        }

        List<String> besoins() {
            return besoin == null ? List.of() : List.of(besoin);
        }
    }

    /** An organisation in the list, with its offers for persons. */
    record Ligne(String href, String nom, String reperes, String obstacle, boolean convient, List<LigneOffre> offres) {}

    /** What the person needs before going; the address is null when the offer is full. */
    record LigneOffre(String href, String titre, String reperes, String essentiel, boolean complet) {}

    @GetMapping
    String choisir(
            @PathVariable UUID id,
            @RequestParam(required = false) String destinataire,
            @RequestParam(required = false) String origine,
            @RequestParam(required = false) String recherche,
            @Appelant Agent agent,
            HttpSession session,
            Model model) {
        PersonneVue personne = suivi.exiger(id, agent);
        Recherche cherche = Recherche.relire(session, recherche);
        if (Textes.ouNull(destinataire) == null) {
            return liste(personne, origine, cherche, agent, model);
        }
        Saisie saisie = new Saisie(
                destinataire,
                cherche.besoins(),
                null,
                null,
                parametres.finDAccordProposee().toString(),
                origine);
        return Saisies.essayer(
                model,
                () -> formulaire(personne, saisie, agent, model),
                () -> liste(personne, origine, cherche, agent, model));
    }

    /** What a person asks for is never in an address beside her: the session keeps it. */
    @PostMapping("/recherche")
    String chercher(
            @PathVariable UUID id,
            @RequestParam(required = false) String origine,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String besoin,
            @Appelant Agent agent,
            HttpSession session) {
        suivi.exiger(id, agent);
        String cle = RecherchesEnSession.garder(session, Map.of("q", q, "besoin", besoin));
        return "redirect:" + adresse(id, null, cle, origine);
    }

    @PostMapping
    String prescrire(
            @PathVariable UUID id, Saisie saisie, @Appelant Agent agent, Model model, RedirectAttributes suite) {
        PersonneVue personne = suivi.exiger(id, agent);
        DossierVue origine = origine(personne, saisie.origine(), agent);
        return Saisies.essayer(
                model,
                () -> {
                    DossierVue dossier = prescriptions.prescrire(
                            new NouvellePrescription(
                                    id,
                                    origine == null ? null : origine.id(),
                                    Canal.GUICHET,
                                    saisie.besoins(),
                                    saisie.message(),
                                    saisie.destinataire(),
                                    "oui".equals(saisie.consentement()),
                                    Moments.jour(saisie.jusquAu())),
                            agent);
                    Flash.ok(
                            suite,
                            "L’orientation est proposée. Les courriers au partenaire et à la personne se préparent.");
                    return "redirect:/dossiers/" + dossier.numero();
                },
                () -> {
                    try {
                        return formulaire(personne, saisie, agent, model);
                    } catch (fr.jalon.commun.SaisieInvalide inconnu) {
                        return liste(personne, saisie.origine(), Recherche.VIDE, agent, model);
                    }
                });
    }

    private String liste(PersonneVue personne, String origine, Recherche cherche, Agent agent, Model model) {
        commun(personne, origine, agent, model);
        List<Destinataire> tous = destinataires.pour(personne, null, besoins.lire(cherche.besoins()));
        Map<String, List<Destinataire>> offres =
                tous.stream().filter(d -> d.offreId() != null).collect(Collectors.groupingBy(Destinataire::organisme));
        Map<UUID, String> essentiels = essentiels(tous);
        List<Ligne> lignes = tous.stream()
                .filter(d -> d.offreId() == null)
                .map(d ->
                        ligne(d, offres.getOrDefault(d.organisme(), List.of()), personne, origine, cherche, essentiels))
                .filter(l -> porte(l, cherche.q()))
                .toList();
        model.addAttribute("q", cherche.q());
        model.addAttribute("besoin", cherche.besoin());
        model.addAttribute("besoins", choix());
        boolean tri = lignes.stream().anyMatch(Ligne::convient);
        List<Ligne> premieres = tri ? lignes.stream().filter(Ligne::convient).toList() : lignes;
        model.addAttribute("lignes", premieres.subList(0, Math.min(MONTRES, premieres.size())));
        model.addAttribute(
                "autres", tri ? lignes.stream().filter(l -> !l.convient()).toList() : List.of());
        model.addAttribute("total", premieres.size());
        return "usager/choix-partenaire";
    }

    /** The words of the directory's search: a plural, a neighbour word find as on the public page. */
    private static boolean porte(Ligne ligne, String q) {
        return Annuaire.trouve(
                q == null ? null : Textes.couper(q, Page.RECHERCHE_MAX),
                ligne.nom() + " "
                        + ligne.offres().stream().map(LigneOffre::titre).collect(Collectors.joining(" ")));
    }

    private Map<UUID, String> essentiels(List<Destinataire> tous) {
        Map<UUID, String> mots = new HashMap<>();
        List<UUID> offres = tous.stream()
                .map(Destinataire::offreId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        annuaire.essentiels(annuaire.offres(offres))
                .forEach((offre, essentiel) -> mots.put(offre, essentiel.enUneLigne()));
        return mots;
    }

    private List<Vues.Choix> choix() {
        return besoins.tous().stream()
                .map(b -> new Vues.Choix(b.code(), b.libelle(), null))
                .toList();
    }

    private static Ligne ligne(
            Destinataire d,
            List<Destinataire> offres,
            PersonneVue personne,
            String origine,
            Recherche cherche,
            Map<UUID, String> essentiels) {
        return new Ligne(
                d.possible() ? adresse(personne.id(), d, cherche.cle(), origine) : null,
                d.nom(),
                d.reperes(),
                d.possible() ? null : String.join(" ", d.obstacles()),
                d.convient(),
                d.possible()
                        ? offres.stream()
                                .map(o -> new LigneOffre(
                                        o.possible() ? adresse(personne.id(), o, cherche.cle(), origine) : null,
                                        o.offreTitre(),
                                        o.reperesDeLOffre(),
                                        essentiels.get(o.offreId()),
                                        o.complet()))
                                .toList()
                        : List.of());
    }

    private static String adresse(UUID personne, Destinataire d, String recherche, String origine) {
        Map<String, String> parametres = new LinkedHashMap<>();
        parametres.put("destinataire", d == null ? null : d.code());
        parametres.put("recherche", recherche);
        parametres.put("origine", origine);
        return new Adresse("/usagers/" + personne + "/orientation-partenaire", parametres).href();
    }

    private String formulaire(PersonneVue personne, Saisie saisie, Agent agent, Model model) {
        Destinataire choisi = destinataires.trouver(saisie.destinataire(), personne, null);
        commun(personne, saisie.origine(), agent, model);
        model.addAttribute("choisi", choisi);
        model.addAttribute(
                "essentiel",
                choisi.offreId() == null ? null : essentiels(List.of(choisi)).get(choisi.offreId()));
        model.addAttribute("partages", partages.prevues(choisi.nature(), personne));
        model.addAttribute("saisie", saisie);
        model.addAttribute("besoinsChoisis", saisie.besoins() == null ? List.of() : saisie.besoins());
        model.addAttribute("besoins", choix());
        return "usager/orientation-partenaire";
    }

    private void commun(PersonneVue personne, String numero, Agent agent, Model model) {
        DossierVue origine = origine(personne, numero, agent);
        model.addAttribute("personne", personne);
        model.addAttribute("origine", origine == null ? null : origine.numero());
        model.addAttribute("ici", "/usagers/" + personne.id() + "/orientation-partenaire");
        model.addAttribute(
                "retour",
                origine == null
                        ? new Vues.Lien("/usagers/" + personne.id(), personne.nomComplet())
                        : new Vues.Lien("/dossiers/" + origine.numero(), "Dossier " + origine.numero()));
    }

    /** The dossier that the referral comes from: one of this person's, which the agent may open. */
    private DossierVue origine(PersonneVue personne, String numero, Agent agent) {
        if (Textes.ouNull(numero) == null) {
            return null;
        }
        DossierVue dossier = dossiers.parNumero(numero, agent);
        if (!dossier.personneId().equals(personne.id())) {
            throw new Introuvable("Ce dossier n'est pas celui de cette personne.");
        }
        return dossier;
    }
}
