package fr.jalon.importation.personne;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.importation.MessageLigne;
import fr.jalon.importation.lecture.LectureRangee;
import fr.jalon.usager.FichePersonne;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The person of a row, as files write her. */
class FicheLueTest {

    @ParameterizedTest
    @CsvSource({
        "LEROY ÉPOUSE MARTIN, MARTIN, LEROY",
        "Leroy ép. Martin, Martin, Leroy",
        "LEROY EP MARTIN, MARTIN, LEROY",
        "Leroy veuve Martin, Martin, Leroy",
        "Martin (née Leroy), Martin, Leroy",
        "MARTIN NÉE LEROY, MARTIN, LEROY",
        "Ben Ali née El Amrani, Ben Ali, El Amrani"
    })
    void deux_noms_dans_une_case_se_lisent_a_part_et_se_disent(String cellule, String usage, String naissance) {
        LectureRangee rangee = rangee("nom", cellule);
        FichePersonne fiche = FicheLue.lire(rangee);
        assertThat(rangee.erreurs()).isEmpty();
        assertThat(fiche.nom()).isEqualTo(usage);
        assertThat(fiche.nomNaissance()).isEqualTo(naissance);
        assertThat(dits(rangee, fiche)).anySatisfy(m -> assertThat(m).contains("nom de naissance « " + naissance));
    }

    @ParameterizedTest
    @CsvSource({"Leroy-Martin", "Van Née-Lande", "Epinay", "De La Veuve", "Néel", "Eponine Martin"})
    void un_nom_qui_y_ressemble_reste_entier(String cellule) {
        LectureRangee rangee = rangee("nom", cellule);
        assertThat(FicheLue.lire(rangee).nom()).isEqualTo(cellule);
        assertThat(FicheLue.lire(rangee).nomNaissance()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "611223344 | 0611223344",
                "+33 06 11 22 33 44 | 0611223344",
                "33 6 11 22 33 44 | 0611223344",
                "0033 06 11 22 33 44 | 0611223344"
            })
    void un_numero_de_travers_est_redresse_et_c_est_dit(String cellule, String lu) {
        LectureRangee rangee = rangee("telephone", cellule);
        FichePersonne fiche = FicheLue.lire(rangee);
        assertThat(fiche.telephone()).isEqualTo(lu);
        assertThat(dits(rangee, fiche)).contains("« " + cellule + " » est lu " + lu + ".");
    }

    /** A file of a program, and the cells of a spreadsheet that show less than a day. */
    @ParameterizedTest
    @CsvSource({
        "1986-03-13T23:00:00.000Z, 1986-03-14",
        "1986-03-14T00:00:00, 1986-03-14",
        "1986-03, 1986-03",
        "1986, 1986",
        "14 03 1986, 1986-03-14",
        "vendredi 14 mars 1986, 1986-03-14"
    })
    void une_naissance_est_lue_comme_elle_est_ecrite(String cellule, String lue) {
        assertThat(FicheLue.lire(rangee("date_naissance", cellule)).dateNaissance())
                .hasToString(lue);
    }

    @ParameterizedTest
    @CsvSource({
        "SDF, A_DEMANDER",
        "Sans domicile fixe, A_DEMANDER",
        "néant, A_DEMANDER",
        "CCAS, ANTENNE",
        "au CCAS, ANTENNE"
    })
    void ce_que_l_on_ecrit_faute_d_adresse_n_en_est_pas_une(String cellule, String domiciliation) {
        LectureRangee rangee = rangee("adresse", cellule);
        FichePersonne fiche = FicheLue.lire(rangee);
        assertThat(fiche.adresse()).isNull();
        assertThat(fiche.domiciliation()).isEqualTo(domiciliation);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zoe@exemple.invalid ; autre@exemple.invalid | zoe@exemple.invalid",
                "Zoé Inventée <zoe@exemple.invalid> | zoe@exemple.invalid",
                "mailto:zoe@exemple.invalid | zoe@exemple.invalid",
                "zoe@exemple.invalid/autre@exemple.invalid | zoe@exemple.invalid"
            })
    void le_premier_courriel_est_garde_et_c_est_dit(String cellule, String lu) {
        LectureRangee rangee = rangee("courriel", cellule);
        FichePersonne fiche = FicheLue.lire(rangee);
        assertThat(fiche.courriel()).isEqualTo(lu);
        assertThat(dits(rangee, fiche)).anySatisfy(m -> assertThat(m).startsWith("Lu " + lu));
        LectureRangee faux = rangee("courriel", "zoe@");
        assertThat(FicheLue.lire(faux).courriel()).isEqualTo("zoe@");
    }

    @ParameterizedTest
    @CsvSource({
        "Mlle, MME",
        "F, MME",
        "Femme, MME",
        "Mme., MME",
        "H, M",
        "Masculin, M",
        "m, M",
        "M., M",
        "neutre, NEUTRE"
    })
    void une_civilite_se_lit_sous_ses_formes(String ecrite, String code) {
        assertThat(FicheLue.lire(rangee("civilite", ecrite)).civilite()).isEqualToIgnoringCase(code);
    }

    @ParameterizedTest
    @CsvSource({
        "Ben Kaddour, Fatima, Benkaddour, Fatima",
        "Ben-Kaddour, Fatima, FATIMA, Benkaddour",
        "Nguyen, Van An, VANAN, Nguyen",
        "Işık, İrem, IREM, isik",
        "Nguyen, Van An, NGUYEN VAN, An",
        "De la Cruz, Ana Maria, CRUZ ANA, Maria de la",
        "Fatima Zohra, Ben Kaddour, Zohra Benkaddour, Fatima"
    })
    void deux_lignes_qui_nomment_la_meme_personne_ont_un_sujet_commun(
            String nom, String prenoms, String autreNom, String autresPrenoms) {
        assertThat(sujets(nom, prenoms)).containsAnyElementsOf(sujets(autreNom, autresPrenoms));
        assertThat(sujets(nom, prenoms)).doesNotContainAnyElementsOf(sujets(autreNom + "x", autresPrenoms));
    }

    private static List<String> sujets(String nom, String prenoms) {
        return FicheLue.sujetsLus(Map.of(
                "civilite",
                "Mme",
                "nom",
                nom,
                "prenoms",
                prenoms,
                "date_naissance",
                "14/03/1986",
                "adresse",
                "3 allée I"));
    }

    private static List<String> dits(LectureRangee rangee, FichePersonne fiche) {
        return FicheLue.remarques(rangee, fiche).stream()
                .map(MessageLigne::message)
                .toList();
    }

    private static LectureRangee rangee(String colonne, String valeur) {
        Map<String, String> valeurs = new LinkedHashMap<>(Map.of(
                "civilite",
                "Mme",
                "nom",
                "Inventée",
                "prenoms",
                "Zoé",
                "date_naissance",
                "14/03/1986",
                "adresse",
                "3 allée I"));
        valeurs.put(colonne, valeur);
        return new LectureRangee(valeurs);
    }
}
