package fr.jalon.web.journal;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.commun.Page;
import fr.jalon.commun.Textes;
import fr.jalon.journal.Journal;
import fr.jalon.journal.VerificationJournal;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.RecherchesEnSession;
import fr.jalon.web.commun.Vues;
import jakarta.servlet.http.HttpSession;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit for the DPO. What is searched names people: it stays in the session, never in an address. */
@Controller
@RequestMapping("/journal")
class JournalController {

    private static final int TAILLE = 50;

    private final Journal journal;
    private final VerificationJournal verification;
    private final Comptes comptes;
    private final MessageSource textes;

    JournalController(Journal journal, VerificationJournal verification, Comptes comptes, MessageSource textes) {
        this.journal = journal;
        this.verification = verification;
        this.comptes = comptes;
        this.textes = textes;
    }

    record Ligne(String quand, String qui, String nature, String objet, String texte, String chaine, String rang) {}

    @GetMapping
    String chercher(
            @RequestParam(required = false) String q,
            @RequestParam(name = "page", defaultValue = "0") int numeroDePage,
            @Appelant Agent agent,
            HttpSession session,
            Model model) {
        return page(q, numeroDePage, agent, session, model);
    }

    @PostMapping("/recherche")
    String garder(@RequestParam Map<String, String> champs, HttpSession session) {
        Map<String, String> mots = new LinkedHashMap<>();
        for (String nom : List.of("qui", "objet", "nature", "du", "au")) {
            String valeur = Textes.ouNull(champs.get(nom));
            if (valeur != null && valeur.length() <= 200) {
                mots.put(nom, valeur);
            }
        }
        return mots.isEmpty()
                ? "redirect:/journal"
                : "redirect:/journal?q=" + RecherchesEnSession.garder(session, mots);
    }

    /** Reads every chain again; the result is shown by this very answer and changes nothing. */
    @PostMapping("/verification")
    String verifier(@Appelant Agent agent, HttpSession session, Model model) {
        List<VerificationJournal.Chaine> chaines = verification.verifier();
        model.addAttribute("chaines", chaines);
        model.addAttribute("intact", chaines.stream().allMatch(VerificationJournal.Chaine::intacte));
        model.addAttribute(
                "enAttente", chaines.stream().anyMatch(c -> !c.attentes().isEmpty()));
        return page(null, 0, agent, session, model);
    }

    private String page(String q, int numeroDePage, Agent agent, HttpSession session, Model model) {
        Map<String, String> mots = RecherchesEnSession.relire(session, q);
        Page<Journal.Entree> trouvees = journal.rechercher(
                mots.get("qui") == null
                        ? null
                        : comptes.identifiantDe(mots.get("qui")).orElse(mots.get("qui")),
                mots.get("objet"),
                mots.get("nature"),
                date(mots.get("du")),
                date(mots.get("au")),
                numeroDePage,
                TAILLE,
                agent);
        Map<String, String> parametres = new LinkedHashMap<>();
        parametres.put("q", q);
        parametres.put("page", numeroDePage == 0 ? null : String.valueOf(numeroDePage));
        model.addAttribute("mots", mots);
        model.addAttribute(
                "lignes", trouvees.elements().stream().map(this::ligne).toList());
        model.addAttribute("page", new Adresse("/journal", parametres).pages(trouvees));
        model.addAttribute(
                "natures",
                journal.natures().stream()
                        .map(n -> new Vues.Choix(n, nature(n), null))
                        .toList());
        return "journal/journal";
    }

    private Ligne ligne(Journal.Entree e) {
        return new Ligne(
                Mots.moment(e.quand()),
                comptes.parIdentifiant(e.qui()).map(Agent::nomComplet).orElse(e.qui()),
                nature(e.nature()),
                e.objet(),
                e.texte(),
                e.chaine(),
                e.seq() == null ? "pas encore scellée" : "n° " + e.seq());
    }

    private String nature(String code) {
        String defaut =
                code.charAt(0) + code.substring(1).toLowerCase(Locale.FRENCH).replace('_', ' ');
        return textes.getMessage("journal." + code, null, defaut, Locale.FRENCH);
    }

    private static LocalDate date(String texte) {
        try {
            return texte == null ? null : LocalDate.parse(texte);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
