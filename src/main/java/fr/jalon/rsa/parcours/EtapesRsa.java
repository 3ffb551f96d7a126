package fr.jalon.rsa.parcours;

import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.dispositif.Etape;
import fr.jalon.dispositif.EtapeSimple;
import fr.jalon.dispositif.Variables;
import fr.jalon.dossier.DelaisLegaux;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatPiece;
import fr.jalon.dossier.PieceVue;
import fr.jalon.dossier.Pieces;
import fr.jalon.rsa.DecisionCaf;
import fr.jalon.rsa.DecisionsDeLaCaf;
import fr.jalon.rsa.DemandeRsaVue;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.rsa.MotifsCaf;
import fr.jalon.rsa.Proposition;
import fr.jalon.rsa.PropositionFaite;
import fr.jalon.rsa.PropositionsRsa;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The human steps of {@code instruction-rsa}: what each form shows, what it does, which flags it sets. */
@Configuration(proxyBeanMethods = false)
class EtapesRsa {

    @Bean
    Etape verifierPieces(Pieces pieces, MessagesAuxPersonnes messages) {
        return new EtapeSimple(
                InstructionRsa.VERIFIER_PIECES, EtapeSimple.Lecture.VIDE, (dossierId, donnees, agent) -> {
                    boolean complet = "COMPLET".equals(donnees.get("resultat"));
                    List<PieceVue> aJuger = pieces.liste(dossierId).stream()
                            .filter(p -> p.etat() == EtatPiece.RECUE)
                            .toList();
                    if (!aJuger.isEmpty()) {
                        throw new SaisieInvalide(
                                "resultat", "Jugez d'abord les pièces reçues : " + libelles(aJuger) + ".");
                    }
                    List<PieceVue> manquantes = pieces.manquantes(dossierId);
                    if (complet && !manquantes.isEmpty()) {
                        throw new SaisieInvalide(
                                "resultat",
                                "Il manque encore : " + libelles(manquantes)
                                        + ". Demandez-les, ou marquez-les sans objet.");
                    }
                    if (!complet && manquantes.isEmpty()) {
                        throw new SaisieInvalide(
                                "resultat", "Aucune pièce obligatoire ne manque : le dossier est complet.");
                    }
                    messages.noter(dossierId, (String) donnees.get("message"), agent);
                    return Variables.aucune().avec(InstructionRsa.DOSSIER_COMPLET, complet);
                });
    }

    @Bean
    Etape recevoirPieces(Dossiers dossiers, DelaisLegaux delais) {
        return new EtapeSimple(
                InstructionRsa.RECEVOIR_PIECES, EtapeSimple.Lecture.VIDE, (dossierId, donnees, agent) -> {
                    dossiers.tracer(
                            dossierId, "PIECES", "Vérification sans attendre.", (String) donnees.get("motif"), agent);
                    delais.reprendre(dossierId, agent);
                    return Variables.aucune();
                });
    }

    @Bean
    Etape deciderSuiteDelai(
            Dossiers dossiers,
            DelaisLegaux delais,
            MessagesAuxPersonnes messages,
            SuitesPossibles possibles,
            Pieces pieces) {
        return new EtapeSimple(
                InstructionRsa.DECIDER_SUITE_DELAI,
                dossierId -> Map.of("suites", possibles.apresUnDelai(dossiers.parId(dossierId))),
                (dossierId, donnees, agent) -> {
                    String suite = (String) donnees.get("suite");
                    String motif = (String) donnees.get("motif");
                    if ("CLORE".equals(suite) && pieces.manquantes(dossierId).isEmpty()) {
                        throw new SaisieInvalide(
                                "suite",
                                "Toutes les pièces sont arrivées : instruisez la demande, elle ne se classe plus.");
                    }
                    switch (suite) {
                        case "PROLONGER" -> delais.prolonger(dossierId, motif, agent);
                        case "CLORE" -> {
                            dossiers.tracer(dossierId, "CLASSEMENT", "L'étude de la demande s'arrête.", agent);
                            messages.noter(dossierId, motif, agent);
                        }
                        default -> {
                            dossiers.tracer(
                                    dossierId, "EN_L_ETAT", "La demande est étudiée avec les pièces reçues.", agent);
                            dossiers.annoter(dossierId, motif, agent);
                        }
                    }
                    return Variables.aucune().avec(InstructionRsa.SUITE_DELAI, suite);
                });
    }

