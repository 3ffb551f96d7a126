package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.dossier.DossierVue;
import fr.jalon.web.commun.Vues;
import java.util.List;

/**
 * What one dispositif adds to the page of a dossier.
 *
 * @param decisions what the rules found
 * @param actes what people proposed, validated and decided
 * @param situation what is declared
 * @param foyer the foyer in words, null when it is not known
 * @param adresseCorrection where the situation is corrected, null when it may not be
 * @param organismes organisations to choose from, null when no choice is open
 * @param liens other pages of the dossier that belong to the dispositif
 */
record Volet(
        List<Vues.DecisionExpliquee> decisions,
        List<PropositionEcran.Acte> actes,
        List<Vues.Paire> situation,
        String foyer,
        String adresseCorrection,
        ChoixOrganismes.Tableau organismes,
        List<Vues.Lien> liens) {

    static final Volet VIDE = new Volet(List.of(), List.of(), List.of(), null, null);

    Volet(
            List<Vues.DecisionExpliquee> decisions,
            List<PropositionEcran.Acte> actes,
            List<Vues.Paire> situation,
            String foyer,
            String adresseCorrection) {
        this(decisions, actes, situation, foyer, adresseCorrection, null, List.of());
    }

    /** Makes the part of one dispositif. */
    interface Fabrique {

        /** Code of the dispositif. */
        String dispositif();

        Volet de(DossierVue dossier, Agent agent);

        /** A dossier that rests on its pieces says that none is asked; elsewhere nothing is said of them. */
        default boolean reposeSurDesPieces() {
            return false;
        }
    }
}
