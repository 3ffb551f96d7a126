package fr.jalon.importation.personne;

import static fr.jalon.importation.ColonneImport.facultative;
import static fr.jalon.importation.ColonneImport.obligatoire;

import fr.jalon.importation.ColonneImport;
import java.util.List;

/** The columns that describe a person, the same in every file. */
public final class ColonnesPersonne {

    public static final String CIVILITE = "civilite";
    public static final String NOM = "nom";
    public static final String PRENOMS = "prenoms";
    public static final String NAISSANCE = "date_naissance";
    public static final String NIR = "nir";
    public static final String ADRESSE = "adresse";
    public static final String CODE_POSTAL = "code_postal";
    public static final String COMMUNE = "commune";
    public static final String QUARTIER = "quartier";
    public static final String TELEPHONE = "telephone";
    public static final String COURRIEL = "courriel";
    public static final String LANGUE = "langue";
    public static final String NOM_NAISSANCE = "nom_naissance";
    public static final String PAYS = "pays";
    public static final String DOMICILIATION = "domiciliation";
    public static final String NIR_CONFIRME = "nir_confirme";

    /** What a human answers when a row may speak of a known person. */
    public static final String MEME_PERSONNE = ColonneImport.MEME_PERSONNE;

    private ColonnesPersonne() {}

    /** Adds them in order. */
    public static void ajouter(List<ColonneImport> colonnes) {
        colonnes.add(obligatoire(CIVILITE, "Civilité", "Mme, M ou neutre.", "Mme"));
        colonnes.add(obligatoire(NOM, "Nom", "Nom d'usage.", "Inventée-Exemple", "nom de famille"));
        colonnes.add(facultative(
                NOM_NAISSANCE, "Nom de naissance", "S'il est différent du nom d'usage.", "", "nom de jeune fille"));
        colonnes.add(obligatoire(
                PRENOMS, "Prénoms", "Prénom usuel d'abord ; vide si la personne n'en a pas.", "Zoé", "prénom"));
        colonnes.add(obligatoire(
                NAISSANCE,
                "Date de naissance",
                "jour/mois/année, sur quatre chiffres ; 03/1986 ou 1986 quand le reste n'est pas connu.",
                "14/03/1986",
                "né le",
                "née le"));
        colonnes.add(facultative(
                NIR,
                "Numéro de sécurité sociale",
                "13 ou 15 caractères ; jamais montré ensuite.",
                "",
                "numéro sécu",
                "nss"));
        colonnes.add(facultative(
                NIR_CONFIRME,
                "Numéro relu",
                "oui quand le numéro dit un autre sexe, une autre année ou un autre mois, et qu'il est juste.",
                ""));
        colonnes.add(obligatoire(
                ADRESSE, "Adresse", "Numéro et voie ; vide si la personne n'en a pas.", "3 allée Imaginaire"));
        // Without its code an address is another one, to which a letter would not go
        colonnes.add(facultative(CODE_POSTAL, "Code postal", "Cinq chiffres en France.", "35000")
                .siRemplieJuste());
        colonnes.add(facultative(COMMUNE, "Commune", "Rennes, en général.", "Rennes", "ville"));
        colonnes.add(
                facultative(PAYS, "Pays", "France si la case est vide.", "").siRemplieJuste());
        colonnes.add(facultative(
                        DOMICILIATION,
                        "Domiciliation",
                        "Sans adresse : CCAS, ou l'organisme agréé et son adresse ; « à demander » si personne ne le sait.",
                        "")
                .siRemplieJuste());
        colonnes.add(facultative(QUARTIER, "Quartier", "De Q1 à Q12 : il donne l'antenne.", "Q1")
                .siRemplieJuste());
        colonnes.add(facultative(
                TELEPHONE,
                "Téléphone",
                "Le premier est appelé ; les autres à la suite, séparés par une virgule.",
                "02 99 00 00 01",
                "tel",
                "portable"));
        colonnes.add(facultative(
                COURRIEL,
                "Courriel",
                "Une seule adresse.",
                "zoe@exemple.invalid",
                "email",
                "mail",
                "adresse électronique"));
        colonnes.add(facultative(
                        MEME_PERSONNE,
                        "Même personne",
                        "Réponse quand Jalon hésite : oui, non, ou la référence de la personne connue.",
                        "")
                .siRemplieJuste());
        colonnes.add(facultative(LANGUE, "Langue", "Son nom ou son code ; français si la case est vide.", "fr"));
    }
}
