package fr.jalon.fusion;

import fr.jalon.agent.Portee;
import fr.jalon.fusion.Rattachements.Mode;
import fr.jalon.fusion.Rattachements.Rattachement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/**
 * The orders of the database that a merge is made of. They go by the list of {@link Rattachements}, so a table that gets a person's
 * number later is one line of it.
 */
@Component
class FichesJdbc {

    private static final String OCTETS = "base64:";
    private static final String DEPLACEE = "DEPLACEE";
    private static final String PRESENTE = "PRESENTE";
    private static final String EFFACEE = "EFFACEE";
    private static final String DOSSIER = "dossier";
    private static final String FOYER = "foyer_membre";
    /** A fact of a dossier is for the antenne of the dossier; one of no dossier, for who follows the person. */
    private static final String VU =
            "(d.id is null and :suit or d.id is not null and (:toutes or d.antenne in (:codes)))";

    private static final String MEME_RANGEE =
            "f.fusion_id = :fusion and f.nom_table = '%s'" + " and f.cle = cast(t.%s as char) collate utf8mb4_bin";

    /**
     * What is counted in each dossier of the person, to see it advance.
     *
     * @param sql how many, of the dossier {@code d}
     * @param mots what is said of the last one, in SQL
     * @param deToutDossier also in the dossiers that were on the kept card already, when they may rest on values of the other one
     */
    private record Compte(String table, String sql, String mots, boolean deToutDossier) {}

    private static final List<Compte> COMPTES = List.of(
            new Compte(
                    "dossier_evenement",
                    "select count(*) from dossier_evenement e where e.dossier_id = d.id and e.nature <> 'FUSION'",
                    "concat('dossier ', d.numero, ' : ', (select e.texte from dossier_evenement e where e.dossier_id = d.id"
                            + " and e.nature <> 'FUSION' order by e.quand desc, e.id desc limit 1))",
                    false),
            new Compte(
                    "courrier",
                    "select count(*) from courrier c where c.dossier_id = d.id",
                    "concat('dossier ', d.numero, ' : un courrier')",
                    true));

    private static final TypeReference<Map<String, Object>> RANGEE = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Rattachements rattachements;
    private final ObjectMapper json;

    FichesJdbc(JdbcClient jdbc, Rattachements rattachements, ObjectMapper json) {
        this.jdbc = jdbc;
        this.rattachements = rattachements;
        this.json = json;
    }

    /** A row as the database holds it: texts, numbers, bytes in Base64. */
    Optional<Map<String, Object>> fiche(UUID id) {
        return jdbc.sql("select * from personne where id = :id")
                .param("id", id)
                .query((r, n) -> rangee(r))
                .optional();
    }

