package fr.jalon.importation.rsa;

import static fr.jalon.importation.ColonneImport.facultative;
import static fr.jalon.importation.ColonneImport.obligatoire;

import fr.jalon.importation.ColonneImport;
import fr.jalon.importation.personne.ColonnesPersonne;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The flat layout of a claim: one row, one household. Described for people in docs/guide/import.md. */
final class ColonnesDemandeRsa {

    static final String CANAL = "canal";
    static final String DEPOT = "date_depot";
    static final String CONJOINT = "conjoint";
    static final String PREFIXE_CONJOINT = "conjoint_";
    static final String ISOLE = "isole";
    static final String ISOLEMENT_RECENT = "isolement_recent";
    static final String ISOLE_DEPUIS = "isole_depuis";
    static final String ENFANTS = "enfants_ages";
    static final String LOGEMENT = "logement_statut";
    static final String AIDE_LOGEMENT = "aide_logement";
    static final String PARTICIPE = "participe_aux_frais";
    static final String REGIME_AGRICOLE = "regime_agricole";
    static final String C2S = "c2s";

    /**
     * Optional cells where nothing means something: no spouse, no child, no benefit, the CAF and not the MSA, the antenne of the writer.
     * A wrong one is mended, never left out.
     */
    private static final Set<String> DECISIVES = Set.of(
            ColonnesPersonne.QUARTIER,
            CONJOINT,
            PREFIXE_CONJOINT + "age",
            PREFIXE_CONJOINT + "nationalite",
            ISOLE,
            ENFANTS,
            AIDE_LOGEMENT,
            "af",
            "complement_familial",
            "paje_base",
            "asf",
            REGIME_AGRICOLE,
            C2S);

    /** Resources that a row may describe, and months before the receipt that each may cover. */
    static final int RESSOURCES = 6;

    static final int MOIS = 4;

    private ColonnesDemandeRsa() {}

    static String ressource(int rang, String partie) {
        return "ressource" + rang + "_" + partie;
    }

    /** The columns that a file may have, the months by their distance from the month of the receipt. */
    static List<ColonneImport> toutes() {
        return toutes(List.of());
    }

    /** The same with the months by their names; without any, by their distance. */
    static List<ColonneImport> toutes(List<YearMonth> mois) {
        List<ColonneImport> colonnes = new ArrayList<>();
        grouper(colonnes, "La personne", ColonnesPersonne::ajouter);
        grouper(colonnes, "La demande", ColonnesDemandeRsa::demande);
        grouper(colonnes, "La situation de la personne", liste -> adulte(liste, "", ""));
        grouper(colonnes, "Le conjoint", ColonnesDemandeRsa::conjoint);
        grouper(colonnes, "Le foyer et le logement", ColonnesDemandeRsa::foyer);
        grouper(colonnes, titreDesRessources(), liste -> ressource(liste, 1, mois));
        for (int rang = 2; rang <= RESSOURCES; rang++) {
            int suivante = rang;
            grouper(colonnes, null, liste -> ressource(liste, suivante, mois));
        }
        return List.copyOf(colonnes);
    }

    private static void grouper(List<ColonneImport> colonnes, String titre, Consumer<List<ColonneImport>> remplissage) {
        List<ColonneImport> groupe = new ArrayList<>();
        remplissage.accept(groupe);
        groupe.forEach(colonne -> colonnes.add(
                DECISIVES.contains(colonne.nom()) || colonne.nom().startsWith("ressource")
                        ? colonne.sous(titre).siRemplieJuste()
                        : colonne.sous(titre)));
    }

    private static void demande(List<ColonneImport> colonnes) {
        colonnes.add(obligatoire(CANAL, "Canal", "Guichet, rendez-vous, en ligne ou papier.", "guichet"));
        colonnes.add(obligatoire(
                DEPOT, "Date de dépôt", "Jour où la demande a été reçue.", "14/04/2026", "date de la demande"));
    }

    private static void conjoint(List<ColonneImport> colonnes) {
        colonnes.add(facultative(CONJOINT, "Conjoint", "Oui si la personne vit en couple.", "non", "en couple"));
        colonnes.add(facultative(PREFIXE_CONJOINT + "age", "Âge du conjoint", "En années.", ""));
        adulte(colonnes, PREFIXE_CONJOINT, " du conjoint");
    }

