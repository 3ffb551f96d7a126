package fr.jalon.annuaire;

import fr.jalon.commun.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plan of the pact as one flat table, one row an action: what an export writes and an import reads. */
@Service
@Transactional(readOnly = true)
public class TableauDuPacte {

    public static final String CODE = "code";
    public static final String TITRE = "titre";
    public static final String OBJECTIF = "objectif";
    public static final String OBJECTIF_OPERATIONNEL = "objectif_operationnel";
    public static final String PILOTE = "pilote";
    public static final String PARTENAIRES = "partenaires";
    public static final String ORIGINE = "origine";
    public static final String PAGE = "page";
    public static final String ECHEANCE = "echeance";
    public static final String ETAT = "etat";
    public static final String PREUVE = "preuve";
    public static final String BILAN_MI_PARCOURS = "bilan_mi_parcours";
    public static final String BILAN_FINAL = "bilan_final";
    public static final String LEVIER = "levier";
    public static final String OFFRES = "offres";

    /** Columns in their order; the two last inform and are not read back. */
    public static final List<String> COLONNES = List.of(
            CODE,
            TITRE,
            OBJECTIF,
            OBJECTIF_OPERATIONNEL,
            PILOTE,
            PARTENAIRES,
            ORIGINE,
            PAGE,
            ECHEANCE,
            ETAT,
            PREUVE,
            BILAN_MI_PARCOURS,
            BILAN_FINAL,
            LEVIER,
            OFFRES);

    private final PlanDuPacte plan;

    TableauDuPacte(PlanDuPacte plan) {
        this.plan = plan;
    }

    /** Every action; the cells in the order of {@link #COLONNES}, empty for what is not known. */
    public List<List<String>> rangees() {
        return Page.toutes(page -> plan.chercher(FiltreActions.TOUT, page, Page.TAILLE_MAX)).stream()
                .map(TableauDuPacte::cases)
                .map(l -> COLONNES.stream().map(c -> l.getOrDefault(c, "")).toList())
                .toList();
    }

    /** The cells of an action that hold something. */
    public static Map<String, String> cases(ActionVue a) {
        Map<String, String> l = cases(a.fiche());
        mettre(l, CODE, a.code());
        mettre(l, LEVIER, a.levier());
        mettre(
                l,
                OFFRES,
                String.join(
                        ", ", a.offres().stream().map(ActionVue.OffreLiee::code).toList()));
        return l;
    }

    /** The cells of a card that hold something. */
    public static Map<String, String> cases(FicheAction f) {
        Map<String, String> l = new LinkedHashMap<>();
        mettre(l, TITRE, f.titre());
        mettre(l, OBJECTIF, f.objectif());
        mettre(l, OBJECTIF_OPERATIONNEL, f.objectifOperationnel());
        mettre(l, PILOTE, f.pilote());
        mettre(l, PARTENAIRES, f.partenaires());
        mettre(l, ORIGINE, f.origine());
        mettre(l, PAGE, f.page());
        mettre(l, ECHEANCE, f.echeance());
        mettre(l, ETAT, f.etat() == null ? null : f.etat().libelle());
        mettre(l, PREUVE, f.preuve());
        mettre(l, BILAN_MI_PARCOURS, f.bilanMiParcours());
        mettre(l, BILAN_FINAL, f.bilanFinal());
        return l;
    }

    private static void mettre(Map<String, String> ligne, String colonne, Object valeur) {
        if (valeur != null && !valeur.toString().isEmpty()) {
            ligne.put(colonne, valeur.toString());
        }
    }
}
