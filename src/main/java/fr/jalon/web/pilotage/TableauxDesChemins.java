package fr.jalon.web.pilotage;

import fr.jalon.pilotage.Chemins;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.Barres;
import fr.jalon.web.commun.Barres.Serie;
import fr.jalon.web.pilotage.Tableau.Cellule;
import fr.jalon.web.pilotage.Tableau.Ligne;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where the time of a dispositif goes, in tables.
 *
 * @param liste address of the dossiers, to be narrowed; null for who may not open them
 */
record TableauxDesChemins(MotsDuPilotage mots, Adresse liste) {

    static final String ETAPE = "etape";
    static final String VARIANTE = "variante";
    static final String BOUCLE = "boucle";
    static final List<String> RELAIS = List.of("deEtape", "de", "versEtape", "vers");

    private static final String MOITIE = "La moitié en";
    private static final String NEUF_SUR_DIX = "Neuf sur dix en";

    Tableau parts(List<Chemins.Part> parts) {
        List<Ligne> lignes = parts.stream()
                .map(p -> new Ligne(
                        mots.etape(p.etape()),
                        p.part() == null ? null : href(ETAPE, p.etape()),
                        List.of(
                                Cellule.part(p.part(), p.part() == null),
                                Cellule.jours(p.p50(), p.part() == null),
                                Cellule.jours(p.p90(), p.part() == null))))
                .toList();
        return new Tableau(
                "parts",
                "Où passe le temps",
                "Étape",
                List.of("Part du temps ouvré", MOITIE, NEUF_SUR_DIX),
                lignes,
                Barres.parts(
                        "Part du temps ouvré de chaque étape",
                        List.of(new Serie("Part du temps", "accent")),
                        lignes.stream()
                                .map(l -> new Barres.Nombres(
                                        l.libelle(), List.of(l.cellules().get(0).valeur())))
                                .toList()),
                "Le temps des étapes des dossiers terminés, en jours ouvrés. Une étape faite deux fois compte deux fois.");
    }

    Tableau variantes(List<Chemins.Variante> variantes) {
        return new Tableau(
                "variantes",
                "Les chemins suivis",
                "Chemin",
                List.of("Dossiers", "Part", MOITIE, NEUF_SUR_DIX),
                variantes.stream()
                        .map(v -> new Ligne(
                                chemin(v.etapes()),
                                null,
                                List.of(
                                        Cellule.de(v.dossiers(), href(VARIANTE, v.code())),
                                        Cellule.part(v.part(), v.part() == null),
                                        Cellule.jours(v.p50(), false),
                                        Cellule.jours(v.p90(), false))))
                        .toList(),
                Barres.parts("Les chemins suivis", List.of(), List.of()),
                "La suite des étapes de chaque dossier terminé, la plus suivie d’abord. Les chemins trop rares pour être montrés n’y sont pas.");
    }

    Tableau boucles(List<Chemins.Boucle> boucles) {
        return new Tableau(
                "boucles",
                "Les étapes refaites",
                "Étape",
                List.of("Dossiers", "Part de ceux qui y passent", "Jours en plus, pour la moitié"),
                boucles.stream()
                        .map(b -> new Ligne(
                                mots.etape(b.etape()),
                                null,
                                List.of(
                                        Cellule.de(b.dossiers(), href(BOUCLE, b.etape())),
                                        Cellule.part(b.part(), b.part() == null),
                                        Cellule.jours(b.enPlus(), false))))
                        .toList(),
                Barres.parts("Les étapes refaites", List.of(), List.of()),
                "Les étapes où un dossier est revenu : ce que le retour a coûté en jours ouvrés.");
    }

    Tableau relais(List<Chemins.Relais> relais) {
        return new Tableau(
                "relais",
                "Les passages de main qui attendent le plus",
                "De qui à qui",
                List.of("Passages", MOITIE, NEUF_SUR_DIX),
                relais.stream()
                        .map(r -> new Ligne(
                                "De « " + mots.etape(r.deEtape()) + " » (" + mots.porteur(r.de()) + ") à « "
                                        + mots.etape(r.versEtape()) + " » (" + mots.porteur(r.vers()) + ")",
                                null,
                                List.of(
                                        Cellule.de(r.nombre(), href(r)),
                                        Cellule.jours(r.p50(), false),
                                        Cellule.jours(r.p90(), false))))
                        .toList(),
                Barres.parts("Les passages de main", List.of(), List.of()),
                "Les jours ouvrés entre la fin de l’étape de l’un et la fin de l’étape de l’autre : le temps que le dossier attend chez celui qui le reçoit.");
    }

    private String href(Chemins.Relais r) {
        return liste == null
                ? null
                : liste.avec(RELAIS.get(0), r.deEtape())
                        .avec(RELAIS.get(1), r.de())
                        .avec(RELAIS.get(2), r.versEtape())
                        .avec(RELAIS.get(3), r.vers())
                        .href();
    }

    private String href(String quoi, String valeur) {
        return liste == null ? null : liste.avec(quoi, valeur).href();
    }

    /** The steps in words, in order. */
    String chemin(List<String> etapes) {
        return etapes.isEmpty()
                ? mots.texte("pilotage.sans-etape")
                : etapes.stream().map(mots::etape).collect(Collectors.joining(" → "));
    }
}
