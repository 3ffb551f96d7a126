package fr.jalon.importation.personne;

import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.usager.Doublon;
import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds whether the person of a row is known: same social security number, or same name, first names and birth date. A
 * doubt is never settled by the software: it is told.
 */
@Component
public class RapprochementPersonne {

    private static final int RESSEMBLANCES = 3;

    private final Personnes personnes;

    RapprochementPersonne(Personnes personnes) {
        this.personnes = personnes;
    }

    /**
     * What was found.
     *
     * @param connue the known person, empty for a new one
     * @param proches persons that look alike, to show
     */
    public record Resultat(Optional<PersonneVue> connue, List<Doublon> proches) {}

    /** @throws SaisieInvalide on the column at fault when the row contradicts what is known */
    public Resultat chercher(FichePersonne fiche) {
        List<Doublon> doublons = personnes.doublons(fiche);
        List<PersonneVue> parNir = doublons.stream()
                .filter(Doublon::certain)
                .map(Doublon::personne)
                .toList();
        List<PersonneVue> memes = doublons.stream()
                .map(Doublon::personne)
                .filter(p -> meme(p, fiche))
                .toList();
        if (!parNir.isEmpty()) {
            PersonneVue connue = parNir.get(0);
            if (!meme(connue, fiche)) {
                throw new SaisieInvalide(
                        ColonnesPersonne.NIR,
                        "Ce numéro de sécurité sociale est celui de " + decrire(connue)
                                + ". Vérifiez le numéro, le nom et la date de naissance.");
            }
            return new Resultat(Optional.of(connue), List.of());
        }
        if (memes.size() > 1) {
            throw new SaisieInvalide(
                    ColonnesPersonne.NIR,
                    "Plusieurs personnes ont ce nom et cette date de naissance. Ajoutez le numéro de sécurité sociale.");
        }
        if (memes.isEmpty()) {
            return new Resultat(Optional.empty(), doublons);
        }
        PersonneVue connue = memes.get(0);
        if (fiche.nir() != null && connue.nirMasque() != null) {
            throw new SaisieInvalide(
                    ColonnesPersonne.NIR,
                    "La fiche de " + decrire(connue) + " porte un autre numéro de sécurité sociale. Vérifiez lequel est"
                            + " le bon.");
        }
        return new Resultat(Optional.of(connue), List.of());
    }

    /** "Zoé Inventée, née le 3 mai 1990". */
    public static String decrire(PersonneVue personne) {
        String ne = switch (personne.civilite()) {
            case "MME" -> "née le ";
            case "M" -> "né le ";
            default -> "date de naissance : ";
        };
        return personne.nomComplet() + ", " + ne + Horloge.enMots(personne.dateNaissance());
    }

    /** One sentence about the persons that look alike, none when nobody does. */
    public static List<String> ressemblances(List<Doublon> proches) {
        if (proches.isEmpty()) {
            return List.of();
        }
        String noms = proches.stream()
                .limit(RESSEMBLANCES)
                .map(p -> decrire(p.personne()) + " (" + p.raison() + ")")
                .collect(Collectors.joining(" ; "));
        int autres = proches.size() - RESSEMBLANCES;
        return List.of("Ressemble à quelqu'un de connu : " + noms
                + (autres > 0 ? ", et " + autres + " de plus" : "")
                + ". Vérifiez que ce n'est pas la même personne.");
    }

    private static boolean meme(PersonneVue p, FichePersonne fiche) {
        return p.dateNaissance().equals(fiche.dateNaissance())
                && Textes.recherche(p.nom()).equals(Textes.recherche(fiche.nom()))
                && Textes.recherche(p.prenoms()).equals(Textes.recherche(fiche.prenoms()));
    }

    /** French names of what the row changes in the contact of a known person. */
    public static List<String> changements(PersonneVue p, FichePersonne fiche) {
        List<String> champs = new ArrayList<>();
        comparer(
                champs,
                "adresse",
                Textes.recherche(p.adresse()),
                fiche.adresse() == null ? null : Textes.recherche(fiche.adresse()));
        comparer(champs, "quartier", p.quartier(), fiche.quartier());
        comparer(champs, "téléphone", chiffres(p.telephone()), chiffres(fiche.telephone()));
        comparer(champs, "courriel", minuscules(p.courriel()), minuscules(fiche.courriel()));
        comparer(champs, "langue", p.langue(), fiche.langue());
        if (fiche.nir() != null && p.nirMasque() == null) {
            champs.add("numéro de sécurité sociale");
        }
        return champs;
    }

    /** An empty cell changes nothing. */
    private static void comparer(List<String> champs, String nom, String connu, String lu) {
        if (lu != null && !lu.isEmpty() && !Objects.equals(connu, lu)) {
            champs.add(nom);
        }
    }

    /** The card of the known person with the contact of the row; identity stays as it is. */
    public static FichePersonne fusionner(PersonneVue p, FichePersonne fiche) {
        return new FichePersonne(
                p.civilite(),
                p.nom(),
                p.prenoms(),
                p.dateNaissance(),
                ou(fiche.adresse(), p.adresse()),
                ou(fiche.quartier(), p.quartier()),
                ou(fiche.telephone(), p.telephone()),
                ou(fiche.courriel(), p.courriel()),
                ou(fiche.langue(), p.langue()),
                p.nirMasque() == null ? fiche.nir() : null);
    }

    private static String ou(String lu, String connu) {
        return lu == null ? connu : lu;
    }

    private static String chiffres(String texte) {
        return texte == null ? null : texte.replaceAll("[^0-9+]", "");
    }

    private static String minuscules(String texte) {
        return texte == null ? null : texte.toLowerCase(Locale.ROOT);
    }
}
