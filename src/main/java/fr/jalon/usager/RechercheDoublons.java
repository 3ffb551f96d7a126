package fr.jalon.usager;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Chiffrement;
import fr.jalon.commun.Textes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Gathers who may be the person of a card, by what is indexed (number, births nearby, contacts), and lets {@link Rapprochement}
 * say how far each is alike.
 */
@Component
class RechercheDoublons {

    /** A contact that more persons share is that of a place or of a helper, and says nothing of a person. */
    static final int PARTAGE_MAX = 5;

    private static final int CANDIDATS = 200;
    private static final int MONTRES = 20;
    private static final int MOTS = 8;
    private static final int MOT_MIN = 3;

    private final PersonnesRepository personnes;
    private final Chiffrement chiffrement;
    private final JdbcTemplate jdbc;

    RechercheDoublons(PersonnesRepository personnes, Chiffrement chiffrement, JdbcTemplate jdbc) {
        this.personnes = personnes;
        this.chiffrement = chiffrement;
        this.jdbc = jdbc;
    }

    Optional<PersonneVue> certain(FichePersonne fiche) {
        return parNir(fiche).stream().findFirst();
    }

    List<Doublon> chercher(FichePersonne fiche, Agent lecteur) {
        List<PersonneVue> parNir = parNir(fiche);
        Set<UUID> memeNir = parNir.stream().map(PersonneVue::id).collect(Collectors.toSet());
        Set<String> contacts = ClesDeRecherche.contacts(fiche.telephone(), fiche.autresTelephones(), fiche.courriel());
        Set<String> partages = partages(contacts);
        contacts.removeAll(partages);
        contacts.removeIf(cle -> !ClesDeRecherche.champ(cle).ouvertA(lecteur));
        Set<UUID> candidats = new LinkedHashSet<>(parNaissance(fiche));
        candidats.addAll(parContact(contacts));
        candidats.removeAll(memeNir);
        return Stream.concat(
                        parNir.stream(),
                        personnes.findAllById(candidats).stream().map(Personne::vue))
                .map(vue -> doublon(fiche, vue, memeNir.contains(vue.id()), partages))
                .filter(d -> d.degre() != Ressemblance.AUTRE)
                .sorted(Comparator.comparing((Doublon d) -> !d.certain())
                        .thenComparing(Doublon::degre)
                        .thenComparing(d -> d.personne().nomEtPrenoms())
                        .thenComparing(d -> d.personne().id()))
                .limit(MONTRES)
                .toList();
    }

    private static Doublon doublon(FichePersonne fiche, PersonneVue vue, boolean memeNir, Set<String> partages) {
        Rapprochement.Verdict verdict = Rapprochement.comparer(fiche, vue, memeNir, partages);
        return new Doublon(vue, verdict.raison(), memeNir, verdict.degre());
    }

    private List<PersonneVue> parNir(FichePersonne fiche) {
        String nir = Textes.ouNull(fiche.nir());
        if (nir == null) {
            return List.of();
        }
        return personnes.parNir(chiffrement.empreinte(Nir.complet(nir))).stream()
                .map(Personne::vue)
                .toList();
    }

    /** Births that are the same, exchanged, a year apart or known in part, with a word of the name in common; homonyms of the year. */
    private List<UUID> parNaissance(FichePersonne fiche) {
        Noms noms = Noms.de(fiche);
        Naissance n = fiche.dateNaissance();
        if (noms.usage() == null || n == null) {
            return List.of();
        }
        List<Object> valeurs = new ArrayList<>();
        List<LocalDate> jours = jours(n);
        String ou = "(date_naissance in (" + points(jours.size()) + ")"
                + " or date_naissance between ? and ?"
                + " or (naissance_precision <> 'JOUR' and date_naissance between ? and ?))";
        valeurs.addAll(jours);
        valeurs.add(n.auPlusTot());
        valeurs.add(n.auPlusTard());
        LocalDate debut = LocalDate.of(n.annee(), 1, 1);
        valeurs.add(debut);
        valeurs.add(debut.plusYears(1).minusDays(1));
        String nom = Textes.couper(Textes.recherche(noms.usage()), 500);
        String phonetique = Phonetique.cle(noms.usage(), fiche.prenoms());
        List<String> mots = Stream.of(noms.usage(), noms.naissance(), fiche.prenoms())
                .flatMap(t -> ClesDeRecherche.decouper(Textes.recherche(t)).stream())
                .filter(m -> m.length() >= MOT_MIN)
                .distinct()
                .limit(MOTS)
                .toList();
        valeurs.add(nom);
        valeurs.add(phonetique);
        mots.forEach(m -> valeurs.add("% " + m + "%"));
        String semblable =
                "(nom_recherche = ? or phonetique = ?" + " or concat(' ', recherche) like ?".repeat(mots.size()) + ")";
        String colle = nom.replace(" ", "");
        valeurs.add(phonetique);
        valeurs.add(debut);
        valeurs.add(debut.plusYears(1).minusDays(1));
        String deLAnnee = " union select id from personne where phonetique = ? and date_naissance between ? and ?";
        String glues = colle.length() < MOT_MIN
                ? ""
                : " union select id from personne where date_naissance between ? and ? and concat(' ', recherche) like ?";
        // Many are born on a same day, a first of January above all: the nearest names come first
        String proches = " order by (p.nom_recherche = ?) + (p.phonetique = ?)"
                + " + (concat(' ', p.recherche) like ?)".repeat(mots.size()) + " desc, p.id";
        if (!glues.isEmpty()) {
            valeurs.add(n.auPlusTot());
            valeurs.add(n.auPlusTard());
            valeurs.add("% " + Textes.couper(colle, 80) + "%");
        }
        valeurs.add(nom);
        valeurs.add(phonetique);
        mots.forEach(m -> valeurs.add("% " + m + "%"));
        return jdbc.query(
                "select p.id from personne p join (select id from personne where " + ou + " and " + semblable + deLAnnee
                        + glues + ") c on c.id = p.id" + proches + " limit " + CANDIDATS,
                (rs, rang) -> rs.getObject(1, UUID.class),
                valeurs.toArray());
    }

    /** Those of the contacts that say nothing of a person. */
    private Set<String> partages(Set<String> cles) {
        return cles.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.queryForList(
                        "select cle from personne_cle where cle in (" + points(cles.size())
                                + ") group by cle having count(*) > " + PARTAGE_MAX,
                        String.class,
                        cles.toArray()));
    }

    private List<UUID> parContact(Set<String> cles) {
        if (cles.isEmpty()) {
            return List.of();
        }
        return jdbc.query(
                "select distinct personne_id from personne_cle where cle in (" + points(cles.size()) + ")",
                (rs, rang) -> rs.getObject(1, UUID.class),
                cles.toArray());
    }

    private static String points(int nombre) {
        return String.join(", ", Collections.nCopies(nombre, "?"));
    }

    private static List<LocalDate> jours(Naissance n) {
        List<LocalDate> jours = new ArrayList<>(List.of(n.auPlusTot()));
        n.inversee().ifPresent(inverse -> jours.add(inverse.auPlusTot()));
        if (n.complete()) {
            jours.add(n.auPlusTot().minusYears(1));
            jours.add(n.auPlusTot().plusYears(1));
        }
        return jours;
    }
}
