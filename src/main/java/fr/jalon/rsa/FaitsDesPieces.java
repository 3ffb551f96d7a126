package fr.jalon.rsa;

import fr.jalon.decision.Tables;
import fr.jalon.rsa.DemandeSimulation.Adulte;
import fr.jalon.rsa.DemandeSimulation.Ressource;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Facts of a declared situation for the table {@code pieces-requises}. */
@Component
class FaitsDesPieces {

    /** Said before the event itself was asked. */
    private static final String EVENEMENT_NON_PRECISE = "NON_PRECISE";

    private final Tables tables;

    FaitsDesPieces(Tables tables) {
        this.tables = tables;
    }

    Map<String, Object> de(DemandeSimulation situation) {
        Adulte demandeur = situation.adultes().get(0);
        Set<String> types = situation.adultes().stream()
                .flatMap(adulte -> adulte.ressources().stream())
                .filter(ressource ->
                        ressource.montant() != null && ressource.montant().signum() > 0)
                .map(Ressource::type)
                .collect(Collectors.toSet());
        Map<String, Object> faits = new HashMap<>();
        faits.put("groupeNationalite", groupe(demandeur.nationalite()));
        faits.put(
                "statutLogement",
                situation.logement() == null ? null : situation.logement().statut());
        faits.put("enfants", situation.enfants().size());
        faits.put("enceinte", unDes(situation.adultes().stream().map(Adulte::enceinte)));
        faits.put("couple", situation.adultes().size() > 1);
        faits.put("evenementIsolement", evenementAProuver(situation));
        faits.put("droitSejourEuropeen", demandeur.droitSejourEuropeen());
        faits.put("etudiant", unDes(situation.adultes().stream().map(Adulte::etudiant)));
        faits.put("jeuneActif", aTravaille(demandeur));
        faits.putAll(parNature(types));
        faits.put("aucuneRessource", types.isEmpty());
        return faits;
    }

    /** Each kind of resource asks for its own proof; the table {@code ressources-rsa} says which kind a type is. */
    private Map<String, Object> parNature(Set<String> types) {
        Set<String> preuves = types.stream()
                .map(type -> tables.ligne("preuves-ressources", "type", type).texte("preuve"))
                .collect(Collectors.toSet());
        Map<String, Object> faits = new HashMap<>();
        for (String nature : List.of("salarie", "chomage", "independant", "pension")) {
            faits.put(nature, preuves.contains(nature));
        }
        return faits;
    }

    /** The event whose date is to be proved, because it may still give the increased amount; null when none is. */
    private static String evenementAProuver(DemandeSimulation situation) {
        if (situation.isolement() == null) {
            return Boolean.TRUE.equals(situation.isolementRecent()) ? EVENEMENT_NON_PRECISE : null;
        }
        return situation.adultes().size() == 1 && !situation.enfants().isEmpty()
                ? situation.isolement().evenement()
                : null;
    }

    private String groupe(String nationalite) {
        return tables.ligneSiConnue("groupe-nationalite", Collections.singletonMap("nationalite", nationalite))
                .map(ligne -> ligne.texte("groupe"))
                .orElse(null);
    }

    private static boolean unDes(Stream<Boolean> valeurs) {
        return valeurs.anyMatch(Boolean.TRUE::equals);
    }

    private static boolean aTravaille(Adulte adulte) {
        BigDecimal heures = adulte.heuresTravaillees3Ans();
        return heures != null && heures.signum() > 0;
    }
}
