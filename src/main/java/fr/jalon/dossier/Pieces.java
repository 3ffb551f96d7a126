package fr.jalon.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.decision.Decisions;
import fr.jalon.decision.EvaluationDecision;
import fr.jalon.decision.EvaluationsDesDossiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The checklist of a dossier, computed by the table {@code pieces-requises} from the facts of the situation. */
@Service
@Transactional
public class Pieces {

    private static final String TABLE = "pieces-requises";

    private final PiecesRepository pieces;
    private final Dossiers dossiers;
    private final Decisions decisions;
    private final EvaluationsDesDossiers evaluations;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    Pieces(
            PiecesRepository pieces,
            Dossiers dossiers,
            Decisions decisions,
            EvaluationsDesDossiers evaluations,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.pieces = pieces;
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.evaluations = evaluations;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /**
     * Computes the list from the facts. What has come in stays; a piece that the situation needs no more and that nobody
     * brought becomes "sans objet".
     *
     * @param faits inputs of the table, without the dispositif
     */
    public List<PieceVue> etablir(UUID dossierId, Map<String, Object> faits, Agent auteur) {
        String dispositif = dossiers.parId(dossierId).dispositif();
        Map<String, Object> entrees = new HashMap<>(faits);
        entrees.put("dispositif", dispositif);
        EvaluationDecision table = evaluations.pour(dossierId, () -> decisions.evaluer(TABLE, entrees));
        List<PieceRequise> requises = table.regles().stream()
                .map(r -> new PieceRequise(
                        r.texte("piece"),
                        r.texte("libelle"),
                        r.texte("pourquoi"),
                        Boolean.TRUE.equals(r.sorties().get("obligatoire"))))
                .toList();
        Map<String, PieceAttendue> parType = new LinkedHashMap<>();
        pieces.findByDossierIdOrderByRang(dossierId).forEach(p -> parType.put(p.type(), p));
        Set<String> types = new HashSet<>();
        List<PieceAttendue> nouvelles = new ArrayList<>();
        for (PieceRequise requise : requises) {
            if (types.add(requise.type())) {
                PieceAttendue connue = parType.get(requise.type());
                if (connue == null) {
                    nouvelles.add(nouvelle(dossierId, requise, types.size() - 1, auteur));
                } else {
                    redemander(connue, requise, auteur);
                }
            }
        }
        parType.values().stream()
                .filter(p -> !types.contains(p.type()) && p.etat() == EtatPiece.ATTENDUE)
                .forEach(p -> p.noter(
                        EtatPiece.SANS_OBJET,
                        "La situation n'en a plus besoin.",
                        horloge.maintenant(),
                        auteur.identifiant()));
        pieces.saveAll(nouvelles);
        return Stream.concat(parType.values().stream(), nouvelles.stream())
                .map(PieceAttendue::vue)
                .toList();
    }

    private PieceAttendue nouvelle(UUID dossierId, PieceRequise requise, int rang, Agent auteur) {
        return new PieceAttendue(dossierId, requise, rang, horloge.maintenant(), auteur.identifiant());
    }

    /** A piece that was not needed and is needed again is asked for again; what came in stays. */
    private void redemander(PieceAttendue connue, PieceRequise requise, Agent auteur) {
        connue.decrire(requise);
        if (connue.etat() == EtatPiece.SANS_OBJET) {
            connue.noter(EtatPiece.ATTENDUE, null, horloge.maintenant(), auteur.identifiant());
        }
    }

    @Transactional(readOnly = true)
    public List<PieceVue> liste(UUID dossierId) {
        return pieces.findByDossierIdOrderByRang(dossierId).stream()
                .map(PieceAttendue::vue)
                .toList();
    }

    /** The mandatory pieces that the person still has to bring. */
    @Transactional(readOnly = true)
    public List<PieceVue> manquantes(UUID dossierId) {
        return liste(dossierId).stream()
                .filter(p -> p.obligatoire() && p.etat().manquante())
                .toList();
    }

    /** Whether every mandatory piece is accepted or not needed. */
    @Transactional(readOnly = true)
    public boolean complet(UUID dossierId) {
        return liste(dossierId).stream()
                .allMatch(p -> !p.obligatoire() || p.etat().satisfaite());
    }

    /**
     * Notes that a piece came in; when it was the last missing one, the dossier waits for the person no more.
     *
     * @throws SaisieInvalide when the piece is not on the list
     */
    public void noterRecue(UUID dossierId, String type, Agent auteur) {
        refuserSiClos(dossierId);
        PieceAttendue piece = exiger(dossierId, type);
        piece.noter(EtatPiece.RECUE, null, horloge.maintenant(), auteur.identifiant());
        dossiers.tracer(dossierId, "PIECE_RECUE", "Pièce reçue : " + piece.vue().libelle() + ".", auteur);
        evenements.publishEvent(new PieceRecue(dossierId, type, auteur));
        boolean resteAApporter = pieces.findByDossierIdOrderByRang(dossierId).stream()
                .anyMatch(p -> p.obligatoire() && p.etat().manquante());
        if (!resteAApporter) {
            evenements.publishEvent(new PiecesCompletees(dossierId, auteur));
        }
    }

    /**
     * A file came in that may not be opened yet: the piece is not received, but it must be one that the dossier expects.
     *
     * @throws SaisieInvalide when the piece is not on the list
     */
    public void noterEnAttente(UUID dossierId, String type, String raison, Agent auteur) {
        refuserSiClos(dossierId);
        PieceAttendue piece = exiger(dossierId, type);
        dossiers.tracer(
                dossierId,
                "PIECE_EN_ATTENTE",
                "Fichier pour « " + piece.vue().libelle() + " » : " + raison.toLowerCase(java.util.Locale.FRENCH) + ".",
                auteur);
    }

    /** The file that waited may be opened: the piece is received, unless somebody has settled it or the dossier has ended meanwhile. */
    public void noterRecueApresAttente(UUID dossierId, String type, Agent auteur) {
        boolean attendue = !dossiers.parId(dossierId).clos()
                && pieces.findByDossierIdAndType(dossierId, type)
                        .filter(p -> p.etat().manquante())
                        .isPresent();
        if (attendue) {
            noterRecue(dossierId, type, auteur);
        }
    }

    /**
     * Judges a piece.
     *
     * @param motif French reason, needed for a refusal and for "sans objet"
     */
    public void juger(UUID dossierId, String type, EtatPiece etat, String motif, Agent auteur) {
        refuserSiClos(dossierId);
        PieceAttendue piece = exiger(dossierId, type);
        String raison = Textes.ouNull(motif);
        if ((etat == EtatPiece.REFUSEE || etat == EtatPiece.SANS_OBJET) && raison == null) {
            throw new SaisieInvalide("motif", "Écrivez pourquoi : la personne et vos collègues le liront.");
        }
        if (raison != null && raison.length() > 500) {
            throw new SaisieInvalide("motif", "Écrivez au plus 500 caractères.");
        }
        if (piece.etat() == etat) {
            return;
        }
        piece.noter(etat, raison, horloge.maintenant(), auteur.identifiant());
        dossiers.tracer(
                dossierId,
                "PIECE_" + etat,
                "Pièce « " + piece.vue().libelle() + " » : " + etat.libelle().toLowerCase(java.util.Locale.FRENCH)
                        + (raison == null ? "." : " (" + raison + ")."),
                auteur);
    }

    /** Brought on paper and judged right at once, as happens for most pieces at a counter: one gesture, both facts kept. */
    public void accepterSurPapier(UUID dossierId, String type, Agent auteur) {
        noterRecue(dossierId, type, auteur);
        juger(dossierId, type, EtatPiece.ACCEPTEE, null, auteur);
    }

    private void refuserSiClos(UUID dossierId) {
        if (dossiers.parId(dossierId).clos()) {
            throw new Conflit("Ce dossier est terminé : ses pièces ne changent plus.");
        }
    }

    private PieceAttendue exiger(UUID dossierId, String type) {
        return pieces.findByDossierIdAndType(dossierId, type)
                .orElseThrow(() -> new SaisieInvalide(
                        "type", "Cette pièce n'est pas dans la liste du dossier. Choisissez-en une de la liste."));
    }

    static Introuvable introuvable() {
        return new Introuvable("Ce dossier n'existe pas.");
    }
}
