package fr.jalon.jury;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Chiffrement;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Siret;
import fr.jalon.commun.Textes;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The yearly declaration of each member: what it is tied to, and what it says of itself (attentes, N4). */
@Service
@Transactional
public class Interets {

    private static final int NOM_MAX = 200;
    private static final int ADRESSE_MAX = 400;

    private final JdbcTemplate jdbc;
    private final Chiffrement chiffrement;
    private final Horloge horloge;

    Interets(JdbcTemplate jdbc, Chiffrement chiffrement, Horloge horloge) {
        this.jdbc = jdbc;
        this.chiffrement = chiffrement;
        this.horloge = horloge;
    }

    /** What an account has declared, what holds first. */
    @Transactional(readOnly = true)
    public List<Interet> de(String identifiant) {
        return jdbc.query(
                "select id, nature, organisme, siret, declare_le, fin_le from jury_interet where identifiant = ?"
                        + " order by fin_le is not null, declare_le desc",
                Interets::interet,
                identifiant);
    }

    /** When an account made this year's declaration; empty when it has not. */
    @Transactional(readOnly = true)
    public Optional<Instant> declarationDeLAnnee(String identifiant) {
        return jdbc
                .query(
                        "select faite_le from jury_declaration where identifiant = ? and annee = ?",
                        (rs, n) -> rs.getTimestamp(1).toInstant(),
                        identifiant,
                        horloge.aujourdhui().getYear())
                .stream()
                .findFirst();
    }

    /** The caller says that what it declared is all there is, for this year; a repeat keeps the first day. */
    public void attester(Agent membre) {
        jdbc.update(
                "insert ignore into jury_declaration (identifiant, annee, faite_le) values (?, ?, ?)",
                membre.identifiant(),
                horloge.aujourdhui().getYear(),
                Timestamp.from(horloge.maintenant()));
    }

    /**
     * Declares a tie of the caller.
     *
     * @param siret may be null or blank
     * @throws SaisieInvalide on {@code nature}, {@code organisme} or {@code siret}
     */
    public void declarer(String nature, String organisme, String siret, Agent membre) {
        List<ErreurChamp> erreurs = new ArrayList<>();
        Optional<Interet.Nature> lien = Arrays.stream(Interet.Nature.values())
                .filter(n -> n.name().equals(nature))
                .findFirst();
        if (lien.isEmpty()) {
            erreurs.add(new ErreurChamp("nature", "Dites quel est ce lien."));
        }
        String nom = Textes.ouNull(organisme);
        if (nom == null || Textes.longueur(nom) > NOM_MAX || !Textes.lisible(nom)) {
            erreurs.add(new ErreurChamp(
                    "organisme", "Écrivez le nom de l'organisme, en " + NOM_MAX + " caractères au plus."));
        }
        String numero = null;
        try {
            numero = Textes.ouNull(siret) == null
                    ? null
                    : Siret.exiger("siret", siret).numero();
        } catch (SaisieInvalide e) {
            erreurs.addAll(e.erreurs());
        }
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        jdbc.update(
                "insert into jury_interet (id, identifiant, nature, organisme, cle_nom, siret, declare_le)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                membre.identifiant(),
                lien.orElseThrow().name(),
                nom,
                Textes.recherche(nom),
                numero,
                Timestamp.from(horloge.maintenant()));
    }

    /**
     * A tie has ended; it stays in the list, and counts no more.
     *
     * @throws Introuvable when it is somebody else's
     */
    public void terminer(UUID id, Agent membre) {
        int terminees = jdbc.update(
                "update jury_interet set fin_le = coalesce(fin_le, ?) where id = ? and identifiant = ?",
                Timestamp.from(horloge.maintenant()),
                id,
                membre.identifiant());
        if (terminees == 0) {
            throw new Introuvable("Cette déclaration n'existe pas.");
        }
    }

    /**
     * What the caller says of itself so that the chair alone is told of a tie with a person: kept encrypted, shown to nobody.
     *
     * @param adresse lines, blank to say none
     * @param naissance null to say none
     * @throws SaisieInvalide on {@code adresse}
     */
    public void noterIdentite(String adresse, LocalDate naissance, Agent membre) {
        String lignes = Textes.ouNull(adresse);
        if (lignes != null && (Textes.longueur(lignes) > ADRESSE_MAX || !Textes.lisible(lignes))) {
            throw new SaisieInvalide("adresse", "Écrivez au plus " + ADRESSE_MAX + " caractères.");
        }
        jdbc.update("delete from jury_identite where identifiant = ?", membre.identifiant());
        if (lignes != null || naissance != null) {
            String clair = (naissance == null ? "" : naissance) + "\n" + (lignes == null ? "" : lignes);
            jdbc.update(
                    "insert into jury_identite (identifiant, chiffre, ecrite_le) values (?, ?, ?)",
                    membre.identifiant(),
                    chiffrement.chiffrer(clair.getBytes(StandardCharsets.UTF_8), contexte(membre.identifiant())),
                    Timestamp.from(horloge.maintenant()));
        }
    }

    /**
     * What an account said of itself.
     *
     * @param naissance null when it did not say
     * @param adresse null when it did not say
     */
    public record Identite(LocalDate naissance, String adresse) {}

    /** Empty for who said nothing; the caller's own, or for the search of ties. */
    @Transactional(readOnly = true)
    public Optional<Identite> identite(String identifiant) {
        return jdbc
                .query(
                        "select chiffre from jury_identite where identifiant = ?",
                        (rs, n) -> lire(rs.getBytes(1), identifiant),
                        identifiant)
                .stream()
                .findFirst();
    }

    private Identite lire(byte[] chiffre, String identifiant) {
        String clair = new String(chiffrement.dechiffrer(chiffre, contexte(identifiant)), StandardCharsets.UTF_8);
        int fin = clair.indexOf('\n');
        return new Identite(
                fin == 0 ? null : LocalDate.parse(clair.substring(0, fin)), Textes.ouNull(clair.substring(fin + 1)));
    }

    private static String contexte(String identifiant) {
        return "jury:identite:" + identifiant;
    }

    private static Interet interet(ResultSet rs, int rang) throws SQLException {
        Timestamp fin = rs.getTimestamp("fin_le");
        return new Interet(
                rs.getObject("id", UUID.class),
                Interet.Nature.valueOf(rs.getString("nature")),
                rs.getString("organisme"),
                rs.getString("siret"),
                rs.getTimestamp("declare_le").toInstant(),
                fin == null ? null : fin.toInstant());
    }
}
