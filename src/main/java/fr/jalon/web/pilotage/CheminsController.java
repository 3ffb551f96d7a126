package fr.jalon.web.pilotage;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Page;
import fr.jalon.commun.Textes;
import fr.jalon.moteur.EtapeModele;
import fr.jalon.moteur.ModelesDeParcours;
import fr.jalon.pilotage.Chemins;
import fr.jalon.pilotage.Chiffres;
import fr.jalon.pilotage.DossiersDesChemins;
import fr.jalon.pilotage.Filtre;
import fr.jalon.pilotage.Lecteur;
import fr.jalon.temps.Porteur;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.SecretStatistique;
import fr.jalon.web.commun.Vues;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the time of a dispositif goes: its drawing with what each step takes, its ways, its loops, its hand-overs, and their dossiers. */
@Controller
@RequestMapping(CheminsController.CHEMIN)
class CheminsController {

    static final String CHEMIN = "/pilotage/chemins";

    private static final int VARIANTES = 12;
    private static final int RELAIS = 5;
    private static final int TAILLE = 50;
    private static final int CHALEURS = 4;

    private final Chemins chemins;
    private final DossiersDesChemins dossiers;
    private final Chiffres chiffres;
    private final Antennes antennes;
    private final ModelesDeParcours modeles;
    private final SecretStatistique secret;
    private final MessageSource textes;
    private final Horloge horloge;

    CheminsController(
            Chemins chemins,
            DossiersDesChemins dossiers,
            Chiffres chiffres,
            Antennes antennes,
            ModelesDeParcours modeles,
            SecretStatistique secret,
            MessageSource textes,
            Horloge horloge) {
        this.chemins = chemins;
        this.dossiers = dossiers;
        this.chiffres = chiffres;
        this.antennes = antennes;
        this.modeles = modeles;
        this.secret = secret;
        this.textes = textes;
        this.horloge = horloge;
    }

    /** A closed dossier in words. */
    record Ligne(String numero, String antenne, String ouvert, String clos, String jours, boolean archive) {}

    @GetMapping
    String montrer(@RequestParam Map<String, String> parametres, @Appelant Agent agent, Model model) {
        Lecteur lecteur = Lecteur.ecran(agent);
        FiltreEcran f = preparer(parametres, lecteur, model);
        Filtre filtre = f.filtre();
        TableauxDesChemins tableaux = new TableauxDesChemins(
                mots(), Lecteur.ouvre(agent) ? new Adresse(CHEMIN + "/dossiers", f.choisi()) : null);
        List<Chemins.Part> parts = chemins.parts(filtre, lecteur);
        model.addAttribute(
                "tableaux",
                List.of(
                        tableaux.parts(parts),
                        tableaux.relais(chemins.relais(filtre, lecteur, RELAIS)),
                        tableaux.variantes(chemins.variantes(filtre, lecteur, VARIANTES)),
                        tableaux.boucles(chemins.boucles(filtre, lecteur))));
        model.addAttribute("bpmn", modeles.dessin(filtre.dispositif()).orElse(null));
        model.addAttribute("reperes", reperes(filtre.dispositif(), parts));
        model.addAttribute("choisi", f.choisi());
        model.addAttribute("du", f.choisi().getOrDefault("du", filtre.du().toString()));
        model.addAttribute("au", f.choisi().getOrDefault("au", filtre.au().toString()));
        model.addAttribute("legende", lecteur.masque() ? secret.legende() : null);
        model.addAttribute("choixAntennes", lecteur.antenne() == null ? choix(noms()) : List.of());
        model.addAttribute("choixDispositifs", choix(modeles.dispositifs()));
        return "pilotage/chemins";
    }

    @GetMapping("/dossiers")
    String lister(
            @RequestParam Map<String, String> parametres,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @Appelant Agent agent,
            Model model) {
        FiltreEcran f = preparer(parametres, Lecteur.ecran(agent), model);
        Map<String, String> choisi = new LinkedHashMap<>(f.choisi());
        for (String nom : List.of(TableauxDesChemins.ETAPE, TableauxDesChemins.VARIANTE, TableauxDesChemins.BOUCLE)) {
            choisi.put(nom, Textes.ouNull(parametres.get(nom)));
        }
        TableauxDesChemins.RELAIS.forEach(nom -> choisi.put(nom, Textes.ouNull(parametres.get(nom))));
        DossiersDesChemins.Choix choix = choix(choisi, model);
        MotsDuPilotage mots = mots();
        Page<DossiersDesChemins.Ligne> trouves = dossiers.lister(choix, f.filtre(), page, TAILLE, agent);
        model.addAttribute(
                "lignes",
                trouves.elements().stream()
                        .map(l -> new Ligne(
                                l.numero(),
                                mots.antenne(l.antenne()),
                                Mots.jour(l.ouvertLe()),
                                Mots.jour(l.closLe()),
                                Tableau.Cellule.jours(l.jours(), false).texte(),
                                l.archive()))
                        .toList());
        model.addAttribute("page", new Adresse(CHEMIN + "/dossiers", choisi).pages(trouves));
        model.addAttribute("retour", new Vues.Lien(new Adresse(CHEMIN, f.choisi()).href(), "Où passe le temps"));
        return "pilotage/chemins-dossiers";
    }

