package fr.jalon.importation.orientation;

import fr.jalon.commun.Horloge;
import fr.jalon.importation.RepartitionArrivees;
import fr.jalon.orientation.EssaiOrientation;
import fr.jalon.orientation.OffreReferents;
import fr.jalon.orientation.OrganismeReferent;
import fr.jalon.orientation.OrganismesReferents;
import fr.jalon.orientation.PropositionOrientation;
import fr.jalon.usager.Naissance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Where the tables and the directory would send a newcomer. */
@Component
class DestinationProposee {

    /** A file is examined row after row: the directory is read again only when it may have changed. */
    private static final Duration FRAICHEUR = Duration.ofSeconds(10);

    private final EssaiOrientation essai;
    private final OrganismesReferents organismes;
    private final Horloge horloge;
    private volatile Lue lue;

    DestinationProposee(EssaiOrientation essai, OrganismesReferents organismes, Horloge horloge) {
        this.essai = essai;
        this.organismes = organismes;
        this.horloge = horloge;
    }

    private record Lue(OffreReferents offre, Instant quand) {}

    /**
     * Where the person would go.
     *
     * @param phrase for the screen
     * @param reperes path and organisation, in codes
     */
    record Destination(String phrase, Map<String, String> reperes) {}

    /** @param naissance the age is that of today, as when the orientation is proposed */
    Destination de(Map<String, Object> situation, Naissance naissance, String quartier, String langue) {
        Naissance.Age age = naissance.ageLe(horloge.aujourdhui());
        PropositionOrientation p = essai.proposer(situation, age);
        List<OrganismeReferent> classes = offre().classer(p, age, quartier, langue);
        if (classes.isEmpty()) {
            throw new IllegalStateException("aucun organisme de l'annuaire n'accompagne de personnes de cet âge");
        }
        OrganismeReferent premier = classes.get(0);
        String manques = p.manquants().isEmpty() ? "" : " " + p.aDemander();
        return new Destination(
                p.parcours().libelle() + ", " + premier.enUneLigne() + "." + manques,
                Map.of(
                        RepartitionArrivees.PARCOURS,
                        p.parcours().name(),
                        RepartitionArrivees.ORGANISME,
                        // The first choice, full or not: a file shows how many too many it would send there
                        premierChoix(classes).code(),
                        RepartitionArrivees.INCOMPLETE,
                        p.manquants().isEmpty() ? "non" : "oui"));
    }

    /** The nearest of the best kind, whatever its places. */
    private static OrganismeReferent premierChoix(List<OrganismeReferent> classes) {
        String nature = classes.get(0).nature();
        return classes.stream()
                .filter(o -> o.nature().equals(nature))
                .min((a, b) -> Integer.compare(a.proximite(), b.proximite()))
                .orElse(classes.get(0));
    }

    private OffreReferents offre() {
        Instant maintenant = horloge.maintenant();
        Lue connue = lue;
        if (connue == null || connue.quand().plus(FRAICHEUR).isBefore(maintenant)) {
            connue = new Lue(organismes.offre(), maintenant);
            lue = connue;
        }
        return connue.offre();
    }
}
