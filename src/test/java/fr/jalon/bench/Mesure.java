package fr.jalon.bench;

import java.util.Arrays;
import java.util.Locale;

/** Times of one operation: warm-up, then the median, the 95th and the 99th percentile in milliseconds. */
final class Mesure {

    private Mesure() {}

    record Temps(double mediane, double p95, double p99) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f / %.2f ms", mediane, p95);
        }

        String avecP99() {
            return String.format(Locale.ROOT, "%.1f / %.1f / %.1f ms", mediane, p95, p99);
        }
    }

    static Temps de(int tours, Runnable operation) {
        for (int i = 0; i < Math.max(5, tours / 5); i++) {
            operation.run();
        }
        long[] durees = new long[tours];
        for (int i = 0; i < tours; i++) {
            long debut = System.nanoTime();
            operation.run();
            durees[i] = System.nanoTime() - debut;
        }
        Arrays.sort(durees);
        return new Temps(
                durees[tours / 2] / 1e6, durees[(int) (tours * 0.95)] / 1e6, durees[(int) (tours * 0.99)] / 1e6);
    }
}
