package fr.jalon.annuaire;

import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Langues;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Cleans what was typed and gathers the faults, field by field. */
final class ControleTextes {

    private final List<ErreurChamp> erreurs = new ArrayList<>();

    void refuser(String champ, String message) {
        erreurs.add(new ErreurChamp(champ, message));
    }

    /** @param demande what to say when nothing is written: a summary of faults names no field */
    String obligatoire(String champ, String valeur, int max, String demande) {
        String net = facultatif(champ, valeur, max);
        if (net == null) {
            refuser(champ, demande);
        }
        return net;
    }

    /** One line of text. */
    String facultatif(String champ, String valeur, int max) {
        String net = lignes(champ, valeur, max);
        if (net != null && net.indexOf('\n') >= 0) {
            refuser(champ, "Écrivez sur une seule ligne.");
        }
        return net;
    }

    String lignes(String champ, String valeur, int max) {
        String net = Textes.ouNull(valeur);
        if (net == null) {
            return null;
        }
        net = net.replace("\r\n", "\n").replace('\r', '\n');
        if (Textes.longueur(net) > max) {
            refuser(champ, "Écrivez au plus " + max + " caractères.");
        } else if (!Textes.lisible(net)) {
            refuser(champ, "Ce champ contient un caractère invisible : effacez-le et écrivez-le à nouveau.");
        }
        return net;
    }

    String telephone(String champ, String valeur) {
        String net = facultatif(champ, valeur, 30);
        if (net != null && !net.matches("\\+?[0-9 .()-]{4,30}")) {
            refuser(champ, "Écrivez un numéro avec des chiffres, par exemple 02 99 00 00 00.");
        }
        return net;
    }

    String courriel(String champ, String valeur) {
        String net = facultatif(champ, valeur, 200);
        if (net != null && !net.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+")) {
            refuser(champ, "Écrivez une adresse de la forme nom@exemple.fr.");
        }
        return net;
    }

    /** An address of the web; nothing else can be followed from the screen. */
    String site(String champ, String valeur) {
        String net = facultatif(champ, valeur, 200);
        if (net != null && !net.matches("https?://[^\\s\"'<>]+\\.[^\\s\"'<>]+")) {
            refuser(champ, "Écrivez une adresse qui commence par https://, par exemple https://exemple.fr.");
        }
        return net;
    }

    /** Codes without doubles, refused when one is unknown. */
    List<String> codes(String champ, List<String> valeurs, Predicate<String> connu, String message) {
        LinkedHashSet<String> codes = new LinkedHashSet<>();
        for (String valeur : valeurs) {
            String net = Textes.ouNull(valeur);
            if (net != null && !connu.test(net)) {
                refuser(champ, "« " + Textes.couper(net, 60) + " » : " + message);
            } else if (net != null) {
                codes.add(net);
            }
        }
        return List.copyOf(codes);
    }

    List<String> langues(List<String> valeurs, Nomenclature nomenclature) {
        List<String> minuscules = valeurs.stream()
                .map(v -> v == null ? null : v.strip().toLowerCase(Locale.ROOT))
                .filter(v -> !"fr".equals(v))
                .toList();
        return codes(
                        "langues",
                        minuscules,
                        Langues::existe,
                        "indiquez le nom ou le code de langue, par exemple arabe, en ou snk.")
                .stream()
                .sorted()
                .toList();
    }

    List<String> quartiers(List<String> valeurs, Nomenclature nomenclature) {
        List<String> majuscules = valeurs.stream()
                .map(v -> v == null ? null : v.strip().toUpperCase(Locale.ROOT))
                .toList();
        return Listes.quartiers(codes(
                "quartiers",
                majuscules,
                q -> nomenclature.quartier(q).isPresent(),
                "ce quartier n'existe pas, choisissez de Q1 à Q12."));
    }

    void terminer() {
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
    }
}
