package fr.jalon.orientation;

import java.time.LocalDate;

/** What a session of the équipe pluridisciplinaire answered after two absences. */
public record AvisEquipe(String code, String motif, LocalDate seance) {}
