package fr.jalon.usager;

import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Langues;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cleans a person's card and refuses what cannot be, field by field. */
final class FicheVerifiee {

    private static final Set<String> CIVILITES = Set.of("MME", "M", "NEUTRE");
    private static final Set<String> LIGNES = Set.of("adresse");
    private static final int AGE_MAX = 125;

    private final List<ErreurChamp> erreurs = new ArrayList<>();

    private FicheVerifiee() {}

    static FichePersonne verifier(FichePersonne f, LocalDate aujourdhui) {
        FicheVerifiee v = new FicheVerifiee();
        String civilite = Textes.ouNull(f.civilite());
        if (civilite == null || !CIVILITES.contains(civilite.toUpperCase(Locale.ROOT))) {
            v.refuser("civilite", "Choisissez Madame, Monsieur ou sans civilité.");
        }
        v.verifierNaissance(f.dateNaissance(), aujourdhui);
        String courriel = v.texte("courriel", f.courriel(), 200, false);
        if (courriel != null && !courriel.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+")) {
            v.refuser("courriel", "Écrivez une adresse de la forme nom@exemple.fr.");
        }
        String telephone = v.texte("telephone", f.telephone(), 30, false);
        if (telephone != null && !telephone.matches("\\+?[0-9 .()-]{6,30}")) {
            v.refuser("telephone", "Écrivez un numéro avec des chiffres, par exemple 02 99 00 00 00.");
        }
        String langue = Textes.ouNull(f.langue());
        langue = langue == null ? Langues.FRANCAIS : langue.toLowerCase(Locale.ROOT);
        if (!Langues.existe(langue)) {
            v.refuser("langue", "Choisissez une langue de la liste, par son code : par exemple fr, ar ou snk.");
        }
        FichePersonne propre = new FichePersonne(
                civilite == null ? null : civilite.toUpperCase(Locale.ROOT),
                v.texte("nom", f.nom(), 500, true),
                v.texte("prenoms", f.prenoms(), 500, true),
                f.dateNaissance(),
                v.texte("adresse", f.adresse(), 500, true),
                v.quartier(f.quartier()),
                telephone,
                courriel,
                langue,
                v.nir(f.nir()));
        if (!v.erreurs.isEmpty()) {
            throw new SaisieInvalide(v.erreurs);
        }
        return propre;
    }

    private void refuser(String champ, String message) {
        erreurs.add(new ErreurChamp(champ, message));
    }

    private void verifierNaissance(LocalDate naissance, LocalDate aujourdhui) {
        if (naissance == null) {
            refuser("dateNaissance", "Indiquez la date de naissance (jour, mois, année).");
        } else if (naissance.isAfter(aujourdhui)) {
            refuser("dateNaissance", "La date de naissance ne peut pas être dans le futur.");
        } else if (naissance.isBefore(aujourdhui.minusYears(AGE_MAX))) {
            refuser("dateNaissance", "Vérifiez l'année de naissance : elle est trop ancienne.");
        }
    }

    private String texte(String champ, String valeur, int max, boolean obligatoire) {
        String net = Textes.ouNull(valeur);
        if (net == null) {
            if (obligatoire) {
                refuser(champ, "Ce champ est obligatoire.");
            }
            return null;
        }
        if (Textes.longueur(net) > max) {
            refuser(champ, "Écrivez au plus " + max + " caractères.");
        } else if (!Textes.lisible(net) || (net.indexOf('\n') >= 0 && !LIGNES.contains(champ)) || !visible(net)) {
            refuser(champ, "Ce champ contient un caractère invisible : effacez-le et écrivez-le à nouveau.");
        }
        return net;
    }

    private static boolean visible(String texte) {
        return texte.codePoints().anyMatch(c -> Character.getType(c) != Character.FORMAT && !Character.isWhitespace(c));
    }

    private String quartier(String quartier) {
        String net = Textes.ouNull(quartier);
        return net == null ? null : net.toUpperCase(Locale.ROOT);
    }

    private String nir(String nir) {
        String net = Textes.ouNull(nir);
        if (net == null) {
            return null;
        }
        String chiffres = Nir.compact(net);
        if (!Nir.estValide(chiffres)) {
            refuser("nir", "Vérifiez le numéro de sécurité sociale : 15 caractères, la clé ne correspond pas.");
        }
        return chiffres;
    }
}
