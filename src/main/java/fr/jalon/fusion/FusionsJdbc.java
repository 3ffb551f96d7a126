package fr.jalon.fusion;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Portee;
import fr.jalon.commun.Textes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** The merges as the database holds them. */
@Component
class FusionsJdbc {

    private static final TypeReference<Map<String, Cote>> CHOIX = new TypeReference<>() {};

    private static final int LISTE_MAX = 200;
    private static final int HISTOIRE_MAX = 1000;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    FusionsJdbc(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another merge of one of the cards waits */
    void demander(UUID id, ApercuFusion apercu, String choix, Agent auteur, Instant quand) {
        jdbc.sql("insert into fusion (id, gardee_id, absorbee_id, absorbee_nom, etat, choix, demandee_le, demandee_par)"
                        + " values (:id, :gardee, :absorbee, :nom, 'DEMANDEE', :choix, :quand, :qui)")
                .param("id", id)
                .param("gardee", apercu.gardee().id())
                .param("absorbee", apercu.absorbee().id())
                .param("nom", apercu.absorbee().nom())
                .param("choix", choix)
                .param("quand", Timestamp.from(quand))
                .param("qui", auteur.identifiant())
                .update();
        for (UUID fiche : List.of(apercu.gardee().id(), apercu.absorbee().id()).stream()
                .sorted()
                .toList()) {
            jdbc.sql("insert into fusion_en_attente (fiche_id, fusion_id) values (:fiche, :fusion)")
                    .param("fiche", fiche)
                    .param("fusion", id)
                    .update();
        }
        for (String antenne : apercu.antennes()) {
            jdbc.sql("insert into fusion_accord (fusion_id, antenne) values (:fusion, :antenne)")
                    .param("fusion", id)
                    .param("antenne", antenne)
                    .update();
        }
    }

    void accorder(UUID id, String antenne, Agent auteur, Instant quand) {
        jdbc.sql("update fusion_accord set donne_le = :quand, donne_par = :qui"
                        + " where fusion_id = :id and antenne = :antenne and donne_le is null")
                .param("quand", Timestamp.from(quand))
                .param("qui", auteur.identifiant())
                .param("id", id)
                .param("antenne", antenne)
                .update();
    }

    void faire(UUID id, String avant, int versionApres, LocalDate jusqu, Agent auteur, Instant quand) {
        jdbc.sql("update fusion set etat = 'FAITE', faite_le = :quand, faite_par = :qui, version_apres = :version,"
                        + " defaisable_jusqu = :jusqu, avant = :avant, version = version + 1 where id = :id")
                .param("quand", Timestamp.from(quand))
                .param("qui", auteur.identifiant())
                .param("version", versionApres)
                .param("jusqu", jusqu)
                .param("avant", avant)
                .param("id", id)
                .update();
        nePlusAttendre(id);
    }

    /** The first answer wins: a second one changes nothing. */
    boolean clore(FusionVue vue, EtatFusion etat, String motif, Agent auteur, Instant quand) {
        int faites = jdbc.sql("update fusion set etat = :etat, close_le = :quand, close_par = :qui, motif = :motif,"
                        + " version = version + 1 where id = :id and etat = :avant")
                .param("etat", etat.name())
                .param("quand", Timestamp.from(quand))
                .param("qui", auteur.identifiant())
                .param("motif", motif)
                .param("id", vue.id())
                .param("avant", vue.etat().name())
                .update();
        nePlusAttendre(vue.id());
        return faites == 1;
    }

    private void nePlusAttendre(UUID id) {
        jdbc.sql("delete from fusion_en_attente where fusion_id = :id")
                .param("id", id)
                .update();
    }

    void rediriger(FusionVue vue) {
        jdbc.sql(
                        "insert into personne_fusionnee (absorbee_id, gardee_id, fusion_id) values (:absorbee, :gardee, :fusion)")
                .param("absorbee", vue.absorbeeId())
                .param("gardee", vue.gardeeId())
                .param("fusion", vue.id())
                .update();
    }

    void oublierLaRedirection(UUID id) {
        jdbc.sql("delete from personne_fusionnee where fusion_id = :id")
                .param("id", id)
                .update();
    }

    void noterAuChangement(UUID fiche, String champ, String avant, String apres, Agent auteur, Instant quand) {
        jdbc.sql("insert into personne_changement (id, personne_id, quand, auteur, champ, avant, apres)"
                        + " values (:id, :fiche, :quand, :qui, :champ, :avant, :apres)")
                .param("id", UUID.randomUUID())
                .param("fiche", fiche)
                .param("quand", Timestamp.from(quand))
                .param("qui", auteur.identifiant())
                .param("champ", champ)
                .param("avant", coupe(avant))
                .param("apres", coupe(apres))
                .update();
    }

    /** Two long names together are longer than a line of the history. */
    private static String coupe(String texte) {
        return texte == null ? null : Textes.couper(texte, HISTOIRE_MAX);
    }

    /** The two cards as they were; empty once they are forgotten. */
    Optional<String> avant(UUID id) {
        return jdbc.sql("select avant from fusion where id = :id and avant is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    int versionApres(UUID id) {
        return jdbc.sql("select version_apres from fusion where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    FusionVue parId(UUID id) {
        return siExiste(id).orElseThrow();
    }

    Optional<FusionVue> siExiste(UUID id) {
        return jdbc.sql("select * from fusion where id = :id")
                .param("id", id)
                .query((r, n) -> vue(r))
                .optional();
    }

    /** Those that concern an antenne of the account: what waits first, then the newest. */
    List<FusionVue> de(Portee portee) {
        return jdbc.sql("select * from fusion f where exists (select 1 from fusion_accord a where a.fusion_id = f.id"
                        + " and (:toutes or a.antenne in (:codes)))"
                        + " order by f.etat = 'DEMANDEE' desc, coalesce(f.faite_le, f.demandee_le) desc limit "
                        + LISTE_MAX)
                .param("toutes", portee.toutes())
                .param("codes", FichesJdbc.codes(portee))
                .query((r, n) -> vue(r))
                .list();
    }

    /** An antenne asks to undo; it says so once. */
    void demanderLeRetour(UUID id, String antenne, String motif, Agent auteur, Instant quand) {
        jdbc.sql("insert ignore into fusion_retour (fusion_id, antenne, demande_le, demande_par, motif)"
                        + " values (:id, :antenne, :quand, :qui, :motif)")
                .param("id", id)
                .param("antenne", antenne)
                .param("quand", Timestamp.from(quand))
                .param("qui", auteur.identifiant())
                .param("motif", motif)
                .update();
    }

    /** A card is again as an earlier merge left it: that one rests on its new version. */
    void suivreLaVersion(UUID fiche, int ancienne, int nouvelle) {
        jdbc.sql("update fusion set version_apres = :nouvelle, version = version + 1"
                        + " where gardee_id = :fiche and etat = 'FAITE' and version_apres = :ancienne")
                .param("nouvelle", nouvelle)
                .param("fiche", fiche)
                .param("ancienne", ancienne)
                .update();
    }

    /** Whether another card was merged into the same one since. */
    boolean suivieDUneAutre(FusionVue vue) {
        return jdbc.sql("select count(*) from fusion where gardee_id = :gardee and etat = 'FAITE' and id <> :id"
                                + " and version_apres > (select version_apres from fusion where id = :id)")
                        .param("gardee", vue.gardeeId())
                        .param("id", vue.id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The cards as they were are forgotten once nothing can be undone any more. */
    int oublier(LocalDate jour) {
        jdbc.sql("delete r from fusion_rangee r join fusion f on f.id = r.fusion_id where f.defaisable_jusqu < :jour")
                .param("jour", jour)
                .update();
        return jdbc.sql("update fusion set avant = null where avant is not null"
                        + " and (defaisable_jusqu < :jour or etat <> 'FAITE')")
                .param("jour", jour)
                .update();
    }

    private FusionVue vue(ResultSet r) throws SQLException {
        UUID id = r.getObject("id", UUID.class);
        List<String> antennes = new ArrayList<>();
        List<String> enAttente = new ArrayList<>();
        jdbc.sql("select antenne, donne_le from fusion_accord where fusion_id = :id order by antenne")
                .param("id", id)
                .query((a, n) -> {
                    antennes.add(a.getString("antenne"));
                    if (a.getTimestamp("donne_le") == null) {
                        enAttente.add(a.getString("antenne"));
                    }
                    return n;
                })
                .list();
        List<String> retour = new ArrayList<>();
        List<String> motifs = new ArrayList<>();
        jdbc.sql("select antenne, motif from fusion_retour where fusion_id = :id order by demande_le, antenne")
                .param("id", id)
                .query((a, n) -> {
                    retour.add(a.getString("antenne"));
                    return motifs.add(a.getString("motif"));
                })
                .list();
        return new FusionVue(
                id,
                r.getObject("gardee_id", UUID.class),
                r.getObject("absorbee_id", UUID.class),
                r.getString("absorbee_nom"),
                EtatFusion.valueOf(r.getString("etat")),
                choix(r.getString("choix")),
                antennes,
                enAttente,
                instant(r, "demandee_le"),
                r.getString("demandee_par"),
                instant(r, "faite_le"),
                r.getString("faite_par"),
                r.getObject("defaisable_jusqu", LocalDate.class),
                r.getString("motif"),
                retour,
                motifs.isEmpty() ? null : motifs.get(motifs.size() - 1));
    }

    private Map<String, Cote> choix(String texte) {
        try {
            return json.readValue(texte, CHOIX);
        } catch (JacksonException e) {
            throw new IllegalStateException("choix illisibles", e);
        }
    }

    private static Instant instant(ResultSet r, String colonne) throws SQLException {
        Timestamp t = r.getTimestamp(colonne);
        return t == null ? null : t.toInstant();
    }
}
