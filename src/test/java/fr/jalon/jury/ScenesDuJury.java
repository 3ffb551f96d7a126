package fr.jalon.jury;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.budget.Enveloppes;
import fr.jalon.budget.Financeur;
import fr.jalon.commun.Horloge;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.dispositif.Dispositifs;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.Monde;
import fr.jalon.moteur.Taches;
import fr.jalon.seance.CasPret;
import fr.jalon.seance.CasPrets;
import fr.jalon.seance.MembresSeance;
import fr.jalon.seance.NouveauMembre;
import fr.jalon.seance.NouvelleSeance;
import fr.jalon.seance.Point;
import fr.jalon.seance.Preparation;
import fr.jalon.seance.Presence;
import fr.jalon.seance.ScenesDEquipe;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Seances;
import fr.jalon.seance.Tenue;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Brings requests before the CAI and holds its sessions by the services, as people do. */
public final class ScenesDuJury {

    public static final String CAI = "CAI";
    public static final String SIRET = "73282932000074";
    private static final List<String> QUALITES = List.of(
            "DISPOSITIFS",
            "ANTENNE",
            "DEPARTEMENT",
            "REPRESENTANT_ALLOCATAIRES",
            "REPRESENTANT_ALLOCATAIRES",
            "PROFESSIONNEL_DIRECTION",
            "PROFESSIONNEL_DIRECTION");

    private final Monde monde;
    private final Agent ali;
    private final Agent secretaire;

    public ScenesDuJury(Monde monde) {
        this.monde = monde;
        this.ali = monde.agent(Role.ALI, "KLEBER");
        monde.responsable();
        this.secretaire = monde.agent("secretaire.cai", Role.RESPONSABLE_DISPOSITIFS, null);
        ouvrirLEnveloppe();
    }

    public Agent secretaire() {
        return secretaire;
    }

    private LocalDate jour() {
        return monde.bean(Horloge.class).aujourdhui();
    }

    public String enveloppe() {
        return "AideMobilite-" + jour().getYear();
    }

    private void ouvrirLEnveloppe() {
        Enveloppes enveloppes = monde.bean(Enveloppes.class);
        int annee = jour().getYear();
        if (enveloppes.lister(annee).stream().noneMatch(e -> e.id().equals(enveloppe()))) {
            enveloppes.ouvrir(
                    enveloppe(),
                    "Aide à la mobilité",
                    annee,
                    List.of(new Financeur("Departement", "Département", 8900), new Financeur("CCAS", "CCAS", 1100)));
        }
        enveloppes.doter(
                enveloppe(), "jury:" + UUID.randomUUID(), 1_000_000, LocalDate.of(annee, 1, 1), "Budget", "essai");
    }

    /** A juror; jure4 and jure5 represent the allocataires. */
    public Agent jure(int n) {
        String identifiant = "jure" + n;
        return n == 4 || n == 5
                ? new ScenesDEquipe(monde).allocataire(identifiant)
                : monde.agent(identifiant, Role.JURY, null);
    }

    /** A request of that cost, instructed, which waits for the CAI. */
    public DossierVue demande(String cout) {
        DossierVue dossier = monde.bean(Dispositifs.class)
                .depot("AIDE_MOBILITE")
                .orElseThrow()
                .deposer(
                        monde.personne().id(),
                        Canal.GUICHET,
                        monde.json("{\"nature\": \"PERMIS_B_CONDUITE\", \"besoin\": \"Aller au travail de nuit.\"}"),
                        ali);
        monde.travailler();
        Map<String, Object> donnees = new HashMap<>();
        donnees.put("nature", "PERMIS_B_CONDUITE");
        donnees.put("cout", cout);
        donnees.put("organisme", "Auto-école inventée du Blosne");
        donnees.put("siret", SIRET);
        donnees.put("dateDevis", jour().minusDays(3).toString());
        donnees.put("rsa", "OUI");
        donnees.put("contratEngagement", "OUI");
        donnees.put("projet", "OUI");
        donnees.put("inscritAvantDecision", "NON");
        donnees.put("codeObtenu", "OUI");
        donnees.put("autoEcole", "AUTRE");
        donnees.put("devisProche", "NON");
        String tache =
                monde.bean(Corbeille.class).duDossier(dossier.id()).get(0).tacheId();
        monde.bean(Taches.class).prendre(tache, ali);
        monde.bean(Taches.class).achever(tache, donnees, ali);
        monde.travailler();
        return dossier;
    }

    /** Seven seats, the requests on the agenda, members convened. */
    public SeanceVue convoquee(DossierVue... dossiers) {
        Seances seances = monde.bean(Seances.class);
        SeanceVue seance = seances.creer(
                new NouvelleSeance(
                        CAI,
                        "KLEBER",
                        Horloge.instantAParis(jour().plusDays(6).atTime(9, 0)),
                        "Salle du conseil, 1 rue de l'Exemple",
                        true),
                secretaire);
        for (int n = 1; n <= QUALITES.size(); n++) {
            monde.bean(MembresSeance.class)
                    .ajouter(
                            seance.id(),
                            new NouveauMembre(jure(n).identifiant(), null, QUALITES.get(n - 1), null, null),
                            secretaire);
        }
        List<UUID> cas = Arrays.stream(dossiers).map(d -> pret(d).id()).toList();
        monde.bean(Preparation.class).inscrire(seance.id(), cas, secretaire);
        monde.bean(Preparation.class).convoquer(seance.id(), null, secretaire);
        return seances.seance(seance.id(), secretaire);
    }

    private CasPret pret(DossierVue dossier) {
        return monde.bean(CasPrets.class).enAttente(CAI, null).stream()
                .filter(c -> c.dossierId().equals(dossier.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("pas prêt : " + dossier.numero()));
    }

    /** The day has come: everybody is there, but those who are named. */
    public SeanceVue ouverte(SeanceVue seance, String... absents) {
        monde.bean(HorlogeReglable.class).regler(seance.jour().atTime(9, 5));
        Map<UUID, Presence> presences = new HashMap<>();
        seance.membres()
                .forEach(m -> presences.put(
                        m.id(), List.of(absents).contains(m.identifiant()) ? Presence.EXCUSE : Presence.PRESENT));
        monde.bean(Tenue.class).ouvrir(seance.id(), presences, null, secretaire);
        return lire(seance);
    }

    /** A paper that came with a request, and its file. */
    public UUID fichier(UUID dossier) {
        monde.bean(org.springframework.jdbc.core.JdbcTemplate.class)
                .update(
                        "insert into piece_attendue (id, dossier_id, type, libelle, pourquoi, obligatoire, rang, etat, modifiee_le,"
                                + " modifiee_par) values (?, ?, 'DEVIS', 'Devis', 'Il dit le prix.', true, 1, 'ATTENDUE', now(), 'essai')",
                        UUID.randomUUID(),
                        dossier);
        return monde.bean(fr.jalon.piece.Fichiers.class)
                .recevoir(dossier, "DEVIS", "devis.pdf", fr.jalon.essais.FichiersInventes.pdf(1), "GUICHET", ali)
                .id();
    }

    public SeanceVue lire(SeanceVue seance) {
        return monde.bean(Seances.class).seance(seance.id(), secretaire);
    }

    public Point point(SeanceVue seance, int rang) {
        return lire(seance).points().get(rang - 1);
    }
}
