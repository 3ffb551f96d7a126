package fr.jalon.pilotage;

import fr.jalon.commun.JoursOuvres;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** How an indicator is worked out: a closed list, each with its parameters. */
sealed interface Mesure {

    /** The facts that it reads. */
    Set<String> faits();

    /**
     * When a dossier had to be done.
     *
     * @param faits days of what happened to it
     * @return null when it is not concerned
     */
    LocalDate echeance(Map<String, LocalDate> faits);

    /** When it was done, null when it was not. */
    LocalDate fait(Map<String, LocalDate> faits);

    /** Unit of a delay. */
    enum Unite {
        JOURS {
            @Override
            LocalDate apres(LocalDate jour, int nombre) {
                return jour.plusDays(nombre);
            }
        },
        JOURS_OUVRES {
            @Override
            LocalDate apres(LocalDate jour, int nombre) {
                return JoursOuvres.ajouter(jour, nombre);
            }
        },
        MOIS {
            @Override
            LocalDate apres(LocalDate jour, int nombre) {
                return jour.plusMonths(nombre);
            }
        };

        abstract LocalDate apres(LocalDate jour, int nombre);
    }

    /** From one fact to another within a delay. */
    record Delai(String depuis, String jusqua, int nombre, Unite unite) implements Mesure {

        @Override
        public Set<String> faits() {
            return depuis.equals(jusqua) ? Set.of(depuis) : Set.of(depuis, jusqua);
        }

        @Override
        public LocalDate echeance(Map<String, LocalDate> faits) {
            LocalDate debut = faits.get(depuis);
            return debut == null ? null : unite.apres(debut, nombre);
        }

        @Override
        public LocalDate fait(Map<String, LocalDate> faits) {
            return faits.get(jusqua);
        }
    }

    /** A fact no later than the legal date of the dossier, as its clock has it: suspensions moved it. */
    record AvantLimite(String jusqua) implements Mesure {

        @Override
        public Set<String> faits() {
            return Set.of(jusqua, FaitsDuDossier.LIMITE);
        }

        @Override
        public LocalDate echeance(Map<String, LocalDate> faits) {
            return faits.get(FaitsDuDossier.LIMITE);
        }

        @Override
        public LocalDate fait(Map<String, LocalDate> faits) {
            return faits.get(jusqua);
        }
    }

    /** A figure that the house cannot make yet: it says why instead of a number. */
    record Absente(String raison) implements Mesure {

        @Override
        public Set<String> faits() {
            return Set.of();
        }

        @Override
        public LocalDate echeance(Map<String, LocalDate> faits) {
            return null;
        }

        @Override
        public LocalDate fait(Map<String, LocalDate> faits) {
            return null;
        }
    }
}
