package fr.jalon.courrier.rendu;

import fr.jalon.courrier.langage.ArticlesDeLoi;
import fr.jalon.courrier.langage.Bloc;
import fr.jalon.courrier.langage.Morceau;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/** Turns the blocks of a letter into strips, and fills the reading order. */
final class Corps {

    private static final float ENTRE_PARAGRAPHES = 6.5f;
    private static final float RETRAIT_PUCE = 14;
    private static final float MARGE_ENCADRE = 12;
    private static final float PICTO = 17;
    private static final float RETRAIT_PICTO = 27;
    private static final float ESPACE_SIGNATURE = 30;
    /** Room for a signature written by hand. */
    private static final float PLACE_SIGNATURE = 52;
    /** A section longer than this, in points, may be cut before the signatures. */
    private static final float SECTION_RETENUE = 300;
    /** A box with more lines than this may be cut between two of its lines. */
    private static final int LIGNES_INSECABLES = 24;

    private final Coupeur coupeur;
    private final Balises balises;
    private final List<Rang> rangs = new ArrayList<>();
    private final List<Morceau> references = new ArrayList<>();
    private PDStructureElement liste;
    /** Where the last title or box begins among the strips. */
    private int derniereSection;

    private record Style(float taille, float interligne, Color couleur, float retrait, float largeur) {}

    Corps(Coupeur coupeur, Balises balises) {
        this.coupeur = coupeur;
        this.balises = balises;
    }

    List<Rang> rangs(Lettre lettre) {
        for (Bloc bloc : lettre.blocs()) {
            if (bloc instanceof Bloc.Signature) {
                signature(lettre);
            } else if (bloc instanceof Bloc.Signatures) {
                signatures(lettre);
            } else {
                bloc(bloc);
            }
        }
        if (!lettre.remis()
                && lettre.blocs().stream()
                        .noneMatch(b -> b instanceof Bloc.Signature || b instanceof Bloc.Signatures)) {
            signature(lettre);
        }
        if (lettre.blocs().stream().anyMatch(Bloc.Signatures.class::isInstance)) {
            // What both sign and the law that it rests on are one sheet
            lier(rangs.size() - 1);
        }
        references();
        return rangs;
    }

    private static Style courant(float retrait) {
        return new Style(
                Format.CORPS, Format.INTERLIGNE, Format.ENCRE, retrait, Format.DROITE - Format.GAUCHE - retrait);
    }

    private void bloc(Bloc bloc) {
        if (!(bloc instanceof Bloc.Puce)) {
            liste = null;
        }
        if (bloc instanceof Bloc.Titre titre) {
            titre(titre);
        } else if (bloc instanceof Bloc.Paragraphe paragraphe) {
            paragraphe(paragraphe);
        } else if (bloc instanceof Bloc.Puce puce) {
            puce(puce);
        } else if (bloc instanceof Bloc.Encadre encadre) {
            encadre(encadre);
        } else if (bloc instanceof Bloc.Reference reference) {
            references.addAll(references.isEmpty() ? List.of() : List.of(new Morceau(" ", false)));
            references.addAll(reference.texte());
        }
    }

    private void titre(Bloc.Titre titre) {
        derniereSection = rangs.size();
        Style style = new Style(Format.TITRE, 16, Format.ACCENT, 0, Format.DROITE - Format.GAUCHE);
        List<Morceau> gras = enGras(titre.texte());
        ajouter(lignes(gras, style, balises.element("H2")), 13, false);
    }

    private void paragraphe(Bloc.Paragraphe paragraphe) {
        boolean annonce = finit(paragraphe.texte(), ":");
        ajouter(lignes(paragraphe.texte(), courant(0), balises.element("P")), ENTRE_PARAGRAPHES, !annonce);
    }

    private void puce(Bloc.Puce puce) {
        boolean premiere = liste == null;
        liste = premiere ? balises.element("L") : liste;
        PDStructureElement item = balises.element("LI", liste);
        Style style = courant(RETRAIT_PUCE);
        LigneTexte point = coupeur.couper(List.of(new Morceau("•", true)), 100).get(0);
        Element.Texte marque = new Element.Texte(
                point, 3, style.taille(), style.taille(), Format.ACCENT, balises.element("Lbl", item));
        List<Rang> lignes = lignes(puce.texte(), style, balises.element("LBody", item));
        List<Element> premiers = new ArrayList<>(List.of(marque));
        premiers.addAll(lignes.get(0).elements());
        lignes.set(0, new Rang(0, style.interligne(), true, null, premiers));
        ajouter(lignes, premiere ? 4 : 3.5f, true);
    }

