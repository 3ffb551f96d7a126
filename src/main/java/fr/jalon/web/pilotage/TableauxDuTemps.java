package fr.jalon.web.pilotage;

import fr.jalon.pilotage.Annotation;
import fr.jalon.pilotage.Annotations;
import fr.jalon.pilotage.Chiffres;
import fr.jalon.pilotage.Durees;
import fr.jalon.pilotage.Filtre;
import fr.jalon.pilotage.Indicateurs;
import fr.jalon.pilotage.Lecteur;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.Barres;
import fr.jalon.web.commun.Barres.Serie;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.pilotage.Tableau.Cellule;
import fr.jalon.web.pilotage.Tableau.Ligne;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What passes in a period: arrivals, departures, durations, who was waited for, indicators. */
@Component
class TableauxDuTemps {

    private final Chiffres chiffres;
    private final Indicateurs indicateurs;
    private final Annotations annotations;

    TableauxDuTemps(Chiffres chiffres, Indicateurs indicateurs, Annotations annotations) {
        this.chiffres = chiffres;
        this.indicateurs = indicateurs;
        this.annotations = annotations;
    }

    /** What is to be known of the week that holds a day, for who looks at an antenne, null for all. */
    private static List<String> aSavoir(List<Annotation> toutes, LocalDate jour, String antenne) {
        LocalDate lundi = jour.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return toutes.stream()
                .filter(a -> a.concerne(lundi, lundi.plusDays(6), antenne))
                .map(a -> a.texte() + " (" + jours(a.du(), a.au()) + ")")
                .toList();
    }

    private static String lieu(Filtre filtre, Lecteur lecteur) {
        return filtre.antenne() == null ? lecteur.antenne() : filtre.antenne();
    }

    Tableau flux(Filtre filtre, Lecteur lecteur) {
        List<Annotation> aSavoir = annotations.toutes();
        List<Ligne> lignes = chiffres.flux(filtre, lecteur).stream()
                .map(f -> new Ligne(
                        "du " + Mots.jour(f.lundi()),
                        null,
                        List.of(Cellule.de(f.arrivees(), null), Cellule.de(f.departs(), null)),
                        aSavoir(aSavoir, f.lundi(), lieu(filtre, lecteur))))
                .toList();
        return new Tableau(
                "flux",
                "Arrivées et départs, semaine par semaine",
                "Semaine",
                List.of("Arrivées", "Départs"),
                lignes,
                Barres.comparees(
                        "Arrivées et départs",
                        List.of(new Serie("Arrivées", "info"), new Serie("Départs", "ok")),
                        nombres(lignes, 0, 1)),
                "Les semaines sont entières, du lundi au dimanche.");
    }

    Tableau stocksGardes(Filtre filtre, Lecteur lecteur) {
        List<Annotation> aSavoir = annotations.toutes();
        List<Ligne> lignes = chiffres.stocksGardes(filtre, lecteur).stream()
                .map(g -> new Ligne(
                        Mots.jour(g.jour()),
                        null,
                        List.of(Cellule.de(g.ouverts(), null), Cellule.de(g.enRetard(), null)),
                        aSavoir(aSavoir, g.jour(), lieu(filtre, lecteur))))
                .toList();
        return new Tableau(
                "stocks",
                "Le stock, semaine après semaine",
                "Fin de semaine",
                List.of("Ouverts", "En retard"),
                lignes,
                Barres.comparees(
                        "Le stock, semaine après semaine",
                        List.of(new Serie("Ouverts", "accent"), new Serie("En retard", "retard")),
                        nombres(lignes, 0, 1)),
                "Le stock se garde chaque soir, depuis l’installation : le dernier jour gardé de chaque semaine.");
    }

    Tableau durees(Filtre filtre, Lecteur lecteur, MotsDuPilotage mots) {
        List<Ligne> lignes = new ArrayList<>();
        for (Durees.Ligne l : chiffres.durees(filtre, lecteur)) {
            boolean cache = l.nombre().masque();
            boolean entier = l.etape() == null;
            Integer cible = entier || l.etape().isEmpty() ? null : chiffres.cible(l.dispositif(), l.etape());
            String prefixe = filtre.dispositif() == null ? mots.dispositif(l.dispositif()) + " : " : "";
            lignes.add(new Ligne(
                    entier ? prefixe + mots.texte("pilotage.dossier-entier") : prefixe + mots.etape(l.etape()),
                    null,
                    List.of(
                            Cellule.mot(entier ? mots.texte("pilotage.tous-porteurs") : mots.porteur(l.porteur())),
                            Cellule.jours(l.p50(), cache),
                            Cellule.jours(l.p90(), cache),
                            Cellule.jours(l.p99(), cache),
                            cible == null ? Cellule.rien() : new Cellule(cible.toString(), null, cible))));
        }
        return new Tableau(
                "durees",
                "Durées en jours ouvrés",
                "Étape terminée",
                List.of("À qui d’agir", "La moitié en", "Neuf sur dix en", "99 sur cent en", "Cible"),
                lignes,
                Barres.comparees(
                        "Durées et cible, en jours ouvrés",
                        List.of(
                                new Serie("La moitié en", "info"),
                                new Serie("Neuf sur dix en", "accent"),
                                new Serie("Cible", "neutre")),
                        nombres(lignes, 1, 2, 4)),
                "Un jour ouvré est un jour d’ouverture de l’antenne, sans les fériés ; une partie de jour compte pour sa part."
                        + " Les étapes comptées ont fini dans la période.");
    }

