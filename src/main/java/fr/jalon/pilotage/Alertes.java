package fr.jalon.pilotage;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Reprise;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * What passed a threshold of {@code pilotage/alertes.csv}: told once when it lasted, ended by itself. Two nodes that look at once find the
 * same and write the same.
 */
@Service
public class Alertes {

    private static final Lecteur MAISON = new Lecteur(null, false);

    private final Chiffres chiffres;
    private final Indicateurs indicateurs;
    private final ReglesDuSecret secret;
    private final JdbcTemplate jdbc;
    private final Reprise reprise;
    private final Horloge horloge;
    private final List<RegleDAlerte> regles;

    Alertes(
            Chiffres chiffres,
            Indicateurs indicateurs,
            ReglesDuSecret secret,
            JdbcTemplate jdbc,
            Reprise reprise,
            Horloge horloge)
            throws IOException {
        this.chiffres = chiffres;
        this.indicateurs = indicateurs;
        this.secret = secret;
        this.jdbc = jdbc;
        this.reprise = reprise;
        this.horloge = horloge;
        this.regles = LectureDesAlertes.lire(
                new ClassPathResource("pilotage/alertes.csv")
                        .getContentAsString(StandardCharsets.UTF_8)
                        .lines()
                        .toList(),
                indicateurs.tous().stream().map(Indicateurs.Description::code).collect(Collectors.toSet()));
    }

    /**
     * An alert that lasts, as its reader may see it.
     *
     * @param antenne null for the whole house
     * @param mesure null for who reads no small number
     */
    public record Ouverte(RegleDAlerte regle, String antenne, Instant leveeLe, Grandeur.Mesuree mesure) {}

    /** A place of a rule and what is known of it. */
    private record Suivie(String antenne, VieDAlerte vie, Grandeur.Mesuree mesure) {}

    @Scheduled(
            initialDelayString = "${jalon.pilotage.premieres-alertes:PT50S}",
            fixedDelayString = "${jalon.pilotage.alertes:PT10M}")
    @SchedulerLock(name = "alertes-du-pilotage")
    void regarderDeTempsEnTemps() {
        regarder();
    }

    /** Looks at every threshold; answers how many alerts last. */
    public int regarder() {
        Stock stock = chiffres.stock(MAISON);
        return reprise.enTransaction(() -> {
            Collection<String> codes = regles.stream().map(RegleDAlerte::code).toList();
            List<Object> valeurs = new ArrayList<>();
            jdbc.update(
                    "delete from pilotage_alerte where not (1 = 1" + Sql.parmi("code", codes, valeurs) + ")",
                    valeurs.toArray());
            return regles.stream().mapToInt(r -> regarder(r, stock)).sum();
        });
    }

    private int regarder(RegleDAlerte regle, Stock stock) {
        Map<String, VieDAlerte> connues =
                suivies(regle).stream().collect(Collectors.toMap(Suivie::antenne, Suivie::vie));
        TreeSet<String> lieux = new TreeSet<>(connues.keySet());
        if (RegleDAlerte.CHAQUE.equals(regle.antenne())) {
            lieux.addAll(stock.antennes());
        } else {
            lieux.add(regle.antenne() == null ? Stock.TOUS : regle.antenne());
        }
        int ouvertes = 0;
        for (String lieu : lieux) {
            Grandeur.Mesuree mesure = mesurer(regle, lieu.equals(Stock.TOUS) ? null : lieu, stock);
            VieDAlerte vie = VieDAlerte.suite(
                    connues.get(lieu), regle.seuil().franchi(mesure), regle.seuil(), horloge.maintenant());
            ecrire(regle, lieu, vie, mesure);
            ouvertes += vie != null && vie.ouverte() ? 1 : 0;
        }
        return ouvertes;
    }

