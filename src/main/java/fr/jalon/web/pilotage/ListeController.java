package fr.jalon.web.pilotage;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.commun.Page;
import fr.jalon.commun.Textes;
import fr.jalon.moteur.ModelesDeParcours;
import fr.jalon.pilotage.Chiffres;
import fr.jalon.pilotage.DossiersComptes;
import fr.jalon.pilotage.DossiersComptes.Choix;
import fr.jalon.pilotage.Situation;
import fr.jalon.temps.Porteur;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The dossiers behind a number, oldest first, for whom they are open. */
@Controller
class ListeController {

    /** Stands in an address for "between two steps". */
    static final String ENTRE = "-";

    private static final int TAILLE = 50;

    private final DossiersComptes dossiers;
    private final Chiffres chiffres;
    private final Antennes antennes;
    private final ModelesDeParcours modeles;
    private final MessageSource textes;

    ListeController(
            DossiersComptes dossiers,
            Chiffres chiffres,
            Antennes antennes,
            ModelesDeParcours modeles,
            MessageSource textes) {
        this.dossiers = dossiers;
        this.chiffres = chiffres;
        this.antennes = antennes;
        this.modeles = modeles;
        this.textes = textes;
    }

    record Ligne(
            String numero,
            String etape,
            String antenne,
            String porteur,
            String ouvert,
            String limite,
            Vues.Badge badge) {}

    @GetMapping("/pilotage/dossiers")
    String lister(
            @RequestParam Map<String, String> parametres,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @Appelant Agent agent,
            Model model) {
        Map<String, String> choisi = new LinkedHashMap<>();
        for (String nom : List.of("dispositif", "etape", "antenne", "situation", "age", "porteur")) {
            choisi.put(nom, Textes.ouNull(parametres.get(nom)));
        }
        String etape = choisi.get("etape");
        Choix choix = new Choix(
                choisi.get("dispositif"),
                ENTRE.equals(etape) ? "" : etape,
                choisi.get("antenne"),
                parmi(Situation.values(), choisi.get("situation")),
                choisi.get("age"),
                parmi(Porteur.values(), choisi.get("porteur")));
        MotsDuPilotage mots = mots();
        Page<DossiersComptes.Ligne> trouves = dossiers.lister(choix, page, TAILLE, agent);
        model.addAttribute(
                "lignes", trouves.elements().stream().map(l -> ligne(l, mots)).toList());
        model.addAttribute("page", new Adresse("/pilotage/dossiers", choisi).pages(trouves));
        model.addAttribute("quoi", enMots(choix, mots));
        model.addAttribute("retour", new Vues.Lien("/pilotage", "Pilotage"));
        return "pilotage/dossiers";
    }

    private String enMots(Choix c, MotsDuPilotage mots) {
        String mot = Stream.of(
                        c.dispositif() == null ? null : mots.dispositif(c.dispositif()),
                        c.etape() == null ? null : mots.etape(c.etape()),
                        c.antenne() == null ? null : mots.antenne(c.antenne()),
                        c.situation() == null ? null : c.situation().libelle(),
                        c.age() == null ? null : age(c.age()),
                        c.porteur() == null ? null : mots.porteur(c.porteur()))
                .filter(m -> m != null)
                .collect(Collectors.joining(", "));
        return mot.isEmpty() ? "Tous les dossiers ouverts" : mot;
    }

    private String age(String code) {
        return chiffres.ages().stream()
                .filter(a -> a.code().equals(code))
                .map(Chiffres.Age::libelle)
                .findFirst()
                .orElse(code);
    }

    private static Ligne ligne(DossiersComptes.Ligne l, MotsDuPilotage mots) {
        return new Ligne(
                l.numero(),
                mots.etape(l.etape()),
                mots.antenne(l.antenne()),
                mots.porteur(l.porteur()),
                Mots.jour(l.ouvertLe()),
                l.limite() == null ? "sans date" : Mots.jour(l.limite()),
                badge(l.situation()));
    }

    private static Vues.Badge badge(Situation situation) {
        String libelle = Mots.majuscule(situation.libelle());
        return switch (situation) {
            case RETARD -> new Vues.Badge("retard", libelle);
            case BIENTOT -> new Vues.Badge("attention", libelle);
            case SUSPENDU -> new Vues.Badge("attente", "Suspendu");
            case A_L_HEURE -> new Vues.Badge("ok", libelle);
        };
    }

    private static <E extends Enum<E>> E parmi(E[] valeurs, String code) {
        return Arrays.stream(valeurs)
                .filter(v -> v.name().equals(code))
                .findFirst()
                .orElse(null);
    }

    private MotsDuPilotage mots() {
        Map<String, String> noms = antennes.toutes().stream().collect(Collectors.toMap(Antenne::code, Antenne::nom));
        return new MotsDuPilotage(modeles.dispositifs(), chiffres.etapes(), noms, textes);
    }
}
