package fr.jalon.usager;

import fr.jalon.commun.Textes;

/**
 * The two names of a person, wherever they were typed: the one used, which is printed, and the birth name when it is another.
 *
 * @param usage null when nothing was typed
 * @param naissance null when it is the name used, or is not known
 */
record Noms(String usage, String naissance) {

    /** The names of a card. A third name, that is neither, is kept by {@link #enTrop} to be told. */
    static Noms de(FichePersonne f) {
        String nom = Textes.ouNull(f.nom());
        String naissance = Textes.ouNull(f.nomNaissance());
        String usage = Textes.ouNull(f.nomUsage());
        if (usage == null) {
            usage = nom == null ? naissance : nom;
        } else if (naissance == null) {
            naissance = nom;
        }
        return new Noms(usage, memes(usage, naissance) ? null : naissance);
    }

    /** Three names were typed, and {@code nom} is neither the birth name nor the name used. */
    static boolean enTrop(FichePersonne f) {
        String nom = Textes.ouNull(f.nom());
        String naissance = Textes.ouNull(f.nomNaissance());
        String usage = Textes.ouNull(f.nomUsage());
        return nom != null && naissance != null && usage != null && !memes(nom, naissance) && !memes(nom, usage);
    }

    private static boolean memes(String un, String autre) {
        return autre == null || Textes.recherche(un).equals(Textes.recherche(autre));
    }
}
