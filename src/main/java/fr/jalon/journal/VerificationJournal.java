package fr.jalon.journal;

import fr.jalon.commun.Chiffrement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads every chain again and finds what was edited, deleted, moved, inserted, exchanged, cut at the end, or restored from
 * an old backup.
 */
@Service
public class VerificationJournal {

    private final JdbcTemplate jdbc;
    private final Chiffrement chiffrement;
    private final Path scelles;

    VerificationJournal(JdbcTemplate jdbc, Chiffrement chiffrement, @Value("${jalon.scelles}") Path scelles) {
        this.jdbc = jdbc;
        this.chiffrement = chiffrement;
        this.scelles = scelles;
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

    private record Attendu(long seq, String empreinte) {}

    @Transactional(readOnly = true)
    public List<Chaine> verifier() {
        Map<String, Lecture> lectures = new HashMap<>();
        jdbc.query(
                "select chaine, seq, id, quand, qui, nature, objet, texte, precedent, empreinte from journal_entree"
                        + " where seq is not null order by chaine, seq",
                rs -> {
                    lectures.computeIfAbsent(rs.getString(1), Lecture::new)
                            .lire(
                                    rs.getLong(2),
                                    rs.getObject(3, UUID.class),
                                    rs.getTimestamp(4).toInstant(),
                                    rs.getString(5),
                                    rs.getString(6),
                                    rs.getString(7),
                                    rs.getString(8),
                                    rs.getString(9),
                                    rs.getString(10));
                });
        jdbc.query("select chaine, seq, empreinte from journal_tete", rs -> {
            lectures.computeIfAbsent(rs.getString(1), Lecture::new).comparerLaTete(rs.getLong(2), rs.getString(3));
        });
        comparerLesScelles(lectures);
        return lectures.values().stream().map(Lecture::resultat).toList();
    }

    private void comparerLesScelles(Map<String, Lecture> lectures) {
        if (!Files.exists(scelles)) {
            return;
        }
        try {
            for (String ligne : Files.readAllLines(scelles)) {
                String[] mots = ligne.split(" ");
                if (mots.length != 5) {
                    continue;
                }
                String contenu = String.join(" ", mots[0], mots[1], mots[2], mots[3]);
                Lecture lecture = lectures.computeIfAbsent(mots[1], Lecture::new);
                if (!chiffrement.empreinte(contenu).equals(mots[4])) {
                    lecture.fautes.add("Le scellé du " + mots[0] + " a été modifié.");
                } else {
                    lecture.comparerAuScelle(mots[0], Long.parseLong(mots[2]), mots[3]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One chain being read, in order. */
    private static final class Lecture {

        private final String chaine;
        private final List<String> fautes = new ArrayList<>();
        private final Map<Long, String> parSeq = new HashMap<>();
        private Attendu dernier = new Attendu(0, Empreinte.DEPART);

        Lecture(String chaine) {
            this.chaine = chaine;
        }

        void lire(
                long seq,
                UUID id,
                java.time.Instant quand,
                String qui,
                String nature,
                String objet,
                String texte,
                String precedent,
                String empreinte) {
            if (seq != dernier.seq() + 1) {
                fautes.add("Il manque des entrées entre les numéros " + dernier.seq() + " et " + seq + ".");
            } else if (!dernier.empreinte().equals(precedent)) {
                fautes.add("L'entrée " + seq + " ne suit pas la précédente.");
            }
            String calculee = Empreinte.de(precedent, chaine, seq, id, quand, qui, nature, objet, texte);
            if (!calculee.equals(empreinte)) {
                fautes.add("L'entrée " + seq + " a été modifiée.");
            }
            parSeq.put(seq, empreinte);
            dernier = new Attendu(seq, empreinte);
        }

        void comparerLaTete(long seq, String empreinte) {
            if (seq != dernier.seq() || !empreinte.equals(dernier.empreinte())) {
                fautes.add("La fin de la chaîne a été coupée ou changée : " + seq + " entrées attendues, "
                        + dernier.seq() + " lues.");
            }
        }

        void comparerAuScelle(String jour, long seq, String empreinte) {
            if (!empreinte.equals(parSeq.get(seq))) {
                fautes.add("La chaîne ne contient plus l'entrée " + seq + " scellée le " + jour
                        + " : coupure ou ancienne sauvegarde.");
            }
        }

        Chaine resultat() {
            return new Chaine(chaine, parSeq.size(), List.copyOf(fautes));
        }
    }
}
