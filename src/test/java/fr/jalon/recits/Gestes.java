package fr.jalon.recits;

import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.essais.Monde;
import fr.jalon.orientation.OrganismesReferents;
import fr.jalon.orientation.Parcours;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the team does again and again in the stories, each told in the story as one act. */
final class Gestes {

    static final String ACCUEIL = "accueil.kleber";
    static final String INSTRUCTEUR = "instructeur.kleber";
    static final String ALI = "ali.kleber";
    static final String RESPONSABLE = "responsable.kleber";

    private final Monde monde;
    private final Equipe equipe;
    private final Recit recit;

    Gestes(Monde monde, Equipe equipe, Recit recit) {
        this.monde = monde;
        this.equipe = equipe;
        this.recit = recit;
    }

    // ---- the front desk

    /** Comes to the desk for the first time: she is known, her visit is noted. */
    void premiereVisite(String phrase, Map<String, Object> fiche) {
        premiereVisite(phrase, fiche, "RSA");
    }

    /** @param motif why the person comes, code of {@code motifs-visite} */
    void premiereVisite(String phrase, Map<String, Object> fiche, String motif) {
        UUID id = equipe.creerPersonne(ACCUEIL, fiche);
        recit.personne(id);
        recit.acte(
                phrase,
                () -> equipe.envoyer(
                        ACCUEIL,
                        "/visites",
                        Map.of(
                                "cle",
                                UUID.randomUUID().toString(),
                                "personne",
                                id.toString(),
                                "qui",
                                fiche.get("nom") + " " + fiche.get("prenoms"),
                                "motifs",
                                motif,
                                "issue",
                                "DOSSIER",
                                "duree",
                                "60")));
    }

    String deposer(String phrase, Map<String, Object> donnees) {
        String[] numero = new String[1];
        recit.acte(phrase, () -> numero[0] = equipe.deposer(ACCUEIL, recit.personne(), donnees));
        return numero[0];
    }

    // ---- the post

    /** What waits is signed by the responsable, then printed and sent in one batch by the front desk. */
    void courrierDuJour() {
        recit.acte(
                "Hélène Fable-Corail, responsable d'antenne, signe ce qui attend, et l'accueil imprime et poste le"
                        + " courrier du jour.",
                () -> poster("KLEBER", ACCUEIL, RESPONSABLE));
    }

    private void poster(String antenne, String accueil, String responsable) {
        for (CourrierVue c : enEtat(antenne, EtatCourrier.A_SIGNER)) {
            equipe.envoyer(responsable, "/courriers/a-signer", Map.of("courrier", c.id().toString()));
        }
        if (enEtat(antenne, EtatCourrier.A_IMPRIMER).isEmpty()) {
            return;
        }
        String lot = equipe.envoyer(accueil, "/courriers/a-imprimer", Map.of("antenne", antenne));
        String chemin = lot.substring(lot.indexOf("/courriers/lots/"));
        equipe.ecran(accueil).post(chemin + "/impression", Map.of());
        UUID mien = UUID.fromString(chemin.substring(chemin.lastIndexOf('/') + 1));
        for (CourrierVue c : enEtat(antenne, EtatCourrier.IMPRIME)) {
            if (!mien.equals(c.lot())) {
                continue;
            }
            equipe.envoyer(
                    accueil,
                    chemin + "/envoi",
                    Map.of("courrier", c.id().toString(), "jour", recit.jour().toString()));
        }
    }

    private List<CourrierVue> enEtat(String antenne, EtatCourrier etat) {
        Courriers courriers = monde.bean(Courriers.class);
        return monde
                .bean(JdbcTemplate.class)
                .queryForList(
                        "select id from courrier where antenne = ? and etat = ? order by numero",
                        UUID.class,
                        antenne,
                        etat.name())
                .stream()
                .map(id -> courriers.courrier(id).orElseThrow())
                .toList();
    }

