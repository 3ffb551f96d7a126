package fr.jalon.mobilite;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Siret;
import fr.jalon.mobilite.AutoEcole.Engagements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The solidarity network of driving schools: its members and what they commit to. */
@Service
@Transactional
public class ReseauAutoEcoles {

    private static final String LIRE = "select * from auto_ecole_solidaire ";

    private final JdbcTemplate jdbc;

    ReseauAutoEcoles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them, by name, those that left last. */
    @Transactional(readOnly = true)
    public List<AutoEcole> toutes() {
        return jdbc.query(LIRE + "order by membre desc, nom", (rs, rang) -> lire(rs));
    }

    /** Members of today, by name. */
    @Transactional(readOnly = true)
    public List<AutoEcole> membres() {
        return toutes().stream().filter(AutoEcole::membre).toList();
    }

    /** @throws Introuvable when there is none */
    @Transactional(readOnly = true)
    public AutoEcole parId(UUID id) {
        return jdbc.query(LIRE + "where id = ?", (rs, rang) -> lire(rs), id).stream()
                .findFirst()
                .orElseThrow(() -> new Introuvable("Cette auto-école n'est pas dans le réseau."));
    }

    /**
     * Writes a new member, or what changed of one.
     *
     * @throws fr.jalon.commun.SaisieInvalide with each field that is missing or wrong
     * @throws Conflit when another one has this SIRET
     */
    public void enregistrer(AutoEcole ecole, Agent auteur) {
        auteur.exiger(Role.RESPONSABLE_DISPOSITIFS);
        ControleAutoEcole.verifier(ecole);
        try {
            if (changer(ecole) == 0) {
                ajouter(ecole);
            }
        } catch (DuplicateKeyException e) {
            throw new Conflit("Une auto-école du réseau a déjà le SIRET " + ecole.siret() + ".");
        }
    }

    private int changer(AutoEcole e) {
        return jdbc.update(
                "update auto_ecole_solidaire set nom = ?, siret = ?, commune = ?, prix_heure = ?, forfait = ?,"
                        + " heures_forfait = ?, heures_usuelles = ?, delai_paiement = ?, referent = ?, reussite = ?,"
                        + " places = ?, membre = ?, version = version + 1 where id = ?",
                valeurs(e));
    }

    private void ajouter(AutoEcole e) {
        jdbc.update(
                "insert into auto_ecole_solidaire (nom, siret, commune, prix_heure, forfait, heures_forfait,"
                        + " heures_usuelles, delai_paiement, referent, reussite, places, membre, id, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                valeurs(e));
    }

    private static Object[] valeurs(AutoEcole e) {
        Engagements prix = e.engagements();
        return new Object[] {
            e.nom(),
            e.siret().numero(),
            e.commune(),
            prix.prixHeure(),
            prix.forfait(),
            prix.heuresForfait(),
            prix.heuresUsuelles(),
            prix.delaiPaiement(),
            e.referent(),
            e.reussite(),
            e.places(),
            e.membre(),
            e.id()
        };
    }

    private static AutoEcole lire(ResultSet rs) throws SQLException {
        return new AutoEcole(
                rs.getObject("id", UUID.class),
                rs.getString("nom"),
                new Siret(rs.getString("siret")),
                rs.getString("commune"),
                new Engagements(
                        rs.getLong("prix_heure"),
                        rs.getLong("forfait"),
                        rs.getInt("heures_forfait"),
                        rs.getInt("heures_usuelles"),
                        rs.getInt("delai_paiement")),
                rs.getString("referent"),
                rs.getObject("reussite", Integer.class),
                rs.getObject("places", Integer.class),
                rs.getBoolean("membre"));
    }
}
