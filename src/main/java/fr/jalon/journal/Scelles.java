package fr.jalon.journal;

import fr.jalon.commun.Chiffrement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The heads that former versions sealed each day in one file: one line a chain, signed with the master key. Only read. */
final class Scelles {

    private static final int MOTS = 5;

    /** What a chain was at the end of a day. */
    record Scelle(String jour, long seq, String empreinte) {}

    private final Map<String, List<Scelle>> parChaine = new TreeMap<>();
    private final List<String> fautes = new ArrayList<>();
    private boolean presents;

    private Scelles() {}

    /** The text of a line before its signature. */
    static String contenu(String jour, String chaine, long seq, String empreinte) {
        return jour + " " + chaine + " " + seq + " " + empreinte;
    }

    static Scelles lire(Path fichier, Chiffrement chiffrement) {
        Scelles scelles = new Scelles();
        if (Files.exists(fichier)) {
            scelles.presents = true;
            try {
                List<String> lignes = Files.readAllLines(fichier);
                for (int i = 0; i < lignes.size(); i++) {
                    scelles.ajouter(i + 1, lignes.get(i), chiffrement);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Les scellés du journal ne se lisent pas : " + fichier, e);
            }
        }
        return scelles;
    }

    private void ajouter(int rang, String ligne, Chiffrement chiffrement) {
        String[] mots = ligne.split(" ");
        if (mots.length != MOTS || !mots[2].matches("[0-9]{1,18}")) {
            fautes.add("La ligne " + rang + " du fichier des scellés n'est pas lisible : elle a été modifiée.");
            return;
        }
        long seq = Long.parseLong(mots[2]);
        if (!chiffrement.empreinte(contenu(mots[0], mots[1], seq, mots[3])).equals(mots[4])) {
            fautes.add("Le scellé du " + mots[0] + " pour " + mots[1] + " (ligne " + rang + ") a été modifié.");
            return;
        }
        parChaine.computeIfAbsent(mots[1], c -> new ArrayList<>()).add(new Scelle(mots[0], seq, mots[3]));
    }

    boolean presents() {
        return presents;
    }

    List<String> fautes() {
        return fautes;
    }

    Set<String> chaines() {
        return parChaine.keySet();
    }

    List<Scelle> de(String chaine) {
        return parChaine.getOrDefault(chaine, List.of());
    }

    Set<Long> numeros(String chaine) {
        return de(chaine).stream().map(Scelle::seq).collect(Collectors.toSet());
    }
}
