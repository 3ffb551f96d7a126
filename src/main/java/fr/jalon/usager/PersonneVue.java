package fr.jalon.usager;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A person as other modules and screens see it; the social security number only as its masked end.
 *
 * @param nom name that the person uses: the one that letters print
 * @param prenoms empty when the person has none
 * @param adresse lines printed on an envelope, never null: with a domiciliation, those of the antenne or of the approved body
 * @param nomNaissance birth name when it is another and is known, else null
 * @param autresTelephones other numbers, separated by commas, or null
 * @param adresseTapee address as typed, without its country; null with a domiciliation
 * @param pays two letters, null for France
 * @param domiciliation see {@link Domiciliation}; null when the person has an address
 */
public record PersonneVue(
        UUID id,
        String civilite,
        String nom,
        String prenoms,
        Naissance dateNaissance,
        String adresse,
        String quartier,
        String antenne,
        String telephone,
        String courriel,
        String langue,
        String nirMasque,
        LocalDate decedeeLe,
        int version,
        String nomNaissance,
        String autresTelephones,
        String adresseTapee,
        String pays,
        String domiciliation) {

    /** Somebody with one name, a whole birth date and an address in France. */
    public PersonneVue(
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
        this(
                id,
                civilite,
                nom,
                prenoms,
                Naissance.du(dateNaissance),
                adresse,
                quartier,
                antenne,
                telephone,
                courriel,
                langue,
                nirMasque,
                decedeeLe,
                version,
                null,
                null,
                adresse,
                null,
                null);
    }

    /** First names and the name used, as letters print them. */
    public String nomComplet() {
        return (prenoms + " " + nom).strip();
    }

    /** The name used first, for lists. */
    public String nomEtPrenoms() {
        return (nom + " " + prenoms).strip();
    }

    /** "Mme", "M." or nothing. */
    public String civiliteAbregee() {
        return switch (civilite) {
            case "MME" -> "Mme";
            case "M" -> "M.";
            default -> "";
        };
    }

    /** "Née Martin le 14 mars 1986", "Né en 1980 (jour et mois inconnus)", "Naissance le 14 mars 1986". */
    public String nee() {
        String sousUnNom = nomNaissance == null ? "" : nomNaissance + " ";
        return switch (civilite) {
            case "MME" -> "Née " + sousUnNom + dateNaissance.quand();
            case "M" -> "Né " + sousUnNom + dateNaissance.quand();
            default -> "Naissance " + (nomNaissance == null ? "" : "sous le nom " + sousUnNom) + dateNaissance.quand();
        };
    }

    /** Its reference among persons who look alike: the end of its id, short enough to be copied by hand. */
    public String reference() {
        String texte = id.toString();
        return texte.substring(texte.length() - 8);
    }

    public Naissance.Age ageLe(LocalDate jour) {
        return dateNaissance.ageLe(jour);
    }
}
