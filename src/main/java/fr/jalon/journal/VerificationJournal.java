package fr.jalon.journal;

import fr.jalon.commun.Chiffrement;
import fr.jalon.commun.Horloge;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads every chain again and finds what was edited, deleted, moved, inserted, exchanged, cut at the end, or restored from
 * an old backup. The entries are read as a stream: millions of them take no memory.
 */
@Service
public class VerificationJournal {

    private static final int LUES_A_LA_FOIS = 1_000;
    /** The heads are sealed each night: an older journal without any seal has lost them. */
    private static final Duration SANS_SCELLE = Duration.ofDays(2);

    private final JdbcTemplate jdbc;
    private final Chiffrement chiffrement;
    private final Horloge horloge;
    private final Path fichier;

    VerificationJournal(
            DataSource base, Chiffrement chiffrement, Horloge horloge, @Value("${jalon.scelles}") Path fichier) {
        this.jdbc = new JdbcTemplate(base);
        this.jdbc.setFetchSize(LUES_A_LA_FOIS);
        this.chiffrement = chiffrement;
        this.horloge = horloge;
        this.fichier = fichier;
    }

    /**
     * Result for one chain.
     *
     * @param entrees sealed entries read
     * @param fautes French sentences; none when the chain is whole
     */
    public record Chaine(String chaine, long entrees, List<String> fautes) {

        public boolean intacte() {
            return fautes.isEmpty();
        }
    }

    @Transactional(readOnly = true)
    public List<Chaine> verifier() {
        Scelles scelles = Scelles.lire(fichier, chiffrement);
        Map<String, LectureChaine> lectures = new TreeMap<>();
        Instant[] premiere = {null};
        jdbc.query(
                "select chaine, seq, id, quand, qui, nature, objet, texte, precedent, empreinte from journal_entree"
                        + " where seq is not null order by chaine, seq",
                rs -> {
                    Instant quand = lire(rs, lectures, scelles);
                    premiere[0] = premiere[0] == null || quand.isBefore(premiere[0]) ? quand : premiere[0];
                });
        jdbc.query("select chaine, seq, empreinte from journal_tete", rs -> {
            lecture(lectures, scelles, rs.getString(1)).comparerLaTete(rs.getLong(2), rs.getString(3));
        });
        scelles.chaines().forEach(chaine -> lecture(lectures, scelles, chaine).comparerAuxScelles(scelles.de(chaine)));
        List<Chaine> resultats = new ArrayList<>(
                lectures.values().stream().map(LectureChaine::resultat).toList());
        List<String> fautes = new ArrayList<>(scelles.fautes());
        if (!scelles.presents()
                && premiere[0] != null
                && premiere[0].isBefore(horloge.maintenant().minus(SANS_SCELLE))) {
            fautes.add("Le fichier des scellés manque : " + fichier + ".");
        }
        if (!fautes.isEmpty()) {
            resultats.add(new Chaine("SCELLES", 0, List.copyOf(fautes)));
        }
        return resultats;
    }

    private static Instant lire(ResultSet rs, Map<String, LectureChaine> lectures, Scelles scelles)
            throws SQLException {
        Instant quand = rs.getTimestamp(4).toInstant();
        lecture(lectures, scelles, rs.getString(1))
                .lire(
                        rs.getLong(2),
                        rs.getObject(3, UUID.class),
                        quand,
                        rs.getString(5),
                        rs.getString(6),
                        rs.getString(7),
                        rs.getString(8),
                        String.valueOf(rs.getString(9)),
                        String.valueOf(rs.getString(10)));
        return quand;
    }

    private static LectureChaine lecture(Map<String, LectureChaine> lectures, Scelles scelles, String chaine) {
        return lectures.computeIfAbsent(chaine, nom -> new LectureChaine(nom, Set.copyOf(scelles.numeros(nom))));
    }
}
