package fr.jalon.demonstration;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.atelier.Atelier;
import fr.jalon.atelier.FichierModele;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Two drafts of models that wait for a second person, once. */
@Component
@Profile("demonstration")
class AtelierDemonstration {

    private static final String TABLE = "brouillons-de-modeles.csv";

    private final Atelier atelier;
    private final Comptes comptes;

    AtelierDemonstration(Atelier atelier, Comptes comptes) {
        this.atelier = atelier;
        this.comptes = comptes;
    }

    /** Once the accounts are there. */
    @EventListener(ApplicationReadyEvent.class)
    void surPret() {
        for (Map<String, String> ligne : TableauLivre.lire(TABLE)) {
            comptes.parIdentifiant(ligne.get("auteur")).ifPresent(auteur -> deposer(ligne, auteur));
        }
    }

    private void deposer(Map<String, String> ligne, Agent auteur) {
        String fichier = ligne.get("fichier");
        boolean jamaisEcrit = atelier.versions(new FichierModele(fichier, new byte[0]).base(), auteur).stream()
                .allMatch(v -> v.version() == 0);
        if (jamaisEcrit) {
            atelier.vivant(fichier).ifPresent(vivant -> {
                String texte = new String(vivant.contenu(), StandardCharsets.UTF_8)
                        .replace(ligne.get("avant"), ligne.get("apres"));
                atelier.deposer(
                        ligne.get("nom"),
                        "Démonstration",
                        List.of(new FichierModele(fichier, texte.getBytes(StandardCharsets.UTF_8))),
                        auteur);
            });
        }
    }
}
