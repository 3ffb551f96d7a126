package fr.jalon.orientation.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.dispositif.Etape;
import fr.jalon.dispositif.EtapeSimple;
import fr.jalon.dispositif.Variables;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Pieces;
import fr.jalon.orientation.Contrats;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.orientation.Diagnostics;
import fr.jalon.orientation.NouveauContrat;
import fr.jalon.orientation.Sortie;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The human steps of the accompaniment by the CCAS: diagnosis, contract, signatures, review. */
@Configuration(proxyBeanMethods = false)
class EtapesAccompagnement {

    private final DemandesOrientation demandes;
    private final Dossiers dossiers;
    private final Contrats contrats;
    private final ExemplairesDuContrat exemplaires;

    EtapesAccompagnement(
            DemandesOrientation demandes, Dossiers dossiers, Contrats contrats, ExemplairesDuContrat exemplaires) {
        this.exemplaires = exemplaires;
        this.demandes = demandes;
        this.dossiers = dossiers;
        this.contrats = contrats;
    }

    /** The levers themselves are filled on their own page: the step closes the tour. */
    @Bean
    Etape etablirDiagnostic(Diagnostics diagnostics) {
        return new EtapeSimple(
                OrientationRsa.ETABLIR_DIAGNOSTIC, dossierId -> Map.of(), (dossierId, donnees, agent) -> {
                    List<String> manquants =
                            diagnostics.manquants(dossiers.parId(dossierId).personneId());
                    if (!manquants.isEmpty()) {
                        throw new SaisieInvalide(
                                "synthese",
                                "Il reste à voir : " + String.join(", ", manquants)
                                        + ". Ouvrez la page « Diagnostic » du dossier ; ce que vous avez écrit ici est"
                                        + " gardé.");
                    }
                    dossiers.tracer(
                            dossierId,
                            "DIAGNOSTIC",
                            "Diagnostic fait avec la personne.",
                            (String) donnees.get("synthese"),
                            agent);
                    return Variables.aucune();
                });
    }

    @Bean
    Etape etablirContrat(Horloge horloge, Pieces pieces) {
        return new EtapeSimple(
                OrientationRsa.ETABLIR_CONTRAT,
                dossierId -> contrats.reprise(dossierId, horloge.aujourdhui()),
                (dossierId, donnees, agent) -> {
                    contrats.etablir(dossierId, contrat(donnees), agent);
                    pieces.etablir(dossierId, Map.of(), agent);
                    return Variables.aucune();
                });
    }

    @Bean
    Etape recueillirSignatures() {
        return new EtapeSimple(
                OrientationRsa.RECUEILLIR_SIGNATURES,
                dossierId -> Map.of("copieJointe", contrats.copieJointe(dossierId)),
                (dossierId, donnees, agent) -> {
                    String resultat = (String) donnees.get("resultat");
                    switch (resultat) {
                        case "SIGNE" -> signer(dossierId, donnees, agent);
                        case "REFUSE" -> {
                            contrats.refuser(dossierId, (String) donnees.get("motif"), agent);
                            exemplaires.retires(dossierId, "le contrat est refusé", agent);
                        }
                        default -> {
                            dossiers.tracer(
                                    dossierId, "CONTRAT", "Contrat à revoir.", (String) donnees.get("motif"), agent);
                            exemplaires.retires(dossierId, "le contrat est à revoir", agent);
                        }
                    }
                    return Variables.aucune().avec(OrientationRsa.SIGNATURE, resultat);
                });
    }

    private void signer(UUID dossierId, Map<String, Object> donnees, Agent agent) {
        demandes.prevoirBilan(
                dossierId,
                contrats.signer(
                        dossierId,
                        jour(donnees, "signePersonneLe"),
                        jour(donnees, "signeReferentLe"),
                        (String) donnees.get("sansCopie"),
                        agent));
        exemplaires.remis(dossierId, jour(donnees, "signePersonneLe"), agent);
    }

    @Bean
    Etape faireLePoint() {
        return new EtapeSimple(OrientationRsa.FAIRE_LE_POINT, dossierId -> Map.of(), (dossierId, donnees, agent) -> {
            String suite = (String) donnees.get("suite");
            dossiers.tracer(dossierId, "BILAN", "Bilan fait avec la personne.", (String) donnees.get("bilan"), agent);
            if ("SORTIR".equals(suite)) {
                demandes.sortir(
                        dossierId,
                        Sortie.valueOf((String) donnees.get("sortie")),
                        (String) donnees.get("bilan"),
                        agent);
            }
            return Variables.aucune().avec(OrientationRsa.SUITE_BILAN, suite);
        });
    }

    private static NouveauContrat contrat(Map<String, Object> donnees) {
        return new NouveauContrat(
                lignes((String) donnees.get("objectifs")),
                lignes((String) donnees.get("actions")),
                (BigDecimal) donnees.get("heures"),
                (String) donnees.get("exemption"),
                (String) donnees.get("motifExemption"),
                jour(donnees, "debut"),
                Integer.parseInt((String) donnees.get("duree")));
    }

    private static LocalDate jour(Map<String, Object> donnees, String champ) {
        return LocalDate.parse((String) donnees.get(champ));
    }

    private static List<String> lignes(String texte) {
        return texte.lines().map(Textes::ouNull).filter(Objects::nonNull).toList();
    }
}
