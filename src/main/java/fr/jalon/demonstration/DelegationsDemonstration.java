package fr.jalon.demonstration;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.courrier.Delegations;
import fr.jalon.courrier.NouvelleDelegation;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The delegations of signature of the demonstration, once, with orders whose numbers are plainly invented. */
@Component
@Profile("demonstration")
@Order(10)
class DelegationsDemonstration implements ApplicationRunner {

    private static final String TABLE = "delegations.csv";

    private final Delegations delegations;
    private final Horloge horloge;

    DelegationsDemonstration(Delegations delegations, Horloge horloge) {
        this.delegations = delegations;
        this.horloge = horloge;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (delegations.toutes().isEmpty()) {
            TableauLivre.lire(TABLE).forEach(ligne -> delegations.ajouter(delegation(ligne), Agent.JALON));
        }
    }

    /** Orders of the first day of last year, in force since. */
    private NouvelleDelegation delegation(Map<String, String> ligne) {
        LocalDate jour = LocalDate.of(horloge.aujourdhui().getYear() - 1, 1, 1);
        return new NouvelleDelegation(
                ligne.get("acte"),
                Role.valueOf(ligne.get("role")),
                null,
                vide(ligne.get("antenne")),
                jour,
                null,
                ligne.get("arrete"),
                jour);
    }

    private static String vide(String texte) {
        return texte == null || texte.isBlank() ? null : texte;
    }
}
