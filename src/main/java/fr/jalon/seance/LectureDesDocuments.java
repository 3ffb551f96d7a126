package fr.jalon.seance;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Introuvable;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The convocations and the minutes, for who organises the session; the minutes for its members too. Each reading leaves a trace. */
@Service
@Transactional
public class LectureDesDocuments {

    private final Seances seances;
    private final Fiches fiches;
    private final Courriers courriers;
    private final ApplicationEventPublisher evenements;

    LectureDesDocuments(Seances seances, Fiches fiches, Courriers courriers, ApplicationEventPublisher evenements) {
        this.seances = seances;
        this.fiches = fiches;
        this.courriers = courriers;
        this.evenements = evenements;
    }

    /**
     * A letter of a session.
     *
     * @throws Introuvable when it is another session's, or the session another antenne's
     */
    public CourrierVue consulter(UUID seanceId, UUID document, Agent lecteur) {
        SeanceVue seance = seances.seance(seanceId, lecteur);
        return noter(seance, exiger(seance, document), lecteur);
    }

    /** The same without a trace, for the pictures that a page already noted as read shows. */
    @Transactional(readOnly = true)
    public CourrierVue document(UUID seanceId, UUID document, Agent lecteur) {
        return exiger(seances.seance(seanceId, lecteur), document);
    }

    /**
     * The minutes, for a member.
     *
     * @throws Introuvable for anybody else, or before the session is closed
     */
    public CourrierVue procesVerbal(UUID seanceId, Agent membre) {
        SeanceVue seance = fiches.seanceDe(seanceId, membre);
        return noter(seance, exiger(seance, seance.procesVerbal()), membre);
    }

    private CourrierVue noter(SeanceVue seance, CourrierVue document, Agent lecteur) {
        evenements.publishEvent(new DocumentLu(seance.numero(), seance.antenne(), document.numero(), lecteur));
        return document;
    }

    /** A letter that is not of this session reads as if it did not exist. */
    private CourrierVue exiger(SeanceVue seance, UUID document) {
        return (document == null ? Optional.<CourrierVue>empty() : courriers.courrier(document))
                .filter(c -> c.dossierId().equals(seance.id()))
                .orElseThrow(() -> new Introuvable("Ce document n'existe pas."));
    }
}
