package fr.jalon.importation;

import fr.jalon.agent.Agent;
import fr.jalon.annuaire.Accompagnateur;
import fr.jalon.orientation.OffreReferents;
import fr.jalon.orientation.OrganismesReferents;
import fr.jalon.orientation.Parcours;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The dry run of a file of newcomers: who would go where, and where there are too many. Nothing is written. */
@Service
public class RepartitionArrivees {

    /** Code of the kind of import. */
    public static final String TYPE = "orientations";

    /** Mark of a row: code of the path. */
    public static final String PARCOURS = "parcours";
    /** Mark of a row: code of the organisation. */
    public static final String ORGANISME = "organisme";
    /** Mark of a row: "oui" when an answer is missing. */
    public static final String INCOMPLETE = "incomplete";

    private final Imports imports;
    private final LignesDImport lignes;
    private final OrganismesReferents organismes;

    RepartitionArrivees(Imports imports, LignesDImport lignes, OrganismesReferents organismes) {
        this.imports = imports;
        this.lignes = lignes;
        this.organismes = organismes;
    }

    /**
     * One organisation.
     *
     * @param suivies persons there now, null when its places are not followed
     * @param nouvelles persons that the file would send
     * @param places null when they are not followed
     */
    public record Structure(String code, String nom, Long suivies, long nouvelles, Long places) {

        /** How many too many, 0 when there is room or when nobody counts. */
        public long exces() {
            return places == null ? 0 : Math.max(0, suivies + nouvelles - places);
        }
    }

    /**
     * The whole file.
     *
     * @param aOrienter rows that would open an orientation
     * @param problemes rows that cannot be written
     * @param deja rows that Jalon knows already
     * @param incompletes rows whose situation lacks an answer
     */
    public record Repartition(
            long aOrienter,
            long problemes,
            long deja,
            long incompletes,
            Map<Parcours, Long> parcours,
            List<Structure> structures) {

        public long exces() {
            return structures.stream().mapToLong(Structure::exces).sum();
        }
    }

    /** Empty when the import is of another kind. */
    public Optional<Repartition> de(UUID importId, Agent lecteur) {
        ImportVue vue = imports.parId(importId, lecteur);
        if (!TYPE.equals(vue.type())) {
            return Optional.empty();
        }
        Map<Parcours, Long> parcours = new TreeMap<>();
        Map<String, Long> nouvelles = new LinkedHashMap<>();
        long total = 0;
        long incompletes = 0;
        for (Synthese s : lignes.synthese(importId, List.of(PARCOURS, ORGANISME, INCOMPLETE), lecteur)) {
            parcours.merge(Parcours.valueOf(s.reperes().get(PARCOURS)), s.lignes(), Long::sum);
            nouvelles.merge(s.reperes().get(ORGANISME), s.lignes(), Long::sum);
            total += s.lignes();
            incompletes += "oui".equals(s.reperes().get(INCOMPLETE)) ? s.lignes() : 0;
        }
        return Optional.of(new Repartition(
                total,
                vue.nombre(StatutLigne.EN_ERREUR),
                vue.nombre(StatutLigne.A_JOUR),
                incompletes,
                parcours,
                structures(nouvelles)));
    }

    private List<Structure> structures(Map<String, Long> nouvelles) {
        OffreReferents offre = organismes.offre();
        return nouvelles.entrySet().stream()
                .map(e -> {
                    Optional<Accompagnateur> suivi = offre.suivi(e.getKey());
                    return new Structure(
                            e.getKey(),
                            organismes.nom(e.getKey()),
                            suivi.map(Accompagnateur::prises).orElse(null),
                            e.getValue(),
                            suivi.map(Accompagnateur::places).orElse(null));
                })
                .sorted(Comparator.comparingLong(Structure::exces)
                        .thenComparingLong(Structure::nouvelles)
                        .reversed())
                .toList();
    }
}