    /** Takes the card for this transaction, if nobody wrote on it since it was read. */
    boolean tenir(UUID id, int version) {
        return jdbc.sql("update personne set version = version + 1 where id = :id and version = :version")
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    boolean aUnFoyer(UUID fiche) {
        return jdbc.sql("select count(*) from " + FOYER + " where personne_id = :id")
                        .param("id", fiche)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    int nombre(Rattachement r, UUID fiche) {
        return jdbc.sql("select count(*) from " + r.table() + " where " + r.colonne() + " = :id")
                .param("id", fiche)
                .query(Integer.class)
                .single();
    }

    /** Same, of what an account may see: the facts of the dossiers of its antennes, and those of a person that it follows. */
    int nombreVu(Rattachement r, UUID fiche, Portee portee, boolean suit) {
        if (r.dossier() == null) {
            return suit ? nombre(r, fiche) : 0;
        }
        return jdbc.sql("select count(*) from " + r.table() + " t left join dossier d on d.id = t." + r.dossier()
                        + " where t." + r.colonne() + " = :id and " + VU)
                .param("id", fiche)
                .param("suit", suit)
                .param("toutes", portee.toutes())
                .param("codes", codes(portee))
                .query(Integer.class)
                .single();
    }

    /** Codes for a list of SQL, which is never empty. */
    static List<String> codes(Portee portee) {
        return portee.codes().isEmpty() ? List.of("") : List.copyOf(portee.codes());
    }

    /** Every row goes to the card that stays; what cannot stand beside hers gives way and is kept for an undo. */
    void deplacer(UUID fusion, UUID gardee, UUID absorbee, boolean adresseDeLAbsorbee) {
        effacerLesMembresEnDouble(fusion, gardee, absorbee);
        for (Rattachement r : rattachements.tous()) {
            switch (r.mode()) {
                case DEPLACE -> {
                    noter(fusion, r, absorbee, DEPLACEE);
                    rattacher(r, absorbee, gardee);
                }
                case SUIT -> rattacher(r, absorbee, gardee);
                case SEULE -> {
                    UUID cede = adresseDeLAbsorbee && nombre(r, absorbee) > 0 ? gardee : absorbee;
                    if (cede.equals(gardee) || nombre(r, gardee) > 0) {
                        effacer(fusion, r, cede);
                    }
                    noter(fusion, r, absorbee, DEPLACEE);
                    rattacher(r, absorbee, gardee);
                }
                case DERIVEE ->
                    jdbc.sql("delete from " + r.table() + " where " + r.colonne() + " = :id")
                            .param("id", absorbee)
                            .update();
            }
        }
    }

    /** What is there just after: a later row, or a later change of it, is a new act. */
    void noterLesPresentes(UUID fusion, UUID gardee) {
        rattachements.tous().stream()
                .filter(Rattachement::acte)
                .forEach(r -> jdbc.sql(
                                "insert ignore into fusion_rangee (fusion_id, nom_table, cle, sorte, contenu) select :fusion, '"
                                        + r.table() + "', cast(" + r.cle() + " as char), '" + PRESENTE + "', "
                                        + etat(r) + " from " + r.table() + " t where " + r.colonne() + " = :id")
                        .param("fusion", fusion)
                        .param("id", gardee)
                        .update());
        for (Compte c : COMPTES) {
            jdbc.sql("insert ignore into fusion_rangee (fusion_id, nom_table, cle, sorte, contenu) select :fusion, '"
                            + c.table() + "', cast(d.id as char), '" + PRESENTE + "', (" + c.sql()
                            + ") from dossier d where d.personne_id = :id")
                    .param("fusion", fusion)
                    .param("id", gardee)
                    .update();
        }
    }

    /** What of a row is an act when it changes, as one text; null when nothing is. */
    private static String etat(Rattachement r) {
        return r.change().isEmpty()
                ? "null"
                : r.change().stream()
                        .map(c -> "coalesce(cast(t." + c + " as char), '')")
                        .collect(Collectors.joining(", ", "concat_ws('|', ", ")"));
    }

    /** Ids of the dossiers that a merge moved. */
    List<UUID> dossiersDeplaces(UUID fusion) {
        return cles(fusion, DOSSIER, DEPLACEE).stream().map(UUID::fromString).toList();
    }

    /**
     * What was done since on the strength of the merge, in French; none when it can be undone. What belongs to an antenne that the
     * reader does not cover is told without its content.
     *
     * @param suit the reader follows the person
     * @param valeursDeLAutre values of the other card were kept: the letters of every dossier rest on them
     */
    List<String> actesDepuis(UUID fusion, UUID gardee, Portee portee, boolean suit, boolean valeursDeLAutre) {
        List<String> actes = new ArrayList<>();
        boolean ailleurs = false;
        for (Rattachement r : rattachements.tous()) {
            if (r.acte()) {
                Vus nouvelles = compter(
                        r,
                        "not exists (select 1 from fusion_rangee f where " + MEME_RANGEE.formatted(r.table(), r.cle())
                                + ")",
                        fusion,
                        gardee,
                        portee,
                        suit);
                if (nouvelles.vus() > 0) {
                    actes.add(nouvelles.vus() == 1 ? "1 " + r.un() : nouvelles.vus() + " " + r.plusieurs());
                }
                Vus changees = r.change().isEmpty()
                        ? Vus.AUCUN
                        : compter(
                                r,
                                "exists (select 1 from fusion_rangee f where "
                                        + MEME_RANGEE.formatted(r.table(), r.cle()) + " and f.sorte = '" + PRESENTE
                                        + "' and f.contenu is not null and f.contenu <> " + etat(r)
                                        + " collate utf8mb4_bin)",
                                fusion,
                                gardee,
                                portee,
                                suit);
                if (changees.vus() > 0) {
                    actes.add(r.plusieurs() + " : "
                            + (changees.vus() == 1 ? "un changement" : changees.vus() + " changements"));
                }
                ailleurs |= nouvelles.ailleurs() + changees.ailleurs() > 0;
            }
        }
        for (Compte c : COMPTES) {
            List<String> avances = jdbc
                    .sql("select case when (:toutes or d.antenne in (:codes)) then " + c.mots()
                            + " end as acte from fusion_rangee f join dossier d on d.id = f.cle"
                            + " where f.fusion_id = :fusion and f.nom_table = '" + c.table() + "' and f.sorte = '"
                            + PRESENTE + "' and (" + c.sql() + ") > cast(f.contenu as int) and ("
                            + (c.deToutDossier() ? ":autre or " : "") + "exists (select 1 from fusion_rangee m"
                            + " where m.fusion_id = f.fusion_id and m.nom_table = '" + DOSSIER
                            + "' and m.sorte = '" + DEPLACEE + "' and m.cle = f.cle)) order by d.numero")
                    .param("toutes", portee.toutes())
                    .param("codes", codes(portee))
                    .param("fusion", fusion)
                    .param("autre", valeursDeLAutre)
                    .query((x, n) -> Optional.ofNullable(x.getString("acte")))
                    .list()
                    .stream()
                    .map(acte -> acte.orElse(""))
                    .toList();
            avances.stream().filter(a -> !a.isEmpty()).forEach(actes::add);
            ailleurs |= avances.contains("");
        }
        if (ailleurs) {
            actes.add("un acte d'une autre antenne");
        }
        return actes;
    }

    private record Vus(int vus, int ailleurs) {

        static final Vus AUCUN = new Vus(0, 0);
    }

    private Vus compter(Rattachement r, String condition, UUID fusion, UUID gardee, Portee portee, boolean suit) {
        String vu = r.dossier() == null ? ":suit" : VU;
        String dossier = r.dossier() == null ? "" : " left join dossier d on d.id = t." + r.dossier();
        return jdbc.sql("select count(case when " + vu + " then 1 end) as vus, count(*) as tous from " + r.table()
                        + " t" + dossier + " where t." + r.colonne() + " = :id and " + condition)
                .param("suit", suit)
                .param("toutes", portee.toutes())
                .param("codes", codes(portee))
                .param("id", gardee)
                .param("fusion", fusion)
                .query((x, n) -> new Vus(x.getInt("vus"), x.getInt("tous") - x.getInt("vus")))
                .single();
    }

    /** Whether another card has a social security number by now. */
    boolean numeroPris(Object empreinte, UUID gardee) {
        return empreinte != null
                && jdbc.sql("select count(*) from personne where nir_empreinte = :empreinte and id <> :gardee")
                                .param("empreinte", empreinte)
                                .param("gardee", gardee)
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /** Whether the merge moved or put aside members of a foyer. */
    boolean aDeplaceUnFoyer(UUID fusion) {
        return !cles(fusion, FOYER, DEPLACEE).isEmpty()
                || !cles(fusion, FOYER, EFFACEE).isEmpty();
    }

    /** The rows that came go back, those that gave way return. */
    void rendre(UUID fusion, UUID gardee, UUID absorbee) {
        for (Rattachement r : rattachements.tous()) {
            if (r.mode() == Mode.SUIT) {
                jdbc.sql("update " + r.table() + " set " + r.colonne() + " = :absorbee where " + r.colonne()
                                + " = :gardee and dossier_id in (select f.cle from fusion_rangee f where f.fusion_id = :fusion"
                                + " and f.nom_table = '" + DOSSIER + "' and f.sorte = '" + DEPLACEE + "')")
                        .param("absorbee", absorbee)
                        .param("gardee", gardee)
                        .param("fusion", fusion)
                        .update();
            } else if (r.mode() == Mode.DEPLACE) {
                for (String cle : cles(fusion, r.table(), DEPLACEE)) {
                    jdbc.sql("update " + r.table() + " set " + r.colonne() + " = :absorbee where " + r.colonne()
                                    + " = :gardee and " + r.cle() + " = :cle")
                            .param("absorbee", absorbee)
                            .param("gardee", gardee)
                            .param("cle", cle)
                            .update();
                }
            } else if (r.mode() == Mode.SEULE
                    && !cles(fusion, r.table(), DEPLACEE).isEmpty()) {
                rattacher(r, gardee, absorbee);
            }
            if (r.mode() != Mode.DERIVEE) {
                effacees(fusion, r.table()).forEach(contenu -> inserer(r.table(), lire(contenu)));
            }
        }
    }

    void supprimer(UUID fiche) {
        jdbc.sql("delete from personne where id = :id").param("id", fiche).update();
    }

    void inserer(String table, Map<String, Object> rangee) {
        String colonnes = String.join(", ", rangee.keySet());
        String valeurs =
                String.join(", ", rangee.keySet().stream().map(c -> ":" + c).toList());
        var ordre = jdbc.sql("insert into " + table + " (" + colonnes + ") values (" + valeurs + ")");
        for (Map.Entry<String, Object> c : rangee.entrySet()) {
            ordre = ordre.param(c.getKey(), valeur(c.getValue()));
        }
        ordre.update();
    }

    /** Writes columns of a card, with its version. */
    void ecrire(UUID fiche, Map<String, Object> colonnes, int version) {
        String affectations = String.join(
                "", colonnes.keySet().stream().map(c -> c + " = :" + c + ", ").toList());
        var ordre = jdbc.sql("update personne set " + affectations + "version = :la_version where id = :la_fiche");
        for (Map.Entry<String, Object> c : colonnes.entrySet()) {
            ordre = ordre.param(c.getKey(), valeur(c.getValue()));
        }
        ordre.param("la_version", version).param("la_fiche", fiche).update();
    }

    String ecrire(Object valeur) {
        try {
            return json.writeValueAsString(valeur);
        } catch (JacksonException e) {
            throw new IllegalStateException("fiche illisible", e);
        }
    }

    Map<String, Object> lire(String texte) {
        try {
            return json.readValue(texte, RANGEE);
        } catch (JacksonException e) {
            throw new IllegalStateException("fiche illisible", e);
        }
    }

    static byte[] octets(Object valeur) {
        return Base64.getDecoder().decode(valeur.toString().substring(OCTETS.length()));
    }

    static String octets(byte[] valeur) {
        return OCTETS + Base64.getEncoder().encodeToString(valeur);
    }

    /** A child noted on both cards is one child. */
    private void effacerLesMembresEnDouble(UUID fusion, UUID gardee, UUID absorbee) {
        List<String> doubles = jdbc.sql("select cast(a.id as char) from " + FOYER + " a join " + FOYER
                        + " g on g.personne_id = :gardee and g.jusque is null and g.date_naissance = a.date_naissance"
                        + " and g.naissance_precision = a.naissance_precision"
                        + " and lower(g.prenoms) = lower(a.prenoms) and lower(g.nom) = lower(a.nom)"
                        + " where a.personne_id = :absorbee and a.jusque is null")
                .param("gardee", gardee)
                .param("absorbee", absorbee)
                .query(String.class)
                .list();
        for (String id : doubles) {
            garderUneCopie(fusion, FOYER, "id", id);
            jdbc.sql("delete from " + FOYER + " where id = :id").param("id", id).update();
        }
    }

    private void effacer(UUID fusion, Rattachement r, UUID fiche) {
        List<String> cles = jdbc.sql(
                        "select cast(" + r.cle() + " as char) from " + r.table() + " where " + r.colonne() + " = :id")
                .param("id", fiche)
                .query(String.class)
                .list();
        for (String cle : cles) {
            String contenu = ecrire(jdbc.sql("select * from " + r.table() + " where " + r.colonne() + " = :id and "
                            + r.cle() + " = :cle")
                    .param("id", fiche)
                    .param("cle", cle)
                    .query((x, n) -> rangee(x))
                    .single());
            copier(fusion, r.table(), cle, contenu);
        }
        jdbc.sql("delete from " + r.table() + " where " + r.colonne() + " = :id")
                .param("id", fiche)
                .update();
    }

    private void garderUneCopie(UUID fusion, String table, String colonne, String cle) {
        copier(
                fusion,
                table,
                cle,
                ecrire(jdbc.sql("select * from " + table + " where " + colonne + " = :cle")
                        .param("cle", cle)
                        .query((x, n) -> rangee(x))
                        .single()));
    }

    private void copier(UUID fusion, String table, String cle, String contenu) {
        jdbc.sql("insert into fusion_rangee (fusion_id, nom_table, cle, sorte, contenu)"
                        + " values (:fusion, :nom, :cle, '" + EFFACEE + "', :contenu)")
                .param("fusion", fusion)
                .param("nom", table)
                .param("cle", cle)
                .param("contenu", contenu)
                .update();
    }

    private void noter(UUID fusion, Rattachement r, UUID fiche, String sorte) {
        jdbc.sql("insert into fusion_rangee (fusion_id, nom_table, cle, sorte) select :fusion, '" + r.table()
                        + "', cast(" + r.cle() + " as char), '" + sorte + "' from " + r.table() + " where "
                        + r.colonne() + " = :id")
                .param("fusion", fusion)
                .param("id", fiche)
                .update();
    }

    private void rattacher(Rattachement r, UUID de, UUID vers) {
        jdbc.sql("update " + r.table() + " set " + r.colonne() + " = :vers where " + r.colonne() + " = :de")
                .param("vers", vers)
                .param("de", de)
                .update();
    }

    private List<String> cles(UUID fusion, String table, String sorte) {
        return jdbc.sql(
                        "select cle from fusion_rangee where fusion_id = :fusion and nom_table = :nom and sorte = :sorte")
                .param("fusion", fusion)
                .param("nom", table)
                .param("sorte", sorte)
                .query(String.class)
                .list();
    }

    private List<String> effacees(UUID fusion, String table) {
        return jdbc.sql("select contenu from fusion_rangee where fusion_id = :fusion and nom_table = :nom and sorte = '"
                        + EFFACEE + "'")
                .param("fusion", fusion)
                .param("nom", table)
                .query(String.class)
                .list();
    }

    private static Object valeur(Object lue) {
        return lue instanceof String texte && texte.startsWith(OCTETS) ? octets(texte) : lue;
    }

    private static Map<String, Object> rangee(ResultSet r) throws SQLException {
        ResultSetMetaData colonnes = r.getMetaData();
        Map<String, Object> rangee = new LinkedHashMap<>();
        for (int i = 1; i <= colonnes.getColumnCount(); i++) {
            rangee.put(colonnes.getColumnLabel(i).toLowerCase(Locale.ROOT), lue(r, i));
        }
        return rangee;
    }

    private static Object lue(ResultSet r, int i) throws SQLException {
        Object valeur = r.getObject(i);
        if (valeur == null || valeur instanceof Number || valeur instanceof Boolean) {
            return valeur;
        }
        return valeur instanceof byte[] octets ? octets(octets) : r.getString(i);
    }
}
