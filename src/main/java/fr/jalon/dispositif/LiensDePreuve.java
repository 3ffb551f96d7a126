package fr.jalon.dispositif;

import fr.jalon.agent.Agent;
import fr.jalon.agent.LimiteDesEssais;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.SecretDeLien;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A link by which the body that is paid brings the proof of a step, once and without an account. What it brings is proposed to who follows
 * the dossier, who alone certifies; the delay of the payment runs from its coming. A new link withdraws the former one.
 */
@Service
@Transactional
public class LiensDePreuve {

    private static final String USAGE = "lien";
    private static final String NATURE = "PREUVE";

    private final JdbcTemplate jdbc;
    private final ObjectProvider<PreuvesParLien> sources;
    private final Dossiers dossiers;
    private final LimiteDesEssais essais;
    private final Horloge horloge;

    LiensDePreuve(
            JdbcTemplate jdbc,
            ObjectProvider<PreuvesParLien> sources,
            Dossiers dossiers,
            LimiteDesEssais essais,
            Horloge horloge) {
        this.jdbc = jdbc;
        this.sources = sources;
        this.dossiers = dossiers;
        this.essais = essais;
        this.horloge = horloge;
    }

    /**
     * A link just made.
     *
     * @param jeton its secret, shown once and kept nowhere
     * @param expireLe last day
     */
    public record Cree(String jeton, String organisme, LocalDate expireLe) {}

    private record Ligne(UUID id, UUID dossierId) {}

    /** Whether a body has something to prove in this dossier. */
    @Transactional(readOnly = true)
    public boolean utile(DossierVue dossier) {
        return attendue(dossier).isPresent();
    }

    /**
     * Makes the link of a dossier that waits for a proof.
     *
     * @throws Conflit when it waits for none
     */
    public Cree creer(UUID dossierId, Agent auteur) {
        auteur.exiger(Role.ALI, Role.RESPONSABLE_ANTENNE);
        DossierVue dossier = dossiers.parId(dossierId);
        PreuvesParLien.Attendue attendue = attendue(dossier)
                .orElseThrow(() -> new Conflit("Aucune preuve n’est attendue : un lien ne servirait à rien."));
        Instant maintenant = horloge.maintenant();
        jdbc.update(
                "update lien_preuve set revoque_le = ? where dossier_id = ? and revoque_le is null and utilise_le is null",
                Timestamp.from(maintenant),
                dossierId);
        String jeton = SecretDeLien.nouveau();
        LocalDate fin =
                horloge.aujourdhui().plusDays(source(dossier).orElseThrow().joursDuLien());
        jdbc.update(
                "insert into lien_preuve (id, dossier_id, empreinte, cree_le, cree_par, expire_le) values (?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                dossierId,
                SecretDeLien.empreinte(jeton),
                Timestamp.from(maintenant),
                auteur.identifiant(),
                Timestamp.from(Horloge.instantAParis(fin.plusDays(1).atStartOfDay())));
        dossiers.tracer(
                dossierId,
                NATURE,
                "Lien créé pour que l'organisme apporte une preuve, valable une fois, jusqu'au " + Horloge.enMots(fin)
                        + ".",
                auteur);
        return new Cree(jeton, attendue.organisme(), fin);
    }

    /**
     * What the holder of a link may read. Nothing is used up.
     *
     * @param adresse network address of the caller, whose failures are counted like failed log-ins
     * @throws LienDePreuveInvalide whatever is wrong with it
     */
    @Transactional(noRollbackFor = LienDePreuveInvalide.class)
    public PreuvesParLien.Attendue ouvrir(String jeton, String adresse) {
        return attendue(exiger(jeton, adresse)).orElseThrow(LienDePreuveInvalide::new);
    }

