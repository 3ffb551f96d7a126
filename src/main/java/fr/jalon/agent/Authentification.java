package fr.jalon.agent;

import fr.jalon.commun.Horloge;
import fr.jalon.commun.Reprise;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Log-in by password or personal token, with a delay that grows with the failures, kept in the database for all nodes. */
@Service
@Transactional
public class Authentification {

    private static final String PREFIXE_JETON = "jalon_";
    private static final int LIBELLE_MAX = 80;
    private static final Duration DUREE = Duration.ofDays(90);
    private static final Duration DUREE_MAX = Duration.ofDays(366);

    private final ComptesRepository comptes;
    private final Tentatives tentatives;
    private final JetonsRepository jetons;
    private final PasswordEncoder chiffreur;
    private final Reprise reprise;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;
    private final String factice;

    Authentification(
            ComptesRepository comptes,
            Tentatives tentatives,
            JetonsRepository jetons,
            PasswordEncoder chiffreur,
            Reprise reprise,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.comptes = comptes;
        this.tentatives = tentatives;
        this.jetons = jetons;
        this.chiffreur = chiffreur;
        this.reprise = reprise;
        this.horloge = horloge;
        this.evenements = evenements;
        this.factice = chiffreur.encode(UUID.randomUUID().toString());
    }

    /** Why a log-in failed: wrong, or too early with the time left. */
    public sealed interface Resultat {
        record Reussi(AgentConnecte agent) implements Resultat {}

        record Refuse() implements Resultat {}

        record TropTot(Duration attente) implements Resultat {

            /** Whole seconds to wait, never too few: at least one. */
            public long secondes() {
                return Math.max(1, attente.plusMillis(999).toSeconds());
            }
        }
    }

    /**
     * Checks a password. A name that does not exist costs as long as a wrong password and reads the same. No transaction is
     * open while the password is checked, which is slow on purpose.
     *
     * @param adresse the caller's network address, which has its own delay
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Resultat connecter(String identifiant, String motDePasse, String adresse) {
        Optional<Compte> compte = comptes.findByIdentifiant(identifiant);
        Optional<Instant> libre = tentatives.libreLe(compte.map(Compte::id), identifiant, adresse);
        if (libre.isPresent()) {
            return new Resultat.TropTot(Duration.between(horloge.maintenant(), libre.get()));
        }
        boolean bon =
                chiffreur.matches(motDePasse, compte.map(Compte::motDePasse).orElse(factice))
                        && compte.filter(Compte::actif).isPresent();
        reprise.enTransaction(() -> {
            if (bon) {
                tentatives.noterReussite(compte.orElseThrow().id(), adresse);
            } else {
                tentatives.noterEchec(compte.map(Compte::id), identifiant, adresse);
            }
            evenements.publishEvent(new ConnexionTentee(identifiant, bon));
        });
        return bon ? new Resultat.Reussi(connecte(compte.orElseThrow())) : new Resultat.Refuse();
    }

    /** An account known by a token, and what the token may be used for. */
    public record ParJeton(AgentConnecte agent, PorteeJeton portee) {}

    /** Empty for a token that is unknown, revoked or past, or whose account is disabled: they read the same. */
    public Optional<ParJeton> parJeton(String jeton) {
        if (!jeton.startsWith(PREFIXE_JETON)) {
            return Optional.empty();
        }
        Instant maintenant = horloge.maintenant();
        return jetons.findByEmpreinteAndRevoqueLeIsNull(empreinte(jeton))
                .filter(j -> j.vautLe(maintenant))
                .flatMap(j -> comptes.findById(j.compteId())
                        .filter(Compte::actif)
                        .map(c -> {
                            j.servir(maintenant);
                            return new ParJeton(connecte(c), j.portee());
                        }));
    }

    /**
     * Makes a personal token and answers its text, which is shown once and never stored.
     *
     * @param libelle what it is for, 80 characters at most
     * @param duree after which it serves no more, a year at most
     * @throws SaisieInvalide on {@code libelle} or {@code duree}
     */
    public String creerJeton(Agent agent, String libelle, PorteeJeton portee, Duration duree) {
        if (duree.isNegative() || duree.isZero() || duree.compareTo(DUREE_MAX) > 0) {
            throw new SaisieInvalide("duree", "Un jeton vaut un an au plus.");
        }
        String net = Textes.ouNull(libelle);
        if (net == null || Textes.longueur(net) > LIBELLE_MAX || !Textes.lisible(net)) {
            throw new SaisieInvalide(
                    "libelle", "Écrivez à quoi servira ce jeton, en " + LIBELLE_MAX + " caractères au plus.");
        }
        byte[] hasard = new byte[32];
        new SecureRandom().nextBytes(hasard);
        String jeton = PREFIXE_JETON + HexFormat.of().formatHex(hasard);
        Instant maintenant = horloge.maintenant();
        jetons.save(new Jeton(agent.id(), net, portee, empreinte(jeton), maintenant, maintenant.plus(duree)));
        evenements.publishEvent(new CompteModifie(agent.identifiant(), agent, "jeton personnel créé"));
        return jeton;
    }

    /** The same for the whole API and a usual time. */
    public String creerJeton(Agent agent, String libelle) {
        return creerJeton(agent, libelle, PorteeJeton.API, DUREE);
    }

    @Transactional(readOnly = true)
    public List<JetonVue> jetons(Agent agent) {
        return jetons.findByCompteIdAndRevoqueLeIsNullOrderByCreeLe(agent.id()).stream()
                .map(Jeton::vue)
                .toList();
    }

    /** Revokes one's own token; that of somebody else is as if it did not exist. */
    public void revoquer(Agent agent, UUID jeton) {
        jetons.findById(jeton).filter(j -> j.compteId().equals(agent.id())).ifPresent(j -> {
            j.revoquer(horloge.maintenant());
            evenements.publishEvent(new CompteModifie(agent.identifiant(), agent, "jeton personnel révoqué"));
        });
    }

    /** The account as it is now, for a session that lives on: empty when it was disabled meanwhile. */
    @Transactional(readOnly = true)
    public Optional<AgentConnecte> relire(String identifiant) {
        return comptes.findByIdentifiant(identifiant).filter(Compte::actif).map(Authentification::connecte);
    }

    private static AgentConnecte connecte(Compte compte) {
        return new AgentConnecte(compte.agent(), compte.motDePasse(), compte.actif(), compte.aChanger());
    }

    private static String empreinte(String jeton) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(jeton.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
