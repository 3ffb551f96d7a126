package fr.jalon.seance;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a feature asks of an instance: shows its cases when a session reads them. One bean a question. */
public interface SujetDeSeance {

    /** Code of the question, input of {@code avis-instances}. */
    String question();

    /** The sheet of a case, made when it is read: a session keeps no copy. */
    FicheCas fiche(UUID dossierId);

    /** The supporting documents that came with a case. */
    default List<PieceDuCas> pieces(UUID dossierId) {
        return List.of();
    }

    /** Whom a case is about; empty when no tie is looked for. */
    default Optional<PersonneConcernee> concerne(UUID dossierId) {
        return Optional.empty();
    }

    /** The money that a case asks for; empty when it asks for none. */
    default Optional<DemandeAuJury> demande(UUID dossierId) {
        return Optional.empty();
    }
}
