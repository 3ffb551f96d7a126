package fr.jalon.usager;

import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** A birth in JSON: a text, {@code 1980}, {@code 1980-05} or {@code 1980-05-12}, of a day that exists. */
final class LectureNaissance extends StdScalarDeserializer<Naissance> {

    private static final long serialVersionUID = 1L;

    LectureNaissance() {
        super(Naissance.class);
    }

    @Override
    public Naissance deserialize(JsonParser lecteur, DeserializationContext contexte) {
        if (!lecteur.hasToken(JsonToken.VALUE_STRING)) {
            return (Naissance) contexte.handleUnexpectedToken(Naissance.class, lecteur);
        }
        String texte = lecteur.getString();
        Optional<Naissance> lue = Naissance.lireIso(texte);
        return lue.isPresent()
                ? lue.get()
                : (Naissance) contexte.handleWeirdStringValue(Naissance.class, texte, "date de naissance attendue");
    }
}
