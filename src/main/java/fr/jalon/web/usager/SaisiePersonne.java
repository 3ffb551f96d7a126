package fr.jalon.web.usager;

import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.PersonneVue;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.StringJoiner;

/** A person's card as typed: kept as text, so that a wrong date comes back as it was written. */
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
        String nir) {

    private static final DateTimeFormatter JOUR_FRANCAIS = DateTimeFormatter.ofPattern("d/M/uuuu");

    /** The words that found nobody: the name first, as they are asked for, then the first names; a date is the birth. */
    static SaisiePersonne cherchee(String mots) {
        StringJoiner noms = new StringJoiner(" ");
        String naissance = null;
        for (String mot : mots.strip().split("\\s+")) {
            LocalDate jour = date(mot);
            if (jour != null) {
                naissance = jour.toString();
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
                null,
                null,
                "fr",
                null);
    }

    static SaisiePersonne de(PersonneVue p) {
        return new SaisiePersonne(
                p.civilite(),
                p.nom(),
                p.prenoms(),
                p.dateNaissance().toString(),
                p.adresse(),
                p.quartier(),
                p.telephone(),
                p.courriel(),
                p.langue(),
                null);
    }

    FichePersonne fiche() {
        return new FichePersonne(
                civilite, nom, prenoms, date(dateNaissance), adresse, quartier, telephone, courriel, langue, nir);
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
