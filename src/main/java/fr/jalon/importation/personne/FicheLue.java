package fr.jalon.importation.personne;

import fr.jalon.commun.Textes;
import fr.jalon.importation.MessageLigne;
import fr.jalon.importation.lecture.LectureRangee;
import fr.jalon.usager.CodesPostaux;
import fr.jalon.usager.Domiciliation;
import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.Naissance;
import fr.jalon.usager.Nir;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.SansAdresse;
import fr.jalon.usager.Telephones;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The person of a row. */
public final class FicheLue {

    /** Column of each field of a person. */
    public static final Map<String, String> COLONNES = Map.ofEntries(
            Map.entry("civilite", ColonnesPersonne.CIVILITE),
            Map.entry("nom", ColonnesPersonne.NOM),
            Map.entry("nomNaissance", ColonnesPersonne.NOM_NAISSANCE),
            Map.entry("prenoms", ColonnesPersonne.PRENOMS),
            Map.entry("dateNaissance", ColonnesPersonne.NAISSANCE),
            Map.entry("adresse", ColonnesPersonne.ADRESSE),
            Map.entry("pays", ColonnesPersonne.PAYS),
            Map.entry("domiciliation", ColonnesPersonne.DOMICILIATION),
            Map.entry("quartier", ColonnesPersonne.QUARTIER),
            Map.entry("telephone", ColonnesPersonne.TELEPHONE),
            Map.entry("autresTelephones", ColonnesPersonne.TELEPHONE),
            Map.entry("courriel", ColonnesPersonne.COURRIEL),
            Map.entry("langue", ColonnesPersonne.LANGUE),
            Map.entry("nir", ColonnesPersonne.NIR));

    /** "35000 RENNES" in the cell of the postal code. */
    private static final Pattern CODE_ET_COMMUNE = Pattern.compile("(\\d{5})\\s+(\\p{L}.*)");

