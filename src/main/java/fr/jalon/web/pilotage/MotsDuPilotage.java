package fr.jalon.web.pilotage;

import fr.jalon.temps.Porteur;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;

/** French words of what is counted. */
record MotsDuPilotage(
        Map<String, String> dispositifs,
        Map<String, String> etapes,
        Map<String, String> antennes,
        MessageSource textes) {

    String dispositif(String code) {
        return dispositifs.getOrDefault(code, code);
    }

    /** An empty step is between two. */
    String etape(String id) {
        return id == null || id.isEmpty() ? texte("pilotage.entre-deux") : etapes.getOrDefault(id, id);
    }

    String antenne(String code) {
        return antennes.getOrDefault(code, code);
    }

    String porteur(Porteur porteur) {
        return texte("pilotage.porteur." + porteur.name());
    }

    String texte(String code) {
        return textes.getMessage(code, null, code, Locale.FRENCH);
    }
}
