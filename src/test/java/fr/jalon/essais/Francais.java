package fr.jalon.essais;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.essais.ClientApi.Reponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a message is a French sentence that a person can act on, and a refusal the document that the contract promises. */
public final class Francais {

    private static final Set<String> MOTS = Set.of(
            "le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "cette", "ce", "cet", "n", "ne", "pas", "est",
            "et", "ou", "parmi", "votre", "vous", "au", "à", "avec", "sous", "par", "pour", "ses", "entre", "dans");
    private static final Pattern TECHNIQUE = Pattern.compile(
            "(?i)\\b(exception|error|invalid|failed|must|cannot|could not|the|null|undefined|java|org\\.|fr\\.jalon|sql"
                    + "|stack|not found|bad request|unrecognized|deserializ|hibernate|camunda|engine-)");

    private Francais() {}

    public static void verifier(String message) {
        assertThat(message).isNotBlank().doesNotContainPattern(TECHNIQUE);
        assertThat(Arrays.stream(message.toLowerCase(Locale.FRENCH).split("[^\\p{L}]+"))
                        .filter(MOTS::contains))
                .as("mots français de « " + message + " »")
                .isNotEmpty();
    }

    /** A refusal of RFC 9457 in French, without anything technical. */
    public static void verifierRefus(Reponse reponse, int statut) {
        assertThat(reponse.statut()).as(reponse.texte()).isEqualTo(statut);
        assertThat(reponse.entete("Content-Type")).startsWith("application/problem+json");
        assertThat(reponse.json().path("status").asInt()).isEqualTo(statut);
        assertThat(reponse.json().path("title").asString()).isNotBlank();
        verifier(reponse.json().path("detail").asString());
        reponse.json()
                .path("erreurs")
                .forEach(erreur -> verifier(erreur.path("message").asString()));
        assertThat(reponse.texte()).doesNotContainIgnoringCase("exception").doesNotContain("\tat ");
    }
}
