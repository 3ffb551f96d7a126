package fr.jalon.jury;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.ListesCoupees;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.courrier.Impressions;
import fr.jalon.courrier.LotVue;
import fr.jalon.courrier.Signatures;
import fr.jalon.seance.EtatPoint;
import fr.jalon.seance.Point;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Seances;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;

/**
 * The letters that tell what a signed session decided, seen, signed and printed together: one batch for all the antennes. Which letters
 * tell a decision is a column of {@code questions-instances.csv}; each dossier writes its own.
 */
@Service
public class CourriersDeSeance {

    private final Seances seances;
    private final Places places;
    private final Courriers courriers;
    private final Signatures signatures;
    private final Impressions impressions;
    private final Map<String, Set<String>> lettres = new HashMap<>();

    CourriersDeSeance(
            Seances seances, Places places, Courriers courriers, Signatures signatures, Impressions impressions) {
        this.seances = seances;
        this.places = places;
        this.courriers = courriers;
        this.signatures = signatures;
        this.impressions = impressions;
        ListesCoupees.parties("ecrans/questions-instances.csv").stream()
                .flatMap(CourriersDeSeance::lignes)
                .filter(l -> !l.isBlank() && !l.startsWith("#"))
                .map(l -> l.split(";", -1))
                .forEach(l -> lettres.put(l[0], Set.of(l[2].split(" "))));
    }

    private static Stream<String> lignes(Resource partie) {
        try {
            return partie.getContentAsString(StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What became of an act on many letters.
     *
     * @param faits how many were signed
     * @param refus why the others were not, each reason once
     */
    public record Bilan(int faits, List<String> refus) {
        public Bilan {
            refus = List.copyOf(refus);
        }
    }

    /**
     * The letters of a signed session, in the order of its agenda; none before.
     *
     * @throws Interdit for anybody but the secretary
     */
    public List<CourrierVue> de(UUID seanceId, Agent agent) {
        return de(exiger(seanceId, agent));
    }

    private SeanceVue exiger(UUID seanceId, Agent agent) {
        SeanceVue seance = places.exiger(seances.lire(seanceId), agent);
        if (!Places.secretaire(agent)) {
            throw new Interdit("Seul le secrétariat prépare les courriers de la séance.");
        }
        return seance;
    }

    private List<CourrierVue> de(SeanceVue seance) {
        return seance.signature() == null
                ? List.of()
                : seance.points().stream()
                        .filter(p -> p.etat() == EtatPoint.RENDU)
                        .flatMap(p -> duPoint(seance, p))
                        .toList();
    }

    private Stream<CourrierVue> duPoint(SeanceVue seance, Point p) {
        return courriers.parDossier(p.dossierId()).stream()
                .filter(c -> lettres.getOrDefault(p.question(), Set.of()).contains(c.modele()))
                .filter(c -> !c.creeLe().isBefore(seance.signature().le()))
                .filter(c -> c.etat() != EtatCourrier.ANNULE);
    }

    /** The dossiers that were decided and have no letter yet: it is being written, or its step waits for somebody. */
    public List<String> sansCourrier(UUID seanceId, Agent agent) {
        SeanceVue seance = exiger(seanceId, agent);
        return seance.signature() == null
                ? List.of()
                : seance.points().stream()
                        .filter(p -> p.etat() == EtatPoint.RENDU)
                        .filter(p -> duPoint(seance, p).findAny().isEmpty())
                        .map(Point::numeroDossier)
                        .toList();
    }

    /** Signs every letter that waits and that the caller's delegations cover; one that refuses holds back no other. */
    public Bilan signer(UUID seanceId, Agent auteur) {
        int signes = 0;
        List<String> refus = new ArrayList<>();
        for (CourrierVue c : de(seanceId, auteur)) {
            if (c.etat() == EtatCourrier.A_SIGNER) {
                try {
                    signatures.signer(c.id(), auteur);
                    signes++;
                } catch (Conflit | Interdit e) {
                    refus.add(e.getMessage());
                }
            }
        }
        return new Bilan(signes, refus.stream().distinct().toList());
    }

    /**
     * One batch of all the letters that wait to be printed, in the order of the envelopes.
     *
     * @throws Conflit while a letter waits for its signature, or when nothing waits to be printed
     */
    public LotVue preparerLeLot(UUID seanceId, Agent auteur) {
        SeanceVue seance = exiger(seanceId, auteur);
        List<CourrierVue> toutes = de(seance);
        long aSigner =
                toutes.stream().filter(c -> c.etat() == EtatCourrier.A_SIGNER).count();
        if (aSigner > 0) {
            throw new Conflit("Il reste " + aSigner + (aSigner > 1 ? " courriers" : " courrier")
                    + " à signer : le lot se prépare avec tous les courriers de la séance.");
        }
        List<CourrierVue> attendent =
                toutes.stream().filter(c -> c.etat() == EtatCourrier.A_IMPRIMER).toList();
        if (attendent.isEmpty()) {
            throw new Conflit("Aucun courrier de cette séance n'attend d'être imprimé.");
        }
        return impressions.preparer(seance.numero(), attendent, auteur);
    }
}
