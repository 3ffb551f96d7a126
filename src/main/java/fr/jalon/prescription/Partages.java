package fr.jalon.prescription;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Comptes;
import fr.jalon.commun.Langues;
import fr.jalon.decision.Decisions;
import fr.jalon.dispositif.OrientationEnCours;
import fr.jalon.dispositif.OrientationEnCours.Accompagnement;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Quartiers;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/**
 * The least data that a partner needs, table {@code donnees-partagees} (GDPR, article 5). The list is fixed when the person
 * agrees; the values are read when the partner reads, and only those of the list ever leave.
 */
@Component
public class Partages {

    private static final String TABLE = "donnees-partagees";
    private static final String FRANCAIS = "fr";

    private final Decisions decisions;
    private final Besoins besoins;
    private final Comptes comptes;
    private final Antennes antennes;
    private final Quartiers quartiers;
    private final OrientationEnCours orientations;
    private final ObjectMapper json;

    Partages(
            Decisions decisions,
            Besoins besoins,
            Comptes comptes,
            Antennes antennes,
            Quartiers quartiers,
            OrientationEnCours orientations,
            ObjectMapper json) {
        this.decisions = decisions;
        this.besoins = besoins;
        this.comptes = comptes;
        this.antennes = antennes;
        this.quartiers = quartiers;
        this.orientations = orientations;
        this.json = json;
    }

    /** What a partner of that kind would receive, with the reason of each, without the values. */
    public List<DonneePartagee> prevues(String nature, PersonneVue personne) {
        return prevues(nature, personne, BaseDuPartage.ACCORD);
    }

    List<DonneePartagee> prevues(String nature, PersonneVue personne, BaseDuPartage base) {
        Map<String, Object> faits = new HashMap<>();
        faits.put("nature", nature);
        faits.put("base", base.name());
        faits.put("francais", personne.langue() == null || FRANCAIS.equals(personne.langue()));
        return decisions.evaluer(TABLE, faits).regles().stream()
                .map(r -> new DonneePartagee(r.texte("donnee"), r.texte("libelle"), r.texte("pourquoi"), null))
                .toList();
    }

    /** "Prénom et nom, téléphone, demande", for the agreement and the letters. */
    public static String enUneLigne(List<DonneePartagee> donnees) {
        String ligne = donnees.stream()
                .map(d -> d.libelle().substring(0, 1).toLowerCase(Locale.FRENCH)
                        + d.libelle().substring(1))
                .collect(Collectors.joining(", "));
        return ligne.substring(0, 1).toUpperCase(Locale.FRENCH) + ligne.substring(1);
    }

    /** The agreed facts with their present values; a fact that is not known stays without one. */
    List<DonneePartagee> remplir(List<DonneePartagee> donnees, Prescription prescription, PersonneVue personne) {
        return donnees.stream()
                .map(d -> d.avec(valeur(d.code(), prescription, personne)))
                .toList();
    }

    private String valeur(String code, Prescription prescription, PersonneVue p) {
        return switch (code) {
            case "NOM" -> (p.civiliteAbregee() + " " + p.nomComplet()).strip();
            case "TELEPHONE" -> p.telephone();
            case "NAISSANCE" -> p.dateNaissance().mots();
            case "ADRESSE" -> p.adresse().replaceAll("\\s*\\n\\s*", ", ");
            case "QUARTIER" -> quartier(p.quartier());
            case "LANGUE" -> Langues.nom(p.langue());
            case "PARCOURS" -> parcours(p);
            case "BESOIN" -> besoin(prescription);
            case "INTERLOCUTEUR" -> interlocuteur(prescription.prescripteur(), p.antenne());
            default ->
                throw new IllegalStateException(TABLE + " nomme une donnée que Jalon ne sait pas lire : " + code);
        };
    }

    private String parcours(PersonneVue p) {
        return orientations.de(p.id()).map(Accompagnement::parcours).orElse(null);
    }

    private String quartier(String code) {
        return quartiers.tous().stream()
                .filter(q -> q.code().equals(code))
                .map(Quartiers.Quartier::libelle)
                .findFirst()
                .orElse(null);
    }

    private String besoin(Prescription prescription) {
        String mots = besoins.lire(codes(prescription.besoins())).stream()
                .map(Besoin::libelle)
                .collect(Collectors.joining(" ; "));
        return prescription.message() == null ? mots : mots + ". " + prescription.message();
    }

    private String interlocuteur(String identifiant, String codeAntenne) {
        Antenne antenne = antennes.parCode(codeAntenne);
        String ou = antenne.nom() + ", " + antenne.telephone();
        return comptes.parIdentifiant(identifiant)
                .map(Agent::nomComplet)
                .map(nom -> nom + ", " + ou)
                .orElse(ou);
    }

    String ecrire(Object valeur) {
        try {
            return json.writeValueAsString(valeur);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> codes(String texte) {
        return lire(texte, new TypeReference<List<String>>() {});
    }

    List<DonneePartagee> donnees(String texte) {
        return lire(texte, new TypeReference<List<DonneePartagee>>() {});
    }

    private <T> T lire(String texte, TypeReference<T> type) {
        try {
            return json.readValue(texte, type);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }
}
