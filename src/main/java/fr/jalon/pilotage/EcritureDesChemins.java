package fr.jalon.pilotage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes the way of a closed dossier; an open one has none yet. In the transaction of the caller. */
@Component
class EcritureDesChemins {

    private final JdbcTemplate jdbc;

    EcritureDesChemins(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose way it is. */
    record Clos(UUID dossierId, String dispositif, String antenne, LocalDate jour) {}

    /** A dossier that is open, or open again. */
    void effacer(UUID dossierId) {
        jdbc.update("delete from pilotage_passage where dossier_id = ?", dossierId);
    }

    /** Answers the name of the way. */
    String ecrire(Clos clos, Chemin chemin) {
        effacer(clos.dossierId());
        String variante = chemin.variante(clos.dispositif());
        jdbc.update(
                "insert ignore into pilotage_variante (variante, dispositif, etapes) values (?, ?, ?)",
                variante,
                clos.dispositif(),
                chemin.etapes());
        List<Object[]> lignes = new ArrayList<>();
        Chemin.Passage avant = null;
        for (Chemin.Passage p : chemin.passages()) {
            lignes.add(new Object[] {
                clos.dossierId(),
                lignes.size(),
                clos.dispositif(),
                clos.antenne(),
                clos.jour(),
                p.etape(),
                p.porteur().name(),
                p.tour(),
                p.jours(),
                avant == null ? null : avant.etape(),
                avant == null ? null : avant.porteur().name(),
                avant == null ? null : p.attente()
            });
            avant = p;
        }
        if (!lignes.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into pilotage_passage (dossier_id, rang, dispositif, antenne, clos_jour, etape, porteur, tour,"
                            + " jours, de_etape, de_porteur, attente) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    lignes);
        }
        return variante;
    }
}
