package fr.jalon.recits;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.essais.ClientApi;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The accounts of the demonstration at work, by the API and by the forms of the screens, each with its own session. */
final class Equipe {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Monde monde;
    private final Map<String, Navigation> sessions = new HashMap<>();

    Equipe(Monde monde) {
        this.monde = monde;
    }

    // ---- the API

    private ClientApi api(String qui) {
        return ClientApi.anonyme(monde).basic(qui, RecitsIT.MOT_DE_PASSE);
    }

    UUID creerPersonne(String qui, Map<String, Object> fiche) {
        return UUID.fromString(fait(api(qui).post("/api/v1/usagers", ecrire(fiche)), 201)
                .path("id")
                .asString());
    }

    String deposer(String qui, UUID personne, Map<String, Object> donnees) {
        Map<String, Object> depot = new LinkedHashMap<>();
        depot.put("dispositif", "RSA");
        depot.put("usagerId", personne.toString());
        depot.put("canal", "GUICHET");
        depot.put("donnees", donnees);
        String numero = fait(api(qui).post("/api/v1/dossiers", ecrire(depot)), 201)
                .path("numero")
                .asString();
        monde.travailler();
        return numero;
    }

    JsonNode dossier(String qui, String numero) {
        return fait(api(qui).get("/api/v1/dossiers/" + numero), 200);
    }

    /** Takes the task and ends it. */
    void faire(String qui, String numero, String etape, Map<String, Object> donnees) {
        String tache = tache(qui, numero, etape);
        api(qui).post("/api/v1/taches/" + tache + "/prise", null);
        fait(api(qui).post("/api/v1/taches/" + tache + "/achevement", ecrire(Map.of("donnees", donnees))), 200);
        monde.travailler();
    }

    /** Tries to end a task, and gives the words of the refusal. */
    String refuser(String qui, String numero, String etape, Map<String, Object> donnees) {
        ClientApi.Reponse r = api(qui).post(
                        "/api/v1/taches/" + tache(qui, numero, etape) + "/achevement",
                        ecrire(Map.of("donnees", donnees)));
        assertThat(r.statut()).as(r.texte()).isIn(403, 409, 422);
        JsonNode erreurs = r.json().path("erreurs");
        return erreurs.isEmpty()
                ? r.json().path("detail").asString()
                : erreurs.path(0).path("message").asString();
    }

    private String tache(String qui, String numero, String etape) {
        JsonNode taches = dossier(qui, numero).path("taches");
        for (JsonNode t : taches) {
            if (t.path("etapeId").asString().equals("UserTask_" + etape)) {
                return t.path("id").asString();
            }
        }
        throw new AssertionError("pas de tâche " + etape + " sur " + numero + " : " + taches);
    }

    /** Steps that wait on a dossier. */
    List<String> etapes(String qui, String numero) {
        return dossier(qui, numero).path("taches").findValuesAsString("etapeId");
    }

    static JsonNode fait(ClientApi.Reponse r, int statut) {
        assertThat(r.statut()).as(r.texte()).isEqualTo(statut);
        return r.json();
    }

    // ---- the screens

    Navigation ecran(String qui) {
        return sessions.computeIfAbsent(qui, nom -> {
            Navigation n = new Navigation(monde);
            assertThat(n.connecter(nom, RecitsIT.MOT_DE_PASSE).statut()).isEqualTo(302);
            return n;
        });
    }

    /** Sends a form of a screen; it must be accepted, and lead elsewhere. */
    String envoyer(String qui, String chemin, Map<String, String> champs) {
        ClientApi.Reponse r = ecran(qui).post(chemin, champs);
        assertThat(r.statut()).as(chemin + " " + r.texte()).isIn(302, 303);
        monde.travailler();
        return r.entete("Location");
    }

    /** Sends a form that must be refused, and gives the words on its field. */
    String envoiRefuse(String qui, String chemin, Map<String, String> champs) {
        ClientApi.Reponse r = ecran(qui).post(chemin, champs);
        assertThat(r.statut()).as(r.texte()).isIn(403, 404, 409, 422);
        return r.texte();
    }

    /** Every piece of the list is seen on paper and right. */
    void accepterLesPieces(String qui, String numero) {
        for (JsonNode piece : dossier(qui, numero).path("pieces")) {
            if (!"ACCEPTEE".equals(piece.path("etat").asString())) {
                envoyer(
                        qui,
                        "/dossiers/" + numero + "/pieces/" + piece.path("type").asString() + "/vue",
                        Map.of());
            }
        }
    }

    static String ecrire(Object valeur) {
        try {
            return JSON.writeValueAsString(valeur);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }
}
