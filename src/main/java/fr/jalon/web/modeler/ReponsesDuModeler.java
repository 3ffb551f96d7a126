package fr.jalon.web.modeler;

import fr.jalon.atelier.Constat;
import fr.jalon.atelier.Depot;
import fr.jalon.atelier.Essai;
import fr.jalon.atelier.EssaiDeParcours;
import fr.jalon.atelier.LotVue;
import fr.jalon.commun.Horloge;
import fr.jalon.moteur.DeploiementVivant;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The shapes of Camunda's public protocol, which Camunda Modeler reads. */
final class ReponsesDuModeler {

    /** The beginning by which the Modeler tells a fault of the diagram from another. */
    static final String FAUTE_DU_DIAGRAMME = "ENGINE-09005 Could not parse BPMN process.";

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    private ReponsesDuModeler() {}

    static Map<String, Object> depot(Depot depot, String source) {
        return depot.lot()
                .map(lot -> brouillon(lot, depot, source))
                .orElseGet(() -> depot.vivant().map(v -> vivant(v, source)).orElseThrow());
    }

    private static Map<String, Object> brouillon(LotVue lot, Depot depot, String source) {
        Map<String, Object> processus = new LinkedHashMap<>();
        for (LotVue.Fichier f : lot.fichiers()) {
            if (f.type().equals("bpmn")) {
                String id = EssaiDeParcours.definition(f);
                processus.put(
                        id,
                        definition(
                                id,
                                f.cle(),
                                nom(depot, f),
                                f.version(),
                                f.fichier(),
                                lot.id().toString()));
            }
        }
        return deploiement(lot.id().toString(), lot.nom(), source, lot.deposeLe(), processus);
    }

    private static String nom(Depot depot, LotVue.Fichier fichier) {
        return depot.fichiers().stream()
                .filter(f -> f.nom().equals(fichier.fichier()))
                .findFirst()
                .map(EssaiDeParcours::nom)
                .orElse(fichier.cle());
    }

    private static Map<String, Object> vivant(DeploiementVivant v, String source) {
        Map<String, Object> processus = new LinkedHashMap<>();
        v.processus()
                .forEach(p ->
                        processus.put(p.id(), definition(p.id(), p.cle(), p.nom(), p.version(), p.fichier(), v.id())));
        return deploiement(v.id(), v.nom(), source, v.quand(), processus);
    }

    private static Map<String, Object> deploiement(
            String id, String nom, String source, Instant quand, Map<String, Object> processus) {
        Map<String, Object> corps = new LinkedHashMap<>();
        corps.put("links", List.of());
        corps.put("id", id);
        corps.put("name", nom);
        corps.put("source", source);
        corps.put("deploymentTime", INSTANT.format(ZonedDateTime.ofInstant(quand, Horloge.PARIS)));
        corps.put("tenantId", null);
        corps.put("deployedProcessDefinitions", processus.isEmpty() ? null : processus);
        corps.put("deployedCaseDefinitions", null);
        corps.put("deployedDecisionDefinitions", null);
        corps.put("deployedDecisionRequirementsDefinitions", null);
        return corps;
    }

    private static Map<String, Object> definition(
            String id, String cle, String nom, int version, String fichier, String deploiement) {
        Map<String, Object> corps = new LinkedHashMap<>();
        corps.put("id", id);
        corps.put("key", cle);
        corps.put("category", null);
        corps.put("description", null);
        corps.put("name", nom);
        corps.put("version", version);
        corps.put("resource", fichier);
        corps.put("deploymentId", deploiement);
        corps.put("diagram", null);
        corps.put("suspended", false);
        corps.put("tenantId", null);
        corps.put("versionTag", null);
        corps.put("historyTimeToLive", null);
        corps.put("startableInTasklist", false);
        return corps;
    }

    /** The refusal of a deposit, as the Modeler's dialog shows it: our words after the beginning that it looks for. */
    static Map<String, Object> refus(List<Constat> constats) {
        List<Constat> erreurs = constats.stream().filter(Constat::erreur).toList();
        boolean diagramme = erreurs.stream().anyMatch(c -> c.fichier().endsWith(".bpmn"));
        String debut = diagramme ? FAUTE_DU_DIAGRAMME + " Errors:" : "Jalon ne prend pas ces modèles :";
        String message = erreurs.stream()
                .map(c -> "\n* " + c.message() + " " + c.remede() + " | " + place(c))
                .collect(Collectors.joining("", debut, ""));
        Map<String, Object> details = new LinkedHashMap<>();
        constats.stream()
                .collect(Collectors.groupingBy(Constat::fichier, LinkedHashMap::new, Collectors.toList()))
                .forEach((fichier, siens) -> details.put(fichier, details(siens)));
        Map<String, Object> corps = erreur("ParseException", message);
        corps.put("details", details);
        return corps;
    }

    private static String place(Constat c) {
        List<String> mots = new ArrayList<>(List.of("resource " + c.fichier()));
        if (c.ligne() != null) {
            mots.add("line " + c.ligne());
        }
        if (c.element() != null) {
            mots.add("element " + c.element());
        }
        return String.join(" | ", mots);
    }

    private static Map<String, Object> details(List<Constat> constats) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put(
                "errors",
                constats.stream()
                        .filter(Constat::erreur)
                        .map(ReponsesDuModeler::probleme)
                        .toList());
        details.put(
                "warnings",
                constats.stream()
                        .filter(c -> !c.erreur())
                        .map(ReponsesDuModeler::probleme)
                        .toList());
        return details;
    }

    private static Map<String, Object> probleme(Constat c) {
        Map<String, Object> probleme = new LinkedHashMap<>();
        probleme.put("message", c.message() + " " + c.remede());
        probleme.put("line", c.ligne() == null ? 0 : c.ligne());
        probleme.put("column", 0);
        probleme.put("mainElementId", c.element());
        probleme.put("elementIds", c.element() == null ? List.of() : List.of(c.element()));
        return probleme;
    }

    static Map<String, Object> erreur(String type, String message) {
        Map<String, Object> corps = new LinkedHashMap<>();
        corps.put("type", type);
        corps.put("message", message);
        corps.put("code", 0);
        return corps;
    }

    static Map<String, Object> essai(Essai essai, String cleMetier) {
        Map<String, Object> corps = new LinkedHashMap<>();
        corps.put("links", List.of());
        corps.put("id", essai.id());
        corps.put("definitionId", essai.definition());
        corps.put("definitionKey", essai.cle());
        corps.put("businessKey", cleMetier);
        corps.put("caseInstanceId", null);
        corps.put("ended", essai.fini());
        corps.put("suspended", false);
        corps.put("tenantId", null);
        return corps;
    }
}
