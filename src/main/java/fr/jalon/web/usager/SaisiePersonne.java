package fr.jalon.web.usager;

import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.PersonneVue;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

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

    static SaisiePersonne vide() {
        return new SaisiePersonne(null, null, null, null, null, null, null, null, "fr", null);
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
