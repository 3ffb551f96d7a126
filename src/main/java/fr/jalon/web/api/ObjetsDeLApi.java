package fr.jalon.web.api;

import fr.jalon.agent.Agent;
import fr.jalon.agent.AgentConnecte;
import fr.jalon.atelier.Atelier;
import fr.jalon.budget.Enveloppes;
import fr.jalon.budget.Reservations;
import fr.jalon.commun.Introuvable;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.dossier.Dossiers;
import fr.jalon.moteur.Taches;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The object that an address of the API names, judged before a body is spoken of: somebody who may not see it learns that it
 * does not exist, not that a field of the body is wrong.
 */
@Component
class ObjetsDeLApi {

    private final Dossiers dossiers;
    private final Taches taches;
    private final Courriers courriers;
    private final Atelier atelier;
    private final Enveloppes enveloppes;
    private final Reservations reservations;

    ObjetsDeLApi(
            Dossiers dossiers,
            Taches taches,
            Courriers courriers,
            Atelier atelier,
            Enveloppes enveloppes,
            Reservations reservations) {
        this.atelier = atelier;
        this.enveloppes = enveloppes;
        this.reservations = reservations;
        this.dossiers = dossiers;
        this.taches = taches;
        this.courriers = courriers;
    }

    /** @throws Introuvable when the address names an object that the caller may not see */
    void exiger(HttpServletRequest requete) {
        Object route = requete.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        Object variables = requete.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Authentication qui = SecurityContextHolder.getContext().getAuthentication();
        if (route == null
                || !(variables instanceof Map<?, ?> noms)
                || qui == null
                || !(qui.getPrincipal() instanceof AgentConnecte connecte)) {
            return;
        }
        exiger(route.toString(), noms, connecte.agent());
    }

    private void exiger(String route, Map<?, ?> noms, Agent agent) {
        if (noms.get("numero") instanceof String numero && route.contains("/dossiers/{numero}")) {
            dossiers.parNumero(numero, agent);
        } else if (noms.get("id") instanceof String id && route.contains("/taches/{id}")) {
            taches.tache(id, agent);
        } else if (noms.get("id") instanceof String id && route.contains("/courriers/{id}")) {
            courrier(id, agent);
        } else if (noms.get("cle") instanceof String cle
                && noms.get("version") instanceof String version
                && route.contains("/atelier/modeles/{cle}")) {
            atelier.lot(cle, version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1, agent);
        } else if (noms.get("id") instanceof String id && route.contains("/budget/")) {
            budget(id, route);
        }
    }

    private void budget(String id, String route) {
        if (route.contains("/enveloppes/{id}")) {
            enveloppes.parId(id);
            return;
        }
        try {
            reservations.exiger(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw new Introuvable("Cette réservation n'existe pas.");
        }
    }

    private void courrier(String id, Agent agent) {
        boolean connu;
        try {
            connu = courriers
                    .courrier(UUID.fromString(id))
                    .map(CourrierVue::dossierId)
                    .flatMap(dossiers::siExiste)
                    .filter(d -> agent.portee().couvre(d.antenne()))
                    .isPresent();
        } catch (IllegalArgumentException e) {
            connu = false;
        }
        if (!connu) {
            throw new Introuvable("Ce courrier n'existe pas.");
        }
    }
}
