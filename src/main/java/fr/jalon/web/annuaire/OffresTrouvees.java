package fr.jalon.web.annuaire;

import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.FiltreOffres;
import fr.jalon.annuaire.OffreVue;
import fr.jalon.commun.Page;
import fr.jalon.commun.SaisieInvalide;
import java.util.List;

/**
 * What a search of the offers shows, for anybody and for an agent alike.
 *
 * @param enPartie nothing has all the words: these have some of them, the nearest first
 */
record OffresTrouvees(Page<OffreVue> page, boolean enPartie) {

    /** @throws SaisieInvalide when the page, the words or the lever cannot be */
    static OffresTrouvees de(Annuaire annuaire, FiltreOffres filtre, int page, int taille) {
        Page<OffreVue> entieres = annuaire.chercher(filtre, page, taille);
        if (entieres.total() > 0 || filtre.q() == null || !filtre.q().strip().contains(" ")) {
            return new OffresTrouvees(entieres, false);
        }
        Page<OffreVue> proches = annuaire.approcher(filtre, page, taille);
        return new OffresTrouvees(proches, proches.total() > 0);
    }

    static OffresTrouvees aucune(int taille) {
        return new OffresTrouvees(new Page<>(List.of(), 0, taille, 0), false);
    }
}
