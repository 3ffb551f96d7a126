package fr.jalon.pilotage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The closed segments as an event log for process mining: XES (IEEE 1849) and OCEL 2.0 in JSON. A dossier bears a pseudonym by a key
 * that lives as long as one export, so that two exports cannot be laid together; no agent and no person is in it.
 */
@Service
@Transactional(readOnly = true)
public class EvenementsPseudonymes {

    private static final int OCTETS_DE_CLE = 32;
    private static final int LETTRES = 20;
    private static final String ENTRE_DEUX = "Entre deux étapes";
    private static final String REQUETE =
            "select s.dossier_id, s.dispositif, s.antenne, coalesce(e.libelle, s.etape) etape, s.porteur, s.suspendu,"
                    + " s.debut, s.fin, s.minutes, s.jours, d.clos_jour is not null clos from pilotage_segment s"
                    + " left join pilotage_etape e on e.etape = s.etape"
                    + " left join pilotage_dossier d on d.dossier_id = s.dossier_id"
                    + " where (? is null or s.antenne = ?) order by s.dossier_id, s.rang";

    private final JdbcTemplate jdbc;

    EvenementsPseudonymes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A closed segment under its pseudonym. */
    record Evenement(
            String cas,
            String dispositif,
            String antenne,
            String etape,
            String porteur,
            boolean suspendu,
            Instant debut,
            Instant fin,
            Duree duree) {}

    /** Minutes of opening, working days with two decimals, and whether the whole dossier is over. */
    record Duree(long minutes, String jours, boolean clos) {}

    /** Takes what is written, and may fail as a stream does. */
    private interface Suite {
        void accept(Evenement evenement) throws IOException;
    }

