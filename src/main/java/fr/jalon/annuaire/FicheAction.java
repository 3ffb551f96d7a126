package fr.jalon.annuaire;

import java.time.LocalDate;

/**
 * What is written of an action of the pact, as typed; a null is not known yet.
 *
 * @param objectif code of {@link Nomenclature#objectifs()}, which gives the lever
 * @param pilote organisation or function in charge, never the name of a person
 * @param partenaires as the table of the pact writes them
 * @param origine who proposed the action
 * @param page page of the pact
 * @param preuve what shows that it was done
 */
public record FicheAction(
        String titre,
        String objectif,
        String objectifOperationnel,
        String pilote,
        String partenaires,
        String origine,
        String page,
        LocalDate echeance,
        EtatAction etat,
        String preuve,
        String bilanMiParcours,
        String bilanFinal) {}
