package fr.jalon.web.api;

import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.TexteSaisi;
import fr.jalon.usager.Naissance;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Tells a JSON that cannot be read from a JSON whose field has the wrong type, and says of the latter which field and what to write. */
final class FautesJson {

    private FautesJson() {}

    /** The faulty field; empty when the whole body is unreadable. */
    static Optional<ErreurChamp> champ(Throwable cause) {
        if (!(cause instanceof JacksonException faute)
                || faute.getPath().isEmpty()
                || (faute instanceof StreamReadException && !(faute instanceof InputCoercionException))) {
            return Optional.empty();
        }
        return Optional.of(new ErreurChamp(chemin(faute), message(faute)));
    }

    private static String chemin(JacksonException faute) {
        String chemin = faute.getPath().stream()
                .map(r -> r.getPropertyName() == null ? "[" + r.getIndex() + "]" : "." + r.getPropertyName())
                .collect(Collectors.joining());
        return chemin.startsWith(".") ? chemin.substring(1) : chemin;
    }

    private static String message(JacksonException faute) {
        if (faute instanceof UnrecognizedPropertyException) {
            return "Ce champ n'existe pas : vérifiez son nom.";
        }
        if (faute instanceof JsonSeul.TexteIllisible) {
            return TexteSaisi.ILLISIBLE;
        }
        Class<?> attendu = type(faute);
        if (attendu == LocalDate.class) {
            return "Indiquez une date qui existe, sous la forme 2026-05-31.";
        }
        if (attendu == Naissance.class) {
            return "Indiquez une date de naissance qui existe : 1980-05-12, 1980-05 quand le jour n'est pas connu, ou 1980.";
        }
        if (attendu == UUID.class) {
            return "Cet identifiant n'a pas la forme attendue : recopiez celui que Jalon a donné.";
        }
        if (attendu == String.class) {
            return "Écrivez un texte, entre guillemets.";
        }
        if (attendu == Boolean.class || attendu == boolean.class) {
            return "Répondez par true ou false, sans guillemets.";
        }
        if (Number.class.isAssignableFrom(attendu) || attendu.isPrimitive()) {
            return "Écrivez un nombre, sans guillemets, dans les limites de ce champ.";
        }
        return Collection.class.isAssignableFrom(attendu)
                ? "Donnez une liste, entre crochets."
                : "Cette valeur n'est pas du type attendu : voyez la description de l'API.";
    }

    private static Class<?> type(JacksonException faute) {
        if (faute instanceof MismatchedInputException forme && forme.getTargetType() != null) {
            return forme.getTargetType();
        }
        return faute instanceof InputCoercionException nombre ? nombre.getTargetType() : Object.class;
    }
}
