package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.dispositif.LiensDePreuve;
import fr.jalon.dossier.DossierVue;
import fr.jalon.formation.DemandesFormation;
import fr.jalon.mobilite.DemandesMobilite;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.ui.Model;

/** Who follows an aid may give its body a link while a proof is waited for. */
@Configuration(proxyBeanMethods = false)
class ActesDesPreuves {

    @Bean
    ActesDeLaPage actesFormation(LiensDePreuve liens) {
        return new Lien(DemandesFormation.DISPOSITIF, liens);
    }

    @Bean
    ActesDeLaPage actesMobilite(LiensDePreuve liens) {
        return new Lien(DemandesMobilite.DISPOSITIF, liens);
    }

    private record Lien(String dispositif, LiensDePreuve liens) implements ActesDeLaPage {

        @Override
        public void offrir(DossierVue dossier, Set<String> etapes, Agent agent, boolean agit, Model model) {
            model.addAttribute(
                    "attendPreuve", agit && agent.aUnDe(Role.ALI, Role.RESPONSABLE_ANTENNE) && liens.utile(dossier));
        }
    }
}
