package fr.jalon.usager;

import fr.jalon.commun.Textes;
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

    /** Same, for a known person. */
    public List<Proche> de(PersonneVue p) {
        return de(fiche(p)).stream()
                .filter(proche -> !proche.personne().id().equals(p.id()))
                .toList();
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

    private static boolean memesNoms(FichePersonne fiche, MembreFoyerVue m) {
        Noms noms = Noms.de(fiche);
        String nom = Textes.recherche(m.nom());
        return (nom.equals(Textes.recherche(noms.usage())) || nom.equals(Textes.recherche(noms.naissance())))
                && Textes.recherche(m.prenoms()).equals(Textes.recherche(fiche.prenoms()));
    }

    private List<PersonneVue> memeContact(FichePersonne fiche) {
        Set<String> cles = ClesDeRecherche.contacts(fiche.telephone(), fiche.autresTelephones(), fiche.courriel());
        String adresse = Textes.recherche(fiche.adresse());
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
                .filter(p -> adresse.equals(Textes.recherche(p.adresseTapee())))
                .toList();
    }

    private static FichePersonne fiche(PersonneVue p) {
        return new FichePersonne(
                p.civilite(),
                p.nom(),
                p.prenoms(),
                p.dateNaissance(),
                p.adresseTapee(),
                p.quartier(),
                p.telephone(),
                p.courriel(),
                p.langue(),
                null,
                p.nomNaissance(),
                null,
                p.autresTelephones(),
                p.pays(),
                p.domiciliation(),
                null);
    }
}
