package fr.jalon.web.corbeille;

import fr.jalon.corbeille.EtatEcheance;
import fr.jalon.corbeille.Ordre;
import fr.jalon.corbeille.Signe;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import fr.jalon.web.corbeille.Referentiel.Noms;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The filters of a list as they are drawn: the boxes that may be ticked, and a chip for each value in force.
 *
 * @param groupes a dispositif and its steps
 */
public record FiltresEcran(
        List<Groupe> groupes,
        List<Case> echeances,
        List<Case> signes,
        List<Case> antennes,
        List<Case> agents,
        List<Vues.Filtre> poses) {

    /** A box to tick. */
    public record Case(String valeur, String libelle, boolean cochee) {}

    /**
     * A dispositif and its steps.
     *
     * @param choisies how many of its boxes are ticked
     */
    public record Groupe(Case dispositif, List<Case> etapes, long choisies) {}

    static FiltresEcran de(ListeCorbeille liste, String mots, Noms noms) {
        return new FiltresEcran(
                groupes(liste, noms),
                cases(liste, "echeance", nomsDesEcheances()),
                cases(liste, "signe", nomsDesSignes()),
                cases(liste, "antenne", noms.antennes()),
                cases(liste, "detenteur", noms.agents()),
                poses(liste, mots, noms));
    }

    private static Map<String, String> nomsDesEcheances() {
        return Arrays.stream(EtatEcheance.values())
                .collect(Collectors.toMap(Enum::name, EtatEcheance::libelle, (a, b) -> a, LinkedHashMap::new));
    }

    private static Map<String, String> nomsDesSignes() {
        return Arrays.stream(Signe.values())
                .collect(Collectors.toMap(Enum::name, Signe::libelle, (a, b) -> a, LinkedHashMap::new));
    }

    private static List<Case> cases(ListeCorbeille liste, String filtre, Map<String, String> noms) {
        List<String> choisies = liste.valeurs(filtre);
        return noms.entrySet().stream()
                .map(n -> new Case(n.getKey(), n.getValue(), choisies.contains(n.getKey())))
                .toList();
    }

    private static List<Groupe> groupes(ListeCorbeille liste, Noms noms) {
        List<String> dispositifs = liste.valeurs("dispositif");
        List<String> choisies = liste.valeurs("etape");
        List<Groupe> groupes = new ArrayList<>();
        noms.dispositifs().forEach((code, nom) -> {
            Case entier = new Case(code, nom, dispositifs.contains(code));
            List<Case> etapes = noms.etapes().get(code).entrySet().stream()
                    .map(e -> new Case(
                            code + ":" + e.getKey(),
                            e.getValue(),
                            choisies.contains(code + ":" + e.getKey()) || choisies.contains(e.getKey())))
                    .toList();
            long cochees = etapes.stream().filter(Case::cochee).count() + (entier.cochee() ? 1 : 0);
            groupes.add(new Groupe(entier, etapes, cochees));
        });
        return groupes;
    }

    private static List<Vues.Filtre> poses(ListeCorbeille liste, String mots, Noms noms) {
        List<Vues.Filtre> poses = new ArrayList<>();
        Adresse ici = liste.adresse().sans("page");
        if (mots != null) {
            poses.add(new Vues.Filtre("Mots", mots, ici.sans("q").href()));
        }
        for (String filtre : ListeCorbeille.A_CODES) {
            for (String valeur : liste.valeurs(filtre)) {
                poses.add(new Vues.Filtre(
                        titre(filtre),
                        nom(filtre, valeur, noms),
                        liste.sans(filtre, valeur).href()));
            }
        }
        if (liste.valeur("depuis") != null) {
            poses.add(new Vues.Filtre(
                    "Depuis",
                    "plus de " + liste.valeur("depuis") + " jours",
                    ici.sans("depuis").href()));
        }
        borne(liste, "du", "Arrivée à partir du", poses);
        borne(liste, "au", "Arrivée jusqu'au", poses);
        return poses;
    }

    private static void borne(ListeCorbeille liste, String nom, String titre, List<Vues.Filtre> poses) {
        String jour = liste.valeur(nom);
        if (jour != null) {
            poses.add(new Vues.Filtre(
                    titre, jour(jour), liste.adresse().sans("page").sans(nom).href()));
        }
    }

    private static String jour(String saisi) {
        try {
            return Mots.jour(LocalDate.parse(saisi));
        } catch (DateTimeException e) {
            return saisi;
        }
    }

    private static String titre(String filtre) {
        return switch (filtre) {
            case "dispositif" -> "Dispositif";
            case "etape" -> "À faire";
            case "antenne" -> "Antenne";
            case "detenteur" -> "Agent";
            case "echeance" -> "Échéance";
            default -> "Signe";
        };
    }

    private static String nom(String filtre, String valeur, Noms noms) {
        return switch (filtre) {
            case "dispositif" -> noms.dispositifs().getOrDefault(valeur, valeur);
            case "etape" -> noms.connaitEtape(valeur) ? noms.nomEtape(valeur) : valeur;
            case "antenne" -> noms.antennes().getOrDefault(valeur, valeur);
            case "detenteur" -> noms.agents().getOrDefault(valeur, valeur);
            case "echeance" -> nomsDesEcheances().getOrDefault(valeur, valeur);
            default -> nomsDesSignes().getOrDefault(valeur, valeur);
        };
    }

    /** The keys of an order, to choose from. */
    static List<Vues.Choix> ordres() {
        List<Vues.Choix> ordres = new ArrayList<>();
        for (Ordre.Cle cle : Ordre.Cle.values()) {
            ordres.add(new Vues.Choix(cle.name(), cle.libelle(), null));
            ordres.add(new Vues.Choix("-" + cle.name(), cle.libelle() + ", à l'envers", null));
        }
        return ordres;
    }
}
