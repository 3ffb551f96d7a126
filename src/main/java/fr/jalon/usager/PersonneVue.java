package fr.jalon.usager;

import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;

/** A person as other modules and screens see it; the social security number only as its masked end. */
public record PersonneVue(
        UUID id,
        String civilite,
        String nom,
        String prenoms,
        LocalDate dateNaissance,
        String adresse,
        String quartier,
        String antenne,
        String telephone,
        String courriel,
        String langue,
        String nirMasque,
        LocalDate decedeeLe,
        int version) {

    public String nomComplet() {
        return prenoms + " " + nom;
    }

    /** "Mme", "M." or nothing. */
    public String civiliteAbregee() {
        return switch (civilite) {
            case "MME" -> "Mme";
            case "M" -> "M.";
            default -> "";
        };
    }

    public int ageLe(LocalDate jour) {
        return Period.between(dateNaissance, jour).getYears();
    }
}
