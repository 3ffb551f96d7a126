package fr.jalon.formation.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Centimes;
import fr.jalon.commun.Horloge;
import fr.jalon.dispositif.Etape;
import fr.jalon.dispositif.EtapeSimple;
import fr.jalon.dispositif.LiensDePreuve;
import fr.jalon.dispositif.PreuveApportee;
import fr.jalon.dispositif.Variables;
import fr.jalon.formation.AvisTechnique;
import fr.jalon.formation.DecisionFormation;
import fr.jalon.formation.DemandesFormation;
import fr.jalon.formation.FinsDeFormation;
import fr.jalon.formation.SuiviFormation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The human steps of {@code financement-formation}: what each form shows, what it does, which flags it sets. */
@Configuration(proxyBeanMethods = false)
class EtapesFormation {

    static final String CONTINUE = "CONTINUE";
    static final String FINIE = "FINIE";
    static final String ARRET = "ARRET";

    private static final int TROIS_MOIS = 3;
    private static final int SIX_MOIS = 6;

    private final DemandesFormation demandes;
    private final SuiviFormation suivi;
    private final FinsDeFormation fins;

    EtapesFormation(DemandesFormation demandes, SuiviFormation suivi, FinsDeFormation fins) {
        this.demandes = demandes;
        this.suivi = suivi;
        this.fins = fins;
    }

    @Bean
    Etape donnerAvisTechnique() {
        return new EtapeSimple(
                ParcoursFormation.DONNER_AVIS,
                EtapeSimple.Lecture.VIDE,
                (dossierId, donnees, agent) -> Variables.aucune()
                        .avec(
                                ParcoursFormation.DECIDEUR,
                                demandes.aviser(
                                                dossierId,
                                                AvisTechnique.Sens.valueOf((String) donnees.get("avis")),
                                                (String) donnees.get("motifAvis"),
                                                agent)
                                        .decideur()));
    }

    @Bean
    Etape completerDemandeFormation() {
        return new EtapeSimple(
                ParcoursFormation.COMPLETER,
                dossierId ->
                        LectureDemande.reponses(demandes.formation(dossierId).demande()),
                (dossierId, donnees, agent) -> LectureDemande.surLeFormulaire(() -> {
                    demandes.completer(dossierId, new LectureDemande(donnees).lire(), agent);
                    return Variables.aucune();
                }));
    }

    @Bean
    Etape deciderFormation() {
        return new EtapeSimple(ParcoursFormation.DECIDER, this::demande, this::decider);
    }

    @Bean
    Etape deciderFormationUrgente() {
        return new EtapeSimple(ParcoursFormation.DECIDER_URGENCE, this::demande, this::decider);
    }

    @Bean
    Etape enregistrerDecisionCaiFormation() {
        return new EtapeSimple(ParcoursFormation.ENREGISTRER_DECISION_CAI, this::demande, this::decider);
    }

    /** The credit is asked again by the next step of the path. */
    @Bean
    Etape trouverCreditFormation() {
        return new EtapeSimple(
                ParcoursFormation.TROUVER_CREDIT,
                EtapeSimple.Lecture.VIDE,
                (dossierId, donnees, agent) -> Variables.aucune());
    }

    @Bean
    Etape informerCai() {
        return new EtapeSimple(
                ParcoursFormation.INFORMER_CAI, EtapeSimple.Lecture.VIDE, (dossierId, donnees, agent) -> {
                    suivi.informerLaCai(dossierId, (String) donnees.get("procesVerbal"), agent);
                    return Variables.aucune();
                });
    }

    @Bean
    Etape suivreFormation(LiensDePreuve liens) {
        return new EtapeSimple(
                ParcoursFormation.SUIVRE, dossierId -> aSuivre(dossierId, liens.enAttente(dossierId)), this::suivre);
    }

    /** What the body brought is in the form already: whoever follows the training checks it. */
    private Map<String, Object> aSuivre(UUID dossierId, Optional<PreuveApportee> apportee) {
        Map<String, Object> donnees = new HashMap<>();
        donnees.put(
                "jalons",
                suivi.aVenir(dossierId).stream()
                        .map(j -> Map.of(
                                "value", j.code(), "label", j.libelle() + " : " + Centimes.enFrancais(j.centimes())))
                        .toList());
        apportee.ifPresent(p -> {
            donnees.put("suite", "JALON");
            donnees.put("jalon", p.etape());
            donnees.put("heuresSuivies", p.heures());
            donnees.put("preuve", p.preuve());
        });
        return donnees;
    }

