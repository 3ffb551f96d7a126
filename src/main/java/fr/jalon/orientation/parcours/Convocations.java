package fr.jalon.orientation.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.dispositif.ContexteEtape;
import fr.jalon.dispositif.Variables;
import fr.jalon.orientation.DemandesOrientation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The letters that give the first appointment: the decision itself, then each one that gives another date. */
@Component
class Convocations {

    private static final Set<String> MODELES = Set.of(
            CodesCourrier.NOTIFICATION_ORIENTATION,
            CodesCourrier.INFORMATION_ORIENTATION,
            CodesCourrier.SECONDE_CONVOCATION);

    private final DemandesOrientation demandes;
    private final LettresOrientation lettres;
    private final Courriers courriers;

    Convocations(DemandesOrientation demandes, LettresOrientation lettres, Courriers courriers) {
        this.demandes = demandes;
        this.lettres = lettres;
        this.courriers = courriers;
    }

    /**
     * Nobody is absent from an appointment that no letter gave her.
     *
     * @throws SaisieInvalide on {@code resultat} unless the letter that gives it left, and did not come back without being handed over
     */
    void exigerRecue(UUID dossierId) {
        Optional<CourrierVue> derniere = derniere(dossierId);
        if (derniere.flatMap(courriers::presomption).isEmpty()) {
            throw new SaisieInvalide(
                    "resultat",
                    "La personne n'a pas été convoquée : le courrier qui donne ce rendez-vous "
                            + derniere.map(c -> "(" + c.numero() + ") est "
                                            + c.etat().libelle())
                                    .orElse("n'est pas écrit")
                            + ". Une absence se note quand il est parti, et n'est pas revenu. Notez son envoi, ou donnez"
                            + " une autre date avec « Reporter ».");
        }
    }

    /**
     * Another date was given: what gives the former one and did not leave, even printed, does not leave, and the answer says which letter
     * tells the new one. What was never told says in the new letter what it said in the one held back.
     */
    Variables reporter(UUID dossierId, Agent agent) {
        derniere(dossierId)
                .filter(Convocations::pasPartie)
                .ifPresent(c -> courriers.retirer(c.id(), "le rendez-vous qu'il donne est reporté", agent));
        Optional<CourrierVue> derniere = derniere(dossierId);
        boolean dite = derniere.filter(c -> c.etat() != EtatCourrier.ANNULE).isPresent();
        if (dite) {
            return EtapesOrientation.resultat(OrientationRsa.REPORTE)
                    .avec(OrientationRsa.CONVOCATION, OrientationRsa.POUR_REPORT);
        }
        boolean convoquee = derniere.filter(c -> CodesCourrier.SECONDE_CONVOCATION.equals(c.modele()))
                .isPresent();
        return EtapesOrientation.resultat(convoquee ? OrientationRsa.REPORTE : OrientationRsa.A_NOTIFIER);
    }

    private static boolean pasPartie(CourrierVue c) {
        return c.etat() != EtatCourrier.ANNULE && !c.etat().parti();
    }

    /** The last letter, held back after it was printed: the next one says that it replaces it, for who may hold it all the same. */
    Optional<UUID> imprimeePuisRetenue(UUID dossierId) {
        return derniere(dossierId)
                .filter(c -> c.etat() == EtatCourrier.ANNULE && c.imprimeLe() != null)
                .map(CourrierVue::id);
    }

    /** Why the letter that is written now gives an appointment; a path opened before this was told has the count of absences alone. */
    String pourquoi(ContexteEtape contexte) {
        return contexte.variable(OrientationRsa.CONVOCATION)
                .orElseGet(() -> demandes.demande(contexte.dossierId()).absences() > 0
                        ? OrientationRsa.POUR_ABSENCE
                        : OrientationRsa.POUR_UN_AUTRE);
    }

    /** The letters that wait do not leave: neither an appointment that is given no more, nor a decision that is taken again. */
    void retirer(UUID dossierId, String motif, Agent agent) {
        enAttente(dossierId).forEach(c -> courriers.retirer(c.id(), motif, agent));
    }

    /**
     * The person came: a date that is past is told to nobody. Her decision, which waits perhaps, is still hers to receive: it is written
     * again without it.
     */
    void retirerLeRendezVous(UUID dossierId, Agent agent) {
        for (CourrierVue c : enAttente(dossierId)) {
            if (CodesCourrier.SECONDE_CONVOCATION.equals(c.modele())) {
                courriers.retirer(c.id(), "le rendez-vous a eu lieu", agent);
            } else if (c.partAvant() != null) {
                courriers.retirer(c.id(), "le rendez-vous a eu lieu, la décision est écrite sans lui", agent);
                lettres.ecrire(
                        "apres-rencontre:" + c.id(),
                        c.modele(),
                        dossierId,
                        lettres.notification(dossierId).puis(LettresOrientation.SANS_RENDEZ_VOUS));
            }
        }
    }

    /** A new decision is written: the former ones that wait for a signature or for the post do not stand beside it. */
    void retirerLesAnciennes(CourrierVue nouvelle) {
        enAttente(nouvelle.dossierId()).stream()
                .filter(c -> !c.id().equals(nouvelle.id()))
                .forEach(c -> courriers.retirer(
                        c.id(),
                        "une nouvelle décision d'orientation le remplace, le courrier " + nouvelle.numero(),
                        Agent.JALON));
    }

    private List<CourrierVue> enAttente(UUID dossierId) {
        return courriers.parDossier(dossierId).stream()
                .filter(c -> MODELES.contains(c.modele()) && c.etat().enAttente())
                .toList();
    }

    private Optional<CourrierVue> derniere(UUID dossierId) {
        return courriers.parDossier(dossierId).stream()
                .filter(c -> MODELES.contains(c.modele()))
                .max(Comparator.comparing(CourrierVue::creeLe).thenComparing(CourrierVue::numero));
    }
}
