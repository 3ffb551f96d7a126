package fr.jalon.agent;

import fr.jalon.commun.Chiffrement;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Reprise;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * The second factor of the log-in: a code of the moment from a telephone, ten recovery codes that serve once, a device
 * remembered for a time. Required of the roles of {@code securite/second-facteur.csv}, and of whoever put one in place.
 */
@Service
public class SecondFacteur {

    /** How long a device is remembered. */
    public static final Duration MEMOIRE = Duration.ofDays(30);

    private static final String USAGE = "facteur";
    private static final int SECRET = 20;
    private static final int CODES = 10;
    private static final int CODE_OCTETS = 5;
    private static final int LIBELLE_MAX = 120;

    private final JdbcTemplate jdbc;
    private final ComptesRepository comptes;
    private final Tentatives tentatives;
    private final Chiffrement chiffrement;
    private final Reprise reprise;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;
    private final boolean actif;
    private final SecureRandom hasard = new SecureRandom();
    private final Set<Role> roles = TableDeSecurite.lire("second-facteur.csv").stream()
            .map(c -> Role.valueOf(c[0]))
            .collect(Collectors.toUnmodifiableSet());

    SecondFacteur(
            JdbcTemplate jdbc,
            ComptesRepository comptes,
            Tentatives tentatives,
            Chiffrement chiffrement,
            Reprise reprise,
            Horloge horloge,
            ApplicationEventPublisher evenements,
            @Value("${jalon.second-facteur:true}") boolean actif) {
        this.jdbc = jdbc;
        this.comptes = comptes;
        this.tentatives = tentatives;
        this.chiffrement = chiffrement;
        this.reprise = reprise;
        this.horloge = horloge;
        this.evenements = evenements;
        this.actif = actif;
    }

    /**
     * What a telephone is given.
     *
     * @param secret in Base32, by groups of four
     * @param adresse {@code otpauth://} address of the same
     */
    public record Preparation(String secret, String adresse) {}

    /** Whether this installation asks for second factors; a demonstration does not, and says so. */
    public boolean actif() {
        return actif;
    }

    /** Whether this account needs one, in place or not. */
    public boolean exige(Agent agent) {
        return actif && (roles.stream().anyMatch(agent::a) || enPlace(agent));
    }

    /** Whether a role of the account demands it: then it cannot be given up. */
    public boolean exigeParLeRole(Agent agent) {
        return actif && roles.stream().anyMatch(agent::a);
    }

    public boolean enPlace(Agent agent) {
        return lire(agent).filter(f -> f.actifLe() != null).isPresent();
    }

    /** The secret to give to the telephone; the same until it is proved. */
    public Preparation preparer(Agent agent) {
        return reprise.enTransaction(() -> {
            Optional<Ligne> deja = lire(agent);
            if (deja.filter(f -> f.actifLe() != null).isPresent()) {
                throw new Conflit("Le second facteur de ce compte est déjà en place.");
            }
            byte[] secret = deja.map(f -> secret(agent, f)).orElseGet(() -> creer(agent));
            String texte = Totp.base32(secret);
            String nom = URLEncoder.encode("Jalon:" + agent.identifiant(), StandardCharsets.UTF_8);
            return new Preparation(
                    texte.replaceAll("(.{4})(?!$)", "$1 "),
                    "otpauth://totp/" + nom + "?secret=" + texte + "&issuer=Jalon&digits=6&period="
                            + Totp.PAS_SECONDES);
        });
    }

    private byte[] creer(Agent agent) {
        byte[] secret = new byte[SECRET];
        hasard.nextBytes(secret);
        jdbc.update(
                "insert into second_facteur (compte_id, secret_chiffre, prepare_le) values (?, ?, ?)",
                agent.id(),
                chiffrement.chiffrer(secret, contexte(agent)),
                Timestamp.from(horloge.maintenant()));
        return secret;
    }

    /**
     * Puts it in place with a first code.
     *
     * @return the recovery codes, shown once
     * @throws SaisieInvalide on {@code code}
     */
    public List<String> activer(Agent agent, String code) {
        exigerLibre(agent);
        Ligne prepare = lire(agent)
                .filter(f -> f.actifLe() == null)
                .orElseThrow(
                        () -> new Conflit("Le second facteur de ce compte est déjà en place, ou n'est pas préparé."));
        Optional<Long> pas = pasDuCode(secret(agent, prepare), code);
        if (pas.isEmpty()) {
            throw faux(agent);
        }
        return reprise.enTransaction(() -> {
            jdbc.update(
                    "update second_facteur set actif_le = ?, dernier_pas = ? where compte_id = ? and actif_le is null",
                    Timestamp.from(horloge.maintenant()),
                    pas.get(),
                    agent.id());
            tentatives.oublier(USAGE, agent.id());
            dire(agent, agent, "second facteur mis en place");
            return nouveauxCodes(agent);
        });
    }

