package fr.jalon.orientation.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Moments;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.dispositif.AccompagnementParUnPartenaire;
import fr.jalon.dispositif.Etape;
import fr.jalon.dispositif.EtapeSimple;
import fr.jalon.dispositif.IssueSuivi;
import fr.jalon.dispositif.NoteSuivi;
import fr.jalon.dispositif.Variables;
import fr.jalon.dispositif.faits.ManquementDemande;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.orientation.AvisEquipe;
import fr.jalon.orientation.ConfirmationOrientation;
import fr.jalon.orientation.Decideur;
import fr.jalon.orientation.DemandeOrientationVue;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.orientation.OrganismeReferent;
import fr.jalon.orientation.OrganismesReferents;
import fr.jalon.orientation.Orientations;
import fr.jalon.orientation.Parcours;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The human steps of {@code orientation-rsa}: what each form shows, what it does, which flags it sets. */
@Configuration(proxyBeanMethods = false)
class EtapesOrientation {

    private static final String CCAS = "CCAS";
    private static final String NOUVEAU_RENDEZ_VOUS = "NOUVEAU_RENDEZ_VOUS";

    private final DemandesOrientation demandes;
    private final Dossiers dossiers;

    EtapesOrientation(DemandesOrientation demandes, Dossiers dossiers) {
        this.demandes = demandes;
        this.dossiers = dossiers;
    }

    @Bean
    Etape recueillirSituation() {
        return new EtapeSimple(
                OrientationRsa.RECUEILLIR_SITUATION,
                dossierId -> demandes.demande(dossierId).situation(),
                (dossierId, donnees, agent) -> {
                    demandes.situer(dossierId, donnees, agent);
                    return Variables.aucune();
                });
    }

    @Bean
    Etape confirmerOrientation(
            OrganismesReferents organismes,
            Orientations orientations,
            Personnes personnes,
            Comptes comptes,
            Antennes antennes) {
        return new EtapeSimple(
                OrientationRsa.CONFIRMER_ORIENTATION,
                dossierId -> {
                    DossierVue dossier = dossiers.parId(dossierId);
                    PersonneVue personne = personnes.parId(dossier.personneId());
                    DemandeOrientationVue d = demandes.demande(dossierId);
                    List<OrganismeReferent> classes = organismes.classer(d.proposition(), personne);
                    List<String> nous = classes.stream()
                            .filter(o -> CCAS.equals(o.nature()))
                            .map(OrganismeReferent::code)
                            .toList();
                    Map<String, Object> donnees = new HashMap<>();
                    donnees.put(
                            "organismes",
                            classes.stream()
                                    .map(o -> option(o.code(), o.enUneLigne()))
                                    .toList());
                    List<Map<String, String>> referents = referents(comptes, orientations.charges(), dossier.antenne());
                    donnees.put("referents", referents);
                    donnees.put("organismesNous", nous);
                    donnees.put("sixSemaines", d.sixSemainesLe() != null);
                    donnees.put("parcours", d.proposition().parcours().name());
                    classes.stream()
                            .filter(OrganismeReferent::propose)
                            .min(Comparator.comparing(OrganismeReferent::complet))
                            .ifPresent(o -> donnees.put("organisme", o.code()));
                    // A single référent needs no choice when we accompany; among several, somebody chooses
                    if (referents.size() == 1 && nous.contains(donnees.get("organisme"))) {
                        donnees.put("referent", referents.get(0).get("value"));
                    }
                    donnees.put("lieu", lieu(antennes.parCode(dossier.antenne())));
                    donnees.put(
                            "dejaSuivie",
                            orientations.enCours(dossier.personneId()).isPresent());
                    return donnees;
                },
                (dossierId, donnees, agent) -> {
                    String nature = organismes.natureDe(
                            (String) donnees.get("organisme"),
                            personnes.parId(dossiers.parId(dossierId).personneId()),
                            Moments.jour((String) donnees.get("decideeLe")));
                    boolean parNous = CCAS.equals(nature);
                    demandes.confirmer(dossierId, confirmation(donnees, parNous), nature, agent);
                    return Variables.aucune().avec(OrientationRsa.ACCOMPAGNE_PAR_NOUS, parNous);
                });
    }

