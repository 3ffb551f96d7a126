package fr.jalon.usager;

import fr.jalon.commun.Textes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person is found by, the same for the search and for the duplicates. Names are folded by {@link Textes#recherche}, and each
 * of their ends is kept glued beside, so that "ben kaddour" finds "Benkaddour" and the other way round.
 */
final class ClesDeRecherche {

    /** Raised when what follows changes: rows of an older version are written again at start. */
    static final int VERSION = 2;

    private static final int RECHERCHE_MAX = 3000;
    /** The index of the database keeps no longer word. */
    private static final int MOT_MAX = 80;

    private static final int CLE_MAX = 190;
    private static final int MOTS_RECOLLES = 5;

    private ClesDeRecherche() {}

    /** The words of the names, then the glued ends. */
    static String mots(String nom, String nomNaissance, String prenoms) {
        Set<String> mots = new LinkedHashSet<>();
        Set<String> suites = new LinkedHashSet<>();
        for (String noms : Arrays.asList(
                Textes.recherche(nom + " " + prenoms), Textes.recherche(ou(nomNaissance)), Textes.recherche(prenoms))) {
            List<String> suite = decouper(noms);
            mots.addAll(suite);
            for (int i = 0; i < suite.size() - 1; i++) {
                suites.add(Textes.couper(String.join("", suite.subList(i, suite.size())), MOT_MAX));
            }
        }
        String tous = mots.stream().map(m -> Textes.couper(m, MOT_MAX)).collect(Collectors.joining(" "));
        return Textes.couper((tous + " " + String.join(" ", suites)).strip(), RECHERCHE_MAX);
    }

    /**
     * The ways to glue neighbouring words of a search, the words as they are first: "ben kaddour" gives [ben, kaddour] and
     * [benkaddour].
     */
    static List<List<String>> recollages(List<String> mots) {
        List<List<String>> tous = new ArrayList<>();
        tous.add(mots);
        if (mots.size() > MOTS_RECOLLES) {
            tous.add(List.of(String.join("", mots)));
            return tous;
        }
        for (int coupe = 1; coupe < 1 << (mots.size() - 1); coupe++) {
            List<String> groupes = new ArrayList<>();
            StringBuilder groupe = new StringBuilder(mots.get(0));
            for (int i = 1; i < mots.size(); i++) {
                if (((coupe >> (i - 1)) & 1) == 0) {
                    groupes.add(groupe.toString());
                    groupe.setLength(0);
                }
                groupe.append(mots.get(i));
            }
            groupes.add(groupe.toString());
            tous.add(groupes);
        }
        return tous;
    }

    static List<String> decouper(String mots) {
        return mots.isEmpty() ? List.of() : List.of(mots.split(" "));
    }

    /** Keys of the contacts: exact, whatever the way they were written. */
    static Set<String> contacts(String telephone, String autresTelephones, String courriel) {
        Set<String> cles = new LinkedHashSet<>();
        Telephones.separer(telephone).forEach(n -> cles.add(telephone(n)));
        Telephones.separer(autresTelephones).forEach(n -> cles.add(telephone(n)));
        if (Textes.ouNull(courriel) != null) {
            cles.add(courriel(courriel));
        }
        return cles;
    }

    /** The field that a key of a contact is searched by. */
    static ChampCherche champ(String cle) {
        return cle.startsWith("m") ? ChampCherche.COURRIEL : ChampCherche.TELEPHONE;
    }

    static String telephone(String numero) {
        return Textes.couper("t" + Telephones.cle(numero), CLE_MAX);
    }

    static String courriel(String courriel) {
        return Textes.couper("m" + courriel.strip().toLowerCase(java.util.Locale.ROOT), CLE_MAX);
    }

    private static String ou(String texte) {
        return texte == null ? "" : texte;
    }
}
