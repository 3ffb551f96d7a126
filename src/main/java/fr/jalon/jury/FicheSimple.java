package fr.jalon.jury;

import fr.jalon.commun.Centimes;
import fr.jalon.seance.DemandeAuJury;
import fr.jalon.seance.Fiches;
import fr.jalon.seance.Point;
import fr.jalon.seance.SeanceVue;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An item in plain French, one sentence after the other with its pictogram: table {@code fiche-simple-jury}. It names nobody. */
@Service
public class FicheSimple {

    private static final String AUTRES = "{autres}";

    private final Fiches fiches;
    private final ReglesDuJury regles;

    FicheSimple(Fiches fiches, ReglesDuJury regles) {
        this.fiches = fiches;
        this.regles = regles;
    }

    /** @param pictogramme name of an icon of the house */
    public record Phrase(String pictogramme, String texte) {}

    /** The sentences of an item; none when it asks for no money or its instance has no such sheet. */
    @Transactional(readOnly = true)
    public List<Phrase> de(SeanceVue seance, Point point) {
        return fiches.demande(point)
                .map(d -> regles.simple(seance.instance(), point.question()).stream()
                        .filter(p -> d.cout() > d.demande() || !p.texte().contains(AUTRES))
                        .map(p -> new Phrase(p.pictogramme(), remplir(p.texte(), d)))
                        .toList())
                .orElse(List.of());
    }

    private static String remplir(String phrase, DemandeAuJury d) {
        return phrase.replace("{objet}", d.objet())
                .replace("{cout}", Centimes.enFrancais(d.cout()))
                .replace("{demande}", Centimes.enFrancais(d.demande()))
                .replace(AUTRES, Centimes.enFrancais(d.cout() - d.demande()));
    }
}
