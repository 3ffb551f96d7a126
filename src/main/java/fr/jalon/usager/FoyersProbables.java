package fr.jalon.usager;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who seems to live in the same foyer as somebody: declared there as a spouse, or the same address with the same telephone, e-mail or
 * name. The RSA is one right for a foyer (CASF, art. L262-2): two claims are told, never refused on this alone.
 */
@Service
@Transactional(readOnly = true)
public class FoyersProbables {

    /** Persons born the same day, in a town: far fewer. */
    private static final int NES_LE_MAX = 500;

    private final PersonnesRepository personnes;
    private final MembresFoyerRepository membres;
    private final JdbcTemplate jdbc;

    FoyersProbables(PersonnesRepository personnes, MembresFoyerRepository membres, JdbcTemplate jdbc) {
        this.personnes = personnes;
        this.membres = membres;
        this.jdbc = jdbc;
    }

    /** Somebody, and what makes one think of the same foyer, in French. */
    public record Proche(PersonneVue personne, String raison) {}

    /** The others of the foyer, as far as it can be seen; never the person of the card. */
    public List<Proche> de(FichePersonne fiche) {
        Map<UUID, Proche> proches = new LinkedHashMap<>();
        conjoints(fiche).forEach(p -> proches.put(p.id(), new Proche(p, "conjoint déclaré")));
        for (PersonneVue p : memeContact(fiche)) {
            proches.putIfAbsent(p.id(), new Proche(p, "même adresse et même téléphone ou courriel"));
        }
        return proches.values().stream().filter(p -> autre(fiche, p.personne())).toList();
    }

    /** Same, for a known person: also the spouse that she declared, who may have said nothing herself. */
    public List<Proche> de(PersonneVue p) {
        return de(FichePersonne.de(p), p);
    }

    /** Same, for a known person of whom a card says something more. */
    public List<Proche> de(FichePersonne fiche, PersonneVue connue) {
        Map<UUID, Proche> proches = new LinkedHashMap<>();
        sesConjoints(connue).forEach(p -> proches.put(p.id(), new Proche(p, "conjoint déclaré")));
        de(fiche).forEach(p -> proches.putIfAbsent(p.personne().id(), p));
        proches.remove(connue.id());
        return List.copyOf(proches.values());
    }

    private List<PersonneVue> sesConjoints(PersonneVue p) {
        return membres.findByPersonneIdOrderByDateNaissance(p.id()).stream()
                .map(MembreFoyer::vue)
                .filter(m -> m.lien() == LienFoyer.CONJOINT && m.jusque() == null)
                .flatMap(m -> m.dateNaissance().date().stream()
                        .flatMap(jour -> nesLe(jour).stream())
                        .filter(q -> memesNoms(FichePersonne.de(q), m)))
                .toList();
    }

    private List<PersonneVue> nesLe(LocalDate jour) {
        List<UUID> ids = jdbc.query(
                "select id from personne where date_naissance = ? and naissance_precision = 'JOUR' limit " + NES_LE_MAX,
                (rs, rang) -> rs.getObject(1, UUID.class),
                jour);
        return personnes.findAllById(ids).stream().map(Personne::vue).toList();
    }

    private static boolean autre(FichePersonne fiche, PersonneVue p) {
        Ressemblance degre = Rapprochement.comparer(fiche, p, false).degre();
        return degre != Ressemblance.MEME && degre != Ressemblance.A_CHOISIR;
    }

    private List<PersonneVue> conjoints(FichePersonne fiche) {
        if (fiche.dateNaissance() == null || !fiche.dateNaissance().complete()) {
            return List.of();
        }
        return membres.conjoints(fiche.dateNaissance().auPlusTot()).stream()
                .filter(m -> memesNoms(fiche, m.vue()))
                .flatMap(m -> personnes.findById(m.personneId()).stream())
                .map(Personne::vue)
                .toList();
    }

    /** By either name, folded as everywhere: "Ben Kaddour" declared, "Benkaddour" on the card. */
    private static boolean memesNoms(FichePersonne fiche, MembreFoyerVue m) {
        Noms noms = Noms.de(fiche);
        String nom = NomsCompares.colle(m.nom());
        return (nom.equals(NomsCompares.colle(noms.usage())) || nom.equals(NomsCompares.colle(noms.naissance())))
                && NomsCompares.colle(m.prenoms()).equals(NomsCompares.colle(fiche.prenoms()));
    }

    private List<PersonneVue> memeContact(FichePersonne fiche) {
        Set<String> cles = ClesDeRecherche.contacts(fiche.telephone(), fiche.autresTelephones(), fiche.courriel());
        String adresse = SansAdresse.quiDit(fiche.adresse());
        if (cles.isEmpty() || adresse.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = jdbc.query(
                "select distinct personne_id from personne_cle where cle in ("
                        + String.join(", ", Collections.nCopies(cles.size(), "?")) + ") limit 50",
                (rs, rang) -> rs.getObject(1, UUID.class),
                cles.toArray());
        return personnes.findAllById(ids).stream()
                .map(Personne::vue)
                .filter(p -> SansAdresse.memeEndroit(adresse, SansAdresse.quiDit(p.adresseTapee())))
                .toList();
    }
}
