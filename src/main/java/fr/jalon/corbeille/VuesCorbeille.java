package fr.jalon.corbeille;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lists that an agent keeps under a name. One's own are seen by nobody else; a shared one is the antenne's, stays when its author
 * leaves, and may then be renamed or removed by the responsable. What it shows is computed anew with the rights of its reader.
 */
@Service
@Transactional
public class VuesCorbeille {

    private static final int NOM_MAX = 60;
    private static final int PARAMETRES_MAX = 2_000;
    private static final String COLONNES = "select id, auteur, antenne, nom, parametres, version from corbeille_vue";

    private final JdbcTemplate jdbc;
    private final Horloge horloge;
    private final int auPlus;

    VuesCorbeille(JdbcTemplate jdbc, Horloge horloge, @Value("${jalon.corbeille.vues-par-agent}") int auPlus) {
        this.jdbc = jdbc;
        this.horloge = horloge;
        this.auPlus = auPlus;
    }

    /** One's own, then those of one's antenne, by name. */
    @Transactional(readOnly = true)
    public List<VueCorbeille> de(Agent lecteur) {
        return jdbc.query(
                COLONNES + " where auteur = ? or antenne = ? order by auteur <> ?, nom, id",
                (rs, rang) -> lire(rs, lecteur),
                lecteur.identifiant(),
                lecteur.antenne(),
                lecteur.identifiant());
    }

    /**
     * One of them.
     *
     * @throws Introuvable when it does not exist for this reader
     */
    @Transactional(readOnly = true)
    public VueCorbeille une(UUID id, Agent lecteur) {
        return jdbc
                .query(
                        COLONNES + " where id = ? and (auteur = ? or antenne = ?)",
                        (rs, rang) -> lire(rs, lecteur),
                        id,
                        lecteur.identifiant(),
                        lecteur.antenne())
                .stream()
                .findFirst()
                .orElseThrow(() -> new Introuvable("Cette vue n'existe pas."));
    }

    /**
     * Keeps a list under a name.
     *
     * @param parametres query of its address
     * @param partagee whether the antenne of the author sees it
     * @throws SaisieInvalide on {@code nom} or {@code partagee}
     */
    public UUID creer(String nom, String parametres, boolean partagee, Agent auteur) {
        Integer siennes = jdbc.queryForObject(
                "select count(*) from corbeille_vue where auteur = ?", Integer.class, auteur.identifiant());
        if (siennes != null && siennes >= auPlus) {
            throw new SaisieInvalide("nom", "Vous avez déjà " + auPlus + " vues : retirez-en une.");
        }
        if (parametres.length() > PARAMETRES_MAX) {
            throw new SaisieInvalide("nom", "Cette liste a trop de filtres pour être gardée : choisissez-en moins.");
        }
        UUID id = UUID.randomUUID();
        String antenne = antenne(partagee, auteur);
        String propre = nom(nom);
        sansDoublon(
                propre,
                () -> jdbc.update(
                        "insert into corbeille_vue (id, auteur, antenne, nom, parametres, creee_le) values (?, ?, ?, ?, ?, ?)",
                        id,
                        auteur.identifiant(),
                        antenne,
                        propre,
                        parametres,
                        Timestamp.from(horloge.maintenant())));
        return id;
    }

    /**
     * Renames it, shares it or keeps it for oneself again; the view of another stays shared.
     *
     * @throws Conflit when somebody changed it meanwhile
     */
    public void modifier(UUID id, String nom, boolean partagee, int version, Agent auteur) {
        VueCorbeille vue = exiger(id, auteur);
        boolean sienne = vue.auteur().equals(auteur.identifiant());
        String antenne =
                sienne ? (partagee && vue.partagee() ? vue.antenne() : antenne(partagee, auteur)) : vue.antenne();
        String propre = nom(nom);
        sansDoublon(propre, () -> {
            int changees = jdbc.update(
                    "update corbeille_vue set nom = ?, antenne = ?, version = version + 1 where id = ? and version = ?",
                    propre,
                    antenne,
                    id,
                    version);
            if (changees == 0) {
                throw new Conflit("Cette vue vient d'être changée ailleurs. Relisez-la, puis recommencez.");
            }
        });
    }

    public void retirer(UUID id, Agent auteur) {
        exiger(id, auteur);
        jdbc.update("delete from corbeille_vue where id = ?", id);
    }

    private VueCorbeille exiger(UUID id, Agent auteur) {
        VueCorbeille vue = une(id, auteur);
        if (!vue.modifiable()) {
            throw new Conflit("Seuls son auteur et le responsable de l'antenne peuvent changer cette vue.");
        }
        return vue;
    }

    private static String antenne(boolean partagee, Agent auteur) {
        if (partagee && auteur.antenne() == null) {
            throw new SaisieInvalide("partagee", "Vous n'êtes d'aucune antenne : gardez cette vue pour vous.");
        }
        return partagee ? auteur.antenne() : null;
    }

    private static String nom(String nom) {
        String propre = Textes.ouNull(nom);
        if (propre == null) {
            throw new SaisieInvalide("nom", "Donnez un nom à cette vue.");
        }
        if (propre.length() > NOM_MAX) {
            throw new SaisieInvalide("nom", "Écrivez au plus " + NOM_MAX + " caractères.");
        }
        return propre;
    }

    private static void sansDoublon(String nom, Runnable ecriture) {
        try {
            ecriture.run();
        } catch (DuplicateKeyException e) {
            throw new SaisieInvalide("nom", "Il y a déjà une vue « " + nom + " » : choisissez un autre nom.");
        }
    }

    private static VueCorbeille lire(ResultSet rs, Agent lecteur) throws SQLException {
        String auteur = rs.getString("auteur");
        String antenne = rs.getString("antenne");
        boolean modifiable = auteur.equals(lecteur.identifiant())
                || (lecteur.a(Role.RESPONSABLE_ANTENNE) && antenne != null && antenne.equals(lecteur.antenne()));
        return new VueCorbeille(
                rs.getObject("id", UUID.class),
                auteur,
                antenne,
                rs.getString("nom"),
                rs.getString("parametres"),
                modifiable,
                rs.getInt("version"));
    }
}
