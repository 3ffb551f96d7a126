package fr.jalon.journal;

import fr.jalon.commun.Chiffrement;
import fr.jalon.commun.Horloge;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads every entry and every head again and names what was done: edited, rewritten before its seal, added, deleted, moved,
 * exchanged, cut at the end with or without its head, restored from an old backup, dated back. The entries are read as a
 * stream: millions of them take no memory. docs/fiabilite.md says what a forger can still do, and for how long.
 */
@Service
public class VerificationJournal {

    private static final int LUES_A_LA_FOIS = 1_000;
    /** The heads go outside every five minutes: an older journal without any has lost them. */
    private static final Duration SANS_TETES = Duration.ofHours(2);

    private final JdbcTemplate jdbc;
    private final Chiffrement chiffrement;
    private final CleDuJournal cle;
    private final CoffreDesTetes coffre;
    private final Horloge horloge;
    private final Path fichier;

    VerificationJournal(
            DataSource base,
            Chiffrement chiffrement,
            CleDuJournal cle,
            CoffreDesTetes coffre,
            Horloge horloge,
            @Value("${jalon.scelles}") Path fichier) {
        this.jdbc = new JdbcTemplate(base);
        this.jdbc.setFetchSize(LUES_A_LA_FOIS);
        this.chiffrement = chiffrement;
        this.cle = cle;
        this.coffre = coffre;
        this.horloge = horloge;
        this.fichier = fichier;
    }

    /**
     * Result for one chain.
     *
     * @param entrees sealed entries read
     * @param fautes French sentences that begin with the kind of tampering; none when the chain is whole
     * @param attentes French sentences on the entries that wait for their seal for too long: a stopped Jalon leaves some, and so
     *     does somebody who stops the sealing; none of them says that anything was altered
     */
    public record Chaine(String chaine, long entrees, List<String> fautes, List<String> attentes) {

        public boolean intacte() {
            return fautes.isEmpty();
        }
    }

    /** On one image of the database: an entry written meanwhile is neither missed nor taken for an alteration. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Chaine> verifier() {
        // Before the first look at the database, which fixes its image: a head kept later would name entries that are
        // not in it
        List<Long> numeros = coffre.numeros();
        LectureDesTetes tetes = new LectureDesTetes(coffre, cle, numeros, connues());
        Scelles scelles = Scelles.lire(fichier, chiffrement);
        Set<String> noms = new TreeSet<>(tetes.parChaine().keySet());
        noms.addAll(scelles.chaines());
        noms.addAll(jdbc.queryForList("select chaine from journal_tete", String.class));
        noms.addAll(jdbc.queryForList("select distinct chaine collate utf8mb4_bin from journal_entree", String.class));
        Map<String, LectureChaine> lectures = new TreeMap<>();
        // A name that the database takes for another one (KLEBER, kleber, a space after it) is a chain of its own
        Function<String, LectureChaine> de =
                nom -> lectures.computeIfAbsent(nom, n -> lecture(n, noms, tetes, scelles));
        noms.forEach(nom -> lectures.put(nom, lecture(nom, noms, tetes, scelles)));
        Instant[] premiere = {null};
        jdbc.query(
                "select " + EntreeLue.COLONNES + " from journal_entree where seq is not null order by chaine, seq",
                rs -> {
                    EntreeLue e = EntreeLue.de(rs);
                    de.apply(e.chaine()).lire(e);
                    premiere[0] = premiere[0] == null || e.quand().isBefore(premiere[0]) ? e.quand() : premiere[0];
                });
        jdbc.query("select chaine, seq, empreinte, sceau from journal_tete", rs -> {
            de.apply(rs.getString(1)).comparerLaTete(rs.getLong(2), rs.getString(3), rs.getString(4));
        });
        lireCeQuiAttend(de);
        lectures.forEach((nom, l) -> {
            l.finir();
            l.comparerAuxTetesGardees();
            l.comparerAuxScelles(scelles.de(nom));
        });
        List<Chaine> resultats = new ArrayList<>(
                lectures.values().stream().map(LectureChaine::resultat).toList());
        List<String> fautes = new ArrayList<>(tetes.fautes());
        scelles.fautes().forEach(f -> fautes.add(Alteration.SCELLE.dire(f)));
        if (!tetes.presentes()
                && premiere[0] != null
                && premiere[0].isBefore(horloge.maintenant().minus(SANS_TETES))) {
            fautes.add(Alteration.SCELLE_RETIRE.dire("aucune tête n'est gardée dans " + coffre.lieu() + "."));
        }
        if (!fautes.isEmpty()) {
            resultats.add(new Chaine("SCELLES", 0, List.copyOf(fautes), List.of()));
        }
        return resultats;
    }

    private LectureChaine lecture(String nom, Set<String> noms, LectureDesTetes tetes, Scelles scelles) {
        List<LectureChaine.TeteGardee> gardees = tetes.parChaine().getOrDefault(nom, List.of());
        Set<Long> demandees = new HashSet<>(scelles.numeros(nom));
        gardees.forEach(t -> demandees.add(t.seq()));
        Set<String> autres = new TreeSet<>(noms);
        autres.remove(nom);
        return new LectureChaine(nom, cle, tetes.ancrage(nom), demandees, gardees, autres);
    }

    /** What is not chained yet: rewritten meanwhile, or left so by a sealing that somebody stops. */
    private void lireCeQuiAttend(Function<String, LectureChaine> lectures) {
        Instant limite = horloge.maintenant().minus(EtatDuJournal.RETARD);
        jdbc.query("select " + EntreeLue.COLONNES + " from journal_entree where seq is null", rs -> {
            EntreeLue e = EntreeLue.de(rs);
            LectureChaine lecture = lectures.apply(e.chaine());
            if (e.sceauEcriture() == null) {
                lecture.noter(Alteration.AJOUTEE, "l'entrée " + e.id() + " ne porte pas le sceau de Jalon.");
            } else if (!cle.porte(e.contenu(e.chaine()), e.sceauEcriture())) {
                lecture.noter(Alteration.REECRITE, "l'entrée " + e.id() + " n'est plus celle que Jalon a écrite.");
            }
            if (e.quand().isBefore(limite)) {
                lecture.noterAttente("l'entrée " + e.id() + " attend d'être scellée depuis " + e.quand() + ".");
            }
        });
    }

    private Map<Long, String> connues() {
        Map<Long, String> connues = new TreeMap<>();
        jdbc.query("select numero, empreinte from journal_scelle order by numero", rs -> {
            connues.put(rs.getLong(1), rs.getString(2));
        });
        return connues;
    }
}
