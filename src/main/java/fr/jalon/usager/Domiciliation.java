package fr.jalon.usager;

import fr.jalon.commun.Textes;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Where somebody without a stable home receives mail (CASF, art. L264-1): at the antenne of the CCAS, at an approved body, or not
 * asked yet. The last is no domiciliation: letters wait at the antenne meanwhile.
 */
public final class Domiciliation {

    /** At the antenne of the CCAS. */
    public static final String ANTENNE = "ANTENNE";

    /** No address, and nobody knows of a domiciliation: it is to be asked. */
    public static final String A_DEMANDER = "A_DEMANDER";

    private static final List<String> AU_CCAS = List.of("antenne", "ccas", "au ccas", "a l antenne", "ccas de rennes");
    private static final List<String> PAS_ENCORE = List.of("a demander", "non", "aucune");

    private Domiciliation() {}

    /** The code of the words that people use, or the name and address of the body as typed; null when blank. */
    public static String lire(String texte) {
        String net = Textes.ouNull(texte);
        if (net == null) {
            return null;
        }
        String mots = Textes.recherche(net.replace('_', ' '));
        if (AU_CCAS.contains(mots)) {
            return ANTENNE;
        }
        return PAS_ENCORE.contains(mots) ? A_DEMANDER : net;
    }

    /** Whether it names an approved body, with its address. */
    static boolean organisme(String domiciliation) {
        return domiciliation != null && !domiciliation.equals(ANTENNE) && !domiciliation.equals(A_DEMANDER);
    }

    /** What a screen says of it; null when the person has an address of her own. */
    public static String mots(String domiciliation) {
        if (domiciliation == null) {
            return null;
        }
        return switch (domiciliation) {
            case ANTENNE -> "Domiciliation au CCAS, à l’antenne";
            case A_DEMANDER -> "Sans adresse. Domiciliation à demander : les courriers attendent à l’antenne";
            default -> "Domiciliation dans un organisme agréé";
        };
    }

    /** In JSON: a code, the words of the body, or {@code {"organisme", "adresse"}}. */
    static final class Lecture extends StdDeserializer<String> {

        private static final long serialVersionUID = 1L;

        Lecture() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser lecteur, DeserializationContext contexte) {
            // Not the codec of the parser: it would take the next field for a trailing token
            JsonNode lu = contexte.readTree(lecteur);
            if (lu.isString()) {
                return lu.stringValue();
            }
            if (lu.isObject()) {
                String type = lu.path("type").asString(null);
                String lignes = Stream.of("organisme", "nom", "adresse")
                        .map(champ -> lu.path(champ).asString(null))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n"));
                return lignes.isBlank() && type != null ? type.toUpperCase(Locale.ROOT) : lignes;
            }
            return (String) contexte.handleUnexpectedToken(String.class, lecteur);
        }
    }
}
