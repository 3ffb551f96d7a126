package fr.jalon.sanction.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.dispositif.FaitAttendu;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.sanction.AvisEquipe;
import fr.jalon.sanction.Constat;
import fr.jalon.sanction.Gradation;
import fr.jalon.sanction.ManquementVue;
import fr.jalon.sanction.Manquements;
import fr.jalon.sanction.Observations;
import fr.jalon.seance.AvisRendu;
import fr.jalon.seance.FicheCas;
import fr.jalon.seance.SujetDeSeance;
import fr.jalon.usager.Personnes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The question of a sanction to the équipe: what its members read, and what its answer does. */
@Component
class SujetSanction implements SujetDeSeance {

    private final Manquements manquements;
    private final Gradation gradation;
    private final Dossiers dossiers;
    private final Personnes personnes;
    private final ApplicationEventPublisher evenements;

    SujetSanction(
            Manquements manquements,
            Gradation gradation,
            Dossiers dossiers,
            Personnes personnes,
            ApplicationEventPublisher evenements) {
        this.manquements = manquements;
        this.gradation = gradation;
        this.dossiers = dossiers;
        this.personnes = personnes;
        this.evenements = evenements;
    }

    @Override
    public String question() {
        return ManquementRsa.QUESTION;
    }

    @Override
    public FicheCas fiche(UUID dossierId) {
        ManquementVue m = manquements.manquement(dossierId);
        DossierVue dossier = dossiers.parId(dossierId);
        Constat c = m.constat();
        List<FicheCas.Fait> faits = new ArrayList<>();
        faits.add(new FicheCas.Fait(
                "Ce qui est reproché", gradation.motif(c.nature()).raison()));
        faits.add(new FicheCas.Fait("Faits du " + Horloge.enMots(c.dateFaits()), c.faits()));
        faits.add(new FicheCas.Fait("Rang", m.rang().libelle()));
        faits.add(new FicheCas.Fait(
                "Foyer", "SEUL".equals(c.foyer()) ? "Une personne seule" : "Plusieurs personnes, ou majoration"));
        faits.add(new FicheCas.Fait("Sanction envisagée", Manquements.enMots(c.sanction(), c.taux(), c.mois())));
        faits.add(new FicheCas.Fait("Ce que dit la personne", observations(m.observations())));
        return new FicheCas(
                "Une " + c.sanction().libelle().toLowerCase(Locale.FRENCH) + " est envisagée",
                personnes.parId(dossier.personneId()).nomComplet(),
                m.referent(),
                faits);
    }

    private static String observations(Observations o) {
        if (o == null) {
            return "Rien pour le moment.";
        }
        return o.texte() + (o.assistance() == null ? "" : " (avec l'aide de " + o.assistance() + ")");
    }

    @EventListener
    void sur(AvisRendu fait) {
        if (!ManquementRsa.QUESTION.equals(fait.question())) {
            return;
        }
        manquements.noterAvis(
                fait.dossierId(),
                new AvisEquipe(fait.avis(), fait.motif(), fait.seance()),
                fait.libelle(),
                Agent.JALON);
        evenements.publishEvent(
                new FaitAttendu.Survenu(fait.dossierId(), FaitAttendu.AVIS_EQUIPE_RENDU, Map.of(), fait.auteur()));
    }
}
