package fr.jalon.web.usager;

import fr.jalon.commun.Langues;
import fr.jalon.usager.Quartiers;
import fr.jalon.web.commun.Vues.Choix;
import java.util.List;
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

    private static List<Choix> langues() {
        return Langues.codes().stream()
                .map(code -> new Choix(code, Langues.nomSeul(code), null))
                .toList();
    }
}
