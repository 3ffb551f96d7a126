package fr.jalon.web.exemples;

import fr.jalon.web.commun.Vues;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The invented dossier of the examples: its person, delays, pieces, decision, history and letter. */
class DossierExemple {

    Map<String, Object> modele() {
        Map<String, Object> modele = new LinkedHashMap<>();
        modele.put("position", new Vues.Position(12, 47, "À moi, RSA", "/exemples/dossier", "/exemples/dossier"));
        modele.put(
                "personne",
                new Vues.Personne(
                        "/exemples/dossier",
                        "Oriane Fictive",
                        "Née le 3 mars 1991, 35 ans",
                        "Seule avec 2 enfants",
                        "12 rue de l’Exemple, Villejean",
                        "02 00 00 00 00",
                        "Référent : Côme Fabulé (ALI)",
                        List.of(
                                new Vues.Badge("attention", "Deux demandes aujourd’hui"),
                                new Vues.Badge("info", "Nouveau message"))));
        modele.put(
                "etapes",
                List.of(
                        new Vues.Etape("Demande reçue", "faite", "4 mai"),
                        new Vues.Etape("Pièces vérifiées", "encours", "depuis 3 jours"),
                        new Vues.Etape("Droit examiné", "avenir", null),
                        new Vues.Etape("Transmis à la CAF", "avenir", null),
                        new Vues.Etape("Avis de la commission", "sautee", "sans objet"),
                        new Vues.Etape("Orientation", "avenir", null)));
        modele.put(
                "delai",
                new Vues.Delai(
                        "Instruction de la demande",
                        "attention",
                        LocalDate.of(2026, 5, 26),
                        3,
                        LocalDate.of(2026, 6, 15),
                        16,
                        55,
                        70,
                        null,
                        "Compté en jours ouvrés depuis le dépôt du 4 mai."));
        modele.put(
                "delaiSuspendu",
                new Vues.Delai(
                        "Instruction de la demande",
                        "attente",
                        LocalDate.of(2026, 5, 26),
                        3,
                        LocalDate.of(2026, 6, 15),
                        16,
                        40,
                        70,
                        new Vues.Suspension(
                                LocalDate.of(2026, 5, 18), "une attestation de loyer est attendue de la personne."),
                        "Le délai reprendra de lui-même à l’arrivée de la pièce."));
        modele.put(
                "delaiPasse",
                new Vues.Delai(
                        "Réponse au recours",
                        "retard",
                        LocalDate.of(2026, 5, 12),
                        -6,
                        LocalDate.of(2026, 5, 20),
                        -2,
                        99,
                        70,
                        null,
                        null));
        modele.put("pieces", pieces());
        modele.put("decision", decision());
        modele.put(
                "paires",
                List.of(
                        new Vues.Paire("Dispositif", "RSA, première demande"),
                        new Vues.Paire("Reçue", "au guichet, le 4 mai 2026"),
                        new Vues.Paire("Numéro du dossier", "RSA-2026-004217"),
                        new Vues.Paire("Langue", "français, tigrinya"),
                        new Vues.Paire("Courriel", "")));
        modele.put("historique", historique());
        modele.put(
                "courrier",
                new Vues.Courrier(
                        "Demande de pièces",
                        "/exemples/courrier.pdf",
                        "La lettre partira à votre validation. Elle n’est pas encore numérotée.",
                        List.of("/exemples/lettre.svg"),
                        """
                Madame Oriane Fictive,
                Il nous manque deux papiers pour étudier votre demande.
                À faire avant le 2 juin : apportez ou envoyez votre attestation de loyer et vos bulletins de salaire."""));
        return modele;
    }

    private static List<Vues.Piece> pieces() {
        return List.of(
                new Vues.Piece(
                        "Pièce d’identité",
                        "acceptee",
                        "Demandée à tous, pour établir l’identité.",
                        null,
                        "Déposée au guichet",
                        LocalDate.of(2026, 5, 4),
                        "/exemples/courrier.pdf"),
                new Vues.Piece(
                        "Relevé d’identité bancaire",
                        "recue",
                        "Demandé pour le versement.",
                        null,
                        "Déposé en ligne",
                        LocalDate.of(2026, 5, 19),
                        "/exemples/courrier.pdf"),
                new Vues.Piece(
                        "Attestation de loyer",
                        "refusee",
                        "Demandée parce que la personne est locataire.",
                        "le document est d’un autre logement.",
                        "Reçue par courrier",
                        LocalDate.of(2026, 5, 11),
                        "/exemples/courrier.pdf"),
                new Vues.Piece(
                        "Bulletins de salaire des trois derniers mois",
                        "attendue",
                        "Demandés parce qu’une activité est déclarée.",
                        null,
                        null,
                        null,
                        null),
                new Vues.Piece(
                        "Titre de séjour",
                        "sansobjet",
                        "Non demandé : nationalité française.",
                        null,
                        null,
                        null,
                        null));
    }

    private static Vues.DecisionExpliquee decision() {
        return new Vues.DecisionExpliquee(
                "erreur",
                "Refus proposé",
                "Les ressources dépassent le montant garanti pour ce foyer.",
                List.of(
                        new Vues.Motif(
                                "Les ressources du foyer sont supérieures au montant auquel il pourrait prétendre.",
                                List.of(
                                        new Vues.Paire("Foyer", "une personne seule, deux enfants"),
                                        new Vues.Paire("Ressources moyennes sur trois mois", "1 312,40 euros"),
                                        new Vues.Paire(
                                                "Montant garanti pour ce foyer", "1 163,00 euros (montant d’exemple)")),
                                "Plafond de ressources du foyer",
                                "article L262-2 du code de l’action sociale et des familles",
                                "Le droit s’ouvrirait si la moyenne des ressources passait sous 1 163,00 euros, par exemple après la fin du contrat déclaré.")),
                true);
    }

    private static List<Vues.Fait> historique() {
        return List.of(
                new Vues.Fait(
                        LocalDateTime.of(2026, 5, 19, 14, 5),
                        "info",
                        "piece",
                        "Relevé d’identité bancaire reçu",
                        "Oriane Fictive",
                        null),
                new Vues.Fait(
                        LocalDateTime.of(2026, 5, 18, 9, 30),
                        "attente",
                        "attente",
                        "Délai suspendu : pièce demandée à la personne",
                        "Nadège Exemplaire",
                        "L’attestation est celle de l’ancien logement. Je demande celle de la rue de l’Exemple."),
                new Vues.Fait(
                        LocalDateTime.of(2026, 5, 4, 10, 12),
                        "ok",
                        "faite",
                        "Demande complète reçue, récépissé remis",
                        "Accueil Kennedy",
                        null),
                new Vues.Fait(
                        LocalDateTime.of(2026, 5, 4, 10, 12),
                        "neutre",
                        "orientation",
                        "Antenne choisie d’après le quartier",
                        null,
                        null));
    }
}
