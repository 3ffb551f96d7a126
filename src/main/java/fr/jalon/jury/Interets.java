package fr.jalon.jury;

import fr.jalon.agent.Agent;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Siret;
import fr.jalon.commun.Textes;
import fr.jalon.seance.DemandeAuJury;
import fr.jalon.seance.FicheCas;
import fr.jalon.seance.Fiches;
import fr.jalon.seance.Membre;
import fr.jalon.seance.Point;
import fr.jalon.seance.SeanceVue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The yearly declaration of ties of each member, and the ties that Jalon sees between a member and a case (attentes, N4). */
@Service
@Transactional
public class Interets {

    private static final int NOM_MAX = 200;
    private static final int SIREN = 9;

    private final JdbcTemplate jdbc;
    private final Fiches fiches;
    private final Horloge horloge;

    Interets(JdbcTemplate jdbc, Fiches fiches, Horloge horloge) {
        this.jdbc = jdbc;
        this.fiches = fiches;
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

    /** The ties that Jalon sees between the members of a session and an item, the strongest first. */
    @Transactional(readOnly = true)
    public List<Rapprochement> rapprochements(SeanceVue seance, Point point) {
        Optional<DemandeAuJury> demande = fiches.demande(point);
        FicheCas fiche = fiches.pourLaPresidence(point);
        List<Rapprochement> vus = new ArrayList<>();
        for (Membre m : seance.membres()) {
            if (m.identifiant() != null && m.identifiant().equals(fiche.referent())) {
                vus.add(lien(m, Rapprochement.Force.FORTE, "suit cette personne", false));
            } else if (demande.filter(d -> d.acteurs().contains(m.identifiant()))
                    .isPresent()) {
                vus.add(lien(m, Rapprochement.Force.FORTE, "a instruit cette demande", false));
            }
            demande.ifPresent(d -> vus.addAll(organismes(m, d)));
            if (memeNom(m.nom(), fiche.personne())) {
                vus.add(lien(m, Rapprochement.Force.FAIBLE, "porte le même nom de famille que la personne", true));
            }
        }
        return vus.stream().sorted((a, b) -> a.force().compareTo(b.force())).toList();
    }

    private List<Rapprochement> organismes(Membre m, DemandeAuJury demande) {
        List<Interet> liens = m.identifiant() == null
                ? List.of()
                : de(m.identifiant()).stream().filter(Interet::tient).toList();
        List<Rapprochement> vus = new ArrayList<>();
        for (DemandeAuJury.Tiers tiers : demande.tiers()) {
            liens.stream()
                    .flatMap(i -> organisme(m, i, tiers).stream())
                    .findFirst()
                    .ifPresent(vus::add);
        }
        return vus;
    }

    private static Optional<Rapprochement> organisme(Membre m, Interet i, DemandeAuJury.Tiers tiers) {
        String raison = "a déclaré un lien avec « " + i.organisme() + " », que ce dossier paierait";
        if (i.siret() != null && tiers.siret() != null) {
            if (i.siret().equals(tiers.siret())) {
                return Optional.of(lien(m, Rapprochement.Force.FORTE, raison, false));
            }
            if (i.siret().substring(0, SIREN).equals(tiers.siret().substring(0, SIREN))) {
                return Optional.of(lien(
                        m,
                        Rapprochement.Force.FORTE,
                        raison + " (un autre établissement de la même entreprise)",
                        false));
            }
        }
        return tiers.nom() != null && Textes.recherche(tiers.nom()).equals(Textes.recherche(i.organisme()))
                ? Optional.of(lien(m, Rapprochement.Force.MOYENNE, raison, false))
                : Optional.empty();
    }

    private static Rapprochement lien(Membre m, Rapprochement.Force force, String raison, boolean presidence) {
        return new Rapprochement(m.id(), m.nom(), force, raison, presidence);
    }

    /** One of the words of a name in capitals or not: first names are left aside by comparing the last word alone. */
    private static boolean memeNom(String membre, String personne) {
        return personne != null && dernierMot(membre).equals(dernierMot(personne));
    }

    private static String dernierMot(String nom) {
        String cle = Textes.recherche(nom);
        return cle.substring(cle.lastIndexOf(' ') + 1);
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
