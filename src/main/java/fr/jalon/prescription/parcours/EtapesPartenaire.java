package fr.jalon.prescription.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Moments;
import fr.jalon.dispositif.Etape;
import fr.jalon.dispositif.EtapeSimple;
import fr.jalon.dispositif.Variables;
import fr.jalon.dossier.Dossiers;
import fr.jalon.prescription.Accord;
import fr.jalon.prescription.AvisPartenaires;
import fr.jalon.prescription.Destinataire;
import fr.jalon.prescription.Destinataires;
import fr.jalon.prescription.DonneePartagee;
import fr.jalon.prescription.MotifRefus;
import fr.jalon.prescription.ParametresPartenaire;
import fr.jalon.prescription.Partages;
import fr.jalon.prescription.Prescriptions;
import fr.jalon.prescription.Rencontre;
import fr.jalon.prescription.Reponse;
import fr.jalon.prescription.ReponsesPartenaire;
import fr.jalon.prescription.ResultatOrientation;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The human steps of {@code orientation-partenaire}, when an agent writes down what the partner or the person said. */
@Configuration(proxyBeanMethods = false)
class EtapesPartenaire {

    private static final String AUTRE_PARTENAIRE = "AUTRE_PARTENAIRE";

    @Bean
    Etape enregistrerReponsePartenaire(ReponsesPartenaire reponses) {
        return new EtapeSimple(
                OrientationPartenaire.ENREGISTRER_REPONSE, EtapeSimple.Lecture.VIDE, (dossierId, donnees, agent) -> {
                    boolean accepte = "ACCEPTER".equals(donnees.get("reponse"));
                    String motif = texte(donnees, "motif");
                    reponses.repondre(
                            dossierId,
                            new Reponse(
                                    accepte,
                                    Moments.lire(texte(donnees, "date"), texte(donnees, "heure")),
                                    texte(donnees, "lieu"),
                                    motif == null ? null : MotifRefus.valueOf(motif),
                                    texte(donnees, "precision")),
                            agent);
                    return Variables.aucune().avec(OrientationPartenaire.PARTENAIRE_ACCEPTE, accepte);
                });
    }

    @Bean
    Etape noterPremierRendezVous(ReponsesPartenaire reponses, Prescriptions prescriptions) {
        return new EtapeSimple(
                OrientationPartenaire.NOTER_PREMIER_RENDEZ_VOUS,
                dossierId -> {
                    Map<String, Object> donnees = new HashMap<>();
                    donnees.put("lieu", prescriptions.derniere(dossierId).lieu());
                    return donnees;
                },
                (dossierId, donnees, agent) -> {
                    Rencontre.Issue issue = Rencontre.Issue.valueOf(texte(donnees, "resultat"));
                    reponses.noterRencontre(
                            dossierId,
                            new Rencontre(
                                    issue,
                                    Moments.lire(texte(donnees, "date"), texte(donnees, "heure")),
                                    texte(donnees, "lieu")),
                            agent);
                    return Variables.aucune().avec(OrientationPartenaire.RENCONTRE, issue.name());
                });
    }

    @Bean
    Etape noterResultat(ReponsesPartenaire reponses) {
        return new EtapeSimple(
                OrientationPartenaire.NOTER_RESULTAT, EtapeSimple.Lecture.VIDE, (dossierId, donnees, agent) -> {
                    reponses.noterResultat(
                            dossierId,
                            ResultatOrientation.valueOf(texte(donnees, "resultat")),
                            texte(donnees, "precision"),
                            agent);
                    return Variables.aucune();
                });
    }

    @Bean
    Etape recueillirEvaluation(AvisPartenaires avis, Dossiers dossiers) {
        return new EtapeSimple(
                OrientationPartenaire.RECUEILLIR_EVALUATION, EtapeSimple.Lecture.VIDE, (dossierId, donnees, agent) -> {
                    if ("OUI".equals(donnees.get("souhait"))) {
                        avis.noter(dossierId, note(donnees, "accueil"), note(donnees, "utilite"), agent);
                    } else {
                        dossiers.tracer(dossierId, "AVIS", "La personne ne souhaite pas donner son avis.", agent);
                    }
                    return Variables.aucune();
                });
    }

