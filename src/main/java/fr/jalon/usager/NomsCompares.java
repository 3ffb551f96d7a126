package fr.jalon.usager;

import fr.jalon.commun.Textes;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of a card being written beside those of a known person, under the folding of the search. */
record NomsCompares(FichePersonne fiche, PersonneVue connue) {

    static final String MEME_NOM = "même nom";
    private static final int NOM_COMPARE = 4;
    static final String PRONONCE = "nom qui se prononce pareil";

    /** What the names have in common, null when it is nothing. */
    String enCommun() {
        if (memeNom()) {
            return MEME_NOM;
        }
        if (inverses()) {
            return "nom et prénoms inversés";
        }
        if (memesMots()) {
            return "nom et prénoms répartis autrement";
        }
        if (sonnePareil()) {
            return !memesNoms() ? PRONONCE : prenomsEnCommun() ? MEME_NOM : "même nom, prénom qui se prononce pareil";
        }
        if (unDesNoms()) {
            return "un nom sur deux en commun, même prénom";
        }
        return memesNoms() ? "même nom de famille, autre prénom" : null;
    }

    List<String> noms() {
        Noms noms = Noms.de(fiche);
        return Stream.of(noms.usage(), noms.naissance())
                .filter(Objects::nonNull)
                .toList();
    }

    private List<String> nomsConnus() {
        return Stream.of(connue.nom(), connue.nomNaissance())
                .filter(Objects::nonNull)
                .toList();
    }

    /** The names are those of the same person, by the one used or the birth name. */
    boolean memesNoms() {
        Set<String> connus = nomsConnus().stream().map(NomsCompares::colle).collect(Collectors.toSet());
        return noms().stream().map(NomsCompares::colle).anyMatch(connus::contains);
    }

    boolean memeNom() {
        return memesNoms() && colle(fiche.prenoms()).equals(colle(connue.prenoms()));
    }

    private boolean sonnePareil() {
        Set<String> connus = nomsConnus().stream()
                .map(nom -> Phonetique.cle(nom, connue.prenoms()))
                .collect(Collectors.toSet());
        return noms().stream().map(nom -> Phonetique.cle(nom, fiche.prenoms())).anyMatch(connus::contains);
    }

    boolean memeNomQuiSonne() {
        return memesNoms() && sonnePareil();
    }

    /** "Fatima Zohra, Benkaddour" for "Benkaddour, Fatima Zohra". */
    boolean inverses() {
        String prenoms = colle(fiche.prenoms());
        String prenomsConnus = colle(connue.prenoms());
        return !prenoms.isEmpty()
                && !prenomsConnus.isEmpty()
                && noms().stream().anyMatch(nom -> colle(nom).equals(prenomsConnus))
                && nomsConnus().stream().anyMatch(nom -> colle(nom).equals(prenoms));
    }

    /** The same words, cut elsewhere: "Nguyen, Van An" and "An, Nguyen Van". */
    boolean memesMots() {
        return noms().stream()
                .map(nom -> mots(nom + " " + fiche.prenoms()))
                .anyMatch(dits ->
                        nomsConnus().stream().anyMatch(connu -> dits.equals(mots(connu + " " + connue.prenoms()))));
    }

    /** One of two names, or of two first names, is missing on one side: "Leroy-Martin, Anne" and "Martin, Anne". */
    boolean unDesNoms() {
        return noms().stream()
                        .anyMatch(nom -> nomsConnus().stream()
                                .anyMatch(connu -> contient(mots(nom), mots(connu)) || bordPareil(nom, connu)))
                && (prenomsEnCommun()
                        || Phonetique.cle("x", fiche.prenoms()).equals(Phonetique.cle("x", connue.prenoms())));
    }

    private boolean prenomsEnCommun() {
        return contient(mots(fiche.prenoms()), mots(connue.prenoms()));
    }

    /** "De La Tour" and "Latour", "El Amrani" and "Elamrani-Idrissi": a word more, and the words glued otherwise. */
    private static boolean bordPareil(String un, String autre) {
        String court = colle(un).length() < colle(autre).length() ? colle(un) : colle(autre);
        String entier = colle(un).length() < colle(autre).length() ? colle(autre) : colle(un);
        return court.length() >= NOM_COMPARE && (entier.endsWith(court) || entier.startsWith(court));
    }

    private static boolean contient(Collection<String> un, Collection<String> autre) {
        return !un.isEmpty() && !autre.isEmpty() && (un.containsAll(autre) || autre.containsAll(un));
    }

    private static Set<String> mots(String texte) {
        return new HashSet<>(ClesDeRecherche.decouper(Textes.recherche(texte)));
    }

    static String colle(String texte) {
        return Textes.recherche(texte).replace(" ", "");
    }
}