    /** A day that a file writes at midnight is a day. */
    private static final Pattern JOUR_A_MINUIT = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ]00:00(?::00)?");

    private FicheLue() {}

    /** Reads it; each fault is kept with its column. An empty address is one. */
    public static FichePersonne lire(LectureRangee rangee) {
        return lire(rangee, false);
    }

    /**
     * Reads it; each fault is kept with its column.
     *
     * @param sansDomicile the row says that the person has no stable home: an empty address is then no fault
     */
    public static FichePersonne lire(LectureRangee rangee, boolean sansDomicile) {
        String civilite = CasesDePersonne.civilite(rangee);
        DeuxNoms noms = DeuxNoms.lire(rangee);
        String prenoms = rangee.texte(ColonnesPersonne.PRENOMS);
        Naissance naissance = naissance(rangee);
        String pays = rangee.texte(ColonnesPersonne.PAYS);
        String domiciliation = domiciliation(rangee, sansDomicile);
        List<String> telephones = CasesDePersonne.telephones(rangee);
        boolean confirme = rangee.present(ColonnesPersonne.NIR_CONFIRME)
                && Boolean.TRUE.equals(rangee.ouiNon(ColonnesPersonne.NIR_CONFIRME));
        String nir = nir(rangee);
        return new FichePersonne(
                civilite,
                noms.usage(),
                prenoms == null ? "" : prenoms,
                naissance,
                adresse(rangee, pays, domiciliation),
                CasesDePersonne.quartier(rangee),
                telephones.isEmpty() ? null : String.join(", ", telephones),
                CasesDePersonne.courriel(rangee),
                CasesDePersonne.langue(rangee),
                ecarts(nir, civilite, naissance).isEmpty() || confirme ? nir : null,
                noms.naissance(),
                null,
                null,
                pays,
                domiciliation,
                confirme);
    }

    /**
     * What the person is looked for by: a number that disagrees with the card is not written, yet it is the number of somebody, and perhaps
     * of this very person under another name.
     */
    public static FichePersonne pourChercher(LectureRangee rangee, FichePersonne fiche) {
        String lu = nir(rangee);
        return fiche.nir() != null || lu == null || !Nir.estValide(lu) ? fiche : fiche.avecNir(lu);
    }

    /**
     * What makes two rows speak of one subject: the person as she is named, in one word or in two, wherever the columns cut her names
     * and whichever holds which, and the number that was read, written or not.
     *
     * @param distinction of {@link RapprochementPersonne#distinction}
     */
    public static List<String> sujets(FichePersonne cherchee, String distinction) {
        String noms = enRond(Stream.of(cherchee.nom(), cherchee.prenoms())
                .map(nom -> Textes.recherche(nom).replace(" ", ""))
                .collect(Collectors.joining()));
        // A row keeps two subjects, no more
        List<String> sujets =
                new ArrayList<>(List.of("personne\n" + noms + "\n" + cherchee.dateNaissance() + distinction));
        if (cherchee.nir() != null) {
            sujets.add("nir\n" + cherchee.nir());
        }
        return sujets;
    }

    /** The least of the rotations of a text: one for "nguyenvan" + "an", "nguyen" + "vanan" and "an" + "nguyenvan". */
    private static String enRond(String texte) {
        return IntStream.range(0, texte.length())
                .mapToObj(i -> texte.substring(i) + texte.substring(0, i))
                .min(Comparator.naturalOrder())
                .orElse(texte);
    }

    /** The subjects of a row by its cells alone; empty when one of them cannot be read. */
    public static List<String> sujetsLus(Map<String, String> valeurs) {
        LectureRangee rangee = new LectureRangee(valeurs);
        FichePersonne fiche = lire(rangee, true);
        return rangee.enErreur()
                ? List.of()
                : sujets(
                        pourChercher(rangee, fiche),
                        RapprochementPersonne.distinction(fiche, RapprochementPersonne.reponse(rangee)));
    }

    /** What was read otherwise than it was written, or left out, to be told beside the row; no fault is among it. */
    public static List<MessageLigne> remarques(LectureRangee rangee, FichePersonne fiche) {
        List<MessageLigne> remarques = new ArrayList<>(DeuxNoms.lire(rangee).remarques());
        if (fiche.prenoms() == null || fiche.prenoms().isEmpty()) {
            remarques.add(
                    new MessageLigne(ColonnesPersonne.PRENOMS, "Sans prénom : vérifiez qu'il n'en manque pas.", false));
        }
        if (fiche.dateNaissance() != null && !fiche.dateNaissance().complete()) {
            remarques.add(new MessageLigne(
                    ColonnesPersonne.NAISSANCE,
                    "Date connue en partie : " + fiche.dateNaissance().mots() + ".",
                    false));
        }
        if (Domiciliation.A_DEMANDER.equals(fiche.domiciliation())) {
            remarques.add(new MessageLigne(
                    ColonnesPersonne.ADRESSE,
                    "Sans adresse : les courriers attendent à l'antenne. Demandez la domiciliation.",
                    false));
        }
        String telephone = rangee.texte(ColonnesPersonne.TELEPHONE);
        List<String> numeros = Telephones.separer(telephone);
        numeros.stream()
                .filter(n -> Telephones.remede(n).isPresent())
                .map(n -> "« " + n + " » est lu " + Telephones.remede(n).orElseThrow() + ".")
                .forEach(dit -> remarques.add(new MessageLigne(ColonnesPersonne.TELEPHONE, dit, false)));
        int gardes = Telephones.separer(fiche.telephone()).size();
        if (gardes > 1) {
            remarques.add(new MessageLigne(
                    ColonnesPersonne.TELEPHONE,
                    "Plusieurs numéros : le premier est celui à appeler, les autres sont gardés à la suite.",
                    false));
        }
        if (gardes < numeros.size()) {
            remarques.add(new MessageLigne(
                    ColonnesPersonne.TELEPHONE,
                    "Une partie de la case n'est pas un numéro que l'on peut composer : elle est laissée de côté, le reste est"
                            + " gardé.",
                    false));
        }
        if (fiche.courriel() != null && !fiche.courriel().equals(rangee.texte(ColonnesPersonne.COURRIEL))) {
            remarques.add(new MessageLigne(
                    ColonnesPersonne.COURRIEL,
                    "Lu " + fiche.courriel() + " : le reste de la case est laissé de côté.",
                    false));
        }
        if (fiche.nir() == null) {
            List<String> ecarts = ecarts(nir(rangee), fiche.civilite(), fiche.dateNaissance());
            if (!ecarts.isEmpty()) {
                remarques.add(new MessageLigne(
                        ColonnesPersonne.NIR,
                        Nir.aConfirmer(ecarts)
                                + " À confirmer : il n'est pas repris, le reste de la ligne l'est. S'il est juste,"
                                + " écrivez oui dans « Numéro relu ».",
                        false));
            }
        }
        return remarques;
    }

    /** A day, or what is known of it; anything else is read as every date of a file, with its fault. */
    private static Naissance naissance(LectureRangee rangee) {
        String texte = rangee.exiger(ColonnesPersonne.NAISSANCE);
        if (texte == null) {
            return null;
        }
        Matcher minuit = JOUR_A_MINUIT.matcher(texte);
        Optional<Naissance> lue = Naissance.lire(minuit.matches() ? minuit.group(1) : texte);
        return lue.orElseGet(() -> Naissance.du(rangee.date(ColonnesPersonne.NAISSANCE)));
    }

    private static String domiciliation(LectureRangee rangee, boolean sansDomicile) {
        String lue = Domiciliation.lire(rangee.texte(ColonnesPersonne.DOMICILIATION));
        String voie = rangee.texte(ColonnesPersonne.ADRESSE);
        if (lue != null) {
            return lue;
        }
        if (voie != null && Domiciliation.ANTENNE.equals(Domiciliation.lire(voie))) {
            return Domiciliation.ANTENNE;
        }
        return sansAdresse(voie, sansDomicile) ? Domiciliation.A_DEMANDER : null;
    }

    /** "SDF" is no address; what only says that nobody asked is one to ask, but for somebody without a stable home. */
    private static boolean sansAdresse(String voie, boolean sansDomicile) {
        return SansAdresse.sansDomicile(voie) || (sansDomicile && (voie == null || SansAdresse.estVague(voie)));
    }

    private static String adresse(LectureRangee rangee, String pays, String domiciliation) {
        String tapee = rangee.texte(ColonnesPersonne.ADRESSE);
        if (domiciliation != null
                && (tapee == null
                        || SansAdresse.estVague(tapee)
                        || Domiciliation.ANTENNE.equals(Domiciliation.lire(tapee)))) {
            return null;
        }
        if (!rangee.present(ColonnesPersonne.ADRESSE)) {
            rangee.refuser(
                    ColonnesPersonne.ADRESSE,
                    "Cette case est vide : remplissez-la. Si la personne n'a pas d'adresse, remplissez « Domiciliation ».");
            return null;
        }
        String voie = rangee.texte(ColonnesPersonne.ADRESSE);
        String code = rangee.texte(ColonnesPersonne.CODE_POSTAL);
        String commune = rangee.texte(ColonnesPersonne.COMMUNE);
        Matcher ensemble = CODE_ET_COMMUNE.matcher(code == null ? "" : code);
        if (ensemble.matches() && (commune == null || memeCommune(commune, ensemble.group(2)))) {
            code = ensemble.group(1);
            commune = ensemble.group(2);
        }
        if (code != null) {
            String paysDuCode = pays == null ? null : CodesPostaux.pays(pays).orElse(null);
            Optional<String> faute = CodesPostaux.faute(paysDuCode, code);
            if (faute.isPresent()) {
                rangee.refuser(ColonnesPersonne.CODE_POSTAL, faute.get());
                code = null;
            }
        }
        String ville = Stream.of(code, commune).filter(t -> t != null).collect(Collectors.joining(" "));
        return ville.isEmpty() ? voie : voie + "\n" + ville;
    }

    private static boolean memeCommune(String une, String autre) {
        return Textes.recherche(une).equals(Textes.recherche(autre));
    }

    private static String nir(LectureRangee rangee) {
        String lu = rangee.texte(ColonnesPersonne.NIR);
        return lu == null ? null : Nir.complet(lu);
    }

    private static List<String> ecarts(String nir, String civilite, Naissance naissance) {
        return nir == null || !Nir.estValide(nir) ? List.of() : Nir.ecarts(nir, civilite, naissance);
    }

    /** What makes two rows speak of the same person. */
    public static String identite(FichePersonne fiche) {
        return identite(fiche.nom(), fiche.prenoms(), fiche.dateNaissance());
    }

    private static String identite(String nom, String prenoms, Naissance naissance) {
        return Textes.recherche(nom) + "\n" + Textes.recherche(prenoms) + "\n" + naissance;
    }

    /** Same, for a known person: under each of her names. */
    public static List<String> identites(PersonneVue p) {
        return Stream.of(p.nom(), p.nomNaissance())
                .filter(nom -> nom != null)
                .map(nom -> identite(nom, p.prenoms(), p.dateNaissance()))
                .toList();
    }
}
