package fr.jalon.annuaire;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Textes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The offers of a base that was loaded when every row of the pact was one. What a person can use gets plain words and its link to the
 * plan; the rest leaves the offers, unless somebody wrote on it (it stays) or a person was referred to it (it is closed to new ones).
 */
@Component
class OffresAvantLePlan {

    private static final String PLACES = "places";

    private final OffresRepository offres;
    private final ActionsRepository actions;
    private final GestionAnnuaire gestion;
    private final Historique historique;
    private final List<UsageDesOffres> usages;
    private final Nomenclature nomenclature;
    private final Horloge horloge;

    OffresAvantLePlan(
            OffresRepository offres,
            ActionsRepository actions,
            GestionAnnuaire gestion,
            Historique historique,
            List<UsageDesOffres> usages,
            Nomenclature nomenclature,
            Horloge horloge) {
        this.offres = offres;
        this.actions = actions;
        this.gestion = gestion;
        this.historique = historique;
        this.usages = List.copyOf(usages);
        this.nomenclature = nomenclature;
        this.horloge = horloge;
    }

    /**
     * @param mots words of the offer that comes from the action, null when it gives none
     * @param raison why, in the words of the table
     */
    void reprendre(ActionDuPacte action, Map<String, String> mots, String raison) {
        offres.findByCode(action.code()).ifPresent(offre -> {
            if (mots != null) {
                offre.lier(action.id());
                redire(offre, action, mots);
            } else if (ecriteParQuelquUn(offre)) {
                offre.lier(action.id());
            } else if (nommee(offre.id())) {
                offre.lier(action.id());
                gestion.fermer(offre, horloge.aujourdhui(), Agent.JALON);
            } else {
                historique.noter(action.id(), Historique.RETRAIT, action.fiche().titre(), raison, Agent.JALON);
                offres.delete(offre);
            }
        });
    }

    /** Links the offer of a code to the action of the same code. */
    void lier(String code) {
        offres.findByCode(code)
                .ifPresent(offre -> actions.findByCode(code).ifPresent(action -> offre.lier(action.id())));
    }

    private void redire(Offre offre, ActionDuPacte action, Map<String, String> mots) {
        FicheOffre f = offre.vue(horloge.aujourdhui(), nomenclature).fiche();
        boolean commeChargee = action.fiche().titre().equals(f.titre()) && f.description() == null;
        if (commeChargee) {
            gestion.redire(
                    offre,
                    f.avecMots(
                            mots.get("titre"),
                            mots.get("description"),
                            f.conditions() == null ? Textes.ouNull(mots.get("conditions")) : f.conditions()),
                    Agent.JALON);
        }
    }

    /** Somebody read it, corrected it or completed it: it says something that the pact did not. */
    private boolean ecriteParQuelquUn(Offre offre) {
        return historique.de(offre.id()).stream()
                .anyMatch(c -> !Agent.JALON.identifiant().equals(c.auteur())
                        && !c.champ().startsWith(PLACES));
    }

    private boolean nommee(UUID offre) {
        return usages.stream().anyMatch(u -> !u.nommees(Set.of(offre)).isEmpty());
    }
}