    /** Hands a letter over against signature. */
    void remettre(String phrase, String numero, String modele, String preuve) {
        CourrierVue c = monde
                .bean(Courriers.class)
                .parDossier(monde.bean(JdbcTemplate.class)
                        .queryForObject("select id from dossier where numero = ?", UUID.class, numero))
                .stream()
                .filter(x -> x.modele().equals(modele) && !x.etat().parti() && x.etat() != EtatCourrier.ANNULE)
                .findFirst()
                .orElseThrow();
        recit.acte(phrase, () -> {
            if (c.etat() == EtatCourrier.A_SIGNER) {
                equipe.envoyer(RESPONSABLE, "/courriers/a-signer", Map.of("courrier", c.id().toString()));
            }
            equipe.envoyer(
                    ALI,
                    "/courriers/" + c.id() + "/remise",
                    Map.of("jour", recit.jour().toString(), "preuve", preuve));
        });
    }

    // ---- the claim

    void demanderLesPieces(String numero, String message) {
        recit.acte(
                "Samuel Exemple-Lavande, instructeur, demande les documents qui manquent : « " + message + " »",
                () -> equipe.faire(
                        INSTRUCTEUR, numero, "VerifierPieces", Map.of("resultat", "INCOMPLET", "message", message)));
    }

    /** She brings what is asked, and the file is complete. */
    void completer(String numero) {
        recit.acte(
                "La personne apporte ses documents à l'antenne ; Samuel Exemple-Lavande les lit et les accepte.",
                () -> equipe.accepterLesPieces(INSTRUCTEUR, numero));
        if (equipe.etapes(INSTRUCTEUR, numero).contains("UserTask_VerifierPieces")) {
            recit.acte(
                    "Samuel Exemple-Lavande note que le dossier est complet.",
                    () -> equipe.faire(INSTRUCTEUR, numero, "VerifierPieces", Map.of("resultat", "COMPLET")));
        }
    }

    void proposerAccord(String numero) {
        recit.acte(
                "Samuel Exemple-Lavande instruit la demande et propose l'accord à la Caf.",
                () -> equipe.faire(
                        INSTRUCTEUR,
                        numero,
                        "InstruireDemande",
                        Map.of("proposition", "FAVORABLE", "c2s", true, "motif", "Situation lue avec la personne.")));
    }

    void accordDeLaCaf(String numero, double montant) {
        recit.acte(
                "La Caf accorde le RSA ; Samuel Exemple-Lavande enregistre sa décision.",
                () -> equipe.faire(
                        INSTRUCTEUR,
                        numero,
                        "EnregistrerDecisionCaf",
                        Map.of(
                                "decision",
                                "ACCORD",
                                "date",
                                recit.jour().minusDays(2).toString(),
                                "montant",
                                montant,
                                "reference",
                                "CAF-INVENTÉE-" + recit.jour().getDayOfYear())));
    }

    // ---- the orientation

    String dernier(String prefixe) {
        return monde.bean(JdbcTemplate.class)
                .queryForObject(
                        "select numero from dossier where personne_id = ? and numero like ? order by numero desc limit 1",
                        String.class,
                        recit.personne(),
                        prefixe + "-%");
    }

    void situer(String numero, Map<String, Object> situation) {
        recit.acte(
                "Fatou Songe-Bruyère, animatrice locale d'insertion, parle avec la personne de sa situation.",
                () -> equipe.faire(ALI, numero, "RecueillirSituation", situation));
    }

    void orienterChezNous(String numero, String parcours, String jour, String heure, String motif) {
        Map<String, Object> donnees = new LinkedHashMap<>();
        donnees.put("parcours", parcours);
        donnees.put("organisme", "CCAS");
        donnees.put("referent", ALI);
        donnees.put("date", jour);
        donnees.put("heure", heure);
        donnees.put("lieu", "Espace social Rennes Kléber, 3 boulevard Fictif");
        if (motif != null) {
            donnees.put("motif", motif);
        }
        recit.acte(
                "Fatou Songe-Bruyère confirme l'orientation (" + enMots(parcours)
                        + ") avec elle pour référente et donne un rendez-vous.",
                () -> equipe.faire(ALI, numero, "ConfirmerOrientation", donnees));
    }