    @Bean
    Etape instruireDemande(
            DemandesRsa demandes, PropositionsRsa propositions, MotifsCaf motifs, Dossiers dossiers, Horloge horloge) {
        return new EtapeSimple(
                InstructionRsa.INSTRUIRE_DEMANDE,
                dossierId -> proposition(
                        demandes.demande(dossierId),
                        motifs,
                        propositions.peremption(dossierId).isPresent()),
                (dossierId, donnees, agent) -> {
                    Proposition proposition = Proposition.valueOf((String) donnees.get("proposition"));
                    LocalDate retraitLe = proposition == Proposition.AUTRE_DROIT
                            ? retrait(donnees, dossiers.parId(dossierId).deposeLe(), horloge.aujourdhui())
                            : null;
                    boolean c2s = Boolean.TRUE.equals(donnees.get("c2s"));
                    propositions.proposer(
                            dossierId,
                            new PropositionFaite(
                                    proposition, ReponsesRsa.codes(donnees, "motifs"), (String) donnees.get("motif")),
                            c2s,
                            agent);
                    Variables suite = Variables.aucune()
                            .avec(InstructionRsa.PROPOSITION, proposition.name())
                            .avec(InstructionRsa.C2S_DEMANDEE, c2s);
                    return retraitLe == null
                            ? suite
                            : suite.avec(InstructionRsa.DATE_RETRAIT, GestesRsa.instant(retraitLe));
                });
    }

    /**
     * Only the CAF refuses a claim: for another right, the person takes hers back.
     *
     * @throws SaisieInvalide on {@code retraitLe} when nobody noted it, or for a day to come or before the claim
     */
    private static LocalDate retrait(Map<String, Object> donnees, LocalDate depot, LocalDate aujourdhui) {
        if (ReponsesRsa.texte(donnees, "retraitLe") == null) {
            throw new SaisieInvalide(
                    "retraitLe",
                    "Indiquez le jour où la personne a dit qu'elle retire sa demande de RSA. Si elle la maintient,"
                            + " proposez « favorable » ou « défavorable » : c'est la CAF qui décide.");
        }
        LocalDate jour = ReponsesRsa.date(donnees, "retraitLe");
        if (jour.isAfter(aujourdhui) || jour.isBefore(depot)) {
            throw new SaisieInvalide(
                    "retraitLe",
                    "Indiquez un jour entre le dépôt de la demande, le " + Horloge.enMots(depot) + ", et aujourd'hui.");
        }
        return jour;
    }

    /** A proposal that the facts have overtaken is not shown as an answer: the step asks again. */
    private static Map<String, Object> proposition(DemandeRsaVue demande, MotifsCaf motifs, boolean perimee) {
        Map<String, Object> donnees = new HashMap<>();
        donnees.put("c2s", demande.c2sDemandee());
        donnees.put("motifsCaf", options(motifs));
        donnees.put("motifs", motifs.fondes(demande.manques()));
        if (demande.proposition() != null && !perimee) {
            donnees.put("motifs", demande.motifsProposition());
            donnees.put("proposition", demande.proposition().name());
            donnees.put("motif", demande.motifProposition());
        }
        return donnees;
    }

    private static List<Map<String, String>> options(MotifsCaf motifs) {
        return motifs.tous().stream()
                .map(m -> Map.of("label", m.libelle(), "value", m.code()))
                .toList();
    }

    @Bean
    Etape validerRejet(PropositionsRsa propositions) {
        return new EtapeSimple(InstructionRsa.VALIDER_REJET, EtapeSimple.Lecture.VIDE, (dossierId, donnees, agent) -> {
            boolean valide = "OUI".equals(donnees.get("validation"));
            propositions.validerRejet(dossierId, valide, (String) donnees.get("motif"), agent);
            return Variables.aucune().avec(InstructionRsa.REJET_VALIDE, valide);
        });
    }

    @Bean
    Etape enregistrerDecisionCaf(DecisionsDeLaCaf decisions, MotifsCaf motifs) {
        return new EtapeSimple(
                InstructionRsa.ENREGISTRER_DECISION_CAF,
                dossierId -> Map.of("motifsCaf", options(motifs)),
                (dossierId, donnees, agent) -> {
                    DecisionCaf decision = ReponsesRsa.decisionCaf(donnees);
                    decisions.enregistrer(dossierId, decision, agent);
                    return Variables.aucune()
                            .avec(InstructionRsa.DECISION_CAF, decision.sens().name());
                });
    }

    @Bean
    Etape constaterSilenceCaf(Dossiers dossiers, SuitesPossibles possibles) {
        return new EtapeSimple(
                InstructionRsa.CONSTATER_SILENCE_CAF,
                dossierId -> Map.of("suites", possibles.apresUnSilence()),
                (dossierId, donnees, agent) -> {
                    String suite = (String) donnees.get("suite");
                    dossiers.tracer(dossierId, "SILENCE_CAF", "La CAF n'a pas répondu dans le délai.", agent);
                    dossiers.annoter(dossierId, (String) donnees.get("motif"), agent);
                    return Variables.aucune().avec(InstructionRsa.SUITE_SILENCE, suite);
                });
    }

    @Bean
    Etape proposerSecours(DemandesRsa demandes) {
        return new EtapeSimple(
                InstructionRsa.PROPOSER_SECOURS, EtapeSimple.Lecture.VIDE, (dossierId, donnees, agent) -> {
                    String precision = (String) donnees.get("precision");
                    demandes.noterSecours(
                            dossierId, donnees.get("aides") + (precision == null ? "" : " (" + precision + ")"), agent);
                    return Variables.aucune();
                });
    }

    private static String libelles(List<PieceVue> pieces) {
        return String.join(", ", pieces.stream().map(PieceVue::libelle).toList());
    }
}
