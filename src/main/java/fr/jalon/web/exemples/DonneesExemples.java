package fr.jalon.web.exemples;

import fr.jalon.web.commun.Barres;
import fr.jalon.web.commun.Vues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** Invented data of the examples. Dates are written, not computed: a capture of a screen must not change with the day. */
class DonneesExemples {

    /** Row of the example table. */
    record Ligne(
            String href,
            String personne,
            String objet,
            String etape,
            LocalDate echeance,
            int jours,
            String etat,
            List<Vues.Badge> badges) {}

    Vues.Compte compte() {
        return new Vues.Compte("Nadège Exemplaire", "Instructrice", "Antenne Kennedy");
    }

    List<Vues.LienMenu> menu(String actif) {
        return List.of(
                lien("/exemples", "Sommaire", "accueil", actif, null),
                lien("/exemples/listes", "Corbeille", "corbeille", actif, 12),
                lien("/exemples/dossier", "Dossier", "dossier", actif, null),
                lien("/exemples/champs", "Saisie", "modifier", actif, null),
                lien("/exemples/formulaire", "Formulaire", "decision", actif, null),
                lien("/exemples/diagramme", "Parcours", "atelier", actif, null),
                lien("/exemples/etats", "États", "regle", actif, null));
    }

    private static final List<Barres.Nombres> NOMBRES = List.of(
            new Barres.Nombres("Organisme inventé de la Chimère", List.of(12, 8, 3)),
            new Barres.Nombres("Association fictive du Quartier", List.of(4, 5, 0)));

    Map<String, Object> etats() {
        return Map.of(
                "flash",
                        List.of(
                                new Vues.Message("ok", "Le dossier est transmis à la CAF.", "/exemples/reprendre"),
                                new Vues.Message("info", "Un avis est arrivé sur ce dossier.", null),
                                new Vues.Message("attention", "La date visée est dans 2 jours ouvrés.", null),
                                new Vues.Message("attente", "Le dossier attend une réponse de la personne.", null),
                                new Vues.Message("retard", "La date limite est passée depuis hier.", null)),
                "visee", LocalDate.of(2026, 5, 26),
                "premier", LocalDate.of(2026, 6, 1),
                "lointaine", LocalDate.of(2027, 9, 30),
                "travaux", List.of(enCours(), fini()),
                "nombres", NOMBRES,
                "barres",
                        Barres.empilees(
                                "Personnes par structure",
                                List.of(
                                        new Barres.Serie("Déjà suivies", "neutre"),
                                        new Barres.Serie("Nouvelles", "accent"),
                                        new Barres.Serie("De trop", "retard")),
                                NOMBRES),
                "parts",
                        Barres.parts(
                                "Part dans les délais",
                                List.of(
                                        new Barres.Serie("Orientées", "accent"),
                                        new Barres.Serie("Rencontrées", "info")),
                                List.of(new Barres.Nombres("Espace inventé du Mirage", List.of(92, 60)))));
    }

    Map<String, Object> listes() {
        Map<String, Object> modele = new LinkedHashMap<>();
        modele.put(
                "onglets",
                List.of(
                        new Vues.Onglet("/exemples/listes", "À prendre", 47, false, null),
                        new Vues.Onglet(
                                "/exemples/listes",
                                "À moi",
                                12,
                                true,
                                "Les dossiers que vous avez pris et qui attendent un geste de vous, les plus urgents d’abord."),
                        new Vues.Onglet("/exemples/listes", "En attente d’un tiers", 31, false, null),
                        new Vues.Onglet("/exemples/listes", "Terminés", null, false, null)));
        modele.put(
                "filtres",
                List.of(
                        new Vues.Filtre("Dispositif", "RSA", "/exemples/listes"),
                        new Vues.Filtre("Quartier", "Villejean, Saint-Martin", "/exemples/listes"),
                        new Vues.Filtre("Échéance", "dans les 5 jours ouvrés", "/exemples/listes")));
        modele.put("lignes", lignes());
        modele.put("page", new Vues.Page(21, 40, 1204, "/exemples/listes", "/exemples/listes"));
        return modele;
    }

