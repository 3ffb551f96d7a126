package fr.jalon.jury;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Reprise;
import fr.jalon.courrier.Courriers;
import fr.jalon.seance.EtatPoint;
import fr.jalon.seance.EtatSeance;
import fr.jalon.seance.Membre;
import fr.jalon.seance.Point;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Seances;
import fr.jalon.seance.SignatureDuProcesVerbal;
import fr.jalon.seance.Tenue;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * The signature of the minutes, then the decisions that leave for their dossiers, each in a transaction of its own: one that fails is told,
 * stops no other, and can be sent again.
 */
@Service
public class ProcesVerbaux {

    private static final Logger LOG = LoggerFactory.getLogger(ProcesVerbaux.class);
    private static final int ECHEC_MAX = 1000;

    private final JdbcTemplate jdbc;
    private final Seances seances;
    private final Tenue tenue;
    private final Places places;
    private final ActesDeSeance actes;
    private final Courriers courriers;
    private final NotesDeMembre notes;
    private final Reprise reprise;
    private final Horloge horloge;

    ProcesVerbaux(
            JdbcTemplate jdbc,
            Seances seances,
            Tenue tenue,
            Places places,
            ActesDeSeance actes,
            Courriers courriers,
            NotesDeMembre notes,
            Reprise reprise,
            Horloge horloge) {
        this.jdbc = jdbc;
        this.seances = seances;
        this.tenue = tenue;
        this.places = places;
        this.actes = actes;
        this.courriers = courriers;
        this.notes = notes;
        this.reprise = reprise;
        this.horloge = horloge;
    }

    /**
     * Signs the minutes as who presided, then sends every decision.
     *
     * @return what became of each decision
     * @throws Interdit for anybody but who presided; the secretary signs for a chair without an account
     * @throws Conflit before the session is closed, or when they are signed already
     */
    public List<EnvoiDecision> signer(UUID seanceId, Agent auteur) {
        reprise.enTransaction(() -> {
            SeanceVue seance = places.exiger(seances.prendre(seanceId), auteur);
            Membre president = places.president(seance, null)
                    .orElseThrow(() -> new Conflit(
                            "Personne n'a présidé cette séance : son procès-verbal ne peut pas être signé."));
            boolean luiMeme = auteur.identifiant().equals(president.identifiant());
            if (!luiMeme && !(president.identifiant() == null && Places.secretaire(auteur))) {
                throw new Interdit(
                        "Le procès-verbal est signé par la personne qui a présidé : " + president.nom() + ".");
            }
            actes.cloture(seance, auteur);
            tenue.signer(
                    seanceId,
                    new SignatureDuProcesVerbal(
                            president.nom(),
                            places.regle(seance).libelleQualite(president.qualite()),
                            horloge.maintenant()),
                    auteur);
            SeanceVue signee = seances.lire(seanceId);
            actes.signature(signee, courriers.octets(signee.procesVerbal()), auteur);
            notes.effacer(signee);
        });
        return envoyer(seanceId, auteur);
    }

    /**
     * Sends the decisions that have not left yet; those that have stay as they are.
     *
     * @throws Conflit before the minutes are signed
     */
    public List<EnvoiDecision> envoyer(UUID seanceId, Agent auteur) {
        SeanceVue seance = places.exiger(seances.lire(seanceId), auteur);
        places.exigerConduite(seance, null, auteur);
        if (seance.etat() != EtatSeance.SIGNEE) {
            throw new Conflit("Les décisions partent une fois le procès-verbal signé.");
        }
        seance.points().stream()
                .filter(p -> p.etat() == EtatPoint.RENDU && !parti(p.id()))
                .forEach(p -> envoyer(seance, p, auteur));
        return envois(seance);
    }

    private void envoyer(SeanceVue seance, Point p, Agent auteur) {
        try {
            reprise.enTransaction(() -> {
                tenue.transmettre(seance.id(), p.id(), auteur);
                noter(p.id(), null);
            });
        } catch (RuntimeException e) {
            LOG.warn("decision of an item not sent, session {}", seance.numero(), e);
            reprise.enTransaction(() -> noter(p.id(), raison(e)));
        }
    }

    private static String raison(RuntimeException e) {
        String texte = e.getMessage() == null
                ? "Cause inconnue : l'administration la lit dans le journal technique."
                : e.getMessage();
        return texte.length() > ECHEC_MAX ? texte.substring(0, ECHEC_MAX) : texte;
    }

    private void noter(UUID pointId, String echec) {
        jdbc.update(
                "insert into jury_envoi (point_id, envoye_le, echec) values (?, ?, ?)"
                        + " on duplicate key update envoye_le = values(envoye_le), echec = values(echec)",
                pointId,
                echec == null ? Timestamp.from(horloge.maintenant()) : null,
                echec);
    }

    private boolean parti(UUID pointId) {
        return !jdbc.queryForList(
                        "select 1 from jury_envoi where point_id = ? and envoye_le is not null", Integer.class, pointId)
                .isEmpty();
    }

    /** What became of the decisions of a session. */
    public List<EnvoiDecision> envois(SeanceVue seance) {
        return seance.points().stream()
                .filter(p -> p.etat() == EtatPoint.RENDU)
                .map(p -> new EnvoiDecision(
                        p.id(),
                        p.numeroDossier(),
                        parti(p.id()),
                        jdbc
                                .queryForList("select echec from jury_envoi where point_id = ?", String.class, p.id())
                                .stream()
                                .filter(e -> e != null)
                                .findFirst()
                                .orElse(null)))
                .toList();
    }
}
