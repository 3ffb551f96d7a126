package fr.jalon.sanction.parcours;

import fr.jalon.dispositif.Etape;
import fr.jalon.dispositif.EtapeSimple;
import fr.jalon.dispositif.FaitsConnus;
import fr.jalon.dispositif.QuestionDeTache;
import fr.jalon.dispositif.Variables;
import fr.jalon.dossier.Dossiers;
import fr.jalon.sanction.AvisEquipe;
import fr.jalon.sanction.ChoixSanction;
import fr.jalon.sanction.Constat;
import fr.jalon.sanction.DecisionSanction;
import fr.jalon.sanction.DecisionsDeSanction;
import fr.jalon.sanction.ManquementVue;
import fr.jalon.sanction.Manquements;
import fr.jalon.sanction.Observations;
import fr.jalon.sanction.Sanction;
import fr.jalon.sanction.SuiteSuppression;
import fr.jalon.seance.AvisPossible;
import fr.jalon.seance.Instances;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The human steps of {@code manquement-rsa}: what each form shows, what it does, which flags it sets. */
@Configuration(proxyBeanMethods = false)
class EtapesManquement {

    private final Manquements manquements;
    private final DecisionsDeSanction decisions;

    EtapesManquement(Manquements manquements, DecisionsDeSanction decisions) {
        this.manquements = manquements;
        this.decisions = decisions;
    }

    @Bean
    Etape constaterManquement(FaitsConnus connus, Dossiers dossiers) {
        return new EtapeSimple(
                ManquementRsa.CONSTATER_MANQUEMENT,
                dossierId -> {
                    ManquementVue m = manquements.manquement(dossierId);
                    return m.constat() == null
                            ? foyer(connus.de(dossiers.parId(m.origineId())))
                            : constatDeNouveau(m, decisions.perimee(dossierId));
                },
                (dossierId, donnees, agent) -> {
                    manquements.constater(
                            dossierId,
                            new Constat(
                                    (String) donnees.get("nature"),
                                    jour(donnees, "dateFaits"),
                                    (String) donnees.get("faits"),
                                    (String) donnees.get("foyer"),
                                    Sanction.valueOf((String) donnees.get("sanction")),
                                    entier(donnees, "taux"),
                                    entier(donnees, "mois"),
                                    Boolean.TRUE.equals(donnees.get("avisDemande"))),
                            agent);
                    return Variables.aucune();
                });
    }

    @Bean
    Etape recevoirObservations() {
        return new EtapeSimple(
                ManquementRsa.RECEVOIR_OBSERVATIONS,
                dossierId -> dites(manquements.manquement(dossierId).observations()),
                (dossierId, donnees, agent) -> {
                    manquements.recevoir(
                            dossierId,
                            new Observations(
                                    (String) donnees.get("mode"),
                                    jour(donnees, "date"),
                                    (String) donnees.get("observations"),
                                    (String) donnees.get("assistance"),
                                    Boolean.TRUE.equals(donnees.get("complet"))),
                            agent);
                    return Variables.aucune();
                });
    }

    @Bean
    Etape recueillirAvisSanction(Instances instances) {
        return new EtapeSimple(
                ManquementRsa.RECUEILLIR_AVIS_SANCTION, EtapeSimple.Lecture.VIDE, (dossierId, donnees, agent) -> {
                    String avis = (String) donnees.get("avis");
                    String libelle = instances.avis(QuestionDeTache.EQUIPE, ManquementRsa.QUESTION).stream()
                            .filter(a -> a.code().equals(avis))
                            .map(AvisPossible::libelle)
                            .findFirst()
                            .orElse(avis);
                    manquements.noterAvis(
                            dossierId,
                            new AvisEquipe(avis, (String) donnees.get("motif"), jour(donnees, "seance")),
                            libelle,
                            agent);
                    return Variables.aucune();
                });
    }

    @Bean
    Etape deciderSanction() {
        return new EtapeSimple(
                ManquementRsa.DECIDER_SANCTION,
                dossierId -> envisagee(manquements.manquement(dossierId), decisions.perimee(dossierId)),
                (dossierId, donnees, agent) -> {
                    DecisionSanction decision = DecisionSanction.valueOf((String) donnees.get("decision"));
                    boolean sanctionner = decision == DecisionSanction.SANCTIONNER;
                    decisions.decider(
                            dossierId,
                            new ChoixSanction(
                                    decision,
                                    sanctionner ? Sanction.valueOf((String) donnees.get("sanction")) : null,
                                    sanctionner ? entier(donnees, "taux") : null,
                                    sanctionner ? entier(donnees, "mois") : null,
                                    sanctionner ? jour(donnees, "debut") : null,
                                    sanctionner ? (String) donnees.get("foyer") : null,
                                    sanctionner ? ouiNon(donnees, "radiation") : null,
                                    (String) donnees.get("motif")),
                            agent);
                    return Variables.aucune().avec(ManquementRsa.DECISION_SANCTION, decision.name());
                });
    }

