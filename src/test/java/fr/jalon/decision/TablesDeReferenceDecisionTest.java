package fr.jalon.decision;

import static fr.jalon.decision.TableVerifiee.faits;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tables that name things: who is written to, how long an appeal is open, which proof a resource asks for. */
class TablesDeReferenceDecisionTest {

    private static final TableVerifiee COORDONNEES = new TableVerifiee("coordonnees");
    private static final TableVerifiee RECOURS = new TableVerifiee("delais-recours");
    private static final TableVerifiee PREUVES = new TableVerifiee("preuves-ressources");

    /** The resources of the contract of the API, by the proof that they ask for. */
    private static final Map<String, String> RESSOURCES = Map.of(
            "salarie",
            "SALAIRE_NET REMUNERATION_APPRENTI REMUNERATION_STAGE_FORMATION ACTIVITE_PARTIELLE BOURSE_RECHERCHE",
            "chomage",
            "ALLOCATION_CHOMAGE ASS",
            "independant",
            "BENEFICE_TNS",
            "pension",
            "AAH ASPA PENSION_ALIMENTAIRE PENSION_RETRAITE RETRAITE_COMBATTANT IJ_MALADIE IJ_MATERNITE"
                    + " IJ_ACCIDENT_TRAVAIL IJ_MALADIE_PROFESSIONNELLE",
            "autre",
            "REVENUS_CAPITAL REVENUS_LOCATIFS PLUS_VALUES BOURSE_ENSEIGNEMENT_SUPERIEUR AUTRE"
                    + " EPARGNE_SANS_REVENU_DECLARE VALEUR_LOCATIVE_BATI_NON_LOUE VALEUR_LOCATIVE_TERRAIN_NON_LOUE");

    @Test
    void chaque_organisme_a_un_nom_un_role_et_une_adresse() {
        for (String organisme : List.of("CCAS", "CAF", "MSA", "CPAM", "DEPARTEMENT", "TRIBUNAL")) {
            var ligne = COORDONNEES.ligne(faits("organisme", organisme));
            assertThat(ligne.texte("nom")).as(organisme).isNotBlank();
            assertThat(ligne.texte("role")).as(organisme).isNotBlank();
            assertThat(ligne.texte("adresse")).as(organisme).isNotBlank();
        }
        COORDONNEES.chaqueLigneEstVerifiee(List.of("Ccas", "Caf", "Msa", "Cpam", "Departement", "Tribunal"), 6);
    }

    @Test
    void un_organisme_inconnu_ou_absent_n_a_pas_de_ligne() {
        assertThat(COORDONNEES.evaluer(faits("organisme", "INCONNU"))).isEmpty();
        assertThat(COORDONNEES.evaluer(faits("organisme", null))).isEmpty();
    }

    @Test
    void un_recours_est_ouvert_deux_mois_et_un_parcours_sans_decision_n_en_a_pas() {
        for (String dispositif : List.of("RSA", "ORI", "MAN", "MOB", "FOR")) {
            var ligne = RECOURS.ligne(faits("dispositif", dispositif));
            assertThat(List.of(ligne.texte("recours"), ligne.texte("reponse"), ligne.texte("tribunal")))
                    .as(dispositif)
                    .containsOnly("2 mois");
            // An aid of the CCAS is contested before the CCAS, what the Département decides before its president
            assertThat(ligne.texte("autorite"))
                    .as(dispositif)
                    .isEqualTo(List.of("MOB", "FOR").contains(dispositif) ? "CCAS" : "DEPARTEMENT");
        }
        assertThat(RECOURS.evaluer(faits("dispositif", "CFA"))).isEmpty();
        assertThat(RECOURS.evaluer(faits("dispositif", null))).isEmpty();
        RECOURS.chaqueLigneEstVerifiee(List.of("Rsa", "Ori", "Man", "Mob", "For"), 5);
    }

    @Test
    void chaque_ressource_demande_une_preuve_et_une_seule() {
        RESSOURCES.forEach((preuve, types) -> Arrays.stream(types.split(" "))
                .forEach(type -> assertThat(PREUVES.ligne(faits("type", type)).texte("preuve"))
                        .as(type)
                        .isEqualTo(preuve)));
        assertThat(PREUVES.evaluer(faits("type", "INCONNUE"))).isEmpty();
        assertThat(PREUVES.evaluer(faits("type", null))).isEmpty();
        PREUVES.chaqueLigneEstVerifiee(List.of("Salarie", "Chomage", "Independant", "Pension", "Autre"), 5);
    }
}
