package fr.jalon.rsa;

import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.usager.LienFoyer;
import fr.jalon.usager.Naissance;
import fr.jalon.usager.NouveauMembre;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the JSON parts of a claim. */
@Component
class LecteurDemande {

    private final ObjectMapper json;
    private final ObjectReader strict;
    private final ControleDemande controle;

    LecteurDemande(ObjectMapper json, ControleDemande controle) {
        this.json = json;
        // An unknown field is refused, never ignored: what it says would be lost
        this.strict = json.reader().with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.controle = controle;
    }

    /** What stands beside the situation in the data of a claim. */
    private static final List<String> A_COTE = List.of("dateDepot", "dateSaisine", "regimeAgricole", "c2sDemandee");

    /** Day of receipt written in the data, or the given one. */
    LocalDate dateDepot(JsonNode donnees, LocalDate parDefaut) {
        LocalDate date = jour(donnees, "dateDepot");
        return date == null ? parDefaut : date;
    }

    /** Day on which another authority received the claim first, or null (CRPA, L114-3). */
    LocalDate dateSaisine(JsonNode donnees, LocalDate depot) {
        LocalDate date = jour(donnees, "dateSaisine");
        if (date != null && date.isAfter(depot)) {
            throw new SaisieInvalide(
                    "donnees.dateSaisine",
                    "L'autre administration a reçu la demande avant nous : indiquez un jour avant le dépôt.");
        }
        return date;
    }

    private static LocalDate jour(JsonNode donnees, String champ) {
        JsonNode date = donnees.path(champ);
        if (date.isMissingNode() || date.isNull()) {
            return null;
        }
        try {
            return LocalDate.parse(date.isString() ? date.stringValue() : "");
        } catch (DateTimeParseException e) {
            throw new SaisieInvalide("donnees." + champ, "Écrivez la date sous la forme 2026-05-31.");
        }
    }

    /** The spouse and the children whose names are given: they join the foyer, and are not kept with the situation. */
    List<MembreDeclare> membres(JsonNode donnees) {
        List<MembreDeclare> membres = new ArrayList<>();
        membre(membres, donnees.path("adultes").path(1), "adultes[1]", LienFoyer.CONJOINT);
        for (int i = 0; i < donnees.path("enfants").size(); i++) {
            membre(membres, donnees.path("enfants").path(i), "enfants[" + i + "]", LienFoyer.ENFANT);
        }
        return membres;
    }

    private static void membre(List<MembreDeclare> membres, JsonNode qui, String champ, LienFoyer lien) {
        String prenoms = Textes.ouNull(qui.path("prenoms").asString(null));
        String nom = Textes.ouNull(qui.path("nom").asString(null));
        if (prenoms == null && nom == null) {
            return;
        }
        membres.add(new MembreDeclare(
                "donnees." + champ,
                new NouveauMembre(
                        lien,
                        nom,
                        prenoms,
                        Naissance.lireIso(qui.path("dateNaissance").asString(null))
                                .orElse(null),
                        null)));
    }

    private static LocalDate jourDe(String texte) {
        try {
            return texte == null ? null : LocalDate.parse(texte);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Somebody of the foyer, as typed with a claim, and the path of its fields. */
    record MembreDeclare(String champ, NouveauMembre membre) {}

    /**
     * A flag beside the situation, false when absent.
     *
     * @throws SaisieInvalide when it is neither true nor false
     */
    boolean indicateur(JsonNode donnees, String champ) {
        JsonNode valeur = donnees.path(champ);
        if (!valeur.isMissingNode() && !valeur.isNull() && !valeur.isBoolean()) {
            throw new SaisieInvalide("donnees." + champ, "Répondez par true ou false, sans guillemets.");
        }
        return valeur.asBoolean(false);
    }

    /**
     * The declared situation, checked. The month is that of the receipt (CASF R262-33) and the claimant's age comes from
     * the birth date, whatever was sent.
     *
     * @throws SaisieInvalide with each faulty field, its path beginning by {@code donnees}
     */
    DemandeSimulation lire(JsonNode donnees, LocalDate depot, int age) {
        if (!donnees.isObject()) {
            throw new SaisieInvalide("donnees", "Décrivez la situation de la personne.");
        }
        ObjectNode copie = (ObjectNode) donnees.deepCopy();
        copie.put("mois", YearMonth.from(depot).toString());
        copie.remove("montantBase");
        copie.remove(A_COTE);
        anonyme(copie, depot);
        if (copie.path("adultes").path(0) instanceof ObjectNode demandeur) {
            demandeur.put("age", age);
        }
        try {
            DemandeSimulation situation = strict.treeToValue(copie, DemandeSimulation.class);
            controle.verifier(situation);
            return situation;
        } catch (UnrecognizedPropertyException e) {
            throw new SaisieInvalide("donnees." + chemin(e), "Ce champ n'existe pas : vérifiez son nom.");
        } catch (JacksonException e) {
            throw e.getPath().isEmpty()
                    ? new SaisieInvalide("donnees", "La situation n'est pas lisible.")
                    : new SaisieInvalide("donnees." + chemin(e), "Cette valeur n'est pas du type attendu.");
        } catch (SaisieInvalide e) {
            throw new SaisieInvalide(e.erreurs().stream()
                    .map(erreur -> new fr.jalon.commun.ErreurChamp("donnees." + erreur.champ(), erreur.message()))
                    .toList());
        }
    }

    /** Names are kept in the foyer; the age of a spouse comes from the birth date. */
    private static void anonyme(ObjectNode copie, LocalDate depot) {
        copie.path("adultes").forEach(a -> retirerLIdentite(a, depot));
        copie.path("enfants").forEach(e -> {
            if (e instanceof ObjectNode enfant) {
                enfant.remove(List.of("nom", "prenoms"));
            }
        });
    }

    private static void retirerLIdentite(JsonNode adulte, LocalDate depot) {
        if (adulte instanceof ObjectNode conjoint) {
            LocalDate naissance = jourDe(conjoint.path("dateNaissance").asString(null));
            if (naissance != null) {
                conjoint.put("age", Math.max(0, Period.between(naissance, depot).getYears()));
            }
            conjoint.remove(List.of("nom", "prenoms", "dateNaissance"));
        }
    }

    private static String chemin(JacksonException e) {
        return e.getPath().stream()
                .map(r -> r.getPropertyName() == null ? "[" + r.getIndex() + "]" : "." + r.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    DemandeSimulation situation(String texte) {
        return lire(texte, DemandeSimulation.class);
    }

    List<ConditionVerifiee> conditions(String texte) {
        if (texte == null) {
            return List.of();
        }
        try {
            return json.readValue(texte, new TypeReference<List<ConditionVerifiee>>() {});
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    ResultatSimulation estimation(String texte) {
        return texte == null ? null : lire(texte, ResultatSimulation.class);
    }

    String ecrire(Object valeur) {
        try {
            return json.writeValueAsString(valeur);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T lire(String texte, Class<T> type) {
        try {
            return json.readValue(texte, type);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }
}
