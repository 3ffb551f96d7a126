package fr.jalon.formation.parcours;

import fr.jalon.commun.Centimes;
import fr.jalon.decision.Explication;
import fr.jalon.dispositif.DecisionDuDossier;
import fr.jalon.dispositif.DecisionsDuDispositif;
import fr.jalon.formation.AvisTechnique;
import fr.jalon.formation.DecisionFormation;
import fr.jalon.formation.DemandesFormation;
import fr.jalon.formation.FormationVue;
import fr.jalon.formation.PropositionFormation;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the rules say of a training, the technical opinion, then what was decided. */
@Component
class DecisionsFormation implements DecisionsDuDispositif {

    private final DemandesFormation demandes;

    DecisionsFormation(DemandesFormation demandes) {
        this.demandes = demandes;
    }

    @Override
    public String dispositif() {
        return DemandesFormation.DISPOSITIF;
    }

    @Override
    public List<DecisionDuDossier> decisions(UUID dossierId) {
        FormationVue vue = demandes.formation(dossierId);
        List<DecisionDuDossier> decisions = new ArrayList<>();
        decisions.add(proposition(vue.proposition()));
        AvisTechnique avis = vue.avis();
        if (avis != null) {
            decisions.add(DecisionDuDossier.de("AVIS_TECHNIQUE", avis.sens().name(), List.of())
                    .avec("motif", avis.motif())
                    .avec("auteur", avis.auteur())
                    .avec("date", avis.le()));
        }
        if (vue.decision() != null) {
            decisions.add(decision(vue));
        }
        return decisions;
    }

    private static DecisionDuDossier decision(FormationVue vue) {
        DecisionFormation d = vue.decision();
        return DecisionDuDossier.de("DECISION", d.sens().name(), List.of())
                .avec("montant", d.montant() == null ? null : Centimes.enEuros(d.montant()))
                .avec("motif", d.motif())
                .avec("question", d.question())
                .avec("procesVerbal", d.procesVerbal())
                .avec("engagement", vue.suite().engagement())
                .avec("auteur", vue.suite().decideePar())
                .avec("date", vue.suite().decideeLe());
    }

    private static DecisionDuDossier proposition(PropositionFormation p) {
        List<Explication> motifs = p.motifs().stream()
                .map(m -> new Explication(m.code(), null, m.texte(), m.quiChangerait()))
                .toList();
        return DecisionDuDossier.de("PROPOSITION", p.demandeAuCcas(), motifs)
                .avec("droitOuvert", p.droitOuvert())
                .avec("partUsager", p.partUsager())
                .avec("decideur", p.decideur())
                .avec("lignes", p.lignes())
                .avec("aConfirmer", p.aConfirmer());
    }
}
