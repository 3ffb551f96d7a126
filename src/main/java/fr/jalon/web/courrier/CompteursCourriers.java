package fr.jalon.web.courrier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.courrier.BrouillonsModeles;
import fr.jalon.courrier.Impressions;
import fr.jalon.courrier.Signatures;
import fr.jalon.web.commun.Menu;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beside the lines of the rail: the letters to sign, those to print, the templates to approve. */
@Configuration(proxyBeanMethods = false)
class CompteursCourriers {

    /** A counter by its code. */
    private record Compteur(String code, java.util.function.ToLongFunction<Agent> nombre) implements Menu.Compteur {

        @Override
        public Integer pour(Agent agent) {
            long combien = nombre.applyAsLong(agent);
            return combien == 0 ? null : Math.toIntExact(combien);
        }
    }

    @Bean
    Menu.Compteur compteurSignatures(Signatures signatures) {
        return new Compteur("signatures", signatures::nombre);
    }

    @Bean
    Menu.Compteur compteurImpressions(Impressions impressions) {
        return new Compteur("impressions", impressions::nombre);
    }

    @Bean
    Menu.Compteur compteurModeles(BrouillonsModeles brouillons) {
        return new Compteur("modeles", agent -> agent.a(Role.PILOTE) ? brouillons.aApprouver(agent) : 0);
    }
}
