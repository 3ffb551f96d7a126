package fr.jalon.web.atelier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antennes;
import fr.jalon.atelier.EtatModele;
import fr.jalon.atelier.EtatRejeu;
import fr.jalon.atelier.LotVue;
import fr.jalon.atelier.RejeuVue;
import fr.jalon.atelier.Rejeux;
import fr.jalon.commun.Montant;
import fr.jalon.web.commun.SecretStatistique;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The trials of a draft on the past, in the words of its page. */
@Component
class RejeuxEcran {

    private final Rejeux rejeux;
    private final Antennes antennes;
    private final SecretStatistique secret;

    RejeuxEcran(Rejeux rejeux, Antennes antennes, SecretStatistique secret) {
        this.rejeux = rejeux;
        this.antennes = antennes;
        this.secret = secret;
    }

    /**
     * A trial of one table.
     *
     * @param phrase how many, how many change
     * @param reserve what could not be tried, null for nothing
     * @param euros the sums before and after, null when no amount comes out
     */
    record Essai(
            String cle,
            boolean enCours,
            int fait,
            int total,
            String phrase,
            String reserve,
            String euros,
            Resultat resultat) {}

    record Resultat(
            List<RejeuVue.Changement> changements,
            List<Antenne> antennes,
            String legende,
            List<RejeuVue.Concerne> concernes) {}

    record Antenne(String nom, String dossiers) {}

    /** Puts what the page of a draft needs. */
    void montrer(LotVue lot, Agent agent, Model model) {
        boolean attend = lot.etat() == EtatModele.BROUILLON || lot.etat() == EtatModele.PROGRAMME;
        List<RejeuVue> essais = rejeux.duLot(lot.id(), agent);
        boolean table = lot.fichiers().stream().anyMatch(f -> f.type().equals("dmn") && f.base() >= 0);
        model.addAttribute("essayable", !essais.isEmpty() || (attend && table));
        model.addAttribute("demandable", attend && table);
        model.addAttribute("essais", essais.stream().map(r -> essai(r, agent)).toList());
        model.addAttribute("suivi", essais.stream().anyMatch(r -> r.etat() == EtatRejeu.EN_COURS));
        model.addAttribute("raisonDemandee", rejeux.demandeUneRaison(lot.id()));
    }

    private Essai essai(RejeuVue r, Agent agent) {
        RejeuVue.Avancee a = r.avancee();
        RejeuVue.Resultat trouve = r.fini() ? rejeux.resultat(r, agent) : null;
        return new Essai(
                r.cle(),
                r.etat() == EtatRejeu.EN_COURS,
                a.rejouees(),
                a.total(),
                phrase(r, trouve),
                a.impossibles() == 0
                        ? null
                        : a.impossibles()
                                + (a.impossibles() > 1
                                        ? " décisions n’ont pas pu être refaites avec les faits gardés."
                                        : " décision n’a pas pu être refaite avec les faits gardés."),
                trouve == null ? null : euros(r, trouve),
                trouve == null ? null : resultat(trouve));
    }

    private String phrase(RejeuVue r, RejeuVue.Resultat trouve) {
        RejeuVue.Avancee a = r.avancee();
        if (r.etat() == EtatRejeu.IMPOSSIBLE) {
            return "L’essai s’est arrêté : la table, ou un fait gardé, n’a pas pu être lu.";
        }
        if (a.total() == 0) {
            return "Aucune décision passée n’a été prise avec cette table.";
        }
        if (trouve == null) {
            return a.rejouees() + " sur " + a.total() + " décisions refaites. Vous pouvez quitter cette page.";
        }
        String dossiers = trouve.dossiers() == null
                ? secret.mots() + " dossiers"
                : trouve.dossiers() + (trouve.dossiers() > 1 ? " dossiers" : " dossier");
        return a.changees() == 0
                ? "Décisions refaites : " + a.rejouees() + ". Aucune ne change."
                : "Décisions refaites : " + a.rejouees() + ". Celles qui changent : " + a.changees() + ", dans "
                        + dossiers + ".";
    }

    private static String euros(RejeuVue r, RejeuVue.Resultat trouve) {
        return r.montants().avant() == null || r.montants().apres() == null || !trouve.montantsMontres()
                ? null
                : "Somme des montants : " + Montant.de(r.montants().avant()).enFrancais() + " avant, "
                        + Montant.de(r.montants().apres()).enFrancais() + " après.";
    }

    private Resultat resultat(RejeuVue.Resultat trouve) {
        Map<String, String> noms = antennes.toutes().stream()
                .collect(Collectors.toMap(fr.jalon.agent.Antenne::code, fr.jalon.agent.Antenne::nom));
        boolean cache = trouve.parAntenne().stream().anyMatch(p -> p.dossiers() == null);
        return new Resultat(
                trouve.changements(),
                trouve.parAntenne().stream()
                        .map(p -> new Antenne(
                                noms.getOrDefault(p.antenne(), p.antenne()),
                                p.dossiers() == null
                                        ? SecretStatistique.MASQUE
                                        : p.dossiers().toString()))
                        .toList(),
                cache ? secret.legende() : null,
                trouve.concernes());
    }
}
