package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.commun.Centimes;
import fr.jalon.commun.Montant;
import fr.jalon.dossier.DossierVue;
import fr.jalon.financement.SourceDemandee;
import fr.jalon.formation.AvisTechnique;
import fr.jalon.formation.DecisionFormation;
import fr.jalon.formation.DemandeFormation;
import fr.jalon.formation.DemandesFormation;
import fr.jalon.formation.EtatFormation;
import fr.jalon.formation.FinanceurSollicite;
import fr.jalon.formation.FormationVisee;
import fr.jalon.formation.FormationVue;
import fr.jalon.formation.PaiementFormation;
import fr.jalon.formation.PropositionFormation;
import fr.jalon.formation.ReglesFormation;
import fr.jalon.formation.SuiviFormation;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A training's part of a dossier: the plan line by line, the technical opinion, what was decided, what is paid, what followed. */
@Component
class VoletFormation implements Volet.Fabrique {

    private final DemandesFormation demandes;
    private final SuiviFormation suivi;
    private final ReglesFormation regles;
    private final Comptes comptes;

    VoletFormation(DemandesFormation demandes, SuiviFormation suivi, ReglesFormation regles, Comptes comptes) {
        this.demandes = demandes;
        this.suivi = suivi;
        this.regles = regles;
        this.comptes = comptes;
    }

    @Override
    public String dispositif() {
        return DemandesFormation.DISPOSITIF;
    }

    @Override
    public Volet de(DossierVue dossier, Agent agent) {
        FormationVue vue = demandes.formation(dossier.id());
        List<PropositionEcran.Acte> actes = new ArrayList<>();
        if (vue.avis() != null) {
            actes.add(avis(vue.avis()));
        }
        if (vue.decision() != null) {
            actes.add(decision(vue));
        }
        if (vue.suite().engagement() != null) {
            suivi.paiements(dossier.id()).forEach(p -> actes.add(paiement(p)));
        }
        return new Volet(List.of(plan(vue.proposition())), actes, situation(vue), null, null);
    }

    private List<Vues.Paire> situation(FormationVue vue) {
        DemandeFormation d = vue.demande();
        FormationVisee f = d.formation();
        List<Vues.Paire> paires = new ArrayList<>();
        paires.add(new Vues.Paire("Formation", f.intitule()));
        paires.add(new Vues.Paire(
                "Dates et lieu",
                "du " + Mots.jour(f.debut()) + " au " + Mots.jour(f.fin()) + ", " + f.heures() + " heures, "
                        + f.lieu()));
        paires.add(new Vues.Paire("Levier du pacte", regles.nom("LEVIER", d.levier())));
        paires.add(new Vues.Paire("Projet", d.projet()));
        paires.add(new Vues.Paire(
                "Organisme",
                d.organisme().nom() + ", SIRET " + d.organisme().siret().numero()));
        if (d.organisme().qualiopi() != null) {
            paires.add(new Vues.Paire(
                    "Certificat Qualiopi",
                    d.organisme().qualiopi()
                            + (d.organisme().qualiopiAu() == null
                                    ? ""
                                    : ", jusqu’au " + Mots.jour(d.organisme().qualiopiAu()))));
        }
        paires.add(new Vues.Paire("Pourquoi les autres financements ne suffisent pas", d.droitCommun()));
        d.plan().stream().filter(p -> p.preuve() != null).forEach(p -> paires.add(reponse(p)));
        suivie(vue, paires);
        return paires;
    }

    private Vues.Paire reponse(FinanceurSollicite f) {
        SourceDemandee source = f.source();
        return new Vues.Paire(regles.financeur(source.financeur()) + ", sa réponse", f.preuve());
    }

