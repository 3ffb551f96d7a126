package fr.jalon.importation.rsa;

import fr.jalon.commun.Textes;
import fr.jalon.importation.lecture.LectureRangee;
import fr.jalon.usager.FichePersonne;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The person of a row. */
final class FicheLue {

    /** Column of each field of a person. */
    static final Map<String, String> COLONNES = Map.of(
            "civilite", ColonnesDemandeRsa.CIVILITE,
            "nom", ColonnesDemandeRsa.NOM,
            "prenoms", ColonnesDemandeRsa.PRENOMS,
            "dateNaissance", ColonnesDemandeRsa.NAISSANCE,
            "adresse", ColonnesDemandeRsa.ADRESSE,
            "quartier", ColonnesDemandeRsa.QUARTIER,
            "telephone", ColonnesDemandeRsa.TELEPHONE,
            "courriel", ColonnesDemandeRsa.COURRIEL,
            "langue", ColonnesDemandeRsa.LANGUE,
            "nir", ColonnesDemandeRsa.NIR);

    private static final Map<String, String> CIVILITES = Map.of(
            "MME", "MME", "MADAME", "MME", "M", "M", "MR", "M", "MONSIEUR", "M", "NEUTRE", "NEUTRE", "MX", "NEUTRE");

    private FicheLue() {}

    static FichePersonne lire(LectureRangee rangee) {
        return new FichePersonne(
                civilite(rangee),
                rangee.exiger(ColonnesDemandeRsa.NOM),
                rangee.exiger(ColonnesDemandeRsa.PRENOMS),
                rangee.exigerDate(ColonnesDemandeRsa.NAISSANCE),
                adresse(rangee),
                quartier(rangee),
                rangee.texte(ColonnesDemandeRsa.TELEPHONE),
                rangee.texte(ColonnesDemandeRsa.COURRIEL),
                langue(rangee),
                nir(rangee));
    }

    private static String civilite(LectureRangee rangee) {
        String lue = rangee.exiger(ColonnesDemandeRsa.CIVILITE);
        return lue == null ? null : CIVILITES.getOrDefault(LectureRangee.enCode(lue), lue);
    }

    private static String adresse(LectureRangee rangee) {
        String voie = rangee.exiger(ColonnesDemandeRsa.ADRESSE);
        String ville = Stream.of(rangee.texte(ColonnesDemandeRsa.CODE_POSTAL), rangee.texte(ColonnesDemandeRsa.COMMUNE))
                .filter(t -> t != null)
                .collect(Collectors.joining(" "));
        return voie == null || ville.isEmpty() ? voie : voie + "\n" + ville;
    }

    /** "Q 4", "q4" and "4" are the same quartier. */
    private static String quartier(LectureRangee rangee) {
        String lu = rangee.texte(ColonnesDemandeRsa.QUARTIER);
        if (lu == null) {
            return null;
        }
        String serre = lu.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
        return serre.matches("\\d{1,2}") ? "Q" + serre : serre;
    }

    private static String langue(LectureRangee rangee) {
        String lue = rangee.texte(ColonnesDemandeRsa.LANGUE);
        return lue == null ? null : lue.toLowerCase(Locale.ROOT);
    }

    private static String nir(LectureRangee rangee) {
        String lu = rangee.texte(ColonnesDemandeRsa.NIR);
        return lu == null ? null : lu.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
    }

    /** What makes two rows speak of the same person. */
    static String identite(FichePersonne fiche) {
        return Textes.recherche(fiche.nom()) + "\n" + Textes.recherche(fiche.prenoms()) + "\n" + fiche.dateNaissance();
    }
}
