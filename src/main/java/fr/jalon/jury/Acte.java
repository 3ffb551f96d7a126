package fr.jalon.jury;

import fr.jalon.agent.Agent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An act to write in the register of a session: its kind, then what it says, in a fixed order. */
final class Acte {

    private final Map<String, Object> contenu = new LinkedHashMap<>();

    private Acte(String nature) {
        contenu.put("acte", nature);
    }

    static Acte de(String nature) {
        return new Acte(nature);
    }

    Acte par(Agent auteur, Instant quand) {
        contenu.put("par", auteur.identifiant());
        contenu.put("le", quand.toString());
        return this;
    }

    Acte avec(String cle, Object valeur) {
        contenu.put(cle, valeur instanceof UUID id ? id.toString() : valeur);
        return this;
    }

    Acte avec(Map<String, Object> faits) {
        contenu.putAll(faits);
        return this;
    }

    Acte liste(String cle, List<Map<String, Object>> valeurs) {
        contenu.put(cle, valeurs);
        return this;
    }

    String nature() {
        return (String) contenu.get("acte");
    }

    /** With its rank first. */
    Map<String, Object> contenu(int rang) {
        Map<String, Object> tout = new LinkedHashMap<>();
        tout.put("rang", rang);
        tout.putAll(contenu);
        return tout;
    }
}
