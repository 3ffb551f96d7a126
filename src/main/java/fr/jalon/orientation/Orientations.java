package fr.jalon.orientation;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.dispositif.faits.OrientationAnnulee;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The orientations of the persons, one after another: never two at once, never in the future, each at least as long as the
 * parameter says (attentes, E13). The database refuses what two people would write at the same time.
 */
@Service
@Transactional
public class Orientations {

    private final TableOrientations table;
    private final ParametresOrientation parametres;
    private final PlacesDesReferents places;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    Orientations(
            TableOrientations table,
            ParametresOrientation parametres,
            PlacesDesReferents places,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.table = table;
        this.parametres = parametres;
        this.places = places;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Orientation> histoire(UUID personneId) {
        return table.histoire(personneId);
    }

    @Transactional(readOnly = true)
    public Optional<Orientation> enCours(UUID personneId) {
        return table.histoire(personneId).stream().filter(Orientation::enCours).findFirst();
    }

    /** How many persons each référent accompanies now, by log-in name. */
    @Transactional(readOnly = true)
    public Map<String, Integer> charges() {
        return table.charges();
    }

    /** Whether an agent accompanies a person now. */
    @Transactional(readOnly = true)
    public boolean suit(Agent agent, UUID personneId) {
        return table.histoire(personneId).stream()
                .anyMatch(o -> o.enCours() && agent.identifiant().equals(o.referent()));
    }

    /** The orientations of the persons that an agent accompanies, or did lately enough to read the dossier still; newest first. */
    @Transactional(readOnly = true)
    public List<Orientation> duReferent(Agent agent) {
        return table.duReferent(agent.identifiant(), horloge.aujourdhui());
    }

    /**
     * Whether an agent accompanies a person, or did so lately enough to read the dossier still (attentes, E11).
     */
    @Transactional(readOnly = true)
    public boolean accompagne(Agent agent, UUID personneId) {
        LocalDate aujourdhui = horloge.aujourdhui();
        return table.histoire(personneId).stream()
                .filter(o -> agent.identifiant().equals(o.referent()))
                .anyMatch(o -> o.enCours()
                        || (o.lectureJusquAu() != null && !o.lectureJusquAu().isBefore(aujourdhui)));
    }

    /**
     * Records an orientation and ends the one under way the day this one begins. A place is taken in the directory; when none
     * is left, the person waits there ({@link Orientation#enAttente()}). One that is declared as past takes its place among those
     * already recorded, up to the day on which the next one begins.
     *
     * @throws SaisieInvalide on {@code debut} when it starts in the future, is old and not declared as past, or would make the former
     *     too short; on {@code fin} when it lasts too little
     * @throws Conflit when it overlaps an orientation already recorded, also by somebody else a moment ago
     */
    public Orientation enregistrer(NouvelleOrientation nouvelle, Agent auteur) {
        auteur.exiger(Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE, Role.RESPONSABLE_DISPOSITIFS);
        verifierDebut(nouvelle);
        LocalDate fin = nouvelle.passee() ? finPassee(nouvelle) : null;
        if (fin == null) {
            table.fermes(nouvelle.personneId()).stream()
                    .filter(o -> o.fin().isAfter(nouvelle.debut()))
                    .findFirst()
                    .ifPresent(o -> {
                        throw chevauche(o);
                    });
            table.enCoursPourEcrire(nouvelle.personneId()).ifPresent(o -> fermer(o, nouvelle, auteur));
        }
        Orientation ecrite = new Orientation(
                UUID.randomUUID(),
                nouvelle.personneId(),
                nouvelle.dossierId(),
                nouvelle.parcours(),
                nouvelle.organisme(),
                Textes.ouNull(nouvelle.referent()),
                Textes.ouNull(nouvelle.referentPartenaire()),
                nouvelle.debut(),
                fin,
                horloge.aujourdhui(),
                auteur.identifiant(),
                Textes.ouNull(nouvelle.motif()),
                null,
                null,
                nouvelle.passee(),
                // A period that is over takes no place of today
                fin == null ? places.prendre(nouvelle.organisme(), auteur) : null);
        try {
            table.inserer(ecrite);
        } catch (DataIntegrityViolationException e) {
            throw new Conflit("Quelqu'un vient d'enregistrer une autre orientation pour cette personne."
                    + " Rechargez la page pour la lire.");
        }
        evenements.publishEvent(new OrientationEnregistree(ecrite, auteur));
        return ecrite;
    }

    private void verifierDebut(NouvelleOrientation nouvelle) {
        LocalDate aujourdhui = horloge.aujourdhui();
        if (nouvelle.debut() == null) {
            throw new SaisieInvalide("debut", "Indiquez le premier jour de l'orientation.");
        }
        if (nouvelle.debut().isAfter(aujourdhui)) {
            throw new SaisieInvalide(
                    "debut", "Une orientation ne commence jamais dans l'avenir : indiquez aujourd'hui ou avant.");
        }
        int jours = parametres.entier("PASSEE_JOURS");
        if (!nouvelle.passee() && nouvelle.debut().isBefore(aujourdhui.minusDays(jours))) {
            throw new SaisieInvalide(
                    "debut",
                    "Ce jour est passé depuis plus de " + jours
                            + " jours : vérifiez-le, ou déclarez l'orientation comme passée.");
        }
        if (!nouvelle.passee() && nouvelle.fin() != null) {
            throw new SaisieInvalide("fin", "Seule une orientation déclarée comme passée a déjà une fin.");
        }
    }

    /** Up to the day given, else up to the next one; null when it lasts still. */
    private LocalDate finPassee(NouvelleOrientation nouvelle) {
        List<Orientation> histoire = table.histoire(nouvelle.personneId());
        LocalDate suivante = histoire.stream()
                .map(Orientation::debut)
                .filter(debut -> debut.isAfter(nouvelle.debut()))
                .min(LocalDate::compareTo)
                .orElse(null);
        LocalDate fin = nouvelle.fin() == null ? suivante : nouvelle.fin();
        if (fin == null) {
            return null;
        }
        if (fin.isAfter(horloge.aujourdhui())) {
            throw new SaisieInvalide("fin", "La fin d'une orientation passée est aujourd'hui ou avant.");
        }
        int minimum = parametres.entier("DUREE_MINIMALE_JOURS");
        if (fin.isBefore(nouvelle.debut().plusDays(minimum))) {
            throw new SaisieInvalide(
                    nouvelle.fin() == null ? "debut" : "fin", "Une orientation dure au moins " + minimum + " jours.");
        }
        histoire.stream()
                .filter(o -> o.debut().isBefore(fin) && (o.enCours() || o.fin().isAfter(nouvelle.debut())))
                .findFirst()
                .ifPresent(o -> {
                    throw chevauche(o);
                });
        return fin;
    }

    /**
     * Takes back the orientation under way that a dossier decided, before it took effect: it leaves the periods of the person, and the
     * one that it had ended lasts again.
     *
     * @param motif why, kept with it
     */
    public void annuler(UUID personneId, UUID dossierId, String motif, Agent auteur) {
        Orientation o = table.enCoursPourEcrire(personneId)
                .filter(x -> dossierId.equals(x.dossierId()))
                .orElseThrow(() -> new Conflit("Cette orientation n'est plus en cours : relisez le dossier."));
        table.retirer(o, horloge.maintenant(), auteur.identifiant(), motif);
        places.rendre(o, auteur);
        table.fermes(personneId).stream()
                .filter(f -> f.fin().equals(o.debut()) && !f.declareePassee())
                .findFirst()
                .ifPresent(f -> table.rouvrir(f.id(), places.prendre(f.organisme(), auteur)));
        evenements.publishEvent(new OrientationAnnulee(o.dossierId(), auteur));
    }

    /** The partner named the référent of the orientation under way that a dossier decided. */
    public void nommerReferent(UUID personneId, UUID dossierId, String nom) {
        table.enCoursPourEcrire(personneId)
                .filter(o -> dossierId.equals(o.dossierId()))
                .ifPresent(o -> table.nommerReferent(o.id(), nom));
    }

    /** Whether the orientation under way of a dossier is too young to be followed by another. */
    @Transactional(readOnly = true)
    public boolean tropJeune(UUID personneId, UUID dossierId) {
        return enCours(personneId)
                .filter(o -> dossierId.equals(o.dossierId()))
                .filter(o -> horloge.aujourdhui().isBefore(auPlusTot(o)))
                .isPresent();
    }

    /**
     * Ends the orientation under way: the person leaves.
     *
     * @throws SaisieInvalide on {@code fin} when it lasts too little
     */
    public void terminer(UUID personneId, LocalDate fin, Agent auteur) {
        table.enCoursPourEcrire(personneId).ifPresent(o -> {
            LocalDate auPlusTot = auPlusTot(o);
            table.fermer(o.id(), fin.isBefore(auPlusTot) ? auPlusTot : fin, null, lecture(fin));
            places.rendre(o, auteur);
        });
    }

    private void fermer(Orientation o, NouvelleOrientation nouvelle, Agent auteur) {
        if (!nouvelle.debut().isAfter(o.debut())) {
            throw chevauche(o);
        }
        LocalDate auPlusTot = auPlusTot(o);
        if (nouvelle.debut().isBefore(auPlusTot)) {
            throw new SaisieInvalide(
                    "debut",
                    "L'orientation en cours a commencé le " + Horloge.enMots(o.debut()) + " : elle dure au moins "
                            + parametres.entier("DUREE_MINIMALE_JOURS") + " jours. Changez à partir du "
                            + Horloge.enMots(auPlusTot) + ".");
        }
        table.fermer(o.id(), nouvelle.debut(), Textes.ouNull(nouvelle.passation()), lecture(nouvelle.debut()));
        places.rendre(o, auteur);
    }

    private LocalDate auPlusTot(Orientation o) {
        return o.debut().plusDays(parametres.entier("DUREE_MINIMALE_JOURS"));
    }

    private LocalDate lecture(LocalDate fin) {
        return fin.plusDays(parametres.entier("LECTURE_ANCIEN_REFERENT_JOURS"));
    }

    private static Conflit chevauche(Orientation o) {
        return new Conflit("Cette période chevauche une orientation déjà enregistrée : "
                + o.parcours().libelle().toLowerCase(Locale.FRENCH) + " depuis le " + Horloge.enMots(o.debut())
                + (o.fin() == null ? "." : " jusqu'au " + Horloge.enMots(o.fin().minusDays(1)) + "."));
    }
}
