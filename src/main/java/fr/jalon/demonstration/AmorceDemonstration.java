package fr.jalon.demonstration;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.NouveauCompte;
import fr.jalon.agent.Role;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Makes the antennes and the accounts of the demonstration, once: what exists is left as it is. Their password is public,
 * so nobody is asked to change it; {@link ProfilDemonstration} keeps the machine's door shut.
 */
@Component
@Profile("demonstration")
class AmorceDemonstration implements ApplicationRunner {

    private final Antennes antennes;
    private final Comptes comptes;
    private final String motDePasse;

    AmorceDemonstration(
            Antennes antennes, Comptes comptes, @Value("${jalon.demonstration.mot-de-passe}") String motDePasse) {
        this.antennes = antennes;
        this.comptes = comptes;
        this.motDePasse = motDePasse;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Set<String> connues = antennes.toutes().stream().map(Antenne::code).collect(Collectors.toSet());
        TableauLivre.lire("antennes.csv").stream()
                .filter(ligne -> !connues.contains(ligne.get("code")))
                .map(AmorceDemonstration::antenne)
                .forEach(antennes::enregistrer);
        List<Map<String, String>> lignes = TableauLivre.lire("comptes.csv");
        lignes.stream()
                .map(AmorceDemonstration::compte)
                .filter(compte -> comptes.parIdentifiant(compte.identifiant()).isEmpty())
                .forEach(this::creer);
    }

    private void creer(NouveauCompte compte) {
        try {
            comptes.creer(compte, motDePasse, Agent.JALON);
        } catch (SaisieInvalide e) {
            throw new IllegalStateException(
                    "Le compte de démonstration « " + compte.identifiant() + " » est refusé (" + e.getMessage()
                            + "). Choisissez un autre JALON_DEMO_MOT_DE_PASSE : la règle est la même pour tous.",
                    e);
        }
    }

    private static Antenne antenne(Map<String, String> ligne) {
        return new Antenne(
                ligne.get("code"),
                ligne.get("nom"),
                ligne.get("adresse"),
                ligne.get("codePostal"),
                ligne.get("commune"),
                ligne.get("telephone"),
                ligne.get("horaires"));
    }

    private static NouveauCompte compte(Map<String, String> ligne) {
        return new NouveauCompte(
                ligne.get("identifiant"),
                ligne.get("prenom"),
                ligne.get("nom"),
                ligne.get("qualite"),
                Textes.ouNull(ligne.get("antenne")),
                Textes.ouNull(ligne.get("organisme")),
                Textes.ouNull(ligne.get("qualiteSeance")),
                Arrays.stream(ligne.get("roles").split(",")).map(Role::valueOf).collect(Collectors.toSet()));
    }
}
