package fr.jalon.usager;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Page;
import fr.jalon.commun.Textes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Finds persons by whatever somebody types in one field: names in any order and any form, a birth, a telephone, an e-mail. Each kind
 * only for the roles that may search by it ({@link ChampCherche}): for the others it finds nobody.
 */
@Component
class RechercheDesPersonnes {

    private static final int MOT_MIN = 3;
    private static final int MOT_MAX = 80;
    private static final int CHIFFRES_MIN = 6;
    private static final Set<String> CIVILITES = Set.of("m", "mr", "monsieur", "mme", "madame", "mlle", "melle");
    private static final Pattern NEE = Pattern.compile("(?iu)^(?:née?|nee?)\\s+(?:(?:le|en)\\s+)?");
    /** A name, then a birth whose year has four figures. */
    private static final Pattern NOM_ET_NAISSANCE = Pattern.compile(
            "(?iu)(.*?\\p{L}.*?)[\\s,(]+((?:née?\\s+(?:le\\s+|en\\s+)?)?(?:\\d{1,2}[/. -]){0,2}\\d{4})\\)?");

    private static final String ORDRE = " order by nom_recherche, prenoms, id";

    private final PersonnesRepository personnes;
    private final JdbcTemplate jdbc;

    RechercheDesPersonnes(PersonnesRepository personnes, JdbcTemplate jdbc) {
        this.personnes = personnes;
        this.jdbc = jdbc;
    }

    /** A condition on the table {@code personne}, with its values; null finds nobody. */
    private record Condition(String sql, List<Object> valeurs) {}

    Page<PersonneVue> chercher(String texte, int page, int taille, Agent lecteur) {
        String mots = Page.recherche(texte);
        if (mots.isEmpty()) {
            return new Page<>(List.of(), page, taille, 0);
        }
        String net = texte.strip();
        if (net.contains("@")) {
            return lire(ChampCherche.COURRIEL.ouvertA(lecteur) ? parCourriel(net) : null, page, taille);
        }
        Optional<Naissance> naissance = naissance(net);
        if (naissance.isPresent()) {
            return lire(ChampCherche.NAISSANCE.ouvertA(lecteur) ? parNaissance(naissance.get()) : null, page, taille);
        }
        if (net.matches("[+0-9 .()\\u00a0\\u202f-]+")
                && net.replaceAll("[^0-9]", "").length() >= CHIFFRES_MIN) {
            return lire(ChampCherche.TELEPHONE.ouvertA(lecteur) ? parTelephone(net) : null, page, taille);
        }
        if (!ChampCherche.NOM.ouvertA(lecteur)) {
            return lire(null, page, taille);
        }
        Matcher deux = NOM_ET_NAISSANCE.matcher(net);
        Optional<Naissance> dite = deux.matches() ? naissance(deux.group(2)) : Optional.empty();
        return dite.isPresent() && ChampCherche.NAISSANCE.ouvertA(lecteur)
                ? parNom(Textes.recherche(deux.group(1)), dite.get(), page, taille)
                : parNom(mots, null, page, taille);
    }

    /** "14/03/1986", "14 03 1986", "née le 14 mars 1986". */
    private static Optional<Naissance> naissance(String texte) {
        String net = NEE.matcher(texte.strip()).replaceFirst("");
        return Naissance.lire(net.matches("\\d{1,2} \\d{1,2} \\d{4}") ? net.replace(' ', '/') : net);
    }

    private static Condition parCourriel(String courriel) {
        String cle = ClesDeRecherche.courriel(courriel).replaceAll("[%_\\\\]", "\\\\$0");
        return new Condition("id in (select personne_id from personne_cle where cle like ?)", List.of(cle + "%"));
    }

    private static Condition parTelephone(String numero) {
        return new Condition(
                "id in (select personne_id from personne_cle where cle like ?)",
                List.of(ClesDeRecherche.telephone(Telephones.remede(numero).orElse(numero)) + "%"));
    }

