package fr.jalon.prescription;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.dossier.Dossiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What persons think of a referral, in two questions from 1 to 4. An answer keeps the partner and the month, neither dossier nor
 * day; a mean is told only from a number of answers on (table {@code parametres-partenaire}).
 */
@Service
@Transactional
public class AvisPartenaires {

    private final JdbcTemplate jdbc;
    private final Suivi suivi;
    private final ParametresPartenaire parametres;
    private final Dossiers dossiers;
    private final Horloge horloge;

    AvisPartenaires(
            JdbcTemplate jdbc, Suivi suivi, ParametresPartenaire parametres, Dossiers dossiers, Horloge horloge) {
        this.jdbc = jdbc;
        this.suivi = suivi;
        this.parametres = parametres;
        this.dossiers = dossiers;
        this.horloge = horloge;
    }

    /** Means over the answers about one partner, out of 4. */
    public record Moyenne(int nombre, double accueil, double utilite) {}

    /**
     * Keeps the two answers, once for a referral.
     *
     * @throws SaisieInvalide on {@code accueil} or {@code utilite}
     * @throws Conflit when they were already given
     */
    public void noter(UUID dossierId, Integer accueil, Integer utilite, Agent auteur) {
        List<ErreurChamp> erreurs = new ArrayList<>();
        verifier(erreurs, "accueil", accueil);
        verifier(erreurs, "utilite", utilite);
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        if (!suivi.prescription(dossierId).noterAvisRendu()) {
            throw new Conflit("L'avis de la personne a déjà été enregistré.");
        }
        jdbc.update(
                "insert into avis_partenaire (id, organisme, mois, accueil, utilite) values (?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                suivi.derniere(dossierId).organisme(),
                horloge.aujourdhui().withDayOfMonth(1),
                accueil,
                utilite);
        dossiers.tracer(dossierId, "AVIS", "La personne a donné son avis.", auteur);
    }

    /** By organisation, those with enough answers only. */
    @Transactional(readOnly = true)
    public Map<String, Moyenne> moyennes() {
        Map<String, Moyenne> moyennes = new HashMap<>();
        jdbc.query(
                "select organisme, count(*), avg(accueil), avg(utilite) from avis_partenaire group by organisme"
                        + " having count(*) >= ?",
                rs -> {
                    moyennes.put(rs.getString(1), new Moyenne(rs.getInt(2), rs.getDouble(3), rs.getDouble(4)));
                },
                parametres.avisMinimum());
        return moyennes;
    }

    private static void verifier(List<ErreurChamp> erreurs, String champ, Integer note) {
        if (note == null || note < 1 || note > 4) {
            erreurs.add(new ErreurChamp(champ, "Choisissez une réponse, ou notez que la personne ne répond pas."));
        }
    }
}
