package fr.jalon.web.dossier;

import fr.jalon.agent.Comptes;
import fr.jalon.commun.Montant;
import fr.jalon.rsa.DecisionCaf;
import fr.jalon.rsa.DemandeRsaVue;
import fr.jalon.rsa.MotifsCaf;
import fr.jalon.web.commun.Mots;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people proposed, validated and decided, beside what the rules found. */
@Component
class PropositionEcran {

    private final Comptes comptes;
    private final MotifsCaf motifs;

    PropositionEcran(Comptes comptes, MotifsCaf motifs) {
        this.comptes = comptes;
        this.motifs = motifs;
    }

    /**
     * One of these acts.
     *
     * @param ecart the act departs from the rules: it is said loudly
     */
    record Acte(String titre, String etat, String resultat, boolean ecart, String motif, String qui) {}

    /** @param peremption what put the proposal out of date, as the beginning of a sentence; empty when it stands */
    List<Acte> de(DemandeRsaVue d, Optional<String> peremption) {
        List<Acte> actes = new ArrayList<>();
        if (d.proposition() != null) {
            actes.add(new Acte(
                    "Proposition du CCAS",
                    peremption.isPresent() ? "attention" : "info",
                    d.proposition().libelle()
                            + peremption
                                    .map(cause -> " : à refaire. " + cause + " depuis.")
                                    .orElse(""),
                    d.derogation(),
                    enMots(d.motifsProposition(), d.motifProposition()),
                    nom(d.proposeePar()) + ", le " + Mots.moment(d.proposeeLe())));
        }
        if (d.rejetValide() != null) {
            actes.add(new Acte(
                    "Validation du rejet",
                    d.rejetValide() ? "ok" : "attention",
                    d.rejetValide() ? "Rejet validé" : "Renvoyé à l’instruction",
                    false,
                    d.motifValidation(),
                    nom(d.rejetValidePar())));
        }
        if (d.transmiseLe() != null && d.decisionCaf() == null) {
            actes.add(new Acte(
                    "Transmission", "attente", "Transmise à la CAF", false, null, "le " + Mots.jour(d.transmiseLe())));
        }
        if (d.decisionCaf() != null) {
            actes.add(decisionCaf(d.decisionCaf()));
        }
        if (d.secours() != null) {
            actes.add(new Acte("Aide immédiate", "info", "Proposée", false, d.secours(), null));
        }
        return actes;
    }

    private String enMots(List<String> codes, String precision) {
        String mots = motifs.expliquer(codes, precision).stream()
                .map(m -> m.article() == null ? m.texte() : m.texte() + " (" + m.article() + ")")
                .collect(Collectors.joining(" "));
        return mots.isEmpty() ? null : mots;
    }

    private Acte decisionCaf(DecisionCaf caf) {
        boolean accord = caf.sens() == DecisionCaf.Sens.ACCORD;
        return new Acte(
                "Décision de la CAF",
                accord ? "ok" : "erreur",
                accord
                        ? "Accord, " + Montant.de(caf.montant()).enFrancais() + " par mois"
                        : caf.sens().libelle(),
                false,
                enMots(caf.motifs(), caf.precision()),
                "le " + Mots.jour(caf.date()) + (caf.reference() == null ? "" : ", référence " + caf.reference()));
    }

    private String nom(String identifiant) {
        return identifiant == null ? "" : comptes.nom(identifiant);
    }
}
