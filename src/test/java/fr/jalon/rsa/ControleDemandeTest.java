package fr.jalon.rsa;

import static fr.jalon.rsa.DemandeDeTest.demande;
import static fr.jalon.rsa.DemandeDeTest.ressource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.SaisieInvalide;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControleDemandeTest {

    private final SimulationRsa simulation = SimulationsDeTest.simulation();

    private List<String> champs(DemandeDeTest demande) {
        return erreurs(demande).stream().map(ErreurChamp::champ).toList();
    }

    private List<ErreurChamp> erreurs(DemandeDeTest demande) {
        SaisieInvalide refus =
                catchThrowableOfType(SaisieInvalide.class, () -> simulation.simuler(demande.construire()));
        assertThat(refus).as("la demande est refusée").isNotNull();
        return refus.erreurs();
    }

    @Test
    void accepte_une_demande_minimale() {
        assertThat(simulation
                        .simuler(demande().adulte(40).sansLogement().construire())
                        .droitOuvert())
                .isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "2026",
                "2026-13",
                "2026-00",
                "26-05",
                "2026-5",
                "1999-12",
                "2101-01",
                "9999-99",
                "2026-05-01",
                "mai 2026"
            })
    void refuse_un_mois_absent_ou_absurde(String mois) {
        assertThat(champs(demande().mois(mois).adulte(40))).containsExactly("mois");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000-01", "2100-12"})
    void accepte_les_mois_aux_bornes(String mois) {
        assertThat(simulation
                        .simuler(demande().mois(mois).adulte(40).construire())
                        .montant())
                .isPositive();
    }

    @Test
    void refuse_sans_adulte_et_au_dela_de_deux() {
        assertThat(champs(demande())).containsExactly("adultes");
        assertThat(champs(demande().adulte(40).adulte(40).adulte(40))).containsExactly("adultes");
        assertThat(champs(demande().adulteNul())).containsExactly("adultes[0]");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(ints = {-1, 131, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void refuse_un_age_absent_ou_impossible(Integer age) {
        assertThat(champs(demande().adulte(40).adulte(a -> a.age(age)))).containsExactly("adultes[1].age");
        assertThat(champs(demande().adulte(40).enfant(3).enfant(age))).containsExactly("enfants[1].age");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "fr", "FRA", "ZZ", "Française", "F"})
    void refuse_une_nationalite_inconnue(String code) {
        assertThat(champs(demande().adulte(a -> a.nationalite(code, null)))).containsExactly("adultes[0].nationalite");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TOURISTE", "réfugié"})
    void refuse_un_statut_de_sejour_inconnu(String code) {
        assertThat(champs(demande().adulte(a -> a.statutSejour(code)))).containsExactly("adultes[0].statutSejour");
    }

    @Test
    void refuse_un_code_de_longueur_folle_sans_le_chercher() {
        String fou = "A".repeat(100_000);

        assertThat(champs(demande()
                        .logement(fou, "0", false)
                        .adulte(a -> a.statutSejour(fou).ressources(ressource(fou, "2026-01", "1", false)))))
                .containsExactly("adultes[0].statutSejour", "adultes[0].ressources[0].type", "logement.statut");
    }

    @ParameterizedTest
    @CsvSource({"-0.01", "10000000", "1E+400", "1E+1000000000", "0.001", "12.345", "1E-1000000000", "-1E-1000000000"})
    void refuse_un_montant_negatif_trop_grand_ou_trop_precis(String montant) {
        assertThat(champs(demande()
                        .montantBase(montant)
                        .bmaf(montant)
                        .adulte(40, ressource("SALAIRE_NET", "2026-01", montant, false))
                        .enfant(3, ressource("AUTRE", "2026-01", montant, false))
                        .logement("LOCATAIRE", montant, false)
                        .prestations(montant, montant, montant, montant)))
                .containsExactly(
                        "montantBase",
                        "bmaf",
                        "adultes[0].ressources[0].montant",
                        "enfants[0].ressources[0].montant",
                        "logement.aideLogementMensuelle",
                        "prestationsFamiliales.af",
                        "prestationsFamiliales.complementFamilial",
                        "prestationsFamiliales.pajeBase",
                        "prestationsFamiliales.asf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "0.000", "9999999.99", "500.10", "500.100", "5E+2"})
    void accepte_un_montant_au_centime(String montant) {
        assertThat(simulation
                        .simuler(demande()
                                .adulte(40, ressource("SALAIRE_NET", "2026-01", montant, false))
                                .construire())
                        .baseRessources())
                .isNotNegative();
    }

    @Test
    void refuse_une_ressource_sans_type_sans_montant_ou_sans_mois() {
        assertThat(champs(demande().adulte(40, ressource(null, "2026-01", "1", false))))
                .containsExactly("adultes[0].ressources[0].type");
        assertThat(champs(demande().adulte(40, ressource("SALAIRE_NET", "2026-01", null, false))))
                .containsExactly("adultes[0].ressources[0].montant");
        assertThat(champs(demande().adulte(40, ressource("SALAIRE_NET", null, "1", false))))
                .containsExactly("adultes[0].ressources[0].mois");
        assertThat(champs(demande().adulte(40, ressource("LOTERIE", "2026-01", "1", false))))
                .containsExactly("adultes[0].ressources[0].type");
        assertThat(champs(demande().adulte(40, ressource("SALAIRE_NET", "2026-99", "1", false))))
                .containsExactly("adultes[0].ressources[0].mois");
        assertThat(champs(demande().adulte(40).enfant(12, ressource("SALAIRE_NET", null, "1", false))))
                .containsExactly("enfants[0].ressources[0].mois");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BENEFICE_TNS",
                "EPARGNE_SANS_REVENU_DECLARE",
                "VALEUR_LOCATIVE_BATI_NON_LOUE",
                "VALEUR_LOCATIVE_TERRAIN_NON_LOUE",
                "RETRAITE_COMBATTANT"
            })
    void un_capital_ou_un_benefice_n_a_pas_besoin_de_mois(String type) {
        assertThat(simulation
                        .simuler(demande()
                                .adulte(40, ressource(type, null, "120", false))
                                .construire())
                        .droitOuvert())
                .isTrue();
    }

    @Test
    void refuse_un_logement_inconnu_et_des_durees_impossibles() {
        assertThat(champs(demande().adulte(40).logement("CHATEAU", "0", false))).containsExactly("logement.statut");
        assertThat(champs(demande().adulte(a -> a.nationalite("NZ", "-1")))).containsExactly("adultes[0].anneesTitre");
        assertThat(champs(demande().adulte(a -> a.heures("-1")))).containsExactly("adultes[0].heuresTravaillees3Ans");
        assertThat(champs(demande().adulte(a -> a.heures("26353"))))
                .containsExactly("adultes[0].heuresTravaillees3Ans");
        assertThat(champs(demande().adulte(a -> a.residence(true, 13)))).containsExactly("adultes[0].moisEtranger");
        assertThat(champs(demande().adulte(40).montantBase("0"))).containsExactly("montantBase");
    }

    @Test
    void signale_toutes_les_erreurs_en_une_fois_et_en_francais() {
        List<ErreurChamp> erreurs = erreurs(demande()
                .mois(null)
                .adulte(a -> a.age(null).nationalite("zz", null))
                .logement("CHATEAU", "-1", false));

        assertThat(erreurs)
                .extracting(ErreurChamp::champ)
                .containsExactly(
                        "mois",
                        "adultes[0].age",
                        "adultes[0].nationalite",
                        "logement.aideLogementMensuelle",
                        "logement.statut");
        assertThat(erreurs).allSatisfy(e -> assertThat(e.message()).endsWith("."));
        assertThatThrownBy(() -> simulation.simuler(demande().construire())).isInstanceOf(SaisieInvalide.class);
    }
}
