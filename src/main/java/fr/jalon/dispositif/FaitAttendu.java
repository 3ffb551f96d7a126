package fr.jalon.dispositif;

import fr.jalon.agent.Agent;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A fact that ends a waiting step by itself, without anybody opening the task. */
public enum FaitAttendu {
    PIECES_COMPLETEES("UserTask_RecevoirPieces"),
    DECISION_CAF_RECUE("UserTask_EnregistrerDecisionCaf"),
    AVIS_EQUIPE_RENDU("UserTask_RecueillirAvisEquipe", "UserTask_RecueillirAvisSanction"),
    REPONSE_PARTENAIRE("UserTask_EnregistrerReponsePartenaire"),
    RENDEZ_VOUS_PARTENAIRE("UserTask_NoterPremierRendezVous"),
    RESULTAT_PARTENAIRE("UserTask_NoterResultat"),
    PARTENAIRE_REFERENT("UserTask_SuivrePartenaire");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> etapes;

    FaitAttendu(String... etapes) {
        this.etapes = List.of(etapes);
    }

    /** Element ids of the steps that this fact ends. */
    public List<String> etapes() {
        return etapes;
    }

    /** The fact happened for a dossier; the variables are the flags that the path needs then. */
    public record Survenu(UUID dossierId, FaitAttendu fait, Map<String, Object> variables, Agent auteur) {}
}
