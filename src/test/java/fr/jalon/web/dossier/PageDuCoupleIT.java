package fr.jalon.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.EtatPiece;
import fr.jalon.dossier.PieceVue;
import fr.jalon.dossier.Pieces;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.EssaiDEcran;
import fr.jalon.essais.JalonIT;
import fr.jalon.moteur.Taches;
import fr.jalon.navigateur.Navigateur;
import fr.jalon.web.Visite;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the page of a claim says of each of two adults, when the facts of one are not those of the other. */
@JalonIT
class PageDuCoupleIT extends EssaiDEcran {

    private Agent instructeur;

    @BeforeEach
    void preparer() {
        horloge.regler(EssaiConfiguration.DEPART);
        monde.responsable();
        instructeur = monde.instructeur();
    }

    @Test
    void ce_qui_n_a_pas_ete_demande_a_l_un_n_est_jamais_le_non_de_l_autre() {
        String texte = page("couple-inconnu-et-non", a -> a.putNull("etudiant"), b -> b.put("etudiant", true));
        assertThat(texte)
                .contains(
                        "Aucune condition ne manque. 1 fait est à demander.",
                        "« vous » désigne la personne qui demande.",
                        "Son conjoint, condition non remplie : « Vous êtes étudiant, élève ou stagiaire. »",
                        "Ressources de son conjoint")
                .doesNotContain("L'autre adulte du foyer les remplit", "Toutes les conditions du RSA sont remplies");
    }

    @Test
    void les_conditions_du_conjoint_disent_de_qui_elles_parlent_et_ce_qui_manque_a_qui_demande() {
        String texte = page(
                "couple-non-et-inconnu",
                a -> a.put("etudiant", true),
                b -> b.putNull("residenceStable").putNull("droitsPrioritairesDemandes"));
        assertThat(texte)
                .contains(
                        "Aucune condition ne manque. 2 faits sont à demander.",
                        "« vous » désigne le conjoint de la personne qui demande.",
                        "La personne qui demande, condition non remplie : « Vous êtes étudiant")
                .doesNotContain("Son conjoint, ", "L'autre adulte du foyer les remplit");
    }

    @Test
    void deux_refus_disent_ce_qui_manque_a_chacun_et_rien_ne_dit_que_le_droit_peut_s_ouvrir() {
        String texte = page(
                "couple-deux-refus",
                a -> a.put("etudiant", true),
                b -> b.put("age", 22).put("etudiant", true));
        assertThat(texte)
                .contains(
                        "Une condition du RSA n’est pas remplie.",
                        "Son conjoint, condition non remplie : « Vous avez moins de 25 ans",
                        "Son conjoint, condition non remplie : « Vous êtes étudiant")
                .doesNotContain("peut s’ouvrir");
    }

    private String page(
            String image, java.util.function.Consumer<ObjectNode> un, java.util.function.Consumer<ObjectNode> autre) {
        ObjectNode couple = (ObjectNode) monde.situation();
        couple.put("isole", false);
        ObjectNode premier = (ObjectNode) couple.path("adultes").path(0);
        ObjectNode second = premier.deepCopy();
        ((ArrayNode) couple.path("adultes")).add(second);
        un.accept(premier);
        autre.accept(second);
        DossierVue dossier = instruite(couple);
        try (Visite v = new Visite(navigateur, port, Navigateur.LARGE, instructeur)) {
            v.aller("/dossiers/" + dossier.numero());
            v.page().locator("details").all().forEach(d -> d.evaluate("e => e.open = true"));
            v.ecran().capturer(image);
            return v.texte().replaceAll("[\\p{Z}\\s]+", " ");
        }
    }

    private DossierVue instruite(ObjectNode situation) {
        DossierVue dossier = monde.demande(situation);
        monde.travailler();
        Pieces pieces = monde.bean(Pieces.class);
        for (PieceVue piece : pieces.liste(dossier.id())) {
            pieces.noterRecue(dossier.id(), piece.type(), instructeur);
            pieces.juger(dossier.id(), piece.type(), EtatPiece.ACCEPTEE, null, instructeur);
        }
        String tache = monde.bean(Corbeille.class).duDossier(dossier.id()).stream()
                .filter(t -> t.etape().equals("UserTask_VerifierPieces"))
                .findFirst()
                .orElseThrow()
                .tacheId();
        monde.bean(Taches.class).achever(tache, Map.of("resultat", "COMPLET"), instructeur);
        monde.travailler();
        return dossier;
    }
}
