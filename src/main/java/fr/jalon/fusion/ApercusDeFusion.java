package fr.jalon.fusion;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Langues;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.fusion.ApercuFusion.Champ;
import fr.jalon.fusion.ApercuFusion.Fiche;
import fr.jalon.fusion.ApercuFusion.Rattachement;
import fr.jalon.usager.PersonnesReunies;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What two cards hold, and what stands in the way of making them one. */
@Component
class ApercusDeFusion {

    private static final String DATE = "date_naissance";
    private static final String NIR = "nir_fin";
    private static final int LISTE_MAX = 20;

    private final FichesJdbc fiches;
    private final Rattachements rattachements;
    private final PersonnesReunies reunies;
    private final JdbcClient jdbc;

    ApercusDeFusion(FichesJdbc fiches, Rattachements rattachements, PersonnesReunies reunies, JdbcClient jdbc) {
        this.fiches = fiches;
        this.rattachements = rattachements;
        this.reunies = reunies;
        this.jdbc = jdbc;
    }

    ApercuFusion de(UUID gardee, UUID absorbee) {
        return de(gardee, absorbee, null);
    }

    /** @param enCours the demand itself, which is not in its own way */
    ApercuFusion de(UUID gardee, UUID absorbee, UUID enCours) {
        if (gardee.equals(absorbee)) {
            throw new SaisieInvalide("autre", "C'est la même fiche : choisissez l'autre fiche de cette personne.");
        }
        Map<String, Object> g = exiger(gardee);
        Map<String, Object> a = exiger(absorbee);
        return new ApercuFusion(
                fiche(gardee, g),
                fiche(absorbee, a),
                rattachements.champs().stream()
                        .map(c -> new Champ(c.code(), c.libelle(), mots(c, g), mots(c, a)))
                        .toList(),
                rattachements.tous().stream()
                        .filter(r -> !r.un().isEmpty())
                        .map(r -> new Rattachement(
                                r.un(), r.plusieurs(), fiches.nombre(r, absorbee), fiches.nombre(r, gardee)))
                        .toList(),
                empechements(gardee, absorbee, enCours, g, a),
                antennes(gardee, absorbee));
    }

    /** A field in words, null when the card says nothing of it. */
    String mots(Rattachements.ChampDeFiche champ, Map<String, Object> fiche) {
        String texte = champ.montrees().stream()
                .filter(c -> fiche.get(c) != null && !fiche.get(c).toString().isBlank())
                .map(c -> mot(c, fiche.get(c).toString()))
                .collect(Collectors.joining(" "));
        return texte.isEmpty() ? null : texte.replaceAll("\\s*\\n\\s*", ", ");
    }

    private static String mot(String colonne, String valeur) {
        return switch (colonne) {
            case DATE -> Horloge.enMots(LocalDate.parse(valeur));
            case NIR -> "finit par " + valeur;
            case "nom_naissance" -> "(nom de naissance : " + valeur + ")";
            case "quartier" -> "(" + valeur + ")";
            case "langue" -> Langues.nomSeul(valeur);
            case "civilite" -> civilite(valeur);
            default -> valeur;
        };
    }

    private static String civilite(String code) {
        return switch (code) {
            case "MME" -> "Mme";
            case "M" -> "M.";
            default -> "non précisée";
        };
    }

    /** Same name or sound, same birth date, or the words that were typed. */
    List<Fiche> ressemblantes(UUID id, String mots) {
        String sql = mots.isEmpty()
                ? "select a.id, a.prenoms, a.nom, a.version from personne a join personne b on b.id = :id where a.id <> b.id"
                        + " and (a.date_naissance = b.date_naissance and (a.phonetique = b.phonetique or a.nom_recherche = b.nom_recherche"
                        + " or a.prenoms = b.prenoms) or a.phonetique = b.phonetique and a.nom_recherche = b.nom_recherche)"
                        + " order by a.nom_recherche, a.prenoms limit " + LISTE_MAX
                : "select a.id, a.prenoms, a.nom, a.version from personne a where a.id <> :id and a.recherche like :mots"
                        + " order by a.nom_recherche, a.prenoms limit " + LISTE_MAX;
        var ordre = jdbc.sql(sql).param("id", id);
        if (!mots.isEmpty()) {
            ordre = ordre.param("mots", "%" + mots + "%");
        }
        return ordre.query((r, n) -> new Fiche(
                        r.getObject("id", UUID.class),
                        (r.getString("prenoms") + " " + r.getString("nom")).strip(),
                        r.getInt("version")))
                .list();
    }

