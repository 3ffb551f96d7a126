package fr.jalon.atelier.controle;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tables: what the engine supports and nothing else, FEEL everywhere, a text beside each refusal. */
final class ControleDmn {

    private static final Set<String> FEEL = Set.of(
            "feel",
            "http://www.omg.org/spec/feel/20140401",
            "https://www.omg.org/spec/dmn/20191111/feel/",
            "http://www.omg.org/spec/dmn/20180521/feel/");
    private static final String COLLECTE = "COLLECT";

    private final Politique politique = Politique.LIVREE;
    private final Rapport rapport;
    private final ControleFeel feel;

    ControleDmn(Contexte contexte, Rapport rapport) {
        this.rapport = rapport;
        this.feel = new ControleFeel(politique, contexte.moteur(), rapport);
    }

    void controler(Noeud racine) {
        List<Noeud> decisions = racine.enfants("dmn:decision").toList();
        if (decisions.isEmpty()) {
            rapport.dire(Regle.TABLE, racine, "elle n’a aucune décision.");
        }
        Map<String, Noeud> parId = racine.tous()
                .filter(n -> n.id() != null)
                .collect(Collectors.toMap(Noeud::id, Function.identity(), (un, autre) -> un));
        racine.tous().forEach(n -> commun(n, parId));
        decisions.forEach(this::decision);
    }

    private void commun(Noeud noeud, Map<String, Noeud> parId) {
        String langage = noeud.attribut("expressionLanguage");
        if (langage != null && !FEEL.contains(langage.toLowerCase(Locale.ROOT))) {
            rapport.dire(Regle.LANGAGE, noeud, langage);
        }
        String type = noeud.attribut("typeRef");
        if (type != null && !politique.liste("feel.types").contains(type)) {
            rapport.dire(Regle.TYPE, noeud, type, String.join(", ", politique.liste("feel.types")));
        }
        String lien = noeud.attribut("href");
        if (lien != null && (!lien.startsWith("#") || !parId.containsKey(lien.substring(1)))) {
            rapport.dire(Regle.REFERENCE, noeud, noeud.nom(), lien);
        }
    }

    private void decision(Noeud decision) {
        String garde = decision.attribut("camunda:historyTimeToLive");
        if (!ControleDuSchema.dansLaGarde(garde, politique)) {
            rapport.dire(
                    Regle.DUREE_DE_GARDE,
                    decision,
                    garde == null ? "" : garde,
                    politique.texte("garde.jours.min"),
                    politique.texte("garde.jours.max"));
        }
        if (decision.attribut("name", "").isBlank()) {
            rapport.dire(Regle.NOM, decision, "", politique.texte("nom.max"));
        }
        List<Noeud> tables = decision.enfants("dmn:decisionTable").toList();
        List<Noeud> formules = decision.enfants("dmn:literalExpression").toList();
        if (tables.size() + formules.size() != 1) {
            rapport.dire(Regle.TABLE, decision, "la décision n’est ni une table ni une formule.");
        }
        tables.forEach(this::table);
        formules.forEach(f -> texte(f, false));
    }

    private void table(Noeud table) {
        String politiqueDeTable = table.attribut("hitPolicy", "UNIQUE");
        if (!politique.liste("politiques").contains(politiqueDeTable)) {
            rapport.dire(Regle.POLITIQUE, table, politiqueDeTable, String.join(", ", politique.liste("politiques")));
        }
        List<Noeud> entrees = table.enfants("dmn:input").toList();
        List<Noeud> sorties = table.enfants("dmn:output").toList();
        String agregation = table.attribut("aggregation");
        if (agregation != null
                && (!politique.liste("agregations").contains(agregation)
                        || !COLLECTE.equals(politiqueDeTable)
                        || sorties.size() != 1)) {
            rapport.dire(Regle.POLITIQUE, table, agregation, "COLLECT, avec une seule sortie");
        }
        if (sorties.isEmpty()) {
            rapport.dire(Regle.TABLE, table, "elle n’a aucune sortie.");
        }
        long nommees = sorties.stream()
                .map(s -> s.attribut("name", ""))
                .filter(n -> !n.isBlank())
                .distinct()
                .count();
        if (sorties.size() > 1 && nommees != sorties.size()) {
            rapport.dire(Regle.TABLE, table, "chaque sortie doit avoir un nom à elle.");
        }
        entrees.forEach(this::entree);
        table.enfants("dmn:rule").forEach(regle -> regle(regle, entrees.size(), sorties));
        new ControleDesPeriodes(rapport).controler(table);
    }

    private void entree(Noeud entree) {
        entree.enfant("dmn:inputExpression")
                .ifPresentOrElse(
                        e -> texte(e, false), () -> rapport.dire(Regle.TABLE, entree, "une entrée ne lit rien."));
        String variable = entree.attribut("camunda:inputVariable");
        if (variable != null && !variable.matches("[\\p{L}_][\\p{L}\\p{N}_]{0,60}")) {
            rapport.dire(Regle.TABLE, entree, "le nom d’une entrée n’est pas un nom de variable.");
        }
    }

    private void texte(Noeud porteur, boolean test) {
        String texte = porteur.enfant("dmn:text").map(Noeud::texte).orElse("");
        if (!(test && texte.equals("-"))) {
            feel.controler(porteur, null, texte, test);
        }
    }

    private void regle(Noeud regle, int entrees, List<Noeud> sorties) {
        List<Noeud> cellules = regle.enfants("dmn:inputEntry").toList();
        List<Noeud> valeurs = regle.enfants("dmn:outputEntry").toList();
        if (cellules.size() != entrees || valeurs.size() != sorties.size()) {
            rapport.dire(Regle.TABLE, regle, "une règle n’a pas autant de cases que la table de colonnes.");
            return;
        }
        cellules.forEach(c -> texte(c, true));
        valeurs.forEach(v -> texte(v, false));
        boolean refuse = false;
        for (int i = 0; i < valeurs.size(); i++) {
            refuse |= refuse(
                    sorties.get(i),
                    valeurs.get(i).enfant("dmn:text").map(Noeud::texte).orElse(""));
        }
        String annotation = regle.enfant("dmn:description").map(Noeud::texte).orElse("");
        if (refuse && annotation.isBlank()) {
            rapport.dire(Regle.TEXTE_DE_REFUS, regle);
        }
    }

    private boolean refuse(Noeud sortie, String valeur) {
        return politique.liste("refus.valeurs").contains(valeur.replace("\"", ""))
                || (valeur.equals("false") && politique.liste("refus.colonnes").contains(sortie.attribut("name", "")));
    }
}
