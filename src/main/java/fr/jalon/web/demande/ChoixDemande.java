package fr.jalon.web.demande;

import fr.jalon.dossier.Canal;
import fr.jalon.rsa.Nationalites;
import fr.jalon.rsa.ReferentielRsa;
import fr.jalon.web.commun.Vues.Choix;
import fr.jalon.web.dossier.Codes;
import java.text.Collator;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the form of a claim offers. */
@Component
class ChoixDemande {

    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    private final ReferentielRsa referentiel;
    private final Codes codes;

    ChoixDemande(ReferentielRsa referentiel, Codes codes) {
        this.referentiel = referentiel;
        this.codes = codes;
    }

    void remplir(List<YearMonth> mois, Model model) {
        model.addAttribute("mois", mois.stream().map(MOIS::format).toList());
        model.addAttribute(
                "canaux",
                Arrays.stream(Canal.values())
                        .map(c -> new Choix(c.name(), c.libelle(), null))
                        .toList());
        model.addAttribute("pays", pays());
        model.addAttribute("sejours", codes("sejour", referentiel.statutsSejour()));
        model.addAttribute("logements", codes("logement", referentiel.statutsLogement()));
        model.addAttribute("typesMensuels", types(false));
        model.addAttribute("typesCapital", types(true));
        model.addAttribute("droitsSejour", codes("droitSejour", referentiel.droitsSejourEuropeen()));
        model.addAttribute("evenementsIsolement", codes("isolement", referentiel.evenementsIsolement()));
    }

    private List<Choix> types(boolean capital) {
        return referentiel.ressources().stream()
                .filter(t -> t.capital() == capital)
                .map(t -> new Choix(t.code(), t.libelle(), null))
                .toList();
    }

    private List<Choix> codes(String famille, List<String> valeurs) {
        return valeurs.stream()
                .map(c -> new Choix(c, codes.mots(famille, c), null))
                .toList();
    }

    /** France first: most claims need no search. */
    private List<Choix> pays() {
        List<Choix> pays = new ArrayList<>();
        pays.add(new Choix("FR", codes.pays("FR"), null));
        Nationalites.codes().stream()
                .filter(code -> !code.equals("FR"))
                .map(code -> new Choix(code, codes.pays(code), null))
                .sorted(Comparator.comparing(Choix::libelle, Collator.getInstance(Locale.FRENCH)))
                .forEach(pays::add);
        return pays;
    }
}
