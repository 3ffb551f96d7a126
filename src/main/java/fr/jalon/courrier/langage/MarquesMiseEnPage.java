package fr.jalon.courrier.langage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the marks of the layout in a template: they must open and close at the same level of conditions. */
public final class MarquesMiseEnPage {

    private static final Pattern INCONNUE = Pattern.compile("\\[/?[a-z-]+]");

    private static final Set<String> SEULES = Set.of(LecteurBlocs.SIGNATURE, LecteurBlocs.SIGNATURES);

    private MarquesMiseEnPage() {}

    /** Faults of one level of a template, each with its line and its mend; the levels below are not read. */
    public static List<String> fautes(List<Noeud> niveau) {
        List<String> fautes = new ArrayList<>();
        String ouvert = null;
        for (Noeud noeud : niveau) {
            if (noeud instanceof Noeud.Texte texte) {
                int ligne = texte.ligne();
                for (String brute : texte.texte().split("\n", -1)) {
                    String marque = brute.strip();
                    ouvert = bornes(marque, ouvert, ligne, fautes);
                    pictogramme(marque, ligne, fautes);
                    ligne++;
                }
            }
        }
        if (ouvert != null) {
            fautes.add(
                    "Il manque « " + ouvert + " » : fermez la partie avant la fin, au même niveau que son ouverture.");
        }
        grasNonFerme(niveau, fautes);
        return fautes;
    }

    private static String bornes(String marque, String ouvert, int ligne, List<String> fautes) {
        boolean encadre = marque.startsWith(LecteurBlocs.ENCADRE);
        if (encadre || marque.equals(LecteurBlocs.REFERENCES)) {
            if (ouvert != null) {
                fautes.add(
                        "Ligne " + ligne + " : écrivez d'abord « " + ouvert + " » ; deux parties ne s'emboîtent pas.");
            }
            return encadre ? LecteurBlocs.FIN_ENCADRE : LecteurBlocs.FIN_REFERENCES;
        }
        if (marque.equals(LecteurBlocs.FIN_ENCADRE) || marque.equals(LecteurBlocs.FIN_REFERENCES)) {
            if (!marque.equals(ouvert)) {
                fautes.add("Ligne " + ligne + " : « " + marque + " » ne ferme rien ici. Supprimez cette ligne.");
            }
            return null;
        }
        if (INCONNUE.matcher(marque).matches() && !SEULES.contains(marque)) {
            fautes.add("Ligne " + ligne + " : la marque « " + marque
                    + " » n'existe pas. Choisissez [encadre], [references], [signature] ou [signatures].");
        }
        return ouvert;
    }

    private static void pictogramme(String marque, int ligne, List<String> fautes) {
        if (!marque.startsWith("@")) {
            return;
        }
        String nom = marque.substring(1).split(" ", 2)[0];
        if (Pictogramme.deMarque(nom).isEmpty()) {
            fautes.add("Ligne " + ligne + " : le dessin « @" + nom
                    + " » n'existe pas. Choisissez @crayon, @calendrier, @telephone, @document ou @lieu.");
        }
    }

    private static void grasNonFerme(List<Noeud> niveau, List<String> fautes) {
        StringBuilder texte = new StringBuilder();
        niveau.forEach(n -> texte.append(n instanceof Noeud.Texte t ? t.texte() : "."));
        texte.toString()
                .lines()
                .filter(ligne -> !Lignes.grasFerme(ligne))
                .forEach(ligne -> fautes.add(
                        "Le gras n'est pas fermé dans « " + ligne.strip() + " ». Écrivez ** avant et après les mots."));
    }
}
