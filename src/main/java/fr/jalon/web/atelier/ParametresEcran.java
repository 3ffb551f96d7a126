package fr.jalon.web.atelier;

import fr.jalon.atelier.Cellule;
import fr.jalon.atelier.MotsDesParametres;
import fr.jalon.atelier.Parametres;
import fr.jalon.atelier.SaisieDatee;
import fr.jalon.atelier.TableDatee;
import fr.jalon.atelier.TableDatee.Colonne;
import fr.jalon.atelier.TableDatee.Rangee;
import fr.jalon.commun.Horloge;
import fr.jalon.web.commun.Vues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Dated tables in the words of the screens. */
@Component
class ParametresEcran {

    private static final int VALEURS_MONTREES = 3;
    private static final int TEXTE_COURT = 80;
    private static final Set<String> SURES = Set.of("A", "B");

    private final MotsDesParametres mots;
    private final Horloge horloge;

    ParametresEcran(MotsDesParametres mots, Horloge horloge) {
        this.mots = mots;
        this.horloge = horloge;
    }

    record Carte(String cle, String nom, String description, List<Parametre> parametres) {}

    /** What is in force today and what comes next. */
    record Parametre(
            String quoi, List<String> valeurs, String depuis, String source, Vues.Badge badge, List<String> ensuite) {}

    record Histoire(String quoi, List<Moment> moments) {}

    /** A period of a series, the newest first. */
    record Moment(String quand, List<String> valeurs, String source, Vues.Badge badge) {}

    record Groupe(String legende, List<Champ> champs) {}

    /** A field of the form. */
    record Champ(String nom, String libelle, String sorte, String valeur) {}

    Carte carte(TableDatee table) {
        List<Parametre> parametres =
                table.series().stream().map(s -> parametre(table, s)).toList();
        return new Carte(table.cle(), table.nom(), table.description(), parametres);
    }

    private Parametre parametre(TableDatee table, List<Rangee> serie) {
        Rangee rangee = TableDatee.enVigueur(serie, horloge.aujourdhui()).orElse(null);
        if (rangee == null) {
            return new Parametre(
                    mots.nom(table, serie.get(0)),
                    List.of("Aucune valeur aujourd’hui"),
                    "",
                    "",
                    new Vues.Badge("attention", "Sans valeur"),
                    ensuite(table, serie, null));
        }
        List<String> valeurs = valeurs(table, rangee, null);
        return new Parametre(
                mots.nom(table, rangee),
                valeurs.size() > VALEURS_MONTREES ? List.of(valeurs.size() + " valeurs") : valeurs,
                depuis(rangee),
                mots.source(table, rangee),
                badge(table, rangee),
                ensuite(table, serie, rangee));
    }

    private List<String> ensuite(TableDatee table, List<Rangee> serie, Rangee enVigueur) {
        LocalDate jour = horloge.aujourdhui();
        List<String> suite = new ArrayList<>();
        serie.stream()
                .filter(r -> r.periode().du() != null && r.periode().du().isAfter(jour))
                .findFirst()
                .ifPresent(r -> {
                    List<String> changees = valeurs(table, r, enVigueur);
                    String quoi = changees.isEmpty() ? "mêmes valeurs" : String.join(", ", changees);
                    suite.add("Le " + Horloge.enMots(r.periode().du()) + " : "
                            + (changees.size() > VALEURS_MONTREES ? changees.size() + " valeurs changent" : quoi));
                });
        LocalDate fin = serie.get(serie.size() - 1).periode().avant();
        if (fin != null) {
            suite.add("Rien n’est écrit après le " + Horloge.enMots(fin.minusDays(1)));
        }
        return suite;
    }

    private static String depuis(Rangee rangee) {
        return rangee.periode().du() == null
                ? "depuis toujours"
                : "depuis le " + Horloge.enMots(rangee.periode().du());
    }

    private Vues.Badge badge(TableDatee table, Rangee rangee) {
        String certitude = mots.certitude(table, rangee);
        if (certitude == null) {
            return null;
        }
        return SURES.contains(certitude) ? new Vues.Badge("ok", "Sûre") : new Vues.Badge("attention", "À confirmer");
    }