    private void encadre(Bloc.Encadre encadre) {
        derniereSection = rangs.size();
        Object cle = new Object();
        List<Rang> dedans = new ArrayList<>();
        float largeur = Format.DROITE - Format.GAUCHE - 2 * MARGE_ENCADRE;
        if (!encadre.titre().isEmpty()) {
            Style style = new Style(Format.TITRE, 17, Format.ACCENT, MARGE_ENCADRE, largeur);
            dedans.addAll(lignes(enGras(encadre.titre()), style, balises.element("H2")));
            dedans.replaceAll(Rang::liee);
        }
        for (Bloc.Ligne ligne : encadre.lignes()) {
            dedans.addAll(ligneEncadre(ligne, largeur));
        }
        boolean entier = dedans.size() <= LIGNES_INSECABLES;
        rangs.add(new Rang(10, MARGE_ENCADRE - 3, false, cle, List.of()));
        for (int i = 0; i < dedans.size(); i++) {
            Rang r = dedans.get(i);
            boolean coupure = !entier && r.coupureApres() && i < dedans.size() - 1;
            rangs.add(new Rang(r.avant(), r.hauteur(), coupure, cle, r.elements()));
        }
        rangs.add(new Rang(0, MARGE_ENCADRE - 4, true, cle, List.of()));
        rangs.add(new Rang(0, 5, true, null, List.of()));
    }

    private List<Rang> ligneEncadre(Bloc.Ligne ligne, float largeur) {
        Style style = new Style(
                Format.CORPS, Format.INTERLIGNE, Format.ENCRE, MARGE_ENCADRE + RETRAIT_PICTO, largeur - RETRAIT_PICTO);
        List<Rang> lignes = lignes(ligne.texte(), style, balises.element("P"));
        lignes.replaceAll(Rang::liee);
        Rang premiere = lignes.get(0);
        List<Element> elements = new ArrayList<>(premiere.elements());
        if (ligne.pictogramme() != null) {
            elements.add(new Element.Dessin(ligne.pictogramme(), MARGE_ENCADRE, -1.2f, PICTO));
        }
        lignes.set(0, new Rang(6, premiere.hauteur(), false, null, elements));
        int fin = lignes.size() - 1;
        Rang derniere = lignes.get(fin);
        lignes.set(fin, new Rang(derniere.avant(), derniere.hauteur(), true, null, derniere.elements()));
        return lignes;
    }

    /** The references to the law do not cut the reading: they stand together at the end, each code named once. */
    private void references() {
        if (!references.isEmpty()) {
            String texte = references.stream().map(Morceau::texte).collect(Collectors.joining());
            Style style =
                    new Style(Format.PETIT, Format.INTERLIGNE_PETIT, Format.GRIS, 0, Format.DROITE - Format.GAUCHE);
            List<Morceau> rassemblees = List.of(new Morceau(ArticlesDeLoi.enPhrases(texte), false));
            ajouter(lignes(rassemblees, style, balises.element("P")), 16, true);
        }
    }

    /** The signature never stands alone: it stays with the last lines of the text. */
    private void signature(Lettre lettre) {
        retenirLaFin();
        Style style = courant(Format.FENETRE_GAUCHE - Format.GAUCHE);
        List<Rang> lignes = new ArrayList<>();
        if (lettre.signataire() == null) {
            lignes.addAll(
                    lignes(List.of(new Morceau(Libelles.de("signature.attendue"), true)), style, balises.element("P")));
        } else {
            Lettre.Personne signataire = lettre.signataire();
            lignes.addAll(lignes(List.of(new Morceau(signataire.nom(), true)), style, balises.element("P")));
            if (signataire.qualite() != null) {
                lignes.addAll(lignes(List.of(new Morceau(signataire.qualite(), false)), style, balises.element("P")));
            }
        }
        if (lettre.delegation() != null) {
            lignes.addAll(lignes(List.of(new Morceau(lettre.delegation(), false)), style, balises.element("P")));
        }
        lignes.replaceAll(Rang::liee);
        lignes.set(0, lignes.get(0).avecAvant(ESPACE_SIGNATURE));
        rangs.addAll(lignes);
        rangs.add(new Rang(0, 6, true, null, List.of()));
        liste = null;
    }

