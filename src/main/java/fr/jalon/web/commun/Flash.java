package fr.jalon.web.commun;

import java.util.ArrayList;
import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The message shown once by the page that follows. */
public final class Flash {

    private Flash() {}

    public static void ok(RedirectAttributes suite, String texte) {
        dire(suite, new Vues.Message("ok", texte, null));
    }

    /** The same, and what to look at although it is done. */
    public static void ok(RedirectAttributes suite, String texte, List<String> attentions) {
        List<Vues.Message> messages = new ArrayList<>(List.of(new Vues.Message("ok", texte, null)));
        attentions.forEach(a -> messages.add(new Vues.Message("attention", a, null)));
        suite.addFlashAttribute("flash", messages);
    }

    /** A refusal that the next page explains: somebody else was first. */
    public static void refus(RedirectAttributes suite, String texte) {
        dire(suite, new Vues.Message("attention", texte, null));
    }

    public static void dire(RedirectAttributes suite, Vues.Message message) {
        suite.addFlashAttribute("flash", new ArrayList<>(List.of(message)));
    }
}
