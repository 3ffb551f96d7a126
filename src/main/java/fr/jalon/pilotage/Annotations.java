package fr.jalon.pilotage;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Role;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.TexteSaisi;
import fr.jalon.commun.Textes;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the managers write beside the weekly figures, so that a slump is not read as a fault: "CAF fermée du 3 au 12". */
@Service
@Transactional
public class Annotations {

    private static final int TEXTE_MAX = 200;

    private final JdbcTemplate jdbc;
    private final Antennes antennes;
    private final Horloge horloge;

    Annotations(JdbcTemplate jdbc, Antennes antennes, Horloge horloge) {
        this.jdbc = jdbc;
        this.antennes = antennes;
        this.horloge = horloge;
    }

    /** Those of a period, of an antenne and of the whole house, null for all; in the order of their days. */
    @Transactional(readOnly = true)
    public List<Annotation> de(LocalDate du, LocalDate au, String antenne) {
        return toutes().stream().filter(a -> a.concerne(du, au, antenne)).toList();
    }

    /** Those that stand, in the order of their days. */
    @Transactional(readOnly = true)
    public List<Annotation> toutes() {
        return jdbc.query(
                "select id, du, au, antenne, texte, auteur from pilotage_annotation where retiree_le is null"
                        + " order by du desc, au desc, id",
                (rs, n) -> new Annotation(
                        rs.getObject(1, UUID.class),
                        rs.getObject(2, LocalDate.class),
                        rs.getObject(3, LocalDate.class),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getString(6)));
    }

    /**
     * Writes one.
     *
     * @param du day as {@code 2026-06-01}
     * @param antenne code, blank for all
     * @throws SaisieInvalide on {@code du}, {@code au}, {@code antenne} or {@code texte}
     */
    public UUID ajouter(String du, String au, String antenne, String texte, Agent auteur) {
        exiger(auteur);
        List<ErreurChamp> erreurs = new ArrayList<>();
        LocalDate premier = jour("du", du, erreurs);
        LocalDate dernier = jour("au", au, erreurs);
        if (premier != null && dernier != null && dernier.isBefore(premier)) {
            erreurs.add(new ErreurChamp("au", "Le dernier jour vient avant le premier : corrigez les dates."));
        } else if (premier != null && dernier != null && dernier.isAfter(premier.plusYears(1))) {
            erreurs.add(new ErreurChamp("au", "Écrivez un an au plus : au-delà, ce n'est plus un événement."));
        }
        String lieu = Textes.ouNull(antenne);
        if (lieu != null && antennes.toutes().stream().map(Antenne::code).noneMatch(lieu::equals)) {
            erreurs.add(new ErreurChamp("antenne", "Choisissez une antenne de la liste, ou toutes."));
        }
        String net = TexteSaisi.LIGNE.lire("texte", texte, TEXTE_MAX, (c, m) -> erreurs.add(new ErreurChamp(c, m)));
        if (net == null) {
            erreurs.add(new ErreurChamp("texte", "Dites ce qui s'est passé, par exemple « CAF fermée »."));
        }
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        UUID id = UUID.randomUUID();
        jdbc.update(
                "insert into pilotage_annotation (id, du, au, antenne, texte, auteur, cree_le) values (?, ?, ?, ?, ?, ?, ?)",
                id,
                premier,
                dernier,
                lieu,
                net,
                auteur.identifiant(),
                Timestamp.from(horloge.maintenant()));
        return id;
    }

    /** Takes one away; taking it away twice changes nothing. */
    public void retirer(UUID id, Agent auteur) {
        exiger(auteur);
        int connues = jdbc.update(
                "update pilotage_annotation set retiree_par = if(retiree_le is null, ?, retiree_par),"
                        + " retiree_le = coalesce(retiree_le, ?) where id = ?",
                auteur.identifiant(),
                Timestamp.from(horloge.maintenant()),
                id);
        connue(connues);
    }

    /** Puts one back that was taken away. */
    public void remettre(UUID id, Agent auteur) {
        exiger(auteur);
        connue(jdbc.update("update pilotage_annotation set retiree_le = null, retiree_par = null where id = ?", id));
    }

    private static void connue(int lignes) {
        if (lignes == 0) {
            throw new Introuvable("Cette annotation n'existe pas.");
        }
    }

    private static void exiger(Agent auteur) {
        auteur.exiger(Role.MANAGER, Role.RESPONSABLE_DISPOSITIFS);
    }

    private static LocalDate jour(String champ, String texte, List<ErreurChamp> erreurs) {
        try {
            LocalDate jour = LocalDate.parse(Textes.ouNull(texte) == null ? "" : texte.strip());
            if (jour.getYear() >= 2000 && jour.getYear() <= 2200) {
                return jour;
            }
        } catch (DateTimeParseException illisible) {
            erreurs.add(new ErreurChamp(champ, "Indiquez une date, par exemple 2026-06-01."));
            return null;
        }
        erreurs.add(new ErreurChamp(champ, "Indiquez une date entre 2000 et 2200."));
        return null;
    }
}