    Tableau attentes(Filtre filtre, Lecteur lecteur, MotsDuPilotage mots) {
        List<Durees.Attente> parts = chiffres.attentes(filtre, lecteur);
        boolean rien = parts.stream().allMatch(a -> a.part() == null);
        List<Ligne> lignes = rien
                ? List.of()
                : parts.stream()
                        .map(a -> new Ligne(mots.porteur(a.porteur()), null, List.of(Cellule.part(a.part(), false))))
                        .toList();
        return new Tableau(
                "attentes",
                "À qui est le temps passé",
                "À qui d’agir",
                List.of("Part du temps ouvré"),
                lignes,
                Barres.parts("Part du temps ouvré", List.of(new Serie("Part du temps", "accent")), nombres(lignes, 0)),
                "Le temps ouvré des étapes qui ont fini dans la période.");
    }

    Tableau indicateurs(Filtre filtre, Lecteur lecteur, Adresse ici) {
        List<Ligne> lignes = new ArrayList<>();
        for (Indicateurs.Description d : indicateurs.tous()) {
            if (filtre.dispositif() != null && !filtre.dispositif().equals(d.population())) {
                continue;
            }
            Indicateurs.Resultat r = indicateurs.resultat(d.code(), filtre, lecteur);
            String page = new Adresse("/pilotage/indicateurs/" + d.code(), ici.parametres())
                    .sans("dispositif")
                    .href();
            lignes.add(new Ligne(d.libelle(), page, r == null ? pasEncore() : cellules(d, r)));
        }
        return new Tableau(
                "indicateurs",
                "Indicateurs",
                "Indicateur",
                List.of("Tenus", "Objectif", "Concernés", "Hors délai", "Pas encore dus"),
                lignes,
                Barres.parts(
                        "Part tenue dans le délai",
                        List.of(new Serie("Tenus", "ok"), new Serie("Objectif", "neutre")),
                        nombres(lignes, 0, 1)),
                "Comptés par mois entiers, dans le mois où c’était dû. Un dossier encore en attente après sa date est hors délai ;"
                        + " un dossier pas encore dû ne compte pas, même s’il est déjà fait.");
    }

    private static List<Cellule> pasEncore() {
        return List.of(
                Cellule.mot("pas encore mesuré"), Cellule.rien(), Cellule.rien(), Cellule.rien(), Cellule.rien());
    }

    static List<Cellule> cellules(Indicateurs.Description d, Indicateurs.Resultat r) {
        boolean cache = r.concernes().masque() || r.tenus().masque();
        return List.of(
                Cellule.part(r.pourcentage(), cache),
                Cellule.part(d.objectif(), false),
                Cellule.de(r.concernes(), null),
                Cellule.de(r.horsDelai(), null),
                Cellule.de(r.aVenir(), null));
    }

    /** The same for one indicator, an antenne a row. */
    Tableau parAntenne(Indicateurs.Description d, Filtre filtre, Lecteur lecteur, MotsDuPilotage mots) {
        Map<String, Indicateurs.Resultat> resultats = indicateurs.parAntenne(d.code(), filtre, lecteur);
        List<Ligne> lignes = resultats.entrySet().stream()
                .map(e -> new Ligne(mots.antenne(e.getKey()), null, cellules(d, e.getValue())))
                .toList();
        return new Tableau(
                "antennes",
                "Par antenne",
                "Antenne",
                List.of("Tenus", "Objectif", "Concernés", "Hors délai", "Pas encore dus"),
                lignes,
                Barres.parts(
                        "Part tenue dans le délai",
                        List.of(new Serie("Tenus", "ok"), new Serie("Objectif", "neutre")),
                        nombres(lignes, 0, 1)),
                null);
    }

    private static List<Barres.Nombres> nombres(List<Ligne> lignes, int... colonnes) {
        List<Barres.Nombres> nombres = new ArrayList<>();
        for (Ligne l : lignes) {
            List<Number> valeurs = new ArrayList<>();
            for (int c : colonnes) {
                valeurs.add(l.cellules().get(c).valeur());
            }
            nombres.add(new Barres.Nombres(l.libelle(), valeurs));
        }
        return nombres;
    }

    /** Days are written as the figures of a period. */
    /** "le 3 mars 2026", "du 3 mars 2026 au 12 mars 2026": inside a sentence. */
    static String jours(LocalDate du, LocalDate au) {
        return du.equals(au) ? "le " + Mots.jour(du) : "du " + Mots.jour(du) + " au " + Mots.jour(au);
    }

    static String periode(LocalDate du, LocalDate au) {
        return "Du " + Mots.jour(du) + " au " + Mots.jour(au);
    }
}
