package fr.jalon.formation;

import fr.jalon.commun.Horloge;
import fr.jalon.commun.Montant;
import fr.jalon.decision.Ligne;
import fr.jalon.decision.Tables;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The dated parameters of the funding of training, of {@code parametres-formation}, and the envelope that pays. */
@Component
class ParametresFormation {

    private static final String TABLE = "parametres-formation";
    private static final String ENVELOPPES = "enveloppes-formation";

    private final Tables tables;
    private final Horloge horloge;

    ParametresFormation(Tables tables, Horloge horloge) {
        this.tables = tables;
        this.horloge = horloge;
    }

    Montant seuilResponsable() {
        return new Montant(valeur("SEUIL_RESPONSABLE").decimal("valeur"));
    }

    Montant coutMaximal() {
        return new Montant(valeur("COUT_MAXIMAL").decimal("valeur"));
    }

    int heuresMaximales() {
        return valeur("HEURES_MAXIMALES").entier("valeur");
    }

    int rsaRecentMois() {
        return valeur("RSA_RECENT_MOIS").entier("valeur");
    }

    int joursApresLaFin() {
        return valeur("JOURS_APRES_LA_FIN").entier("valeur");
    }

    int joursDuLien() {
        return valeur("JOURS_DU_LIEN").entier("valeur");
    }

    /** Last day by which the next session of the CAI is held. */
    LocalDate prochaineSeance() {
        return aujourdhui().plusDays(valeur("DELAI_SEANCE_JOURS").entier("valeur"));
    }

    /** Code of the envelope that bears a decision of today; empty when the table has none. */
    Optional<String> enveloppe() {
        return tables.ligneSiConnue(ENVELOPPES, Map.of("jour", aujourdhui())).map(l -> l.texte("enveloppe"));
    }

    LocalDate aujourdhui() {
        return horloge.aujourdhui();
    }

    private Ligne valeur(String nom) {
        return tables.ligne(TABLE, Map.of("parametre", nom, "jour", aujourdhui()));
    }
}