    private static List<Ligne> lignes() {
        return List.of(
                new Ligne(
                        "/exemples/dossier",
                        "Oriane Fictive",
                        "RSA, première demande",
                        "Vérifier les pièces",
                        LocalDate.of(2026, 5, 20),
                        -2,
                        "retard",
                        List.of(new Vues.Badge("retard", "En retard"), new Vues.Badge("info", "Pièce reçue"))),
                new Ligne(
                        "/exemples/dossier",
                        "Basile Modèle-Imaginaire",
                        "Aide à la mobilité, permis B",
                        "Donner un avis",
                        LocalDate.of(2026, 5, 26),
                        3,
                        "attention",
                        List.of(new Vues.Badge("attention", "Bientôt dû"))),
                new Ligne(
                        "/exemples/dossier",
                        "Capucine Inventée",
                        "Financement de formation",
                        "Contrôler le plan de financement",
                        LocalDate.of(2026, 6, 1),
                        6,
                        "neutre",
                        List.of(new Vues.Badge("info", "Nouveau message"))),
                new Ligne(
                        "/exemples/dossier",
                        "Désiré Prétexte",
                        "RSA, première demande",
                        "Attendre les pièces demandées",
                        LocalDate.of(2026, 6, 15),
                        16,
                        "neutre",
                        List.of(new Vues.Badge("attente", "Attend la personne"))),
                new Ligne(
                        "/exemples/dossier",
                        "Élodie Factice",
                        "Carte Sortir!",
                        "Remettre la carte",
                        LocalDate.of(2026, 6, 22),
                        21,
                        "neutre",
                        List.of()));
    }

    Map<String, Object> champs() {
        return Map.of(
                "situations",
                        List.of(
                                new Vues.Choix("seule", "Personne seule", null),
                                new Vues.Choix("couple", "En couple", "Mariage, pacs ou vie commune")),
                "quartiers",
                        List.of(
                                new Vues.Choix("q10", "Villejean - Beauregard", null),
                                new Vues.Choix("q4", "Saint-Martin", null)),
                "besoins",
                        List.of(
                                new Vues.Choix("code", "Code de la route", null),
                                new Vues.Choix("conduite", "Heures de conduite", "Dans une école du réseau solidaire"),
                                new Vues.Choix("velo", "Vélo", null)));
    }

    Map<String, String> erreurs() {
        Map<String, String> erreurs = new LinkedHashMap<>();
        erreurs.put("nom", "Écrivez le nom de la personne.");
        erreurs.put("montant", "Écrivez le montant en chiffres, par exemple 1480,50.");
        erreurs.put("situation", "Choisissez la situation du foyer.");
        erreurs.put("quartier", "Choisissez le quartier : il donne l’antenne.");
        return erreurs;
    }

    Map<String, Object> formulaire() {
        return Map.of(
                "schema", lire("exemples/formulaire.json"),
                "donnees",
                        Map.of(
                                "objet",
                                "permis-b",
                                "commentaire",
                                "Promesse d’embauche à 18 km, sans ligne de bus à l’heure de la prise de poste."),
                "erreursForm", Map.of());
    }

    Map<String, Object> diagramme() {
        return Map.of(
                "xml", lire("exemples/parcours.bpmn"),
                "reperes",
                        Map.of(
                                "ici",
                                List.of("UserTask_VerifierPieces"),
                                "erreurs",
                                List.of(),
                                "comptes",
                                Map.of("UserTask_VerifierPieces", 1204, "UserTask_ExaminerDroit", 31)));
    }

    private static Vues.Avancement enCours() {
        return new Vues.Avancement(
                "Lettres de la séance du 12 mai",
                1204,
                3000,
                "Encore 4 minutes environ.",
                "/exemples/avancement",
                null,
                null);
    }

    Vues.Avancement fini() {
        return new Vues.Avancement(
                "Lettres de la séance du 12 mai",
                3000,
                3000,
                "2 998 lettres préparées, 2 refusées.",
                null,
                "/exemples/listes",
                "Voir les 2 dossiers");
    }

    private static Vues.LienMenu lien(String href, String libelle, String icone, String actif, Integer compteur) {
        return new Vues.LienMenu(href, libelle, icone, href.equals(actif), compteur);
    }

    private static String lire(String nom) {
        try {
            return new ClassPathResource(nom).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("exemple introuvable : " + nom, e);
        }
    }
}
