package fr.jalon.demonstration;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.GestionAnnuaire;
import fr.jalon.annuaire.OffreVue;
import fr.jalon.annuaire.Places;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Invented places and delays of some offers, so that a choice of partner has something to compare. What somebody wrote stays. */
@Component
@Profile("demonstration")
class PlacesDemonstration {

    private static final String FICHIER = "places.csv";
    private static final String QUI = "dispositifs";

    private final Annuaire annuaire;
    private final GestionAnnuaire gestion;
    private final Comptes comptes;

    PlacesDemonstration(Annuaire annuaire, GestionAnnuaire gestion, Comptes comptes) {
        this.annuaire = annuaire;
        this.gestion = gestion;
        this.comptes = comptes;
    }

    void suivre() {
        Agent qui = comptes.parIdentifiant(QUI).orElseThrow();
        TableauLivre.lire(FICHIER).forEach(ligne -> suivre(ligne, qui));
    }

    private void suivre(Map<String, String> ligne, Agent qui) {
        OffreVue offre = annuaire.offre(ligne.get("offre"));
        if (offre.places().suivies()) {
            return;
        }
        gestion.modifierOffre(offre.id(), offre.fiche().avecDelai(nombre(ligne, "delai")), offre.version(), qui);
        gestion.ajusterPlaces(
                offre.id(),
                new Places(nombre(ligne, "places"), nombre(ligne, "prises"), nombre(ligne, "attente")),
                offre.places(),
                qui);
    }

    private static int nombre(Map<String, String> ligne, String colonne) {
        return Integer.parseInt(ligne.get(colonne));
    }
}
