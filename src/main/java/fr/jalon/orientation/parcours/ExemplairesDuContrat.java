package fr.jalon.orientation.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.courrier.SuiviCourriers;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The paper of the contract: who signs it has it in her hands; what is refused or to be written again is handed to nobody. */
@Component
class ExemplairesDuContrat {

    private final Courriers courriers;
    private final SuiviCourriers suivi;

    ExemplairesDuContrat(Courriers courriers, SuiviCourriers suivi) {
        this.courriers = courriers;
        this.suivi = suivi;
    }

    /** @param signeLe day on which the person signed */
    void remis(UUID dossierId, LocalDate signeLe, Agent agent) {
        aRemettre(dossierId).forEach(c -> {
            LocalDate ecritLe = LocalDate.ofInstant(c.creeLe(), Horloge.PARIS);
            suivi.remettre(
                    c.id(), signeLe.isBefore(ecritLe) ? ecritLe : signeLe, "contrat signé par la personne", agent);
        });
    }

    /** @param pourquoi end of the sentence "annulé : ..." */
    void retires(UUID dossierId, String pourquoi, Agent agent) {
        aRemettre(dossierId).forEach(c -> courriers.retirer(c.id(), pourquoi, agent));
    }

    private List<CourrierVue> aRemettre(UUID dossierId) {
        return courriers.parDossier(dossierId).stream()
                .filter(c -> CodesCourrier.CONTRAT_ENGAGEMENT.equals(c.modele()) && c.etat() == EtatCourrier.IMPRIME)
                .toList();
    }
}
