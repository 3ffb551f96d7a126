package fr.jalon.demonstration;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.corbeille.VuesCorbeille;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lists of the queue under a name, written when none of their authors has one. */
@Component
@Profile("demonstration")
class VuesDemonstration {

    private final VuesCorbeille vues;
    private final Comptes comptes;

    VuesDemonstration(VuesCorbeille vues, Comptes comptes) {
        this.vues = vues;
        this.comptes = comptes;
    }

    /** The accounts are there, and no scenario has begun. */
    @EventListener
    @Order(1)
    void sur(ApplicationReadyEvent evenement) {
        List<Map<String, String>> lignes = TableauLivre.lire("vues-de-la-corbeille.csv");
        if (lignes.stream().allMatch(l -> vues.de(auteur(l)).isEmpty())) {
            lignes.forEach(
                    l -> vues.creer(l.get("nom"), l.get("parametres"), "oui".equals(l.get("partagee")), auteur(l)));
        }
    }

    private Agent auteur(Map<String, String> ligne) {
        return comptes.parIdentifiant(ligne.get("auteur")).orElseThrow();
    }
}
