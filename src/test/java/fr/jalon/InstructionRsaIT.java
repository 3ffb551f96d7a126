package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.corbeille.LigneCorbeille;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatPiece;
import fr.jalon.dossier.Issue;
import fr.jalon.dossier.PieceVue;
import fr.jalon.dossier.Pieces;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.parcours.Taches;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The whole path on the real engine and a real MariaDB: one test per end. */
@JalonIT
class InstructionRsaIT {

    @Autowired
    private Monde monde;

    @Autowired
    private Corbeille corbeille;

    @Autowired
    private Taches taches;

    @Autowired
    private Pieces pieces;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Courriers courriers;

    @Test
    void ouvre_le_droit_quand_la_caf_accorde() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        assertThat(modeles(dossier)).containsExactly("accuse-reception");

        completer(dossier);
        achever(dossier, "UserTask_VerifierPieces", Map.of("resultat", "COMPLET"));
        monde.travailler();
        achever(dossier, "UserTask_InstruireDemande", Map.of("proposition", "FAVORABLE", "c2s", true));
        monde.travailler();
        achever(
                dossier,
                "UserTask_EnregistrerDecisionCaf",
                Map.of("decision", "ACCORD", "date", "2026-06-01", "montant", 651.69));
        monde.travailler();

        assertThat(dossiers.parId(dossier.id()).issue()).isEqualTo(Issue.DROIT_OUVERT);
        assertThat(modeles(dossier)).contains("notification-accord");
        assertThat(corbeille.duDossier(dossier.id())).isEmpty();
    }

    private void completer(DossierVue dossier) {
        Agent agent = monde.instructeur();
        for (PieceVue piece : pieces.liste(dossier.id())) {
            pieces.noterRecue(dossier.id(), piece.type(), agent);
            pieces.juger(dossier.id(), piece.type(), EtatPiece.ACCEPTEE, null, agent);
        }
    }

    private void achever(DossierVue dossier, String etape, Map<String, Object> donnees) {
        LigneCorbeille tache = corbeille.duDossier(dossier.id()).stream()
                .filter(t -> t.etape().equals(etape))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("pas de tâche " + etape + " mais " + corbeille.duDossier(dossier.id())));
        taches.achever(tache.tacheId(), donnees, monde.instructeur());
    }

    private List<String> modeles(DossierVue dossier) {
        return courriers.parDossier(dossier.id()).stream()
                .map(CourrierVue::modele)
                .toList();
    }
}
