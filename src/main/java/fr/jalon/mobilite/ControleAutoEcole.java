package fr.jalon.mobilite;

import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.util.ArrayList;
import java.util.List;

/** Whether a member of the network can be written as it is said. */
final class ControleAutoEcole {

    private static final int HEURES_MAX = 200;
    private static final int JOURS_MAX = 365;
    private static final int PLACES_MAX = 1000;
    private static final int TOUT = 100;

    private final List<ErreurChamp> erreurs = new ArrayList<>();

    private ControleAutoEcole() {}

    /** @throws SaisieInvalide with each field that is missing or wrong */
    static void verifier(AutoEcole e) {
        ControleAutoEcole controle = new ControleAutoEcole();
        controle.texte("nom", e.nom(), 120);
        controle.texte("commune", e.commune(), 80);
        controle.texte("referent", e.referent(), 120);
        controle.entre("heuresForfait", e.engagements().heuresForfait(), 1, HEURES_MAX);
        controle.entre("heuresUsuelles", e.engagements().heuresUsuelles(), 1, HEURES_MAX);
        controle.entre("delaiPaiement", e.engagements().delaiPaiement(), 1, JOURS_MAX);
        controle.entre("reussite", e.reussite(), 0, TOUT);
        controle.entre("places", e.places(), 0, PLACES_MAX);
        if (!controle.erreurs.isEmpty()) {
            throw new SaisieInvalide(controle.erreurs);
        }
    }

    private void texte(String champ, String valeur, int max) {
        if (Textes.ouNull(valeur) == null || valeur.length() > max) {
            erreurs.add(new ErreurChamp(champ, "Écrivez de 1 à " + max + " caractères."));
        }
    }

    private void entre(String champ, Integer valeur, int min, int max) {
        if (valeur != null && (valeur < min || valeur > max)) {
            erreurs.add(new ErreurChamp(champ, "Un nombre entier, de " + min + " à " + max + "."));
        }
    }
}
