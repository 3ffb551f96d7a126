package fr.jalon.corbeille;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Portee;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Interdit;
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

    /** Who does the tasks of an antenne: one's colleagues, whatever one's own role. */
    static final List<String> GROUPES_DES_ANTENNES =
            List.of(Role.INSTRUCTEUR.name(), Role.ALI.name(), Role.RESPONSABLE_ANTENNE.name());

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
        List<LigneCorbeille> lignes = page(filtre, page, taille, lecteur);
        long total = lignes.size() < taille && page == 0 ? lignes.size() : nombre(filtre, lecteur);
        return new Page<>(lignes, page, taille, total);
    }

    /** The rows of a page alone, without their total. */
    public List<LigneCorbeille> page(FiltreCorbeille filtre, int page, int taille, Agent lecteur) {
        Page.verifier(page, taille);
        RequeteCorbeille requete = requete(filtre, lecteur);
        if (requete.vide()) {
            return List.of();
        }
        RequeteCorbeille.Ordonnee ordonnee = requete.page(page, taille);
        return jdbc.query(ordonnee.sql(), LigneSql::lire, ordonnee.valeurs().toArray());
    }

    /** The tasks of a filtered tab in their order, at most so many: what an act on the whole list is done on. */
    List<LigneCorbeille> toutes(FiltreCorbeille filtre, int auPlus, Agent lecteur) {
        RequeteCorbeille requete = requete(filtre, lecteur);
        if (requete.vide()) {
            return List.of();
        }
        RequeteCorbeille.Ordonnee ordonnee = requete.page(0, auPlus);
        return jdbc.query(ordonnee.sql(), LigneSql::lire, ordonnee.valeurs().toArray());
    }

    /**
     * How many rows each tab holds with the same filter, exact. What is finished only grows: with a filter it is counted in its own tab
     * alone, and has no entry elsewhere.
     */
    public Map<Onglet, Long> compteurs(FiltreCorbeille filtre, Agent lecteur) {
        Map<Onglet, Long> compteurs = new EnumMap<>(Onglet.class);
        RequeteCorbeille requete = requete(filtre.avecOnglet(Onglet.CHEZ_COLLEGUES), lecteur);
        if (requete.sansFiltre() && !requete.vide()) {
            return comptes.sansFiltre(requete.vision(), groupesVus(lecteur));
        }
        for (Onglet onglet : Onglet.values()) {
            if (onglet != Onglet.TERMINEES || filtre.onglet() == onglet || requete.vide()) {
                compteurs.put(onglet, nombre(filtre.avecOnglet(onglet), lecteur));
            }
        }
        return compteurs;
    }

    /** What is late or urgent among the work to take and one's own, for the home page. */
    public record Alertes(long enRetard, long urgents, long aMoi) {}

    public Alertes alertes(Agent lecteur) {
        FiltreCorbeille tout = FiltreCorbeille.de(Onglet.A_PRENDRE);
        FiltreCorbeille retard = tout.avec(CriteresCorbeille.echeance(EtatEcheance.RETARD));
        FiltreCorbeille urgent = tout.avec(CriteresCorbeille.signe(Signe.URGENT));
        return new Alertes(
                nombre(retard, lecteur) + nombre(retard.avecOnglet(Onglet.A_MOI), lecteur),
                nombre(urgent, lecteur) + nombre(urgent.avecOnglet(Onglet.A_MOI), lecteur),
                nombre(FiltreCorbeille.de(Onglet.A_MOI), lecteur));
    }

    /** How many rows a tab holds with a filter. */
    public long nombre(FiltreCorbeille filtre, Agent lecteur) {
        RequeteCorbeille requete = requete(filtre, lecteur);
        if (requete.vide()) {
            return 0;
        }
        if (requete.sansFiltre() && filtre.onglet() != Onglet.A_MOI) {
            return comptes.sansFiltre(requete.vision(), groupesVus(lecteur)).getOrDefault(filtre.onglet(), 0L);
        }
        RequeteCorbeille.Ordonnee compte = requete.compte();
        Long total =
                jdbc.queryForObject(compte.sql(), Long.class, compte.valeurs().toArray());
        return total == null ? 0 : total;
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

    private RequeteCorbeille requete(FiltreCorbeille filtre, Agent lecteur) {
        CriteresCorbeille criteres = filtre.criteres();
        if (!criteres.detenteurs().isEmpty() && !voitLesCharges(lecteur)) {
            throw new Interdit("Seuls les responsables voient le travail agent par agent.");
        }
        List<String> antennes = antennesVues(criteres, lecteur.portee());
        Set<String> groupes = groupesVus(lecteur);
        if (filtre.onglet() == Onglet.CHEZ_COLLEGUES) {
            groupes.addAll(GROUPES_DES_ANTENNES);
        }
        return new RequeteCorbeille(
                filtre,
                new RequeteCorbeille.Vision(antennes, List.copyOf(groupes), lecteur.identifiant()),
                new ConditionsCorbeille(
                        criteres,
                        horloge.aujourdhui(),
                        Page.recherche(filtre.q()),
                        criteres.antennes().isEmpty() ? List.of() : antennes));
    }

    /** Who may see how many tasks each agent holds; the others see who holds a task, one by one. */
    public static boolean voitLesCharges(Agent lecteur) {
        return lecteur.aUnDe(Role.RESPONSABLE_ANTENNE, Role.RESPONSABLE_DISPOSITIFS);
    }

    private List<String> antennesVues(CriteresCorbeille criteres, Portee portee) {
        List<String> codes = portee.toutes()
                ? antennes.toutes().stream().map(Antenne::code).toList()
                : new ArrayList<>(portee.codes());
        return criteres.antennes().isEmpty()
                ? codes
                : codes.stream().filter(criteres.antennes()::contains).toList();
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
