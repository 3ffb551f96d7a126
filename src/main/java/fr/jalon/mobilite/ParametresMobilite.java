package fr.jalon.mobilite;

import fr.jalon.commun.Horloge;
import fr.jalon.commun.Montant;
import fr.jalon.decision.Ligne;
import fr.jalon.decision.Tables;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The dated parameters of the aids, of the table {@code parametres-mobilite}. */
@Component
class ParametresMobilite {

    private static final String TABLE = "parametres-mobilite";

    private final Tables tables;
    private final Horloge horloge;

    ParametresMobilite(Tables tables, Horloge horloge) {
        this.tables = tables;
        this.horloge = horloge;
    }

    Montant totalPersonne() {
        return montant("TOTAL_PERSONNE");
    }

    Montant seuilResponsable() {
        return montant("SEUIL_RESPONSABLE");
    }

    Montant coutMaximal() {
        return montant("COUT_MAXIMAL");
    }

    int repetitionMois() {
        return valeur("REPETITION_MOIS").entier("valeur");
    }

    int totalMois() {
        return valeur("TOTAL_PERIODE_MOIS").entier("valeur");
    }

    boolean codeEtConduiteEnsemble() {
        return valeur("CODE_ET_CONDUITE").entier("valeur") == 1;
    }

    /** Last day by which the next session of the CAI is held. */
    LocalDate prochaineSeance() {
        return aujourdhui().plusDays(valeur("DELAI_SEANCE_JOURS").entier("valeur"));
    }

    int joursDuLien() {
        return valeur("JOURS_DU_LIEN").entier("valeur");
    }

    LocalDate aujourdhui() {
        return horloge.aujourdhui();
    }

    private Montant montant(String nom) {
        return new Montant(valeur(nom).decimal("valeur"));
    }

    private Ligne valeur(String nom) {
        return tables.ligne(TABLE, Map.of("parametre", nom, "jour", horloge.aujourdhui()));
    }
}
