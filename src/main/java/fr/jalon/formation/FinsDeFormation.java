package fr.jalon.formation;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.budget.Depenses;
import fr.jalon.commun.Centimes;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.dossier.Dossiers;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the money of a training ends: followed to its end, stopped on the way, or without a proof in time. */
@Service
@Transactional
public class FinsDeFormation {

    private final FormationsEcrites formations;
    private final ReglesFormation regles;
    private final ParametresFormation parametres;
    private final VersementsFormation versements;
    private final Dossiers dossiers;
    private final Depenses depenses;

    FinsDeFormation(
            FormationsEcrites formations,
            ReglesFormation regles,
            ParametresFormation parametres,
            VersementsFormation versements,
            Dossiers dossiers,
            Depenses depenses) {
        this.formations = formations;
        this.regles = regles;
        this.parametres = parametres;
        this.versements = versements;
        this.dossiers = dossiers;
        this.depenses = depenses;
    }

    /**
     * The training stops: what was followed is certified, no more. The reason is a choice of a list, where health is not.
     *
     * @param suivies hours followed since the beginning
     * @param preuve needed when more hours are told than were proven
     * @throws SaisieInvalide on {@code heuresArret} or {@code preuveArret}
     */
    public void arreter(UUID dossierId, String raison, int suivies, String preuve, Agent auteur) {
        auteur.exiger(Role.ALI, Role.RESPONSABLE_ANTENNE);
        FormationVue vue = formations.vue(dossierId);
        LocalDate debut = vue.demande().formation().debut();
        if (suivies > 0 && parametres.aujourdhui().isBefore(debut)) {
            throw new SaisieInvalide(
                    "heuresArret",
                    "La formation commence le " + Horloge.enMots(debut) + " : aucune heure n’est suivie avant.");
        }
        versements.verifierLesHeures(vue, suivies, "heuresArret");
        formations.exiger(dossierId).arreter(raison);
        String nom = regles.nom("ARRET", raison);
        if (suivies > versements.heuresSuivies(dossierId)) {
            if (Textes.ouNull(preuve) == null) {
                throw new SaisieInvalide(
                        "preuveArret", "Dites ce qui prouve ces heures : elles sont payées sur cette preuve.");
            }
            versements.certifier(
                    vue,
                    new VersementsFormation.Echeance(
                            VersementsFormation.ARRET,
                            "Formation arrêtée. " + nom,
                            suivies,
                            versements.duALArret(vue, suivies)),
                    preuve,
                    auteur);
        } else {
            long trop = trop(dossierId);
            dossiers.tracer(
                    dossierId,
                    DemandesFormation.NATURE,
                    "Formation arrêtée. " + nom + "."
                            + (trop > 0
                                    ? " " + Centimes.enFrancais(trop) + " versés en trop, à demander par un titre."
                                    : ""),
                    auteur);
        }
    }

    /**
     * Ends the commitment and gives back what was not used. What follows asks nothing more of the CCAS: another request may be made.
     *
     * @return cents that are free again
     */
    public long finir(UUID dossierId, Agent auteur) {
        FormationFinancee formation = formations.exiger(dossierId);
        if (!formation.engagee()) {
            return 0;
        }
        long rendu = depenses.solder(formation.engagement(), auteur.identifiant());
        formation.finir();
        dossiers.laisserPlace(dossierId);
        if (rendu > 0) {
            dossiers.tracer(
                    dossierId,
                    DemandesFormation.NATURE,
                    Centimes.enFrancais(rendu) + " non utilisés sont rendus à l'enveloppe.",
                    auteur);
        }
        return rendu;
    }

    /** Whether the CCAS pays, or has to pay, anything of it. */
    @Transactional(readOnly = true)
    public boolean utilisee(UUID dossierId) {
        return versements.certifie(dossierId) > 0;
    }

    /** Whether its last milestone was reached. */
    @Transactional(readOnly = true)
    public boolean jusquAuBout(UUID dossierId) {
        return versements.aVenir(formations.vue(dossierId)).isEmpty();
    }

    /**
     * What a stop leaves to be asked back: certified beyond what the hours followed are worth. Zero for a training that did not stop: hours
     * that nobody proved are not known, which is not none.
     */
    @Transactional(readOnly = true)
    public long trop(UUID dossierId) {
        FormationVue vue = formations.vue(dossierId);
        return vue.suite().arret() == null
                ? 0
                : Math.max(
                        0,
                        versements.certifie(dossierId)
                                - versements.duALArret(vue, versements.heuresSuivies(dossierId)));
    }

    /** Last day on which a proof is waited for; afterwards what is left goes back to the envelope. */
    @Transactional(readOnly = true)
    public LocalDate finDeLAttente(UUID dossierId) {
        return formations.vue(dossierId).demande().formation().fin().plusDays(parametres.joursApresLaFin());
    }
}
