package fr.jalon.usager;

import fr.jalon.commun.Chiffrement;
import fr.jalon.commun.Textes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Likely duplicates: same number, same name and birth date, names that sound alike, day and month exchanged. */
@Component
class RechercheDoublons {

    private final PersonnesRepository personnes;
    private final Chiffrement chiffrement;

    RechercheDoublons(PersonnesRepository personnes, Chiffrement chiffrement) {
        this.personnes = personnes;
        this.chiffrement = chiffrement;
    }

    Optional<PersonneVue> certain(FichePersonne fiche) {
        return parNir(fiche).stream().findFirst();
    }

    List<Doublon> chercher(FichePersonne fiche) {
        Map<UUID, Doublon> trouves = new LinkedHashMap<>();
        parNir(fiche).forEach(p -> trouves.put(p.id(), new Doublon(p, "même numéro de sécurité sociale", true)));
        if (fiche.nom() == null || fiche.prenoms() == null || fiche.dateNaissance() == null) {
            return List.copyOf(trouves.values());
        }
        String nom = Textes.recherche(fiche.nom());
        String phonetique = Phonetique.cle(fiche.nom(), fiche.prenoms());
        LocalDate naissance = fiche.dateNaissance();
        for (Personne personne : personnes.voisines(dates(naissance), nom, phonetique)) {
            PersonneVue vue = personne.vue();
            trouves.putIfAbsent(vue.id(), new Doublon(vue, raison(fiche, vue, nom), false));
        }
        LocalDate debut = naissance.withDayOfYear(1);
        for (Personne personne :
                personnes.homonymes(phonetique, nom, debut, debut.plusYears(1).minusDays(1))) {
            PersonneVue vue = personne.vue();
            trouves.putIfAbsent(vue.id(), new Doublon(vue, "même nom et même année de naissance", false));
        }
        return List.copyOf(trouves.values());
    }

    private List<PersonneVue> parNir(FichePersonne fiche) {
        String nir = Textes.ouNull(fiche.nir());
        if (nir == null) {
            return List.of();
        }
        return personnes.parNir(chiffrement.empreinte(Nir.compact(nir))).stream()
                .map(Personne::vue)
                .toList();
    }

    private static String raison(FichePersonne fiche, PersonneVue vue, String nom) {
        boolean memeJour = vue.dateNaissance().equals(fiche.dateNaissance());
        boolean memeNom = Textes.recherche(vue.nom()).equals(nom);
        if (memeNom && memeJour) {
            return "même nom et même date de naissance";
        }
        String jour = memeJour ? "même date de naissance" : "jour et mois de naissance inversés";
        return (memeNom ? "même nom, " : "nom qui se prononce pareil, ") + jour;
    }

    private static List<LocalDate> dates(LocalDate naissance) {
        List<LocalDate> dates = new ArrayList<>(List.of(naissance));
        try {
            dates.add(LocalDate.of(naissance.getYear(), naissance.getDayOfMonth(), naissance.getMonthValue()));
        } catch (DateTimeException e) {
            // The exchanged date does not exist: nothing more to look for.
            return dates;
        }
        return dates;
    }
}
