package fr.jalon.usager;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.LocalDate;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What is written of a person, as typed.
 *
 * @param civilite {@code MME}, {@code M} or {@code NEUTRE}
 * @param nom name that the person uses; with {@code nomUsage} beside it and no birth name, it is the birth name
 * @param prenoms empty when the person has none, null when they were not said
 * @param dateNaissance a day, or what is known of it
 * @param adresse null with a {@code domiciliation}
 * @param quartier {@code Q1} to {@code Q12}, or null when unknown
 * @param telephone one number, or several separated by a comma: the first is the one to call
 * @param langue code of {@link fr.jalon.commun.Langues}, null for French
 * @param nir social security number, 13 or 15 characters with or without blanks, or null; never kept in clear
 * @param nomNaissance birth name, null when it is the name used or is not known
 * @param nomUsage name used, when it is given apart
 * @param autresTelephones other numbers, separated by commas
 * @param pays country of the address, two letters; null for France
 * @param domiciliation {@link Domiciliation#ANTENNE}, {@link Domiciliation#A_DEMANDER}, or the approved body with its address
 * @param nirConfirme the number was read again: it says another sex, year or month than the card, and it is right
 */
public record FichePersonne(
        String civilite,
        String nom,
        @JsonDeserialize(using = PrenomsDits.class) String prenoms,
        Naissance dateNaissance,
        String adresse,
        String quartier,
        String telephone,
        String courriel,
        String langue,
        String nir,
        String nomNaissance,
        String nomUsage,
        String autresTelephones,
        String pays,

        @JsonDeserialize(using = Domiciliation.Lecture.class)
        String domiciliation,

        Boolean nirConfirme) {

    @JsonCreator
    public FichePersonne {}

    /** Somebody of whom nothing more is known: one name, a whole birth date, an address in France. */
    public FichePersonne(
            String civilite,
            String nom,
            String prenoms,
            LocalDate dateNaissance,
            String adresse,
            String quartier,
            String telephone,
            String courriel,
            String langue,
            String nir) {
        this(
                civilite,
                nom,
                prenoms,
                Naissance.du(dateNaissance),
                adresse,
                quartier,
                telephone,
                courriel,
                langue,
                nir,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The card of a known person, to compare it; without her number, which is never read in clear. */
    public static FichePersonne de(PersonneVue p) {
        return new FichePersonne(
                p.civilite(),
                p.nom(),
                p.prenoms(),
                p.dateNaissance(),
                p.adresseTapee(),
                p.quartier(),
                p.telephone(),
                p.courriel(),
                p.langue(),
                null,
                p.nomNaissance(),
                null,
                p.autresTelephones(),
                p.pays(),
                p.domiciliation(),
                null);
    }

    /** The same with a social security number. */
    public FichePersonne avecNir(String numero) {
        return new FichePersonne(
                civilite,
                nom,
                prenoms,
                dateNaissance,
                adresse,
                quartier,
                telephone,
                courriel,
                langue,
                numero,
                nomNaissance,
                nomUsage,
                autresTelephones,
                pays,
                domiciliation,
                nirConfirme);
    }

    /** The same with other contacts and names, for who completes a card. */
    FichePersonne avecNoms(String nouveauNom, String nouveauNomNaissance) {
        return new FichePersonne(
                civilite,
                nouveauNom,
                prenoms,
                dateNaissance,
                adresse,
                quartier,
                telephone,
                courriel,
                langue,
                nir,
                nouveauNomNaissance,
                null,
                autresTelephones,
                pays,
                domiciliation,
                nirConfirme);
    }
}