    /** Values of a row, by label; only those that differ from another row when there is one. */
    private List<String> valeurs(TableDatee table, Rangee rangee, Rangee avant) {
        List<String> valeurs = new ArrayList<>();
        for (int i = 0; i < table.sorties().size(); i++) {
            Colonne colonne = table.sorties().get(i);
            String ecrite = rangee.valeurs().get(i);
            boolean change = avant == null || !avant.valeurs().get(i).equals(ecrite);
            if (mots.valeur(colonne) && change && !ecrite.isEmpty()) {
                valeurs.add(colonne.libelle() + " : "
                        + Cellule.de(colonne.type(), ecrite).enMots());
            }
        }
        return valeurs;
    }

    List<Histoire> histoires(TableDatee table) {
        return table.series().stream()
                .map(s -> new Histoire(mots.nom(table, s.get(s.size() - 1)), moments(table, s)))
                .toList();
    }

    private List<Moment> moments(TableDatee table, List<Rangee> serie) {
        List<Moment> moments = new ArrayList<>();
        for (int i = serie.size() - 1; i >= 0; i--) {
            Rangee rangee = serie.get(i);
            Rangee avant = i == 0 ? null : serie.get(i - 1);
            List<String> valeurs = valeurs(table, rangee, avant);
            moments.add(new Moment(
                    quand(rangee),
                    valeurs.isEmpty() ? List.of("Mêmes valeurs qu’avant") : valeurs,
                    mots.source(table, rangee),
                    badge(table, rangee)));
        }
        return moments;
    }

    private static String quand(Rangee rangee) {
        LocalDate du = rangee.periode().du();
        LocalDate avant = rangee.periode().avant();
        if (du == null) {
            return avant == null ? "Toujours" : "Jusqu’au " + Horloge.enMots(avant.minusDays(1));
        }
        return avant == null
                ? "À partir du " + Horloge.enMots(du)
                : "Du " + Horloge.enMots(du) + " au " + Horloge.enMots(avant.minusDays(1));
    }

    /** The fields of the rows in force on a day, with what was typed when there is something. */
    List<Groupe> champs(TableDatee table, LocalDate des, Map<String, String> tapees) {
        boolean seule = table.series().size() == 1;
        return Parametres.enVigueur(table, des).stream()
                .map(r -> groupe(table, r, seule, tapees))
                .toList();
    }

    private Groupe groupe(TableDatee table, Rangee rangee, boolean seule, Map<String, String> tapees) {
        List<Champ> champs = new ArrayList<>();
        for (int i = 0; i < table.sorties().size(); i++) {
            Colonne colonne = table.sorties().get(i);
            if (mots.valeur(colonne)) {
                String nom = SaisieDatee.champ(rangee.id(), i);
                Cellule cellule = Cellule.de(colonne.type(), rangee.valeurs().get(i));
                champs.add(
                        new Champ(nom, colonne.libelle(), sorte(cellule), tapees.getOrDefault(nom, cellule.saisie())));
            }
        }
        String quoi = mots.nom(table, rangee);
        if (champs.size() == 1 && !seule) {
            Champ seul = champs.get(0);
            return new Groupe(null, List.of(new Champ(seul.nom(), quoi, seul.sorte(), seul.valeur())));
        }
        return new Groupe(seule ? null : quoi, champs);
    }

    private static String sorte(Cellule cellule) {
        return switch (cellule.sorte()) {
            case NOMBRE, ENTIER -> "texte";
            case OUI_NON -> "oui-non";
            case JOUR -> "date";
            case FORMULE -> "formule";
            case TEXTE -> cellule.saisie().length() > TEXTE_COURT ? "zone" : "texte";
        };
    }

    List<Vues.Choix> certitudes(TableDatee table) {
        return table.sortie(mots.colonneCertitude()) < 0
                ? List.of()
                : mots.certitudes().entrySet().stream()
                        .map(c -> new Vues.Choix(c.getKey(), c.getValue(), null))
                        .toList();
    }
}
