package fr.jalon.annuaire;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Page;
import fr.jalon.commun.SaisieInvalide;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The directory as the others read it, and the places that they take in it. It holds no personal data, so reading it asks for no
 * role; writing it is {@link GestionAnnuaire}'s.
 */
@Service
@Transactional(readOnly = true)
public class Annuaire {

    private final OffresRepository offres;
    private final OrganismesRepository organismes;
    private final PlacesDesOffres places;
    private final Nomenclature nomenclature;
    private final Voisinages voisinages;
    private final ParametresAnnuaire parametres;
    private final Historique historique;
    private final Horloge horloge;

    Annuaire(
            OffresRepository offres,
            OrganismesRepository organismes,
            PlacesDesOffres places,
            Nomenclature nomenclature,
            Voisinages voisinages,
            ParametresAnnuaire parametres,
            Historique historique,
            Horloge horloge) {
        this.offres = offres;
        this.organismes = organismes;
        this.places = places;
        this.nomenclature = nomenclature;
        this.voisinages = voisinages;
        this.parametres = parametres;
        this.historique = historique;
        this.horloge = horloge;
    }

    /**
     * Offers under way that the filter lets through: those whose title has the words first, then
     * the newest read again, by lever and code.
     *
     * @throws SaisieInvalide when the page, the words or the lever cannot be
     */
    public Page<OffreVue> chercher(FiltreOffres filtre, int page, int taille) {
        verifier(filtre, page, taille);
        LocalDate seuil = parametres.seuilDeConfirmation();
        return chercher(criteres(filtre, seuil), seuil, page, taille);
    }

    /** Same, of what answers to one of the words: for who typed several and found nothing that has them all. */
    public Page<OffreVue> approcher(FiltreOffres filtre, int page, int taille) {
        verifier(filtre, page, taille);
        LocalDate seuil = parametres.seuilDeConfirmation();
        return chercher(
                new Criteres(filtre, horloge.aujourdhui(), seuil, nomenclature.publicsPersonnes(), true),
                seuil,
                page,
                taille);
    }

    private Page<OffreVue> chercher(Criteres criteres, LocalDate seuil, int page, int taille) {
        var trouvees = offres.findAll(criteres.offres(), PageRequest.of(page, taille));
        return new Page<>(
                trouvees.getContent().stream()
                        .map(o -> o.vue(seuil, nomenclature))
                        .toList(),
                page,
                taille,
                trouvees.getTotalElements());
    }

    /** Organisations by name; what the filter asks of an offer, one of theirs under way must have. */
    public Page<OrganismeVue> chercherOrganismes(FiltreOffres filtre, int page, int taille) {
        verifier(filtre, page, taille);
        LocalDate seuil = parametres.seuilDeConfirmation();
        var trouves = organismes.findAll(criteres(filtre, seuil).organismes(), PageRequest.of(page, taille));
        return new Page<>(
                trouves.getContent().stream().map(o -> o.vue(seuil)).toList(),
                page,
                taille,
                trouves.getTotalElements());
    }

    /**
     * The offer of an id.
     *
     * @throws Introuvable when there is none
     */
    public OffreVue offre(UUID id) {
        return offres.findById(id)
                .map(o -> o.vue(parametres.seuilDeConfirmation(), nomenclature))
                .orElseThrow(() -> new Introuvable("Cette offre n'existe pas."));
    }

    /** Same, for an id that may be gone: a refusal caught inside the caller's transaction would undo all of it. */
    public Optional<OffreVue> offreSiExiste(UUID id) {
        return offres.findById(id).map(o -> o.vue(parametres.seuilDeConfirmation(), nomenclature));
    }

    /** The offer of a code, for example {@code ACC-ALI}. */
    public OffreVue offre(String code) {
        return offres.findByCode(code)
                .map(o -> o.vue(parametres.seuilDeConfirmation(), nomenclature))
                .orElseThrow(() -> new Introuvable("Aucune offre n'a le code « " + code + " »."));
    }

    /** Same, for a code. */
    public Optional<OffreVue> offreSiExiste(String code) {
        return offres.findByCode(code).map(o -> o.vue(parametres.seuilDeConfirmation(), nomenclature));
    }

    /**
     * The organisation of an id.
     *
     * @throws Introuvable when there is none
     */
    public OrganismeVue organisme(UUID id) {
        return organismes
                .findById(id)
                .map(o -> o.vue(parametres.seuilDeConfirmation()))
                .orElseThrow(() -> new Introuvable("Cet organisme n'existe pas."));
    }

    /** The organisation of a code, for example {@code MISSION_LOCALE}. */
    public OrganismeVue organisme(String code) {
        return organismes
                .findByCode(code)
                .map(o -> o.vue(parametres.seuilDeConfirmation()))
                .orElseThrow(() -> new Introuvable("Aucun organisme n'a le code « " + code + " »."));
    }

    /** Same, for a code that somebody typed or that may be gone. */
    public Optional<OrganismeVue> organismeSiExiste(String code) {
        return organismes.findByCode(code).map(o -> o.vue(parametres.seuilDeConfirmation()));
    }

    /** The offers of these ids that are still there. */
    public List<OffreVue> offres(Collection<UUID> ids) {
        LocalDate seuil = parametres.seuilDeConfirmation();
        return offres.findAllById(ids).stream()
                .map(o -> o.vue(seuil, nomenclature))
                .toList();
    }

