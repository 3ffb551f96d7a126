package fr.jalon.pilotage;

import fr.jalon.commun.Horloge;
import fr.jalon.commun.Reprise;
import fr.jalon.dossier.TousLesDossiers;
import fr.jalon.temps.HorairesAntennes;
import fr.jalon.temps.Segment;
import fr.jalon.temps.Semaine;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * Pours a past into the figures, once, before there is any dossier: durations, ways and the stock of each day. A closed life counts in
 * every figure of what ended; one that still runs counts in the stock of past days alone, so the stock of now is that of true dossiers.
 */
@Service
public class Archives {

    private static final int LOT = 500;

    private final JdbcTemplate jdbc;
    private final TousLesDossiers dossiers;
    private final HorairesAntennes horaires;
    private final EcritureDesChemins chemins;
    private final Ages ages;
    private final Reprise reprise;

    Archives(
            JdbcTemplate jdbc,
            TousLesDossiers dossiers,
            HorairesAntennes horaires,
            EcritureDesChemins chemins,
            Ages ages,
            Reprise reprise) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.horaires = horaires;
        this.chemins = chemins;
        this.ages = ages;
        this.reprise = reprise;
    }

    /** Whether a past may still be poured in: neither a dossier nor a figure is there. */
    public boolean vides() {
        return dossiers.apres(null, 1).isEmpty()
                && jdbc.queryForObject(
                                "select (select count(*) from pilotage_dossier) + (select count(*) from pilotage_stock)",
                                Long.class)
                        == 0;
    }

    /**
     * Writes the past up to the day before a day.
     *
     * @param libelles words of the steps by element id
     * @throws IllegalStateException when dossiers or figures are there already
     */
    public void verser(List<VieArchivee> vies, Map<String, String> libelles, LocalDate jour) {
        if (!vides()) {
            throw new IllegalStateException(
                    "Cette base a déjà des dossiers ou des chiffres : aucun passé n'y est versé.");
        }
        Map<String, Semaine> semaines = new HashMap<>();
        reprise.enTransaction(() -> jdbc.batchUpdate(
                "insert ignore into pilotage_etape (etape, libelle) values (?, ?)",
                libelles.entrySet().stream()
                        .map(e -> new Object[] {e.getKey(), e.getValue()})
                        .toList()));
        for (int de = 0; de < vies.size(); de += LOT) {
            List<VieArchivee> lot = vies.subList(de, Math.min(vies.size(), de + LOT));
            reprise.enTransaction(() -> lot.stream()
                    .filter(v -> v.clos() != null)
                    .forEach(v -> ecrire(v, semaines.computeIfAbsent(v.antenne(), horaires::semaine))));
        }
        List<Object[]> stock = stock(vies, jour);
        for (int de = 0; de < stock.size(); de += LOT) {
            List<Object[]> lot = stock.subList(de, Math.min(stock.size(), de + LOT));
            reprise.enTransaction(() -> jdbc.batchUpdate(
                    "insert into pilotage_stock (jour, dispositif, etape, porteur, antenne, age, nombre, en_retard, bientot,"
                            + " suspendus) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    lot));
        }
    }

    private void ecrire(VieArchivee v, Semaine semaine) {
        UUID id = UUID.nameUUIDFromBytes(v.numero().getBytes(StandardCharsets.UTF_8));
        List<Chemin.Morceau> morceaux = new ArrayList<>();
        List<Object[]> lignes = new ArrayList<>();
        for (Segment s : v.segments()) {
            Semaine.TempsOuvre duree = semaine.entre(s.debut(), s.fin());
            String etape = mot(s.etape());
            morceaux.add(new Chemin.Morceau(etape, s.porteur(), duree.jours()));
            lignes.add(new Object[] {
                id,
                lignes.size(),
                v.dispositif(),
                v.antenne(),
                etape,
                s.porteur().name(),
                s.suspendu(),
                Timestamp.from(s.debut()),
                Timestamp.from(s.fin()),
                jour(s.fin()),
                duree.minutes(),
                duree.jours()
            });
        }
        jdbc.batchUpdate(
                "insert into pilotage_segment (dossier_id, rang, dispositif, antenne, etape, porteur, suspendu, debut, fin,"
                        + " fin_jour, minutes, jours) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                lignes);
        String variante = chemins.ecrire(
                new EcritureDesChemins.Clos(id, v.dispositif(), v.antenne(), jour(v.clos())), Chemin.de(morceaux));
        Segment dernier = v.segments().get(v.segments().size() - 1);
        jdbc.update(
                "insert into pilotage_dossier (dossier_id, numero, dispositif, antenne, ouvert_jour, clos_jour, issue, cible,"
                        + " limite, suspendu, etape, porteur, depuis, jours, variante, archive)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, 1)",
                id,
                v.numero(),
                v.dispositif(),
                v.antenne(),
                jour(v.ouvert()),
                jour(v.clos()),
                v.issue(),
                v.dates().cible(),
                v.dates().limite(),
                mot(dernier.etape()),
                dernier.porteur().name(),
                Timestamp.from(dernier.debut()),
                morceaux.stream().mapToDouble(Chemin.Morceau::jours).sum(),
                variante);
    }

    /** Alike dossiers of the evening of a day. */
    private record Tas(LocalDate jour, String dispositif, String etape, String porteur, String antenne, String age) {}

    private List<Object[]> stock(List<VieArchivee> vies, LocalDate avant) {
        Map<Tas, int[]> comptes = new HashMap<>();
        for (VieArchivee v : vies) {
            for (Segment s : v.segments()) {
                LocalDate fin = s.fin() == null ? avant : jour(s.fin());
                for (LocalDate soir = jour(s.debut());
                        soir.isBefore(fin) && soir.isBefore(avant);
                        soir = soir.plusDays(1)) {
                    Tas tas = new Tas(
                            soir,
                            v.dispositif(),
                            mot(s.etape()),
                            s.porteur().name(),
                            v.antenne(),
                            ages.classe(jour(v.ouvert()), soir));
                    compter(
                            comptes.computeIfAbsent(tas, t -> new int[4]),
                            Situation.de(
                                    s.suspendu(), v.dates().cible(), v.dates().limite(), soir));
                }
            }
        }
        List<Object[]> lignes = new ArrayList<>();
        comptes.forEach((t, n) -> lignes.add(new Object[] {
            t.jour(), t.dispositif(), t.etape(), t.porteur(), t.antenne(), t.age(), n[0], n[1], n[2], n[3]
        }));
        return lignes;
    }

    private static void compter(int[] nombres, Situation situation) {
        nombres[0]++;
        switch (situation) {
            case RETARD -> nombres[1]++;
            case BIENTOT -> nombres[2]++;
            case SUSPENDU -> nombres[3]++;
            case A_L_HEURE -> {}
        }
    }

    private static String mot(String etape) {
        return etape == null ? "" : etape;
    }

    private static LocalDate jour(Instant instant) {
        return LocalDate.ofInstant(instant, Horloge.PARIS);
    }
}
