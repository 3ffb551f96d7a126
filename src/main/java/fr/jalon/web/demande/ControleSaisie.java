package fr.jalon.web.demande;

import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.rsa.DemandesRsa;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Says every fault of a claim at once: figures that cannot be read here, and what the rules' own checks find. */
@Component
class ControleSaisie {

    private final DemandesRsa demandes;

    ControleSaisie(DemandesRsa demandes) {
        this.demandes = demandes;
    }

    /** @throws SaisieInvalide when a figure cannot be read, with the other faults too; nothing was written */
    void verifier(ConversionDemande conversion, ObjectNode donnees, int age, LocalDate depot) {
        if (conversion.erreurs().isEmpty()) {
            return;
        }
        List<ErreurChamp> erreurs = new ArrayList<>(conversion.erreurs());
        List<String> dites = erreurs.stream().map(ErreurChamp::champ).toList();
        try {
            demandes.verifierSituation(donnees, depot, age);
        } catch (SaisieInvalide e) {
            e.erreurs().stream()
                    .map(f -> new ErreurChamp(conversion.champ(f.champ()), f.message()))
                    .filter(f -> !dites.contains(f.champ()))
                    .forEach(erreurs::add);
        }
        throw new SaisieInvalide(erreurs);
    }
}
