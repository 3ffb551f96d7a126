package fr.jalon.usager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.SaisieInvalide;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** The card of a person as it really comes: what is accepted, mended, refused, field by field. */
class FicheVerifieeTest {

    private static final LocalDate JOUR = LocalDate.of(2026, 5, 31);
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02 99 00 00 00", "0612345678", "+33 6 12 34 56 78", "0033 6 12 34 56 78", "+33 (0)6 12 34 56 78",
                "06.12.34.56.78", "06-12-34-56-78", "+32 2 555 12 12", "+213 555 12 34 56", "0262 12 34 56",
                "+1 514 555 0123", "00221 77 123 45 67", "+262 692 12 34 56"
            })
    void un_numero_qui_se_compose_est_accepte(String numero) {
        assertThat(verifier(f -> f.put("telephone", numero)).telephone()).isEqualTo(numero);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000",
                "0600000000000000",
                "612345678",
                "00 00 00 00 00",
                "+33 0612345678 9",
                "12",
                "+0612345678",
                "06 12 34 56 7",
                "06 12 34 56 78 9",
                "+33 06 12 34 56 78",
                "33 6 12 34 56 78",
                "0011223344",
                "+999 123 456 78",
                "+210 123 456 78",
                "+1 555 01",
                "+1 055 555 0123",
                "3639",
                "maman"
            })
    void un_numero_que_personne_ne_peut_composer_est_refuse(String numero) {
        refuse("telephone", f -> f.put("telephone", numero));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0601234567, 0712345678 | 0601234567 | 0712345678",
                "06 01 23 45 67 / 07 12 34 56 78 | 06 01 23 45 67 | 07 12 34 56 78",
                "06 01 23 45 67 ou 02 99 00 00 00 | 06 01 23 45 67 | 02 99 00 00 00",
                "0601234567 0712345678 | 0601234567 | 0712345678",
                "06 01 23 45 67 ; +33601234567 | 06 01 23 45 67 |",
                "0601234567 0712345678 0299000000 | 0601234567 | 0712345678, 0299000000",
                "+33 6 01 23 45 67 +33 7 12 34 56 78 | +33 6 01 23 45 67 | +33 7 12 34 56 78",
                "0601234567 & 0712345678 | 0601234567 | 0712345678",
                "0601234567 puis 0712345678 | 0601234567 | 0712345678",
                "06/01/23/45/67 | 06 01 23 45 67 |",
                "06_01_23_45_67 | 06 01 23 45 67 |",
                "06 01 23 45 67 ; 02 99 00 00 00 ; 02 99 00 00 01 | 06 01 23 45 67 | 02 99 00 00 00, 02 99 00 00 01"
            })
    void le_premier_numero_est_garde_et_les_autres_a_la_suite(String cellule, String premier, String autres) {
        FichePersonne f = verifier(n -> n.put("telephone", cellule));
        assertThat(f.telephone()).isEqualTo(premier);
        assertThat(f.autresTelephones()).isEqualTo(autres);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Martin | | | Martin |",
                "Zoé | Martin | | Zoé | Martin",
                "Martin | | Dupont | Dupont | Martin",
                "| Martin | Dupont | Dupont | Martin",
                "| Martin | | Martin |",
                "Dupont | Martin | Dupont | Dupont | Martin",
                "Martin | Martin | | Martin |"
            })
    void le_nom_d_usage_s_imprime_et_le_nom_de_naissance_reste(
            String nom, String naissance, String usage, String imprime, String deNaissance) {
        FichePersonne f = verifier(n -> {
            n.put("nom", nom);
            n.put("nomNaissance", naissance);
            n.put("nomUsage", usage);
        });
        assertThat(f.nom()).isEqualTo(imprime);
        assertThat(f.nomNaissance()).isEqualTo(deNaissance);
    }

    @Test
    void trois_noms_differents_ne_se_perdent_pas_en_silence() {
        refuse("nom", f -> f.put("nom", "Un").put("nomNaissance", "Deux").put("nomUsage", "Trois"));
    }

    @Test
    void sans_prenom_se_dit_et_ne_s_oublie_pas() {
        assertThat(verifier(f -> f.putNull("prenoms")).prenoms()).isNull();
        assertThat(verifier(f -> f.put("prenoms", "")).prenoms()).isNull();
        refuse("prenoms", f -> f.remove("prenoms"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SDF", "Sans domicile fixe\n35000 Rennes", "inconnue", "Hébergée", "---", "XXX", "N.C."})
    void ce_qui_n_est_pas_une_adresse_est_refuse(String adresse) {
        refuse("adresse", f -> f.put("adresse", adresse));
    }

    @ParameterizedTest
    @CsvSource({"nom, ---", "nom, ?", "nom, ...", "nom, 123", "prenoms, -", "prenoms, ??", "nomNaissance, /"})
    void un_nom_sans_lettre_n_est_le_nom_de_personne(String champ, String valeur) {
        refuse(champ, f -> f.put(champ, valeur));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"ANTENNE\"",
                "\"CCAS\"",
                "{\"organisme\":\"Association Exemple\",\"adresse\":\"2 rue X\\n35000 Rennes\"}",
                "\"Association Exemple, 2 rue X, 35000 Rennes\"",
                "\"A_DEMANDER\""
            })
    void sans_adresse_la_domiciliation_suffit(String domiciliation) throws Exception {
        var dite = JSON.readTree(domiciliation);
        FichePersonne f = verifier(n -> n.putNull("adresse").set("domiciliation", dite));
        assertThat(f.adresse()).isNull();
        assertThat(f.domiciliation()).isNotBlank();
        refuse("adresse", n -> n.putNull("adresse"));
        refuse("domiciliation", n -> n.set("domiciliation", dite));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 allée Imaginaire~1000 Rennes | | 01000",
                "3 allée Imaginaire~2A004 Ajaccio | | 20",
                "3 allée Imaginaire, 350000 Rennes | | 35000",
                "3 allée Imaginaire~00123 Rennes | | 35000",
                "1 rue X 1000 Rennes | | 01000",
                "3 allée Imaginaire~1000 Bourg-en-Bresse Cedex 7 | | 01000",
                "3 allée Imaginaire~00123 RENNES CEDEX 7 | | 35000",
                "3 allée Imaginaire~1000 Bourg-en-Bresse~FRANCE | | 01000",
                "3 allée Imaginaire~3500O Rennes | | 35000",
                "3 allée Imaginaire~35000 Pointe-à-Pitre | Guadeloupe | 97110",
                "Rua X~1000 São Paulo | Brésil | 01310",
                "Rue X~12345 Montréal | Canada | H2X",
                "Main St~London 1~123 London | Angleterre | SW1A",
                "Rue X~1000 Praha 1 | République tchèque | 110 00",
                "Rue X~100000 Pristina | Kosovo | 10000",
                "Rue Haute 3~100 Bruxelles | BE | 1000",
                "Calle Mayor 1~99013 Madrid | ES | 28001",
                "Bahnhofstrasse 1~801 Zürich | Suisse | 1201"
            })
    void un_code_postal_qui_n_existe_pas_est_refuse_avec_un_remede(String adresse, String pays, String remede) {
        assertThatThrownBy(() -> verifier(
                        f -> f.put("adresse", adresse.replace("~", "\n")).put("pays", pays)))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs()).singleElement().satisfies(x -> {
                            assertThat(x.champ()).isEqualTo("adresse");
                            assertThat(x.message()).contains(remede);
                        }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 allée Imaginaire~35000 Rennes |",
                "3 allée Imaginaire~20090 Ajaccio |",
                "3 allée Imaginaire~97400 Saint-Denis |",
                "1 rue X 35000 Rennes |",
                "Rue Haute 3~1000 Bruxelles | Belgique",
                "Calle Mayor 1~28013 Madrid | ES",
                "12 allée Imaginaire |",
                "3 allée Imaginaire~35007 RENNES CEDEX 7 |",
                "10 Exemple Street~London SW1A 1AA | GB",
                "10 Exemple Street~london sw1a 1aa | GB",
                "221 Exemple Street | GB",
                "1 rue X~L-1009 Luxembourg | LU",
                "Damrak 1~1011 AB Amsterdam | NL",
                "3 allée Imaginaire~BP 1000~35000 Rennes |",
                "3 allée Imaginaire~35000 Rennes~France |",
                "3 allée Imaginaire~35 000 Rennes |",
                "3 allée Imaginaire~CS 3000 Rennes |",
                "Rue Haute 3~1000 Bruxelles~BELGIQUE |",
                "Rue X~Montréal QC H2X 1Y4 | Canada",
                "Rue X~Kinshasa | RDC",
                "Rue X~Kinshasa | République démocratique du Congo",
                "Rue X~Conakry | Guinée Conakry",
                "Rue X~110 00 Praha | Tchéquie",
                "Rue X~Gaza | Palestine",
                "Rue X~97600 Mamoudzou | Mayotte",
                "01 BP 100~Abidjan | Cote d'Ivoire",
                "1 rue X~Dakar | SN",
                "1 rue X~100 Ville | SN"
            })
    void une_adresse_se_lit_selon_son_pays(String adresse, String pays) {
        assertThat(verifier(f -> f.put("adresse", adresse.replace("~", "\n")).put("pays", pays))
                        .adresse())
                .isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "MME, 1986-03-14, 1850335999901, homme",
        "MME, 1986-03-14, 2900335999902, 90",
        "MME, 1986-03-14, 2861235999903, 12",
        "M, 1986-03-14, 2860335999904, femme",
        "NEUTRE, 1986, 2850335999905, 85",
        "MME, 1986-03-14, 2861435999906, mois"
    })
    void un_numero_qui_ne_va_pas_avec_la_fiche_se_confirme(String civilite, String ne, String nir, String mot) {
        Consumer<ObjectNode> fiche =
                f -> f.put("civilite", civilite).put("dateNaissance", ne).put("nir", nir);
        assertThatThrownBy(() -> verifier(fiche)).hasMessageContaining("nir").hasMessageContaining(mot);
        assertThat(verifier(fiche.andThen(f -> f.put("nirConfirme", true))).nir())
                .hasSize(15);
    }

    @ParameterizedTest
    @CsvSource({
        "MME, 1986-03-14, 2860335999901",
        "M, 1986, 1860335999902",
        "MME, 1986-03-14, 2864235999903",
        "MME, 1986-03-14, 7850335999904",
        "M, 1986-03-14, 3990335999905",
        "NEUTRE, 1986-03-14, 186032A999906",
        "MME, 1986-03-14, 286032B999907",
        "NEUTRE, 1986-03, 2 86 03 35 999 908",
        "NEUTRE, 1986-03, 2 86 03 2b 999 907",
        "MME, 1986-03, 2.86.03.35.999.908"
    })
    void treize_chiffres_recoivent_leur_cle_et_un_numero_provisoire_est_accepte(
            String civilite, String ne, String nir) {
        String garde = verifier(f ->
                        f.put("civilite", civilite).put("dateNaissance", ne).put("nir", nir))
                .nir();
        assertThat(Nir.estValide(garde)).isTrue();
        assertThat(garde).startsWith(Nir.compact(nir));
    }

    private static void refuse(String champ, Consumer<ObjectNode> changement) {
        assertThatThrownBy(() -> verifier(changement))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs())
                                .extracting(ErreurChamp::champ)
                                .contains(champ));
    }

    /** A card read from JSON, as a program sends it. */
    private static FichePersonne verifier(Consumer<ObjectNode> changement) {
        try {
            ObjectNode fiche = (ObjectNode) JSON.readTree("""
                    {"civilite": "MME", "nom": "Inventée", "prenoms": "Zoé", "dateNaissance": "1986-03-14",
                     "adresse": "3 allée Imaginaire\\n35000 Rennes", "quartier": "Q1"}""");
            changement.accept(fiche);
            return FicheVerifiee.verifier(JSON.treeToValue(fiche, FichePersonne.class), JOUR);
        } catch (tools.jackson.core.JacksonException e) {
            throw new IllegalStateException(e);
        }
    }
}
