package fr.jalon.usager;

import fr.jalon.commun.Reprise;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps the table {@code personne_cle} with the cards, and at start writes again what an older folding wrote. A node that does it
 * while another does writes the same values.
 */
@Component
class ClesDesPersonnes implements ApplicationRunner {

    private static final int LOT = 200;
    private static final Logger LOG = LoggerFactory.getLogger(ClesDesPersonnes.class);

    private final JdbcTemplate jdbc;
    private final Reprise reprise;

    ClesDesPersonnes(JdbcTemplate jdbc, Reprise reprise) {
        this.jdbc = jdbc;
        this.reprise = reprise;
    }

    private record Ancienne(
            UUID id,
            String nom,
            String nomNaissance,
            String prenoms,
            String telephone,
            String autresTelephones,
            String courriel) {}

    /** In the transaction that wrote the card. */
    void ecrire(PersonneVue personne) {
        ecrire(
                personne.id(),
                ClesDeRecherche.contacts(personne.telephone(), personne.autresTelephones(), personne.courriel()));
    }

    /** Writes again those of a card that was written otherwise than by {@link Personnes}. */
    void recrire(UUID id) {
        jdbc.query(
                        "select telephone, autres_telephones, courriel from personne where id = ?",
                        (rs, rang) -> ClesDeRecherche.contacts(rs.getString(1), rs.getString(2), rs.getString(3)),
                        id)
                .forEach(cles -> ecrire(id, cles));
    }

    private void ecrire(UUID id, Set<String> cles) {
        List<String> avant = jdbc.queryForList("select cle from personne_cle where personne_id = ?", String.class, id);
        avant.stream()
                .filter(cle -> !cles.contains(cle))
                .forEach(cle -> jdbc.update("delete from personne_cle where personne_id = ? and cle = ?", id, cle));
        cles.stream()
                .filter(cle -> !avant.contains(cle))
                .forEach(cle ->
                        jdbc.update("insert ignore into personne_cle (personne_id, cle) values (?, ?)", id, cle));
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int ecrites = 0;
        for (List<Ancienne> lot = lot(); !lot.isEmpty(); lot = lot()) {
            List<Ancienne> aEcrire = lot;
            reprise.enTransaction(() -> aEcrire.forEach(this::recrire));
            ecrites += lot.size();
        }
        if (ecrites > 0) {
            LOG.info("Recherche des personnes : {} fiches indexées à nouveau", ecrites);
        }
    }

    private List<Ancienne> lot() {
        return jdbc.query(
                "select id, nom, nom_naissance, prenoms, telephone, autres_telephones, courriel from personne"
                        + " where version_cles < " + ClesDeRecherche.VERSION + " limit " + LOT,
                (rs, rang) -> new Ancienne(
                        rs.getObject(1, UUID.class),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getString(6),
                        rs.getString(7)));
    }

    private void recrire(Ancienne p) {
        jdbc.update(
                "update personne set recherche = ?, nom_recherche = ?, phonetique = ?, version_cles = "
                        + ClesDeRecherche.VERSION + " where id = ?",
                ClesDeRecherche.mots(p.nom(), p.nomNaissance(), p.prenoms()),
                fr.jalon.commun.Textes.couper(fr.jalon.commun.Textes.recherche(p.nom()), 500),
                Phonetique.cle(p.nom(), p.prenoms()),
                p.id());
        ecrire(p.id(), ClesDeRecherche.contacts(p.telephone(), p.autresTelephones(), p.courriel()));
    }
}
