package fr.jalon.accueil;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/** What {@link ControleVisite} found right in a typed visit; see {@link VisiteVue}. */
record VisiteVerifiee(
        UUID personneId,
        List<String> motifs,
        String publicVise,
        IssueVisite issue,
        String reponse,
        String organisme,
        String lieu,
        LocalDateTime rendezVous,
        String rendezVousLieu) {}
