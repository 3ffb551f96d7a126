package fr.jalon.formation;

import java.time.LocalDate;

/**
 * The training that is asked.
 *
 * @param debut first day
 * @param fin last day, included
 * @param heures whole hours
 * @param lieu town, or at a distance
 */
public record FormationVisee(String intitule, LocalDate debut, LocalDate fin, int heures, String lieu) {

    FormationVisee aux(LocalDate autreDebut, LocalDate autreFin) {
        return new FormationVisee(intitule, autreDebut, autreFin, heures, lieu);
    }
}