    @Bean
    Etape suivreSanction() {
        return new EtapeSimple(ManquementRsa.SUIVRE_SANCTION, EtapeSimple.Lecture.VIDE, (dossierId, donnees, agent) -> {
            decisions.mettreEnRegle(dossierId, jour(donnees, "date"), (String) donnees.get("motif"), agent);
            return Variables.aucune();
        });
    }

    @Bean
    Etape retrouverPersonne() {
        return new EtapeSimple(
                ManquementRsa.RETROUVER_PERSONNE, EtapeSimple.Lecture.VIDE, (dossierId, donnees, agent) -> {
                    String suite = (String) donnees.get("suite");
                    manquements.traiterRetour(dossierId, "RENVOYER".equals(suite), agent);
                    return Variables.aucune().avec(ManquementRsa.SUITE_RETOUR, suite);
                });
    }

    @Bean
    Etape examinerFinSuppression() {
        return new EtapeSimple(
                ManquementRsa.EXAMINER_FIN_SUPPRESSION, EtapeSimple.Lecture.VIDE, (dossierId, donnees, agent) -> {
                    SuiteSuppression suite = SuiteSuppression.valueOf((String) donnees.get("suite"));
                    decisions.finirSuppression(dossierId, suite, (String) donnees.get("motif"), agent);
                    return Variables.aucune().avec(ManquementRsa.SUITE_SUPPRESSION, suite.name());
                });
    }

    /** "Tell us once" (CRPA, art. L113-12): a foyer with children is of several. */
    private static Map<String, Object> foyer(Map<String, Object> connu) {
        boolean enfants = connu.get("enfants") instanceof Number n && n.intValue() > 0;
        return enfants ? Map.of("foyer", "PLUSIEURS") : Map.of();
    }

    /**
     * Before another letter, the former constat is there to be changed; the foyer is asked again when it changed, and the équipe that
     * was once asked is asked again unless the agent says otherwise.
     */
    private static Map<String, Object> constatDeNouveau(ManquementVue m, boolean perimee) {
        Constat c = m.constat();
        Map<String, Object> donnees = new HashMap<>();
        donnees.put("deNouveau", true);
        donnees.put("foyerChange", perimee);
        donnees.put("nature", c.nature());
        donnees.put("dateFaits", c.dateFaits().toString());
        donnees.put("faits", c.faits());
        if (!perimee) {
            donnees.put("foyer", c.foyer());
        }
        donnees.put("sanction", c.sanction().name());
        donnees.put("taux", c.taux());
        donnees.put("mois", c.mois());
        donnees.put("avisDemande", c.avisDemande() || m.avis() != null);
        return donnees;
    }

    /** What she said of a former letter stays, to be completed; whether she has said everything is asked again. */
    private static Map<String, Object> dites(Observations o) {
        Map<String, Object> donnees = new HashMap<>();
        if (o != null) {
            donnees.put("dejaDit", true);
            donnees.put("observations", o.texte());
            if (o.assistance() != null) {
                donnees.put("assistance", o.assistance());
            }
        }
        return donnees;
    }

    /** The foyer is asked again when it changed; France Travail's question has no answer of its own. */
    private static Map<String, Object> envisagee(ManquementVue m, boolean perimee) {
        Map<String, Object> donnees = new HashMap<>();
        donnees.put("foyerChange", perimee);
        if (!perimee) {
            donnees.put("foyer", m.constat().foyer());
        }
        donnees.put("sanction", m.constat().sanction().name());
        donnees.put("taux", m.constat().taux());
        donnees.put("mois", m.constat().mois());
        return donnees;
    }

    private static Boolean ouiNon(Map<String, Object> donnees, String champ) {
        Object valeur = donnees.get(champ);
        return valeur == null ? null : "OUI".equals(valeur);
    }

    private static LocalDate jour(Map<String, Object> donnees, String champ) {
        return LocalDate.parse((String) donnees.get(champ));
    }

    private static int entier(Map<String, Object> donnees, String champ) {
        return ((BigDecimal) donnees.get(champ)).intValue();
    }
}
