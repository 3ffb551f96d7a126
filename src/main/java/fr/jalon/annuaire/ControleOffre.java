package fr.jalon.annuaire;

import fr.jalon.annuaire.Nomenclature.Objectif;
import fr.jalon.commun.Textes;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Cleans the card of an offer and refuses what cannot be, field by field. */
final class ControleOffre {

    private static final int PLACES_MAX = 100_000;
    private static final int DELAI_MAX = 1_000;
    private static final LocalDate PREMIER_JOUR = LocalDate.of(1990, 1, 1);
    private static final LocalDate DERNIER_JOUR = LocalDate.of(2100, 1, 1);

    private ControleOffre() {}

    /** @param connus codes of the organisations of the card that exist */
    static FicheOffre verifier(FicheOffre f, Set<String> connus, Nomenclature nomenclature) {
        ControleTextes c = new ControleTextes();
        String titre = c.obligatoire("titre", f.titre(), 500, "Donnez un titre à l'offre.");
        String objectif = Textes.ouNull(f.objectif());
        if (nomenclature.objectif(objectif).map(Objectif::code).isEmpty()) {
            c.refuser("objectif", "Choisissez l'objectif du pacte que l'offre sert : il donne son levier.");
        }
        List<String> organismes = c.codes(
                "organismes",
                f.organismes(),
                connus::contains,
                "cet organisme n'est pas dans l'annuaire, créez-le d'abord.");
        List<String> publics = c.codes(
                "publics",
                f.publics(),
                p -> nomenclature.publicVise(p).isPresent(),
                "ce public n'existe pas, choisissez dans la liste.");
        if (f.delaiPremierRendezVous() != null
                && (f.delaiPremierRendezVous() < 0 || f.delaiPremierRendezVous() > DELAI_MAX)) {
            c.refuser("delaiPremierRendezVous", "Indiquez un nombre de jours de 0 à " + DELAI_MAX + ".");
        }
        date(c, "debut", f.debut());
        date(c, "fin", f.fin());
        if (f.debut() != null && f.fin() != null && f.fin().isBefore(f.debut())) {
            c.refuser("fin", "La fin doit être le même jour que le début, ou après.");
        }
        FicheOffre propre = new FicheOffre(
                titre,
                c.lignes("description", f.description(), 3000),
                objectif,
                c.facultatif("objectifOperationnel", f.objectifOperationnel(), 500),
                organismes,
                nomenclature.publics().stream()
                        .map(Nomenclature.PublicVise::code)
                        .filter(publics::contains)
                        .toList(),
                c.lignes("conditions", f.conditions(), 1000),
                c.quartiers(f.quartiers(), nomenclature),
                c.langues(f.langues(), nomenclature),
                f.delaiPremierRendezVous(),
                c.facultatif("cout", f.cout(), 200),
                f.debut(),
                f.fin());
        c.terminer();
        return propre;
    }

    static void verifier(Places p) {
        ControleTextes c = new ControleTextes();
        if (p.total() != null && (p.total() < 0 || p.total() > PLACES_MAX)) {
            c.refuser("placesTotal", "Indiquez un nombre de places de 0 à 100 000, ou laissez vide.");
        }
        if (p.prises() < 0 || p.prises() > PLACES_MAX) {
            c.refuser("placesPrises", "Indiquez un nombre de 0 à 100 000.");
        }
        if (p.attente() < 0 || p.attente() > PLACES_MAX) {
            c.refuser("placesAttente", "Indiquez un nombre de 0 à 100 000.");
        }
        c.terminer();
    }

    private static void date(ControleTextes c, String champ, LocalDate jour) {
        if (jour != null && (jour.isBefore(PREMIER_JOUR) || jour.isAfter(DERNIER_JOUR))) {
            c.refuser(champ, "Vérifiez l'année de cette date.");
        }
    }
}