    private Map<String, Object> exiger(UUID id) {
        return fiches.fiche(id)
                .orElseThrow(() -> reunies.gardee(id)
                        .flatMap(fiches::fiche)
                        .<RuntimeException>map(autre -> new Conflit(
                                "Cette fiche est déjà réunie à celle de " + nom(autre) + " : ouvrez celle-ci."))
                        .orElseGet(() -> new Introuvable("Cette personne n'existe pas.")));
    }

    private static Fiche fiche(UUID id, Map<String, Object> f) {
        return new Fiche(id, nom(f), ((Number) f.get("version")).intValue());
    }

    private static String nom(Map<String, Object> f) {
        return (f.get("prenoms") + " " + f.get("nom")).strip();
    }

    /** Those of both cards and of every dossier, ended or not: each of them is read by the other once the cards are one. */
    private List<String> antennes(UUID gardee, UUID absorbee) {
        return jdbc.sql("select antenne from dossier where personne_id in (:ids)"
                        + " union select antenne from personne where id in (:ids) order by 1")
                .param("ids", List.of(gardee, absorbee))
                .query(String.class)
                .list();
    }

    private List<String> empechements(
            UUID gardee, UUID absorbee, UUID enCours, Map<String, Object> g, Map<String, Object> a) {
        List<String> raisons = new ArrayList<>();
        if (g.get("decedee_le") != null
                || a.get("decedee_le") != null
                || compter(
                                "select count(*) from signalement_personne where personne_id in (:gardee, :absorbee)"
                                        + " and cle_ouverte = 'DECES'",
                                gardee,
                                absorbee)
                        > 0) {
            raisons.add(
                    "Un décès est noté ou signalé sur l'une des fiches : répondez-lui d'abord dans « Signalements »."
                            + " La fiche d'une personne décédée ne se réunit pas à une autre.");
        }
        if ((attente(gardee) != null && !Objects.equals(enCours, attente(gardee)))
                || (attente(absorbee) != null && !Objects.equals(enCours, attente(absorbee)))) {
            raisons.add(
                    "Une autre fusion de l'une de ces fiches attend : répondez-lui d'abord, dans « Fusions de fiches ».");
        }
        textes(
                        "select concat(da.numero, ' et ', dg.numero) from dossier_ouvert a join dossier_ouvert g"
                                + " on g.dispositif = a.dispositif join dossier da on da.id = a.dossier_id"
                                + " join dossier dg on dg.id = g.dossier_id"
                                + " where a.personne_id = :absorbee and g.personne_id = :gardee",
                        gardee,
                        absorbee)
                .forEach(d -> raisons.add("Deux dossiers de même nature sont ouverts, " + d
                        + " : terminez celui qui fait double (page du dossier, « Signaler », désistement ou doublon), puis"
                        + " revenez."));
        textes(
                        "select concat(a.debut, ' / ', g.debut) from orientation a join orientation g"
                                + " on a.debut < g.fin and g.debut < a.fin"
                                + " where a.personne_id = :absorbee and g.personne_id = :gardee",
                        gardee,
                        absorbee)
                .forEach(d -> raisons.add("Deux orientations se recouvrent (depuis le " + d
                        + ") : terminez ou annulez celle qui n'a pas lieu d'être, depuis le dossier d'orientation."));
        textes(
                        "select o.nom from proposition_partenaire a join proposition_partenaire g"
                                + " on g.organisme = a.organisme and g.ouverte = 1 join organisme o on o.code = a.organisme"
                                + " where a.personne_id = :absorbee and g.personne_id = :gardee and a.ouverte = 1",
                        gardee,
                        absorbee)
                .forEach(d -> raisons.add("Deux orientations vers " + d
                        + " sont en cours : terminez celle qui fait double, puis revenez."));
        if (compter(
                        "select count(*) from signalement_personne a join signalement_personne g"
                                + " on g.cle_ouverte = a.cle_ouverte and a.cle_ouverte <> 'DECES'"
                                + " where a.personne_id = :absorbee and g.personne_id = :gardee",
                        gardee,
                        absorbee)
                > 0) {
            raisons.add("Le même signalement attend sur les deux fiches : répondez-y d'abord dans « Signalements ».");
        }
        return raisons;
    }

    private UUID attente(UUID fiche) {
        return jdbc.sql("select fusion_id from fusion_en_attente where fiche_id = :id")
                .param("id", fiche)
                .query((r, n) -> r.getObject(1, UUID.class))
                .optional()
                .orElse(null);
    }

    private int compter(String sql, UUID gardee, UUID absorbee) {
        return jdbc.sql(sql)
                .param("gardee", gardee)
                .param("absorbee", absorbee)
                .query(Integer.class)
                .single();
    }

    private List<String> textes(String sql, UUID gardee, UUID absorbee) {
        return jdbc.sql(sql)
                .param("gardee", gardee)
                .param("absorbee", absorbee)
                .query(String.class)
                .list();
    }
}
