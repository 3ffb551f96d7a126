package fr.jalon.rsa;

import fr.jalon.commun.SaisieInvalide;
import fr.jalon.decision.Tables;
import fr.jalon.rsa.DemandeSimulation.Adulte;
import fr.jalon.rsa.DemandeSimulation.Enfant;
import fr.jalon.rsa.DemandeSimulation.Isolement;
import fr.jalon.rsa.DemandeSimulation.Logement;
import fr.jalon.rsa.DemandeSimulation.PrestationsFamiliales;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says, field by field and in French, what is wrong with a simulation request. Known codes are those of the tables. */
@Component
class ControleDemande {

    /** What may leave a parent alone with a child; their words are the messages {@code isolement.*}. */
    static final List<String> EVENEMENTS =
            List.of("SEPARATION", "VEUVAGE", "NAISSANCE", "INCARCERATION", "ABANDON", "AUTRE");

    private final Tables tables;
    private final ControlePersonnes personnes;

    ControleDemande(Tables tables) {
        this.tables = tables;
        this.personnes = new ControlePersonnes(tables);
    }

    /** @throws SaisieInvalide with every fault found */
    void verifier(DemandeSimulation demande) {
        Erreurs erreurs = new Erreurs();
        erreurs.mois("mois", demande.mois());
        erreurs.montant("montantBase", demande.montantBase());
        if (demande.montantBase() != null && demande.montantBase().signum() == 0) {
            erreurs.ajouter("montantBase", "Indiquez un montant supérieur à 0, ou ne le remplissez pas.");
        }
        erreurs.montant("bmaf", demande.bmaf());
        adultes(demande.adultes(), erreurs);
        enfants(demande.enfants(), erreurs);
        if (demande.isolement() != null) {
            isolement(demande.isolement(), erreurs);
        }
        logement(demande.logement(), erreurs);
        prestations(demande.prestationsFamiliales(), erreurs);
        erreurs.leverSiPresentes();
    }

    private void adultes(List<Adulte> adultes, Erreurs erreurs) {
        if (adultes.isEmpty()) {
            erreurs.ajouter("adultes", "Indiquez au moins un adulte.");
        } else if (adultes.size() > 2) {
            erreurs.ajouter("adultes", "Indiquez deux adultes au plus : la personne et son conjoint.");
        } else {
            for (int i = 0; i < adultes.size(); i++) {
                personnes.adulte("adultes[" + i + "]", adultes.get(i), erreurs);
            }
        }
    }

    private void enfants(List<Enfant> enfants, Erreurs erreurs) {
        if (enfants.size() > ControlePersonnes.ELEMENTS_MAXIMUM) {
            erreurs.ajouter("enfants", "Il y a trop d'enfants dans cette demande.");
            return;
        }
        for (int i = 0; i < enfants.size(); i++) {
            personnes.enfant("enfants[" + i + "]", enfants.get(i), erreurs);
        }
    }

    private static void isolement(Isolement isolement, Erreurs erreurs) {
        if (isolement.evenement() != null && !EVENEMENTS.contains(isolement.evenement())) {
            erreurs.ajouter("isolement.evenement", "Cet événement n'existe pas, par exemple SEPARATION ou VEUVAGE.");
        }
        if (isolement.depuis() != null) {
            erreurs.jour("isolement.depuis", isolement.depuis());
        }
    }

    private void logement(Logement logement, Erreurs erreurs) {
        if (logement == null) {
            return;
        }
        erreurs.montant("logement.aideLogementMensuelle", logement.aideLogementMensuelle());
        String statut = logement.statut();
        if (statut != null
                && !(Erreurs.court(statut)
                        && tables.ligneSiConnue(
                                        "forfait-logement-rsa", Collections.singletonMap("statutLogement", statut))
                                .isPresent())) {
            erreurs.ajouter("logement.statut", "Ce statut de logement n'existe pas, par exemple LOCATAIRE.");
        }
    }

    private static void prestations(PrestationsFamiliales prestations, Erreurs erreurs) {
        if (prestations == null) {
            return;
        }
        erreurs.montant("prestationsFamiliales.af", prestations.af());
        erreurs.montant("prestationsFamiliales.complementFamilial", prestations.complementFamilial());
        erreurs.montant("prestationsFamiliales.pajeBase", prestations.pajeBase());
        erreurs.montant("prestationsFamiliales.asf", prestations.asf());
    }
}
