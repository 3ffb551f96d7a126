package fr.jalon.fusion;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antennes;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Langues;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.fusion.ApercuFusion.Champ;
import fr.jalon.fusion.ApercuFusion.Fiche;
import fr.jalon.fusion.ApercuFusion.Rattachement;
import fr.jalon.usager.CodesPostaux;
import fr.jalon.usager.Domiciliation;
import fr.jalon.usager.Naissance;
import fr.jalon.usager.Personnes;
import fr.jalon.usager.PersonnesReunies;
import fr.jalon.usager.SuiviDesPersonnes;
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
    private static final String PRECISION = "naissance_precision";
    private static final String NIR = "nir_fin";

    private final FichesJdbc fiches;
    private final Rattachements rattachements;
    private final PersonnesReunies reunies;
    private final Personnes personnes;
    private final SuiviDesPersonnes suivi;
    private final Antennes antennes;
    private final JdbcClient jdbc;

    ApercusDeFusion(
            FichesJdbc fiches,
            Rattachements rattachements,
            PersonnesReunies reunies,
            Personnes personnes,
            SuiviDesPersonnes suivi,
            Antennes antennes,
            JdbcClient jdbc) {
        this.fiches = fiches;
        this.rattachements = rattachements;
        this.reunies = reunies;
        this.personnes = personnes;
        this.suivi = suivi;
        this.antennes = antennes;
        this.jdbc = jdbc;
    }

    ApercuFusion de(UUID gardee, UUID absorbee, Agent lecteur) {
        return de(gardee, absorbee, null, lecteur);
    }

    /**
     * What a merge would do, as far as an account may see it: the identity and the contacts of a card are everybody's, the rest is for who
     * follows the person, and the facts of a dossier for its antenne.
     *
     * @param enCours the demand itself, which is not in its own way
     */
    ApercuFusion de(UUID gardee, UUID absorbee, UUID enCours, Agent lecteur) {
        if (gardee.equals(absorbee)) {
            throw new SaisieInvalide("autre", "C'est la même fiche : choisissez l'autre fiche de cette personne.");
        }
        Map<String, Object> g = exiger(gardee);
        Map<String, Object> a = exiger(absorbee);
        boolean suitGardee = suit(gardee, lecteur);
        boolean suitAbsorbee = suit(absorbee, lecteur);
        List<Rattachement> vus = new ArrayList<>();
        int caches = 0;
        for (Rattachements.Rattachement r : rattachements.tous()) {
            if (!r.un().isEmpty()) {
                int vusAbsorbee = fiches.nombreVu(r, absorbee, lecteur.portee(), suitAbsorbee);
                int vusGardee = fiches.nombreVu(r, gardee, lecteur.portee(), suitGardee);
                vus.add(new Rattachement(r.un(), r.plusieurs(), vusAbsorbee, vusGardee));
                caches += fiches.nombre(r, absorbee) + fiches.nombre(r, gardee) - vusAbsorbee - vusGardee;
            }
        }
        return new ApercuFusion(
                fiche(gardee, g),
                fiche(absorbee, a),
                rattachements.champs().stream()
                        .map(c -> new Champ(c.code(), c.libelle(), mots(c, g), mots(c, a), !c.differe(g, a)))
                        .toList(),
                vus,
                empechements(gardee, absorbee, enCours, g, a, lecteur, suitGardee && suitAbsorbee),
                antennes(gardee, absorbee),
                caches > 0);
    }

    boolean suit(UUID fiche, Agent lecteur) {
        return suivi.suit(personnes.parId(fiche), lecteur);
    }

    /** A field in words, null when the card says nothing of it. */
    String mots(Rattachements.ChampDeFiche champ, Map<String, Object> fiche) {
        String texte = champ.montrees().stream()
                .filter(c -> fiche.get(c) != null && !fiche.get(c).toString().isBlank())
                .map(c -> mot(c, fiche))
                .filter(mot -> !mot.isEmpty())
                .collect(Collectors.joining(" "));
        return texte.isEmpty() ? null : texte.replaceAll("\\s*\\n\\s*", ", ");
    }

    private String mot(String colonne, Map<String, Object> fiche) {
        String valeur = fiche.get(colonne).toString();
        return switch (colonne) {
            case DATE ->
                Naissance.connue(LocalDate.parse(valeur), fiche.get(PRECISION).toString())
                        .mots();
            // Said with the date itself
            case PRECISION -> "";
            case "pays" -> CodesPostaux.nom(valeur);
            case "domiciliation" -> "(" + Domiciliation.mots(valeur) + ")";
            case "antenne" -> "(antenne : " + antennes.parCode(valeur).nom() + ")";
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
            UUID gardee,
            UUID absorbee,
            UUID enCours,
            Map<String, Object> g,
            Map<String, Object> a,
            Agent lecteur,
            boolean suitLesDeux) {
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
        foyers(gardee, absorbee, suitLesDeux, raisons);
        jdbc.sql("select da.numero as un, da.antenne as antenne_un, dg.numero as deux, dg.antenne as antenne_deux"
                        + " from dossier_ouvert a join dossier_ouvert g"
                        + " on g.dispositif = a.dispositif join dossier da on da.id = a.dossier_id"
                        + " join dossier dg on dg.id = g.dossier_id"
                        + " where a.personne_id = :absorbee and g.personne_id = :gardee")
                .param("gardee", gardee)
                .param("absorbee", absorbee)
                .query((r, n) -> dossier(r.getString("un"), r.getString("antenne_un"), lecteur) + " et "
                        + dossier(r.getString("deux"), r.getString("antenne_deux"), lecteur))
                .list()
                .forEach(d -> raisons.add("Deux dossiers de même nature sont ouverts, " + d
                        + " : terminez celui qui fait double (page du dossier, « Signaler », désistement ou doublon), puis"
                        + " revenez."));
        textes(
                        "select a.debut from orientation a join orientation g"
                                + " on a.debut < g.fin and g.debut < a.fin"
                                + " where a.personne_id = :absorbee and g.personne_id = :gardee",
                        gardee,
                        absorbee)
                .forEach(d -> raisons.add("Deux orientations se recouvrent"
                        + (suitLesDeux
                                ? " (celle de l'autre fiche depuis le " + Horloge.enMots(LocalDate.parse(d)) + ")"
                                : "")
                        + " : terminez ou annulez celle qui n'a pas lieu d'être, depuis le dossier d'orientation."));
        textes(
                        "select o.nom from proposition_partenaire a join proposition_partenaire g"
                                + " on g.organisme = a.organisme and g.ouverte = 1 join organisme o on o.code = a.organisme"
                                + " where a.personne_id = :absorbee and g.personne_id = :gardee and a.ouverte = 1",
                        gardee,
                        absorbee)
                .forEach(d -> raisons.add("Deux orientations vers " + (suitLesDeux ? d : "un même partenaire")
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

    private static String dossier(String numero, String antenne, Agent lecteur) {
        return lecteur.portee().couvre(antenne) ? numero : "un dossier d'une autre antenne";
    }

    /** Two foyers that cannot be the one of a single person: a spouse on each card, or one of the two persons in the foyer of the other. */
    private void foyers(UUID gardee, UUID absorbee, boolean suitLesDeux, List<String> raisons) {
        boolean deuxConjoints = compter(
                        "select count(*) from foyer_membre a join foyer_membre g on g.personne_id = :gardee"
                                + " and g.lien = 'CONJOINT' and g.jusque is null"
                                + " and not (g.date_naissance = a.date_naissance and lower(g.prenoms) = lower(a.prenoms)"
                                + " and lower(g.nom) = lower(a.nom))"
                                + " where a.personne_id = :absorbee and a.lien = 'CONJOINT' and a.jusque is null",
                        gardee,
                        absorbee)
                > 0;
        boolean lUneChezLAutre = compter(
                        "select count(*) from foyer_membre m join personne p on p.id in (:gardee, :absorbee)"
                                + " and p.id <> m.personne_id and p.date_naissance = m.date_naissance"
                                + " and p.naissance_precision = m.naissance_precision"
                                + " and lower(p.prenoms) = lower(m.prenoms)"
                                + " and lower(m.nom) in (lower(p.nom), lower(coalesce(p.nom_naissance, p.nom)))"
                                + " where m.personne_id in (:gardee, :absorbee) and m.jusque is null"
                                + " and not exists (select 1 from personne q where q.id = m.personne_id"
                                + " and q.date_naissance = m.date_naissance and lower(q.prenoms) = lower(m.prenoms))",
                        gardee,
                        absorbee)
                > 0;
        if ((deuxConjoints || lUneChezLAutre) && !suitLesDeux) {
            raisons.add(
                    "Les foyers notés sur ces deux fiches se contredisent : voyez-le d'abord avec l'antenne qui suit"
                            + " l'autre fiche.");
            return;
        }
        if (lUneChezLAutre) {
            raisons.add(
                    "L'une de ces personnes est notée dans le foyer de l'autre : ce sont deux personnes. Si c'est une"
                            + " erreur, notez d'abord son départ du foyer.");
        }
        if (deuxConjoints) {
            raisons.add(
                    "Un conjoint est noté sur chaque fiche, et ce n'est pas le même : notez d'abord le départ de celui"
                            + " qui n'est pas là.");
        }
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
