package fr.jalon.sanction;

import java.time.LocalDate;

/** The opinion of the équipe pluridisciplinaire: code, reason, day of the session. */
public record AvisEquipe(String code, String motif, LocalDate seance) {}
