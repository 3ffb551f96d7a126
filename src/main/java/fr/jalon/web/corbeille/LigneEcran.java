package fr.jalon.web.corbeille;

import fr.jalon.corbeille.LigneCorbeille;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of the queue as it is drawn.
 *
 * @param qui who holds it, or did it
 * @param depuis days since it came into the queue
 * @param date hard date, else the target; null when the step has none
 * @param etat state of the date, for its colour and icon
 */
public record LigneEcran(
        String tacheId,
        String href,
        String usager,
        String numero,
        String etape,
        String qui,
        String fin,
        int depuis,
        LocalDate date,
        int jours,
        String etat,
        List<Vues.Badge> badges) {

    public static LigneEcran de(LigneCorbeille ligne, String href, LocalDate aujourdhui) {
        LocalDate date = ligne.limite() == null ? ligne.cible() : ligne.limite();
        String etat =
                ligne.enRetard(aujourdhui) ? "retard" : ligne.bientotEnRetard(aujourdhui) ? "attention" : "neutre";
        return new LigneEcran(
                ligne.tacheId(),
                href,
                ligne.usager(),
                ligne.numero(),
                ligne.libelle(),
                ligne.assigneNom(),
                Mots.moment(ligne.termineeLe()),
                depuis(ligne, aujourdhui),
                date,
                date == null ? 0 : Mots.joursOuvres(aujourdhui, date),
                etat,
                badges(ligne, aujourdhui));
    }

    private static int depuis(LigneCorbeille ligne, LocalDate aujourdhui) {
        LocalDate arrivee = Mots.aParis(ligne.creeeLe()).toLocalDate();
        return Math.max(0, Math.toIntExact(ChronoUnit.DAYS.between(arrivee, aujourdhui)));
    }

    /** States by icon, word and colour, the most pressing first. */
    public static List<Vues.Badge> badges(LigneCorbeille ligne, LocalDate aujourdhui) {
        List<Vues.Badge> badges = new ArrayList<>();
        if (ligne.urgent()) {
            badges.add(new Vues.Badge("retard", "Urgent"));
        }
        if (ligne.enRetard(aujourdhui)) {
            badges.add(new Vues.Badge("retard", "En retard"));
        } else if (ligne.bientotEnRetard(aujourdhui)) {
            badges.add(new Vues.Badge("attention", "Bientôt en retard"));
        }
        if (ligne.pieceNouvelle() && ligne.termineeLe() == null) {
            badges.add(new Vues.Badge("info", "Nouvelle pièce"));
        }
        if (ligne.attente() != null && !ligne.attente().isEmpty() && ligne.termineeLe() == null) {
            badges.add(new Vues.Badge("attente", attente(ligne.attente())));
        }
        return badges;
    }

    private static String attente(String qui) {
        return switch (qui) {
            case "personne" -> "Attend la personne";
            case "caf" -> "Attend la CAF";
            case "partenaire" -> "Attend un partenaire";
            default -> "Attend un tiers";
        };
    }
}
