package fr.jalon.rsa.parcours;

import fr.jalon.dispositif.FaitsDeclares;
import fr.jalon.rsa.DemandeRsaVue;
import fr.jalon.rsa.DemandeSimulation;
import fr.jalon.rsa.DemandesRsa;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a claim says of the foyer and of the housing. */
@Component
class FaitsDeLaDemande implements FaitsDeclares {

    private final DemandesRsa demandes;

    FaitsDeLaDemande(DemandesRsa demandes) {
        this.demandes = demandes;
    }

    @Override
    public String dispositif() {
        return DemandesRsa.DISPOSITIF;
    }

    @Override
    public Map<String, Object> de(UUID dossierId) {
        DemandeRsaVue demande = demandes.demande(dossierId);
        DemandeSimulation situation = demande.situation();
        Map<String, Object> connu = new HashMap<>();
        connu.put("enfants", situation.enfants().size());
        eleveSeule(situation).ifPresent(seule -> connu.put("parentIsole", seule ? "OUI" : "NON"));
        if (demande.estimation() != null) {
            connu.put("majoration", demande.estimation().majorationIsolement() ? "OUI" : "NON");
        }
        switch (logement(situation)) {
            case "SANS_DOMICILE_STABLE" -> connu.put("hebergement", "SANS");
            case "LOCATAIRE", "PROPRIETAIRE_SANS_PRET", "PROPRIETAIRE_AVEC_PRET" -> connu.put("hebergement", "STABLE");
            default -> connu.put("hebergement", "NSP");
        }
        return connu;
    }

    /** Nothing when the claim does not say whether the person lives alone. */
    private static Optional<Boolean> eleveSeule(DemandeSimulation situation) {
        if (situation.enfants().isEmpty() || situation.adultes().size() > 1) {
            return Optional.of(false);
        }
        return Optional.ofNullable(situation.isole());
    }

    /** The housing that was declared; a file that has no such column declares none. */
    private static String logement(DemandeSimulation situation) {
        return situation.logement() == null || situation.logement().statut() == null
                ? "NON_RENSEIGNE"
                : situation.logement().statut();
    }
}
