package fr.jalon.web.dossier;

import fr.jalon.dossier.EvenementVue;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.TableauCsv;
import fr.jalon.web.commun.Vues;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The history of a dossier, drawn. */
@Component
class HistoireEcran {

    private record Dessin(String icone, String etat, String titre) {}

    private static final Dessin SIMPLE = new Dessin("historique", "neutre", "");

    private final Map<String, Dessin> dessins = TableauCsv.lire("histoire.csv").stream()
            .collect(Collectors.toMap(c -> c.get(0), c -> new Dessin(c.get(1), c.get(2), c.get(3))));

    List<Vues.Fait> de(List<EvenementVue> histoire) {
        return histoire.stream().map(this::fait).toList();
    }

    private Vues.Fait fait(EvenementVue e) {
        Dessin dessin = dessins.getOrDefault(e.nature(), SIMPLE);
        boolean motsDUnAgent = !dessin.titre().isEmpty();
        return new Vues.Fait(
                Mots.aParis(e.quand()),
                dessin.etat(),
                dessin.icone(),
                motsDUnAgent ? dessin.titre() : e.texte(),
                e.auteurNom(),
                motsDUnAgent ? e.complet() : e.interne());
    }
}