    /**
     * Brings a proof and uses the link up, in one transaction: a refused proof leaves it valid.
     *
     * @throws LienDePreuveInvalide whatever is wrong with it, used a moment ago too
     * @throws SaisieInvalide on {@code etape}, {@code heures} or {@code preuve}
     */
    @Transactional(noRollbackFor = LienDePreuveInvalide.class)
    public void apporter(String jeton, PreuveApportee preuve, String adresse) {
        Ligne ligne = exiger(jeton, adresse);
        PreuvesParLien.Attendue attendue = attendue(ligne).orElseThrow(LienDePreuveInvalide::new);
        PreuvesParLien.Etape etape = attendue.etapes().stream()
                .filter(e -> e.code().equals(preuve.etape()))
                .findFirst()
                .orElseThrow(() -> new SaisieInvalide("etape", "Choisissez l’étape que vous prouvez."));
        verifierLesHeures(preuve, attendue);
        int pris = jdbc.update(
                "update lien_preuve set utilise_le = ?, etape = ?, heures = ?, preuve = ? where id = ?"
                        + " and utilise_le is null and revoque_le is null",
                Timestamp.from(horloge.maintenant()),
                etape.code(),
                attendue.heuresMax() == null ? null : preuve.heures(),
                preuve.preuve(),
                ligne.id());
        if (pris == 0) {
            throw new LienDePreuveInvalide();
        }
        dossiers.tracer(
                ligne.dossierId(),
                NATURE,
                "Preuve apportée par l'organisme : " + etape.libelle() + ". À vérifier avant de payer.",
                new Agent(null, USAGE, attendue.organisme(), "", "Preuve par lien", null, null, Set.of()));
    }

    private static void verifierLesHeures(PreuveApportee preuve, PreuvesParLien.Attendue attendue) {
        Integer max = attendue.heuresMax();
        if (max != null && (preuve.heures() == null || preuve.heures() < 0 || preuve.heures() > max)) {
            throw new SaisieInvalide("heures", "Donnez les heures suivies depuis le début, entre 0 et " + max + ".");
        }
    }

    /** The oldest proof that was brought and that nobody certified on yet. */
    @Transactional(readOnly = true)
    public Optional<PreuveApportee> enAttente(UUID dossierId) {
        return jdbc
                .query(
                        "select etape, heures, preuve from lien_preuve where dossier_id = ? and utilise_le is not null"
                                + " and retenu_le is null order by utilise_le limit 1",
                        (rs, n) -> new PreuveApportee(rs.getString(1), rs.getObject(2, Integer.class), rs.getString(3)),
                        dossierId)
                .stream()
                .findFirst();
    }

    /**
     * A step is certified: what was brought for it waits no more.
     *
     * @return when the first proof of it came, empty when none came by a link
     */
    public Optional<Instant> retenir(UUID dossierId, String etape) {
        Optional<Instant> venue = jdbc
                .query(
                        "select utilise_le from lien_preuve where dossier_id = ? and etape = ? and retenu_le is null"
                                + " order by utilise_le limit 1",
                        (rs, n) -> rs.getTimestamp(1).toInstant(),
                        dossierId,
                        etape)
                .stream()
                .findFirst();
        jdbc.update(
                "update lien_preuve set retenu_le = ? where dossier_id = ? and etape = ? and retenu_le is null",
                Timestamp.from(horloge.maintenant()),
                dossierId,
                etape);
        return venue;
    }

    private Ligne exiger(String jeton, String adresse) {
        essais.exigerLibre(USAGE, adresse);
        return jdbc
                .query(
                        "select id, dossier_id from lien_preuve where empreinte = ? and utilise_le is null"
                                + " and revoque_le is null and expire_le > ?",
                        (rs, n) -> new Ligne(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)),
                        SecretDeLien.empreinte(jeton),
                        Timestamp.from(horloge.maintenant()))
                .stream()
                .findFirst()
                .orElseThrow(() -> {
                    essais.noterEchec(USAGE, adresse);
                    return new LienDePreuveInvalide();
                });
    }

    private Optional<PreuvesParLien.Attendue> attendue(Ligne ligne) {
        return attendue(dossiers.parId(ligne.dossierId()));
    }

    private Optional<PreuvesParLien.Attendue> attendue(DossierVue dossier) {
        return dossier.clos() ? Optional.empty() : source(dossier).flatMap(s -> s.attendue(dossier.id()));
    }

    private Optional<PreuvesParLien> source(DossierVue dossier) {
        return sources.stream()
                .filter(s -> s.dispositif().equals(dossier.dispositif()))
                .findFirst();
    }
}
