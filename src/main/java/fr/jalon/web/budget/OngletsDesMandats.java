package fr.jalon.web.budget;

import fr.jalon.budget.Depenses;
import fr.jalon.budget.OrdreVue;
import fr.jalon.budget.Ordres;
import fr.jalon.web.commun.Vues;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The tabs of the payment orders: to make, then each state with how many. */
@Component
class OngletsDesMandats {

    static final String A_FAIRE = "A_FAIRE";
    static final int MONTRES = 200;

    private final Depenses depenses;
    private final Ordres ordres;

    OngletsDesMandats(Depenses depenses, Ordres ordres) {
        this.depenses = depenses;
        this.ordres = ordres;
    }

    /** @param choisi code of the open tab, null when none is */
    List<Vues.Onglet> de(int exercice, String choisi) {
        List<Vues.Onglet> onglets = new ArrayList<>();
        onglets.add(onglet(
                exercice,
                A_FAIRE,
                "À ordonner",
                depenses.aOrdonner(exercice, MONTRES).size(),
                choisi,
                "Services faits certifiés qui attendent leur mandat, les plus anciens d’abord."));
        for (OrdreVue.Etat etat : OrdreVue.Etat.values()) {
            int combien = (int) ordres.lister(exercice, etat, 0, 1).total();
            onglets.add(onglet(exercice, etat.name(), etat.libelle(), combien, choisi, explication(etat)));
        }
        return onglets;
    }

    private static Vues.Onglet onglet(
            int exercice, String code, String libelle, int combien, String choisi, String explication) {
        return new Vues.Onglet(
                "/budget/mandats?exercice=" + exercice + "&etat=" + code,
                libelle,
                combien,
                code.equals(choisi),
                explication);
    }

    private static String explication(OrdreVue.Etat etat) {
        return switch (etat) {
            case ORDONNE -> "Mandats faits, à mettre sur un bordereau.";
            case TRANSMIS -> "Mandats sur un bordereau : le comptable accepte ou rejette.";
            case ACCEPTE -> "Mandats acceptés, pas encore payés.";
            case REJETE -> "Mandats rejetés : leur service fait attend un autre mandat.";
            case PAYE -> "Mandats payés ; une somme indue se redemande par un titre de recettes.";
        };
    }
}
