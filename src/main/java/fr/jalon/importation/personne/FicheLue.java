package fr.jalon.importation.personne;

import fr.jalon.commun.Langues;
import fr.jalon.commun.Textes;
import fr.jalon.importation.lecture.LectureRangee;
import fr.jalon.usager.FichePersonne;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The person of a row. */
public final class FicheLue {

    /** Column of each field of a person. */
    public static final Map<String, String> COLONNES = Map.of(
            "civilite", ColonnesPersonne.CIVILITE,
            "nom", ColonnesPersonne.NOM,
            "prenoms", ColonnesPersonne.PRENOMS,
            "dateNaissance", ColonnesPersonne.NAISSANCE,
            "adresse", ColonnesPersonne.ADRESSE,
            "quartier", ColonnesPersonne.QUARTIER,
            "telephone", ColonnesPersonne.TELEPHONE,
            "courriel", ColonnesPersonne.COURRIEL,
            "langue", ColonnesPersonne.LANGUE,
            "nir", ColonnesPersonne.NIR);

    private static final Map<String, String> CIVILITES = Map.of(
            "MME", "MME", "MADAME", "MME", "M", "M", "MR", "M", "MONSIEUR", "M", "NEUTRE", "NEUTRE", "MX", "NEUTRE");

    private FicheLue() {}

    /** Reads it; each fault is kept with its column. */
    public static FichePersonne lire(LectureRangee rangee) {
        return new FichePersonne(
                civilite(rangee),
                rangee.exiger(ColonnesPersonne.NOM),
                rangee.exiger(ColonnesPersonne.PRENOMS),
                rangee.exigerDate(ColonnesPersonne.NAISSANCE),
                adresse(rangee),
                quartier(rangee),
                rangee.texte(ColonnesPersonne.TELEPHONE),
                rangee.texte(ColonnesPersonne.COURRIEL),
                langue(rangee),
                nir(rangee));
    }

    private static String civilite(LectureRangee rangee) {
        String lue = rangee.exiger(ColonnesPersonne.CIVILITE);
        return lue == null ? null : CIVILITES.getOrDefault(LectureRangee.enCode(lue), lue);
    }

    private static String adresse(LectureRangee rangee) {
        String voie = rangee.exiger(ColonnesPersonne.ADRESSE);
        String ville = Stream.of(rangee.texte(ColonnesPersonne.CODE_POSTAL), rangee.texte(ColonnesPersonne.COMMUNE))
                .filter(t -> t != null)
                .collect(Collectors.joining(" "));
        return voie == null || ville.isEmpty() ? voie : voie + "\n" + ville;
    }

    /** "Q 4", "q4" and "4" are the same quartier. */
    private static String quartier(LectureRangee rangee) {
        String lu = rangee.texte(ColonnesPersonne.QUARTIER);
        if (lu == null) {
            return null;
        }
        String serre = lu.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
        return serre.matches("\\d{1,2}") ? "Q" + serre : serre;
    }

    private static String langue(LectureRangee rangee) {
        String lue = rangee.texte(ColonnesPersonne.LANGUE);
        return lue == null ? null : Langues.code(lue);
    }

    private static String nir(LectureRangee rangee) {
        String lu = rangee.texte(ColonnesPersonne.NIR);
        return lu == null ? null : lu.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
    }

    /** What makes two rows speak of the same person. */
    public static String identite(FichePersonne fiche) {
        return Textes.recherche(fiche.nom()) + "\n" + Textes.recherche(fiche.prenoms()) + "\n" + fiche.dateNaissance();
    }
}
