package fr.jalon.budget;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Takes what is not ordered of commitments out of their year: free again there, and committed anew in the next year with its credit
 * and its certified services for those that are carried over. One operation in each year for a whole lot, so that a year closes fast;
 * the rows of the commitments tell each one's part. In the transaction of the caller, the envelope being taken.
 */
@Component
class Reports {

    private final JdbcTemplate jdbc;
    private final GrandLivre livre;
    private final Enveloppes enveloppes;
    private final Numeros numeros;
    private final Horloge horloge;

    Reports(JdbcTemplate jdbc, GrandLivre livre, Enveloppes enveloppes, Numeros numeros, Horloge horloge) {
        this.jdbc = jdbc;
        this.livre = livre;
        this.enveloppes = enveloppes;
        this.numeros = numeros;
        this.horloge = horloge;
    }

    /** A commitment that leaves its year; what is certified is carried over even when the rest is given back. */
    record Sortant(String numero, boolean reporte) {}

    /** What a funder bears of a commitment and has not ordered. */
    private record Reste(String numero, String financeur, long engage, long liquide) {}

    /** @param cle unique in the ledger, for this lot */
    void sortir(EnveloppeVue de, String cle, List<Sortant> lot, String auteur) {
        Map<String, Boolean> choix = lot.stream().collect(Collectors.toMap(Sortant::numero, Sortant::reporte));
        List<Reste> restes = restes(choix.keySet());
        List<Reste> reportes = restes.stream()
                .map(r -> choix.get(r.numero()) ? r : new Reste(r.numero(), r.financeur(), r.liquide(), r.liquide()))
                .filter(r -> r.engage() > 0)
                .toList();
        liberer(de, cle, restes, auteur);
        if (!reportes.isEmpty()) {
            engagerDeNouveau(de, cle, reportes, auteur, choix);
        }
        solder(choix.keySet());
    }

    private List<Reste> restes(Collection<String> numeros) {
        return jdbc.query(
                "select numero, financeur, engage - mandate, liquide - mandate from budget_engagement_part"
                        + " where engage > mandate and numero in (" + places(numeros) + ")",
                (rs, n) -> new Reste(rs.getString(1), rs.getString(2), rs.getLong(3), rs.getLong(4)),
                numeros.toArray());
    }

    private void liberer(EnveloppeVue de, String cle, List<Reste> restes, String auteur) {
        List<Financeur> financeurs = de.financeurs();
        List<Ligne> lignes = new ArrayList<>(
                Mouvements.deplacer(financeurs, engages(financeurs, restes), Compte.ENGAGE, Compte.LIBRE));
        lignes.addAll(
                Mouvements.deplacer(financeurs, liquides(financeurs, restes), Compte.LIQUIDE, Compte.CONTREPARTIE));
        passer(
                de.id(),
                "cloture:" + cle,
                LocalDate.of(de.exercice(), 12, 31),
                "Clôture " + de.exercice(),
                auteur,
                lignes);
    }

    private void solder(Collection<String> numeros) {
        jdbc.update(
                "update budget_engagement_part set engage = mandate, liquide = mandate where numero in ("
                        + places(numeros) + ")",
                numeros.toArray());
        jdbc.update(
                "update budget_engagement e left join budget_engagement n on n.reporte_de = e.numero"
                        + " set e.etat = if(n.numero is null, 'SOLDE', 'REPORTE') where e.numero in (" + places(numeros)
                        + ")",
                numeros.toArray());
    }

    private void engagerDeNouveau(
            EnveloppeVue de, String cle, List<Reste> reportes, String auteur, Map<String, Boolean> choix) {
        EnveloppeVue vers = suivante(de);
        livre.prendre(vers.id());
        List<Financeur> financeurs = de.financeurs();
        List<Long> engages = engages(financeurs, reportes);
        List<Ligne> lignes =
                new ArrayList<>(Mouvements.deplacer(financeurs, engages, Compte.CONTREPARTIE, Compte.VOTE));
        lignes.addAll(Mouvements.deplacer(financeurs, engages, Compte.CONTREPARTIE, Compte.ENGAGE));
        lignes.addAll(
                Mouvements.deplacer(financeurs, liquides(financeurs, reportes), Compte.CONTREPARTIE, Compte.LIQUIDE));
        passer(
                vers.id(),
                "report:" + cle,
                LocalDate.of(vers.exercice(), 1, 1),
                "Report de " + de.exercice(),
                auteur,
                lignes);
        Set<String> anciens = reportes.stream().map(Reste::numero).collect(Collectors.toCollection(TreeSet::new));
        numeroter(vers, anciens);
        ecrire(anciens.stream().filter(choix::get).toList(), "p.engage");
        ecrire(anciens.stream().filter(a -> !choix.get(a)).toList(), "p.liquide");
        suivre(anciens);
    }

