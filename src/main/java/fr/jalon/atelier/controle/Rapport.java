package fr.jalon.atelier.controle;

import fr.jalon.atelier.Constat;
import java.util.ArrayList;
import java.util.List;

/** Findings on one file, in the order in which they were found; a file that is all wrong says the first ones. */
final class Rapport {

    private static final int CONSTATS_MAX = 200;
    private static final int CITATION_MAX = 80;

    private final String fichier;
    private final List<Constat> constats = new ArrayList<>();

    Rapport(String fichier) {
        this.fichier = fichier;
    }

    String fichier() {
        return fichier;
    }

    void dire(Regle regle, Noeud noeud, Object... precisions) {
        Noeud nomme = noeud == null ? null : noeud.nomme();
        ajouter(regle, nomme == null ? null : nomme.id(), noeud == null ? null : noeud.ligne(), precisions);
    }

    void ajouter(Regle regle, String element, Integer ligne, Object... precisions) {
        if (constats.size() < CONSTATS_MAX) {
            Object[] courtes = new Object[precisions.length];
            for (int i = 0; i < precisions.length; i++) {
                courtes[i] = i == 0
                                && regle != Regle.ENSEMBLE
                                && regle != Regle.PROPRIETE
                                && regle != Regle.CONTROLE_DU_MOTEUR
                        ? citer(String.valueOf(precisions[i]))
                        : String.valueOf(precisions[i]);
            }
            constats.add(Politique.LIVREE.constat(regle, fichier, element, ligne, courtes));
        }
    }

    boolean muet() {
        return constats.stream().noneMatch(Constat::erreur);
    }

    List<Constat> constats() {
        return constats;
    }

    private static String citer(String lu) {
        String net = lu.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return net.codePointCount(0, net.length()) <= CITATION_MAX
                ? net
                : net.substring(0, net.offsetByCodePoints(0, CITATION_MAX)) + "…";
    }
}