    /**
     * Checks a code of the telephone or a recovery code; each serves once.
     *
     * @throws SaisieInvalide on {@code code}, wrong or tried too often
     */
    public void verifier(Agent agent, String code) {
        exigerLibre(agent);
        Ligne ligne = lire(agent)
                .filter(f -> f.actifLe() != null)
                .orElseThrow(() -> new Conflit("Aucun second facteur n'est en place pour ce compte."));
        boolean bon = reprise.enTransaction(() -> pasDuCode(secret(agent, ligne), code)
                        .map(pas -> jdbc.update(
                                        "update second_facteur set dernier_pas = ? where compte_id = ? and dernier_pas < ?",
                                        pas,
                                        agent.id(),
                                        pas)
                                == 1)
                        .orElse(false)
                || codeDeSecours(agent, code));
        if (!bon) {
            throw faux(agent);
        }
        reprise.enTransaction(() -> tentatives.oublier(USAGE, agent.id()));
    }

    private boolean codeDeSecours(Agent agent, String code) {
        boolean bon = jdbc.update(
                        "update code_secours set utilise_le = ? where compte_id = ? and empreinte = ? and utilise_le is null",
                        Timestamp.from(horloge.maintenant()),
                        agent.id(),
                        empreinteDuCode(agent, code))
                == 1;
        if (bon) {
            dire(agent, agent, "code de secours utilisé");
        }
        return bon;
    }

    /** Makes ten new recovery codes; the former ones serve no more. */
    public List<String> refaireLesCodes(Agent agent, String code) {
        verifier(agent, code);
        return reprise.enTransaction(() -> {
            dire(agent, agent, "codes de secours refaits");
            return nouveauxCodes(agent);
        });
    }

