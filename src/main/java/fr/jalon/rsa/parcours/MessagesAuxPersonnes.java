package fr.jalon.rsa.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Textes;
import fr.jalon.dispositif.LettresDossier;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EvenementVue;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Words that an agent wants in the next letter: kept in the history, read by the step that writes the letter. */
@Component
class MessagesAuxPersonnes {

    static final String NATURE = "MESSAGE";

    private final Dossiers dossiers;

    MessagesAuxPersonnes(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    void noter(UUID dossierId, String message, Agent auteur) {
        String net = Textes.ouNull(message);
        if (net != null) {
            dossiers.tracer(dossierId, NATURE, net, auteur);
        }
    }

    /** Words noted since the last letter: the next one says them, and only that one. */
    Optional<String> dernier(UUID dossierId) {
        return dossiers.histoire(dossierId).stream()
                .filter(e -> NATURE.equals(e.nature()) || LettresDossier.NATURE.equals(e.nature()))
                .findFirst()
                .filter(e -> NATURE.equals(e.nature()))
                .map(EvenementVue::texte);
    }

    /** The last words noted since an instant, which is that of the last letter that says something else. */
    Optional<String> depuis(UUID dossierId, Instant instant) {
        return dossiers.histoire(dossierId).stream()
                .filter(e -> NATURE.equals(e.nature()) && !e.quand().isBefore(instant))
                .findFirst()
                .map(EvenementVue::texte);
    }
}
