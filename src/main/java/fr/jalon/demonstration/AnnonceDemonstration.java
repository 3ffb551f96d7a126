package fr.jalon.demonstration;

import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells who just started the demonstration where it is, who may log in and how to stop it. */
@Component
@Profile("demonstration")
class AnnonceDemonstration {

    private static final Logger LOG = LoggerFactory.getLogger(AnnonceDemonstration.class);

    private final Environment reglages;
    private final String motDePasse;

    AnnonceDemonstration(Environment reglages, @Value("${jalon.demonstration.mot-de-passe}") String motDePasse) {
        this.reglages = reglages;
        this.motDePasse = motDePasse;
    }

    @EventListener
    void sur(ApplicationReadyEvent pret) {
        String port = reglages.getProperty("local.server.port", reglages.getProperty("server.port"));
        LOG.info("{}", texte("http://127.0.0.1:" + port + "/", motDePasse));
    }

    static String texte(String adresse, String motDePasse) {
        return "\n\n  Jalon est prêt : " + adresse + "\n\n  Mot de passe de tous les comptes : " + motDePasse + "\n\n"
                + TableauLivre.lire("comptes.csv").stream()
                        .map(AnnonceDemonstration::ligne)
                        .collect(Collectors.joining("\n"))
                + "\n\n  Au premier démarrage, les demandes se préparent encore une minute. Arrêter : Ctrl-C. Les données restent dans var/.\n";
    }

    private static String ligne(Map<String, String> compte) {
        String antenne = compte.get("antenne");
        return String.format(
                "  %-26s %s%s",
                compte.get("identifiant"), compte.get("qualite"), antenne.isEmpty() ? "" : ", " + antenne);
    }
}
