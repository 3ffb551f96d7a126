package fr.jalon.web.demande;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.rsa.DemandeSimulation;
import fr.jalon.rsa.SimulationRsa;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says every fault of a claim at once: figures that cannot be read here, and what the rules' own checks find. */
@Component
class ControleSaisie {

    private final SimulationRsa simulation;
    private final ObjectMapper json;

    ControleSaisie(SimulationRsa simulation, ObjectMapper json) {
        this.simulation = simulation;
        this.json = json;
    }

    /** @throws SaisieInvalide when a figure cannot be read, with the other faults too; nothing was written */
    void verifier(ConversionDemande conversion, ObjectNode donnees, int age, LocalDate depot) {
        if (conversion.erreurs().isEmpty()) {
            return;
        }
        List<ErreurChamp> erreurs = new ArrayList<>(conversion.erreurs());
        List<String> dites = erreurs.stream().map(ErreurChamp::champ).toList();
        ObjectNode copie = donnees.deepCopy();
        copie.put("mois", YearMonth.from(depot).toString());
        ((ObjectNode) copie.get("adultes").get(0)).put("age", age);
        try {
            simulation.simuler(json.treeToValue(copie, DemandeSimulation.class));
        } catch (SaisieInvalide e) {
            e.erreurs().stream()
                    .map(f -> new ErreurChamp(conversion.champ(f.champ()), f.message()))
                    .filter(f -> !dites.contains(f.champ()))
                    .forEach(erreurs::add);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        throw new SaisieInvalide(erreurs);
    }
}
