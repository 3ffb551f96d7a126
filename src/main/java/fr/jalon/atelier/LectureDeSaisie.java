package fr.jalon.atelier;

import fr.jalon.atelier.TableDatee.Colonne;
import fr.jalon.atelier.TableDatee.Rangee;
import fr.jalon.atelier.parametres.EcritureDatee.Changement;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.TexteSaisi;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what was typed against the rows in force on the chosen day: only what changed is to be written; every fault is told on its field. */
final class LectureDeSaisie {

    private static final int SOURCE_MAX = 500;

    private final TableDatee table;
    private final MotsDesParametres mots;
    private final SaisieDatee saisie;
    private final LocalDate aujourdhui;
    private final List<ErreurChamp> erreurs = new ArrayList<>();

    LectureDeSaisie(TableDatee table, MotsDesParametres mots, SaisieDatee saisie, LocalDate aujourdhui) {
        this.table = table;
        this.mots = mots;
        this.saisie = saisie;
        this.aujourdhui = aujourdhui;
    }

    /**
     * The first day of the new values.
     *
     * @throws SaisieInvalide on {@code le}
     */
    LocalDate jour() {
        return jour(table, mots, saisie.le(), aujourdhui);
    }

    static LocalDate jour(TableDatee table, MotsDesParametres mots, String le, LocalDate aujourdhui) {
        LocalDate jour = lire(le);
        if (jour.isBefore(aujourdhui.minusYears(mots.anneesMax()))
                || jour.isAfter(aujourdhui.plusYears(mots.anneesMax()))) {
            throw new SaisieInvalide("le", "Choisissez un jour à moins de " + mots.anneesMax() + " ans d’aujourd’hui.");
        }
        if (jour.getDayOfMonth() != 1 && mots.moisEntiers(table.jour().nom())) {
            throw new SaisieInvalide(
                    "le", "Cette table compte par mois entiers : choisissez le premier jour d’un mois.");
        }
        if (Parametres.enVigueur(table, jour).isEmpty()) {
            throw new SaisieInvalide("le", "Aucune valeur n’est écrite pour ce jour : " + premierJour(table) + ".");
        }
        return jour;
    }

    private static LocalDate lire(String le) {
        try {
            return LocalDate.parse(le == null ? "" : le.strip());
        } catch (DateTimeException e) {
            throw new SaisieInvalide("le", "Choisissez un jour dans le calendrier.");
        }
    }

    private static String premierJour(TableDatee table) {
        return table.rangees().stream()
                .map(r -> r.periode().du())
                .filter(d -> d != null)
                .min(LocalDate::compareTo)
                .map(d -> "la table commence le " + Horloge.enMots(d))
                .orElse("la table finit avant");
    }

    /**
     * Rows to write.
     *
     * @throws SaisieInvalide with every fault, or when nothing changes
     */
    List<Changement> changements() {
        LocalDate des = jour();
        Map<Rangee, Map<Integer, String>> changees = new LinkedHashMap<>();
        Parametres.enVigueur(table, des).forEach(r -> {
            Map<Integer, String> nouvelles = valeurs(r);
            if (!nouvelles.isEmpty()) {
                changees.put(r, nouvelles);
            }
        });
        String source = TexteSaisi.LIGNE.lire(
                "source",
                saisie.source(),
                SOURCE_MAX,
                (champ, message) -> erreurs.add(new ErreurChamp(champ, message)));
        if (source == null && erreurs.stream().noneMatch(e -> e.champ().equals("source"))) {
            erreurs.add(
                    new ErreurChamp("source", "Écrivez d’où viennent ces valeurs : décret, délibération, décision."));
        }
        certitude();
        if (erreurs.isEmpty() && changees.isEmpty()) {
            erreurs.add(new ErreurChamp("", "Aucune valeur ne change à cette date."));
        }
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        return changees.entrySet().stream()
                .map(c -> changement(c.getKey(), c.getValue(), source))
                .toList();
    }

    private Map<Integer, String> valeurs(Rangee rangee) {
        Map<Integer, String> nouvelles = new LinkedHashMap<>();
        for (int i = 0; i < table.sorties().size(); i++) {
            Colonne colonne = table.sorties().get(i);
            String champ = SaisieDatee.champ(rangee.id(), i);
            if (mots.valeur(colonne) && saisie.valeurs().containsKey(champ)) {
                lire(champ, Cellule.de(colonne.type(), rangee.valeurs().get(i)), i, nouvelles);
            }
        }
        return nouvelles;
    }

    private void lire(String champ, Cellule avant, int colonne, Map<Integer, String> nouvelles) {
        try {
            Cellule apres = avant.dire(saisie.valeurs().get(champ));
            if (!apres.ecrite().equals(avant.ecrite())) {
                nouvelles.put(colonne, apres.ecrite());
            }
        } catch (IllegalArgumentException e) {
            erreurs.add(new ErreurChamp(champ, e.getMessage()));
        }
    }

    private void certitude() {
        if (table.sortie(mots.colonneCertitude()) >= 0 && !mots.certitudes().containsKey(saisie.certitude())) {
            erreurs.add(new ErreurChamp("certitude", "Choisissez à quel point cette valeur est sûre."));
        }
    }

    private Changement changement(Rangee rangee, Map<Integer, String> valeurs, String source) {
        Map<Integer, String> cellules = new LinkedHashMap<>(valeurs);
        ecrire(cellules, mots.colonneCertitude(), saisie.certitude());
        ecrire(cellules, mots.colonneSource(), source);
        boolean seule = table.series().size() == 1;
        return new Changement(
                rangee.id(),
                rangee.periode(),
                cellules,
                seule ? source : mots.sens(rangee.annotation()) + " ; " + source);
    }

    private void ecrire(Map<Integer, String> cellules, String colonne, String valeur) {
        int place = table.sortie(colonne);
        if (place >= 0) {
            cellules.put(place, "\"" + valeur.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        }
    }
}
