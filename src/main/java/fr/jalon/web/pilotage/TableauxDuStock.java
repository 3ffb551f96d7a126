package fr.jalon.web.pilotage;

import fr.jalon.pilotage.Case;
import fr.jalon.pilotage.Chiffres;
import fr.jalon.pilotage.Situation;
import fr.jalon.pilotage.Stock;
import fr.jalon.temps.Porteur;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.Barres;
import fr.jalon.web.commun.Barres.Serie;
import fr.jalon.web.pilotage.Tableau.Cellule;
import fr.jalon.web.pilotage.Tableau.Ligne;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The open dossiers, cut in each way that a manager asks for. */
final class TableauxDuStock {

    private static final List<String> TITRES =
            List.of("Ouverts", "En retard", "Bientôt en retard", "Suspendus", "À l’heure");
    private static final List<Serie> SERIES = List.of(
            new Serie("En retard", "retard"),
            new Serie("Bientôt en retard", "chaude"),
            new Serie("Suspendus", "attente"),
            new Serie("À l’heure", "ok"));
    private static final List<Situation> COLONNES =
            List.of(Situation.RETARD, Situation.BIENTOT, Situation.SUSPENDU, Situation.A_L_HEURE);

    private final Stock stock;
    private final String dispositif;
    private final String antenne;
    private final MotsDuPilotage mots;
    private final boolean ouvre;

    /**
     * @param dispositif code, null for all
     * @param antenne code, null for all
     * @param ouvre whether the numbers open their lists
     */
    TableauxDuStock(Stock stock, String dispositif, String antenne, MotsDuPilotage mots, boolean ouvre) {
        this.stock = stock;
        this.dispositif = dispositif;
        this.antenne = antenne;
        this.mots = mots;
        this.ouvre = ouvre;
    }

    private Adresse liste() {
        return new Adresse("/pilotage/dossiers", java.util.Map.of())
                .avec("dispositif", dispositif)
                .avec("antenne", antenne);
    }

    private String href(Adresse adresse) {
        return ouvre ? adresse.href() : null;
    }

    /** The four numbers on top of the page, with the list of each. */
    Cellule total(Situation situation) {
        return Cellule.de(
                stock.nombre(dispositif, antenne, situation),
                href(situation == null ? liste() : liste().avec("situation", situation.name())));
    }

    Tableau parEtape() {
        return tableau(
                "etapes",
                "Où sont les dossiers",
                "Étape",
                stock.etapes(dispositif).stream()
                        .map(e -> ligne(
                                (dispositif == null ? mots.dispositif(e.dispositif()) + " : " : "")
                                        + mots.etape(e.etape()),
                                s -> stock.aLEtape(e, antenne, s),
                                liste().avec("dispositif", e.dispositif())
                                        .avec("etape", e.etape().isEmpty() ? ListeController.ENTRE : e.etape())))
                        .toList());
    }

    Tableau parAntenne() {
        return tableau(
                "antennes",
                "Par antenne",
                "Antenne",
                stock.antennes().stream()
                        .map(a ->
                                ligne(mots.antenne(a), s -> stock.nombre(dispositif, a, s), liste().avec("antenne", a)))
                        .toList());
    }

    Tableau parDispositif() {
        return tableau(
                "dispositifs",
                "Par dispositif",
                "Dispositif",
                stock.dispositifs().stream()
                        .map(d -> ligne(
                                mots.dispositif(d), s -> stock.nombre(d, antenne, s), liste().avec("dispositif", d)))
                        .toList());
    }

    private Tableau tableau(String id, String titre, String premier, List<Ligne> lignes) {
        List<Ligne> utiles = lignes.stream()
                .filter(l -> !Long.valueOf(0).equals(l.cellules().get(0).valeur()))
                .toList();
        return new Tableau(
                id,
                titre,
                premier,
                TITRES,
                utiles,
                Barres.empilees(
                        titre,
                        SERIES,
                        utiles.stream()
                                .map(l -> new Barres.Nombres(
                                        l.libelle(),
                                        l.cellules().stream()
                                                .skip(1)
                                                .map(Cellule::valeur)
                                                .toList()))
                                .toList()),
                null);
    }

    private Ligne ligne(String libelle, Function<Situation, Case> nombre, Adresse liste) {
        List<Cellule> cellules = new ArrayList<>();
        cellules.add(Cellule.de(nombre.apply(null), href(liste)));
        COLONNES.forEach(s -> cellules.add(Cellule.de(nombre.apply(s), href(liste.avec("situation", s.name())))));
        return new Ligne(libelle, null, cellules);
    }

    Tableau parAge(List<Chiffres.Age> ages) {
        return simple(
                "ages",
                "Depuis combien de temps",
                "Âge du dossier",
                ages.stream()
                        .map(a -> new Ligne(
                                a.libelle(),
                                null,
                                List.of(Cellule.de(
                                        stock.dAge(dispositif, antenne, a.code()),
                                        href(liste().avec("age", a.code()))))))
                        .toList());
    }

    Tableau parPorteur() {
        return simple(
                "porteurs",
                "Qui les tient",
                "À qui d’agir",
                Arrays.stream(Porteur.values())
                        .map(p -> new Ligne(
                                mots.porteur(p),
                                null,
                                List.of(Cellule.de(
                                        stock.tenusPar(dispositif, antenne, p),
                                        href(liste().avec("porteur", p.name()))))))
                        .toList());
    }

    private static Tableau simple(String id, String titre, String premier, List<Ligne> lignes) {
        return new Tableau(
                id,
                titre,
                premier,
                List.of("Ouverts"),
                lignes,
                Barres.empilees(
                        titre,
                        List.of(new Serie("Ouverts", "accent")),
                        lignes.stream()
                                .map(l -> new Barres.Nombres(
                                        l.libelle(),
                                        l.cellules().stream()
                                                .map(Cellule::valeur)
                                                .toList()))
                                .toList()),
                null);
    }
}