    @Bean
    Etape demanderResultatTroisMois() {
        return resultat(ParcoursFormation.RESULTAT_TROIS_MOIS, TROIS_MOIS);
    }

    @Bean
    Etape demanderResultatSixMois() {
        return resultat(ParcoursFormation.RESULTAT_SIX_MOIS, SIX_MOIS);
    }

    /** Just after the last day on which a proof is waited for. */
    static Date finDeLAttente(FinsDeFormation fins, UUID dossierId) {
        return Date.from(
                Horloge.instantAParis(fins.finDeLAttente(dossierId).plusDays(1).atTime(0, 30)));
    }

    private Etape resultat(String etape, int mois) {
        return new EtapeSimple(etape, EtapeSimple.Lecture.VIDE, (dossierId, donnees, agent) -> {
            suivi.noterResultat(dossierId, mois, (String) donnees.get("devenir"), agent);
            return Variables.aucune();
        });
    }

    private Variables suivre(UUID dossierId, Map<String, Object> donnees, Agent agent) {
        return switch ((String) donnees.get("suite")) {
            case "JALON" ->
                Variables.aucune()
                        .avec(
                                ParcoursFormation.SUITE,
                                suivi.franchir(
                                                dossierId,
                                                (String) donnees.get("jalon"),
                                                entier(donnees, "heuresSuivies"),
                                                (String) donnees.get("preuve"),
                                                agent)
                                        ? FINIE
                                        : CONTINUE);
            case "DATES" -> {
                suivi.changerDates(dossierId, jour(donnees, "nouveauDebut"), jour(donnees, "nouvelleFin"), agent);
                yield Variables.aucune()
                        .avec(ParcoursFormation.SUITE, CONTINUE)
                        .avec(ParcoursFormation.DATE_FIN, finDeLAttente(fins, dossierId));
            }
            default -> {
                fins.arreter(
                        dossierId,
                        (String) donnees.get("raisonArret"),
                        entier(donnees, "heuresArret"),
                        (String) donnees.get("preuveArret"),
                        agent);
                yield Variables.aucune().avec(ParcoursFormation.SUITE, ARRET);
            }
        };
    }

    private Map<String, Object> demande(UUID dossierId) {
        return Map.of("montant", demandes.formation(dossierId).proposition().demandeAuCcas());
    }

    private Variables decider(UUID dossierId, Map<String, Object> donnees, Agent agent) {
        DecisionFormation.Sens sens = sens((String) donnees.get("decision"));
        boolean accord = sens == DecisionFormation.Sens.ACCORD;
        BigDecimal montant = donnees.get("montant") == null
                ? null
                : new BigDecimal(donnees.get("montant").toString());
        demandes.decider(
                dossierId,
                new DecisionFormation(
                        sens,
                        accord ? Centimes.lire("montant", montant) : null,
                        (String) donnees.get("motif"),
                        (String) donnees.get("complement"),
                        (String) donnees.get("procesVerbal"),
                        jour(donnees, "seance")),
                agent);
        return Variables.aucune().avec(ParcoursFormation.DECISION, sens.name());
    }

    /** The form asks as each form of a decision of the CCAS does. */
    private static DecisionFormation.Sens sens(String reponse) {
        return switch (reponse) {
            case "ACCORD" -> DecisionFormation.Sens.ACCORD;
            case "A_COMPLETER" -> DecisionFormation.Sens.AJOURNEMENT;
            default -> DecisionFormation.Sens.REFUS;
        };
    }

    private static int entier(Map<String, Object> donnees, String cle) {
        return new BigDecimal(donnees.get(cle).toString()).intValueExact();
    }

    private static LocalDate jour(Map<String, Object> donnees, String cle) {
        return donnees.get(cle) == null ? null : LocalDate.parse((String) donnees.get(cle));
    }
}
