package fr.jalon.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Portee;
import fr.jalon.commun.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of dossiers, always within the antennes of the reader. */
@Service
@Transactional(readOnly = true)
public class RechercheDossiers {

    private final JdbcTemplate jdbc;
    private final DossiersRepository dossiers;

    RechercheDossiers(JdbcTemplate jdbc, DossiersRepository dossiers) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
    }

    /** Newest first. */
    public Page<DossierVue> lister(FiltreDossiers filtre, int page, int taille, Agent lecteur) {
        Page.verifier(page, taille);
        Portee portee = lecteur.portee();
        if (portee.estVide()) {
            return new Page<>(List.of(), page, taille, 0);
        }
        List<Object> valeurs = new ArrayList<>();
        String ou = conditions(filtre, portee, valeurs);
        Long total = jdbc.queryForObject("select count(*) from dossier d" + ou, Long.class, valeurs.toArray());
        List<UUID> ids = jdbc.query(
                "select d.id from dossier d" + ou + " order by d.cree_le desc, d.id limit " + taille + " offset "
                        + (long) page * taille,
                (rs, rang) -> rs.getObject(1, UUID.class),
                valeurs.toArray());
        Map<UUID, DossierVue> vues =
                dossiers.findAllById(ids).stream().map(Dossier::vue).collect(Collectors.toMap(DossierVue::id, v -> v));
        return new Page<>(ids.stream().map(vues::get).toList(), page, taille, total == null ? 0 : total);
    }

    private static String conditions(FiltreDossiers filtre, Portee portee, List<Object> valeurs) {
        StringBuilder ou = new StringBuilder(" where 1 = 1");
        if (!portee.toutes()) {
            ou.append(" and d.antenne in (")
                    .append(String.join(", ", Collections.nCopies(portee.codes().size(), "?")))
                    .append(")");
            valeurs.addAll(portee.codes());
        }
        egal(ou, valeurs, "d.antenne", filtre.antenne());
        egal(ou, valeurs, "d.dispositif", filtre.dispositif());
        egal(ou, valeurs, "d.etat", filtre.etat() == null ? null : filtre.etat().name());
        String cherche = Page.recherche(filtre.q());
        if (!cherche.isEmpty()) {
            String nom = Arrays.stream(cherche.split(" "))
                    .map(mot -> "p.recherche like ?")
                    .collect(Collectors.joining(" and "));
            ou.append(" and (d.numero like ? or exists (select 1 from personne p where p.id = d.personne_id and ")
                    .append(nom)
                    .append("))");
            valeurs.add("%" + cherche.replace(' ', '-').toUpperCase(Locale.ROOT) + "%");
            Arrays.stream(cherche.split(" ")).map(mot -> "%" + mot + "%").forEach(valeurs::add);
        }
        return ou.toString();
    }

    private static void egal(StringBuilder ou, List<Object> valeurs, String colonne, String valeur) {
        if (valeur != null) {
            ou.append(" and ").append(colonne).append(" = ?");
            valeurs.add(valeur);
        }
    }
}