    /** What a person needs to know of each of these offers, by id. */
    public Map<UUID, Essentiel> essentiels(Collection<OffreVue> vues) {
        LocalDate seuil = parametres.seuilDeConfirmation();
        Set<UUID> ids = vues.stream()
                .flatMap(o -> o.organismes().stream())
                .map(OrganismeRef::id)
                .collect(Collectors.toSet());
        Map<UUID, OrganismeVue> porteurs =
                organismes.findAllById(ids).stream().collect(Collectors.toMap(Organisme::id, o -> o.vue(seuil)));
        Map<UUID, Essentiel> essentiels = new HashMap<>();
        vues.forEach(o -> essentiels.put(
                o.id(),
                Essentiel.de(
                        o,
                        o.organismes().stream()
                                .map(r -> porteurs.get(r.id()))
                                .filter(Objects::nonNull)
                                .toList(),
                        nomenclature)));
        return essentiels;
    }

    /** Whether a text has what was typed, as the search of the directory understands it. */
    public static boolean trouve(String q, String texte) {
        return MotsCherches.de(q).dans(texte);
    }

    /** Every organisation, by name, for lists of choices. */
    public List<OrganismeRef> organismes() {
        return organismes.tous().stream().map(Organisme::ref).toList();
    }

    /** The organisations that accompany persons, by name, with their places and delays of now. */
    public List<Accompagnateur> accompagnateurs() {
        LocalDate seuil = parametres.seuilDeConfirmation();
        List<Offre> enCours = offres.enCours(nomenclature.objectifsDAccompagnement(), horloge.aujourdhui());
        Map<UUID, List<OffreVue>> parOrganisme = new HashMap<>();
        Map<UUID, Organisme> porteurs = new HashMap<>();
        for (Offre offre : enCours) {
            OffreVue vue = offre.vue(seuil, nomenclature);
            for (Organisme porteur : offre.porteurs()) {
                porteurs.put(porteur.id(), porteur);
                parOrganisme
                        .computeIfAbsent(porteur.id(), id -> new ArrayList<>())
                        .add(vue);
            }
        }
        return porteurs.values().stream()
                .map(o -> new Accompagnateur(o.vue(seuil), parOrganisme.get(o.id())))
                .sorted(Comparator.comparing(a -> a.organisme().nom(), Collator.getInstance(Locale.FRENCH)))
                .toList();
    }

    /** Languages spoken somewhere besides French. */
    public List<String> langues() {
        return offres.langues();
    }

    /** Changes of an organisation or an offer, newest first. */
    public List<ChangementAnnuaire> historique(UUID sujet) {
        return historique.de(sujet);
    }

    /**
     * Takes a place for somebody, in the transaction of the caller.
     *
     * @throws Conflit when the offer is full
     */
    @Transactional
    public Places reserver(UUID offre, Agent auteur) {
        return places.reserver(offre, auteur);
    }

    /** Same, and says nothing when the offer is full: the caller then puts the person on the waiting list. */
    @Transactional
    public Optional<Places> reserverSiPossible(UUID offre, Agent auteur) {
        return places.reserverSiPossible(offre, auteur);
    }

    /** Gives a place back. */
    @Transactional
    public Places liberer(UUID offre, Agent auteur) {
        return places.liberer(offre, auteur);
    }

    /** One more person waits for a place. */
    @Transactional
    public Places mettreEnAttente(UUID offre, Agent auteur) {
        return places.mettreEnAttente(offre, auteur);
    }

    /** One person less waits. */
    @Transactional
    public Places retirerDeLAttente(UUID offre, Agent auteur) {
        return places.retirerDeLAttente(offre, auteur);
    }

    /** Room of each organisation that has offers under way, by name. */
    public List<ChargePartenaire> charges() {
        return offres.charges(horloge.aujourdhui()).stream()
                .map(l -> new ChargePartenaire(
                        ((Organisme) l[0]).ref(), nombre(l[1]), nombre(l[2]), nombre(l[3]), nombre(l[4]), nombre(l[5])))
                .sorted(Comparator.comparing(c -> c.organisme().nom(), Collator.getInstance(Locale.FRENCH)))
                .toList();
    }

    /**
     * Places nearest to a quartier.
     *
     * @param quartier null when unknown: every place is then far
     * @param filtre which organisations; {@link FiltreOffres#TOUT} for all
     */
    public List<LieuProche> lieuxProches(String quartier, FiltreOffres filtre, int limite) {
        List<LieuProche> lieux = new ArrayList<>();
        LocalDate seuil = parametres.seuilDeConfirmation();
        for (Organisme o : organismes.findAll(criteres(filtre, seuil).organismes())) {
            boolean aConfirmer = o.vue(seuil).aConfirmer();
            o.lieux()
                    .forEach(l -> lieux.add(new LieuProche(
                            o.ref(), o.nature(), l, voisinages.proximite(quartier, l.quartier()), aConfirmer)));
        }
        return lieux.stream()
                .sorted(Comparator.comparingInt(LieuProche::proximite)
                        .thenComparing(l -> l.lieu().nom()))
                .limit(limite)
                .toList();
    }

    /** How near an organisation is: its nearest place, 0 same quartier, 1 neighbouring, 2 farther or unknown. */
    public int proximite(OrganismeVue organisme, String quartier) {
        return organisme.lieux().stream()
                .mapToInt(l -> voisinages.proximite(quartier, l.quartier()))
                .min()
                .orElse(Voisinages.LOIN);
    }

    private Criteres criteres(FiltreOffres filtre, LocalDate seuil) {
        return new Criteres(filtre, horloge.aujourdhui(), seuil, nomenclature.publicsPersonnes());
    }

    private static void verifier(FiltreOffres filtre, int page, int taille) {
        Page.verifier(page, taille);
        if (filtre.levier() != null && (filtre.levier() < 1 || filtre.levier() > 6)) {
            throw new SaisieInvalide("levier", "Indiquez un levier de 1 à 6.");
        }
    }

    private static long nombre(Object valeur) {
        return ((Number) valeur).longValue();
    }
}
