package fr.jalon.importation.annuaire;

import static fr.jalon.importation.ColonneImport.facultative;
import static fr.jalon.importation.ColonneImport.obligatoire;

import fr.jalon.annuaire.TableauAnnuaire;
import fr.jalon.importation.ColonneImport;
import java.util.List;

/** The columns of the directory's table, as an export writes them. Described for people in docs/guide/annuaire.md. */
final class ColonnesAnnuaire {

    private static final String COMMUN = "Toutes les lignes";
    private static final String OFFRES = "Les offres";
    private static final String ORGANISMES = "Les organismes";
    private static final String INFORMATION = "Pour information : écrites par l'export, sans effet à l'import";

    static final List<ColonneImport> TOUTES = List.of(
            obligatoire(TableauAnnuaire.TYPE, "Type", "Offre ou organisme.", "offre")
                    .sous(COMMUN),
            facultative(
                            TableauAnnuaire.CODE,
                            "Code",
                            "Celui de l'export, pour retrouver la fiche ; vide pour une nouvelle fiche.",
                            "")
                    .sous(COMMUN),
            obligatoire(
                            TableauAnnuaire.TITRE,
                            "Titre",
                            "Titre de l'offre, ou nom de l'organisme.",
                            "Atelier vélo inventé",
                            "nom")
                    .sous(COMMUN),
            facultative(
                            TableauAnnuaire.DESCRIPTION,
                            "Description",
                            "En quelques phrases simples.",
                            "Apprendre à rouler en ville.",
                            "présentation")
                    .sous(COMMUN),
            facultative(
                            TableauAnnuaire.QUARTIERS,
                            "Quartiers",
                            "De Q1 à Q12, séparés par une virgule ; vide pour toute la ville.",
                            "Q5, Q6",
                            "quartier")
                    .sous(COMMUN),
            facultative(
                            TableauAnnuaire.LANGUES,
                            "Langues",
                            "En plus du français : noms ou codes, séparés par une virgule.",
                            "ar, en",
                            "langue")
                    .sous(COMMUN),
            facultative(
                            TableauAnnuaire.OBJECTIF,
                            "Objectif",
                            "Objectif du pacte : son code ou ses mots. Nécessaire pour une nouvelle offre.",
                            "L6-ALTERNATIVES")
                    .sous(OFFRES),
            facultative(TableauAnnuaire.OBJECTIF_OPERATIONNEL, "Objectif opérationnel", "Le détail de l'objectif.", "")
                    .sous(OFFRES),
            facultative(
                            TableauAnnuaire.ACTION,
                            "Action du pacte",
                            "Code de l'action du plan dont elle vient ; lue du seul responsable des dispositifs.",
                            "L6-ALTERNATIVES-01")
                    .sous(OFFRES),
            facultative(
                            TableauAnnuaire.ORGANISMES,
                            "Organismes",
                            "Codes ou noms, séparés par une virgule. Un organisme inconnu est créé avec ce nom.",
                            "PRISME",
                            "organisme",
                            "partenaires")
                    .sous(OFFRES),
            facultative(
                            TableauAnnuaire.PUBLICS,
                            "Publics",
                            "Codes ou mots de la liste des publics, séparés par une virgule.",
                            "HABITANTS",
                            "public")
                    .sous(OFFRES),
            facultative(TableauAnnuaire.CONDITIONS, "Conditions", "Ce qu'il faut pour y entrer.", "")
                    .sous(OFFRES),
            facultative(
                            TableauAnnuaire.PLACES,
                            "Places",
                            "Nombre total ; vide si elles ne sont pas suivies.",
                            "12",
                            "places total")
                    .sous(OFFRES),
            facultative(TableauAnnuaire.PRISES, "Places prises", "Nombre.", "3").sous(OFFRES),
            facultative(TableauAnnuaire.ATTENTE, "En attente", "Nombre de personnes.", "0", "places en attente")
                    .sous(OFFRES),
            facultative(TableauAnnuaire.DELAI, "Délai du premier rendez-vous", "En jours.", "10", "délai")
                    .sous(OFFRES),
            facultative(TableauAnnuaire.COUT, "Coût", "Pour la personne, en mots.", "Gratuit")
                    .sous(OFFRES),
            facultative(TableauAnnuaire.DEBUT, "Début", "jour/mois/année.", "01/09/2026")
                    .sous(OFFRES),
            facultative(TableauAnnuaire.FIN, "Fin", "jour/mois/année ; une offre finie ne se trouve plus.", "")
                    .sous(OFFRES),
            facultative(
                            TableauAnnuaire.NATURE,
                            "Sorte d'organisme",
                            "Son code ou ses mots. Nécessaire pour un nouvel organisme.",
                            "")
                    .sous(ORGANISMES),
            facultative(TableauAnnuaire.SITE, "Site", "Adresse qui commence par https://.", "")
                    .sous(ORGANISMES),
            facultative(
                            TableauAnnuaire.LIEUX,
                            "Lieux",
                            "Un par ligne : nom | adresse | code postal | commune | quartier | horaires | téléphone.",
                            "")
                    .sous(ORGANISMES),
            facultative(
                            TableauAnnuaire.CONTACTS,
                            "Contacts",
                            "Un par ligne : fonction | téléphone | courriel. Jamais le nom d'une personne.",
                            "")
                    .sous(ORGANISMES),
            facultative(TableauAnnuaire.LEVIER, "Levier", "Donné par l'objectif.", "6")
                    .sous(INFORMATION),
            facultative(TableauAnnuaire.CONFIRME_LE, "Confirmé le", "Dernière relecture.", "")
                    .sous(INFORMATION),
            facultative(TableauAnnuaire.SOURCE, "Source", "D'où vient la fiche.", "")
                    .sous(INFORMATION),
            facultative(
                            TableauAnnuaire.FERMEE_LE,
                            "Fermée le",
                            "Depuis quand l'offre ne prend plus de nouvelle orientation.",
                            "")
                    .sous(INFORMATION));

    private ColonnesAnnuaire() {}
}
