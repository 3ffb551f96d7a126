package fr.jalon.orientation;

import fr.jalon.commun.Horloge;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.courrier.Courriers;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.FaitQuiPasse;
import fr.jalon.dossier.FaitsDuDossier;
import fr.jalon.dossier.NaissanceComptee;
import fr.jalon.usager.Naissance;
import fr.jalon.usager.Personnes;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/**
 * The age of a person, which time alone changes: a proposal, or a decision that nobody met the person for, is out of date from the
 * birthday on which the tables would say something else.
 */
@Component
class AgesDesOrientations implements FaitQuiPasse, NaissanceComptee {

    private final DemandesOrientationRepository demandes;
    private final Raisonnement raisonnement;
    private final FaitsDuDossier faits;
    private final Dossiers dossiers;
    private final Personnes personnes;
    private final Courriers courriers;
    private final Horloge horloge;
    private final ObjectMapper json;

    AgesDesOrientations(
            DemandesOrientationRepository demandes,
            Raisonnement raisonnement,
            FaitsDuDossier faits,
            Dossiers dossiers,
            Personnes personnes,
            Courriers courriers,
            Horloge horloge,
            ObjectMapper json) {
        this.demandes = demandes;
        this.raisonnement = raisonnement;
        this.faits = faits;
        this.dossiers = dossiers;
        this.personnes = personnes;
        this.courriers = courriers;
        this.horloge = horloge;
        this.json = json;
    }

    @Override
    public String dispositif() {
        return DemandesOrientation.DISPOSITIF;
    }

    @Override
    public boolean corrigee(UUID dossierId) {
        return true;
    }

    @Override
    public String cause() {
        return "La personne a changé d'âge";
    }

    @Override
    public boolean passe(UUID dossierId, String resultat, LocalDate vraiLe) {
        return demandes.findById(dossierId)
                .filter(d -> switch (resultat) {
                    case DemandesOrientation.PROPOSITION ->
                        attendUneDecision(d) && changeAvecLAge(d, vraiLe, PropositionOrientation::equals);
                    case DemandesOrientation.ORIENTATION ->
                        estANous(d) && changeAvecLAge(d, vraiLe, (alors, p) -> tient(d, alors, p));
                    default -> false;
                })
                .isPresent();
    }

    /** A decision of this house that nobody met the person for yet; what France Travail decided is not ours to take back. */
    private static boolean estANous(DemandeOrientation d) {
        return d.confirmeeLe() != null
                && d.decideur() == Decideur.CCAS
                && d.rencontreeLe() == null
                && d.sortie() == null;
    }

    /** Whether the proposal is still to be decided: nothing is, or the situation was gathered again since. */
    boolean attendUneDecision(DemandeOrientation d) {
        return d.proposition() != null
                && (d.confirmeeLe() == null
                        || faits.plusRecent(
                                d.getId(), DemandesOrientation.PROPOSITION, DemandesOrientation.ORIENTATION));
    }

    private boolean changeAvecLAge(
            DemandeOrientation d, LocalDate vraiLe, BiPredicate<PropositionOrientation, PropositionOrientation> tient) {
        LocalDate aujourdhui = horloge.aujourdhui();
        return !age(d, vraiLe).equals(age(d, aujourdhui)) && !tient.test(esquisse(d, vraiLe), esquisse(d, aujourdhui));
    }

    /** One more reason for the same path and the same organisations is no other decision; a reason that is false is never signed. */
    private boolean tient(DemandeOrientation d, PropositionOrientation alors, PropositionOrientation maintenant) {
        return alors.parcours() == maintenant.parcours()
                && alors.organismes().equals(maintenant.organismes())
                && (maintenant.raisons(d.parcours()).containsAll(alors.raisons(d.parcours())) || signee(d));
    }

    /** What a signed letter says was true when it was signed. */
    private boolean signee(DemandeOrientation d) {
        return courriers.parDossier(d.getId()).stream()
                .anyMatch(c -> CodesCourrier.NOTIFICATION_ORIENTATION.equals(c.modele())
                        && c.signeLe() != null
                        && !c.creeLe().isBefore(d.confirmeeLe()));
    }

    private PropositionOrientation esquisse(DemandeOrientation d, LocalDate jour) {
        return raisonnement.esquisser(faitsAu(d, jour));
    }

    /** What the tables read of a request, with the age of the person on that day. */
    FaitsOrientation faitsAu(DemandeOrientation d, LocalDate jour) {
        return FaitsOrientation.de(reponses(d), age(d, jour));
    }

    private Naissance.Age age(DemandeOrientation d, LocalDate jour) {
        return personnes.parId(dossiers.parId(d.getId()).personneId()).ageLe(jour);
    }

    /** The answers kept, by field name; empty before any. */
    Map<String, Object> reponses(DemandeOrientation d) {
        if (d.situation() == null) {
            return Map.of();
        }
        try {
            return json.readValue(d.situation(), new TypeReference<Map<String, Object>>() {});
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }
}
