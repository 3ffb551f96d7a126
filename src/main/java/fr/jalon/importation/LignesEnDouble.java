package fr.jalon.importation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/**
 * The rows of a lot that an earlier row of the file, kept already, makes useless: their cells alone say so. They are noted together,
 * before the costly part of an examination, so that thousands of rows about few persons are not matched one by one.
 */
@Component
class LignesEnDouble {

    private final JdbcTemplate jdbc;
    private final ClesImport cles;
    private final ObjectMapper json;

    LignesEnDouble(JdbcTemplate jdbc, ClesImport cles, ObjectMapper json) {
        this.jdbc = jdbc;
        this.cles = cles;
        this.json = json;
    }

    /** Notes them, and gives the rows that are left to examine. */
    List<LigneEnregistree> ecarter(ImportEnregistre fichier, List<LigneEnregistree> lot, TypeImport type) {
        Map<LigneEnregistree, List<String>> sujets = new LinkedHashMap<>();
        lot.forEach(l -> sujets.put(l, lus(l, type)));
        Map<String, Integer> gardes = gardes(
                fichier.id(), sujets.values().stream().flatMap(List::stream).toList());
        Map<LigneEnregistree, Integer> doubles = new LinkedHashMap<>();
        sujets.forEach((ligne, siens) -> siens.stream()
                .flatMap(s -> Optional.ofNullable(gardes.get(s)).stream())
                .filter(numero -> numero < ligne.numero())
                .findFirst()
                .ifPresent(numero -> doubles.put(ligne, numero)));
        doubles.keySet().removeAll(dejaEcrites(fichier, doubles.keySet()));
        noter(doubles);
        return lot.stream().filter(l -> !doubles.containsKey(l)).toList();
    }

    private List<String> lus(LigneEnregistree ligne, TypeImport type) {
        try {
            return type.sujetsLus(ligne.valeurs()).stream().map(cles::empreinte).toList();
        } catch (RuntimeException e) {
            // Its own examination meets it again, and tells it on the row
            return List.of();
        }
    }

    /** Number of the first row kept for each of the subjects. */
    private Map<String, Integer> gardes(UUID importId, List<String> empreintes) {
        Map<String, Integer> gardes = new HashMap<>();
        if (empreintes.isEmpty()) {
            return gardes;
        }
        for (String colonne : List.of("sujet", "autre_sujet")) {
            List<Object> valeurs = new ArrayList<>(List.of(importId));
            valeurs.addAll(empreintes);
            jdbc.query(
                    "select " + colonne + ", min(numero) from import_ligne force index (ix_import_ligne_" + colonne
                            + ") where import_id = ? and " + colonne + " in ("
                            + points(empreintes) + ") and statut <> 'EN_ERREUR' group by " + colonne,
                    rs -> {
                        gardes.merge(rs.getString(1), rs.getInt(2), Math::min);
                    },
                    valeurs.toArray());
        }
        return gardes;
    }

    /** What a former import of the same file wrote is told as such, whatever is above it. */
    private Set<LigneEnregistree> dejaEcrites(ImportEnregistre fichier, Collection<LigneEnregistree> lignes) {
        if (lignes.isEmpty()) {
            return Set.of();
        }
        Map<String, LigneEnregistree> parCle = new LinkedHashMap<>();
        lignes.forEach(l -> parCle.put(cles.empreinte(Examinateur.cleDeLaRangee(fichier, l)), l));
        List<Object> valeurs = new ArrayList<>(List.of(fichier.type()));
        valeurs.addAll(parCle.keySet());
        return new HashSet<>(jdbc.query(
                "select cle from import_cle where type = ? and cle in (" + points(parCle.keySet()) + ")",
                (rs, rang) -> parCle.get(rs.getString(1)),
                valeurs.toArray()));
    }

    private void noter(Map<LigneEnregistree, Integer> doubles) {
        if (doubles.isEmpty()) {
            return;
        }
        List<Object> valeurs = new ArrayList<>();
        doubles.forEach((ligne, numero) -> {
            valeurs.add(ligne.id());
            valeurs.add(message(numero));
        });
        doubles.keySet().forEach(ligne -> valeurs.add(ligne.id()));
        jdbc.update(
                "update import_ligne set statut = 'EN_ERREUR', messages = case id"
                        + " when ? then ?".repeat(doubles.size())
                        + " end, version = version + 1 where id in (" + points(doubles.keySet())
                        + ") and statut is null and ecrite_le is null",
                valeurs.toArray());
    }

    private String message(int numero) {
        try {
            return json.writeValueAsString(
                    List.of(MessageLigne.erreur("", Examinateur.enDouble(String.valueOf(numero)))));
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String points(Collection<?> valeurs) {
        return String.join(", ", Collections.nCopies(valeurs.size(), "?"));
    }
}
