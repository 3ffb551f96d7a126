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

    private ColonnesPersonne() {}

    /** Adds them in order. */
    public static void ajouter(List<ColonneImport> colonnes) {
        colonnes.add(obligatoire(CIVILITE, "Civilité", "Mme, M ou neutre.", "Mme"));
        colonnes.add(obligatoire(NOM, "Nom", "Nom d'usage.", "Inventée-Exemple", "nom de famille"));
        colonnes.add(obligatoire(PRENOMS, "Prénoms", "Prénom usuel d'abord.", "Zoé", "prénom"));
        colonnes.add(obligatoire(
                NAISSANCE,
                "Date de naissance",
                "jour/mois/année, sur quatre chiffres.",
                "14/03/1986",
                "né le",
                "née le"));
        colonnes.add(facultative(
                NIR, "Numéro de sécurité sociale", "15 caractères ; jamais montré ensuite.", "", "numéro sécu", "nss"));
        colonnes.add(obligatoire(ADRESSE, "Adresse", "Numéro et voie.", "3 allée Imaginaire"));
        colonnes.add(facultative(CODE_POSTAL, "Code postal", "Cinq chiffres.", "35000"));
        colonnes.add(facultative(COMMUNE, "Commune", "Rennes, en général.", "Rennes", "ville"));
        colonnes.add(facultative(QUARTIER, "Quartier", "De Q1 à Q12 : il donne l'antenne.", "Q1")
                .siRemplieJuste());
        colonnes.add(facultative(TELEPHONE, "Téléphone", "Un seul numéro.", "02 99 00 00 01", "tel", "portable"));
        colonnes.add(facultative(
                COURRIEL,
                "Courriel",
                "Une seule adresse.",
                "zoe@exemple.invalid",
                "email",
                "mail",
                "adresse électronique"));
        colonnes.add(facultative(LANGUE, "Langue", "Son nom ou son code ; français si la case est vide.", "fr"));
    }
}
