package fr.jalon.web.usager;

import fr.jalon.usager.Quartiers;
import fr.jalon.web.commun.Vues.Choix;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the form of a person offers. */
@Component
class ChoixPersonne {

    static final List<Choix> CIVILITES = List.of(
            new Choix("MME", "Madame", null),
            new Choix("M", "Monsieur", null),
            new Choix("NEUTRE", "Sans civilité", null));

    private final Quartiers quartiers;
    private final List<Choix> langues = langues();

    ChoixPersonne(Quartiers quartiers) {
        this.quartiers = quartiers;
    }

    void remplir(Model model) {
        model.addAttribute("civilites", CIVILITES);
        model.addAttribute("langues", langues);
        model.addAttribute("quartiers", quartiers());
    }

    List<Choix> quartiers() {
        return quartiers.tous().stream()
                .map(q -> new Choix(q.code(), q.libelle() + " (" + q.code() + ")", null))
                .toList();
    }

    static String langue(String code) {
        String nom = new Locale(code).getDisplayLanguage(Locale.FRENCH);
        return nom.isEmpty() ? code : Character.toUpperCase(nom.charAt(0)) + nom.substring(1);
    }

    /** French first, then every language that has a French name. */
    private static List<Choix> langues() {
        List<Choix> langues = new ArrayList<>();
        langues.add(new Choix("fr", langue("fr"), null));
        Collator alphabet = Collator.getInstance(Locale.FRENCH);
        Arrays.stream(Locale.getISOLanguages())
                .filter(code -> !code.equals("fr"))
                .map(code -> new Choix(code, langue(code), null))
                .filter(c -> !c.libelle().equalsIgnoreCase(c.valeur()))
                .sorted(Comparator.comparing(Choix::libelle, alphabet))
                .forEach(langues::add);
        return langues;
    }
}
