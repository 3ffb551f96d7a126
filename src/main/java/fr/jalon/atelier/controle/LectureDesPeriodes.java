package fr.jalon.atelier.controle;

import fr.jalon.atelier.FichierModele;
import fr.jalon.atelier.Periode;
import fr.jalon.atelier.TableDatee;
import fr.jalon.atelier.TableDatee.Colonne;
import fr.jalon.atelier.TableDatee.Rangee;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the dated tables of a file: those with an input whose every cell is a period, one of them at least with a day. */
public final class LectureDesPeriodes {

    private LectureDesPeriodes() {}

    /** Dated tables, in the order of the file; none when it cannot be read. */
    public static List<TableDatee> lire(FichierModele fichier) {
        try {
            return fichier.fin().equals(".dmn")
                    ? LecteurXml.lire(fichier.contenu(), Politique.LIVREE)
                            .tous("dmn:decisionTable")
                            .flatMap(t -> lire(t).stream())
                            .toList()
                    : List.of();
        } catch (XmlRefuse e) {
            return List.of();
        }
    }

    static Optional<TableDatee> lire(Noeud table) {
        List<Noeud> entrees = table.enfants("dmn:input").toList();
        List<Noeud> sorties = table.enfants("dmn:output").toList();
        List<Noeud> regles = table.enfants("dmn:rule").toList();
        boolean complete = regles.stream()
                .allMatch(r -> r.id() != null
                        && r.enfants("dmn:inputEntry").count() == entrees.size()
                        && r.enfants("dmn:outputEntry").count() == sorties.size());
        return complete
                ? IntStream.range(0, entrees.size())
                        .filter(i -> datee(regles, i))
                        .boxed()
                        .findFirst()
                        .map(i -> table(table, entrees, sorties, regles, i))
                : Optional.empty();
    }

    private static boolean datee(List<Noeud> regles, int colonne) {
        List<Optional<Periode>> periodes = regles.stream()
                .map(r -> Periode.lire(cellules(r, "dmn:inputEntry").get(colonne)))
                .toList();
        return periodes.stream().allMatch(Optional::isPresent)
                && periodes.stream().flatMap(Optional::stream).anyMatch(p -> !p.toujours());
    }

    private static TableDatee table(
            Noeud table, List<Noeud> entrees, List<Noeud> sorties, List<Noeud> regles, int jour) {
        Noeud decision = table.parent();
        return new TableDatee(
                decision.attribut("id", ""),
                decision.attribut("name", decision.attribut("id", "")),
                decision.enfant("dmn:description").map(Noeud::texte).orElse(""),
                table.attribut("hitPolicy", "UNIQUE").equals("UNIQUE"),
                jour,
                entree(entrees.get(jour)),
                sorties.stream().map(LectureDesPeriodes::sortie).toList(),
                regles.stream().map(r -> rangee(r, jour)).toList());
    }

    private static Colonne entree(Noeud entree) {
        Optional<Noeud> expression = entree.enfant("dmn:inputExpression");
        return new Colonne(
                expression.flatMap(e -> e.enfant("dmn:text")).map(Noeud::texte).orElse(""),
                entree.attribut("label", ""),
                expression.map(e -> e.attribut("typeRef", "")).orElse(""));
    }

    private static Colonne sortie(Noeud sortie) {
        String nom = sortie.attribut("name", "");
        return new Colonne(nom, sortie.attribut("label", nom), sortie.attribut("typeRef", ""));
    }

    private static Rangee rangee(Noeud regle, int jour) {
        List<String> conditions = new ArrayList<>(cellules(regle, "dmn:inputEntry"));
        Periode periode = Periode.lire(conditions.remove(jour)).orElseThrow();
        return new Rangee(
                regle.id(),
                periode,
                conditions,
                cellules(regle, "dmn:outputEntry"),
                regle.enfant("dmn:description").map(Noeud::texte).orElse(""));
    }

    private static List<String> cellules(Noeud regle, String sorte) {
        return regle.enfants(sorte)
                .map(c -> c.enfant("dmn:text").map(Noeud::texte).orElse(""))
                .toList();
    }
}
