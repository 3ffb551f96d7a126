package fr.jalon.mobilite.parcours;

import fr.jalon.commun.Centimes;
import fr.jalon.decision.Explication;
import fr.jalon.dispositif.DecisionDuDossier;
import fr.jalon.dispositif.DecisionsDuDispositif;
import fr.jalon.mobilite.AideProposee;
import fr.jalon.mobilite.AideVue;
import fr.jalon.mobilite.DemandesMobilite;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the rules propose of an aid, then what was decided. */
@Component
class DecisionsMobilite implements DecisionsDuDispositif {

    private final DemandesMobilite demandes;

    DecisionsMobilite(DemandesMobilite demandes) {
        this.demandes = demandes;
    }

    @Override
    public String dispositif() {
        return DemandesMobilite.DISPOSITIF;
    }

    @Override
    public List<DecisionDuDossier> decisions(UUID dossierId) {
        AideVue aide = demandes.aide(dossierId);
        List<DecisionDuDossier> decisions = new ArrayList<>();
        if (aide.proposition() != null) {
            decisions.add(proposition(aide.proposition()));
        }
        if (aide.decision() != null) {
            decisions.add(
                    DecisionDuDossier.de("DECISION", aide.decision().sens().name(), List.of())
                            .avec(
                                    "montant",
                                    aide.decision().montant() == null
                                            ? null
                                            : Centimes.enEuros(aide.decision().montant()))
                            .avec("motif", aide.decision().motif())
                            .avec("procesVerbal", aide.decision().procesVerbal())
                            .avec("engagement", aide.suivi().engagement())
                            .avec("auteur", aide.suivi().decideePar())
                            .avec("date", aide.suivi().decideeLe()));
        }
        return decisions;
    }

    private static DecisionDuDossier proposition(AideProposee p) {
        List<Explication> motifs = p.motifs().stream()
                .map(m -> new Explication(m.code(), null, m.texte(), m.quiChangerait()))
                .toList();
        return DecisionDuDossier.de("PROPOSITION", p.montant(), motifs)
                .avec("droitOuvert", p.droitOuvert())
                .avec("partUsager", p.partUsager())
                .avec("decideur", p.decideur())
                .avec("lignes", p.lignes())
                .avec("aConfirmer", p.aConfirmer());
    }
}
