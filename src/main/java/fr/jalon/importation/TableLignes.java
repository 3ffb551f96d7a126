package fr.jalon.importation;

import fr.jalon.commun.Chiffrement;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** The table of the rows. Cells hold social security numbers: they are encrypted, bound to their import and their row. */
@Repository
class TableLignes {

    private static final int LOT = 200;

    /** Where the number of the earlier row goes in its message. */
    private static final String PLACE = "§";

    private static final String COLONNES = "id, import_id, numero, valeurs, statut, ecrite_le is not null, messages,"
            + " dossier_numero, antenne, resultat, version, identique_a";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Chiffrement chiffrement;
    private final ClesImport cles;

    TableLignes(JdbcTemplate jdbc, ObjectMapper json, Chiffrement chiffrement, ClesImport cles) {
        this.jdbc = jdbc;
        this.json = json;
        this.chiffrement = chiffrement;
        this.cles = cles;
    }

    /** A row of the file, not yet kept. */
    record ALire(int numero, Map<String, String> valeurs) {}

    void ecrire(UUID importId, List<ALire> lignes) {
        Map<Map<String, String>, Integer> premieres = new HashMap<>();
        for (int debut = 0; debut < lignes.size(); debut += LOT) {
            List<ALire> lot = lignes.subList(debut, Math.min(debut + LOT, lignes.size()));
            List<Object> valeurs = new ArrayList<>(lot.size() * 5);
            for (ALire ligne : lot) {
                valeurs.add(UUID.randomUUID());
                valeurs.add(importId);
                valeurs.add(ligne.numero());
                valeurs.add(chiffrer(importId, ligne.numero(), ligne.valeurs()));
                valeurs.add(premieres.putIfAbsent(ligne.valeurs(), ligne.numero()));
            }
            jdbc.update(
                    "insert into import_ligne (id, import_id, numero, valeurs, identique_a) values "
                            + String.join(", ", Collections.nCopies(lot.size(), "(?, ?, ?, ?, ?)")),
                    valeurs.toArray());
        }
    }

    /** Says at once, in one order of the database, of each row that says the same word for word as an earlier one, which that is. */
    void marquerIdentiques(UUID importId) {
        String[] autour = ecrire(List.of(MessageLigne.erreur("", Examinateur.enDouble(PLACE))))
                .split(PLACE, 2);
        jdbc.update(
                "update import_ligne set statut = 'EN_ERREUR', messages = concat(?, identique_a, ?), version = version + 1"
                        + " where import_id = ? and statut is null and identique_a is not null",
                autour[0],
                autour[1],
                importId);
    }

    /** The next ones, in the index that holds them in this order: the thousands already examined are not read again for each lot. */
    List<LigneEnregistree> aExaminer(UUID importId, int nombre) {
        return jdbc.query(
                "select " + COLONNES
                        + " from import_ligne force index (ix_import_ligne_statut) where import_id = ? and statut is null"
                        + " and ecrite_le is null order by numero limit " + nombre,
                this::lire,
                importId);
    }

    List<LigneEnregistree> aEcrire(UUID importId, int nombre) {
        return jdbc.query(
                "select " + COLONNES + " from import_ligne where import_id = ? and ecrite_le is null"
                        + " and statut in ('A_CREER', 'A_METTRE_A_JOUR') order by numero limit " + nombre,
                this::lire,
                importId);
    }

    Optional<LigneEnregistree> lire(UUID importId, int numero) {
        return jdbc
                .query(
                        "select " + COLONNES + " from import_ligne where import_id = ? and numero = ?",
                        this::lire,
                        importId,
                        numero)
                .stream()
                .findFirst();
    }

    List<LigneEnregistree> lister(UUID importId, StatutLigne statut, int page, int taille) {
        String limite = " order by numero limit " + taille + " offset " + (long) page * taille;
        return statut == null
                ? jdbc.query(
                        "select " + COLONNES + " from import_ligne where import_id = ?" + limite, this::lire, importId)
                : jdbc.query(
                        "select " + COLONNES + " from import_ligne where import_id = ? and statut = ?" + limite,
                        this::lire,
                        importId,
                        statut.name());
    }

    /**
     * Keeps what the examination found, unless the row changed or was written meanwhile. A row in error speaks for no subject: thousands
     * of rows about one person would each have to be read again by the next.
     */
    boolean noterExamen(LigneEnregistree ligne, ExamenLigne examen) {
        return jdbc.update(
                        "update import_ligne set valeurs = ?, statut = ?, messages = ?, sujet = ?, autre_sujet = ?, reperes = ?, identique_a = ?,"
                                + " foyer = ?, autre_foyer = ?,"
                                + " version = version + 1 where id = ? and version = ? and ecrite_le is null",
                        chiffrer(ligne.importId(), ligne.numero(), ligne.valeurs()),
                        examen.statut().name(),
                        ecrire(examen.messages()),
                        sujet(examen, 0),
                        sujet(examen, 1),
                        examen.reperes().isEmpty() ? null : ecrire(examen.reperes()),
                        ligne.identiqueA(),
                        marque(examen.foyers(), 0),
                        marque(examen.foyers(), 1),
                        ligne.id(),
                        ligne.version())
                == 1;
    }