    /** What the form says: with a partner, neither our référent nor an appointment of ours. */
    static ConfirmationOrientation confirmation(Map<String, Object> donnees, boolean parNous) {
        if (parNous && donnees.get("referent") == null) {
            throw new SaisieInvalide("referent", "Choisissez le référent qui accompagnera la personne.");
        }
        Object decideur = donnees.get("decideur");
        return new ConfirmationOrientation(
                Parcours.valueOf((String) donnees.get("parcours")),
                (String) donnees.get("organisme"),
                parNous ? (String) donnees.get("referent") : null,
                parNous ? null : Textes.ouNull((String) donnees.get("referentPartenaire")),
                (String) donnees.get("motif"),
                parNous ? rendezVous(donnees) : null,
                parNous ? exigerLieu(donnees) : null,
                decideur == null ? Decideur.CCAS : Decideur.valueOf((String) decideur),
                Moments.jour((String) donnees.get("decideeLe")),
                (String) donnees.get("passation"));
    }

    @Bean
    Etape suivrePartenaire(
            AccompagnementParUnPartenaire partenaires, AnnonceAuPartenaire annonce, RepriseDesConfirmations reprises) {
        return new EtapeSimple(
                OrientationRsa.SUIVRE_PARTENAIRE,
                dossierId -> {
                    Map<String, Object> donnees = new HashMap<>();
                    donnees.put("referent", demandes.demande(dossierId).referentPartenaire());
                    return donnees;
                },
                (dossierId, donnees, agent) -> {
                    IssueSuivi issue = IssueSuivi.valueOf((String) donnees.get("resultat"));
                    if (annonce.attendLaSignature(dossierId)) {
                        throw new SaisieInvalide(
                                "resultat",
                                "La décision n'est pas signée : l'organisme n'est pas encore informé. Faites-la signer,"
                                        + " ou reprenez la confirmation depuis la page du dossier.");
                    }
                    if (issue == IssueSuivi.RENCONTREE) {
                        reprises.exigerUneDecisionQuiTientChezLePartenaire(dossierId);
                    }
                    partenaires.noter(
                            dossierId,
                            new NoteSuivi(
                                    issue,
                                    Moments.lire((String) donnees.get("date"), (String) donnees.get("heure")),
                                    (String) donnees.get("lieu"),
                                    (String) donnees.get("motif")),
                            agent);
                    demandes.nommerReferent(dossierId, (String) donnees.get("referent"), agent);
                    if (issue == IssueSuivi.RENCONTREE) {
                        demandes.noterRencontrePartenaire(dossierId, agent);
                    } else if (issue == IssueSuivi.A_REVOIR) {
                        annonce.aRevoir(dossierId);
                    } else if (issue != IssueSuivi.RENDEZ_VOUS) {
                        annonce.sansSuite(dossierId);
                    }
                    return suite(issue);
                });
    }

    /** What the partner did moves the path, whoever wrote it down. */
    private static Variables suite(IssueSuivi issue) {
        return Variables.aucune().avec(OrientationRsa.SUITE_PARTENAIRE, issue.suite());
    }

    @Bean
    Etape tenirPremierRendezVous(Convocations convocations, RepriseDesConfirmations reprises) {
        return new EtapeSimple(
                OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS,
                dossierId -> {
                    DemandeOrientationVue d = demandes.demande(dossierId);
                    Map<String, Object> donnees = new HashMap<>();
                    donnees.put("derniere", d.absences() > 0);
                    donnees.put("lieu", d.lieu());
                    return donnees;
                },
                (dossierId, donnees, agent) -> {
                    String motif = (String) donnees.get("motif");
                    return switch ((String) donnees.get("resultat")) {
                        case "VENUE" -> {
                            reprises.exigerUneDecisionQuiTient(dossierId);
                            demandes.noterRencontre(dossierId, agent);
                            convocations.retirerLeRendezVous(dossierId, agent);
                            // Who came missed nothing, also when a contract is refused later and another date given
                            yield resultat(OrientationRsa.VENUE)
                                    .avec(OrientationRsa.EST_VENUE, true)
                                    .avec(OrientationRsa.CONVOCATION, OrientationRsa.POUR_UN_AUTRE);
                        }
                        case "REPORTER" -> {
                            demandes.reporterRendezVous(
                                    dossierId, rendezVous(donnees), exigerLieu(donnees), motif, agent);
                            yield convocations.reporter(dossierId, agent);
                        }
                        case "REVOIR" -> {
                            demandes.revoir(dossierId, motif, agent);
                            convocations.retirer(dossierId, "l'orientation est à revoir avec la personne", agent);
                            yield resultat(OrientationRsa.REVOIR);
                        }
                        default -> absente(convocations, dossierId, donnees, agent);
                    };
                });
    }

