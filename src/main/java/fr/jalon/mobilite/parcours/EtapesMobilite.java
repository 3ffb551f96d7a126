package fr.jalon.mobilite.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Centimes;
import fr.jalon.commun.Horloge;
import fr.jalon.dispositif.Etape;
import fr.jalon.dispositif.EtapeSimple;
import fr.jalon.dispositif.LiensDePreuve;
import fr.jalon.dispositif.PreuveApportee;
import fr.jalon.dispositif.Variables;
import fr.jalon.dossier.Dossiers;
import fr.jalon.mobilite.AideVue;
import fr.jalon.mobilite.AidesAccordees;
import fr.jalon.mobilite.AidesUrgentes;
import fr.jalon.mobilite.DecisionAide;
import fr.jalon.mobilite.DemandesMobilite;
import fr.jalon.mobilite.Instruction;
import fr.jalon.mobilite.ReseauAutoEcoles;
import fr.jalon.usager.Personnes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The human steps of {@code aide-mobilite}: what each form shows, what it does, which flags it sets. */
@Configuration(proxyBeanMethods = false)
class EtapesMobilite {

    private final DemandesMobilite demandes;
    private final ReseauAutoEcoles reseau;

    EtapesMobilite(DemandesMobilite demandes, ReseauAutoEcoles reseau) {
        this.demandes = demandes;
        this.reseau = reseau;
    }

    @Bean
    Etape instruireAide(AidesAccordees accordees, Dossiers dossiers, Personnes personnes, Horloge horloge) {
        return new EtapeSimple(
                ParcoursMobilite.INSTRUIRE,
                dossierId -> {
                    Map<String, Object> donnees = SaisieInstruction.relue(demandes.aide(dossierId));
                    donnees.put("autoEcoles", SaisieInstruction.choix(reseau.membres()));
                    return donnees;
                },
                (dossierId, donnees, agent) -> {
                    Integer age = personnes
                            .parId(dossiers.parId(dossierId).personneId())
                            .dateNaissance()
                            .ageLe(horloge.aujourdhui())
                            .max();
                    int rang = accordees.rang(dossierId, (String) donnees.get("nature"));
                    return instruire(
                            dossierId,
                            new LectureInstruction(donnees, reseau).lire(age, accordees.avant(dossierId), rang),
                            agent);
                });
    }

    private Variables instruire(UUID dossierId, Instruction instruction, Agent agent) {
        return SaisieInstruction.surLesChamps(
                instruction,
                () -> Variables.aucune()
                        .avec(
                                ParcoursMobilite.DECIDEUR,
                                demandes.instruire(dossierId, instruction, agent)
                                        .decideur()));
    }

    @Bean
    Etape deciderAide() {
        return new EtapeSimple(ParcoursMobilite.DECIDER, this::proposee, this::decider);
    }

    @Bean
    Etape deciderAideUrgente() {
        return new EtapeSimple(ParcoursMobilite.DECIDER_URGENCE, this::proposee, this::decider);
    }

    @Bean
    Etape faireRatifierAide(AidesUrgentes urgentes) {
        return new EtapeSimple(
                ParcoursMobilite.FAIRE_RATIFIER, EtapeSimple.Lecture.VIDE, (dossierId, donnees, agent) -> {
                    urgentes.ratifier(
                            dossierId,
                            new AidesUrgentes.Ratification(
                                    (String) donnees.get("procesVerbal"),
                                    LocalDate.parse((String) donnees.get("seance")),
                                    "RESERVES".equals(donnees.get("ratification"))
                                            ? (String) donnees.get("reserves")
                                            : null),
                            agent);
                    return Variables.aucune();
                });
    }

    @Bean
    Etape enregistrerDecisionCai() {
        return new EtapeSimple(ParcoursMobilite.ENREGISTRER_DECISION_CAI, this::proposee, this::decider);
    }

    /** The credit is asked again by the next step of the path. */
    @Bean
    Etape trouverCredit() {
        return new EtapeSimple(
                ParcoursMobilite.TROUVER_CREDIT,
                EtapeSimple.Lecture.VIDE,
                (dossierId, donnees, agent) -> Variables.aucune());
    }

    @Bean
    Etape suivreAide(LiensDePreuve liens) {
        return new EtapeSimple(
                ParcoursMobilite.SUIVRE, dossierId -> aSuivre(dossierId, liens.enAttente(dossierId)), this::suivre);
    }

    /** What the body brought is in the form already: whoever follows the aid checks it. */
    private Map<String, Object> aSuivre(UUID dossierId, Optional<PreuveApportee> apportee) {
        Map<String, Object> donnees = new HashMap<>();
        donnees.put(
                "etapesAide",
                demandes.aVenir(dossierId).stream()
                        .map(e -> Map.of(
                                "value", e.code(), "label", e.libelle() + " : " + Centimes.enFrancais(e.centimes())))
                        .toList());
        apportee.ifPresent(p -> {
            donnees.put("suite", "ETAPE");
            donnees.put("etapeAide", p.etape());
            donnees.put("preuve", p.preuve());
        });
        return donnees;
    }

    private Variables suivre(UUID dossierId, Map<String, Object> donnees, Agent agent) {
        boolean finie = true;
        if ("ETAPE".equals(donnees.get("suite"))) {
            finie = demandes.franchir(
                    dossierId, (String) donnees.get("etapeAide"), (String) donnees.get("preuve"), agent);
        }
        if (finie) {
            demandes.finir(dossierId, (String) donnees.get("resultat"), agent);
        }
        return Variables.aucune()
                .avec(ParcoursMobilite.FINIE, finie)
                .avec(ParcoursMobilite.ARRETEE, "ARRET".equals(donnees.get("suite")));
    }

    private Map<String, Object> proposee(UUID dossierId) {
        AideVue aide = demandes.aide(dossierId);
        return Map.of("montant", aide.proposition().montant());
    }

    private Variables decider(UUID dossierId, Map<String, Object> donnees, Agent agent) {
        DecisionAide.Sens sens = DecisionAide.Sens.valueOf((String) donnees.get("decision"));
        BigDecimal montant = donnees.get("montant") == null
                ? null
                : new BigDecimal(donnees.get("montant").toString());
        String seance = (String) donnees.get("seance");
        demandes.decider(
                dossierId,
                new DecisionAide(
                        sens,
                        sens == DecisionAide.Sens.ACCORD ? Centimes.lire("montant", montant) : null,
                        (String) donnees.get("motif"),
                        (String) donnees.get("complement"),
                        (String) donnees.get("procesVerbal"),
                        seance == null ? null : LocalDate.parse(seance)),
                agent);
        return Variables.aucune().avec(ParcoursMobilite.DECISION, sens.name());
    }
}