    /** Takes the row for writing: the second of two nodes finds it taken, and writes nothing. */
    boolean prendre(LigneEnregistree ligne, Instant quand) {
        return jdbc.update(
                        "update import_ligne set ecrite_le = ?, version = version + 1"
                                + " where id = ? and version = ? and ecrite_le is null",
                        Timestamp.from(quand),
                        ligne.id(),
                        ligne.version())
                == 1;
    }

    void noterResultat(LigneEnregistree ligne, ExamenLigne examen, ResultatLigne resultat) {
        jdbc.update(
                "update import_ligne set statut = ?, messages = ?, dossier_id = ?, dossier_numero = ?, antenne = ?,"
                        + " resultat = ? where id = ?",
                examen.statut().name(),
                ecrire(examen.messages()),
                resultat.dossierId(),
                resultat.numero(),
                resultat.antenne(),
                resultat.texte(),
                ligne.id());
    }

    /**
     * How many rows that can be written give each set of these marks; rows written or to write alike.
     *
     * @param noms names of the marks, from the code of the kind of import alone
     */
    List<Synthese> synthese(UUID importId, List<String> noms) {
        String colonnes =
                noms.stream().map(nom -> "json_value(reperes, '$." + nom + "')").collect(Collectors.joining(", "));
        return jdbc.query(
                "select " + colonnes + ", count(*) from import_ligne where import_id = ? and reperes is not null"
                        + " and statut in ('A_CREER', 'A_METTRE_A_JOUR') group by " + colonnes,
                (rs, rang) -> {
                    Map<String, String> valeurs = new LinkedHashMap<>();
                    for (int i = 0; i < noms.size(); i++) {
                        if (rs.getString(i + 1) != null) {
                            valeurs.put(noms.get(i), rs.getString(i + 1));
                        }
                    }
                    return new Synthese(valeurs, rs.getLong(noms.size() + 1));
                },
                importId);
    }

    /** Number of an earlier row of the file, not in error, about the same subject. */
    Optional<Integer> plusHaut(LigneEnregistree ligne, List<String> sujets) {
        for (String sujet : sujets) {
            String empreinte = cles.empreinte(sujet);
            Integer numero = jdbc.queryForObject(
                    "select min(numero) from import_ligne where import_id = ? and numero < ?"
                            + " and (sujet = ? or autre_sujet = ?) and (statut is null or statut <> 'EN_ERREUR')",
                    Integer.class,
                    ligne.importId(),
                    ligne.numero(),
                    empreinte,
                    empreinte);
            if (numero != null) {
                return Optional.of(numero);
            }
        }
        return Optional.empty();
    }

    /** Number of an earlier row of the file, to be written, that seems to be of the same foyer. */
    Optional<Integer> memeFoyer(LigneEnregistree ligne, List<String> foyers) {
        for (String foyer : foyers) {
            String empreinte = cles.empreinte(foyer);
            Integer numero = jdbc.queryForObject(
                    "select min(numero) from import_ligne where import_id = ? and numero < ?"
                            + " and (foyer = ? or autre_foyer = ?) and statut in ('A_CREER', 'A_METTRE_A_JOUR')",
                    Integer.class,
                    ligne.importId(),
                    ligne.numero(),
                    empreinte,
                    empreinte);
            if (numero != null) {
                return Optional.of(numero);
            }
        }
        return Optional.empty();
    }

    private String sujet(ExamenLigne examen, int rang) {
        return examen.statut() == StatutLigne.EN_ERREUR ? null : marque(examen.sujets(), rang);
    }

    private String marque(List<String> marques, int rang) {
        return rang < marques.size() ? cles.empreinte(marques.get(rang)) : null;
    }

    private LigneEnregistree lire(ResultSet rs, int rang) throws SQLException {
        UUID importId = rs.getObject(2, UUID.class);
        int numero = rs.getInt(3);
        String statut = rs.getString(5);
        return new LigneEnregistree(
                rs.getObject(1, UUID.class),
                importId,
                numero,
                dechiffrer(importId, numero, rs.getBytes(4)),
                statut == null ? null : StatutLigne.valueOf(statut),
                rs.getBoolean(6),
                messages(rs.getString(7)),
                rs.getString(8),
                rs.getString(9),
                rs.getString(10),
                rs.getInt(11),
                rs.getObject(12, Integer.class));
    }

    private byte[] chiffrer(UUID importId, int numero, Map<String, String> valeurs) {
        return chiffrement.chiffrer(ecrire(valeurs).getBytes(StandardCharsets.UTF_8), contexte(importId, numero));
    }

    private Map<String, String> dechiffrer(UUID importId, int numero, byte[] chiffre) {
        if (chiffre == null) {
            return Map.of();
        }
        try {
            return json.readValue(
                    chiffrement.dechiffrer(chiffre, contexte(importId, numero)),
                    new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String contexte(UUID importId, int numero) {
        return "import:" + importId + ":" + numero;
    }

    private List<MessageLigne> messages(String texte) {
        try {
            return texte == null ? List.of() : json.readValue(texte, new TypeReference<List<MessageLigne>>() {});
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    private String ecrire(Object valeur) {
        try {
            return json.writeValueAsString(valeur);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }
}
