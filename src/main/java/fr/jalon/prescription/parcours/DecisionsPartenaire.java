package fr.jalon.prescription.parcours;

import fr.jalon.dispositif.DecisionDuDossier;
import fr.jalon.dispositif.DecisionsDuDispositif;
import fr.jalon.prescription.Prescriptions;
import fr.jalon.prescription.PropositionVue;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What each partner that was asked answered, and what came of it. */
@Component
class DecisionsPartenaire implements DecisionsDuDispositif {

    private final Prescriptions prescriptions;

    DecisionsPartenaire(Prescriptions prescriptions) {
        this.prescriptions = prescriptions;
    }

    @Override
    public String dispositif() {
        return Prescriptions.DISPOSITIF;
    }

    @Override
    public List<DecisionDuDossier> decisions(UUID dossierId) {
        return prescriptions.propositions(dossierId).stream()
                .filter(p -> p.repondueLe() != null || p.resultat() != null || p.finieLe() != null)
                .map(DecisionsPartenaire::decision)
                .toList();
    }

    private static DecisionDuDossier decision(PropositionVue p) {
        return DecisionDuDossier.de("PARTENAIRE", p.etat().name(), List.of())
                .avec("rang", p.rang())
                .avec("partenaire", p.partenaire())
                .avec("date", p.repondueLe())
                .avec("auteur", p.reponduePar())
                .avec("motif", p.motifRefus() == null ? null : p.motifRefus().name())
                .avec("precision", p.precisionRefus())
                .avec("resultat", p.resultat() == null ? null : p.resultat().name())
                .avec("finieLe", p.finieLe());
    }
}
