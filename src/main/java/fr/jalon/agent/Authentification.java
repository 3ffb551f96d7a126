package fr.jalon.agent;

import fr.jalon.commun.Horloge;
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
import org.springframework.transaction.annotation.Transactional;

/** Log-in by password or personal token, with a delay that grows with the failures, kept in the database for all nodes. */
@Service
@Transactional
public class Authentification {

    private static final String PREFIXE_JETON = "jalon_";

    private final ComptesRepository comptes;
    private final TentativesRepository tentatives;
    private final JetonsRepository jetons;
    private final PasswordEncoder chiffreur;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;
    private final String factice;

    Authentification(
            ComptesRepository comptes,
            TentativesRepository tentatives,
            JetonsRepository jetons,
            PasswordEncoder chiffreur,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.comptes = comptes;
        this.tentatives = tentatives;
        this.jetons = jetons;
        this.chiffreur = chiffreur;
        this.horloge = horloge;
        this.evenements = evenements;
        this.factice = chiffreur.encode(UUID.randomUUID().toString());
    }

    /** Why a log-in failed: wrong, or too early with the time left. */
    public sealed interface Resultat {
        record Reussi(AgentConnecte agent) implements Resultat {}

        record Refuse() implements Resultat {}

        record TropTot(Duration attente) implements Resultat {}
    }

    /**
     * Checks a password. A name that does not exist costs as long as a wrong password and reads the same.
     *
     * @param adresse the caller's network address, which has its own delay
     */
    public Resultat connecter(String identifiant, String motDePasse, String adresse) {
        Instant maintenant = horloge.maintenant();
        Optional<Compte> compte = comptes.findByIdentifiant(identifiant);
        Optional<Instant> libre = prochainEssai(compte, adresse).filter(i -> i.isAfter(maintenant));
        if (libre.isPresent()) {
            return new Resultat.TropTot(Duration.between(maintenant, libre.get()));
        }
        boolean bon =
                chiffreur.matches(motDePasse, compte.map(Compte::motDePasse).orElse(factice))
                        && compte.filter(Compte::actif).isPresent();
        if (!bon) {
            compte.ifPresent(c -> c.noterEchec(maintenant));
            noterEchec(adresse, maintenant);
            evenements.publishEvent(new ConnexionTentee(identifiant, false));
            return new Resultat.Refuse();
        }
        compte.filter(c -> c.echecs() > 0).ifPresent(Compte::oublierLesEchecs);
        tentatives.findById(adresse).ifPresent(tentatives::delete);
        evenements.publishEvent(new ConnexionTentee(identifiant, true));
        return new Resultat.Reussi(connecte(compte.orElseThrow()));
    }

    @Transactional(readOnly = true)
    public Optional<AgentConnecte> parJeton(String jeton) {
        if (!jeton.startsWith(PREFIXE_JETON)) {
            return Optional.empty();
        }
        return jetons.findByEmpreinteAndRevoqueLeIsNull(empreinte(jeton))
                .flatMap(j -> comptes.findById(j.compteId()))
                .filter(Compte::actif)
                .map(Authentification::connecte);
    }

    /** Makes a personal token and answers its text, which is shown once and never stored. */
    public String creerJeton(Agent agent, String libelle) {
        byte[] hasard = new byte[32];
        new SecureRandom().nextBytes(hasard);
        String jeton = PREFIXE_JETON + HexFormat.of().formatHex(hasard);
        jetons.save(new Jeton(agent.id(), libelle, empreinte(jeton), horloge.maintenant()));
        evenements.publishEvent(new CompteModifie(agent.identifiant(), agent, "jeton personnel créé"));
        return jeton;
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

    private Optional<Instant> prochainEssai(Optional<Compte> compte, String adresse) {
        Instant duCompte = compte.map(Compte::prochainEssai).orElse(null);
        Instant deLAdresse = tentatives
                .findById(adresse)
                .map(TentativeAdresse::prochainEssai)
                .orElse(null);
        if (duCompte == null || deLAdresse == null) {
            return Optional.ofNullable(duCompte == null ? deLAdresse : duCompte);
        }
        return Optional.of(duCompte.isAfter(deLAdresse) ? duCompte : deLAdresse);
    }

    private void noterEchec(String adresse, Instant maintenant) {
        TentativeAdresse tentative = tentatives.findById(adresse).orElseGet(() -> new TentativeAdresse(adresse));
        tentative.noterEchec(maintenant);
        tentatives.save(tentative);
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
