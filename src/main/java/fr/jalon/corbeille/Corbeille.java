package fr.jalon.corbeille;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Portee;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the queues. Each (antenne, group) pair is a range of the index, so a page costs the same whatever the size of the
 * stock; see docs/performances.md.
 */
@Service
@Transactional(readOnly = true)
public class Corbeille {

    private final JdbcTemplate jdbc;
    private final ComptesCorbeille comptes;
    private final Antennes antennes;
    private final Horloge horloge;

    Corbeille(JdbcTemplate jdbc, ComptesCorbeille comptes, Antennes antennes, Horloge horloge) {
        this.jdbc = jdbc;
        this.comptes = comptes;
        this.antennes = antennes;
        this.horloge = horloge;
    }

    /** A page of a tab, within what the reader may see. */
    public Page<LigneCorbeille> lister(FiltreCorbeille filtre, int page, int taille, Agent lecteur) {
        Page.verifier(page, taille);
        RequeteCorbeille requete = requete(filtre, lecteur);
        if (requete.vide()) {
            return new Page<>(List.of(), page, taille, 0);
        }
        List<LigneCorbeille> lignes = lire(requete, page, taille);
        long total = lignes.size() < taille && page == 0 ? lignes.size() : compter(requete);
        return new Page<>(lignes, page, taille, total);
    }

    /** The rows of a page alone, without their total. */
    public List<LigneCorbeille> page(FiltreCorbeille filtre, int page, int taille, Agent lecteur) {
        Page.verifier(page, taille);
        RequeteCorbeille requete = requete(filtre, lecteur);
        return requete.vide() ? List.of() : lire(requete, page, taille);
    }

    /** How many rows each tab holds with the same filter. */
    public Map<Onglet, Long> compteurs(FiltreCorbeille filtre, Agent lecteur) {
        Map<Onglet, Long> compteurs = new EnumMap<>(Onglet.class);
        for (Onglet onglet : Onglet.values()) {
            compteurs.put(onglet, nombre(filtre.avecOnglet(onglet), lecteur));
        }
        return compteurs;
    }

    /** What is late or urgent among the work to take and one's own, for the home page. */
    public record Alertes(long enRetard, long urgents, long aMoi) {}

    public Alertes alertes(Agent lecteur) {
        FiltreCorbeille retard = new FiltreCorbeille(Onglet.A_PRENDRE, null, null, List.of(), true, false, null, null);
        FiltreCorbeille urgent = new FiltreCorbeille(Onglet.A_PRENDRE, null, null, List.of(), false, true, null, null);
        return new Alertes(
                nombre(retard, lecteur) + nombre(retard.avecOnglet(Onglet.A_MOI), lecteur),
                nombre(urgent, lecteur) + nombre(urgent.avecOnglet(Onglet.A_MOI), lecteur),
                nombre(FiltreCorbeille.de(Onglet.A_MOI), lecteur));
    }

    /** How many rows a tab holds with a filter. */
    public long nombre(FiltreCorbeille filtre, Agent lecteur) {
        RequeteCorbeille requete = requete(filtre, lecteur);
        return requete.vide() ? 0 : compter(requete);
    }

    /** Where a task stands in a filtered tab, with its neighbours, to go from one dossier to the next. */
    public record Position(int rang, long total, String precedente, String suivante) {}

    public Optional<Position> position(String tacheId, FiltreCorbeille filtre, Agent lecteur) {
        Page<LigneCorbeille> page = lister(filtre, 0, Page.TAILLE_MAX, lecteur);
        for (int i = 0; i < page.elements().size(); i++) {
            if (page.elements().get(i).tacheId().equals(tacheId)) {
                return Optional.of(new Position(
                        i + 1,
                        page.total(),
                        i == 0 ? null : page.elements().get(i - 1).tacheId(),
                        i + 1 < page.elements().size()
                                ? page.elements().get(i + 1).tacheId()
                                : null));
            }
        }
        return Optional.empty();
    }

    /** The open rows of a dossier already checked. */
    public List<LigneCorbeille> duDossier(java.util.UUID dossierId) {
        return jdbc.query(
                "select " + LigneSql.COLONNES
                        + " from corbeille_tache where dossier_id = ? and onglet in ('P', 'M', 'T')"
                        + " order by rang, limite, tache_id",
                LigneSql::lire,
                dossierId);
    }

    /** One row, open or finished, within the antennes of the reader. */
    public Optional<LigneCorbeille> ligne(String tacheId, Agent lecteur) {
        return jdbc
                .query(
                        "select " + LigneSql.COLONNES + " from corbeille_tache where tache_id = ?",
                        LigneSql::lire,
                        tacheId)
                .stream()
                .filter(l -> lecteur.portee().couvre(l.antenne()))
                .findFirst();
    }

    /** Element ids of the steps already done in a dossier already checked. */
    public Set<String> etapesFaites(java.util.UUID dossierId) {
        return Set.copyOf(jdbc.queryForList(
                "select distinct etape from corbeille_tache where dossier_id = ? and onglet = 'F'",
                String.class,
                dossierId));
    }

    private List<LigneCorbeille> lire(RequeteCorbeille requete, int page, int taille) {
        return jdbc.query(
                requete.page(page, taille), LigneSql::lire, requete.parametres().toArray());
    }

    private long compter(RequeteCorbeille requete) {
        if (requete.sansFiltre()) {
            return comptes.parOnglet(requete.antennes(), requete.groupes()).getOrDefault(requete.onglet(), 0L);
        }
        Long total = jdbc.queryForObject(
                requete.compte(), Long.class, requete.parametres().toArray());
        return total == null ? 0 : total;
    }

    private RequeteCorbeille requete(FiltreCorbeille filtre, Agent lecteur) {
        return new RequeteCorbeille(
                filtre,
                antennesVues(filtre, lecteur.portee()),
                groupesVus(lecteur),
                lecteur.identifiant(),
                horloge.aujourdhui(),
                Page.recherche(filtre.q()));
    }

    private List<String> antennesVues(FiltreCorbeille filtre, Portee portee) {
        List<String> codes = portee.toutes()
                ? antennes.toutes().stream().map(Antenne::code).toList()
                : new ArrayList<>(portee.codes());
        return filtre.antenne() == null
                ? codes
                : codes.stream().filter(filtre.antenne()::equals).toList();
    }

    /** A responsable d'antenne also sees the work of its instructeurs and référents. */
    static Set<String> groupesVus(Agent lecteur) {
        Set<String> groupes = new LinkedHashSet<>();
        Arrays.stream(Role.values()).filter(lecteur::a).map(Role::name).forEach(groupes::add);
        if (lecteur.a(Role.RESPONSABLE_ANTENNE)) {
            groupes.add(Role.INSTRUCTEUR.name());
            groupes.add(Role.ALI.name());
        }
        groupes.remove(Role.ACCUEIL.name());
        return groupes;
    }
}
