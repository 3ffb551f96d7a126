package fr.jalon.web.dossier;

import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.HorlogeLegale;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The legal clock of a dossier, drawn. */
final class DelaiEcran {

    private static final int FIN = 99;

    private DelaiEcran() {}

    /** Null when the dossier is ended or has no date. */
    static Vues.Delai de(DossierVue dossier, LocalDate aujourdhui, Codes codes) {
        HorlogeLegale horloge = dossier.horloge();
        if (dossier.clos() || horloge.limite() == null) {
            return null;
        }
        LocalDate cible = horloge.cible() == null ? horloge.limite() : horloge.cible();
        LocalDate jour = horloge.suspendue() ? horloge.suspendueDepuis() : aujourdhui;
        String etat = jour.isAfter(horloge.limite()) ? "retard" : jour.isBefore(cible) ? "ok" : "attention";
        return new Vues.Delai(
                codes.duDispositif("delai.nom", dossier),
                etat,
                cible,
                Mots.joursOuvres(aujourdhui, cible),
                horloge.limite(),
                Mots.joursOuvres(aujourdhui, horloge.limite()),
                position(dossier, jour),
                position(dossier, cible),
                horloge.suspendue()
                        ? new Vues.Suspension(horloge.suspendueDepuis(), dossier.motifSuspension() + ".")
                        : null,
                codes.duDispositif("delai.depuis", dossier) + " " + Mots.jour(dossier.deposeLe())
                        + (horloge.joursSuspendus() > 0
                                ? ", sans " + Mots.pluriel(horloge.joursSuspendus(), "jour", "jours")
                                        + " où il était suspendu."
                                : "."));
    }

    private static int position(DossierVue dossier, LocalDate jour) {
        long total = Math.max(
                1, ChronoUnit.DAYS.between(dossier.deposeLe(), dossier.horloge().limite()));
        long passe = ChronoUnit.DAYS.between(dossier.deposeLe(), jour);
        return (int) Math.max(0, Math.min(FIN, FIN * passe / total));
    }
}
