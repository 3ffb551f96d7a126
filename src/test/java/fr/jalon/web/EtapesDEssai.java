package fr.jalon.web;

import fr.jalon.agent.Agent;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.corbeille.LigneCorbeille;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.EtatPiece;
import fr.jalon.dossier.PieceVue;
import fr.jalon.dossier.Pieces;
import fr.jalon.essais.Monde;
import fr.jalon.moteur.Taches;
import java.util.List;
import java.util.Map;

/** Brings a dossier to the step that a test looks at, by the services. */
public final class EtapesDEssai {

    private final Monde monde;

    public EtapesDEssai(Monde monde) {
        this.monde = monde;
    }

    public LigneCorbeille tache(DossierVue dossier, String etape) {
        return monde.bean(Corbeille.class).duDossier(dossier.id()).stream()
                .filter(t -> t.etape().equals(etape))
                .findFirst()
                .orElseThrow(() -> new AssertionError("pas de tâche " + etape));
    }

    public void completer(DossierVue dossier) {
        Pieces pieces = monde.bean(Pieces.class);
        Agent agent = monde.instructeur();
        for (PieceVue piece : pieces.liste(dossier.id())) {
            pieces.noterRecue(dossier.id(), piece.type(), agent);
            pieces.juger(dossier.id(), piece.type(), EtatPiece.ACCEPTEE, null, agent);
        }
    }

    public void achever(DossierVue dossier, String etape, Map<String, Object> donnees) {
        monde.bean(Taches.class).achever(tache(dossier, etape).tacheId(), donnees, monde.instructeur());
        monde.travailler();
    }

    /** A claim whose pieces are right: "Instruire la demande" is to take. */
    public DossierVue aInstruire(DossierVue dossier) {
        monde.travailler();
        completer(dossier);
        achever(dossier, "UserTask_VerifierPieces", Map.of("resultat", "COMPLET"));
        return dossier;
    }

    /** A student without any other right: the rules say no, the rejection is proposed. */
    public DossierVue rejetPropose() {
        DossierVue dossier = aInstruire(monde.demande(monde.json("""
                {"adultes": [{"age": 40, "nationalite": "FR", "etudiant": true, "stagiaireFormation": false, "enceinte": false,
                  "heuresTravaillees3Ans": 0, "residenceStable": true, "droitsPrioritairesDemandes": true,
                  "ressources": [{"type": "SALAIRE_NET", "mois": "2026-03", "montant": 320.5}]}],
                 "enfants": [], "isole": true, "isolementRecent": false,
                 "logement": {"statut": "LOCATAIRE", "aideLogementMensuelle": 210, "participeAuxFrais": true},
                 "prestationsFamiliales": {"af": 0, "complementFamilial": 0, "pajeBase": 0, "asf": 0}}
                """)));
        achever(
                dossier,
                "UserTask_InstruireDemande",
                Map.of(
                        "proposition",
                        "DEFAVORABLE",
                        "motifs",
                        List.of("ETUDES"),
                        "motif",
                        "Études à temps plein, sans enfant.",
                        "c2s",
                        false));
        return dossier;
    }
}
