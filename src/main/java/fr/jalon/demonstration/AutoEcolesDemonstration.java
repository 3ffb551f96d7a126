package fr.jalon.demonstration;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.commun.Centimes;
import fr.jalon.commun.Siret;
import fr.jalon.mobilite.AutoEcole;
import fr.jalon.mobilite.ReseauAutoEcoles;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Invented schools of the solidarity network, written when there is none. */
@Component
@Profile("demonstration")
class AutoEcolesDemonstration {

    private static final String QUI = "dispositifs";

    private final ReseauAutoEcoles reseau;
    private final Comptes comptes;

    AutoEcolesDemonstration(ReseauAutoEcoles reseau, Comptes comptes) {
        this.reseau = reseau;
        this.comptes = comptes;
    }

    /** The accounts are there, and no scenario has begun. */
    @EventListener
    @Order(1)
    void sur(ApplicationReadyEvent evenement) {
        if (reseau.toutes().isEmpty()) {
            Agent agent = comptes.parIdentifiant(QUI).orElseThrow();
            TableauLivre.lire("auto-ecoles.csv").forEach(l -> reseau.enregistrer(ecole(l), agent));
        }
    }

    private static AutoEcole ecole(Map<String, String> l) {
        return new AutoEcole(
                UUID.randomUUID(),
                l.get("nom"),
                new Siret(l.get("siret")),
                l.get("commune"),
                new AutoEcole.Engagements(
                        Centimes.lire("prix_heure", l.get("prix_heure")),
                        Centimes.lire("forfait", l.get("forfait")),
                        nombre(l.get("heures_forfait")),
                        nombre(l.get("heures_usuelles")),
                        nombre(l.get("delai_paiement"))),
                l.get("referent"),
                nombre(l.get("reussite")),
                nombre(l.get("places")),
                true);
    }

    private static Integer nombre(String texte) {
        return texte == null || texte.isEmpty() ? null : Integer.valueOf(texte);
    }
}
