package fr.jalon.courrier.langage;

import java.util.ArrayList;
import java.util.List;

/** Reads the marks of the layout (title, list, box, references, signature, bold) in the composed lines. */
final class LecteurBlocs {

    static final String ENCADRE = "[encadre";
    static final String FIN_ENCADRE = "[/encadre]";
    static final String REFERENCES = "[references]";
    static final String FIN_REFERENCES = "[/references]";

    static final String SIGNATURE = "[signature]";
    static final String SIGNATURES = "[signatures]";

    private enum Genre {
        PARAGRAPHE,
        PUCE,
        LIGNE_ENCADRE
    }

    private final List<Bloc> blocs = new ArrayList<>();
    private final List<Morceau> enCours = new ArrayList<>();
    private Genre genre = Genre.PARAGRAPHE;
    private Pictogramme pictogramme;
    private List<Morceau> titreEncadre;
    private List<Bloc.Ligne> lignesEncadre;
    private boolean references;

    List<Bloc> lire(List<List<Fragment>> lignes) {
        lignes.forEach(this::ligne);
        finirEncadre();
        finir();
        return List.copyOf(blocs);
    }

    private void ligne(List<Fragment> brute) {
        List<Fragment> ligne = Lignes.sansBordsBlancs(brute);
        String marque = Lignes.debutDuModele(ligne);
        if (ligne.isEmpty()) {
            finir();
        } else if (marque.startsWith("# ")) {
            finir();
            blocs.add(new Bloc.Titre(Lignes.morceaux(ligne, 2)));
        } else if (marque.startsWith("- ")) {
            commencer(Genre.PUCE, ligne, 2);
        } else if (marque.startsWith("+ ") && !enCours.isEmpty()) {
            enCours.add(new Morceau("\n", false));
            enCours.addAll(Lignes.morceaux(ligne, 2));
        } else if (marque.startsWith("@") && lignesEncadre != null) {
            ligneAvecPictogramme(ligne, marque);
        } else if (!bornes(ligne, marque)) {
            suite(ligne);
        }
    }

    private boolean bornes(List<Fragment> ligne, String marque) {
        if (marque.startsWith(ENCADRE)) {
            finir();
            titreEncadre = Lignes.titreEncadre(ligne);
            lignesEncadre = new ArrayList<>();
        } else if (marque.equals(SIGNATURE)) {
            finir();
            blocs.add(new Bloc.Signature());
        } else if (marque.equals(SIGNATURES)) {
            finir();
            blocs.add(new Bloc.Signatures());
        } else if (marque.equals(FIN_ENCADRE)) {
            finirEncadre();
        } else if (marque.equals(REFERENCES) || marque.equals(FIN_REFERENCES)) {
            finir();
            references = marque.equals(REFERENCES);
        } else {
            return false;
        }
        return true;
    }

    private void ligneAvecPictogramme(List<Fragment> ligne, String marque) {
        int espace = marque.indexOf(' ');
        String nom = espace < 0 ? marque.substring(1) : marque.substring(1, espace);
        commencer(Genre.LIGNE_ENCADRE, ligne, espace < 0 ? marque.length() : espace + 1);
        pictogramme = Pictogramme.deMarque(nom).orElse(null);
    }

    private void commencer(Genre nouveau, List<Fragment> ligne, int apres) {
        finir();
        genre = nouveau;
        enCours.addAll(Lignes.morceaux(ligne, apres));
    }

    private void suite(List<Fragment> ligne) {
        if (!enCours.isEmpty()) {
            enCours.add(new Morceau(" ", false));
        }
        enCours.addAll(Lignes.morceaux(ligne, 0));
    }

    private void finir() {
        if (!enCours.isEmpty()) {
            List<Morceau> texte = List.copyOf(enCours);
            if (lignesEncadre != null) {
                lignesEncadre.add(new Bloc.Ligne(pictogramme, texte));
            } else if (genre == Genre.PUCE) {
                blocs.add(new Bloc.Puce(texte));
            } else {
                blocs.add(references ? new Bloc.Reference(texte) : new Bloc.Paragraphe(texte));
            }
        }
        enCours.clear();
        genre = Genre.PARAGRAPHE;
        pictogramme = null;
    }

    private void finirEncadre() {
        finir();
        if (lignesEncadre != null) {
            blocs.add(new Bloc.Encadre(titreEncadre, List.copyOf(lignesEncadre)));
        }
        lignesEncadre = null;
        titreEncadre = null;
    }
}