    /** Also those whose birth, known in part, may be that one. */
    private static Condition parNaissance(Naissance n) {
        LocalDate du = n.auPlusTot();
        LocalDate au = n.auPlusTard();
        return new Condition(
                "((naissance_precision = 'JOUR' and date_naissance between ? and ?)"
                        + " or (naissance_precision = 'MOIS' and date_naissance between ? and ?)"
                        + " or (naissance_precision = 'ANNEE' and date_naissance between ? and ?))",
                List.of(du, au, du.withDayOfMonth(1), au, du.withDayOfYear(1), au));
    }

    /** Under all the words; when nobody has them, without the "Mme" that somebody copied with the name. */
    private Page<PersonneVue> parNom(String mots, Naissance naissance, int page, int taille) {
        List<String> cherches = ClesDeRecherche.decouper(mots);
        Page<PersonneVue> trouvees = parMots(cherches, naissance, page, taille);
        return trouvees.total() == 0 && cherches.size() > 1 && CIVILITES.contains(cherches.get(0))
                ? parMots(cherches.subList(1, cherches.size()), naissance, page, taille)
                : trouvees;
    }

    private Page<PersonneVue> parMots(List<String> cherches, Naissance naissance, int page, int taille) {
        Page<PersonneVue> trouvees = lire(et(parIndex(cherches), naissance), page, taille);
        return trouvees.total() > 0 ? trouvees : lire(et(parDebutDeMot(cherches), naissance), page, taille);
    }

    private static Condition et(Condition nom, Naissance naissance) {
        if (nom == null || naissance == null) {
            return nom;
        }
        Condition ne = parNaissance(naissance);
        List<Object> valeurs = new ArrayList<>(nom.valeurs());
        valeurs.addAll(ne.valeurs());
        return new Condition("(" + nom.sql() + ") and " + ne.sql(), valeurs);
    }

    /** Each way to glue the words, in the index of the database; it keeps no word of less than three letters. */
    private static Condition parIndex(List<String> mots) {
        List<Object> valeurs = new ArrayList<>();
        for (List<String> groupes : ClesDeRecherche.recollages(mots)) {
            if (groupes.stream().allMatch(m -> m.length() >= MOT_MIN && m.length() <= MOT_MAX)) {
                valeurs.add(groupes.stream().map(m -> "+" + m + "*").collect(Collectors.joining(" ")));
            }
        }
        if (valeurs.isEmpty()) {
            return null;
        }
        return new Condition(
                "id in ("
                        + String.join(
                                " union ",
                                Collections.nCopies(
                                        valeurs.size(),
                                        "select id from personne where match (recherche) against (? in boolean mode)"))
                        + ")",
                valeurs);
    }

    private static Condition parDebutDeMot(List<String> mots) {
        return new Condition(
                mots.stream().map(m -> "concat(' ', recherche) like ?").collect(Collectors.joining(" and ")),
                mots.stream().<Object>map(m -> "% " + m + "%").toList());
    }

    private Page<PersonneVue> lire(Condition condition, int page, int taille) {
        if (condition == null) {
            return new Page<>(List.of(), page, taille, 0);
        }
        Object[] valeurs = condition.valeurs().toArray();
        Long total = jdbc.queryForObject("select count(*) from personne where " + condition.sql(), Long.class, valeurs);
        List<UUID> ids = jdbc.query(
                "select id from personne where " + condition.sql() + ORDRE + " limit " + taille + " offset "
                        + (long) page * taille,
                (rs, rang) -> rs.getObject(1, UUID.class),
                valeurs);
        Map<UUID, PersonneVue> vues = personnes.findAllById(ids).stream()
                .map(Personne::vue)
                .collect(Collectors.toMap(PersonneVue::id, Function.identity()));
        return new Page<>(ids.stream().map(vues::get).toList(), page, taille, total == null ? 0 : total);
    }
}
