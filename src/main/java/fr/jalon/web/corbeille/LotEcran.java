package fr.jalon.web.corbeille;

import fr.jalon.agent.Comptes;
import fr.jalon.commun.Horloge;
import fr.jalon.corbeille.LotVue;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * A lot as it is drawn.
 *
 * @param bilan one sentence that counts what was done and what was not
 * @param annuler address of the POST that takes it back, null when it may not be
 */
public record LotEcran(String href, String titre, String quand, String bilan, boolean termine, String annuler) {

    /** Puts lots in words. */
    @Component
    static class Mise {

        private final Comptes comptes;
        private final Horloge horloge;

        Mise(Comptes comptes, Horloge horloge) {
            this.comptes = comptes;
            this.horloge = horloge;
        }

        LotEcran de(LotVue lot) {
            boolean annulable =
                    lot.annulableJusqua() != null && !horloge.maintenant().isAfter(lot.annulableJusqua());
            return new LotEcran(
                    href(lot),
                    titre(lot),
                    Mots.moment(lot.creeLe()),
                    bilan(lot),
                    lot.termine(),
                    annulable ? href(lot) + "/annulation" : null);
        }

        Vues.Avancement avancement(LotVue lot) {
            return new Vues.Avancement(
                    titre(lot),
                    lot.traitees(),
                    lot.lignes(),
                    lot.termine() ? bilan(lot) : "Les tâches sont traitées une à une.",
                    lot.termine() ? null : href(lot) + "/avancement",
                    lot.termine() ? null : href(lot),
                    lot.termine() ? null : "Actualiser");
        }

        private static String href(LotVue lot) {
            return "/corbeille/lots/" + lot.id();
        }

        private String titre(LotVue lot) {
            String taches = Mots.pluriel(lot.lignes(), "tâche", "tâches");
            return switch (lot.geste()) {
                case PRENDRE -> "Prendre " + taches;
                case CONFIER -> "Confier " + taches + " à " + comptes.nom(lot.destinataire());
                case REMETTRE -> "Remettre " + taches + " dans la file";
                case ANNULER -> "Annuler sur " + taches;
            };
        }

        private static String bilan(LotVue lot) {
            List<String> parts = new ArrayList<>();
            parts.add(Mots.pluriel(lot.faites(), "faite", "faites"));
            if (lot.refusees() > 0) {
                parts.add(Mots.pluriel(lot.refusees(), "non faite", "non faites"));
            }
            if (!lot.termine()) {
                parts.add((lot.lignes() - lot.traitees()) + " à venir");
            }
            if (lot.demandees() > lot.lignes()) {
                parts.add("sur " + lot.demandees() + " demandées");
            }
            return String.join(", ", parts) + ".";
        }
    }
}