    private Grandeur.Mesuree mesurer(RegleDAlerte regle, String antenne, Stock stock) {
        long ouverts = stock.nombre(regle.dispositif(), antenne, null).nombre();
        if (regle.grandeur() instanceof Grandeur.Ouverts o) {
            long nombre =
                    stock.nombre(regle.dispositif(), antenne, o.situation()).nombre();
            return new Grandeur.Mesuree(o.part() ? pourCent(nombre, ouverts) : nombre, ouverts);
        }
        if (regle.grandeur() instanceof Grandeur.Tenus t) {
            long nombre =
                    stock.tenusPar(regle.dispositif(), antenne, t.porteur()).nombre();
            return new Grandeur.Mesuree(pourCent(nombre, ouverts), ouverts);
        }
        Grandeur.Indicateur i = (Grandeur.Indicateur) regle.grandeur();
        LocalDate jour = horloge.aujourdhui();
        Indicateurs.Resultat r = indicateurs.resultat(
                i.code(),
                new Filtre(null, antenne, jour.minusMonths(i.mois() - 1L).withDayOfMonth(1), jour),
                MAISON);
        return r == null
                ? new Grandeur.Mesuree(0, 0)
                : new Grandeur.Mesuree(
                        pourCent(r.tenus().nombre(), r.concernes().nombre()),
                        r.concernes().nombre());
    }

    private static double pourCent(long nombre, long tous) {
        return tous == 0 ? 0 : 100.0 * nombre / tous;
    }

    private void ecrire(RegleDAlerte regle, String lieu, VieDAlerte vie, Grandeur.Mesuree mesure) {
        if (vie == null) {
            jdbc.update("delete from pilotage_alerte where code = ? and antenne = ?", regle.code(), lieu);
            return;
        }
        jdbc.update(
                "replace into pilotage_alerte (code, antenne, vue_le, levee_le, close_le, valeur, dossiers)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                regle.code(),
                lieu,
                Timestamp.from(vie.vueLe()),
                vie.leveeLe() == null ? null : Timestamp.from(vie.leveeLe()),
                vie.closeLe() == null ? null : Timestamp.from(vie.closeLe()),
                mesure.valeur(),
                mesure.dossiers());
    }

    private List<Suivie> suivies(RegleDAlerte regle) {
        return jdbc.query(
                "select antenne, vue_le, levee_le, close_le, valeur, dossiers from pilotage_alerte where code = ?"
                        + " order by antenne",
                Alertes::lire,
                regle.code());
    }

    private static Suivie lire(ResultSet rs, int rang) throws SQLException {
        return new Suivie(
                rs.getString(1),
                new VieDAlerte(rs.getTimestamp(2).toInstant(), ouNull(rs.getTimestamp(3)), ouNull(rs.getTimestamp(4))),
                new Grandeur.Mesuree(rs.getDouble(5), rs.getLong(6)));
    }

    private static Instant ouNull(Timestamp quand) {
        return Optional.ofNullable(quand).map(Timestamp::toInstant).orElse(null);
    }

    /** What lasts, for this reader; none for who reads no figure. */
    public List<Ouverte> ouvertes(Agent agent) {
        if (!agent.aUnDe(Role.MANAGER, Role.RESPONSABLE_DISPOSITIFS, Role.RESPONSABLE_ANTENNE)) {
            return List.of();
        }
        boolean masque = !Lecteur.ouvre(agent);
        long minimum = masque ? secret.plancher() : 0;
        Map<Instant, List<Ouverte>> parDate = new TreeMap<>(Comparator.reverseOrder());
        for (RegleDAlerte regle : regles) {
            if (masque && !regle.sansPetitNombre(minimum)) {
                continue;
            }
            suivies(regle).stream()
                    .filter(s -> s.vie().ouverte() && lit(agent, regle, s.antenne()))
                    .map(s -> new Ouverte(
                            regle,
                            s.antenne().equals(Stock.TOUS) ? null : s.antenne(),
                            s.vie().leveeLe(),
                            masque ? null : s.mesure()))
                    .forEach(o -> parDate.computeIfAbsent(o.leveeLe(), d -> new ArrayList<>())
                            .add(o));
        }
        return parDate.values().stream().flatMap(List::stream).toList();
    }

    private static boolean lit(Agent agent, RegleDAlerte regle, String antenne) {
        boolean partout = (agent.a(Role.MANAGER) && regle.lecteurs().contains(Role.MANAGER))
                || (agent.a(Role.RESPONSABLE_DISPOSITIFS) && regle.lecteurs().contains(Role.RESPONSABLE_DISPOSITIFS));
        return partout
                || (agent.a(Role.RESPONSABLE_ANTENNE)
                        && regle.lecteurs().contains(Role.RESPONSABLE_ANTENNE)
                        && antenne.equals(agent.antenne()));
    }
}
