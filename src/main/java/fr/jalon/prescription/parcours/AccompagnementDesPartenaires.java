package fr.jalon.prescription.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.dispositif.AccompagnementParUnPartenaire;
import fr.jalon.dispositif.ContexteEtape;
import fr.jalon.dispositif.NoteSuivi;
import fr.jalon.prescription.SuivisDOrientation;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The follow-ups of the partners' space and their letters, offered to whoever orients. */
@Service
@Transactional
class AccompagnementDesPartenaires implements AccompagnementParUnPartenaire {

    private final SuivisDOrientation suivis;
    private final CourriersAuPartenaire courriers;

    AccompagnementDesPartenaires(SuivisDOrientation suivis, CourriersAuPartenaire courriers) {
        this.suivis = suivis;
        this.courriers = courriers;
    }

    @Override
    public void annoncer(
            String cle, UUID dossierId, String organisme, String nature, String decideur, LocalDate attendueLe) {
        suivis.ouvrir(dossierId, organisme, nature, decideur, attendueLe, Agent.JALON);
        courriers.informer(cle, dossierId);
    }

    @Override
    public void noter(UUID dossierId, NoteSuivi note, Agent auteur) {
        suivis.noter(dossierId, note, auteur);
    }

    @Override
    public void annoncerLePremierRendezVous(ContexteEtape contexte, String referent) {
        courriers.annoncerLePremierRendezVous(contexte, referent);
    }

    @Override
    public void finirLesAutres(UUID personneId, UUID dossierId) {
        suivis.finirLesAutres(personneId, dossierId);
    }

    @Override
    public void direLaFin(String cle, UUID dossierId) {
        courriers.direLaFin(cle, dossierId);
    }
}
