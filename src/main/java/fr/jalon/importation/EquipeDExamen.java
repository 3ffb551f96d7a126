package fr.jalon.importation;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Looks at several rows of a lot at once: most of the time of a preview is spent on one row apart from the others. */
@Component
class EquipeDExamen {

    /** Enough to keep the cores busy, few enough to leave connections to the screens. */
    private static final int AU_PLUS = 4;

    private final AtomicInteger rang = new AtomicInteger();
    private final ExecutorService equipe =
            Executors.newFixedThreadPool(Math.min(AU_PLUS, Runtime.getRuntime().availableProcessors()), tache -> {
                Thread fil = new Thread(tache, "imports-examen-" + rang.incrementAndGet());
                fil.setDaemon(true);
                return fil;
            });

    /** The results in the order of the elements; the first failure is thrown as it is. */
    <T, R> List<R> pourChacune(List<T> elements, Function<T, R> travail) {
        List<CompletableFuture<R>> enCours = elements.stream()
                .map(e -> CompletableFuture.supplyAsync(() -> travail.apply(e), equipe))
                .toList();
        try {
            return enCours.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            enCours.forEach(f -> f.cancel(true));
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @PreDestroy
    void arreter() {
        equipe.shutdownNow();
    }
}
