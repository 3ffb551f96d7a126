package fr.jalon.courrier;

import fr.jalon.commun.Montant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The catalogue's examples as values, to try a template on a plainly invented person before it is published. */
@Component
class ValeursExemples {

    private final CatalogueChamps catalogue;

    ValeursExemples(CatalogueChamps catalogue) {
        this.catalogue = catalogue;
    }

    ValeursCourrier toutes() {
        ValeursCourrier valeurs = new ValeursCourrier();
        catalogue.tous().stream()
                .filter(champ -> catalogue.listeDe(champ).isEmpty())
                .forEach(champ -> ajouter(valeurs, champ));
        return valeurs;
    }

    private void ajouter(ValeursCourrier valeurs, ChampFusion champ) {
        switch (champ.type()) {
            case NOM, TEXTE -> valeurs.texte(champ.code(), champ.exemple());
            case LIGNES ->
                valeurs.lignes(champ.code(), Arrays.asList(champ.exemple().split("\\|")));
            case DATE -> valeurs.date(champ.code(), LocalDate.parse(champ.exemple()));
            case MONTANT -> valeurs.montant(champ.code(), Montant.de(champ.exemple()));
            case LISTE -> valeurs.liste(champ.code(), List.of(rangee(champ)));
        }
    }

    private Map<String, String> rangee(ChampFusion liste) {
        Map<String, String> rangee = new LinkedHashMap<>();
        catalogue.tous().stream()
                .filter(c -> c.appartientA(liste.code()))
                .forEach(c -> rangee.put(c.code(), c.exemple()));
        return rangee;
    }
}
