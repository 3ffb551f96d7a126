package fr.jalon.courrier.langage;

import java.util.ArrayList;
import java.util.List;

/** Puts the values into a template. Gives lines of fragments that remember whether a person or the template wrote them. */
public final class Composition {

    private final List<List<Fragment>> lignes = new ArrayList<>();

    private Composition() {
        lignes.add(new ArrayList<>());
    }

    /** Composes a letter's body into blocks. */
    public static List<Bloc> blocs(List<Noeud> gabarit, SourceValeurs valeurs) {
        return new LecteurBlocs().lire(lignes(gabarit, valeurs));
    }

    /** Composes a single line, such as the object, without marks. */
    public static String ligne(List<Noeud> gabarit, SourceValeurs valeurs) {
        StringBuilder texte = new StringBuilder();
        lignes(gabarit, valeurs)
                .forEach(l -> l.forEach(f -> texte.append(
                        f.valeur()
                                ? f.texte().replace('\n', ' ')
                                : Typographie.francaise(Typographie.apostrophes(f.texte())))));
        return texte.toString().strip();
    }

    static List<List<Fragment>> lignes(List<Noeud> gabarit, SourceValeurs valeurs) {
        Composition composition = new Composition();
        composition.ajouter(gabarit, valeurs);
        return composition.lignes;
    }

    private void ajouter(List<Noeud> noeuds, SourceValeurs valeurs) {
        for (Noeud noeud : noeuds) {
            ajouter(noeud, valeurs);
        }
    }

    private void ajouter(Noeud noeud, SourceValeurs valeurs) {
        if (noeud instanceof Noeud.Texte texte) {
            texte(texte.texte());
        } else if (noeud instanceof Noeud.Champ champ) {
            String valeur = valeurs.texte(champ.code()).orElseThrow(() -> valeurs.manque(champ.code()));
            derniere().add(new Fragment(valeur, true));
        } else if (noeud instanceof Noeud.Condition condition) {
            if (valeurs.present(condition.champ()) == condition.present()) {
                ajouter(condition.contenu(), valeurs);
            }
        } else if (noeud instanceof Noeud.Liste liste) {
            List<? extends SourceValeurs> rangees = valeurs.lignes(liste.champ());
            if (rangees.isEmpty()) {
                throw valeurs.manque(liste.champ());
            }
            rangees.forEach(rangee -> ajouter(liste.contenu(), rangee));
        } else if (noeud instanceof Noeud.Mention mention) {
            ajouter(valeurs.mention(mention.code()), valeurs);
        }
    }

    private void texte(String texte) {
        String[] morceaux = texte.split("\n", -1);
        for (int i = 0; i < morceaux.length; i++) {
            if (i > 0) {
                lignes.add(new ArrayList<>());
            }
            if (!morceaux[i].isEmpty()) {
                derniere().add(new Fragment(morceaux[i], false));
            }
        }
    }

    private List<Fragment> derniere() {
        return lignes.get(lignes.size() - 1);
    }
}
