package fr.jalon.courrier;

import fr.jalon.courrier.langage.Composition;
import fr.jalon.courrier.langage.LecteurGabarit;
import fr.jalon.courrier.langage.Noeud;
import fr.jalon.courrier.langage.Sigles;
import fr.jalon.courrier.langage.Typographie;
import fr.jalon.courrier.rendu.Lettre;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts a template, the mentions in force and the values together into a letter ready to print. */
@Component
class Redacteur {

    private final CatalogueChamps catalogue;
    private final UsagesCourrier usages;
    private final boolean usagesStricts;
    private final Map<String, String> sigles = new LinkedHashMap<>();

    /** @param usagesStricts whether a value that the use of a letter does not declare is refused, as the tests do */
    Redacteur(
            CatalogueChamps catalogue,
            UsagesCourrier usages,
            @Value("${jalon.courriers.usages-stricts:false}") boolean usagesStricts) {
        this.catalogue = catalogue;
        this.usages = usages;
        this.usagesStricts = usagesStricts;
        TablesCourrier.lire("courriers/sigles.csv").forEach(l -> sigles.put(l.get("sigle"), l.get("developpement")));
    }

    /**
     * A written letter.
     *
     * @param mentions codes and versions of the shared mentions that were used
     */
    record Redaction(Lettre lettre, String objet, String destinataire, String mentions) {}

    /**
     * What a writing adds to the values.
     *
     * @param numero number, or null for a preview
     * @param remplace number and date of the cancelled letter, or null
     * @param aSigner the letter decides: whoever the values name, only {@code signature} signs it
     * @param signature who signed, null for what is not signed
     */
    record Edition(LocalDate jour, String numero, String remplace, boolean aSigner, Signature signature) {}

    /** Who signed, and by which order. */
    record Signature(String nom, String qualite, String delegation) {}

    /**
     * Writes a letter.
     *
     * @param mentions current version of a mention by code
     * @throws CourrierIncomplet when a field that the template or the layout needs has no value
     */
    Redaction rediger(
            ModeleVue modele, Function<String, ModeleVue> mentions, Map<String, Object> donnees, Edition edition) {
        if (usagesStricts) {
            exigerDeclares(modele.code(), donnees, edition);
        }
        Map<String, Integer> utilisees = new TreeMap<>();
        Function<String, List<Noeud>> lire = code -> {
            ModeleVue mention = mentions.apply(code);
            utilisees.put(mention.code(), mention.version());
            return LecteurGabarit.lire(mention.corps());
        };
        ValeursResolues valeurs = new ValeursResolues(modele.code(), catalogue, lire, donnees);
        catalogue.tous().stream().filter(ChampFusion::fixe).forEach(c -> valeurs.exige(c.code()));
        String objet = Composition.ligne(LecteurGabarit.lire(modele.objet()), valeurs);
        Lettre lettre = new Lettre(
                modele.nature() == NatureCourrier.SEANCE,
                modele.titre(),
                edition.numero(),
                valeurs.exige("dossier.numero"),
                edition.jour(),
                valeurs.exige("organisme.ville"),
                valeurs.exige("dateCourrier"),
                objet,
                edition.remplace(),
                new Lettre.Expediteur(
                        valeurs.exige("organisme.nom"),
                        valeurs.exige("antenne.nom"),
                        valeurs.lignesDe("antenne.adresse"),
                        valeurs.exige("antenne.telephone"),
                        valeurs.texte("antenne.courriel").orElse(null),
                        valeurs.exige("antenne.horaires")),
                agent(valeurs),
                signataire(valeurs, edition),
                edition.signature() == null ? null : edition.signature().delegation(),
                new Lettre.Destinataire(valeurs.exige("usager.nomComplet"), valeurs.lignesDe("usager.adresse")),
                Sigles.developper(Composition.blocs(LecteurGabarit.lire(modele.corps()), valeurs), sigles),
                modele.nature() == NatureCourrier.REMIS);
        String versions = utilisees.entrySet().stream()
                .map(e -> e.getKey() + ":" + e.getValue())
                .collect(Collectors.joining(","));
        String destinataire = valeurs.exige("usager.nomComplet") + "\n" + valeurs.exige("usager.adresse");
        return new Redaction(lettre, objet, destinataire, versions);
    }

    /** The fields that a step fills are those that its row of usages.csv says: a template is judged on them when it is saved. */
    private void exigerDeclares(String modele, Map<String, Object> donnees, Edition edition) {
        donnees.keySet().stream()
                .filter(c -> !usages.de(modele).champs().contains(c))
                // Whoever the step names, a decision bears the name of who signs it.
                .filter(c -> !(edition.aSigner() && c.startsWith("signataire.")))
                .findFirst()
                .ifPresent(c -> {
                    throw new IllegalStateException(
                            "usages.csv ne dit pas que l'étape de « " + modele + " » remplit « " + c + " »");
                });
    }

    /** Who works the dossier; the antenne while nobody does. */
    private static Lettre.Personne agent(ValeursResolues valeurs) {
        return valeurs.present("agent.nom")
                ? personne(valeurs, "agent")
                : new Lettre.Personne(valeurs.exige("antenne.nom"), null, valeurs.lignesDe("antenne.adresse"));
    }

    private static Lettre.Personne signataire(ValeursResolues valeurs, Edition edition) {
        if (edition.aSigner()) {
            Signature signature = edition.signature();
            return signature == null
                    ? null
                    : new Lettre.Personne(
                            Typographie.apostrophes(signature.nom()),
                            Typographie.apostrophes(signature.qualite()),
                            List.of());
        }
        return valeurs.present("signataire.nom") ? personne(valeurs, "signataire") : agent(valeurs);
    }

    private static Lettre.Personne personne(ValeursResolues valeurs, String role) {
        return new Lettre.Personne(
                valeurs.exige(role + ".prenom") + " " + valeurs.exige(role + ".nom"),
                valeurs.exige(role + ".qualite"),
                valeurs.lignesDe(valeurs.present("agent.adresse") ? "agent.adresse" : "antenne.adresse"));
    }
}
