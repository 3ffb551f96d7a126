package fr.jalon.usager;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.Optional;

/** A birth in JSON: a text, {@code 1980}, {@code 1980-05} or {@code 1980-05-12}, of a day that exists. */
final class LectureNaissance extends StdScalarDeserializer<Naissance> {

    private static final long serialVersionUID = 1L;

    LectureNaissance() {
        super(Naissance.class);
    }

    @Override
    public Naissance deserialize(JsonParser lecteur, DeserializationContext contexte) throws IOException {
        if (!lecteur.hasToken(JsonToken.VALUE_STRING)) {
            return (Naissance) contexte.handleUnexpectedToken(Naissance.class, lecteur);
        }
        String texte = lecteur.getText();
        Optional<Naissance> lue = Naissance.lireIso(texte);
        return lue.isPresent()
                ? lue.get()
                : (Naissance) contexte.handleWeirdStringValue(Naissance.class, texte, "date de naissance attendue");
    }
}
