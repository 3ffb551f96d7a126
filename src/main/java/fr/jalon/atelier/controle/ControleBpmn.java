package fr.jalon.atelier.controle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process model names and promises: gestures, roles, forms, tables, delays, timers, loops. */
final class ControleBpmn {

    static final Set<String> NOEUDS = Set.of(
            "bpmn:startEvent",
            "bpmn:endEvent",
            "bpmn:intermediateCatchEvent",
            "bpmn:intermediateThrowEvent",
            "bpmn:boundaryEvent",
            "bpmn:userTask",
            "bpmn:serviceTask",
            "bpmn:businessRuleTask",
            "bpmn:receiveTask",
            "bpmn:exclusiveGateway",
            "bpmn:inclusiveGateway",
            "bpmn:parallelGateway",
            "bpmn:eventBasedGateway",
            "bpmn:subProcess",
            "bpmn:callActivity");
    private static final Pattern GESTE = Pattern.compile("\\$\\{\\s*(\\w{1,80})\\s*}");
    private static final Pattern VARIABLE = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]{0,60}");
    private static final Pattern VALEUR = Pattern.compile("\\$\\{\\s*[\\p{L}_][\\p{L}\\p{N}_]{0,60}\\s*}");
    private static final String DEPLOIEMENT = "deployment";
    private static final String EXPRESSION_DELEGUEE = "camunda:delegateExpression";

    private final Politique politique = Politique.LIVREE;
    private final Contexte contexte;
    private final Indexe indexe;
    private final Rapport rapport;
    private final Grammaire grammaire;
    private final Minuteries minuteries = new Minuteries(politique);
    private final Map<String, Noeud> parId = new HashMap<>();

    ControleBpmn(Contexte contexte, Indexe indexe, Rapport rapport) {
        this.contexte = contexte;
        this.indexe = indexe;
        this.rapport = rapport;
        this.grammaire = new Grammaire(politique, contexte.gestes());
    }

    void controler(Noeud racine) {
        racine.tous()
                .filter(n -> n.id() != null && n.nom().startsWith("bpmn:"))
                .forEach(n -> parId.putIfAbsent(n.id(), n));
        List<Noeud> processus = racine.enfants("bpmn:process").toList();
        if (processus.size() != 1 || !"true".equals(processus.get(0).attribut("isExecutable"))) {
            rapport.dire(Regle.PROCESSUS, processus.isEmpty() ? racine : processus.get(0), processus.size());
            return;
        }
        processus(processus.get(0));
        racine.tous().forEach(this::noeud);
        new ControleGraphe(rapport).controler(processus.get(0));
    }

    private void processus(Noeud processus) {
        String garde = processus.attribut("camunda:historyTimeToLive");
        if (!ControleDuSchema.dansLaGarde(garde, politique)) {
            rapport.dire(
                    Regle.DUREE_DE_GARDE,
                    processus,
                    garde == null ? "" : garde,
                    politique.texte("garde.jours.min"),
                    politique.texte("garde.jours.max"));
        }
        if (processus.attribut("name", "").isBlank()) {
            rapport.dire(Regle.NOM, processus, "", politique.texte("nom.max"));
        }
        List<Noeud> departs = processus.enfants("bpmn:startEvent").toList();
        boolean simple = departs.size() == 1
                && departs.get(0).enfants().stream().noneMatch(e -> e.nom().endsWith("EventDefinition"));
        if (!departs.isEmpty() && !simple) {
            rapport.dire(Regle.DEPART, departs.get(0));
        }
        if (processus.id() != null && indexe.sAppelle(processus.id())) {
            rapport.dire(Regle.APPEL_RECURSIF, processus, processus.id());
        }
    }

    private void noeud(Noeud noeud) {
        switch (noeud.nom()) {
            case "bpmn:userTask" -> etape(noeud);
            case "bpmn:serviceTask" -> geste(noeud, EXPRESSION_DELEGUEE);
            case "camunda:executionListener" -> ecouteur(noeud);
            case "bpmn:messageEventDefinition" -> message(noeud);
            case "bpmn:businessRuleTask" -> table(noeud);
            case "bpmn:callActivity" -> appel(noeud);
            case "bpmn:conditionExpression", "bpmn:completionCondition" -> expression(noeud, noeud.texte());
            case "camunda:inputParameter", "camunda:outputParameter" -> parametre(noeud);
            case "bpmn:timerEventDefinition" -> minuterie(noeud);
            case "bpmn:multiInstanceLoopCharacteristics" -> repetition(noeud);
            case "bpmn:sequenceFlow" -> {
                designe(noeud, "sourceRef");
                designe(noeud, "targetRef");
            }
            case "bpmn:boundaryEvent" -> designe(noeud, "attachedToRef");
            case "bpmn:receiveTask" -> designe(noeud, "messageRef");
            case "camunda:property" -> propriete(noeud);
            default -> {
                // Nothing that names or promises.
            }
        }
        if (noeud.attribut("default") != null) {
            designe(noeud, "default");
        }
    }

    private void etape(Noeud etape) {
        String groupe = etape.attribut("camunda:candidateGroups", "");
        if (!contexte.roles().contains(groupe)) {
            rapport.dire(Regle.GROUPE, etape, groupe, String.join(", ", contexte.roles()));
        }
        String formulaire = etape.attribut("camunda:formRef", "");
        if (formulaire.isBlank()) {
            rapport.dire(Regle.FORMULAIRE, etape);
        } else if (!indexe.formulaire(formulaire)) {
            rapport.dire(Regle.FORMULAIRE_ABSENT, etape, formulaire);
        }
        liaison(etape, "camunda:formRefBinding");
        if (etape.id() == null || !indexe.delai(etape.id())) {
            rapport.dire(Regle.DELAI, etape);
        }
        for (String attribut : List.of("camunda:assignee", "camunda:dueDate", "camunda:followUpDate")) {
            String valeur = etape.attribut(attribut);
            boolean date = !attribut.equals("camunda:assignee");
            if (valeur != null
                    && !VALEUR.matcher(valeur).matches()
                    && !(date && minuteries.fauteDate(valeur) == null)) {
                rapport.dire(Regle.EXPRESSION, etape, valeur, "une seule information du dossier est attendue.");
            } else if (valeur != null && valeur.startsWith("$")) {
                expression(etape, valeur);
            }
        }
    }

    private void liaison(Noeud noeud, String attribut) {
        if (!DEPLOIEMENT.equals(noeud.attribut(attribut))) {
            rapport.dire(Regle.LIAISON, noeud, attribut);
        }
    }

    private void geste(Noeud noeud, String attribut) {
        String expression = noeud.attribut(attribut, "");
        Matcher nom = GESTE.matcher(expression);
        if (expression.isBlank()) {
            rapport.dire(Regle.GESTE_ABSENT, noeud);
        } else if (!nom.matches()) {
            rapport.dire(Regle.EXPRESSION, noeud, expression, "un geste est attendu, et lui seul.");
        } else if (!contexte.gestes().contains(nom.group(1))) {
            rapport.dire(Regle.GESTE_INCONNU, noeud, nom.group(1), String.join(", ", contexte.gestes()));
        }
    }

    private void ecouteur(Noeud ecouteur) {
        if (!Set.of("start", "end").contains(ecouteur.attribut("event", ""))) {
            rapport.dire(Regle.ECOUTEUR, ecouteur);
        }
        geste(ecouteur, "delegateExpression");
    }

    /** A message that is thrown carries a gesture; one that is awaited has a name. */
    private void message(Noeud definition) {
        Noeud evenement = definition.parent();
        boolean lance =
                evenement != null && (evenement.est("bpmn:endEvent") || evenement.est("bpmn:intermediateThrowEvent"));
        if (lance || definition.attribut(EXPRESSION_DELEGUEE) != null) {
            geste(definition, EXPRESSION_DELEGUEE);
        }
        designe(definition, "messageRef");
    }

    private void table(Noeud regle) {
        String decision = regle.attribut("camunda:decisionRef", "");
        if (!indexe.decision(decision)) {
            rapport.dire(Regle.DECISION_ABSENTE, regle, decision);
        }
        liaison(regle, "camunda:decisionRefBinding");
        String variable = regle.attribut("camunda:resultVariable");
        String forme = regle.attribut("camunda:mapDecisionResult");
        if ((variable != null && !VARIABLE.matcher(variable).matches())
                || (forme != null && !politique.liste("resultats").contains(forme))) {
            rapport.dire(
                    Regle.RESULTAT, regle, variable + " / " + forme, String.join(", ", politique.liste("resultats")));
        }
    }

    private void appel(Noeud appel) {
        String appele = appel.attribut("calledElement", "");
        if (!indexe.processus(appele)) {
            rapport.dire(Regle.APPEL_ABSENT, appel, appele);
        }
    }

    private void expression(Noeud noeud, String expression) {
        String faute = grammaire.faute(expression);
        if (faute != null) {
            rapport.dire(Regle.EXPRESSION, noeud, expression, faute);
        }
    }

    private void parametre(Noeud parametre) {
        if (!parametre.enfants().isEmpty()) {
            return;
        }
        String texte = parametre.texte();
        if (texte.contains("${") || texte.contains("#{")) {
            expression(parametre, texte);
        }
        if (!VARIABLE.matcher(parametre.attribut("name", "")).matches()) {
            rapport.dire(Regle.NOM, parametre, parametre.attribut("name", ""), politique.texte("nom.max"));
        }
    }

    private void minuterie(Noeud definition) {
        List<Noeud> dates = definition.enfants().stream()
                .filter(e -> Set.of("bpmn:timeDate", "bpmn:timeDuration", "bpmn:timeCycle")
                        .contains(e.nom()))
                .toList();
        if (dates.size() != 1) {
            rapport.dire(Regle.MINUTERIE, definition, "", "une durée ou une date est attendue, une seule.");
            return;
        }
        Noeud quand = dates.get(0);
        String texte = quand.texte();
        String faute = switch (quand.nom()) {
            case "bpmn:timeCycle" -> minuteries.fauteCycle(texte);
            case "bpmn:timeDate" ->
                VALEUR.matcher(texte).matches() ? grammaire.faute(texte) : minuteries.fauteDate(texte);
            default -> VALEUR.matcher(texte).matches() ? grammaire.faute(texte) : minuteries.fauteDuree(texte);
        };
        if (faute != null) {
            rapport.dire(Regle.MINUTERIE, quand, texte, faute);
        }
    }

    private void repetition(Noeud repetition) {
        String nombre =
                repetition.enfant("bpmn:loopCardinality").map(Noeud::texte).orElse("");
        int max = politique.nombre("multi.instances.max");
        if (!nombre.matches("[1-9]\\d{0,5}") || Integer.parseInt(nombre) > max) {
            rapport.dire(Regle.MULTI_INSTANCE, repetition, max);
        }
    }

    private void designe(Noeud noeud, String attribut) {
        String cible = noeud.attribut(attribut, "");
        if (!parId.containsKey(cible)) {
            rapport.dire(Regle.REFERENCE, noeud, noeud.nomme().attribut("name", noeud.nom()), cible);
        }
    }

    private void propriete(Noeud propriete) {
        String nom = propriete.attribut("name", "");
        contexte.proprietes().stream()
                .filter(p -> p.nom().equals(nom))
                .flatMap(p -> p.faute(propriete.attribut("value", "")).stream())
                .forEach(faute -> rapport.dire(Regle.PROPRIETE, propriete, faute, nom));
    }
}
