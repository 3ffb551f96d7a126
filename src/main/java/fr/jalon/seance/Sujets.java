package fr.jalon.seance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The questions that features ask, by code. */
@Component
class Sujets {

    private final Map<String, SujetDeSeance> parQuestion;

    Sujets(List<SujetDeSeance> sujets) {
        this.parQuestion = sujets.stream().collect(Collectors.toMap(SujetDeSeance::question, Function.identity()));
    }

    FicheCas fiche(String question, UUID dossierId) {
        return sujet(question).fiche(dossierId);
    }

    Optional<DemandeAuJury> demande(String question, UUID dossierId) {
        return sujet(question).demande(dossierId);
    }

    Optional<PersonneConcernee> concerne(String question, UUID dossierId) {
        return sujet(question).concerne(dossierId);
    }

    List<PieceDuCas> pieces(String question, UUID dossierId) {
        return sujet(question).pieces(dossierId);
    }

    private SujetDeSeance sujet(String question) {
        SujetDeSeance sujet = parQuestion.get(question);
        if (sujet == null) {
            throw new IllegalStateException("aucun dispositif ne pose la question " + question);
        }
        return sujet;
    }
}