    /** Writes XES; the writer stays open. */
    public void xes(Writer sortie, Lecteur lecteur) throws IOException {
        sortie.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<log xes.version=\"1849-2016\" xes.features=\"\" xmlns=\"http://www.xes-standard.org/\">\n"
                + extension("Concept", "concept")
                + extension("Time", "time")
                + extension("Organizational", "org")
                + extension("Lifecycle", "lifecycle"));
        String[] cas = {null};
        parcourir(lecteur, e -> {
            if (!e.cas().equals(cas[0])) {
                sortie.write((cas[0] == null ? "" : "</trace>\n") + "<trace>"
                        + attribut("string", "concept:name", e.cas())
                        + attribut("string", "dispositif", e.dispositif())
                        + attribut("string", "antenne", e.antenne())
                        + attribut("boolean", "clos", Boolean.toString(e.duree().clos())) + "\n");
                cas[0] = e.cas();
            }
            sortie.write(evenement(e, "start", e.debut()) + evenement(e, "complete", e.fin()));
        });
        sortie.write((cas[0] == null ? "" : "</trace>\n") + "</log>\n");
    }

    private static String extension(String nom, String prefixe) {
        return "<extension name=\"" + nom + "\" prefix=\"" + prefixe + "\" uri=\"http://www.xes-standard.org/" + prefixe
                + ".xesext\"/>\n";
    }

    private static String evenement(Evenement e, String transition, Instant quand) {
        return "<event>" + attribut("string", "concept:name", e.etape())
                + attribut("string", "lifecycle:transition", transition)
                + attribut("string", "org:role", e.porteur()) + attribut("date", "time:timestamp", quand.toString())
                + attribut("boolean", "suspendu", Boolean.toString(e.suspendu()))
                + attribut("int", "minutesOuvrees", Long.toString(e.duree().minutes()))
                + attribut("float", "joursOuvres", e.duree().jours()) + "</event>\n";
    }

    private static String attribut(String type, String cle, String valeur) {
        return "<" + type + " key=\"" + cle + "\" value=\""
                + valeur.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;") + "\"/>";
    }

    /** Writes OCEL 2.0: one object a dossier, one event a closed segment, at its end. */
    public void ocel(Writer sortie, Lecteur lecteur) throws IOException {
        sortie.write(
                "{\"objectTypes\":[{\"name\":\"dossier\",\"attributes\":[{\"name\":\"dispositif\",\"type\":\"string\"},"
                        + "{\"name\":\"antenne\",\"type\":\"string\"},{\"name\":\"clos\",\"type\":\"boolean\"}]}],"
                        + "\"eventTypes\":[");
        String[] avant = {""};
        jdbc.query(
                "select distinct coalesce(e.libelle, s.etape) from pilotage_segment s"
                        + " left join pilotage_etape e on e.etape = s.etape where (? is null or s.antenne = ?)",
                rs -> {
                    ecrire(
                            sortie,
                            avant[0] + "{\"name\":" + json(nom(rs.getString(1))) + ",\"attributes\":["
                                    + "{\"name\":\"debut\",\"type\":\"time\"},{\"name\":\"porteur\",\"type\":\"string\"},"
                                    + "{\"name\":\"suspendu\",\"type\":\"boolean\"},"
                                    + "{\"name\":\"minutesOuvrees\",\"type\":\"integer\"},"
                                    + "{\"name\":\"joursOuvres\",\"type\":\"float\"}]}");
                    avant[0] = ",";
                },
                lecteur.antenne(),
                lecteur.antenne());
        byte[] cle = cle();
        sortie.write("],\"objects\":[");
        avant[0] = "";
        String[] cas = {null};
        parcourir(cle, lecteur, e -> {
            if (!e.cas().equals(cas[0])) {
                sortie.write(avant[0] + "{\"id\":\"" + e.cas() + "\",\"type\":\"dossier\",\"attributes\":["
                        + valeur("dispositif", e, json(e.dispositif())) + "," + valeur("antenne", e, json(e.antenne()))
                        + "," + valeur("clos", e, Boolean.toString(e.duree().clos())) + "]}");
                cas[0] = e.cas();
                avant[0] = ",";
            }
        });
        sortie.write("],\"events\":[");
        avant[0] = "";
        long[] rang = {0};
        parcourir(cle, lecteur, e -> {
            sortie.write(avant[0] + "{\"id\":\"e" + ++rang[0] + "\",\"type\":" + json(e.etape()) + ",\"time\":\""
                    + e.fin()
                    + "\",\"attributes\":[{\"name\":\"debut\",\"value\":\"" + e.debut()
                    + "\"},{\"name\":\"porteur\",\"value\":\"" + e.porteur() + "\"},{\"name\":\"suspendu\",\"value\":"
                    + e.suspendu() + "},{\"name\":\"minutesOuvrees\",\"value\":"
                    + e.duree().minutes() + "},{\"name\":\"joursOuvres\",\"value\":"
                    + e.duree().jours()
                    + "}],\"relationships\":[{\"objectId\":\"" + e.cas() + "\",\"qualifier\":\"dossier\"}]}");
            avant[0] = ",";
        });
        sortie.write("]}\n");
    }

    private static String valeur(String nom, Evenement e, String json) {
        return "{\"name\":\"" + nom + "\",\"time\":\"" + e.debut() + "\",\"value\":" + json + "}";
    }

    private static String json(String texte) {
        return "\"" + texte.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private void parcourir(Lecteur lecteur, Suite suite) {
        parcourir(cle(), lecteur, suite);
    }

    private void parcourir(byte[] cle, Lecteur lecteur, Suite suite) {
        jdbc.query(
                REQUETE,
                rs -> {
                    Evenement e = new Evenement(
                            pseudonyme(cle, rs.getString("dossier_id")),
                            rs.getString("dispositif"),
                            rs.getString("antenne"),
                            nom(rs.getString("etape")),
                            rs.getString("porteur"),
                            rs.getBoolean("suspendu"),
                            rs.getTimestamp("debut").toInstant(),
                            rs.getTimestamp("fin").toInstant(),
                            new Duree(
                                    rs.getLong("minutes"),
                                    rs.getBigDecimal("jours").toPlainString(),
                                    rs.getBoolean("clos")));
                    try {
                        suite.accept(e);
                    } catch (IOException coupe) {
                        throw new UncheckedIOException(coupe);
                    }
                },
                lecteur.antenne(),
                lecteur.antenne());
    }

    private static void ecrire(Writer sortie, String texte) {
        try {
            sortie.write(texte);
        } catch (IOException coupe) {
            throw new UncheckedIOException(coupe);
        }
    }

    private static String nom(String etape) {
        return etape.isEmpty() ? ENTRE_DEUX : etape;
    }

    private static byte[] cle() {
        byte[] cle = new byte[OCTETS_DE_CLE];
        new SecureRandom().nextBytes(cle);
        return cle;
    }

    private static String pseudonyme(byte[] cle, String dossier) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(cle, "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal(dossier.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, LETTRES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
