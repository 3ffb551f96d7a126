package fr.jalon.web.atelier;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.jalon.agent.Role;
import fr.jalon.courrier.ModelesCourrier;
import fr.jalon.dossier.Issue;
import fr.jalon.moteur.ModelesVivants;
import fr.jalon.web.commun.TableauCsv;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * The element templates of Camunda Modeler for what a path may do in Jalon: an author chooses a role, a form, a station, a table, a
 * letter or an end by its French name, and never types a bean. The choices are those of this instance, drafts of others left out.
 */
@Component
class GabaritsModeler {

    private static final String PROPRIETE = "property";
    private static final String PROPRIETE_JALON = "camunda:property";

    private static final Pattern TABLE = Pattern.compile("<decision id=\"([^\"]+)\" name=\"([^\"]+)\"");
    private static final String FORMULAIRE = ".form";

    private final ModelesVivants modeles;
    private final ModelesCourrier courriers;
    private final Map<String, List<String>> mots = TableauCsv.lire("gabarits.csv").stream()
            .collect(Collectors.toMap(c -> c.get(0), c -> c.subList(1, c.size())));

    GabaritsModeler(ModelesVivants modeles, ModelesCourrier courriers) {
        this.modeles = modeles;
        this.courriers = courriers;
    }

    /** A template, as the Modeler's schema of Camunda 7 names its parts. */
    record Gabarit(String name, String id, String description, List<String> appliesTo, List<Champ> properties) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Champ(
            String label,
            String description,
            String type,
            Object value,
            List<Choix> choices,
            Liaison binding,
            Contrainte constraints) {}

    record Choix(String name, String value) {}

    record Liaison(String type, String name) {}

    record Contrainte(boolean notEmpty) {}

    List<Gabarit> tous() {
        return List.of(
                etape("etape", List.of()),
                etape("etape-qui-attend", List.of(choisir("attente", jalon("attente"), attentes()))),
                new Gabarit(
                        mot("table"),
                        "fr.jalon.table",
                        aide("table"),
                        List.of("bpmn:BusinessRuleTask"),
                        List.of(
                                choisir("table.ref", moteur("decisionRef"), tables()),
                                fixe("deployment", moteur("decisionRefBinding")),
                                ecrire("table.resultat", moteur("resultVariable")),
                                fixe("singleEntry", moteur("mapDecisionResult")))),
                new Gabarit(
                        mot("courrier"),
                        "fr.jalon.courrier",
                        aide("courrier"),
                        List.of("bpmn:ServiceTask"),
                        List.of(
                                fixe("${ecrireCourrier}", moteur("delegateExpression")),
                                attendu(),
                                choisir("courrier.modele", jalon("modele"), courriers()),
                                ecrire("courrier.demande", jalon("demande")),
                                ecrire("courrier.valeurs", jalon("valeurs")))),
                new Gabarit(
                        mot("fin"),
                        "fr.jalon.fin",
                        aide("fin"),
                        List.of("bpmn:ServiceTask"),
                        List.of(
                                fixe("${cloreDossier}", moteur("delegateExpression")),
                                attendu(),
                                choisir("fin.issue", jalon("issue"), issues()))));
    }

    private Gabarit etape(String code, List<Champ> enPlus) {
        List<Champ> champs = new ArrayList<>(List.of(
                choisir("etape.role", moteur("candidateGroups"), roles()),
                choisir("etape.formulaire", moteur("formRef"), formulaires()),
                fixe("deployment", moteur("formRefBinding")),
                choisir("etape.station", jalon("station"), stations())));
        champs.addAll(enPlus);
        return new Gabarit(mot(code), "fr.jalon." + code, aide(code), List.of("bpmn:UserTask"), List.copyOf(champs));
    }

    private Champ choisir(String code, Liaison liaison, List<Choix> choix) {
        return new Champ(mot(code), aide(code), "Dropdown", null, choix, liaison, new Contrainte(true));
    }

    private Champ ecrire(String code, Liaison liaison) {
        return new Champ(mot(code), aide(code), "String", null, null, liaison, new Contrainte(true));
    }

    private static Champ fixe(String valeur, Liaison liaison) {
        return new Champ(null, null, "Hidden", valeur, null, liaison, null);
    }

    /** A gesture is a job of its own: a failure is tried again, and undoes nothing of what came before. */
    private Champ attendu() {
        return new Champ(mot("a-part"), aide("a-part"), "Boolean", true, null, moteur("asyncBefore"), null);
    }

    private static Liaison moteur(String attribut) {
        return new Liaison(PROPRIETE, "camunda:" + attribut);
    }

    private static Liaison jalon(String propriete) {
        return new Liaison(PROPRIETE_JALON, propriete);
    }

    private static List<Choix> roles() {
        return Arrays.stream(Role.values())
                .map(r -> new Choix(r.libelle(), r.name()))
                .toList();
    }

    private static List<Choix> issues() {
        return Arrays.stream(Issue.values())
                .map(i -> new Choix(i.libelle(), i.name()))
                .toList();
    }

    private List<Choix> formulaires() {
        return modeles.fichiers().keySet().stream()
                .filter(f -> f.endsWith(FORMULAIRE))
                .map(f -> f.substring(0, f.length() - FORMULAIRE.length()))
                .map(f -> new Choix(f, f))
                .toList();
    }

    private List<Choix> tables() {
        return modeles.fichiers().entrySet().stream()
                .filter(f -> f.getKey().endsWith(".dmn"))
                .flatMap(f -> TABLE.matcher(new String(f.getValue(), StandardCharsets.UTF_8))
                        .results())
                .map(t -> new Choix(HtmlUtils.htmlUnescape(t.group(2)) + " (" + t.group(1) + ")", t.group(1)))
                .sorted(Comparator.comparing(Choix::name))
                .toList();
    }

    private List<Choix> courriers() {
        return courriers.courants().stream()
                .map(m -> new Choix(m.titre() + " (" + m.code() + ")", m.code()))
                .sorted(Comparator.comparing(Choix::name))
                .toList();
    }

    /** One choice a code: several dispositifs may have a station of one code, each in its own words. */
    private static List<Choix> stations() {
        Map<String, List<String>> parCode = new TreeMap<>(TableauCsv.lire("stations.csv").stream()
                .collect(Collectors.groupingBy(
                        c -> c.get(1), Collectors.mapping(c -> c.get(2) + " " + c.get(0), Collectors.toList()))));
        return parCode.entrySet().stream()
                .map(e -> new Choix(e.getKey() + " : " + String.join(", ", e.getValue()), e.getKey()))
                .toList();
    }

    private List<Choix> attentes() {
        return Arrays.stream(mot("attente.codes").split(" "))
                .map(code -> new Choix(mot("attente." + code), code))
                .toList();
    }

    private String mot(String code) {
        return mots.get(code).get(0);
    }

    private String aide(String code) {
        return mots.get(code).get(1);
    }
}
