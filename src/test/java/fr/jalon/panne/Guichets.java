package fr.jalon.panne;

import fr.jalon.essais.ClientApi;
import fr.jalon.essais.ClientApi.Reponse;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Several people who complete every open task through the API, on whatever node answers, and note what each was told. */
final class Guichets implements AutoCloseable {

    private static final int GUICHETS = 6;
    private static final long PAUSE_MS = 20;

    /** An open task: which step of which dossier. */
    record Tache(String id, String etape, String numero) {}

    private final JdbcTemplate jdbc;
    private final String jeton;
    private final Function<Tache, Optional<String>> reponses;
    private final List<Noeud> noeuds = new CopyOnWriteArrayList<>();
    private final Set<String> enVol = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> acquittees = new ConcurrentHashMap<>();
    private final Set<String> sansReponse = ConcurrentHashMap.newKeySet();
    private final Map<String, String> refus = new ConcurrentHashMap<>();
    private final AtomicInteger tour = new AtomicInteger();
    private final ExecutorService fils = Executors.newFixedThreadPool(GUICHETS);
    private volatile boolean ferme;

    /** @param reponses what to answer to a task; empty to leave it */
    Guichets(JdbcTemplate jdbc, String jeton, Function<Tache, Optional<String>> reponses) {
        this.jdbc = jdbc;
        this.jeton = jeton;
        this.reponses = reponses;
        for (int i = 0; i < GUICHETS; i++) {
            fils.execute(this::travailler);
        }
    }

    void servirSur(Noeud noeud) {
        noeuds.add(noeud);
    }

    void quitter(Noeud noeud) {
        noeuds.remove(noeud);
    }

    private void travailler() {
        while (!ferme) {
            Optional<Noeud> noeud = noeud();
            Optional<Tache> tache = noeud.flatMap(n -> prendre());
            if (tache.isEmpty()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MS));
                continue;
            }
            try {
                achever(tache.get(), noeud.get());
            } finally {
                enVol.remove(tache.get().id());
            }
        }
    }

    private Optional<Noeud> noeud() {
        List<Noeud> vivants = noeuds.stream().filter(Noeud::vivant).toList();
        return vivants.isEmpty()
                ? Optional.empty()
                : Optional.of(vivants.get(Math.floorMod(tour.incrementAndGet(), vivants.size())));
    }

    private Optional<Tache> prendre() {
        try {
            return uneOuverte();
        } catch (DataAccessException e) {
            // The database is away: so is the work.
            return Optional.empty();
        }
    }

    private Optional<Tache> uneOuverte() {
        List<Tache> ouvertes = new ArrayList<>(jdbc.query(
                "select tache_id, etape, numero from corbeille_tache where onglet <> 'F' order by creee_le limit 200",
                (rs, rang) -> new Tache(rs.getString(1), rs.getString(2), rs.getString(3))));
        Collections.shuffle(ouvertes);
        return ouvertes.stream()
                .filter(t -> reponses.apply(t).isPresent())
                .filter(t -> enVol.add(t.id()))
                .findFirst();
    }

    private void achever(Tache tache, Noeud noeud) {
        try {
            Reponse reponse = ClientApi.anonyme(noeud.port())
                    .jeton(jeton)
                    .post(
                            "/api/v1/taches/" + tache.id() + "/achevement",
                            "{\"donnees\":" + reponses.apply(tache).orElseThrow() + "}");
            // An answer that says nothing acknowledges nothing: it falls among the refusals, and fails the test.
            if (reponse.statut() == 200 && reponse.texte().contains("TERMINEE")) {
                acquittees.put(tache.id(), Instant.now());
                noeud.noterAccuse();
            } else if (reponse.statut() == 503) {
                // Told that the database does not answer: it may have been written all the same.
                sansReponse.add(tache.id());
            } else if (reponse.statut() != 409) {
                refus.put(tache.id(), reponse.statut() + " " + tache + " " + reponse.texte());
            }
        } catch (UncheckedIOException e) {
            // The node died under the request: nobody knows whether it was done.
            sansReponse.add(tache.id());
        }
    }

    Set<String> acquittees() {
        return acquittees.keySet();
    }

    Instant accuseeLe(String id) {
        return acquittees.get(id);
    }

    Set<String> sansReponse() {
        return sansReponse;
    }

    /** Answers that are neither a success nor "already done". */
    Map<String, String> refus() {
        return refus;
    }

    @Override
    public void close() {
        ferme = true;
        fils.shutdown();
        try {
            if (!fils.awaitTermination(70, TimeUnit.SECONDS)) {
                throw new IllegalStateException("les guichets ne ferment pas");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