    /** Both names, where each writes the day and signs, never without the last section: nobody signs a page that says nothing. */
    private void signatures(Lettre lettre) {
        retenirLaFin();
        if (hauteur(derniereSection) <= SECTION_RETENUE) {
            lier(derniereSection);
        }
        String consigne = Libelles.de("signatures.consigne");
        List<Rang> lignes = new ArrayList<>();
        lignes.addAll(cotes(lettre.destinataire().nom(), lettre.signataire().nom(), true));
        String qualite =
                lettre.signataire().qualite() == null ? "" : lettre.signataire().qualite();
        lignes.addAll(cotes(Libelles.de("signatures.personne"), qualite, false));
        lignes.addAll(cotes(consigne, consigne, false));
        lignes.set(0, lignes.get(0).avecAvant(ESPACE_SIGNATURE / 2));
        rangs.addAll(lignes);
        rangs.add(new Rang(0, PLACE_SIGNATURE, true, null, List.of()));
        liste = null;
    }

    /** The two columns line by line, as high as the longer of both. */
    private List<Rang> cotes(String aGauche, String aDroite, boolean gras) {
        float milieu = Format.FENETRE_GAUCHE - Format.GAUCHE;
        List<Rang> gauche = colonne(aGauche, gras, 0, milieu - MARGE_ENCADRE);
        List<Rang> droite = colonne(aDroite, gras, milieu, Format.DROITE - Format.FENETRE_GAUCHE);
        List<Rang> cotes = new ArrayList<>();
        for (int i = 0; i < Math.max(gauche.size(), droite.size()); i++) {
            List<Element> elements = new ArrayList<>();
            elements.addAll(i < gauche.size() ? gauche.get(i).elements() : List.of());
            elements.addAll(i < droite.size() ? droite.get(i).elements() : List.of());
            cotes.add(new Rang(0, Format.INTERLIGNE, false, null, elements));
        }
        return cotes;
    }

    private List<Rang> colonne(String texte, boolean gras, float retrait, float largeur) {
        Style style = new Style(Format.CORPS, Format.INTERLIGNE, Format.ENCRE, retrait, largeur);
        return lignes(List.of(new Morceau(texte, gras)), style, balises.element("P"));
    }

    private void retenirLaFin() {
        lier(rangs.size() - Math.min(2, rangs.size()));
    }

    private void lier(int debut) {
        for (int i = debut; i < rangs.size(); i++) {
            rangs.set(i, rangs.get(i).liee());
        }
    }

    private float hauteur(int debut) {
        float total = 0;
        for (Rang rang : rangs.subList(debut, rangs.size())) {
            total += rang.avant() + rang.hauteur();
        }
        return total;
    }

    private void ajouter(List<Rang> lignes, float avant, boolean coupureApres) {
        int n = lignes.size();
        for (int i = 0; i < n; i++) {
            // No first line alone at the bottom of a page, no last line alone at the top of the next.
            boolean coupure = i == n - 1 ? coupureApres : i > 0 && i < n - 2;
            Rang r = lignes.get(i);
            rangs.add(new Rang(i == 0 ? avant : 0, r.hauteur(), coupure, null, r.elements()));
        }
    }

    private List<Rang> lignes(List<Morceau> texte, Style style, PDStructureElement balise) {
        List<Rang> lignes = new ArrayList<>();
        for (LigneTexte ligne : coupeur.couper(texte, style.largeur() / style.taille())) {
            Element element =
                    new Element.Texte(ligne, style.retrait(), style.taille(), style.taille(), style.couleur(), balise);
            lignes.add(new Rang(0, style.interligne(), true, null, List.of(element)));
        }
        return lignes;
    }

    private static List<Morceau> enGras(List<Morceau> texte) {
        return texte.stream().map(m -> new Morceau(m.texte(), true)).toList();
    }

    private static boolean finit(List<Morceau> texte, String fin) {
        return !texte.isEmpty()
                && texte.get(texte.size() - 1).texte().stripTrailing().endsWith(fin);
    }
}