    private void suivie(FormationVue vue, List<Vues.Paire> paires) {
        boolean accordee = vue.suite().engagement() != null;
        if (accordee) {
            paires.add(new Vues.Paire(
                    "Payé ou à payer",
                    Centimes.enFrancais(suivi.verse(vue.dossierId())) + " sur "
                            + Centimes.enFrancais(vue.decision().montant()) + ", engagement "
                            + vue.suite().engagement()));
            paires.add(new Vues.Paire(
                    "Heures suivies",
                    suivi.heuresSuivies(vue.dossierId()) + " sur "
                            + vue.demande().formation().heures()));
        }
        if (vue.etat() == EtatFormation.ARRETEE) {
            paires.add(new Vues.Paire("Arrêt", regles.nom("ARRET", vue.suite().arret())));
        }
        if (vue.suite().caiInformeePar() != null) {
            paires.add(new Vues.Paire(
                    "CAI informée", "procès-verbal " + vue.suite().caiInformeePar()));
        }
        suivi.resultats(vue.dossierId())
                .forEach(
                        r -> paires.add(new Vues.Paire("À " + r.mois() + " mois", regles.nom("DEVENIR", r.devenir()))));
    }

    private static Vues.DecisionExpliquee plan(PropositionFormation p) {
        List<Vues.Motif> lignes = p.lignes().stream().map(VoletFormation::ligne).toList();
        Stream<Vues.Motif> motifs =
                p.motifs().stream().map(m -> new Vues.Motif(m.texte(), List.of(), null, null, m.quiChangerait()));
        String montant = new Montant(p.demandeAuCcas()).enFrancais();
        return new Vues.DecisionExpliquee(
                p.droitOuvert() ? (p.aConfirmer().isEmpty() ? "ok" : "attention") : "erreur",
                p.droitOuvert()
                        ? "Demandé au CCAS : " + montant
                        : "Demandé au CCAS : " + montant + ", une condition n’est pas remplie",
                p.raisonDecideur(),
                p.motifs().isEmpty() ? lignes : motifs.toList(),
                true,
                p.motifs().isEmpty() ? null : "Lire le plan",
                p.motifs().isEmpty() ? List.of() : lignes,
                p.aConfirmer());
    }

    private static Vues.Motif ligne(PropositionFormation.Etape l) {
        return new Vues.Motif(
                l.libelle() + " : " + new Montant(l.montant()).enFrancais() + ". " + l.regle(),
                List.of(),
                null,
                l.source(),
                null);
    }

    private PropositionEcran.Acte paiement(PaiementFormation p) {
        String montant = Centimes.enFrancais(p.centimes());
        return new PropositionEcran.Acte(
                p.libelle(),
                "ok",
                p.centimes() == 0
                        ? "Rien à payer de plus"
                        : p.payeLe() == null ? montant + " à payer" : montant + " payés le " + Mots.jour(p.payeLe()),
                false,
                p.preuve(),
                comptes.nom(p.par()) + ", le " + Mots.moment(p.certifieLe()));
    }

    private PropositionEcran.Acte avis(AvisTechnique a) {
        return new PropositionEcran.Acte(
                "Avis technique",
                a.sens() == AvisTechnique.Sens.FAVORABLE ? "ok" : "attention",
                a.sens().libelle(),
                false,
                a.motif(),
                comptes.nom(a.auteur()) + ", le " + Mots.moment(a.le()));
    }

    private PropositionEcran.Acte decision(FormationVue vue) {
        DecisionFormation d = vue.decision();
        String quoi = switch (d.sens()) {
            case ACCORD -> "Accordée : " + Centimes.enFrancais(d.montant());
            case AJOURNEMENT -> "Ajournée, avec une question";
            case REFUS -> "Refusée";
        };
        String preuve =
                d.procesVerbal() == null ? "" : ", procès-verbal " + d.procesVerbal() + " du " + Mots.jour(d.seance());
        return new PropositionEcran.Acte(
                "Décision",
                d.sens() == DecisionFormation.Sens.ACCORD ? "ok" : "attention",
                quoi,
                false,
                d.question() == null ? d.motif() : d.question(),
                comptes.nom(vue.suite().decideePar()) + ", le "
                        + Mots.moment(vue.suite().decideeLe()) + preuve);
    }
}
