package fr.jalon.corbeille;

import java.util.List;

/**
 * What to show of a tab.
 *
 * @param criteres null for none
 * @param q words of the person's name or the number, without accents or case; null for all
 * @param ordres order, the strongest key first; empty for urgent first, then the hard date
 */
public record FiltreCorbeille(Onglet onglet, CriteresCorbeille criteres, String q, List<Ordre> ordres) {

    public FiltreCorbeille {
        criteres = criteres == null ? CriteresCorbeille.AUCUN : criteres;
        ordres = ordres == null || ordres.isEmpty() ? List.of(Ordre.ECHEANCE) : List.copyOf(ordres);
    }

    public static FiltreCorbeille de(Onglet onglet) {
        return new FiltreCorbeille(onglet, null, null, null);
    }

    public FiltreCorbeille avecOnglet(Onglet autre) {
        return new FiltreCorbeille(autre, criteres, q, ordres);
    }

    public FiltreCorbeille avec(CriteresCorbeille autres) {
        return new FiltreCorbeille(onglet, autres, q, ordres);
    }

    public FiltreCorbeille trie(Ordre... autres) {
        return new FiltreCorbeille(onglet, criteres, q, List.of(autres));
    }
}