    private List<String> nouveauxCodes(Agent agent) {
        jdbc.update("delete from code_secours where compte_id = ?", agent.id());
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < CODES; i++) {
            byte[] octets = new byte[CODE_OCTETS];
            hasard.nextBytes(octets);
            String hex = HexFormat.of().formatHex(octets);
            codes.add(hex.substring(0, 5) + "-" + hex.substring(5));
            jdbc.update(
                    "insert into code_secours (id, compte_id, empreinte) values (?, ?, ?)",
                    UUID.randomUUID(),
                    agent.id(),
                    empreinteDuCode(agent, hex));
        }
        return codes;
    }

    /** Recovery codes that still serve. */
    public int codesRestants(Agent agent) {
        Integer nombre = jdbc.queryForObject(
                "select count(*) from code_secours where compte_id = ? and utilise_le is null",
                Integer.class,
                agent.id());
        return nombre == null ? 0 : nombre;
    }

    /** Gives it up, where no role demands it. */
    public void abandonner(Agent agent, String code) {
        if (exigeParLeRole(agent)) {
            throw new Conflit("Votre rôle demande un second facteur : il ne peut pas être retiré.");
        }
        verifier(agent, code);
        reprise.enTransaction(() -> effacer(agent, agent, "second facteur retiré"));
    }

    /** Takes it away from somebody who lost everything; the next log-in puts a new one in place. */
    public void retirer(String identifiant, Agent auteur) {
        auteur.exiger(Role.ADMIN);
        Agent agent = comptes.findByIdentifiant(identifiant)
                .map(Compte::agent)
                .orElseThrow(() -> new Introuvable("Aucun compte ne s'appelle « " + identifiant + " »."));
        if (agent.identifiant().equals(auteur.identifiant())) {
            throw new Conflit(
                    "Un autre administrateur retire votre second facteur : vous ne pouvez pas le faire vous-même.");
        }
        reprise.enTransaction(() -> effacer(agent, auteur, "second facteur retiré par l'administrateur"));
    }

    private void effacer(Agent agent, Agent auteur, String quoi) {
        for (String table : List.of("code_secours", "appareil_connu", "second_facteur")) {
            jdbc.update("delete from " + table + " where compte_id = ?", agent.id());
        }
        dire(agent, auteur, quoi);
    }

    // ---- devices

    /** Remembers a device and answers its secret, for a cookie. */
    public String retenirAppareil(Agent agent, String libelle) {
        byte[] octets = new byte[32];
        hasard.nextBytes(octets);
        String jeton = HexFormat.of().formatHex(octets);
        Instant maintenant = horloge.maintenant();
        String nom = Textes.ouNull(libelle);
        reprise.enTransaction(() -> {
            jdbc.update("delete from appareil_connu where expire_le < ?", Timestamp.from(maintenant));
            jdbc.update(
                    "insert into appareil_connu (id, compte_id, empreinte, libelle, connu_le, expire_le)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    UUID.randomUUID(),
                    agent.id(),
                    empreinteDeLAppareil(agent, jeton),
                    nom == null || !Textes.lisible(nom) ? "Navigateur" : Textes.couper(nom, LIBELLE_MAX),
                    Timestamp.from(maintenant),
                    Timestamp.from(maintenant.plus(MEMOIRE)));
            dire(agent, agent, "appareil retenu");
        });
        return jeton;
    }

    public boolean appareilConnu(Agent agent, String jeton) {
        Long nombre = jdbc.queryForObject(
                "select count(*) from appareil_connu where compte_id = ? and empreinte = ? and expire_le > ?",
                Long.class,
                agent.id(),
                empreinteDeLAppareil(agent, jeton),
                Timestamp.from(horloge.maintenant()));
        return nombre != null && nombre > 0;
    }

    public List<AppareilVue> appareils(Agent agent) {
        return jdbc.query(
                "select id, libelle, connu_le, expire_le from appareil_connu where compte_id = ? and expire_le > ?"
                        + " order by connu_le",
                (rs, rang) -> new AppareilVue(
                        rs.getObject(1, UUID.class),
                        rs.getString(2),
                        rs.getTimestamp(3).toInstant(),
                        rs.getTimestamp(4).toInstant()),
                agent.id(),
                Timestamp.from(horloge.maintenant()));
    }

    public void oublierAppareil(Agent agent, UUID id) {
        jdbc.update("delete from appareil_connu where id = ? and compte_id = ?", id, agent.id());
    }

    // ---- inside

    private record Ligne(String secretChiffre, Instant actifLe, long dernierPas) {}

    private Optional<Ligne> lire(Agent agent) {
        return jdbc
                .query(
                        "select secret_chiffre, actif_le, dernier_pas from second_facteur where compte_id = ?",
                        (rs, rang) -> new Ligne(
                                HexFormat.of().formatHex(rs.getBytes(1)),
                                rs.getTimestamp(2) == null
                                        ? null
                                        : rs.getTimestamp(2).toInstant(),
                                rs.getLong(3)),
                        agent.id())
                .stream()
                .findFirst();
    }

    private byte[] secret(Agent agent, Ligne ligne) {
        return chiffrement.dechiffrer(HexFormat.of().parseHex(ligne.secretChiffre()), contexte(agent));
    }

    /** The step of a code: the present one, or its neighbour when a clock is a little off. */
    private Optional<Long> pasDuCode(byte[] secret, String code) {
        String net = code == null ? "" : code.replaceAll("\\s", "");
        long present = Totp.pas(horloge.maintenant());
        for (long pas = present - 1; pas <= present + 1; pas++) {
            if (Totp.code(secret, pas).equals(net)) {
                return Optional.of(pas);
            }
        }
        return Optional.empty();
    }

    private void exigerLibre(Agent agent) {
        tentatives.libreLe(USAGE, agent.id()).ifPresent(libre -> {
            long secondes = Math.max(
                    1,
                    Duration.between(horloge.maintenant(), libre)
                            .plusMillis(999)
                            .toSeconds());
            throw new SaisieInvalide("code", "Trop d'essais refusés. Attendez " + secondes + " secondes.");
        });
    }

    private SaisieInvalide faux(Agent agent) {
        reprise.enTransaction(() -> tentatives.noterEchec(USAGE, agent.id()));
        return new SaisieInvalide(
                "code", "Ce code ne convient pas, ou a déjà servi. Attendez le suivant, puis recommencez.");
    }

    private String empreinteDuCode(Agent agent, String code) {
        String net = code == null ? "" : code.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-f]", "");
        return chiffrement.empreinte("secours:" + agent.id() + ":" + net);
    }

    private String empreinteDeLAppareil(Agent agent, String jeton) {
        return chiffrement.empreinte("appareil:" + agent.id() + ":" + jeton);
    }

    private static String contexte(Agent agent) {
        return "second-facteur:" + agent.id();
    }

    private void dire(Agent agent, Agent auteur, String quoi) {
        evenements.publishEvent(new CompteModifie(agent.identifiant(), auteur, quoi));
    }
}
