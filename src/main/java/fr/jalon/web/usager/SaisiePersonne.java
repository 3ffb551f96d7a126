package fr.jalon.web.usager;

import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.Naissance;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Telephones;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person's card as typed: kept as text, so that a wrong date comes back as it was written.
 *
 * @param nirConfirme "oui" when the number was read again, although it does not go with the card
 */
public record SaisiePersonne(
        String civilite,
        String nom,
        String prenoms,
        String dateNaissance,
        String adresse,
        String quartier,
        String telephone,
        String courriel,
        String langue,
        String nir,
        String nomNaissance,
        String autresTelephones,
        String pays,
        String domiciliation,
        String nirConfirme) {

    private static final DateTimeFormatter JOUR_FRANCAIS = DateTimeFormatter.ofPattern("d/M/uuuu");
    private static final int CHIFFRES_D_UN_TELEPHONE = 9;

    private static final Map<String, String> CIVILITES =
            Map.of("mme", "MME", "madame", "MME", "mlle", "MME", "monsieur", "M", "mr", "M", "m", "M");
    private static final Pattern DATE = Pattern.compile(
            "(?u)(?<![\\p{L}\\d])(?:\\d{1,2}[/. -]\\d{1,2}[/. -]\\d{4}|\\d{4}-\\d{2}(?:-\\d{2})?|\\d{1,2}(?:er)? \\p{L}{3,9}\\.? \\d{4}|\\d{1,2}/\\d{4}|\\d{8}|(?:19|20)\\d{2})(?![\\p{L}\\d])");

    /**
     * The words that found nobody: the name first, as they are asked for, then the first names; a date is the birth, a number the
     * telephone, an e-mail the e-mail, "Mme" the title.
     */
    static SaisiePersonne cherchee(String mots) {
        StringJoiner noms = new StringJoiner(" ");
        String courriel = null;
        String tout = mots.strip();
        Optional<Naissance> dite = Naissance.lire(sansBlancs(tout));
        String telephone = dite.isEmpty()
                        && tout.matches("[+0-9 .()-]+")
                        && Telephones.cle(tout).length() >= CHIFFRES_D_UN_TELEPHONE
                ? tout
                : null;
        Matcher date = DATE.matcher(tout);
        Optional<Naissance> naissance =
                telephone == null && date.find() ? Naissance.lire(sansBlancs(date.group())) : dite;
        String reste = telephone != null ? "" : naissance.isPresent() ? sansNaissance(date.replaceFirst(" ")) : tout;
        String civilite = null;
        for (String mot : reste.strip().split("\\s+")) {
            String titre = CIVILITES.get(mot.toLowerCase(Locale.FRENCH).replace(".", ""));
            if (titre != null && noms.length() == 0 && reste.strip().contains(" ")) {
                civilite = titre;
            } else if (mot.contains("@")) {
                courriel = mot;
            } else if (mot.codePoints().anyMatch(Character::isLetter)) {
                noms.add(mot.substring(0, 1).toUpperCase(Locale.FRENCH) + mot.substring(1));
            }
        }
        String[] parts = noms.toString().split(" ", 2);
        return new SaisiePersonne(
                civilite,
                parts[0].isEmpty() ? null : parts[0],
                parts.length > 1 ? parts[1] : null,
                naissance.map(Naissance::saisie).orElse(null),
                null,
                null,
                telephone,
                courriel,
                "fr",
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Without what led to the birth: "née le", a comma, a parenthesis. */
    private static String sansNaissance(String texte) {
        return texte.replaceAll("(?iu)[(),]|(?<=^|[\\s(,])née?(?: le| en)?(?=\\s|$)", " ");
    }

    /** "14 03 1986" is a day, "14 mars 1986" as well. */
    private static String sansBlancs(String date) {
        return date.matches("\\d{1,2} \\d{1,2} \\d{4}") ? date.replace(' ', '/') : date;
    }

    static SaisiePersonne de(PersonneVue p) {
        return new SaisiePersonne(
                p.civilite(),
                p.nom(),
                p.prenoms(),
                p.dateNaissance().saisie(),
                p.adresseTapee(),
                p.quartier(),
                p.telephone(),
                p.courriel(),
                p.langue(),
                null,
                p.nomNaissance(),
                p.autresTelephones(),
                p.pays(),
                p.domiciliation(),
                null);
    }

    FichePersonne fiche() {
        return new FichePersonne(
                civilite,
                nom,
                prenoms,
                Naissance.lire(dateNaissance).orElse(null),
                adresse,
                quartier,
                telephone,
                courriel,
                langue,
                nir,
                nomNaissance,
                null,
                autresTelephones,
                pays,
                domiciliation,
                "oui".equals(nirConfirme));
    }

    /** The date, or null when it is absent or is none: the service then asks for it. */
    static LocalDate date(String texte) {
        String net = texte == null ? "" : texte.strip();
        try {
            return net.contains("/") ? LocalDate.parse(net, JOUR_FRANCAIS) : LocalDate.parse(net);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
