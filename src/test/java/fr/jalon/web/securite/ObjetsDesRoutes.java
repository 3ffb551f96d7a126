package fr.jalon.web.securite;

import fr.jalon.accueil.NouvelleVisite;
import fr.jalon.accueil.VisiteVue;
import fr.jalon.accueil.Visites;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.budget.Enveloppes;
import fr.jalon.budget.Financeur;
import fr.jalon.budget.Reservations;
import fr.jalon.commun.Siret;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.corbeille.DemandeDeLot;
import fr.jalon.corbeille.Geste;
import fr.jalon.corbeille.LotsDeTaches;
import fr.jalon.corbeille.VuesCorbeille;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.Impressions;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Pieces;
import fr.jalon.dossier.SignalementsDePersonnes;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.FichiersInventes;
import fr.jalon.essais.Monde;
import fr.jalon.jury.Interets;
import fr.jalon.jury.ScenesDuJury;
import fr.jalon.mobilite.AutoEcole;
import fr.jalon.mobilite.ReseauAutoEcoles;
import fr.jalon.numerique.DiagnosticsNumeriques;
import fr.jalon.piece.Fichiers;
import fr.jalon.pilotage.Annotations;
import fr.jalon.prescription.NouvellePrescription;
import fr.jalon.prescription.Prescriptions;
import fr.jalon.seance.Membre;
import fr.jalon.seance.Preparation;
import fr.jalon.seance.ScenesDEquipe;
import fr.jalon.seance.SeanceVue;
import fr.jalon.usager.PersonneVue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A real object for every route of the table that names one, all of the antenne of KLEBER, with the accounts that they are open to and
 * those that they do not exist for.
 */
final class ObjetsDesRoutes {

    /** The structure that the orientation was sent to. */
    static final String STRUCTURE = "APRAS";

    private final Monde monde;
    private final JdbcTemplate jdbc;
    private final PersonneVue personne;
    private final DossierVue rsa;
    private final DossierVue accompagnement;
    private final DossierVue orientation;
    private final VisiteVue visite;
    private final UUID diagnostic;
    private final SeanceVue seance;
    private final Agent partenaire;
    private final ScenesDuJury scenesDuJury;
    private final Map<String, String> objets;

    ObjetsDesRoutes(Monde monde, JdbcTemplate jdbc) {
        this.monde = monde;
        this.jdbc = jdbc;
        ScenesDEquipe scenes = new ScenesDEquipe(monde);
        scenesDuJury = new ScenesDuJury(monde);
        Agent accueil = monde.agent(Role.ACCUEIL, "KLEBER");
        partenaire = monde.partenaire("partenaire.apras", STRUCTURE);
        rsa = monde.demande();
        accompagnement = scenes.orientee();
        personne = monde.personne();
        orientation = monde.bean(Prescriptions.class)
                .prescrire(
                        new NouvellePrescription(
                                personne.id(),
                                null,
                                Canal.GUICHET,
                                List.of("LIEN_SOCIAL"),
                                "Préfère le matin.",
                                STRUCTURE,
                                true,
                                EssaiConfiguration.DEPART.toLocalDate().plusMonths(6)),
                        scenes.ali());
        monde.travailler();
        visite = visite(personne, accueil);
        diagnostic = monde.bean(DiagnosticsNumeriques.class)
                .pourVisite(visite.id(), reponses(), accueil)
                .id();
        SeanceVue composee = scenes.composee(10, monde.responsable(), scenes.deuxFoisAbsente());
        monde.bean(Preparation.class).convoquer(composee.id(), "Urgence.", monde.responsable());
        seance = scenes.lire(composee, monde.responsable());
        objets = objets();
    }

    /** The id that stands for a place of an address. */
    String un(String place) {
        return objets.get(place);
    }

    /** Whether each place of an address has a real object here. */
    boolean connait(String modele) {
        return objets.keySet().stream().anyMatch(modele::startsWith);
    }

    PersonneVue personne() {
        return personne;
    }

    DossierVue rsa() {
        return rsa;
    }

    DossierVue accompagnement() {
        return accompagnement;
    }

    DossierVue orientation() {
        return orientation;
    }

    VisiteVue visite() {
        return visite;
    }

    SeanceVue seance() {
        return seance;
    }

    private VisiteVue visite(PersonneVue qui, Agent accueil) {
        return monde.bean(Visites.class)
                .enregistrer(
                        new NouvelleVisite(
                                UUID.randomUUID(),
                                null,
                                qui.id().toString(),
                                List.of("NUMERIQUE"),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null),
                        accueil)
                .visite();
    }

    private static Map<String, Object> reponses() {
        return Map.of(
                "equipement",
                "ORDINATEUR",
                "connexion",
                "DOMICILE",
                "aisance",
                "USAGES",
                "souhait",
                "APPRENDRE",
                "demarche",
                false);
    }

