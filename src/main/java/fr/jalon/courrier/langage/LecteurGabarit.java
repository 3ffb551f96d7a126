package fr.jalon.courrier.langage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of a template into a tree, before any value is known: a value can therefore never become a tag.
 * Reports all faults at once, so that an author mends them in one go.
 */
public final class LecteurGabarit {

    private static final Pattern BALISE = Pattern.compile("\\{\\{([^{}\\n]*)\\}\\}");
    private static final Pattern CHAMP = Pattern.compile("[a-zA-Z][\\w.]*");
    private static final Pattern MOTS = Pattern.compile("(#si|#sauf|#liste|mention) +([a-zA-Z][\\w.-]*)");

    private final String source;
    private final List<String> fautes = new ArrayList<>();
    private final Deque<Ouverture> ouvertures = new ArrayDeque<>();
    private List<Noeud> courant = new ArrayList<>();

    private record Ouverture(String mot, String champ, int ligne, List<Noeud> parent) {}

    private LecteurGabarit(String source) {
        this.source = source;
    }

    /**
     * Parses a template.
     *
     * @throws GabaritInvalide with every fault found
     */
    public static List<Noeud> lire(String source) {
        LecteurGabarit lecteur = new LecteurGabarit(source.replace("\r\n", "\n").replace('\r', '\n'));
        List<Noeud> noeuds = lecteur.parcourir();
        if (!lecteur.fautes.isEmpty()) {
            throw new GabaritInvalide(lecteur.fautes);
        }
        return noeuds;
    }

    private List<Noeud> parcourir() {
        Matcher balise = BALISE.matcher(source);
        int position = 0;
        while (balise.find()) {
            String interieur = balise.group(1).strip();
            int debut = balise.start();
            int fin = balise.end();
            if (estDeSection(interieur) && seuleSurSaLigne(debut, fin)) {
                debut = source.lastIndexOf('\n', debut - 1) + 1;
                fin = Math.min(source.length(), finDeLigne(fin) + 1);
            }
            texte(position, Math.max(position, debut));
            lireBalise(interieur, ligne(balise.start()));
            position = fin;
        }
        texte(position, source.length());
        while (!ouvertures.isEmpty()) {
            Ouverture oubliee = ouvertures.pop();
            fautes.add("Ligne " + oubliee.ligne() + " : « {{#" + oubliee.mot() + " " + oubliee.champ()
                    + "}} » n'est pas fermé. Ajoutez « {{/" + oubliee.mot() + "}} » à la fin de la partie.");
            courant = oubliee.parent();
        }
        return courant;
    }

    private void texte(int de, int a) {
        if (de >= a) {
            return;
        }
        String morceau = source.substring(de, a);
        if (morceau.contains("{{") || morceau.contains("}}")) {
            int ou = morceau.contains("{{") ? morceau.indexOf("{{") : morceau.indexOf("}}");
            fautes.add("Ligne " + ligne(de + ou) + " : des accolades doubles ne forment pas de balise. "
                    + "Écrivez « {{nom.du.champ}} » sur une seule ligne.");
        }
        courant.add(new Noeud.Texte(morceau, ligne(de)));
    }

    private void lireBalise(String interieur, int ligne) {
        Matcher mots = MOTS.matcher(interieur);
        if (interieur.startsWith("/")) {
            fermer(interieur.substring(1), ligne);
        } else if (mots.matches()) {
            ouvrir(mots.group(1), mots.group(2), ligne);
        } else if (CHAMP.matcher(interieur).matches()) {
            courant.add(new Noeud.Champ(interieur, ligne));
        } else {
            fautes.add("Ligne " + ligne + " : « {{" + interieur + "}} » n'est pas une balise connue. "
                    + "Utilisez {{champ}}, {{#si champ}}, {{#sauf champ}}, {{#liste champ}} ou {{mention nom}}.");
        }
    }

    private void ouvrir(String mot, String nom, int ligne) {
        if (mot.equals("mention")) {
            courant.add(new Noeud.Mention(nom, ligne));
            return;
        }
        ouvertures.push(new Ouverture(mot.substring(1), nom, ligne, courant));
        courant = new ArrayList<>();
    }

    private void fermer(String mot, int ligne) {
        if (ouvertures.isEmpty() || !ouvertures.peek().mot().equals(mot)) {
            fautes.add("Ligne " + ligne + " : « {{/" + mot + "}} » ne ferme rien ici. "
                    + "Supprimez cette balise ou ouvrez la partie avant.");
            return;
        }
        Ouverture ouverture = ouvertures.pop();
        List<Noeud> contenu = List.copyOf(courant);
        courant = ouverture.parent();
        courant.add(
                ouverture.mot().equals("liste")
                        ? new Noeud.Liste(ouverture.champ(), contenu, ouverture.ligne())
                        : new Noeud.Condition(
                                ouverture.champ(), ouverture.mot().equals("si"), contenu, ouverture.ligne()));
    }

    private static boolean estDeSection(String interieur) {
        return interieur.startsWith("#") || interieur.startsWith("/");
    }

    /** A section tag alone on its line leaves no empty line behind, so that it cuts neither a paragraph nor a list. */
    private boolean seuleSurSaLigne(int debut, int fin) {
        int debutLigne = source.lastIndexOf('\n', debut - 1) + 1;
        return source.substring(debutLigne, debut).isBlank()
                && source.substring(fin, finDeLigne(fin)).isBlank();
    }

    private int finDeLigne(int position) {
        int fin = source.indexOf('\n', position);
        return fin < 0 ? source.length() : fin;
    }

    private int ligne(int position) {
        return 1
                + (int) source.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
