package fr.jalon.rsa;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.FaitsDuDossier;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an instructeur proposes to the CAF, and what a responsable validates: each on the facts as they stand. */
@Service
@Transactional
public class PropositionsRsa {

    static final String PROPOSITION = "PROPOSITION";

    private final DemandesRsaRepository demandes;
    private final Dossiers dossiers;
    private final DemandesRsa demandesRsa;
    private final FaitsDuDossier faits;
    private final MotifsCaf motifsCaf;
    private final Horloge horloge;

    PropositionsRsa(
            DemandesRsaRepository demandes,
            Dossiers dossiers,
            DemandesRsa demandesRsa,
            FaitsDuDossier faits,
            MotifsCaf motifsCaf,
            Horloge horloge) {
        this.demandes = demandes;
        this.dossiers = dossiers;
        this.demandesRsa = demandesRsa;
        this.faits = faits;
        this.motifsCaf = motifsCaf;
        this.horloge = horloge;
    }

    /**
     * Proposes a decision. A rejection needs its reasons; departing from the rules, or another right, needs words.
     *
     * @throws SaisieInvalide on {@code motifs} or {@code motif}
     * @throws fr.jalon.dossier.ResultatPerime when the conditions rest on facts that have changed
     */
    public void proposer(UUID dossierId, PropositionFaite faite, boolean c2s, Agent auteur) {
        DemandeRsa demande = exiger(dossierId);
        if (faits.passe(dossierId, DemandesRsa.ELIGIBILITE)) {
            // The screen said it already: what is proposed is compared with the conditions of today
            demandesRsa.verifierEligibilite(dossierId);
        }
        faits.exigerAJour(dossierId, DemandesRsa.ELIGIBILITE, " : relisez les conditions, puis proposez à nouveau.");
        boolean favorable = faite.proposition() == Proposition.FAVORABLE;
        Boolean attendue = demandesRsa.demande(dossierId).resultatDesRegles();
        boolean derogation = attendue != null && attendue != favorable;
        String raison = Textes.ouNull(faite.precision());
        if (raison == null && (derogation || faite.proposition() == Proposition.AUTRE_DROIT)) {
            throw new SaisieInvalide(
                    "motif",
                    derogation
                            ? "Vous vous écartez du résultat des règles : écrivez pourquoi."
                            : "Écrivez quel autre droit, et pourquoi : la personne le lira.");
        }
        if (faite.proposition() == Proposition.DEFAVORABLE) {
            verifierMotifs(faite);
            exigerLeFondement(dossierId, faite);
        }
        PropositionFaite propre = new PropositionFaite(
                faite.proposition(),
                faite.proposition() == Proposition.DEFAVORABLE ? faite.motifs() : List.of(),
                raison);
        demande.proposer(propre, derogation, c2s, auteur.identifiant(), horloge.maintenant());
        faits.etabli(dossierId, PROPOSITION);
        dossiers.tracer(
                dossierId,
                PROPOSITION,
                "Proposition " + faite.proposition().libelle().toLowerCase(java.util.Locale.FRENCH)
                        + (derogation ? ", en s'écartant des règles." : "."),
                auteur);
    }

    private void verifierMotifs(PropositionFaite faite) {
        try {
            motifsCaf.verifier(faite.motifs(), faite.precision());
        } catch (SaisieInvalide e) {
            throw new SaisieInvalide(e.erreurs().stream()
                    .map(f -> f.champ().equals("precision") ? new ErreurChamp("motif", f.message()) : f)
                    .toList());
        }
    }

    /** A reason that the declared situation does not bear out would be a false one: the person reads what bears it out. */
    private void exigerLeFondement(UUID dossierId, PropositionFaite faite) {
        if (Textes.ouNull(faite.precision()) != null) {
            return;
        }
        List<String> fondes = motifsCaf.fondes(demandesRsa.demande(dossierId).manques());
        faite.motifs().stream().filter(m -> !fondes.contains(m)).findFirst().ifPresent(m -> {
            throw new SaisieInvalide(
                    "motif",
                    "Le motif « " + motifsCaf.libelle(m) + " » ne ressort pas de la situation déclarée :"
                            + " corrigez-la, ou écrivez ici ce qui le fonde.");
        });
    }

    /** What put the proposal out of date, as the beginning of a sentence; empty when it stands. */
    @Transactional(readOnly = true)
    public Optional<String> peremption(UUID dossierId) {
        return faits.peremption(dossierId, PROPOSITION);
    }

    /**
     * Validates or sends back a proposed rejection.
     *
     * @throws Conflit when the validator is the author of the proposal
     * @throws fr.jalon.dossier.ResultatPerime when it is validated on facts that have changed
     */
    public void validerRejet(UUID dossierId, boolean valide, String motif, Agent auteur) {
        auteur.exiger(Role.RESPONSABLE_ANTENNE);
        DemandeRsa demande = exiger(dossierId);
        if (auteur.identifiant().equals(demande.proposeePar())) {
            throw new Conflit("Vous avez proposé ce rejet : un autre responsable doit le valider.");
        }
        if (valide) {
            faits.exigerAJour(
                    dossierId,
                    PROPOSITION,
                    " depuis que ce rejet a été proposé : renvoyez-le, la proposition est à refaire.");
        }
        demande.validerRejet(valide, Textes.ouNull(motif), auteur.identifiant());
        dossiers.tracer(
                dossierId,
                "VALIDATION_REJET",
                valide ? "Rejet proposé, validé." : "Rejet proposé, renvoyé à l'instruction.",
                auteur);
    }

    /**
     * Checks that nothing changed since the proposal, before it leaves.
     *
     * @throws fr.jalon.dossier.ResultatPerime when something did
     */
    @Transactional(readOnly = true)
    public void exigerAJour(UUID dossierId) {
        faits.exigerAJour(
                dossierId, PROPOSITION, " depuis la proposition : elle est à refaire avant que la demande parte.");
    }

    private DemandeRsa exiger(UUID dossierId) {
        return demandes.findById(dossierId).orElseThrow(() -> new Introuvable("Ce dossier n'a pas de demande de RSA."));
    }
}
