package fr.jalon.decision;

import static fr.jalon.decision.TableVerifiee.faits;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PiecesRequisesDecisionTest {

    private static final List<String> SOCLE = List.of("PieceIdentite", "Rib");

    private final TableVerifiee table = new TableVerifiee("pieces-requises");

    static Stream<Arguments> faitsQuiDemandentUnePiece() {
        return Stream.of(
                Arguments.of("statutLogement", "LOCATAIRE", "JustificatifDomicile"),
                Arguments.of("statutLogement", "PROPRIETAIRE_SANS_PRET", "JustificatifDomicile"),
                Arguments.of("statutLogement", "PROPRIETAIRE_AVEC_PRET", "JustificatifDomicile"),
                Arguments.of("statutLogement", "HEBERGE_GRATUIT", "AttestationHebergement"),
                Arguments.of("statutLogement", "HEBERGE_PARTICIPATION", "AttestationHebergement"),
                Arguments.of("statutLogement", "SANS_DOMICILE_STABLE", "ElectionDomicile"),
                Arguments.of("couple", true, "IdentiteConjoint"),
                Arguments.of("enfants", 1, "LivretFamille"),
                Arguments.of("enceinte", true, "DeclarationGrossesse"),
                Arguments.of("evenementIsolement", "SEPARATION", "JustificatifSeparation"),
                Arguments.of("evenementIsolement", "ABANDON", "JustificatifSeparation"),
                Arguments.of("evenementIsolement", "VEUVAGE", "ActeDecesConjoint"),
                Arguments.of("evenementIsolement", "INCARCERATION", "JustificatifIncarceration"),
                Arguments.of("evenementIsolement", "AUTRE", "JustificatifIsolement"),
                Arguments.of("evenementIsolement", "NON_PRECISE", "JustificatifIsolement"),
                Arguments.of("etudiant", true, "CertificatScolarite"),
                Arguments.of("jeuneActif", true, "HeuresTravail"),
                Arguments.of("salarie", true, "BulletinsSalaire"),
                Arguments.of("chomage", true, "AttestationChomage"),
                Arguments.of("independant", true, "BilanIndependant"),
                Arguments.of("pension", true, "NotificationPension"),
                Arguments.of("aucuneRessource", true, "AttestationSansRessource"));
    }

    @ParameterizedTest(name = "{0} = {1} demande {2}")
    @MethodSource("faitsQuiDemandentUnePiece")
    void un_fait_demande_sa_piece_et_elle_seule(String fait, Object valeur, String regle) {
        List<String> attendues = new ArrayList<>(SOCLE);
        attendues.add(regle);

        assertThat(table.declenchees(faits("dispositif", "RSA", "groupeNationalite", "FR", fait, valeur)))
                .containsExactlyInAnyOrderElementsOf(attendues);
    }

    @ParameterizedTest(name = "{0} faux, nul ou absent ne demande rien")
    @MethodSource("faitsQuiDemandentUnePiece")
    void un_fait_faux_ou_absent_ne_demande_rien(String fait, Object valeur) {
        Object contraire = valeur instanceof Integer ? (Object) 0 : valeur instanceof Boolean ? false : "NON_RENSEIGNE";

        assertThat(table.declenchees(faits("dispositif", "RSA", "groupeNationalite", "FR", fait, contraire)))
                .isEqualTo(SOCLE);
        assertThat(table.declenchees(faits("dispositif", "RSA", "groupeNationalite", "FR", fait, null)))
                .isEqualTo(SOCLE);
    }

    @Test
    void une_naissance_se_prouve_par_le_livret_de_famille_et_par_rien_d_autre() {
        assertThat(table.declenchees(faits(
                        "dispositif",
                        "RSA",
                        "groupeNationalite",
                        "FR",
                        "enfants",
                        1,
                        "evenementIsolement",
                        "NAISSANCE")))
                .contains("LivretFamille")
                .doesNotContain("JustificatifSeparation", "JustificatifIsolement");
    }

    @Test
    void la_nationalite_choisit_la_preuve_d_identite_et_de_sejour() {
        assertThat(table.declenchees(faits("dispositif", "RSA", "groupeNationalite", "EEE")))
                .containsExactly("PieceIdentite", "DroitSejourEuropeen", "Rib");
        assertThat(table.declenchees(
                        faits("dispositif", "RSA", "groupeNationalite", "SUISSE", "droitSejourEuropeen", "RESSOURCES")))
                .containsExactly("PieceIdentite", "ResidenceEuropeenne", "DroitSejourEuropeen", "Rib");
        assertThat(table.declenchees(faits("dispositif", "RSA", "groupeNationalite", "BRITANNIQUE")))
                .containsExactly("TitreSejour", "Rib");
        assertThat(table.declenchees(faits("dispositif", "RSA", "groupeNationalite", "AUTRE")))
                .containsExactly("TitreSejour", "Rib");
        assertThat(table.declenchees(faits("dispositif", "RSA"))).isEqualTo(SOCLE);
    }

    @Test
    void sans_dispositif_connu_aucune_piece() {
        assertThat(table.evaluer(Map.of())).isEmpty();
        assertThat(table.evaluer(faits("dispositif", "INCONNU", "groupeNationalite", "FR")))
                .isEmpty();
    }

    @Test
    void chaque_piece_dit_pourquoi_elle_est_demandee() {
        Map<String, Object> tout =
                faits("dispositif", "RSA", "groupeNationalite", "EEE", "statutLogement", "LOCATAIRE");
        List.of("couple", "enceinte", "etudiant", "jeuneActif", "salarie", "chomage", "independant")
                .forEach(f -> tout.put(f, true));
        tout.put("evenementIsolement", "SEPARATION");
        tout.put("pension", true);
        tout.put("aucuneRessource", true);
        tout.put("enfants", 2);

        assertThat(table.evaluer(tout)).hasSize(15).allSatisfy(regle -> {
            assertThat(regle.texte("piece")).matches("[A-Z_]+");
            assertThat(regle.texte("libelle")).isNotBlank();
            assertThat(regle.texte("pourquoi")).endsWith(".");
            assertThat(regle.sorties().get("obligatoire")).isInstanceOf(Boolean.class);
        });
    }

    @Test
    void un_accompagnement_ne_demande_que_son_contrat_signe() {
        assertThat(table.declenchees(faits("dispositif", "ORI"))).containsExactly("ContratSigne");
    }

    @Test
    void chaque_ligne_est_verifiee() {
        List<String> vues = new ArrayList<>(List.of(
                "PieceIdentite", "Rib", "TitreSejour", "ResidenceEuropeenne", "DroitSejourEuropeen", "ContratSigne"));
        faitsQuiDemandentUnePiece().forEach(a -> vues.add((String) a.get()[2]));
        table.chaqueLigneEstVerifiee(vues, 23);
    }
}
