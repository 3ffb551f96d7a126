package fr.jalon.prescription;

import fr.jalon.agent.Agent;
import fr.jalon.agent.LimiteDesEssais;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SecretDeLien;
import fr.jalon.dossier.Dossiers;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A link by which a partner without an account answers, once. Its secret has 256 bits and only its digest is kept; a new link
 * withdraws the former one.
 */
@Service
@Transactional
public class LiensDeReponse {

    /** Name that stands for an answer by link, where a log-in name would. */
    public static final String AUTEUR = "lien";

    private static final String USAGE = "lien";

    private final JdbcTemplate jdbc;
    private final PropositionsRepository propositions;
    private final Suivi suivi;
    private final EspacePartenaire espace;
    private final ReponsesPartenaire reponses;
    private final ParametresPartenaire parametres;
    private final LimiteDesEssais essais;
    private final Dossiers dossiers;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    LiensDeReponse(
            JdbcTemplate jdbc,
            PropositionsRepository propositions,
            Suivi suivi,
            EspacePartenaire espace,
            ReponsesPartenaire reponses,
            ParametresPartenaire parametres,
            LimiteDesEssais essais,
            Dossiers dossiers,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.jdbc = jdbc;
        this.propositions = propositions;
        this.suivi = suivi;
        this.espace = espace;
        this.reponses = reponses;
        this.parametres = parametres;
        this.essais = essais;
        this.dossiers = dossiers;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    private record Ligne(UUID id, Proposition proposition) {}

    /**
     * Makes the link of the proposal that waits for its answer.
     *
     * @throws Conflit when none waits
     */
    public LienCree creer(UUID dossierId, Agent auteur) {
        auteur.exiger(Role.ACCUEIL, Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE);
        Proposition p = suivi.derniere(dossierId);
        if (p.etat() != EtatProposition.PROPOSEE) {
            throw new Conflit("Aucun partenaire n'a de réponse à donner : un lien ne servirait à rien.");
        }
        Instant maintenant = horloge.maintenant();
        jdbc.update(
                "update lien_reponse set revoque_le = ? where proposition_id = ? and revoque_le is null"
                        + " and utilise_le is null",
                Timestamp.from(maintenant),
                p.getId());
        String jeton = SecretDeLien.nouveau();
        LocalDate fin = horloge.aujourdhui().plusDays(parametres.joursDUnLien());
        jdbc.update(
                "insert into lien_reponse (id, proposition_id, empreinte, cree_le, cree_par, expire_le)"
                        + " values (?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                p.getId(),
                SecretDeLien.empreinte(jeton),
                Timestamp.from(maintenant),
                auteur.identifiant(),
                Timestamp.from(Horloge.instantAParis(fin.plusDays(1).atStartOfDay())));
        dossiers.tracer(
                dossierId,
                "LIEN",
                "Lien de réponse créé (" + suivi.vue(p).organismeNom() + "), valable une fois, jusqu'au " + fin + ".",
                auteur);
        return new LienCree(jeton, fin);
    }

    /** Last day of the link of a dossier, when this secret is the one that is valid: to print it. */
    @Transactional(readOnly = true)
    public LocalDate finDuLien(UUID dossierId, String jeton) {
        Ligne ligne = chercher(jeton)
                .filter(l -> l.proposition().dossierId().equals(dossierId))
                .orElseThrow(LienInvalide::new);
        Timestamp fin =
                jdbc.queryForObject("select expire_le from lien_reponse where id = ?", Timestamp.class, ligne.id());
        return LocalDate.ofInstant(fin.toInstant(), Horloge.PARIS).minusDays(1);
    }

    /**
     * What the holder of a link may read. Nothing is used up.
     *
     * @param adresse network address of the caller, whose failures are counted like failed log-ins
     * @throws LienInvalide whatever is wrong with it
     */
    @Transactional(noRollbackFor = LienInvalide.class)
    public FichePartenaire ouvrir(String jeton, String adresse) {
        Proposition p = exiger(jeton, adresse).proposition();
        espace.lire(p, auteur(p));
        return espace.fiche(p);
    }

    /**
     * Answers and uses the link up, in one transaction: a refused answer leaves it valid.
     *
     * @throws LienInvalide whatever is wrong with it, used a moment ago too
     */
    @Transactional(noRollbackFor = LienInvalide.class)
    public void repondre(String jeton, Reponse reponse, String adresse) {
        Ligne ligne = exiger(jeton, adresse);
        Proposition p = ligne.proposition();
        int pris = jdbc.update(
                "update lien_reponse set utilise_le = ? where id = ? and utilise_le is null and revoque_le is null",
                Timestamp.from(horloge.maintenant()),
                ligne.id());
        if (pris == 0) {
            throw new LienInvalide();
        }
        Agent auteur = auteur(p);
        reponses.repondre(p.dossierId(), reponse, auteur);
        evenements.publishEvent(new PartenaireARepondu(p.dossierId(), reponse.acceptee(), auteur));
    }

    private Ligne exiger(String jeton, String adresse) {
        essais.exigerLibre(USAGE, adresse);
        Optional<Ligne> ligne = chercher(jeton);
        if (ligne.isEmpty()) {
            essais.noterEchec(USAGE, adresse);
            throw new LienInvalide();
        }
        return ligne.get();
    }

    private Optional<Ligne> chercher(String jeton) {
        List<UUID[]> trouves = jdbc.query(
                "select id, proposition_id from lien_reponse where empreinte = ? and utilise_le is null"
                        + " and revoque_le is null and expire_le > ?",
                (rs, rang) -> new UUID[] {rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)},
                SecretDeLien.empreinte(jeton),
                Timestamp.from(horloge.maintenant()));
        return trouves.stream()
                .findFirst()
                .flatMap(ids -> propositions.findById(ids[1]).map(p -> new Ligne(ids[0], p)))
                .filter(l -> l.proposition().etat() == EtatProposition.PROPOSEE)
                .filter(l -> espace.partageable(l.proposition()));
    }

    private Agent auteur(Proposition p) {
        return new Agent(
                null, AUTEUR, suivi.vue(p).organismeNom(), "", "Réponse par lien", null, p.organisme(), Set.of());
    }
}
