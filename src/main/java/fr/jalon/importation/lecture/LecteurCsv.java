package fr.jalon.importation.lecture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a CSV text (RFC 4180) whose separator is found on the first line: semicolon, comma or tab. Written here because the bounds
 * must hold while a row is read: a library hands over whole rows, and one row may be nine million cells.
 */
final class LecteurCsv {

    private static final Map<Character, String> SEPARATEURS =
            Map.of(';', "point-virgule", ',', "virgule", '\t', "tabulation", '|', "barre");
    private static final String ANNONCE = "sep=";
    private static final int LIGNES_REGARDEES = 20;
    private static final int CARACTERES_REGARDES = 200_000;

    private final String contenu;
    private final char separateur;
    private final Receveur receveur;
    private final StringBuilder cellule = new StringBuilder();
    private List<String> rangee = new ArrayList<>();
    private int position;
    private int numero = 1;

    private LecteurCsv(String contenu, int debut, char separateur, Receveur receveur) {
        this.contenu = contenu;
        this.position = debut;
        this.separateur = separateur;
        this.receveur = receveur;
    }

    static TableauLu lire(Encodage.Texte texte, Receveur receveur) {
        String contenu = texte.contenu();
        int debut = 0;
        char separateur = 0;
        if (contenu.startsWith(ANNONCE)) {
            debut = apresLaLigne(contenu);
            separateur = annonce(contenu.substring(ANNONCE.length(), debut).strip());
        }
        if (separateur == 0) {
            separateur = separateur(contenu, debut);
        }
        new LecteurCsv(contenu, debut, separateur, receveur).parcourir();
        return new TableauLu("CSV, " + texte.nom() + ", " + SEPARATEURS.get(separateur), texte.avis());
    }

    /** The announced separator when it is one; a tab was stripped away. Anything else announces nothing. */
    private static char annonce(String mot) {
        return mot.length() == 1 && SEPARATEURS.containsKey(mot.charAt(0)) ? mot.charAt(0) : 0;
    }

    private static int apresLaLigne(String contenu) {
        int i = 0;
        while (i < contenu.length() && contenu.charAt(i) != '\n' && contenu.charAt(i) != '\r') {
            i++;
        }
        while (i < contenu.length() && (contenu.charAt(i) == '\n' || contenu.charAt(i) == '\r')) {
            i++;
        }
        return i;
    }

    private void parcourir() {
        while (position < contenu.length()) {
            lireUneCellule();
            boolean finDeRangee = position >= contenu.length() || contenu.charAt(position) != separateur;
            if (finDeRangee) {
                passerLaFinDeLigne();
                rendre();
            } else {
                position++;
                if (position >= contenu.length()) {
                    ajouter("");
                    rendre();
                }
            }
        }
    }

    private void lireUneCellule() {
        cellule.setLength(0);
        if (position < contenu.length() && contenu.charAt(position) == '"') {
            lireEntreGuillemets();
        } else {
            while (position < contenu.length() && !fin(contenu.charAt(position))) {
                prendre(contenu.charAt(position++));
            }
        }
        ajouter(cellule.toString());
    }

    private void lireEntreGuillemets() {
        position++;
        while (true) {
            if (position >= contenu.length()) {
                throw guillemets();
            }
            char c = contenu.charAt(position++);
            if (c != '"') {
                prendre(c);
            } else if (position < contenu.length() && contenu.charAt(position) == '"') {
                prendre('"');
                position++;
            } else {
                break;
            }
        }
        while (position < contenu.length() && !fin(contenu.charAt(position))) {
            if (!Character.isWhitespace(contenu.charAt(position++))) {
                throw guillemets();
            }
        }
    }

    private boolean fin(char c) {
        return c == separateur || c == '\n' || c == '\r';
    }

    private void prendre(char c) {
        if (cellule.length() >= LecteurTableau.CELLULE_MAX) {
            throw LecteurTableau.celluleTropLongue(numero);
        }
        cellule.append(c);
    }

    private void ajouter(String valeur) {
        if (rangee.size() >= LecteurTableau.COLONNES_MAX) {
            throw LecteurTableau.tropDeColonnes();
        }
        rangee.add(valeur);
    }

    private void passerLaFinDeLigne() {
        if (position < contenu.length() && contenu.charAt(position) == '\r') {
            position++;
        }
        if (position < contenu.length() && contenu.charAt(position) == '\n') {
            position++;
        }
    }

    private void rendre() {
        List<String> complete = rangee;
        rangee = new ArrayList<>();
        if (!complete.stream().allMatch(String::isBlank)) {
            receveur.rangee(numero, complete);
        }
        numero++;
    }

    private RuntimeException guillemets() {
        return LecteurTableau.illisible("Les guillemets de la ligne " + numero
                + " sont mal fermés : corrigez-les, ou enregistrez à nouveau le tableau depuis le tableur.");
    }

    /** The separator that cuts the most of the first lines alike: a title may stand above the titles, and an address holds commas. */
    private static char separateur(String contenu, int debut) {
        char meilleur = ';';
        int lignesDuMeilleur = 0;
        int casesDuMeilleur = 0;
        for (char candidat : new char[] {';', '\t', ',', '|'}) {
            Map<Integer, Integer> lignesParNombre = new HashMap<>();
            for (int nombre : compter(contenu, debut, candidat)) {
                lignesParNombre.merge(nombre, 1, Integer::sum);
            }
            for (Map.Entry<Integer, Integer> pareilles : lignesParNombre.entrySet()) {
                int cases = pareilles.getKey();
                int lignes = pareilles.getValue();
                if (cases > 0
                        && (lignes > lignesDuMeilleur || (lignes == lignesDuMeilleur && cases > casesDuMeilleur))) {
                    meilleur = candidat;
                    lignesDuMeilleur = lignes;
                    casesDuMeilleur = cases;
                }
            }
        }
        return meilleur;
    }

    /** How often a separator stands in each of the first lines that hold something, outside the quotes. */
    private static List<Integer> compter(String contenu, int debut, char candidat) {
        List<Integer> nombres = new ArrayList<>();
        boolean entreGuillemets = false;
        boolean vue = false;
        int nombre = 0;
        int fin = Math.min(contenu.length(), debut + CARACTERES_REGARDES);
        for (int i = debut; i < fin && nombres.size() < LIGNES_REGARDEES; i++) {
            char c = contenu.charAt(i);
            if (c == '"') {
                entreGuillemets = !entreGuillemets;
                vue = true;
            } else if (!entreGuillemets && (c == '\n' || c == '\r')) {
                if (vue) {
                    nombres.add(nombre);
                }
                vue = false;
                nombre = 0;
            } else if (!entreGuillemets && c == candidat) {
                nombre++;
                vue = true;
            } else {
                vue = vue || !Character.isWhitespace(c);
            }
        }
        if (vue) {
            nombres.add(nombre);
        }
        return nombres;
    }
}
