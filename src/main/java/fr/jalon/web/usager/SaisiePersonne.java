package fr.jalon.web.usager;

import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.Naissance;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Telephones;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

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

    /**
     * The words that found nobody: the name first, as they are asked for, then the first names; a date is the birth, a number the
     * telephone, an e-mail the e-mail.
     */
    static SaisiePersonne cherchee(String mots) {
        StringJoiner noms = new StringJoiner(" ");
        String naissance = null;
        String courriel = null;
        String net = mots.strip();
        String telephone =
                net.matches("[+0-9 .()-]+") && Telephones.cle(net).length() >= CHIFFRES_D_UN_TELEPHONE ? net : null;
        for (String mot : telephone == null ? net.split("\\s+") : new String[0]) {
            Optional<Naissance> lue = Naissance.lire(mot);
            if (lue.isPresent()) {
                naissance = lue.get().saisie();
            } else if (mot.contains("@")) {
                courriel = mot;
            } else if (!mot.isEmpty()) {
                noms.add(mot.substring(0, 1).toUpperCase(Locale.FRENCH) + mot.substring(1));
            }
        }
        String[] parts = noms.toString().split(" ", 2);
        return new SaisiePersonne(
                null,
                parts[0].isEmpty() ? null : parts[0],
                parts.length > 1 ? parts[1] : null,
                naissance,
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