    /** What is asked for, and its words in the page. */
    private DossiersDesChemins.Choix choix(Map<String, String> choisi, Model model) {
        MotsDuPilotage mots = mots();
        String variante = choisi.get(TableauxDesChemins.VARIANTE);
        String boucle = choisi.get(TableauxDesChemins.BOUCLE);
        String etape = choisi.get(TableauxDesChemins.ETAPE);
        if (variante != null) {
            model.addAttribute(
                    "quoi", "Le chemin " + new TableauxDesChemins(mots, null).chemin(chemins.etapes(variante)));
            return new DossiersDesChemins.ParVariante(variante);
        }
        if (boucle != null) {
            model.addAttribute("quoi", "Revenus à l’étape « " + mots.etape(boucle) + " »");
            return new DossiersDesChemins.ParBoucle(boucle);
        }
        if (etape != null) {
            model.addAttribute("quoi", "Passés par l’étape « " + mots.etape(etape) + " »");
            return new DossiersDesChemins.ParEtape(etape);
        }
        List<String> relais =
                TableauxDesChemins.RELAIS.stream().map(choisi::get).toList();
        if (relais.contains(null)) {
            throw new Introuvable("Choisissez un chemin, une étape ou un passage de main.");
        }
        model.addAttribute(
                "quoi", "Passés de « " + mots.etape(relais.get(0)) + " » à « " + mots.etape(relais.get(2)) + " »");
        return new DossiersDesChemins.ParRelais(
                relais.get(0), porteur(relais.get(1)), relais.get(2), porteur(relais.get(3)));
    }

    private static Porteur porteur(String code) {
        return Arrays.stream(Porteur.values())
                .filter(p -> p.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new Introuvable("Personne ne tient un dossier sous ce nom."));
    }

    /** A dispositif is always chosen: the first when none is asked for. */
    private FiltreEcran preparer(Map<String, String> parametres, Lecteur lecteur, Model model) {
        FiltreEcran lu = FiltreEcran.lire(parametres, horloge.aujourdhui());
        if (!lu.erreurs().isEmpty()) {
            model.addAttribute("erreurs", lu.erreurs());
        }
        String antenne = lu.filtre().antenne();
        if (antenne != null
                && (!noms().containsKey(antenne)
                        || (lecteur.antenne() != null && !lecteur.antenne().equals(antenne)))) {
            throw new Introuvable("Cette antenne n'existe pas.");
        }
        List<String> connus = List.copyOf(modeles.dispositifs().keySet());
        String demande = lu.filtre().dispositif();
        if (demande != null && !connus.contains(demande)) {
            throw new Introuvable("Ce dispositif n'a pas de parcours.");
        }
        String dispositif = demande == null ? connus.get(0) : demande;
        Map<String, String> choisi = new LinkedHashMap<>(lu.choisi());
        choisi.put("dispositif", dispositif);
        Filtre filtre =
                new Filtre(dispositif, antenne, lu.filtre().du(), lu.filtre().au());
        model.addAttribute("dates", TableauxDuTemps.periode(Chemins.debut(filtre), Chemins.fin(filtre)));
        model.addAttribute("nom", modeles.dispositifs().get(dispositif));
        model.addAttribute("retour", new Vues.Lien("/pilotage", "Pilotage"));
        return new FiltreEcran(choisi, filtre, lu.erreurs());
    }

    /** Shares on the steps that the drawing has; a step of an older version or of a called path is in the table alone. */
    private Map<String, Object> reperes(String dispositif, List<Chemins.Part> parts) {
        Set<String> dessinees =
                modeles.etapes(dispositif).stream().map(EtapeModele::id).collect(Collectors.toSet());
        int plusForte = parts.stream()
                .filter(p -> p.part() != null)
                .mapToInt(Chemins.Part::part)
                .max()
                .orElse(0);
        Map<String, String> pastilles = new HashMap<>();
        Map<String, Integer> chaleurs = new HashMap<>();
        for (Chemins.Part p : parts) {
            if (p.part() != null && dessinees.contains(p.etape())) {
                pastilles.put(p.etape(), p.part() + " %");
                chaleurs.put(
                        p.etape(), plusForte == 0 ? 1 : Math.max(1, (p.part() * CHALEURS + plusForte - 1) / plusForte));
            }
        }
        return Map.of("pastilles", pastilles, "chaleurs", chaleurs);
    }

    private static List<Vues.Choix> choix(Map<String, String> mots) {
        return mots.entrySet().stream()
                .map(e -> new Vues.Choix(e.getKey(), e.getValue(), null))
                .toList();
    }

    private Map<String, String> noms() {
        return antennes.toutes().stream().collect(Collectors.toMap(Antenne::code, Antenne::nom));
    }

    private MotsDuPilotage mots() {
        return new MotsDuPilotage(modeles.dispositifs(), chiffres.etapes(), noms(), textes);
    }
}
