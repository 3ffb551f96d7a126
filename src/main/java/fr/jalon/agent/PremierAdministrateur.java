package fr.jalon.agent;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Makes the first account of a new installation, which makes the others on the screen. Its password comes from the
 * environment and is changed at the first log-in; once an account exists, the environment counts no more.
 */
@Component
@Profile("!demonstration")
class PremierAdministrateur implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(PremierAdministrateur.class);
    private static final Agent INSTALLATION =
            new Agent(null, "installation", "Installation", "", "Installation", null, Set.of(Role.ADMIN));

    private final Comptes comptes;
    private final String identifiant;
    private final String motDePasse;

    PremierAdministrateur(
            Comptes comptes,
            @Value("${jalon.premier-administrateur.identifiant:}") String identifiant,
            @Value("${jalon.premier-administrateur.mot-de-passe:}") String motDePasse) {
        this.comptes = comptes;
        this.identifiant = identifiant;
        this.motDePasse = motDePasse;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!comptes.tous().isEmpty()) {
            return;
        }
        if (identifiant.isBlank()) {
            LOG.warn(
                    "Aucun compte n'existe : donnez JALON_ADMIN_IDENTIFIANT et JALON_ADMIN_MOT_DE_PASSE, puis redémarrez.");
            return;
        }
        comptes.creer(
                new NouveauCompte(
                        identifiant, "Premier", "Administrateur", "Administration de Jalon", null, Set.of(Role.ADMIN)),
                motDePasse,
                INSTALLATION);
        LOG.info("Le compte « {} » est créé. Son mot de passe est à changer à la première connexion.", identifiant);
    }
}
