package fr.jalon.mobilite;

import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.decision.Ligne;
import fr.jalon.decision.Tables;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The quotes of an aid: how many, how old, beside the network's prices. The table {@code devis-aide-mobilite} says the rules. */
@Component
class Devis {

    private static final String TABLE = "devis-aide-mobilite";

    private final Tables tables;
    private final ReseauAutoEcoles reseau;
    private final Horloge horloge;

    Devis(Tables tables, ReseauAutoEcoles reseau, Horloge horloge) {
        this.tables = tables;
        this.reseau = reseau;
        this.horloge = horloge;
    }

    /**
     * Whether the quote can be instructed by who declares it.
     *
     * @throws SaisieInvalide on {@code dateDevis} when it is of the future or too old, on {@code devisProche} when it is a relative's
     */
    void verifier(Instruction instruction) {
        Ligne regle = regle(instruction.demande().nature());
        LocalDate date = instruction.devis().date();
        LocalDate aujourdhui = horloge.aujourdhui();
        if (date.isAfter(aujourdhui)) {
            throw new SaisieInvalide("dateDevis", "La date du devis ne peut pas être dans le futur.");
        }
        int jours = regle.entier("validiteJours");
        if (date.plusDays(jours).isBefore(aujourdhui)) {
            throw new SaisieInvalide("dateDevis", "Ce devis a plus de " + jours + " jours : demandez-en un à jour.");
        }
        if (instruction.devis().proche()) {
            throw new SaisieInvalide(
                    "devisProche",
                    "Vous ne pouvez pas instruire une demande dont le devis vient d’un proche : confiez-la à une ou un collègue.");
        }
    }

    /** What is still to ask about the quotes, told beside the computation; empty when nothing is. */
    Optional<String> manque(Instruction instruction) {
        Ligne regle = regle(instruction.demande().nature());
        int donnes = instruction.second() == null ? 1 : 2;
        boolean reseauSuffit = instruction.devis().autoEcole() != null;
        return donnes >= regle.entier("devisDemandes") || reseauSuffit
                ? Optional.empty()
                : Optional.of(regle.texte("raison"));
    }

    /** The chosen quote beside the network; empty when this kind of aid is not a school's, or no school is a member. */
    Optional<DevisCompare> comparer(Instruction instruction) {
        List<AutoEcole> membres = reseau.membres();
        if (membres.isEmpty() || !regle(instruction.demande().nature()).vrai("prixDuReseau")) {
            return Optional.empty();
        }
        Integer dites = instruction.devis().heures();
        int heures = dites == null
                ? moyenne(
                        membres.stream()
                                .mapToInt(e -> e.engagements().heuresUsuelles())
                                .sum(),
                        membres)
                : dites;
        int reference = moyenne(
                membres.stream().mapToLong(e -> e.engagements().prix(heures)).sum(), membres);
        Long engagement = instruction.devis().autoEcole() == null
                ? null
                : reseau.parId(instruction.devis().autoEcole()).engagements().prix(heures);
        long cout = instruction.demande().cout().movePointRight(2).longValueExact();
        return Optional.of(new DevisCompare(cout, reference, engagement, heures, dites == null));
    }

    private static int moyenne(long somme, List<AutoEcole> membres) {
        return Math.toIntExact(Math.round((double) somme / membres.size()));
    }

    private Ligne regle(String nature) {
        return tables.ligne(TABLE, Map.of("nature", nature));
    }
}
