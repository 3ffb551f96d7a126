package fr.jalon.moteur;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Ouverture;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The paths that somebody may start beside a dossier. A process owner adds one with a model, forms and letters alone. */
@Service
@Transactional
public class ParcoursFacultatifs {

    private final ModelesDeParcours modeles;
    private final Dossiers dossiers;
    private final JdbcTemplate jdbc;
    private final Horloge horloge;

    ParcoursFacultatifs(ModelesDeParcours modeles, Dossiers dossiers, JdbcTemplate jdbc, Horloge horloge) {
        this.modeles = modeles;
        this.dossiers = dossiers;
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** Those that may be started from this dossier; none from one of their own. */
    @Transactional(readOnly = true)
    public List<ParcoursFacultatif> proposes(DossierVue dossier) {
        List<ParcoursFacultatif> tous = modeles.facultatifs();
        return dossier.clos() || tous.stream().anyMatch(p -> p.dispositif().equals(dossier.dispositif()))
                ? List.of()
                : tous;
    }

    /**
     * Starts a path for the person of a dossier.
     *
     * @throws Introuvable when no published model carries it
     * @throws fr.jalon.dossier.DossierDejaOuvert when the person already has it under way
     */
    public DossierVue demarrer(String numeroOrigine, String dispositif, Agent auteur) {
        auteur.exiger(Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE);
        DossierVue origine = dossiers.parNumero(numeroOrigine, auteur);
        ParcoursFacultatif parcours = proposes(origine).stream()
                .filter(p -> p.dispositif().equals(dispositif))
                .findFirst()
                .orElseThrow(() -> new Introuvable("Ce parcours n'existe pas."));
        DossierVue dossier = dossiers.ouvrir(
                new Ouverture(dispositif, origine.personneId(), Canal.RENDEZ_VOUS, horloge.aujourdhui(), auteur));
        jdbc.update("insert into dossier_lie (dossier_id, origine_id) values (?, ?)", dossier.id(), origine.id());
        dossiers.tracer(origine.id(), "PARCOURS", parcours.libelle() + " : dossier " + dossier.numero() + ".", auteur);
        dossiers.demarrer(dossier.id(), auteur);
        return dossiers.parId(dossier.id());
    }

    /** The dossiers that were started from this one, and the one from which it was started. */
    @Transactional(readOnly = true)
    public List<DossierVue> lies(UUID dossierId) {
        return jdbc
                .query(
                        "select origine_id from dossier_lie where dossier_id = ?"
                                + " union all select dossier_id from dossier_lie where origine_id = ?",
                        (rs, rang) -> rs.getObject(1, UUID.class),
                        dossierId,
                        dossierId)
                .stream()
                .map((UUID id) -> dossiers.parId(id))
                .toList();
    }

    /** Name of the path of a dispositif that has no Java, null for the others. */
    @Transactional(readOnly = true)
    public String libelle(String dispositif) {
        return modeles.facultatifs().stream()
                .filter(p -> p.dispositif().equals(dispositif))
                .map(ParcoursFacultatif::libelle)
                .findFirst()
                .orElse(null);
    }
}
