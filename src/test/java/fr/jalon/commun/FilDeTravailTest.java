package fr.jalon.commun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FilDeTravailTest {

    @Test
    void une_panne_n_arrete_pas_les_tours_suivants() throws InterruptedException {
        AtomicInteger tours = new AtomicInteger();
        CountDownLatch deux = new CountDownLatch(2);
        FilDeTravail fil = new FilDeTravail("essai", arret -> {
            deux.countDown();
            if (tours.incrementAndGet() == 1) {
                throw new IllegalStateException("panne voulue");
            }
        });
        fil.reveiller();
        fil.reveiller();
        assertThat(deux.await(10, TimeUnit.SECONDS)).isTrue();
        fil.arreter();
        assertThat(tours).hasValue(2);
    }

    @Test
    void l_arret_est_dit_au_travail_attendu_et_rien_ne_repart() throws InterruptedException {
        CountDownLatch commence = new CountDownLatch(1);
        AtomicInteger finis = new AtomicInteger();
        FilDeTravail fil = new FilDeTravail("essai", arret -> {
            commence.countDown();
            while (!arret.getAsBoolean()) {
                Thread.onSpinWait();
            }
            finis.incrementAndGet();
        });
        fil.reveiller();
        assertThat(commence.await(10, TimeUnit.SECONDS)).isTrue();
        fil.arreter();
        assertThat(finis).hasValue(1);
        fil.reveiller();
        assertThat(finis).hasValue(1);
    }
}
