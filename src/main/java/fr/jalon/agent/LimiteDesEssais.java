package fr.jalon.agent;

import fr.jalon.commun.Horloge;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The growing delay of failed log-ins for other secrets that a stranger may try, counted by network address. */
@Service
public class LimiteDesEssais {

    private final Tentatives tentatives;
    private final Horloge horloge;

    LimiteDesEssais(Tentatives tentatives, Horloge horloge) {
        this.tentatives = tentatives;
        this.horloge = horloge;
    }

    /**
     * Refuses for a while after too many failures.
     *
     * @param usage short word, one count for each
     * @throws TropDEssais with the time to wait
     */
    public void exigerLibre(String usage, String adresse) {
        Optional<Instant> libreLe = tentatives.libreLe(usage, adresse);
        if (libreLe.isPresent()) {
            throw new TropDEssais(Math.max(
                    1, Duration.between(horloge.maintenant(), libreLe.get()).toSeconds()));
        }
    }

    /** Counts a failure; the caller's transaction must not be undone by its refusal. */
    @Transactional
    public void noterEchec(String usage, String adresse) {
        tentatives.noterEchec(usage, adresse);
    }
}
