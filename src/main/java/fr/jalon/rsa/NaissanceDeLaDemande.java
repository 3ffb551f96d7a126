package fr.jalon.rsa;

import fr.jalon.agent.Agent;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NaissanceComptee;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The ages of a claim, on the day of its deposit, until it leaves: what who decides already has is corrected there, not here. */
@Component
class NaissanceDeLaDemande implements NaissanceComptee {

    private final DemandesRsa demandes;
    private final Dossiers dossiers;

    NaissanceDeLaDemande(DemandesRsa demandes, Dossiers dossiers) {
        this.demandes = demandes;
        this.dossiers = dossiers;
    }

    @Override
    public String dispositif() {
        return DemandesRsa.DISPOSITIF;
    }

    @Override
    public boolean corrigee(UUID dossierId) {
        boolean ici = demandes.corrigeable(dossierId);
        if (!ici) {
            dossiers.tracer(
                    dossierId,
                    "SITUATION",
                    "Date de naissance corrigée après le départ de la demande : à signaler à l'organisme qui décide.",
                    Agent.JALON);
        }
        return ici;
    }
}
