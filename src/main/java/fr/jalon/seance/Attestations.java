package fr.jalon.seance;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Introuvable;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a member may show of its year on the instances (attentes, E15): the sessions where it was present, and what sitting asks for. */
@Service
@Transactional
public class Attestations {

    private final Fiches fiches;
    private final DocumentsSeance documents;

    Attestations(Fiches fiches, DocumentsSeance documents) {
        this.fiches = fiches;
        this.documents = documents;
    }

    /** The years of the sessions where the caller was present, the latest first. */
    @Transactional(readOnly = true)
    public List<Integer> annees(Agent agent) {
        return tenues(agent).stream()
                .map(s -> s.jour().getYear())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /**
     * The attestation of a year; written again only when a session was added.
     *
     * @return the letter
     * @throws Introuvable when the caller sat in no session of that year
     */
    public UUID de(int annee, Agent agent) {
        List<SeanceVue> tenues =
                tenues(agent).stream().filter(s -> s.jour().getYear() == annee).toList();
        if (tenues.isEmpty()) {
            throw new Introuvable("Vous n'avez siégé à aucune séance terminée de cette année.");
        }
        return documents.attester(agent.identifiant(), annee, tenues, agent);
    }

    private List<SeanceVue> tenues(Agent agent) {
        return fiches.seancesDe(agent).stream()
                .filter(s -> s.etat().achevee())
                .filter(s ->
                        s.membre(agent.identifiant()).filter(Membre::present).isPresent())
                .sorted(Comparator.comparing(SeanceVue::debut))
                .toList();
    }
}