    static Variables resultat(String code) {
        return Variables.aucune().avec(OrientationRsa.PREMIER_RENDEZ_VOUS, code);
    }

    private Variables absente(Convocations convocations, UUID dossierId, Map<String, Object> donnees, Agent agent) {
        int absences = demandes.noterAbsence(dossierId, (String) donnees.get("precision"), agent);
        convocations.exigerRecue(dossierId);
        boolean seconde = absences > 1;
        if (!seconde) {
            demandes.fixerRendezVous(dossierId, rendezVous(donnees), exigerLieu(donnees));
        }
        return resultat(OrientationRsa.ABSENTE)
                .avec(OrientationRsa.EST_VENUE, false)
                .avec(OrientationRsa.SECONDE_ABSENCE, seconde)
                .avec(OrientationRsa.CONVOCATION, OrientationRsa.POUR_ABSENCE);
    }

    @Bean
    Etape recueillirAvisEquipe(Horloge horloge, ApplicationEventPublisher evenements) {
        return new EtapeSimple(
                OrientationRsa.RECUEILLIR_AVIS_EQUIPE,
                dossierId -> avisDeLaSeance(demandes.demande(dossierId).avisEquipe()),
                (dossierId, donnees, agent) -> {
                    LocalDate seance = LocalDate.parse((String) donnees.get("seance"));
                    if (seance.isAfter(horloge.aujourdhui())) {
                        throw new SaisieInvalide("seance", "Indiquez une séance déjà tenue.");
                    }
                    String suite = (String) donnees.get("suite");
                    if (demandes.demande(dossierId).avisEquipe() == null) {
                        dossiers.tracer(
                                dossierId,
                                "AVIS_EQUIPE",
                                "Avis de l'équipe pluridisciplinaire du " + Horloge.enMots(seance) + " noté.",
                                (String) donnees.get("avis"),
                                agent);
                    }
                    if (NOUVEAU_RENDEZ_VOUS.equals(suite)) {
                        demandes.fixerRendezVous(dossierId, rendezVous(donnees), exigerLieu(donnees));
                        demandes.reprendreLesRendezVous(dossierId);
                        if (Boolean.TRUE.equals(donnees.get("manquement"))) {
                            evenements.publishEvent(new ManquementDemande(
                                    dossierId, demandes.demande(dossierId).referent(), Agent.JALON));
                        }
                    }
                    demandes.noterAvisEquipe(dossierId, null);
                    return Variables.aucune().avec(OrientationRsa.AVIS_EQUIPE, suite);
                });
    }

    /** What a session answered fills the form: the day and the place of the appointment are left to write. */
    private static Map<String, Object> avisDeLaSeance(AvisEquipe avis) {
        if (avis == null) {
            return Map.of();
        }
        return Map.of(
                "seance",
                avis.seance().toString(),
                "avis",
                avis.motif(),
                "suite",
                NOUVEAU_RENDEZ_VOUS,
                "manquement",
                "MANQUEMENT".equals(avis.code()));
    }

    private static List<Map<String, String>> referents(Comptes comptes, Map<String, Integer> charges, String antenne) {
        return comptes.deLAntenne(antenne).stream()
                .filter(a -> a.a(Role.ALI))
                .map(a -> {
                    int suivies = charges.getOrDefault(a.identifiant(), 0);
                    return option(
                            a.identifiant(),
                            a.nomComplet() + ", " + suivies
                                    + (suivies > 1 ? " personnes suivies" : " personne suivie"));
                })
                .toList();
    }

    private static Map<String, String> option(String valeur, String libelle) {
        return Map.of("value", valeur, "label", libelle);
    }

    private static String lieu(Antenne antenne) {
        return antenne.nom() + ", " + antenne.adresse();
    }

    private static String exigerLieu(Map<String, Object> donnees) {
        String lieu = Textes.ouNull((String) donnees.get("lieu"));
        if (lieu == null) {
            throw new SaisieInvalide("lieu", "Indiquez où la personne doit venir.");
        }
        return lieu;
    }

    /** @throws SaisieInvalide on {@code date} or {@code heure} */
    private static Instant rendezVous(Map<String, Object> donnees) {
        Instant quand = Moments.lire((String) donnees.get("date"), (String) donnees.get("heure"));
        if (quand == null) {
            throw donnees.get("date") == null
                    ? new SaisieInvalide("date", "Indiquez le jour du rendez-vous.")
                    : new SaisieInvalide("heure", "Indiquez l'heure du rendez-vous, par exemple 9h30.");
        }
        return quand;
    }
}
