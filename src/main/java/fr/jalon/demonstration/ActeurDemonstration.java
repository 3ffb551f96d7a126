package fr.jalon.demonstration;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.commun.Horloge;
import fr.jalon.corbeille.LigneCorbeille;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.courrier.ModeRemise;
import fr.jalon.courrier.Signatures;
import fr.jalon.courrier.SuiviCourriers;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.EtatPiece;
import fr.jalon.dossier.PieceVue;
import fr.jalon.dossier.Pieces;
import fr.jalon.dossier.Signalements;
import fr.jalon.moteur.Taches;
import fr.jalon.orientation.Creneaux;
import fr.jalon.orientation.Diagnostics;
import fr.jalon.piece.Fichiers;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Does in the name of an invented agent what an agent would do on the screen. */
@Component
@Profile("demonstration")
class ActeurDemonstration {

    private static final String CRENEAU = "CRENEAU";
    private static final String REFERENT = "ali.kleber";
    private static final String RESPONSABLE = "responsable.kleber";

    private final Comptes comptes;
    private final Pieces pieces;
    private final Fichiers fichiers;
    private final Taches taches;
    private final Signalements signalements;
    private final Diagnostics diagnostics;
    private final Creneaux creneaux;
    private final Courriers courriers;
    private final Signatures signatures;
    private final SuiviCourriers suivi;
    private final JdbcTemplate jdbc;
    private final Horloge horloge;
    private final byte[] piece = TableauLivre.octets("piece-exemple.pdf");

    ActeurDemonstration(
            Comptes comptes,
            Pieces pieces,
            Fichiers fichiers,
            Taches taches,
            Signalements signalements,
            Diagnostics diagnostics,
            Creneaux creneaux,
            Courriers courriers,
            Signatures signatures,
            SuiviCourriers suivi,
            JdbcTemplate jdbc,
            Horloge horloge) {
        this.comptes = comptes;
        this.pieces = pieces;
        this.fichiers = fichiers;
        this.taches = taches;
        this.signalements = signalements;
        this.diagnostics = diagnostics;
        this.creneaux = creneaux;
        this.courriers = courriers;
        this.signatures = signatures;
        this.suivi = suivi;
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    void agir(DossierVue dossier, ActeDeScenario acte, LigneCorbeille tache) {
        Agent agent = comptes.parIdentifiant(acte.agent()).orElseThrow();
        if (acte.pieces() != null) {
            apporter(dossier, acte.pieces(), agent);
        }
        if (acte.diagnostic() != null) {
            diagnostiquer(dossier, acte.diagnostic(), agent);
        }
        if (acte.prendre()) {
            taches.prendre(tache.tacheId(), agent);
        }
        if (acte.lettrePartie()) {
            poster(dossier);
        }
        if (acte.rendezVousPasse()) {
            jdbc.update(
                    "update demande_orientation set rendez_vous = ? where dossier_id = ?",
                    Timestamp.from(horloge.maintenant().minusSeconds(60)),
                    dossier.id());
        }
        if (acte.donnees() != null) {
            taches.achever(tache.tacheId(), datees(placees(acte.donnees(), dossier)), agent);
        }
        if (acte.signalement() != null) {
            signalements.signaler(dossier.id(), acte.signalement(), acte.motif(), agent);
        }
    }

    /** The newest letter: signed when it decides, then sent. */
    private void poster(DossierVue dossier) {
        Agent responsable = comptes.parIdentifiant(RESPONSABLE).orElseThrow();
        CourrierVue lettre = courriers.parDossier(dossier.id()).get(0);
        if (lettre.etat() == EtatCourrier.A_SIGNER) {
            signatures.signer(lettre.id(), responsable);
        }
        suivi.envoyer(lettre.id(), horloge.aujourdhui(), ModeRemise.LETTRE_SIMPLE, responsable);
    }

    private void diagnostiquer(DossierVue dossier, List<Integer> notes, Agent agent) {
        for (int i = 0; i < notes.size(); i++) {
            diagnostics.etablir(dossier.id(), i + 1, Map.of(), List.of(notes.get(i)), false, agent);
        }
    }

    private void apporter(DossierVue dossier, ActeDeScenario.Pieces lesquelles, Agent agent) {
        List<PieceVue> attendues = pieces.liste(dossier.id());
        boolean toutes = lesquelles == ActeDeScenario.Pieces.TOUTES;
        attendues.stream().limit(toutes ? attendues.size() : 1).forEach(attendue -> {
            fichiers.recevoir(dossier.id(), attendue.type(), "piece-exemple.pdf", piece, "GUICHET", agent);
            if (lesquelles != ActeDeScenario.Pieces.PREMIERE_RECUE) {
                pieces.juger(dossier.id(), attendue.type(), EtatPiece.ACCEPTEE, null, agent);
            }
        });
    }

    /** An appointment that is asked for is the next free one of the référent, or of the agent of Kléber. */
    private Map<String, Object> placees(Map<String, Object> donnees, DossierVue dossier) {
        if (!CRENEAU.equals(donnees.get("date"))) {
            return donnees;
        }
        LocalDateTime libre = creneaux.suivant(
                dossier.id(), (String) donnees.getOrDefault("referent", REFERENT), dossier.antenne(), null);
        Map<String, Object> placees = new LinkedHashMap<>(donnees);
        placees.put("date", libre.toLocalDate().toString());
        placees.put("heure", libre.toLocalTime().toString());
        return placees;
    }

    /** "J-1" is yesterday, "J+1" tomorrow: the scenarios know no date. */
    private Map<String, Object> datees(Map<String, Object> donnees) {
        Map<String, Object> datees = new LinkedHashMap<>(donnees);
        datees.replaceAll((champ, valeur) -> valeur instanceof String texte && texte.matches("J[-+]\\d+")
                ? horloge.aujourdhui()
                        .plusDays(Long.parseLong(texte.substring(1)))
                        .toString()
                : valeur);
        return datees;
    }
}