    /** The id of an object by the beginning of its address; the longest beginning counts. */
    private Map<String, String> objets() {
        Membre membre = seance.membres().get(0);
        Map<String, String> tous = new LinkedHashMap<>(communs());
        tous.put("/dossiers/{numero}", rsa.numero());
        tous.put("/dossiers/{numero}/diagnostic", accompagnement.numero());
        tous.put("/dossiers/{numero}/manquements", accompagnement.numero());
        tous.put("/dossiers/{numero}/parcours", accompagnement.numero());
        tous.put("/dossiers/{numero}/lien-partenaire", orientation.numero());
        tous.put("/dossiers/{numero}/lien-preuve", rsa.numero());
        tous.put("/taches/{id}", tache(rsa));
        tous.put("/corbeille/{id}", tache(rsa));
        corbeille(tous);
        tous.put(
                "/courriers/{id}",
                monde.bean(Courriers.class).parDossier(rsa.id()).get(0).id().toString());
        tous.put(
                "/courriers/lots/{id}",
                monde.bean(Impressions.class)
                        .preparer("KLEBER", monde.instructeur())
                        .id()
                        .toString());
        tous.put("/fichiers/{id}", fichier());
        tous.put("/visites/{id}", visite.id().toString());
        tous.put("/numerique/{id}", diagnostic.toString());
        tous.put("/seances/{id}", seance.id().toString());
        tous.put("/mes-seances/{id}", seance.id().toString());
        SeanceVue jury = scenesDuJury.convoquee(scenesDuJury.demande("1100"));
        tous.put("/jury/{id}", jury.id().toString());
        Agent jure = sien(Role.JURY);
        monde.bean(Interets.class).declarer("MANDAT", "Association d'essai", null, jure);
        tous.put(
                "/mes-interets/{id}",
                monde.bean(Interets.class).de(jure.identifiant()).get(0).id().toString());
        tous.put(
                "/jury/" + jury.id() + "/points/{point}",
                "/jury/" + jury.id() + "/points/" + jury.points().get(0).id());
        tous.put("{fichier}", fichierDuJury(jury).toString());
        tous.put(
                "/jury/" + jury.id() + "/conduite/points/{point}",
                "/jury/" + jury.id() + "/conduite/points/"
                        + jury.points().get(0).id());
        tous.put(
                "/partenaire/orientations/{id}",
                monde.bean(Prescriptions.class).derniere(orientation.id()).id().toString());
        PersonneVue signalee = monde.personne();
        SignalementsDePersonnes signalements = monde.bean(SignalementsDePersonnes.class);
        signalements.signalerDeces(
                signalee.id(), EssaiConfiguration.DEPART.toLocalDate(), null, monde.agent(Role.ACCUEIL, "BLOSNE"));
        tous.put(
                "/signalements/{id}",
                signalements
                        .decesDe(signalee.id(), monde.instructeur())
                        .orElseThrow()
                        .id()
                        .toString());
        tous.put("/fusions/{id}", FusionQuiAttend.demander(monde, jdbc).toString());
        tous.put("{levier}", "1");
        tous.put("demandes/{dispositif}", "demandes/MOB");
        tous.put("{dispositif}", "CFA");
        tous.put("{type}", monde.bean(Pieces.class).liste(rsa.id()).get(0).type());
        tous.put("{membre}", membre.id().toString());
        tous.put("{point}", seance.points().get(0).id().toString());
        tous.put("{document}", membre.convocation().toString());
        tous.put(
                "{consentement}",
                monde.bean(Prescriptions.class)
                        .derniere(orientation.id())
                        .consentementId()
                        .toString());
        tous.put("{version}", "1");
        tous.put("{page}", "1");
        return tous;
    }

    /** A paper of the first request; the members of this session read names, so that they open it. */
    private UUID fichierDuJury(SeanceVue jury) {
        jdbc.update("update seance set anonyme = false where id = ?", jury.id());
        return scenesDuJury.fichier(jury.points().get(0).dossierId());
    }

    /** A view and an act on many tasks of the instructeur's; the task of the act is of no other test. */
    private void corbeille(Map<String, String> tous) {
        Agent auteur = sien(Role.INSTRUCTEUR);
        tous.put(
                "/corbeille/vues/{id}",
                monde.bean(VuesCorbeille.class)
                        .creer("Vue " + UUID.randomUUID().toString().substring(0, 8), "onglet=A_MOI", true, auteur)
                        .toString());
        DossierVue autre = monde.demande();
        monde.travailler();
        tous.put(
                "/corbeille/lots/{id}",
                monde.bean(LotsDeTaches.class)
                        .demander(new DemandeDeLot(Geste.PRENDRE, null, null), List.of(tache(autre)), auteur)
                        .toString());
    }

