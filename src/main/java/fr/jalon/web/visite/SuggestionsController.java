package fr.jalon.web.visite;

import fr.jalon.accueil.PapiersAccueil;
import fr.jalon.accueil.ParametresAccueil;
import fr.jalon.agent.Agent;
import fr.jalon.annuaire.AConfirmer;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.FiltreOffres;
import fr.jalon.annuaire.Lieu;
import fr.jalon.annuaire.LieuProche;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Page;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Mots;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is shown while somebody types a name. By POST: a name never stands in an address; of a person, the identity only. */
@Controller
class SuggestionsController {

    private final Personnes personnes;
    private final Annuaire annuaire;
    private final ParametresAccueil parametres;
    private final Horloge horloge;

    SuggestionsController(Personnes personnes, Annuaire annuaire, ParametresAccueil parametres, Horloge horloge) {
        this.personnes = personnes;
        this.annuaire = annuaire;
        this.parametres = parametres;
        this.horloge = horloge;
    }

    /** A line of suggestion; the place is null for an organisation without any, or for a person. */
    record Suggestion(String valeur, String lieu, String texte, String detail) {}

    @PostMapping("/visites/personnes")
    String personnes(
            @RequestParam(defaultValue = "") String qui,
            @RequestParam(defaultValue = "") String creer,
            @Appelant Agent agent,
            Model model) {
        List<PersonneVue> trouvees;
        try {
            trouvees = personnes
                    .rechercher(qui, 0, parametres.suggestions(), agent)
                    .elements();
        } catch (SaisieInvalide tropLong) {
            trouvees = List.of();
        }
        model.addAttribute(
                "suggestions",
                trouvees.stream()
                        .map(p -> new Suggestion(p.id().toString(), null, p.nomEtPrenoms(), detail(p)))
                        .toList());
        model.addAttribute("cherche", !qui.isBlank());
        model.addAttribute(
                "creation",
                trouvees.isEmpty() && !qui.isBlank() && creer.equals("oui")
                        ? VisitesController.PERSONNE_NOUVELLE
                        : null);
        model.addAttribute("prefixe", "personne");
        return "visite/suggestions :: liste";
    }

    @PostMapping("/visites/organismes")
    String organismes(
            @RequestParam(name = "organismeTexte", defaultValue = "") String texte,
            @RequestParam(defaultValue = "") String personne,
            Model model) {
        List<Suggestion> suggestions = List.of();
        try {
            if (!texte.isBlank()) {
                FiltreOffres filtre = FiltreOffres.de(texte, null, null, null, null);
                String quartier = quartier(personne);
                suggestions = annuaire.chercherOrganismes(filtre, 0, Page.TAILLE_MAX).elements().stream()
                        .sorted(Comparator.comparing(o -> !nomme(o, texte)))
                        .flatMap(o -> lignes(o, quartier))
                        .limit(parametres.suggestions())
                        .toList();
            }
        } catch (SaisieInvalide tropLong) {
            suggestions = List.of();
        }
        model.addAttribute("suggestions", suggestions);
        model.addAttribute("cherche", !texte.isBlank());
        model.addAttribute("prefixe", "organisme");
        return "visite/suggestions :: liste";
    }

    private String detail(PersonneVue p) {
        String naissance = Mots.jour(p.dateNaissance());
        return p.decedeeLe() == null
                ? naissance + ", " + p.ageLe(horloge.aujourdhui()).mots()
                : naissance + ", décès le " + Mots.jour(p.decedeeLe());
    }

    /** The directory also finds words of the presentation: who bears the words in its name comes first. */
    private static boolean nomme(OrganismeVue o, String texte) {
        String nom = " " + Textes.recherche(o.nom());
        return Arrays.stream(Textes.recherche(texte).split(" ")).allMatch(mot -> nom.contains(" " + mot));
    }

    private String quartier(String personne) {
        try {
            return personnes.parId(UUID.fromString(personne)).quartier();
        } catch (IllegalArgumentException | Introuvable sansPersonne) {
            return null;
        }
    }

    /** Its places, the nearest first; an organisation without any place is itself the choice. */
    private Stream<Suggestion> lignes(OrganismeVue o, String quartier) {
        if (o.lieux().isEmpty()) {
            return Stream.of(new Suggestion(o.code(), null, o.nom(), "adresse à demander"));
        }
        return annuaire.lieuxProches(quartier, FiltreOffres.deLOrganisme(o.code()), 2).stream()
                .map(l -> ligne(o, l));
    }

    private static Suggestion ligne(OrganismeVue o, LieuProche proche) {
        Lieu l = proche.lieu();
        String detail = PapiersAccueil.joindre(
                ", ",
                PapiersAccueil.adresse(l),
                l.horaires() == null ? "horaires à demander" : "ouvert : " + l.horaires());
        return new Suggestion(
                o.code(), l.nom(), o.nom() + ", " + l.nom(), AConfirmer.mots(detail, proche.aConfirmer()));
    }
}
