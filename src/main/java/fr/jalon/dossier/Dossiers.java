package fr.jalon.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.usager.Naissance;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The dossiers. Reading goes through {@link #consulter}, which checks the antenne and leaves a trace; the other reads are
 * for modules that act on a dossier already checked.
 */
@Service
@Transactional
public class Dossiers {

    static final String NOTE = "NOTE";

    /** What the team does among itself: its notes, who works the dossier, a step that an administrator started again. */
    private static final Set<String> INTERNES = Set.of(NOTE, "TACHE", "INCIDENT");

    public static final String HORLOGE_DOSSIER = "DOSSIER";

    private final DossiersRepository dossiers;
    private final DossiersOuvertsRepository ouverts;
    private final EvenementsRepository histoire;
    private final NotesRepository notes;
    private final NumerosDossier numeros;
    private final Personnes personnes;
    private final Delais delais;
    private final ConditionsDepot conditions;
    private final Horloge horloge;
    private final MessageSource textes;
    private final ApplicationEventPublisher evenements;
    private final List<LectureParticuliere> lectures;

    Dossiers(
            DossiersRepository dossiers,
            DossiersOuvertsRepository ouverts,
            EvenementsRepository histoire,
            NotesRepository notes,
            NumerosDossier numeros,
            Personnes personnes,
            Delais delais,
            ConditionsDepot conditions,
            Horloge horloge,
            MessageSource textes,
            ApplicationEventPublisher evenements,
            List<LectureParticuliere> lectures) {
        this.dossiers = dossiers;
        this.ouverts = ouverts;
        this.histoire = histoire;
        this.notes = notes;
        this.numeros = numeros;
        this.personnes = personnes;
        this.delais = delais;
        this.conditions = conditions;
        this.horloge = horloge;
        this.textes = textes;
        this.evenements = evenements;
        this.lectures = lectures;
    }

    /**
     * Opens a dossier. The caller writes the data of the dispositif, then calls {@link #demarrer}.
     *
     * @throws SaisieInvalide when the person is dead or too young, or the date of receipt impossible
     * @throws DossierDejaOuvert when an open dossier of the dispositif exists
     */
    public DossierVue ouvrir(Ouverture demandee) {
        demandee.auteur()
                .exiger(
                        Role.ACCUEIL,
                        Role.INSTRUCTEUR,
                        Role.ALI,
                        Role.RESPONSABLE_ANTENNE,
                        Role.RESPONSABLE_DISPOSITIFS);
        PersonneVue personne = personnes.parId(demandee.personneId());
        Ouverture ouverture = demandee.pour(personne.id());
        if (personne.decedeeLe() != null) {
            throw new SaisieInvalide(
                    "usagerId", "Cette personne est décédée : aucune demande ne peut être ouverte à son nom.");
        }
        LocalDate depot = ouverture.deposeLe();
        verifierDepot(ouverture.dispositif(), personne.ageLe(depot), depot);
        boolean plusieurs = conditions.plusieursOuverts(ouverture.dispositif());
        if (!plusieurs) {
            ouverts.findById(new DossierOuvertCle(personne.id(), ouverture.dispositif()))
                    .ifPresent(deja -> {
                        throw dejaOuvert(exiger(deja.dossierId()).vue(), ouverture.auteur());
                    });
        }
        String numero = numeros.suivant(ouverture.dispositif(), depot.getYear());
        Dossier dossier = new Dossier(numero, ouverture, personne.antenne(), horloge.maintenant());
        delais.dates(ouverture.dispositif(), HORLOGE_DOSSIER, false, depot)
                .ifPresent(d -> dossier.regler(HorlogeLegale.de(
                        d.cible(),
                        delais.dates(ouverture.dispositif(), HORLOGE_DOSSIER, false, ouverture.premiereSaisine())
                                .map(Delais.Dates::limite)
                                .orElse(d.limite()))));
        // Written at once: a dossier opened by another one must stand before the lines that name it
        dossiers.saveAndFlush(dossier);
        ouverts.save(new DossierOuvertLigne(personne.id(), plusieurs ? numero : ouverture.dispositif(), dossier.id()));
        tracer(dossier, "OUVERTURE", ouverture(dossier.vue()) + ".", null, ouverture.auteur());
        return dossier.vue();
    }

    /** How the dossier began, in words: a claim is received, a breach is reported. The words are those of its dispositif. */
    public String ouverture(DossierVue dossier) {
        return textes.getMessage(
                "ouverture." + dossier.dispositif(),
                new Object[] {dossier.canal().libelle().toLowerCase(Locale.FRENCH)},
                "Dossier ouvert",
                Locale.FRENCH);
    }

    /** Another antenne's number is not told: the reader could do nothing with it. */
    private static DossierDejaOuvert dejaOuvert(DossierVue deja, Agent auteur) {
        return auteur.portee().couvre(deja.antenne())
                ? DossierDejaOuvert.ici(deja.numero())
                : DossierDejaOuvert.ailleurs(deja.numero());
    }

    /**
     * Checks, without writing, that a person of that age may file on that day; an age that is not known to the year never refuses.
     *
     * @throws SaisieInvalide when it may not
     */
    @Transactional(readOnly = true)
    public void verifierDepot(String dispositif, Naissance.Age age, LocalDate depot) {
        conditions.verifierAge(dispositif, age);
        LocalDate aujourdhui = horloge.aujourdhui();
        if (depot.isAfter(aujourdhui) || depot.isBefore(aujourdhui.minusYears(2))) {
            throw new SaisieInvalide("dateDepot", "Indiquez un jour passé, de moins de deux ans.");
        }
    }

    /**
     * Gives an open dossier to the antenne that follows the person since she moved. Decided by the responsable of the antenne that
     * holds it; nobody is asked there, for the person already is of that antenne.
     *
     * @throws Conflit when the dossier is ended, or already there
     */
    public void transferer(String numero, Agent auteur) {
        auteur.exiger(Role.RESPONSABLE_ANTENNE);
        DossierVue vue = parNumero(numero, auteur);
        Dossier dossier = exiger(vue.id());
        String apres = personnes.parId(vue.personneId()).antenne();
        if (vue.clos()) {
            throw new Conflit("Ce dossier est terminé : il reste où il a été instruit.");
        }
        if (apres.equals(vue.antenne())) {
            throw new Conflit("Ce dossier est déjà dans l'antenne qui suit la personne.");
        }
        tracer(dossier, "TRANSFERT", "Dossier transféré à l'antenne du nouveau quartier.", null, auteur);
        dossier.passerA(apres);
        dossiers.saveAndFlush(dossier);
        evenements.publishEvent(new DossierTransfere(vue.id(), numero, vue.antenne(), apres, auteur));
        tracer(
                dossier,
                "TRANSFERT",
                "Dossier reçu d'une autre antenne : la personne a changé de quartier.",
                null,
                auteur);
        evenements.publishEvent(new DossierModifie(vue.id()));
    }

    /** Says that the data of a new dossier are complete: its path starts, in the same transaction. */
    public void demarrer(UUID id, Agent auteur) {
        Dossier dossier = exiger(id);
        DossierVue vue = dossier.vue();
        evenements.publishEvent(new DossierOuvert(id, vue.numero(), vue.dispositif(), vue.antenne(), auteur));
    }

    /**
     * Reads a dossier for somebody, and leaves a trace of it.
     *
     * @throws Introuvable when it does not exist or belongs to an antenne that the reader does not see, unless a
     *     {@link LectureParticuliere} permits it
     */
    public DossierVue consulter(String numero, Agent lecteur) {
        DossierVue vue = dossiers.findByNumero(numero)
                .map(Dossier::vue)
                .filter(d -> lisible(d, lecteur))
                .orElseThrow(Pieces::introuvable);
        evenements.publishEvent(new DossierConsulte(vue.id(), vue.numero(), vue.antenne(), lecteur, "dossier"));
        return vue;
    }

    /**
     * Reads one thing of a dossier for somebody, and leaves a trace of it.
     *
     * @param quoi what is read, in French, for example {@code courrier CR-2026-000012}
     */
    public DossierVue consulter(UUID id, String quoi, Agent lecteur) {
        DossierVue vue = dossiers.findById(id)
                .map(Dossier::vue)
                .filter(d -> lisible(d, lecteur))
                .orElseThrow(Pieces::introuvable);
        evenements.publishEvent(new DossierConsulte(id, vue.numero(), vue.antenne(), lecteur, quoi));
        return vue;
    }

    /** The antenne alone, without a trace: for the acts, which leave their own. */
    @Transactional(readOnly = true)
    public DossierVue parNumero(String numero, Agent lecteur) {
        return dossiers.findByNumero(numero)
                .map(Dossier::vue)
                .filter(d -> lecteur.portee().couvre(d.antenne()))
                .orElseThrow(Pieces::introuvable);
    }

    /** Same check, by id. */
    @Transactional(readOnly = true)
    public DossierVue parId(UUID id, Agent lecteur) {
        return dossiers.findById(id)
                .map(Dossier::vue)
                .filter(d -> lecteur.portee().couvre(d.antenne()))
                .orElseThrow(Pieces::introuvable);
    }

    /** Without any check: for modules that act on a dossier already checked. */
    @Transactional(readOnly = true)
    public DossierVue parId(UUID id) {
        return exiger(id).vue();
    }

    /** Same, for an id that may be another object's: a letter of a session or of a visit has no dossier. */
    @Transactional(readOnly = true)
    public Optional<DossierVue> siExiste(UUID id) {
        return dossiers.findById(id).map(Dossier::vue);
    }

    /** The dossiers of a person that the reader may open. */
    @Transactional(readOnly = true)
    public List<DossierVue> dePersonne(UUID personneId, Agent lecteur) {
        return dossiers.findByPersonneIdOrderByCreeLeDesc(personneId).stream()
                .map(Dossier::vue)
                .filter(d -> lisible(d, lecteur))
                .toList();
    }

    /** Reading has other grounds than the antenne; acting has none. */
    private boolean lisible(DossierVue dossier, Agent lecteur) {
        return lecteur.portee().couvre(dossier.antenne())
                || lectures.stream().anyMatch(l -> l.permet(dossier, lecteur));
    }

    /** Whether a person has an open dossier of a dispositif that allows a single one. */
    @Transactional(readOnly = true)
    public boolean dejaOuvert(UUID personneId, String dispositif) {
        return ouverts.existsById(new DossierOuvertCle(personneId, dispositif));
    }

    /** Ids of the open dossiers of a person, whatever the antenne: for what happens to the person. */
    @Transactional(readOnly = true)
    public List<UUID> ouvertsDe(UUID personneId) {
        return ouverts.findByPersonneId(personneId).stream()
                .map(DossierOuvertLigne::dossierId)
                .toList();
    }

    /** The history, newest first, with the notes. */
    @Transactional(readOnly = true)
    public List<EvenementVue> histoire(UUID id) {
        return Stream.concat(
                        histoire.findByDossierIdOrderByQuandDescIdDesc(id).stream()
                                .map(EvenementDossier::vue),
                        notes.findByDossierIdOrderByQuandDesc(id).stream().map(Note::vue))
                .sorted((a, b) -> b.quand().compareTo(a.quand()))
                .toList();
    }

    /** The history as the person reads it: what happened to the dossier, without what the team wrote nor how it shares its work. */
    @Transactional(readOnly = true)
    public List<EvenementVue> histoirePublique(UUID id) {
        return histoire(id).stream()
                .filter(e -> !INTERNES.contains(e.nature()))
                .map(EvenementVue::sansInterne)
                .toList();
    }

    /** Adds a note. Notes hold objective facts only; the screen says so. */
    public void annoter(UUID id, String texte, Agent auteur) {
        String net = Textes.ouNull(texte);
        if (net == null || net.length() > 4000) {
            throw new SaisieInvalide("texte", "Écrivez une note de 1 à 4 000 caractères.");
        }
        exiger(id);
        notes.save(new Note(id, horloge.maintenant(), auteur, net));
    }

    /** Adds a line to the history: what happened, as the person may read it. */
    public void tracer(UUID id, String nature, String texte, Agent auteur) {
        tracer(exiger(id), nature, texte, null, auteur);
    }

    /**
     * Same, with what an agent wrote about it: a motive, an opinion, a diagnosis.
     *
     * @param interne for the team alone, null when nothing was written
     */
    public void tracer(UUID id, String nature, String texte, String interne, Agent auteur) {
        tracer(exiger(id), nature, texte, Textes.ouNull(interne), auteur);
    }

    /** Notes who must act, without touching the clock. */
    public void noterAttente(UUID id, EtatDossier etat) {
        exiger(id).attendre(etat);
        evenements.publishEvent(new DossierModifie(id));
    }

    /** Notes the step under way, as the screens show it. */
    public void noterEtape(UUID id, String libelle) {
        exiger(id).noterEtape(libelle);
    }

    /** The dossier stays open for what follows it, and another one of its dispositif may be opened for the person. */
    public void laisserPlace(UUID id) {
        ouverts.laisserPlace(id, exiger(id).vue().numero());
    }

    /** Whether an open dossier of the dispositif forbids another one for the person. */
    @Transactional(readOnly = true)
    public boolean placePrise(UUID personneId, String dispositif) {
        return ouverts.existsById(new DossierOuvertCle(personneId, dispositif));
    }

    /** Ends the dossier; a second call changes nothing. */
    public void clore(UUID id, Issue issue, Agent auteur) {
        Dossier dossier = exiger(id);
        if (dossier.clos()) {
            return;
        }
        dossier.clore(issue, horloge.maintenant());
        ouverts.oublier(id);
        tracer(dossier, "CLOTURE", "Dossier terminé : " + issue.libelle() + ".", null, auteur);
        evenements.publishEvent(new DossierModifie(id));
        evenements.publishEvent(new DossierClos(id, dossier.vue().numero(), issue));
    }

    private void tracer(Dossier dossier, String nature, String texte, String interne, Agent auteur) {
        EvenementDossier ligne =
                new EvenementDossier(dossier.id(), horloge.maintenant(), auteur, nature, texte, interne);
        histoire.save(ligne);
        DossierVue vue = dossier.vue();
        evenements.publishEvent(new DossierTrace(
                vue.id(), vue.numero(), vue.antenne(), nature, ligne.vue().complet(), auteur));
    }

    Dossier exiger(UUID id) {
        return dossiers.findById(id).orElseThrow(Pieces::introuvable);
    }
}
