package fr.jalon.web.commun;

import java.util.ArrayList;
import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The messages shown once, in the order they were said, by the page that follows. */
public final class Flash {

    private Flash() {}

    public static void ok(RedirectAttributes suite, String texte) {
        dire(suite, new Vues.Message("ok", texte, null));
    }

    /** The same, and what to look at although it is done. */
    public static void ok(RedirectAttributes suite, String texte, List<String> attentions) {
        ok(suite, texte);
        attentions.forEach(attention -> refus(suite, attention));
    }

    /** A refusal that the next page explains: somebody else was first. */
    public static void refus(RedirectAttributes suite, String texte) {
        dire(suite, new Vues.Message("attention", texte, null));
    }

    public static void dire(RedirectAttributes suite, Vues.Message message) {
        List<Vues.Message> messages = new ArrayList<>();
        if (suite.getFlashAttributes().get("flash") instanceof List<?> dits) {
            dits.forEach(dit -> messages.add((Vues.Message) dit));
        }
        messages.add(message);
        suite.addFlashAttribute("flash", messages);
    }
}
