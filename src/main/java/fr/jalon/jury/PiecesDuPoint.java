package fr.jalon.jury;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Interdit;
import fr.jalon.piece.FichierVue;
import fr.jalon.piece.Fichiers;
import fr.jalon.seance.Fiches;
import fr.jalon.seance.PieceDuCas;
import fr.jalon.seance.Point;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Seances;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The supporting documents of an item. A paper bears a name and an address: in an anonymous session the members know which ones came, and
 * open none.
 */
@Service
@Transactional
public class PiecesDuPoint {

    private final Seances seances;
    private final Places places;
    private final Fiches fiches;
    private final Fichiers fichiers;

    PiecesDuPoint(Seances seances, Places places, Fiches fiches, Fichiers fichiers) {
        this.seances = seances;
        this.places = places;
        this.fiches = fiches;
        this.fichiers = fichiers;
    }

    /**
     * A document, and the files that the reader may open.
     *
     * @param fichiers none when they are withheld, or when it came on paper
     */
    public record Piece(PieceDuCas piece, List<FichierVue> fichiers) {
        public Piece {
            fichiers = List.copyOf(fichiers);
        }
    }

    /** The documents of an item; none once the session is over, as for the sheet. */
    @Transactional(readOnly = true)
    public List<Piece> de(SeanceVue seance, Point point, Agent agent) {
        places.exigerPoint(places.exiger(seance, agent), point.id(), agent);
        if (seance.etat().achevee()) {
            return List.of();
        }
        List<FichierVue> recus = retenues(seance, agent)
                ? List.of()
                : fichiers.duDossier(point.dossierId()).stream()
                        .filter(f -> f.analyse().lisible())
                        .toList();
        return fiches.pieces(point).stream()
                .map(p -> new Piece(
                        p,
                        recus.stream()
                                .filter(f -> f.typePiece().equals(p.type()))
                                .toList()))
                .toList();
    }

    /** Whether a reader opens no paper here: a member of an anonymous session. */
    @Transactional(readOnly = true)
    public boolean retenues(SeanceVue seance, Agent agent) {
        return seance.anonyme() && places.siegeDe(seance, agent).isPresent();
    }

    /**
     * Opens a file of an item, and leaves a trace.
     *
     * @throws Interdit for a member of an anonymous session
     * @throws Conflit once the session is over
     * @throws fr.jalon.commun.Introuvable when it is another dossier's, or the member left the item
     */
    public Fichiers.Contenu ouvrir(UUID seanceId, UUID pointId, UUID fichierId, Agent agent) {
        SeanceVue seance = places.exiger(seances.lire(seanceId), agent);
        Point point = places.exigerPoint(seance, pointId, agent);
        if (retenues(seance, agent)) {
            throw new Interdit("Cette séance est anonyme : les pièces portent un nom, elles ne sont pas montrées.");
        }
        if (seance.etat().achevee()) {
            throw new Conflit("Cette séance est close : les pièces ne sont plus montrées.");
        }
        return fichiers.ouvrirDuDossier(fichierId, point.dossierId(), agent);
    }
}
