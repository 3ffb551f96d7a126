package fr.jalon.commun;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What libraries repeat of a value is not written in the log; what helps to mend is. */
class SansValeurTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(conn=12) Duplicate entry 'DUPONT-l'aîné' for key 'personne.uk_nir'",
                "Incorrect string value: 'DUPONT' for column `jalon`.`personne`.`nom` at row 1",
                "Incorrect datetime value: 'DUPONT' for column",
                "Text 'DUPONT' could not be parsed at index 0",
                "For input string: \"DUPONT\"",
                "Cannot deserialize value of type `int` from String \"DUPONT\": not a valid value",
                "Field error in object 'x' on field 'y': rejected value [DUPONT];",
                "No enum constant fr.jalon.usager.Civilite.DUPONT",
                "Invalid UUID string: DUPONT",
                "Query is: insert into personne values ('DUPONT')"
            })
    void un_message_perd_la_valeur(String message) {
        assertThat(SansValeur.taire(message, false)).doesNotContain("DUPONT").contains("…");
    }

    @Test
    void une_faute_perd_ce_qu_elle_cite_et_garde_ce_qui_est_a_nous() {
        String faute = """
                org.springframework.dao.DataIntegrityViolationException: could not execute [Duplicate entry 'x y' for key 'u']
                \tat fr.jalon.usager.Personnes.creer(Personnes.java:12) ~['classes'/:na]
                Caused by: java.sql.SQLException: Data 'Zoé Inventée' and "1986-03-14" in column 'personne.nom', index 'uk_personne_nir'
                Caused by: fr.jalon.commun.Conflit: L'import s'est arrêté, d'abord 'là'
                """;
        assertThat(SansValeur.taire(faute, true))
                .doesNotContain("x y", "Zoé Inventée", "1986-03-14")
                .contains(
                        "'personne.nom'",
                        "'uk_personne_nir'",
                        "~['classes'/:na]",
                        "L'import s'est arrêté, d'abord 'là'");
    }

    @Test
    void une_phrase_francaise_reste_entiere() {
        String phrase = "L'import 12 s'est arrêté ; l'autre n'est pas touché";
        assertThat(SansValeur.taire(phrase, false)).isEqualTo(phrase);
    }
}
