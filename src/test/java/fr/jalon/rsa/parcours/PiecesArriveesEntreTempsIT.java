package fr.jalon.rsa.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.corbeille.Corbeille;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatPiece;
import fr.jalon.dossier.PieceVue;
import fr.jalon.dossier.Pieces;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.moteur.Taches;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The request for pieces runs on its own, a moment after the agent's choice: the pieces may be there by then. */
@JalonIT
class PiecesArriveesEntreTempsIT {

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
    void rien_n_est_demande_et_l_attente_finit_aussitot() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        taches.achever(
                corbeille.duDossier(dossier.id()).get(0).tacheId(),
                Map.of("resultat", "INCOMPLET"),
                monde.instructeur());
        for (PieceVue piece : pieces.liste(dossier.id())) {
            pieces.noterRecue(dossier.id(), piece.type(), monde.instructeur());
            pieces.juger(dossier.id(), piece.type(), EtatPiece.ACCEPTEE, null, monde.instructeur());
        }

        monde.travailler();

        assertThat(courriers.parDossier(dossier.id()))
                .extracting(CourrierVue::modele)
                .containsOnly("accuse-reception");
        assertThat(corbeille.duDossier(dossier.id())).extracting("etape").containsExactly("UserTask_VerifierPieces");
        assertThat(dossiers.parId(dossier.id()).horloge().suspendue()).isFalse();
    }
}
