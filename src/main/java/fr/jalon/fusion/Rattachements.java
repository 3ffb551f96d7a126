package fr.jalon.fusion;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables that name a person, and the columns of her card, as the database of now has them. */
@Component
class Rattachements {

    /** What a merge does with the rows of a table. */
    enum Mode {
        DEPLACE,
        SUIT,
        SEULE,
        DERIVEE
    }

    /**
     * A table that names a person.
     *
     * @param acte whether a new row, after the merge, stands in the way of its undo
     * @param change columns of a row that was there already whose change stands in its way too
     * @param dossier column of the dossier whose fact the row is, null when it is a fact of the person
     */
    record Rattachement(
            String table,
            String colonne,
            String cle,
            Mode mode,
            boolean acte,
            List<String> change,
            String dossier,
            String un,
            String plusieurs) {}

    /** @param fiche name of the field in the history of the card */
    record ChampDeFiche(String code, String libelle, List<String> colonnes, List<String> montrees, String fiche) {

        /** Whether two cards say something else of it; nothing and a blank are the same, and what is made from other columns is not read. */
        boolean differe(Map<String, Object> une, Map<String, Object> autre) {
            return colonnes.stream()
                    .filter(c -> !FAITES_DES_AUTRES.contains(c))
                    .anyMatch(c -> !Objects.equals(dit(une.get(c)), dit(autre.get(c))));
        }

        private static Object dit(Object valeur) {
            return valeur instanceof String texte && texte.isBlank() ? null : valeur;
        }
    }

    /** Columns that follow others of the card, or that are written otherwise for each card. */
    private static final Set<String> FAITES_DES_AUTRES =
            Set.of("recherche", "nom_recherche", "phonetique", "version_cles", "nir_chiffre");

    private static final String TECHNIQUE = "technique";
    private static final List<Rattachement> LIVRES = TableLivree.lire("rattachements.csv").stream()
            .map(l -> new Rattachement(
                    l.get("table"),
                    l.get("colonne"),
                    l.get("cle"),
                    Mode.valueOf(l.get("mode")),
                    l.get("acte").equals("oui"),
                    TableLivree.codes(l.get("change")),
                    l.get("dossier").isBlank() ? null : l.get("dossier"),
                    l.get("un"),
                    l.get("plusieurs")))
            .toList();
    private static final List<ChampDeFiche> CHAMPS = TableLivree.lire("champs.csv").stream()
            .map(l -> new ChampDeFiche(
                    l.get("code"),
                    l.get("libelle"),
                    TableLivree.codes(l.get("colonnes")),
                    TableLivree.codes(l.get("montrees")),
                    l.get("fiche")))
            .toList();

    private final JdbcClient jdbc;

    Rattachements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the list that this database has. */
    List<Rattachement> tous() {
        Set<String> tables = new HashSet<>(
                jdbc.sql("select lower(table_name) from information_schema.tables where table_schema = database()")
                        .query(String.class)
                        .list());
        return LIVRES.stream().filter(r -> tables.contains(r.table())).toList();
    }

    /** Fields to choose between, each with the columns that this database has. */
    List<ChampDeFiche> champs() {
        Set<String> colonnes = colonnesDePersonne();
        return CHAMPS.stream()
                .filter(c -> !c.code().equals(TECHNIQUE))
                .map(c -> new ChampDeFiche(
                        c.code(),
                        c.libelle(),
                        presentes(c.colonnes(), colonnes),
                        presentes(c.montrees(), colonnes),
                        c.fiche()))
                .toList();
    }

    Set<String> colonnesDePersonne() {
        return new HashSet<>(jdbc.sql("select lower(column_name) from information_schema.columns"
                        + " where table_schema = database() and table_name = 'personne'")
                .query(String.class)
                .list());
    }

    /** Every column that the table of fields knows, the technical ones too. */
    static Set<String> colonnesConnues() {
        Set<String> connues = new HashSet<>();
        CHAMPS.forEach(c -> connues.addAll(c.colonnes()));
        return connues;
    }

    static List<Rattachement> livres() {
        return LIVRES;
    }

    private static List<String> presentes(List<String> voulues, Set<String> colonnes) {
        return voulues.stream().filter(colonnes::contains).toList();
    }
}
