package fr.jalon.courrier.rendu;

import java.io.IOException;
import java.util.List;

/** Draws the strips of one page, the boxes first. */
final class Feuille {

    private final Plume plume;

    Feuille(Plume plume) {
        this.plume = plume;
    }

    void dessiner(List<Pagination.Place> places) throws IOException {
        int i = 0;
        while (i < places.size()) {
            Object encadre = places.get(i).rang().encadre();
            int fin = i + 1;
            while (encadre != null
                    && fin < places.size()
                    && places.get(fin).rang().encadre() == encadre) {
                fin++;
            }
            if (encadre != null) {
                fond(places.get(i), places.get(fin - 1));
            }
            i = fin;
        }
        for (Pagination.Place place : places) {
            for (Element element : place.rang().elements()) {
                dessiner(element, place.y());
            }
        }
    }

    private void fond(Pagination.Place premiere, Pagination.Place derniere) throws IOException {
        float haut = premiere.y();
        float hauteur = derniere.y() + derniere.rang().hauteur() - haut;
        plume.artefact(flux -> {
            flux.setNonStrokingColor(Format.FOND);
            flux.addRect(Format.GAUCHE, Format.HAUTEUR - haut - hauteur, Format.DROITE - Format.GAUCHE, hauteur);
            flux.fill();
            flux.setNonStrokingColor(Format.ACCENT);
            flux.addRect(Format.GAUCHE, Format.HAUTEUR - haut - hauteur, 3, hauteur);
            flux.fill();
        });
    }

    private void dessiner(Element element, float y) throws IOException {
        if (element instanceof Element.Texte t) {
            plume.texte(t.ligne(), Format.GAUCHE + t.x(), y + t.base(), t.taille(), t.couleur(), t.balise());
        } else if (element instanceof Element.Dessin d) {
            float bas = Format.HAUTEUR - (y + d.y() + d.cote());
            plume.artefact(flux -> Pictogrammes.tracer(flux, d.pictogramme(), Format.GAUCHE + d.x(), bas, d.cote()));
        }
    }
}
