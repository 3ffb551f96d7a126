package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.dossier.DossierVue;
import fr.jalon.prescription.Besoin;
import fr.jalon.prescription.LiensDeReponse;
import fr.jalon.prescription.Partages;
import fr.jalon.prescription.PrescriptionVue;
import fr.jalon.prescription.Prescriptions;
import fr.jalon.prescription.PropositionVue;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The referral's part of a dossier: what was asked, of whom, with which agreement, and what each partner answered. */
@Component
class VoletPartenaire implements Volet.Fabrique {

    private final Prescriptions prescriptions;
    private final Comptes comptes;

    VoletPartenaire(Prescriptions prescriptions, Comptes comptes) {
        this.prescriptions = prescriptions;
        this.comptes = comptes;
    }

    @Override
    public String dispositif() {
        return Prescriptions.DISPOSITIF;
    }

    @Override
    public Volet de(DossierVue dossier, Agent agent) {
        PrescriptionVue p = prescriptions.prescription(dossier.id());
        List<PropositionEcran.Acte> actes = new ArrayList<>();
        prescriptions.propositions(dossier.id()).forEach(x -> actes.add(acte(x)));
        return new Volet(List.of(), actes, situation(p, prescriptions.derniere(dossier.id())), null, null);
    }

    private List<Vues.Paire> situation(PrescriptionVue p, PropositionVue derniere) {
        List<Vues.Paire> paires = new ArrayList<>();
        paires.add(new Vues.Paire(
                "Ce que la personne demande",
                p.besoins().stream().map(Besoin::libelle).collect(Collectors.joining(", "))));
        if (p.message() != null) {
            paires.add(new Vues.Paire("Message au partenaire", p.message()));
        }
        paires.add(new Vues.Paire("Orientée par", nom(p.prescripteur())));
        paires.add(new Vues.Paire("Données partagées", Partages.enUneLigne(derniere.donnees())));
        if (p.constat() != null) {
            paires.add(new Vues.Paire("Référent accès aux droits", p.constat()));
        }
        if (p.motifSuite() != null) {
            paires.add(new Vues.Paire("Pourquoi cette suite", p.motifSuite()));
        }
        return paires;
    }

    private PropositionEcran.Acte acte(PropositionVue p) {
        return new PropositionEcran.Acte(p.partenaire(), etat(p), p.etat().libelle(), false, mots(p), quand(p));
    }

    private static String etat(PropositionVue p) {
        return switch (p.etat()) {
            case PROPOSEE -> "attente";
            case ACCEPTEE, RENCONTREE -> "info";
            case FINIE -> "ok";
            case REFUSEE, SANS_REPONSE, MANQUEE -> "attention";
            case ARRETEE -> "neutre";
        };
    }

    private static String mots(PropositionVue p) {
        if (p.motifRefus() != null) {
            return p.motifRefus().libelle() + (p.precisionRefus() == null ? "." : " : " + p.precisionRefus());
        }
        if (p.resultat() != null) {
            return p.resultat().libelle() + (p.precisionResultat() == null ? "." : " : " + p.precisionResultat());
        }
        return p.rendezVous() == null ? null : "Rendez-vous le " + Mots.moment(p.rendezVous()) + ", " + p.lieu();
    }

    private String quand(PropositionVue p) {
        if (p.repondueLe() != null) {
            return "réponse de " + nom(p.reponduePar()) + ", le " + Mots.moment(p.repondueLe());
        }
        String limite = p.attendueLe() == null ? "" : ", réponse attendue avant le " + Mots.jour(p.attendueLe());
        return "proposée le " + Mots.moment(p.proposeeLe()) + limite;
    }

    private String nom(String identifiant) {
        return LiensDeReponse.AUTEUR.equals(identifiant)
                ? "la structure, par lien"
                : comptes.parIdentifiant(identifiant).map(Agent::nomComplet).orElse("un agent du CCAS");
    }
}
