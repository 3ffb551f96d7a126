package fr.jalon.usager;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.springframework.core.io.ClassPathResource;

/** What a person may be searched by; which role may, is {@code securite/recherches.csv}. */
public enum ChampCherche {
    NOM("nom"),
    NAISSANCE("date de naissance"),
    TELEPHONE("téléphone"),
    COURRIEL("courriel"),
    DOSSIER("numéro de dossier");

    private static final Map<Role, Set<ChampCherche>> PAR_ROLE = lire();

    private final String libelle;

    ChampCherche(String libelle) {
        this.libelle = libelle;
    }

    /** Whether one of the roles of the account may search by it. */
    public boolean ouvertA(Agent agent) {
        return PAR_ROLE.entrySet().stream().anyMatch(e -> e.getValue().contains(this) && agent.aUnDe(e.getKey()));
    }

    /** "Nom, date de naissance, téléphone", for the label of the field. */
    public static String enMots(Agent agent) {
        List<String> mots = Arrays.stream(values())
                .filter(c -> c.ouvertA(agent))
                .map(c -> c.libelle)
                .collect(Collectors.toList());
        if (mots.isEmpty()) {
            return "";
        }
        String tout = String.join(", ", mots).replaceFirst(", ([^,]+)$", " ou $1");
        return tout.substring(0, 1).toUpperCase(java.util.Locale.FRENCH) + tout.substring(1);
    }

    private static Map<Role, Set<ChampCherche>> lire() {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setCommentMarker('#')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader lecteur = new InputStreamReader(
                        new ClassPathResource("securite/recherches.csv").getInputStream(), StandardCharsets.UTF_8);
                CSVParser lignes = CSVParser.parse(lecteur, format)) {
            Map<Role, Set<ChampCherche>> parRole = new EnumMap<>(Role.class);
            lignes.forEach(l -> parRole.put(
                    Role.valueOf(l.get("role")),
                    Arrays.stream(l.get("champs").split(" "))
                            .map(ChampCherche::valueOf)
                            .collect(Collectors.toCollection(() -> EnumSet.noneOf(ChampCherche.class)))));
            return parRole;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
