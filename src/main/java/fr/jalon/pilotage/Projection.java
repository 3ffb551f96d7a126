package fr.jalon.pilotage;

import fr.jalon.commun.Horloge;
import fr.jalon.dispositif.FaitsDates;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.TousLesDossiers;
import fr.jalon.pilotage.Chemin.Morceau;
import fr.jalon.temps.HorairesAntennes;
import fr.jalon.temps.Segment;
import fr.jalon.temps.Semaine;
import fr.jalon.temps.TempsDesDossiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes the figures of some dossiers again from their facts. Doing it twice changes nothing. */
@Component
class Projection {

    private final JdbcTemplate jdbc;
    private final TousLesDossiers dossiers;
    private final TempsDesDossiers temps;
    private final HorairesAntennes horaires;
    private final Definitions definitions;
    private final EcritureDesChemins chemins;

    Projection(
            JdbcTemplate jdbc,
            TousLesDossiers dossiers,
            TempsDesDossiers temps,
            HorairesAntennes horaires,
            Definitions definitions,
            EcritureDesChemins chemins) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.temps = temps;
        this.horaires = horaires;
        this.definitions = definitions;
        this.chemins = chemins;
    }

    /** A closed segment as it was measured. */
    private record Mesuree(
            int rang,
            String antenne,
            String etape,
            String porteur,
            boolean suspendu,
            Instant debut,
            Instant fin,
            double jours) {

        boolean mesure(Segment s) {
            return debut.equals(s.debut())
                    && fin.equals(s.fin())
                    && etape.equals(mot(s.etape()))
                    && porteur.equals(s.porteur().name())
                    && suspendu == s.suspendu();
        }
    }

    /** In the transaction of the caller. */
    void refaire(Collection<UUID> ids) {
        Map<UUID, List<Segment>> segments = temps.segments(ids);
        Map<UUID, Map<Integer, Mesuree>> connus = connus(ids);
        Map<String, Semaine> semaines = new HashMap<>();
        Map<UUID, Map<String, LocalDate>> faits = new HashMap<>();
        for (FaitsDates source : definitions.sources()) {
            source.parDossier(ids)
                    .forEach((id, dates) ->
                            faits.computeIfAbsent(id, i -> new HashMap<>()).putAll(dates));
        }
        for (DossierVue d : dossiers.parIds(ids)) {
            Semaine semaine = semaines.computeIfAbsent(d.antenne(), horaires::semaine);
            List<Segment> siens = segments.getOrDefault(d.id(), List.of());
            List<Morceau> mesures = mesurer(d, siens, connus.getOrDefault(d.id(), Map.of()), semaine);
            if (!siens.isEmpty()) {
                ecrire(d, siens.get(siens.size() - 1), mesures);
            }
            Map<String, LocalDate> dates = faits.getOrDefault(d.id(), new HashMap<>());
            dates.putAll(FaitsDuDossier.de(d));
            compter(d, dates);
        }
    }

    /** What was measured stays as it was, by the hours of its antenne then in force; only what is new is measured. */
    private List<Morceau> mesurer(DossierVue d, List<Segment> segments, Map<Integer, Mesuree> connus, Semaine semaine) {
        List<Object[]> nouveaux = new ArrayList<>();
        List<Morceau> mesures = new ArrayList<>();
        int rang = 0;
        for (Segment s : segments) {
            Mesuree connu = connus.get(rang);
            if (s.fin() == null) {
                break;
            }
            if (connu != null && connu.mesure(s)) {
                mesures.add(new Morceau(connu.etape(), s.porteur(), connu.jours()));
            } else {
                Semaine.TempsOuvre duree = semaine.entre(s.debut(), s.fin());
                mesures.add(new Morceau(mot(s.etape()), s.porteur(), duree.jours()));
                nouveaux.add(new Object[] {
                    d.id(),
                    rang,
                    d.dispositif(),
                    d.antenne(),
                    mot(s.etape()),
                    s.porteur().name(),
                    s.suspendu(),
                    Timestamp.from(s.debut()),
                    Timestamp.from(s.fin()),
                    jour(s.fin()),
                    duree.minutes(),
                    duree.jours()
                });
            }
            rang++;
        }
        jdbc.update("delete from pilotage_segment where dossier_id = ? and rang >= ?", d.id(), rang);
        if (!nouveaux.isEmpty()) {
            jdbc.batchUpdate(
                    "replace into pilotage_segment (dossier_id, rang, dispositif, antenne, etape, porteur, suspendu, debut,"
                            + " fin, fin_jour, minutes, jours) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    nouveaux);
        }
        return mesures;
    }

    private void ecrire(DossierVue d, Segment dernier, List<Morceau> mesures) {
        String variante = chemin(d, mesures);
        double jours = mesures.stream().mapToDouble(Morceau::jours).sum();
        jdbc.update(
                "replace into pilotage_dossier (dossier_id, numero, dispositif, antenne, ouvert_jour, clos_jour, issue,"
                        + " cible, limite, suspendu, etape, porteur, depuis, jours, variante)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                d.id(),
                d.numero(),
                d.dispositif(),
                d.antenne(),
                jour(d.creeLe()),
                d.closLe() == null ? null : jour(d.closLe()),
                d.issue() == null ? null : d.issue().name(),
                d.horloge().cible(),
                d.horloge().limite(),
                d.horloge().suspendue(),
                mot(dernier.etape()),
                dernier.porteur().name(),
                Timestamp.from(dernier.debut()),
                d.closLe() == null ? null : jours,
                variante);
    }

    private String chemin(DossierVue d, List<Morceau> mesures) {
        if (d.closLe() == null) {
            chemins.effacer(d.id());
            return null;
        }
        return chemins.ecrire(
                new EcritureDesChemins.Clos(d.id(), d.dispositif(), d.antenne(), jour(d.closLe())), Chemin.de(mesures));
    }

    private void compter(DossierVue d, Map<String, LocalDate> faits) {
        jdbc.update("delete from pilotage_mesure where dossier_id = ?", d.id());
        List<Object[]> mesures = new ArrayList<>();
        for (Definition definition : definitions.toutes()) {
            if (!definition.population().equals(d.dispositif())) {
                continue;
            }
            LocalDate echeance = definition.mesure().echeance(faits);
            if (echeance == null) {
                continue;
            }
            LocalDate fait = definition.mesure().fait(faits);
            mesures.add(new Object[] {
                definition.code(), d.id(), d.numero(), d.antenne(), echeance, fait, exclu(d, definition, echeance, fait)
            });
        }
        if (!mesures.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into pilotage_mesure (indicateur, dossier_id, numero, antenne, echeance, fait_le, exclu)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    mesures);
        }
    }

    /** A dossier that ended in time without what was measured was never late: it says nothing either way. */
    static final String CLOS_AVANT = "CLOS_AVANT";

    private static String exclu(DossierVue d, Definition definition, LocalDate echeance, LocalDate fait) {
        if (d.issue() != null && definition.exclusions().contains(d.issue().name())) {
            return d.issue().name();
        }
        boolean closAvant =
                fait == null && d.closLe() != null && !jour(d.closLe()).isAfter(echeance);
        return closAvant ? CLOS_AVANT : null;
    }

    private Map<UUID, Map<Integer, Mesuree>> connus(Collection<UUID> ids) {
        Map<UUID, Map<Integer, Mesuree>> connus = new HashMap<>();
        jdbc.query(
                "select dossier_id, rang, antenne, etape, porteur, suspendu, debut, fin, jours from pilotage_segment"
                        + " where dossier_id in (" + Sql.places(ids.size()) + ")",
                rs -> {
                    Mesuree m = lire(rs);
                    connus.computeIfAbsent(rs.getObject("dossier_id", UUID.class), id -> new HashMap<>())
                            .put(m.rang(), m);
                },
                ids.toArray());
        return connus;
    }

    private static Mesuree lire(ResultSet rs) throws SQLException {
        return new Mesuree(
                rs.getInt("rang"),
                rs.getString("antenne"),
                rs.getString("etape"),
                rs.getString("porteur"),
                rs.getBoolean("suspendu"),
                rs.getTimestamp("debut").toInstant(),
                rs.getTimestamp("fin").toInstant(),
                rs.getDouble("jours"));
    }

    private static String mot(String etape) {
        return etape == null ? "" : etape;
    }

    private static LocalDate jour(Instant instant) {
        return LocalDate.ofInstant(instant, Horloge.PARIS);
    }
}
