package fr.jalon.usager;

import java.time.LocalDate;

/** What a person agrees to, as typed; {@code jusquAu} may be null. */
public record NouveauConsentement(String objet, String destinataire, String finalite, LocalDate jusquAu) {}