    void orienterAilleurs(String numero, String parcours, String organisme, String referent, String motif) {
        Map<String, Object> donnees = new LinkedHashMap<>();
        donnees.put("parcours", parcours);
        donnees.put("organisme", organisme);
        if (referent != null) {
            donnees.put("referentPartenaire", referent);
        }
        if (motif != null) {
            donnees.put("motif", motif);
        }
        recit.acte(
                "Fatou Songe-Bruyère confirme l'orientation (" + enMots(parcours) + ") avec "
                        + monde.bean(OrganismesReferents.class).nomAvecArticle(organisme) + ".",
                () -> equipe.faire(ALI, numero, "ConfirmerOrientation", donnees));
    }

    private static String enMots(String parcours) {
        return Parcours.valueOf(parcours).libelle().toLowerCase(Locale.FRENCH);
    }

    void premierRendezVous(String numero) {
        recit.acte(
                "Le premier rendez-vous a lieu.",
                () -> equipe.faire(ALI, numero, "TenirPremierRendezVous", Map.of("resultat", "VENUE")));
    }

    /** The six levers, then what comes out of them. */
    void diagnostiquer(String numero, String synthese, int... notes) {
        recit.acte("Fatou Songe-Bruyère fait le tour des six leviers avec la personne : « " + synthese + " »", () -> {
            for (int levier = 1; levier <= 6; levier++) {
                equipe.envoyer(
                        ALI,
                        "/dossiers/" + numero + "/diagnostic/" + levier,
                        Map.of("donnees", Equipe.ecrire(reponses(levier, notes[levier - 1]))));
            }
            equipe.faire(ALI, numero, "EtablirDiagnostic", Map.of("synthese", synthese));
        });
    }

    private static Map<String, Object> reponses(int levier, int note) {
        List<String> formulaires = List.of("competences", "activite", "lien-social", "sante", "numerique", "mobilite");
        Map<String, Object> reponses = new HashMap<>();
        for (String cle : clesNotees("levier-" + formulaires.get(levier - 1))) {
            reponses.put(cle, Integer.toString(note));
        }
        return reponses;
    }

    private static List<String> clesNotees(String formulaire) {
        List<String> cles = new ArrayList<>();
        fr.jalon.moteur.FormulairesLivres.schema(formulaire).path("components").forEach(c -> {
            if ("oui".equals(c.path("properties").path("note").asString())) {
                cles.add(c.path("key").asString());
            }
        });
        return cles;
    }

    void contrat(String numero, String objectifs, int heures, String exemption, String... actions) {
        Map<String, Object> donnees = new LinkedHashMap<>();
        donnees.put("objectifs", objectifs);
        donnees.put("actions", String.join("\n", Arrays.asList(actions)));
        donnees.put("heures", heures);
        if (exemption != null) {
            donnees.put("exemption", exemption);
            donnees.put("motifExemption", "Vu ensemble au rendez-vous.");
        }
        donnees.put("debut", recit.jour().toString());
        donnees.put("duree", "6");
        recit.acte(
                "Fatou Songe-Bruyère et la personne écrivent le contrat d'engagement.",
                () -> equipe.faire(ALI, numero, "EtablirContrat", donnees));
    }

    void signerLeContrat(String numero) {
        recit.acte(
                "La personne et Fatou Songe-Bruyère signent le contrat.",
                () -> equipe.faire(
                        ALI,
                        numero,
                        "RecueillirSignatures",
                        Map.of(
                                "resultat",
                                "SIGNE",
                                "signePersonneLe",
                                recit.jour().toString(),
                                "signeReferentLe",
                                recit.jour().toString(),
                                "sansCopie",
                                "Exemplaire papier gardé à l'antenne.")));
    }

    void faireLePoint(String numero, String bilan, String suite, String sortie) {
        Map<String, Object> donnees = new LinkedHashMap<>();
        donnees.put("bilan", bilan);
        donnees.put("suite", suite);
        if (sortie != null) {
            donnees.put("sortie", sortie);
        }
        recit.acte(
                "Fatou Songe-Bruyère et la personne font le point : « " + bilan + " »",
                () -> equipe.faire(ALI, numero, "FaireLePoint", donnees));
    }
}
