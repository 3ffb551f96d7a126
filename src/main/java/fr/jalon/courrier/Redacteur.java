package fr.jalon.courrier;

import fr.jalon.courrier.langage.Composition;
import fr.jalon.courrier.langage.LecteurGabarit;
import fr.jalon.courrier.langage.Noeud;
import fr.jalon.courrier.rendu.Lettre;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts a template, the mentions in force and the values together into a letter ready to print. */
@Component
class Redacteur {

    private final CatalogueChamps catalogue;

    Redacteur(CatalogueChamps catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * A written letter.
     *
     * @param mentions codes and versions of the shared mentions that were used
     */
    record Redaction(Lettre lettre, String objet, String destinataire, String mentions) {}

    /**
     * Writes a letter.
     *
     * @param mentions current version of a mention by code
     * @param numero number, or null for a preview
     * @param remplace number and date of the cancelled letter, or null
     * @throws CourrierIncomplet when a field that the template or the layout needs has no value
     */
    Redaction rediger(
            ModeleVue modele,
            Function<String, ModeleVue> mentions,
            Map<String, Object> donnees,
            LocalDate jour,
            String numero,
            String remplace) {
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
                numero,
                valeurs.exige("dossier.numero"),
                jour,
                valeurs.exige("organisme.ville"),
                valeurs.exige("dateCourrier"),
                objet,
                remplace,
                new Lettre.Expediteur(
                        valeurs.exige("organisme.nom"),
                        valeurs.exige("antenne.nom"),
                        valeurs.lignesDe("antenne.adresse"),
                        valeurs.exige("antenne.telephone"),
                        valeurs.texte("antenne.courriel").orElse(null),
                        valeurs.exige("antenne.horaires")),
                personne(valeurs, "agent"),
                personne(valeurs, valeurs.present("signataire.nom") ? "signataire" : "agent"),
                new Lettre.Destinataire(valeurs.exige("usager.nomComplet"), valeurs.lignesDe("usager.adresse")),
                Composition.blocs(LecteurGabarit.lire(modele.corps()), valeurs),
                modele.nature() == NatureCourrier.REMIS);
        String versions = utilisees.entrySet().stream()
                .map(e -> e.getKey() + ":" + e.getValue())
                .collect(Collectors.joining(","));
        String destinataire = valeurs.exige("usager.nomComplet") + "\n" + valeurs.exige("usager.adresse");
        return new Redaction(lettre, objet, destinataire, versions);
    }

    private static Lettre.Personne personne(ValeursResolues valeurs, String role) {
        return new Lettre.Personne(
                valeurs.exige(role + ".prenom") + " " + valeurs.exige(role + ".nom"),
                valeurs.exige(role + ".qualite"),
                valeurs.lignesDe("agent.adresse"));
    }
}
