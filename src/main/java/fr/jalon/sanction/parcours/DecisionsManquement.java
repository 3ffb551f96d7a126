package fr.jalon.sanction.parcours;

import fr.jalon.decision.Explication;
import fr.jalon.dispositif.DecisionDuDossier;
import fr.jalon.dispositif.DecisionsDuDispositif;
import fr.jalon.sanction.Constat;
import fr.jalon.sanction.Gradation;
import fr.jalon.sanction.ManquementVue;
import fr.jalon.sanction.Manquements;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is established, what the law allows then, the opinion of the team, the decision and its end. */
@Component
class DecisionsManquement implements DecisionsDuDispositif {

    private final Manquements manquements;
    private final Gradation gradation;

    DecisionsManquement(Manquements manquements, Gradation gradation) {
        this.manquements = manquements;
        this.gradation = gradation;
    }

    @Override
    public String dispositif() {
        return Manquements.DISPOSITIF;
    }

    @Override
    public List<DecisionDuDossier> decisions(UUID dossierId) {
        ManquementVue m = manquements.manquement(dossierId);
        List<DecisionDuDossier> decisions = new ArrayList<>();
        if (m.constat() != null) {
            decisions.add(constat(m));
        }
        if (m.avis() != null) {
            decisions.add(DecisionDuDossier.de("AVIS", m.avis().code(), List.of())
                    .avec("motif", m.avis().motif())
                    .avec("date", m.avis().seance()));
        }
        if (m.choix() != null) {
            decisions.add(DecisionDuDossier.de("DECISION", m.choix().decision().name(), List.of())
                    .avec(
                            "sanction",
                            m.choix().sanction() == null
                                    ? null
                                    : m.choix().sanction().name())
                    .avec("taux", m.choix().taux())
                    .avec("mois", m.choix().mois())
                    .avec("debut", m.choix().debut())
                    .avec("fin", m.fin())
                    .avec("motif", m.choix().motif())
                    .avec("auteur", m.decideePar())
                    .avec("date", m.decideeLe()));
        }
        return decisions;
    }

    private DecisionDuDossier constat(ManquementVue m) {
        Constat constat = m.constat();
        List<Explication> permises =
                gradation.permises(constat.nature(), m.rang(), constat.foyer(), constat.dateFaits()).stream()
                        .map(b -> new Explication(b.regle(), b.article(), b.raison(), b.quiChangerait()))
                        .toList();
        return DecisionDuDossier.de("CONSTAT", constat.nature(), permises)
                .avec("rang", m.rang().name())
                .avec("foyer", constat.foyer())
                .avec("dateFaits", constat.dateFaits())
                .avec("auteur", m.constatePar())
                .avec("date", m.constateLe());
    }
}
