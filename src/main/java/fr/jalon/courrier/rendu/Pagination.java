package fr.jalon.courrier.rendu;

import java.util.ArrayList;
import java.util.List;

/** Shares the strips between the pages; a page ends only where a strip allows it, unless nothing else is possible. */
final class Pagination {

    /** A strip and the top of its place. */
    record Place(Rang rang, float y) {}

    private Pagination() {}

    static List<List<Place>> paginer(List<Rang> rangs, float hautPremiere, float hautSuite, float bas) {
        List<List<Place>> pages = new ArrayList<>();
        int debut = 0;
        while (debut < rangs.size() || pages.isEmpty()) {
            float haut = pages.isEmpty() ? hautPremiere : hautSuite;
            int fin = fin(rangs, debut, haut, bas);
            pages.add(placer(rangs.subList(debut, fin), haut));
            debut = fin;
        }
        return pages;
    }

    private static int fin(List<Rang> rangs, int debut, float haut, float bas) {
        float y = haut;
        int fin = debut;
        while (fin < rangs.size()) {
            Rang rang = rangs.get(fin);
            y += (fin == debut ? 0 : rang.avant()) + rang.hauteur();
            if (y > bas && fin > debut) {
                break;
            }
            fin++;
        }
        if (fin == rangs.size()) {
            return fin;
        }
        int permise = fin;
        while (permise > debut && !rangs.get(permise - 1).coupureApres()) {
            permise--;
        }
        return permise > debut ? permise : fin;
    }

    private static List<Place> placer(List<Rang> rangs, float haut) {
        List<Place> places = new ArrayList<>();
        float y = haut;
        for (Rang rang : rangs) {
            y += places.isEmpty() ? 0 : rang.avant();
            places.add(new Place(rang, y));
            y += rang.hauteur();
        }
        return places;
    }
}
