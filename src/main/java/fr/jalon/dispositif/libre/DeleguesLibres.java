package fr.jalon.dispositif.libre;

import fr.jalon.agent.Agent;
import fr.jalon.dispositif.ContexteEtape;
import fr.jalon.dispositif.Delegue;
import fr.jalon.dispositif.LettresDossier;
import fr.jalon.dispositif.ReponsesLibres;
import fr.jalon.dispositif.Variables;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Issue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The automatic steps that any path may use; the step's own properties in the model say which letter, which end. See
 * docs/processus-facultatif.md.
 */
@Configuration(proxyBeanMethods = false)
class DeleguesLibres {

    static final String MODELE = "modele";
    private static final String DEMANDE = "demande";
    static final String VALEURS = "valeurs";
    static final String ISSUE = "issue";

    /** Writes the letter that the property {@code modele} names, with the answers that {@code valeurs} names. */
    @Bean
    Delegue ecrireCourrier(LettresDossier lettres, ReponsesLibres reponses) {
        return contexte -> {
            String modele = exiger(contexte, MODELE);
            ValeursDesReponses valeurs = ValeursDesReponses.lire(contexte.propriete(VALEURS));
            lettres.ecrire(
                    contexte.cleUnique(modele),
                    new LettresDossier.Lettre(
                            modele,
                            contexte.dossierId(),
                            exiger(contexte, DEMANDE),
                            null,
                            valeurs.depuis(reponses.du(contexte.dossierId()))));
            return Variables.aucune();
        };
    }

    /** Ends the dossier as the property {@code issue} says. */
    @Bean
    Delegue cloreDossier(Dossiers dossiers) {
        return contexte -> {
            dossiers.clore(contexte.dossierId(), Issue.valueOf(exiger(contexte, ISSUE)), Agent.JALON);
            return Variables.aucune();
        };
    }

    private static String exiger(ContexteEtape contexte, String nom) {
        String valeur = contexte.propriete(nom);
        if (valeur.isEmpty()) {
            throw new IllegalStateException("L'étape n'a pas de propriété « " + nom + " ».");
        }
        return valeur;
    }
}
