package fr.jalon.usager;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one matching of the house: same, to be chosen by a human, likely, other. */
class RapprochementTest {

    private static final String ICI = "3 allée Imaginaire\n35000 Rennes";
    private static final String AILLEURS = "99 rue Ailleurs\n35000 Rennes";

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Homonyme-Exemple, Mohamed, 1990-01-01, ICI, 0611111111, MEME",
                "HOMONYME EXEMPLE, mohamed, 1990-01-01, ICI, -, MEME",
                "Homonyme-Exemple, Mohamed, 1990-01-01, AILLEURS, 06 11 11 11 11, MEME",
                "Homonyme-Exemple, Mohamed, 1990-01-01, ICI, 0699999999, MEME",
                "Homonyme-Exemple, Mohamed, 1990-01-01, AILLEURS, 0699999999, A_CHOISIR",
                "Homonyme-Exemple, Mohamed, 1990-01-01, AILLEURS, +33 6 99 99 99 99, A_CHOISIR",
                "Homonyme-Exemple, Mohamed, 1990-01-01, AILLEURS, -, A_CHOISIR",
                "Homonyme Exemple, Mohamed, 1990-01-01, -, -, A_CHOISIR",
                "Homonyme Exemple, Mohamed, 1990-01-01, -, 06 11 11 11 11, MEME",
                "Homonyme-Exemple, Mohamed, 1990, AILLEURS, -, A_CHOISIR",
                "Homonyme-Exemple, Mohamed, 1990-01, ICI, -, A_CHOISIR",
                "Mohamed, Homonyme-Exemple, 1990-01-01, AILLEURS, -, PROBABLE",
                "Homonyme-Exemple, Mohamed, 1989-01-01, AILLEURS, -, PROBABLE",
                "Homonyme-Exemple, Mohamed, 1991-01-01, AILLEURS, -, PROBABLE",
                "Exemple, Mohamed, 1990-01-01, AILLEURS, -, PROBABLE",
                "Homonyme, Mohammed, 1990-01-01, AILLEURS, -, PROBABLE",
                "Homonyme-Exemple, Ali, 1990-01-01, AILLEURS, -, PROBABLE",
                "Sans-Rapport, Ali, 1971-12-31, AILLEURS, 0033611111111, PROBABLE",
                "Sans-Rapport, Ali, 1971-12-31, ICI, -, AUTRE",
                "Sans-Rapport, Ali, 1990-01-01, AILLEURS, 0699999999, AUTRE"
            })
    void dit_jusqu_ou_deux_fiches_se_ressemblent(
            String nom, String prenoms, String naissance, String adresse, String telephone, Ressemblance attendue) {
        PersonneVue connue = connue("Homonyme-Exemple", null, "Mohamed", "1990-01-01", ICI, "0611111111", null);
        Rapprochement.Verdict verdict = Rapprochement.comparer(
                fiche(nom, null, prenoms, naissance, adresse(adresse), telephone, null), connue, false);
        assertThat(verdict.degre()).as(verdict.raison()).isEqualTo(attendue);
        assertThat(verdict.raison().isEmpty()).isEqualTo(attendue == Ressemblance.AUTRE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Benkaddour-Exemple | Fatima Zohra | 1979-05-12 | Fatima Zohra | Benkaddour-Exemple | 1979-05-12 | nom et prénoms inversés, même date de naissance",
                "Benkaddour-Exemple | Fatima Zohra | 1979-05-12 | Benkaddour-Exemple | Fatima Zohra | 1978-05-12 | même nom, né le même jour à un an d'écart",
                "Leroy-Martin | Anne | 1982-11-30 | Martin | Anne | 1982-11-30 | un nom sur deux en commun, même prénom, même date de naissance",
                "Ben Kaddour | Fatima | 1979-05-12 | BENKADDOUR | Fatima Zohra | 1979-05-12 | même nom et même date de naissance",
                "Jumeau | Hassan | 1979-05-12 | Jumeau | Hussein | 1979-05-12 | même nom, prénom qui se prononce pareil, même date de naissance",
                "De La Tour | Jean | 1979-05-12 | Latour | Jean | 1979-05-12 | un nom sur deux en commun, même prénom, même date de naissance",
                "El-Amrani | Jo | 1979-05-12 | Elamrani-Idrissi | Jo | 1979-05-12 | un nom sur deux en commun, même prénom, même date de naissance",
                "Nguyen | Van An | 1979-05-12 | An | Nguyen Van | 1979-05-12 | nom et prénoms répartis autrement, même date de naissance",
                "Benkaddour | Fatima Zohra | 1979-05-12 | Fatima | Zohra Benkaddour | 1979-05-12 | nom et prénoms répartis autrement, même date de naissance",
                "Hernández-Exemple | Luz | 1979-05-12 | Exemple Hernandez | Luz | 1979-05-12 | nom et prénoms répartis autrement, même date de naissance",
                "Işık | İrem | 1990-02-03 | Isik | Irem | 1990-03-02 | même nom, jour et mois de naissance inversés"
            })
    void une_ressemblance_dit_sa_raison(
            String nom,
            String prenoms,
            String ne,
            String autreNom,
            String autrePrenoms,
            String autreNe,
            String raison) {
        PersonneVue connue = connue(nom, null, prenoms, ne, ICI, null, null);
        Rapprochement.Verdict verdict = Rapprochement.comparer(
                fiche(autreNom, null, autrePrenoms, autreNe, AILLEURS, null, null), connue, false);
        assertThat(verdict.degre()).isEqualTo(Ressemblance.PROBABLE);
        assertThat(verdict.raison()).isEqualTo(raison);
    }

    /** A town, or words that are no address, are those of many: two homonyms stay two until a human says. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "35000 Rennes | 35000 Rennes",
                "SDF~35000 Rennes | sdf~35000 Rennes",
                "Hébergé chez un tiers | Hébergé chez un tiers",
                "Sans domicile fixe | SANS DOMICILE FIXE",
                "1 rue de la Paix | 1 rue de la Paixière~35000 Rennes"
            })
    void une_adresse_qui_ne_dit_rien_ne_reunit_pas_deux_homonymes(String adresse, String autre) {
        PersonneVue connue =
                connue("Homonyme", null, "Ali", "1990-01-01", autre.replace("~", "\n"), "0611111111", null);
        FichePersonne fiche =
                fiche("Homonyme", null, "Ali", "1990-01-01", adresse.replace("~", "\n"), "0699999999", null);
        assertThat(Rapprochement.comparer(fiche, connue, false).degre()).isEqualTo(Ressemblance.A_CHOISIR);
    }

    @Test
    void le_meme_courriel_se_voit_quelle_que_soit_sa_casse() {
        PersonneVue connue = connue("Meslin-Exemple", null, "Zohra", "1979-05-12", ICI, null, "fz@exemple.invalid");
        assertThat(Rapprochement.comparer(
                                fiche("Autre", null, "Ana", "1990-01-01", AILLEURS, null, "FZ@exemple.invalid"),
                                connue,
                                false)
                        .raison())
                .isEqualTo("même courriel");
    }

    @Test
    void le_meme_numero_de_securite_sociale_sous_un_autre_nom_est_a_confirmer() {
        PersonneVue connue = connue("Naissance-Exemple", null, "Line", "1986-03-14", ICI, null, null);
        assertThat(nir("Epouse-Exemple", "Line", "1986-03-14", connue).degre()).isEqualTo(Ressemblance.A_CHOISIR);
        assertThat(nir("Epouse-Exemple", "Line", "1986-03-14", connue).raison()).contains("sous un autre nom");
        assertThat(nir("Naissance-Exemple", "Line", "1986-03-14", connue).degre())
                .isEqualTo(Ressemblance.MEME);
        assertThat(nir("Naissance-Exemple", "Line", "1975-03-14", connue).raison())
                .contains("autre date de naissance");
        assertThat(nir("Naissance-Exemple", "Line", "1986", connue).degre()).isEqualTo(Ressemblance.MEME);
    }

    @Test
    void le_nom_de_naissance_connu_fait_reconnaitre_la_personne() {
        PersonneVue connue = connue("Epouse-Exemple", "Naissance-Exemple", "Line", "1986-03-14", ICI, null, null);
        FichePersonne parLAutreNom = fiche("Naissance-Exemple", null, "Line", "1986-03-14", ICI, null, null);
        FichePersonne parLesDeux = fiche("Nouveau-Nom", "Naissance Exemple", "Line", "1986-03-14", ICI, null, null);
        assertThat(Rapprochement.comparer(parLAutreNom, connue, false).degre()).isEqualTo(Ressemblance.MEME);
        assertThat(Rapprochement.comparer(parLesDeux, connue, false).degre()).isEqualTo(Ressemblance.MEME);
    }

    @Test
    void l_adresse_de_l_antenne_ne_dit_rien_de_deux_personnes_sans_domicile() {
        PersonneVue connue = connue("Homonyme", null, "Ali", "1990-01-01", null, "0611111111", null);
        FichePersonne autre = fiche("Homonyme", null, "Ali", "1990-01-01", null, "0699999999", null);
        assertThat(Rapprochement.comparer(autre, connue, false).degre()).isEqualTo(Ressemblance.A_CHOISIR);
    }

    /** What the card says, what the row says: homes and domiciliations, by where letters go. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "ANTENNE | - | ANTENNE | - | MEME",
                "ANTENNE | 0611111111 | ANTENNE | - | MEME",
                "ANTENNE | - | ANTENNE | 0611111111 | A_CHOISIR",
                "ANTENNE | - | Association Exemple, 2 rue X | - | A_CHOISIR",
                "Association Exemple, 2 rue X | - | Association Exemple 2, rue X | - | MEME",
                "Association Exemple, 2 rue X | - | Association Autre, 8 rue Y | - | A_CHOISIR",
                "A_DEMANDER | - | A_DEMANDER | - | MEME",
                "A_DEMANDER | - | ANTENNE | - | A_CHOISIR",
                "ANTENNE | - | A_DEMANDER | - | MEME",
                "ANTENNE | 0611111111 | A_DEMANDER | 0611111111 | MEME",
                "ANTENNE | 0611111111 | A_DEMANDER | 0699999999 | A_CHOISIR"
            })
    void deux_homonymes_sans_domicile_ne_se_reconnaissent_pas_par_l_adresse_de_tous(
            String chezConnue, String telConnu, String chez, String tel, Ressemblance attendue) {
        Rapprochement.Verdict verdict =
                Rapprochement.comparer(domiciliee(chez, tel), connueDomiciliee(chezConnue, telConnu), false);
        assertThat(verdict.degre()).as(verdict.raison()).isEqualTo(attendue);
    }

    @Test
    void une_adresse_donnee_a_une_fiche_qui_n_en_a_pas_attend_un_humain() {
        FichePersonne fiche = fiche("Homonyme", null, "Ali", "1990-01-01", ICI, null, null);
        assertThat(Rapprochement.comparer(fiche, connueDomiciliee("A_DEMANDER", null), false)
                        .raison())
                .isEqualTo("même nom et même date de naissance, mais aucun contact en commun");
        assertThat(Rapprochement.comparer(fiche, connueDomiciliee("ANTENNE", null), false)
                        .raison())
                .contains("mais une autre adresse");
    }

    /** The telephone of a helper or of a place is that of many: it never proves that two homonyms are one. */
    @Test
    void un_telephone_que_beaucoup_partagent_ne_dit_rien_de_deux_homonymes() {
        FichePersonne fiche =
                fiche("Homonyme", null, "Ali", "1990-01-01", AILLEURS, "02 99 11 11 11", "a@exemple.invalid");
        PersonneVue connue = connue("Homonyme", null, "Ali", "1990-01-01", ICI, "0299111111", "A@exemple.invalid");
        assertThat(Rapprochement.comparer(fiche, connue, false, java.util.Set.of())
                        .degre())
                .isEqualTo(Ressemblance.MEME);
        assertThat(Rapprochement.comparer(fiche, connue, false, java.util.Set.of("t0299111111", "ma@exemple.invalid"))
                        .degre())
                .isEqualTo(Ressemblance.A_CHOISIR);
        assertThat(Rapprochement.comparer(fiche, connue, false, java.util.Set.of("t0299111111"))
                        .degre())
                .as("the e-mail is her own")
                .isEqualTo(Ressemblance.MEME);
    }

    private static FichePersonne domiciliee(String chez, String telephone) {
        return new FichePersonne(
                "NEUTRE",
                "Homonyme",
                "Ali",
                Naissance.lire("1990-01-01").orElseThrow(),
                null,
                null,
                telephone,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                chez,
                null);
    }

    private static PersonneVue connueDomiciliee(String chez, String telephone) {
        return new PersonneVue(
                UUID.randomUUID(),
                "NEUTRE",
                "Homonyme",
                "Ali",
                Naissance.lire("1990-01-01").orElseThrow(),
                "CCAS\nAntenne",
                null,
                "KLEBER",
                telephone,
                null,
                "fr",
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                chez);
    }

    private static Rapprochement.Verdict nir(String nom, String prenoms, String naissance, PersonneVue connue) {
        return Rapprochement.comparer(fiche(nom, null, prenoms, naissance, AILLEURS, null, null), connue, true);
    }

    private static String adresse(String code) {
        if (code == null) {
            return null;
        }
        return code.equals("ICI") ? ICI : AILLEURS;
    }

    static FichePersonne fiche(
            String nom, String nomNaissance, String prenoms, String ne, String adresse, String tel, String courriel) {
        return new FichePersonne(
                "NEUTRE",
                nom,
                prenoms,
                Naissance.lire(ne).orElseThrow(),
                adresse,
                null,
                tel,
                courriel,
                null,
                null,
                nomNaissance,
                null,
                null,
                null,
                adresse == null ? Domiciliation.ANTENNE : null,
                null);
    }

    private static PersonneVue connue(
            String nom, String nomNaissance, String prenoms, String ne, String adresse, String tel, String courriel) {
        return new PersonneVue(
                UUID.randomUUID(),
                "NEUTRE",
                nom,
                prenoms,
                Naissance.lire(ne).orElseThrow(),
                adresse == null ? "CCAS\nAntenne" : adresse,
                null,
                "KLEBER",
                tel,
                courriel,
                "fr",
                null,
                null,
                0,
                nomNaissance,
                null,
                adresse,
                null,
                adresse == null ? Domiciliation.ANTENNE : null);
    }
}
