package fr.jalon.parcours.sanction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.parcours.ContexteEtape;
import fr.jalon.parcours.Envois;
import fr.jalon.sanction.ManquementVue;
import fr.jalon.sanction.Manquements;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the CAF, which pays, must know: the decision and its end. No fact, no observation of the person. */
@Component
class TransmissionSanction {

    private static final String CAF = "CAF";

    private final Manquements manquements;
    private final Dossiers dossiers;
    private final Personnes personnes;
    private final Envois envois;
    private final Horloge horloge;
    private final ObjectMapper json;

    TransmissionSanction(
            Manquements manquements,
            Dossiers dossiers,
            Personnes personnes,
            Envois envois,
            Horloge horloge,
            ObjectMapper json) {
        this.manquements = manquements;
        this.dossiers = dossiers;
        this.personnes = personnes;
        this.envois = envois;
        this.horloge = horloge;
        this.json = json;
    }

    void sanction(ContexteEtape contexte) {
        ManquementVue m = manquements.manquement(contexte.dossierId());
        Map<String, Object> decision = new LinkedHashMap<>();
        decision.put("sanction", m.choix().sanction().name());
        decision.put("taux", m.choix().taux());
        decision.put("mois", m.choix().mois());
        decision.put("debut", m.choix().debut().toString());
        decision.put("dernierJour", m.fin().minusDays(1).toString());
        deposer(contexte, "SANCTION_RSA", decision);
        dossiers.tracer(contexte.dossierId(), "TRANSMISSION", "Sanction transmise à la CAF.", Agent.JALON);
    }

    void levee(ContexteEtape contexte) {
        ManquementVue m = manquements.manquement(contexte.dossierId());
        deposer(contexte, "LEVEE_SANCTION", Map.of("leveeLe", m.enRegleLe().toString()));
        dossiers.tracer(contexte.dossierId(), "TRANSMISSION", "Levée de la sanction transmise à la CAF.", Agent.JALON);
    }

    private void deposer(ContexteEtape contexte, String objet, Map<String, Object> decision) {
        DossierVue dossier = dossiers.parId(contexte.dossierId());
        PersonneVue personne = personnes.parId(dossier.personneId());
        Map<String, Object> fichier = new LinkedHashMap<>();
        fichier.put("objet", objet);
        fichier.put("dossier", dossier.numero());
        fichier.put("date", horloge.aujourdhui().toString());
        fichier.put(
                "usager",
                Map.of(
                        "nom", personne.nom(),
                        "prenoms", personne.prenoms(),
                        "dateNaissance", personne.dateNaissance().toString()));
        fichier.put("decision", decision);
        envois.deposer(new Envois.AEnvoyer(
                contexte.cleUnique(CAF + ":" + objet),
                dossier.id(),
                CAF,
                objet,
                dossier.numero() + "_" + objet.toLowerCase(Locale.ROOT) + ".json",
                ecrire(fichier)));
    }

    private String ecrire(Map<String, Object> fichier) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(fichier);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
