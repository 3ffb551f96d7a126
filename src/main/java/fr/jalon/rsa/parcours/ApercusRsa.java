package fr.jalon.rsa.parcours;

import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.dispositif.ApercusDuDispositif;
import fr.jalon.dispositif.LettresDossier.Complement;
import fr.jalon.dossier.Delais;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.rsa.DecisionCaf;
import fr.jalon.rsa.DemandeRsaVue;
import fr.jalon.rsa.DemandesRsa;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The letter that a step would send with the answers typed so far (attentes, E24); nothing is kept. */
@Service
@Transactional(readOnly = true)
public class ApercusRsa implements ApercusDuDispositif {

    private static final Set<String> ETAPES = Set.of(
            InstructionRsa.VERIFIER_PIECES,
            InstructionRsa.DECIDER_SUITE_DELAI,
            InstructionRsa.INSTRUIRE_DEMANDE,
            InstructionRsa.VALIDER_REJET,
            InstructionRsa.ENREGISTRER_DECISION_CAF,
            InstructionRsa.CONSTATER_SILENCE_CAF);

    private final LettresRsa lettres;
    private final DemandesRsa demandes;
    private final Dossiers dossiers;
    private final Delais delais;
    private final Horloge horloge;

    ApercusRsa(LettresRsa lettres, DemandesRsa demandes, Dossiers dossiers, Delais delais, Horloge horloge) {
        this.lettres = lettres;
        this.demandes = demandes;
        this.dossiers = dossiers;
        this.delais = delais;
        this.horloge = horloge;
    }

    @Override
    public boolean aUnCourrier(String etape) {
        return ETAPES.contains(etape);
    }

    @Override
    public Optional<byte[]> rediger(UUID dossierId, String etape, Map<String, Object> donnees) {
        return switch (etape) {
            case InstructionRsa.VERIFIER_PIECES ->
                choix(donnees, "resultat").equals("INCOMPLET")
                        ? demandePieces(dossierId, "REPONSE_PIECES", texte(donnees, "message"))
                        : Optional.empty();
            case InstructionRsa.DECIDER_SUITE_DELAI -> suiteDelai(dossierId, donnees);
            case InstructionRsa.INSTRUIRE_DEMANDE -> proposition(dossierId, donnees);
            case InstructionRsa.VALIDER_REJET -> rejetPropose(dossierId);
            case InstructionRsa.ENREGISTRER_DECISION_CAF -> decisionCaf(dossierId, donnees);
            case InstructionRsa.CONSTATER_SILENCE_CAF ->
                choix(donnees, "suite").equals("REJET_IMPLICITE")
                        ? lettre(dossierId, CodesCourrier.SILENCE_CAF, lettres.silence(dossierId))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<byte[]> suiteDelai(UUID dossierId, Map<String, Object> donnees) {
        return switch (choix(donnees, "suite")) {
            case "PROLONGER" -> demandePieces(dossierId, "PROLONGATION_PIECES", null);
            case "CLORE" ->
                lettre(
                        dossierId,
                        CodesCourrier.CLASSEMENT_SANS_SUITE,
                        lettres.classement(exige(donnees, "motif"), horloge.aujourdhui()));
            default -> Optional.empty();
        };
    }

    /** A rejection is read as the person would read it if the CAF followed it, before anything leaves. */
    private Optional<byte[]> proposition(UUID dossierId, Map<String, Object> donnees) {
        return switch (choix(donnees, "proposition")) {
            case "AUTRE_DROIT" ->
                lettre(
                        dossierId,
                        CodesCourrier.AUTRE_DROIT,
                        LettresRsa.autreDroit(
                                exige(donnees, "motif"),
                                ReponsesRsa.texte(donnees, "retraitLe") == null
                                        ? null
                                        : ReponsesRsa.date(donnees, "retraitLe")));
            case "DEFAVORABLE" -> {
                List<String> motifs = ReponsesRsa.codes(donnees, "motifs");
                if (motifs.isEmpty()) {
                    throw new SaisieInvalide(
                            "motifs", "Choisissez d'abord un motif : il est imprimé dans le courrier.");
                }
                yield rejet(dossierId, motifs, texte(donnees, "motif"));
            }
            default -> Optional.empty();
        };
    }

    private Optional<byte[]> rejetPropose(UUID dossierId) {
        DemandeRsaVue demande = demandes.demande(dossierId);
        return rejet(dossierId, demande.motifsProposition(), demande.motifProposition());
    }

    private Optional<byte[]> rejet(UUID dossierId, List<String> motifs, String precision) {
        return lettre(
                dossierId,
                CodesCourrier.NOTIFICATION_REJET,
                lettres.rejetPropose(dossierId, motifs, precision, horloge.aujourdhui()));
    }

    private Optional<byte[]> decisionCaf(UUID dossierId, Map<String, Object> donnees) {
        boolean accord = choix(donnees, "decision").equals(DecisionCaf.Sens.ACCORD.name());
        DecisionCaf decision = ReponsesRsa.decisionCaf(donnees);
        if (accord && decision.montant() == null) {
            throw new SaisieInvalide("montant", "Écrivez d'abord le montant : il est imprimé dans le courrier.");
        }
        if (!accord && decision.motifs().isEmpty()) {
            throw new SaisieInvalide("motifs", "Choisissez d'abord un motif : il est imprimé dans le courrier.");
        }
        return lettre(
                dossierId,
                accord ? CodesCourrier.NOTIFICATION_ACCORD : CodesCourrier.NOTIFICATION_REJET,
                lettres.decisionCaf(dossierId, decision));
    }

    private Optional<byte[]> demandePieces(UUID dossierId, String horlogeDuParcours, String message) {
        DossierVue dossier = dossiers.parId(dossierId);
        String duree = delais.enMots(dossier.dispositif(), horlogeDuParcours, dossier.urgent());
        return lettre(dossierId, CodesCourrier.DEMANDE_PIECES, LettresRsa.demandePieces(duree, message));
    }

    private Optional<byte[]> lettre(UUID dossierId, String modele, Complement complement) {
        return Optional.of(lettres.apercu(modele, dossierId, complement));
    }

    private static String choix(Map<String, Object> donnees, String champ) {
        String valeur = texte(donnees, champ);
        if (valeur == null) {
            throw new SaisieInvalide(champ, "Choisissez d'abord une réponse : le courrier en dépend.");
        }
        return valeur;
    }

    private static String exige(Map<String, Object> donnees, String champ) {
        String valeur = texte(donnees, champ);
        if (valeur == null) {
            throw new SaisieInvalide(champ, "Écrivez d'abord ce texte : il est imprimé dans le courrier.");
        }
        return valeur;
    }

    private static String texte(Map<String, Object> donnees, String champ) {
        Object valeur = donnees.get(champ);
        return valeur == null ? null : Textes.ouNull(valeur.toString());
    }
}