    private void passer(String id, String cle, LocalDate valeur, String source, String auteur, List<Ligne> lignes) {
        livre.passer(id, new Ordre(Nature.REPORT, cle, source, auteur, valeur, null), lignes);
    }

    /** The envelope of the next year; opened without credit when nobody did. */
    private EnveloppeVue suivante(EnveloppeVue de) {
        int exercice = de.exercice() + 1;
        String id = de.id().replaceFirst("-" + de.exercice() + "$", "") + "-" + exercice;
        enveloppes.ouvrir(id, de.libelle(), exercice, de.financeurs());
        EnveloppeVue vers = enveloppes.parId(id);
        List<String> recus = vers.financeurs().stream().map(Financeur::code).toList();
        if (de.financeurs().stream().anyMatch(f -> !recus.contains(f.code()))) {
            throw new Conflit("L'enveloppe " + id + " n'a pas les financeurs de " + de.id() + ".");
        }
        return vers;
    }

    /** A new number for each; what was carried over before, for the same one, keeps the number that it has. */
    private void numeroter(EnveloppeVue vers, Set<String> anciens) {
        Set<String> sans = new TreeSet<>(anciens);
        jdbc.queryForList(
                        "select reporte_de from budget_engagement where reporte_de in (" + places(anciens) + ")",
                        String.class,
                        anciens.toArray())
                .forEach(sans::remove);
        if (sans.isEmpty()) {
            return;
        }
        Numeros.Bloc bloc = numeros.reserver("E", vers.exercice(), sans.size());
        List<Object> valeurs = new ArrayList<>(
                List.of(bloc.prefixe(), bloc.premier() - 1, vers.id(), Timestamp.from(horloge.maintenant())));
        valeurs.addAll(sans);
        jdbc.update(
                "insert into budget_engagement (numero, reservation_id, enveloppe_id, source, a_qui, siret, iban_empreinte,"
                        + " decide_par, etat, reporte_de, cree_le) select concat(?, lpad(? + row_number() over (order by"
                        + " numero), 6, '0')), null, ?, source, a_qui, siret, iban_empreinte, decide_par, 'OUVERT', numero,"
                        + " ? from budget_engagement where numero in (" + places(sans) + ")",
                valeurs.toArray());
    }

    /** What each funder bears goes on, before it leaves the former commitment. */
    private void ecrire(List<String> anciens, String jusqua) {
        if (!anciens.isEmpty()) {
            jdbc.update(
                    "insert into budget_engagement_part (numero, financeur, engage, liquide) select n.numero, p.financeur, "
                            + jusqua + " - p.mandate, p.liquide - p.mandate from budget_engagement_part p join"
                            + " budget_engagement n on n.reporte_de = p.numero where p.numero in (" + places(anciens)
                            + ") and " + jusqua + " > p.mandate on duplicate key update"
                            + " engage = budget_engagement_part.engage + values(engage),"
                            + " liquide = budget_engagement_part.liquide + values(liquide)",
                    anciens.toArray());
        }
    }

    /** The certified services that wait for their order go with their commitment. */
    private void suivre(Set<String> anciens) {
        jdbc.update(
                "update budget_service s join budget_engagement n on n.reporte_de = s.engagement set s.engagement = n.numero"
                        + " where s.etat = 'CERTIFIE' and n.reporte_de in (" + places(anciens) + ")",
                anciens.toArray());
    }

    private static List<Long> engages(List<Financeur> financeurs, List<Reste> restes) {
        return sommes(
                financeurs,
                restes.stream()
                        .collect(Collectors.groupingBy(Reste::financeur, Collectors.summingLong(Reste::engage))));
    }

    private static List<Long> liquides(List<Financeur> financeurs, List<Reste> restes) {
        return sommes(
                financeurs,
                restes.stream()
                        .collect(Collectors.groupingBy(Reste::financeur, Collectors.summingLong(Reste::liquide))));
    }

    private static List<Long> sommes(List<Financeur> financeurs, Map<String, Long> parFinanceur) {
        return financeurs.stream()
                .map(f -> parFinanceur.getOrDefault(f.code(), 0L))
                .toList();
    }

    private static String places(Collection<String> numeros) {
        return String.join(", ", Collections.nCopies(numeros.size(), "?"));
    }
}