    private static void adulte(List<ColonneImport> colonnes, String prefixe, String deQui) {
        String exemple = prefixe.isEmpty() ? "FR" : "";
        String aide = "Le pays, par son nom ou son code de deux lettres.";
        colonnes.add(
                prefixe.isEmpty()
                        ? obligatoire("nationalite", "Nationalité", aide, exemple)
                        : facultative(prefixe + "nationalite", "Nationalité" + deQui, aide, exemple));
        colonnes.add(facultative(
                prefixe + "statut_sejour",
                "Statut de séjour" + deQui,
                "Hors Europe : réfugié, apatride, protection subsidiaire, carte résident, titre séjour ou sans titre.",
                ""));
        colonnes.add(facultative(
                prefixe + "annees_titre",
                "Années de titre" + deQui,
                "Années d'un titre qui permet de travailler ; pour un Européen, années de résidence en France.",
                ""));
        colonnes.add(facultative(prefixe + "etudiant", "Étudiant" + deQui, "oui ou non.", ""));
        colonnes.add(facultative(prefixe + "stagiaire_formation", "En formation continue" + deQui, "oui ou non.", ""));
        colonnes.add(facultative(
                prefixe + "en_conge",
                "En congé" + deQui,
                "Congé parental, sabbatique, sans solde ou disponibilité : oui ou non.",
                ""));
        colonnes.add(facultative(prefixe + "enceinte", "Enceinte" + deQui, "oui ou non.", ""));
        colonnes.add(facultative(
                prefixe + "heures_travaillees_3_ans",
                "Heures travaillées sur 3 ans" + deQui,
                "Utile avant 25 ans.",
                ""));
        colonnes.add(facultative(
                prefixe + "residence_stable", "Résidence stable" + deQui, "Vit en France de façon stable.", ""));
        colonnes.add(
                facultative(prefixe + "mois_etranger", "Mois à l'étranger" + deQui, "Dans l'année, de 0 à 12.", ""));
        colonnes.add(facultative(
                prefixe + "droits_prioritaires",
                "Autres droits demandés" + deQui,
                "Chômage, retraite : oui s'ils sont demandés, non s'ils ne le sont pas ; vide : pas demandé.",
                ""));
        colonnes.add(facultative(
                prefixe + "pension_alimentaire",
                "Pension alimentaire demandée" + deQui,
                "Pour un parent isolé : oui si elle est demandée ou dispensée ; vide : pas demandé.",
                ""));
        colonnes.add(facultative(
                prefixe + "droit_sejour_europeen",
                "Droit au séjour européen" + deQui,
                "Pour un Européen : travaille, famille, ressources, permanent, accord retrait ou aucun ; vide : pas demandé.",
                ""));
    }

    private static void foyer(List<ColonneImport> colonnes) {
        colonnes.add(facultative(ISOLE, "Isolé", "Vide : oui sans conjoint, non avec.", ""));
        colonnes.add(facultative(ISOLEMENT_RECENT, "Isolement récent", "Séparation depuis 18 mois au plus.", ""));
        colonnes.add(
                facultative(ISOLE_DEPUIS, "Isolé depuis", "Jour de la séparation, du veuvage ou de la naissance.", ""));
        colonnes.add(facultative(
                ENFANTS, "Âges des enfants", "Séparés par un espace ; 0 avant un an ; vide sans enfant.", "3 7 12"));
        colonnes.add(facultative(
                LOGEMENT,
                "Statut du logement",
                "Locataire, propriétaire avec prêt, propriétaire sans prêt, hébergé gratuit, hébergé participation,"
                        + " sans domicile stable ou non renseigné.",
                "locataire",
                "logement"));
        colonnes.add(facultative(AIDE_LOGEMENT, "Aide au logement", "Euros par mois.", "251,40", "apl"));
        colonnes.add(facultative(
                PARTICIPE, "Participe aux frais", "Si la personne est hébergée : oui ou non.", "", "participe"));
        colonnes.add(facultative("af", "Allocations familiales", "Euros par mois.", ""));
        colonnes.add(facultative("complement_familial", "Complément familial", "Euros par mois.", ""));
        colonnes.add(facultative("paje_base", "Allocation de base de la PAJE", "Euros par mois.", "", "paje"));
        colonnes.add(facultative("asf", "Allocation de soutien familial", "Euros par mois.", ""));
        colonnes.add(facultative(REGIME_AGRICOLE, "Régime agricole", "Oui si la MSA est compétente.", "non", "msa"));
        colonnes.add(facultative(
                C2S, "C2S", "Oui si la complémentaire santé solidaire est demandée.", "oui", "complémentaire santé"));
    }

    /** The column of a month that its title names. */
    static ColonneImport mois(MoisDeRessource nomme) {
        return facultative(
                        nomme.colonne(),
                        "Ressource " + nomme.rang() + " : " + MoisDeRessource.enLettres(nomme.mois()),
                        "Euros reçus ce mois-là ; 0 s'il n'y a rien eu.",
                        nomme.rang() == 1 ? "512,30" : "")
                .siRemplieJuste()
                .sous(nomme.rang() == 1 ? titreDesRessources() : null);
    }

    private static String titreDesRessources() {
        return "Les ressources, de ressource1 à ressource" + RESSOURCES;
    }

    private static void ressource(List<ColonneImport> colonnes, int rang, List<YearMonth> nommes) {
        String titre = "Ressource " + rang + " : ";
        colonnes.add(facultative(
                ressource(rang, "type"),
                titre + "type",
                "Par exemple salaire net, allocation chômage, pension alimentaire.",
                rang == 1 ? "salaire net" : ""));
        colonnes.add(facultative(
                ressource(rang, "de"),
                titre + "de qui",
                "Demandeur (si la case est vide), conjoint, enfant 1, enfant 2...",
                ""));
        for (int mois = nommes.isEmpty() ? MOIS : 0; mois >= 1; mois--) {
            colonnes.add(facultative(
                    ressource(rang, "m" + mois),
                    titre + (mois == 1 ? "mois qui précède le dépôt" : mois + " mois avant le dépôt"),
                    "Euros reçus ce mois-là ; 0 s'il n'y a rien eu.",
                    rang == 1 ? "512,30" : ""));
        }
        nommes.forEach(mois -> colonnes.add(mois(new MoisDeRessource(rang, mois))));
        colonnes.add(facultative(
                ressource(rang, "montant"),
                titre + "montant",
                "À la place des mois, pour un capital, une valeur locative ou un bénéfice d'indépendant.",
                ""));
        colonnes.add(facultative(
                ressource(rang, "interrompue"), titre + "interrompue", "Oui si elle a cessé sans être remplacée.", ""));
    }
}
