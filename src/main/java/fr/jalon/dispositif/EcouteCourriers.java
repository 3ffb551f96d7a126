package fr.jalon.dispositif;

import fr.jalon.agent.Agent;
import fr.jalon.courrier.CourrierRetourne;
import fr.jalon.courrier.CourrierSuivi;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.ReceptionCourrier;
import fr.jalon.courrier.UsageCourrier.Destinataire;
import fr.jalon.courrier.UsagesCourrier;
import fr.jalon.dossier.Dossiers;
import fr.jalon.usager.AdressesFausses;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the life of a letter means for its dossier and its person: a line of the history, an address that is not hers any more. */
@Component
class EcouteCourriers {

    private final Courriers courriers;
    private final UsagesCourrier usages;
    private final ReceptionCourrier reception;
    private final Dossiers dossiers;
    private final AdressesFausses adresses;

    EcouteCourriers(
            Courriers courriers,
            UsagesCourrier usages,
            ReceptionCourrier reception,
            Dossiers dossiers,
            AdressesFausses adresses) {
        this.courriers = courriers;
        this.usages = usages;
        this.reception = reception;
        this.dossiers = dossiers;
        this.adresses = adresses;
    }

    /** A letter of a session or of a visit has no dossier: its own module keeps its history. */
    @EventListener
    void sur(CourrierSuivi fait) {
        dossiers.siExiste(fait.dossierId())
                .ifPresent(d -> dossiers.tracer(d.id(), LettresDossier.NATURE, fait.texte(), fait.auteur()));
    }

    @EventListener
    void sur(CourrierRetourne fait) {
        boolean adresseFausse = reception
                .retour(fait.motif())
                .map(ReceptionCourrier.Retour::adresseFausse)
                .orElse(false);
        if (!adresseFausse || usages.de(fait.modele()).destinataire() != Destinataire.PERSONNE) {
            return;
        }
        CourrierVue courrier = courriers.courrier(fait.courrierId()).orElseThrow();
        dossiers.siExiste(fait.dossierId()).ifPresent(d -> {
            if (adresses.noter(d.personneId(), adresse(courrier), fait.jour(), fait.numero())) {
                dossiers.tracer(
                        d.id(),
                        LettresDossier.NATURE,
                        "L'adresse de la personne est à vérifier : un courrier en est revenu.",
                        Agent.JALON);
            }
        });
    }

    /** The window without its first line, which is the name. */
    private static String adresse(CourrierVue courrier) {
        int nom = courrier.destinataire().indexOf('\n');
        return courrier.destinataire().substring(nom + 1);
    }
}