    @Bean
    Etape choisirSuite(Suites suites) {
        return suites.etape(OrientationPartenaire.CHOISIR_SUITE);
    }

    @Bean
    Etape traiterSituationComplexe(Suites suites) {
        return suites.etape(OrientationPartenaire.TRAITER_SITUATION_COMPLEXE);
    }

    @Bean
    Suites suitesPartenaire(
            Prescriptions prescriptions,
            Destinataires destinataires,
            Partages partages,
            ParametresPartenaire parametres,
            Personnes personnes,
            Dossiers dossiers) {
        return new Suites(prescriptions, destinataires, partages, parametres, personnes, dossiers);
    }

    /** The step after a partner that could not: another partner, with a new agreement, or the end. */
    record Suites(
            Prescriptions prescriptions,
            Destinataires destinataires,
            Partages partages,
            ParametresPartenaire parametres,
            Personnes personnes,
            Dossiers dossiers) {

        Etape etape(String id) {
            return new EtapeSimple(id, this::donnees, this::accomplir);
        }

        private Map<String, Object> donnees(UUID dossierId) {
            PersonneVue personne = personnes.parId(dossiers.parId(dossierId).personneId());
            List<Destinataire> possibles =
                    destinataires
                            .pour(
                                    personne,
                                    dossierId,
                                    prescriptions.prescription(dossierId).besoins())
                            .stream()
                            .filter(Destinataire::possible)
                            .toList();
            Map<String, String> parNature = new HashMap<>();
            Map<String, Object> donnees = new HashMap<>();
            donnees.put(
                    "destinataires",
                    possibles.stream()
                            .map(d -> Map.of("value", d.code(), "label", enUneLigne(d)))
                            .toList());
            donnees.put(
                    "partages",
                    possibles.stream()
                            .map(d -> Map.of(
                                    "value",
                                    d.code(),
                                    "texte",
                                    parNature.computeIfAbsent(d.nature(), n -> annonce(partages.prevues(n, personne)))))
                            .toList());
            donnees.put("jusquAu", parametres.finDAccordProposee().toString());
            return donnees;
        }

        private static String enUneLigne(Destinataire d) {
            return d.reperes().isEmpty() ? d.nom() : d.nom() + " : " + d.reperes();
        }

        /** A list, in the light marks that the form viewer draws; every word of it is the table's. */
        private static String annonce(List<DonneePartagee> donnees) {
            return "À lire à la personne. Sera transmis :\n\n"
                    + donnees.stream()
                            .map(d -> "- **" + d.libelle() + "**. " + d.pourquoi())
                            .collect(Collectors.joining("\n"));
        }

        private Variables accomplir(UUID dossierId, Map<String, Object> donnees, Agent agent) {
            String suite = texte(donnees, "suite");
            String constat = texte(donnees, "constat");
            if (constat != null) {
                prescriptions.constater(dossierId, constat, agent);
            }
            if (AUTRE_PARTENAIRE.equals(suite)) {
                prescriptions.proposerAutre(
                        dossierId,
                        new Accord(
                                texte(donnees, "destinataire"),
                                Boolean.TRUE.equals(donnees.get("consentement")),
                                Moments.jour(texte(donnees, "jusquAu"))),
                        agent);
            }
            prescriptions.noterLaSuite(dossierId, texte(donnees, "motif"), agent);
            return Variables.aucune().avec(OrientationPartenaire.SUITE_PARTENAIRE, suite);
        }
    }

    private static String texte(Map<String, Object> donnees, String champ) {
        return (String) donnees.get(champ);
    }

    private static Integer note(Map<String, Object> donnees, String champ) {
        String choisie = texte(donnees, champ);
        return choisie == null ? null : Integer.valueOf(choisie);
    }
}
