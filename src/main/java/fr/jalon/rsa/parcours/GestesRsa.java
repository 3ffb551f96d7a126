package fr.jalon.rsa.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.dispositif.ContexteEtape;
import fr.jalon.dispositif.Envois;
import fr.jalon.dispositif.LettresDossier;
import fr.jalon.dispositif.Variables;
import fr.jalon.dossier.Delais;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Issue;
import java.time.LocalDate;
import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the automatic steps of the RSA do alike: a letter, a file for an organisation, a delay, the end of the dossier. */
@Component
class GestesRsa {

    private final LettresRsa lettres;
    private final Dossiers dossiers;
    private final Delais delais;
    private final Envois envois;
    private final FichiersTransmis fichiers;
    private final Horloge horloge;

    GestesRsa(
            LettresRsa lettres,
            Dossiers dossiers,
            Delais delais,
            Envois envois,
            FichiersTransmis fichiers,
            Horloge horloge) {
        this.lettres = lettres;
        this.dossiers = dossiers;
        this.delais = delais;
        this.envois = envois;
        this.fichiers = fichiers;
        this.horloge = horloge;
    }

    CourrierVue ecrire(ContexteEtape contexte, String modele, LettresDossier.Complement complement) {
        return lettres.ecrire(contexte.cleUnique(modele), modele, contexte.dossierId(), complement);
    }

    void deposer(ContexteEtape contexte, String destinataire, String objet) {
        DossierVue dossier = dossiers.parId(contexte.dossierId());
        envois.deposer(new Envois.AEnvoyer(
                contexte.cleUnique(destinataire + ":" + objet),
                dossier.id(),
                destinataire,
                objet,
                dossier.numero() + "_" + objet.toLowerCase(java.util.Locale.ROOT) + ".json",
                fichiers.contenu(dossier, objet)));
    }

    Variables clore(ContexteEtape contexte, Issue issue) {
        dossiers.clore(contexte.dossierId(), issue, Agent.JALON);
        return Variables.aucune();
    }

    LocalDate fin(UUID dossierId, String horlogeDuParcours) {
        DossierVue dossier = dossiers.parId(dossierId);
        return delais.fin(dossier.dispositif(), horlogeDuParcours, dossier.urgent(), horloge.aujourdhui());
    }

    /** Length of a clock in words, for a letter. */
    String duree(UUID dossierId, String horlogeDuParcours) {
        DossierVue dossier = dossiers.parId(dossierId);
        return delais.enMots(dossier.dispositif(), horlogeDuParcours, dossier.urgent());
    }

    /** Eight in the morning in Paris: never between two and three, when the clocks change. */
    static Date instant(LocalDate jour) {
        return Date.from(Horloge.instantAParis(jour.atTime(8, 0)));
    }

    /** The last day belongs to the person: the delay ends when it is over. */
    static Date finDeJournee(LocalDate jour) {
        return Date.from(Horloge.instantAParis(jour.plusDays(1).atTime(0, 30)));
    }
}
