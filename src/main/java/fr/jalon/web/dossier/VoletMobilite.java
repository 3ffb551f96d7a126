package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.Role;
import fr.jalon.commun.Centimes;
import fr.jalon.commun.Montant;
import fr.jalon.dossier.DossierVue;
import fr.jalon.mobilite.AideProposee;
import fr.jalon.mobilite.AideVue;
import fr.jalon.mobilite.AidesMobilite;
import fr.jalon.mobilite.AidesUrgentes;
import fr.jalon.mobilite.DecisionAide;
import fr.jalon.mobilite.DemandesMobilite;
import fr.jalon.mobilite.EtapeSuivie;
import fr.jalon.mobilite.EtatAide;
import fr.jalon.mobilite.LigneDeCalcul;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** An aid's part of a dossier: the computation line by line, why it would not be possible, what was decided. */
@Component
class VoletMobilite implements Volet.Fabrique {

    private final DemandesMobilite demandes;
    private final AidesMobilite regles;
    private final AidesUrgentes urgentes;
    private final Comptes comptes;

    VoletMobilite(DemandesMobilite demandes, AidesMobilite regles, AidesUrgentes urgentes, Comptes comptes) {
        this.urgentes = urgentes;
        this.demandes = demandes;
        this.regles = regles;
        this.comptes = comptes;
    }

    @Override
    public String dispositif() {
        return DemandesMobilite.DISPOSITIF;
    }

    @Override
    public Volet de(DossierVue dossier, Agent agent) {
        AideVue aide = demandes.aide(dossier.id());
        return new Volet(
                decisions(dossier, aide, agent),
                actes(dossier, aide),
                situation(aide),
                null,
                null,
                null,
                liens(dossier, agent));
    }

    /** The plan is for who works with the person. */
    private static List<Vues.Lien> liens(DossierVue dossier, Agent agent) {
        return agent.aUnDe(Role.ALI, Role.RESPONSABLE_ANTENNE, Role.RESPONSABLE_DISPOSITIFS)
                ? List.of(new Vues.Lien("/usagers/" + dossier.personneId() + "/mobilite", "Plan de mobilité"))
                : List.of();
    }

    private List<Vues.DecisionExpliquee> decisions(DossierVue dossier, AideVue aide, Agent agent) {
        if (aide.proposition() == null) {
            return List.of();
        }
        List<Vues.DecisionExpliquee> decisions = new ArrayList<>();
        boolean attendUnCredit =
                EnumSet.of(EtatAide.INSTRUITE, EtatAide.ACCORDEE).contains(aide.etat());
        boolean decide = agent.aUnDe(Role.RESPONSABLE_ANTENNE, Role.RESPONSABLE_DISPOSITIFS);
        if (attendUnCredit && decide) {
            decisions.add(EnveloppeEcran.de(demandes.credit(dossier.id()), centimes(aide)));
        }
        decisions.add(calcul(aide.proposition()));
        demandes.devisCompare(dossier.id()).map(DevisEcran::de).ifPresent(decisions::add);
        return decisions;
    }

    /** What was decided, then each step that is paid. */
    private List<PropositionEcran.Acte> actes(DossierVue dossier, AideVue aide) {
        List<PropositionEcran.Acte> actes = new ArrayList<>();
        if (aide.decision() != null) {
            actes.add(decision(aide));
        }
        urgentes.ratification(dossier.id()).ifPresent(r -> actes.add(ratification(r)));
        demandes.suivi(dossier.id()).forEach(e -> actes.add(etape(e, aide.etat() == EtatAide.FINIE)));
        return actes;
    }

    private static PropositionEcran.Acte ratification(AidesUrgentes.Ratification r) {
        return new PropositionEcran.Acte(
                "Décision prise en urgence",
                r.reserves() == null ? "ok" : "attention",
                r.reserves() == null ? "Ratifiée par la CAI" : "Réserves de la CAI",
                false,
                r.reserves(),
                "procès-verbal " + r.procesVerbal() + " du " + Mots.jour(r.seance()));
    }

    private PropositionEcran.Acte etape(EtapeSuivie e, boolean finie) {
        String montant = Centimes.enFrancais(e.etape().centimes());
        if (!e.faite()) {
            return new PropositionEcran.Acte(
                    e.etape().libelle(),
                    "neutre",
                    montant + (finie ? ", non utilisé" : ", à venir"),
                    false,
                    null,
                    null);
        }
        EtapeSuivie.Preuve preuve = e.preuve();
        return new PropositionEcran.Acte(
                e.etape().libelle(),
                "ok",
                preuve.payeLe() == null ? montant + " à payer" : montant + " payés le " + Mots.jour(preuve.payeLe()),
                false,
                preuve.reference(),
                comptes.nom(preuve.par()) + ", le " + Mots.moment(preuve.le()));
    }

    /** What was granted, else what the rules propose. */
    private static long centimes(AideVue aide) {
        return aide.decision() == null || aide.decision().montant() == null
                ? aide.proposition().montant().movePointRight(2).longValueExact()
                : aide.decision().montant();
    }

    private List<Vues.Paire> situation(AideVue aide) {
        List<Vues.Paire> paires = new ArrayList<>();
        paires.add(new Vues.Paire("Aide", regles.nom(aide.nature())));
        paires.add(new Vues.Paire("À quoi elle servira", aide.besoin()));
        if (aide.instruction() != null) {
            paires.addAll(DevisEcran.paires(aide.instruction()));
        }
        return paires;
    }

    private static Vues.DecisionExpliquee calcul(AideProposee p) {
        List<Vues.Motif> lignes = p.lignes().stream().map(VoletMobilite::ligne).toList();
        Stream<Vues.Motif> motifs =
                p.motifs().stream().map(m -> new Vues.Motif(m.texte(), List.of(), null, null, m.quiChangerait()));
        String montant = new Montant(p.montant()).enFrancais();
        return new Vues.DecisionExpliquee(
                p.droitOuvert() ? (p.aConfirmer().isEmpty() ? "ok" : "attention") : "erreur",
                p.droitOuvert() ? "Aide proposée : " + montant : "Aide qui n’est pas possible en l’état",
                p.raisonDecideur(),
                p.motifs().isEmpty() ? lignes : motifs.toList(),
                true,
                p.motifs().isEmpty() ? null : "Lire le calcul",
                p.motifs().isEmpty() ? List.of() : lignes,
                p.aConfirmer());
    }

    private static Vues.Motif ligne(LigneDeCalcul l) {
        String montant = new Montant(l.montant()).enFrancais().replace('-', '−');
        return new Vues.Motif(
                l.libelle() + " : " + montant, List.of(), l.regle().replaceFirst("\\.$", ""), l.source(), null);
    }

    private PropositionEcran.Acte decision(AideVue aide) {
        DecisionAide d = aide.decision();
        String quoi = switch (d.sens()) {
            case ACCORD -> "Accordée : " + Centimes.enFrancais(d.montant());
            case REFUS -> "Refusée";
            case A_COMPLETER -> "À compléter";
        };
        String preuve =
                d.procesVerbal() == null ? "" : ", procès-verbal " + d.procesVerbal() + " du " + Mots.jour(d.seance());
        return new PropositionEcran.Acte(
                "Décision",
                d.sens() == DecisionAide.Sens.ACCORD ? "ok" : "attention",
                quoi,
                false,
                d.motif() == null ? d.complement() : d.motif(),
                comptes.nom(aide.suivi().decideePar()) + ", le "
                        + Mots.moment(aide.suivi().decideeLe()) + preuve);
    }
}