    /** What every antenne shares. */
    private Map<String, String> communs() {
        Map<String, String> tous = new LinkedHashMap<>();
        tous.put("/usagers/{id}", personne.id().toString());
        tous.put("/annuaire/organismes/{id}", lu("select min(id) from organisme"));
        tous.put("/annuaire/offres/{id}", lu("select min(id) from offre"));
        tous.put("/annuaire/pacte/{code}", lu("select min(code) from action_du_pacte"));
        tous.put(
                "/administration/comptes/{identifiant}",
                monde.agent("compte.essaye", Role.ACCUEIL, "KLEBER").identifiant());
        tous.put("/administration/antennes/{code}", "KLEBER");
        String jour = EssaiConfiguration.DEPART.toLocalDate().toString();
        tous.put(
                "/pilotage/annotations/{id}",
                monde.bean(Annotations.class)
                        .ajouter(jour, jour, null, "Fermeture d'essai", sien(Role.RESPONSABLE_DISPOSITIFS))
                        .toString());
        tous.put("/pilotage/indicateurs/{code}", "CONTRAT_DANS_LE_MOIS");
        tous.put("/api/v1/pilotage/indicateurs/{code}", "CONTRAT_DANS_LE_MOIS");
        tous.put("/modeles-de-courrier/{code}", "accuse-reception");
        budget(tous);
        tous.values().removeIf(Objects::isNull);
        return tous;
    }

    private void budget(Map<String, String> tous) {
        Enveloppes enveloppes = monde.bean(Enveloppes.class);
        int annee = EssaiConfiguration.DEPART.getYear();
        enveloppes.ouvrir("Acces", "Enveloppe des accès", annee, List.of(new Financeur("CCAS", "CCAS", 10_000)));
        enveloppes.doter("Acces", "acces", 10_000_000, EssaiConfiguration.DEPART.toLocalDate(), "essai", "essai");
        tous.put("/api/v1/budget/enveloppes/{id}", "Acces");
        tous.put("/budget/enveloppes/{id}", "Acces");
        new ScenesDuBudget(monde).objets("Acces", tous);
        tous.put("/auto-ecoles/{id}", autoEcole());
        tous.put(
                "/api/v1/budget/reservations/{id}",
                monde.bean(Reservations.class)
                        .reserver("Acces", 1, null, null, "essai")
                        .toString());
    }

    /** A driving school of the network, which is of no antenne; written once for all the tests of a base. */
    private String autoEcole() {
        ReseauAutoEcoles reseau = monde.bean(ReseauAutoEcoles.class);
        if (reseau.toutes().isEmpty()) {
            reseau.enregistrer(
                    new AutoEcole(
                            UUID.randomUUID(),
                            "Auto-école inventée des accès",
                            new Siret("99000011900018"),
                            "Rennes",
                            new AutoEcole.Engagements(4_200, 110_000, 28, 34, 30),
                            "Personne inventée",
                            null,
                            null,
                            true),
                    monde.agent("dispositifs.reseau", Role.RESPONSABLE_DISPOSITIFS, null));
        }
        return reseau.toutes().get(0).id().toString();
    }

    private String lu(String sql) {
        return jdbc.queryForObject(sql, String.class);
    }

    String tache(DossierVue dossier) {
        return monde.bean(Corbeille.class).duDossier(dossier.id()).get(0).tacheId();
    }

    private String fichier() {
        return monde.bean(Fichiers.class)
                .recevoir(
                        rsa.id(),
                        monde.bean(Pieces.class).liste(rsa.id()).get(0).type(),
                        "carte.png",
                        FichiersInventes.png(9, 9),
                        "GUICHET",
                        monde.instructeur())
                .id()
                .toString();
    }

    /** The address with the real object of each of its places. */
    String chemin(String modele) {
        return chemin(modele, objet(modele));
    }

    private String objet(String modele) {
        return objets.entrySet().stream()
                .filter(o -> modele.startsWith(o.getKey()))
                .max(Map.Entry.comparingByKey())
                .orElseThrow(() -> new AssertionError("pas d'objet pour " + modele))
                .getValue();
    }

    String chemin(String modele, String objet) {
        String chemin = modele.replace("{numero}", objet)
                .replace("{id}", objet)
                .replace("{code}", objet)
                .replace("{identifiant}", objet);
        for (Map.Entry<String, String> o : objets.entrySet()) {
            chemin = chemin.replace(o.getKey(), o.getValue());
        }
        return chemin;
    }

    /** An account that the objects are open to. */
    Agent sien(Role role) {
        return switch (role) {
            case PARTENAIRE -> partenaire;
            case JURY -> monde.agent("jure4", Role.JURY, null);
            case RESPONSABLE_DISPOSITIFS -> monde.agent("dispositifs.cloisons", role, null);
            default -> monde.agent(role, "KLEBER");
        };
    }

    /** An account of the same role, of another antenne, structure or session. */
    Agent etranger(Role role) {
        return switch (role) {
            case PARTENAIRE -> monde.partenaire("partenaire.arcs", "ARCS");
            case JURY -> monde.agent("jure.ailleurs", Role.JURY, null);
            case RESPONSABLE_DISPOSITIFS -> monde.agent("dispositifs.cloisons", role, null);
            default -> monde.agent(role, "BLOSNE");
        };
    }
}
