package fr.jalon.sanction.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.dispositif.ContexteEtape;
import fr.jalon.dispositif.Envois;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Issue;
import fr.jalon.sanction.ManquementVue;
import fr.jalon.sanction.Manquements;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** What the CAF, which pays, France Travail and the Département must know: the decision and its end. No fact, no observation of the person. */
@Component
class TransmissionSanction {

    private static final String CAF = "CAF";
    private static final String FRANCE_TRAVAIL = "FRANCE_TRAVAIL";
    private static final String DEPARTEMENT = "DEPARTEMENT";
    private static final String SANCTION = "SANCTION_RSA";
    private static final String LEVEE = "LEVEE_SANCTION";
    private static final String FIN_SUIVI = "FIN_SUIVI_SANCTION";

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

    /** Once signed: to the CAF the decision, to France Travail the proposal that was decided with it. */
    void sanction(String cle, UUID dossierId) {
        ManquementVue m = manquements.manquement(dossierId);
        if (!m.sanctionnee() || dossiers.parId(dossierId).clos()) {
            return;
        }
        Map<String, Object> decision = new LinkedHashMap<>();
        decision.put("sanction", m.choix().sanction().name());
        decision.put("taux", m.choix().taux());
        decision.put("mois", m.choix().mois());
        decision.put("debut", m.choix().debut().toString());
        decision.put("dernierJour", m.fin().minusDays(1).toString());
        deposer(cle, dossierId, CAF, SANCTION, decision);
        dossiers.tracer(dossierId, "TRANSMISSION", "Sanction transmise à la CAF.", Agent.JALON);
        if (Boolean.TRUE.equals(m.choix().radiation())) {
            deposer(
                    cle,
                    dossierId,
                    FRANCE_TRAVAIL,
                    "PROPOSITION_RADIATION",
                    Map.of(
                            "debut", m.choix().debut().toString(),
                            "dernierJour", m.fin().minusDays(1).toString()));
            dossiers.tracer(
                    dossierId,
                    "TRANSMISSION",
                    "Proposition de radiation de la liste des demandeurs d'emploi transmise à France Travail.",
                    Agent.JALON);
        }
    }

    /** Whether the CAF carries a sanction out: what it never heard of, or already ended, it need not end. */
    boolean transmise(UUID dossierId) {
        boolean transmise = false;
        for (Envois.Envoi e : envois.duDossier(dossierId)) {
            transmise = SANCTION.equals(e.objet())
                    || (transmise && !LEVEE.equals(e.objet()) && !FIN_SUIVI.equals(e.objet()));
        }
        return transmise;
    }

    /** @return whether the CAF knew of the sanction */
    boolean levee(ContexteEtape contexte) {
        UUID dossierId = contexte.dossierId();
        if (!transmise(dossierId)) {
            return false;
        }
        ManquementVue m = manquements.manquement(dossierId);
        deposer(
                contexte.cleUnique(CAF),
                dossierId,
                CAF,
                LEVEE,
                Map.of("leveeLe", m.enRegleLe().toString()));
        dossiers.tracer(dossierId, "TRANSMISSION", "Levée de la sanction transmise à la CAF.", Agent.JALON);
        return true;
    }

    /** The letter came back: the decision was notified to nobody, and has no effect (CRPA, art. L221-8). */
    void sansEffet(ContexteEtape contexte) {
        UUID dossierId = contexte.dossierId();
        if (transmise(dossierId)) {
            deposer(
                    contexte.cleUnique(CAF),
                    dossierId,
                    CAF,
                    LEVEE,
                    Map.of("leveeLe", horloge.aujourdhui().toString(), "motif", "DECISION_NON_NOTIFIEE"));
            dossiers.tracer(
                    dossierId,
                    "TRANSMISSION",
                    "La CAF est prévenue : la sanction n'a pas d'effet, la personne n'a pas reçu la décision.",
                    Agent.JALON);
        }
    }

    /** The procedure ends for another reason while a sanction runs: the CAF, which carries it out, is told why. */
    void finDuSuivi(ContexteEtape contexte, Issue issue) {
        UUID dossierId = contexte.dossierId();
        if (transmise(dossierId)) {
            deposer(
                    contexte.cleUnique(CAF),
                    dossierId,
                    CAF,
                    FIN_SUIVI,
                    Map.of("motif", issue.name(), "date", horloge.aujourdhui().toString()));
            dossiers.tracer(
                    dossierId,
                    "TRANSMISSION",
                    "La CAF est prévenue de la fin de la procédure : "
                            + issue.libelle().toLowerCase(Locale.FRENCH) + ".",
                    Agent.JALON);
        }
    }

    /** The proposal to end the right: the président du Département decides. */
    void finDroit(ContexteEtape contexte) {
        ManquementVue m = manquements.manquement(contexte.dossierId());
        deposer(
                contexte.cleUnique(DEPARTEMENT),
                contexte.dossierId(),
                DEPARTEMENT,
                "PROPOSITION_FIN_DROIT",
                Map.of("suppressionTermineeLe", m.fin().minusDays(1).toString()));
        dossiers.tracer(
                contexte.dossierId(),
                "TRANSMISSION",
                "Proposition de fin du droit transmise au Département.",
                Agent.JALON);
    }

    private void deposer(String cle, UUID dossierId, String destinataire, String objet, Map<String, Object> decision) {
        DossierVue dossier = dossiers.parId(dossierId);
        PersonneVue personne = personnes.parId(dossier.personneId());
        Map<String, Object> fichier = new LinkedHashMap<>();
        fichier.put("objet", objet);
        fichier.put("dossier", dossier.numero());
        fichier.put("date", horloge.aujourdhui().toString());
        Map<String, Object> usager = new LinkedHashMap<>();
        usager.put("nom", personne.nom());
        usager.put("nomNaissance", personne.nomNaissance());
        usager.put("prenoms", personne.prenoms());
        usager.put("dateNaissance", personne.dateNaissance().toString());
        fichier.put("usager", usager);
        fichier.put("decision", decision);
        envois.deposer(new Envois.AEnvoyer(
                cle + ":" + destinataire + ":" + objet,
                dossier.id(),
                destinataire,
                objet,
                dossier.numero() + "_" + objet.toLowerCase(Locale.ROOT) + ".json",
                ecrire(fichier)));
    }

    private String ecrire(Map<String, Object> fichier) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(fichier);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }
}
