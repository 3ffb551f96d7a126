package fr.jalon.demonstration;

import fr.jalon.budget.EnveloppeVue;
import fr.jalon.budget.Enveloppes;
import fr.jalon.budget.Financeur;
import fr.jalon.budget.Reservations;
import fr.jalon.commun.Centimes;
import fr.jalon.commun.Horloge;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Invented envelopes for the year of the clock, one of them nearly empty; those of a year that exist are left as they are. */
@Component
@Profile("demonstration")
class BudgetDemonstration implements ApplicationRunner {

    private static final String QUI = "dispositifs";

    private final Enveloppes enveloppes;
    private final Reservations reservations;
    private final MandatsDemonstration mandats;
    private final Horloge horloge;

    BudgetDemonstration(
            Enveloppes enveloppes, Reservations reservations, MandatsDemonstration mandats, Horloge horloge) {
        this.enveloppes = enveloppes;
        this.reservations = reservations;
        this.mandats = mandats;
        this.horloge = horloge;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int annee = horloge.aujourdhui().getYear();
        List<Financeur> financeurs = TableauLivre.lire("financeurs.csv").stream()
                .map(BudgetDemonstration::financeur)
                .toList();
        Set<String> connues =
                enveloppes.lister(annee).stream().map(EnveloppeVue::id).collect(Collectors.toSet());
        TableauLivre.lire("enveloppes.csv").forEach(ligne -> doter(ligne, annee, financeurs));
        Set<String> nouvelles = enveloppes.lister(annee).stream()
                .map(EnveloppeVue::id)
                .filter(id -> !connues.contains(id))
                .collect(Collectors.toSet());
        mandats.ecrire(nouvelles, annee);
    }

    private static Financeur financeur(Map<String, String> ligne) {
        int points = new BigDecimal(ligne.get("part")).movePointRight(2).intValueExact();
        return new Financeur(ligne.get("code"), ligne.get("nom"), points);
    }

    private void doter(Map<String, String> ligne, int annee, List<Financeur> financeurs) {
        String id = ligne.get("code") + "-" + annee;
        String source = "Budget primitif " + annee;
        enveloppes.ouvrir(id, ligne.get("libelle"), annee, financeurs);
        long vote = Centimes.lire("vote", new BigDecimal(ligne.get("vote")));
        enveloppes.doter(id, "demonstration:" + id, vote, LocalDate.of(annee, 1, 1), source, QUI);
        BigDecimal engage = new BigDecimal(ligne.get("engage"));
        EnveloppeVue dotee = enveloppes.parId(id);
        if (engage.signum() > 0 && dotee.chiffres().libre() == vote) {
            long centimes = Centimes.lire("engage", engage);
            reservations.engager(reservations.reserver(id, centimes, null, null, QUI), null, QUI);
        }
    }
}
