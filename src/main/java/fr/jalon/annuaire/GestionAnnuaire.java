package fr.jalon.annuaire;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writing the directory: those who own the insertion offer and its processes, each change kept. */
@Service
@Transactional
public class GestionAnnuaire {

    private static final Role[] AUTEURS = {Role.RESPONSABLE_DISPOSITIFS, Role.PILOTE};

    private final OffresRepository offres;
    private final OrganismesRepository organismes;
    private final PlacesDesOffres places;
    private final Nomenclature nomenclature;
    private final ParametresAnnuaire parametres;
    private final Historique historique;
    private final Horloge horloge;

    GestionAnnuaire(
            OffresRepository offres,
            OrganismesRepository organismes,
            PlacesDesOffres places,
            Nomenclature nomenclature,
            ParametresAnnuaire parametres,
            Historique historique,
            Horloge horloge) {
        this.offres = offres;
        this.organismes = organismes;
        this.places = places;
        this.nomenclature = nomenclature;
        this.parametres = parametres;
        this.historique = historique;
        this.horloge = horloge;
    }

    /** Roles that may write the directory. */
    public static Set<Role> roles() {
        return Set.of(AUTEURS);
    }

    /**
     * A new offer.
     *
     * @param code null to get one
     * @throws SaisieInvalide for each faulty field
     * @throws Conflit when the code is taken
     */
    public OffreVue creerOffre(String code, FicheOffre fiche, Places debut, Agent auteur) {
        auteur.exiger(AUTEURS);
        return inscrire(code, fiche, debut, null, horloge.aujourdhui(), auteur);
    }

    /** The same, for the rows of reference, which say where they come from and since when they are right. */
    OffreVue inscrire(String code, FicheOffre fiche, Places debut, String source, LocalDate jour, Agent auteur) {
        FicheOffre propre = controlee(fiche);
        ControleOffre.verifier(debut);
        String retenu = codeLibre(code, "OFFRE");
        if (offres.findByCode(retenu).isPresent()) {
            throw new Conflit("Une offre a déjà le code « " + retenu + " ».");
        }
        Offre offre = new Offre(retenu, source);
        remplir(offre, propre, jour);
        offre.commencerAvec(debut);
        offres.save(offre);
        historique.noter(offre.id(), Historique.CREATION, null, propre.titre(), auteur);
        if (source == null) {
            historique.dire(retenu, "Offre créée.", auteur);
        }
        return vue(offre);
    }

    /** Checks a card as {@link #creerOffre} would, without writing; codes of organisations in {@code aVenir} count as known. */
    @Transactional(readOnly = true)
    public FicheOffre verifier(FicheOffre fiche, Set<String> aVenir) {
        Set<String> connus = connus(fiche);
        connus.addAll(aVenir);
        return ControleOffre.verifier(fiche, connus, nomenclature);
    }

    /** Checks three numbers of places. */
    public void verifier(Places nouvelles) {
        ControleOffre.verifier(nouvelles);
    }

    /**
     * Replaces the card of an offer; each changed field goes to the history.
     *
     * @param version version that the writer had on screen
     * @throws Conflit when somebody else changed it meanwhile
     */
    public OffreVue modifierOffre(UUID id, FicheOffre fiche, int version, Agent auteur) {
        auteur.exiger(AUTEURS);
        Offre offre = exigerOffre(id);
        exigerVersion(offre.version(), version, "L'offre");
        FicheOffre propre = controlee(fiche);
        FicheOffre avant = vue(offre).fiche();
        remplir(offre, propre, horloge.aujourdhui());
        historique.comparer(id, offre.code(), Historique.valeurs(avant), Historique.valeurs(propre), auteur);
        offres.flush();
        return vue(offre);
    }

    /**
     * Writes how many places there are.
     *
     * @param vues the numbers that the writer had on screen
     * @throws Conflit when they have moved since
     */
    public Places ajusterPlaces(UUID id, Places nouvelles, Places vues, Agent auteur) {
        auteur.exiger(AUTEURS);
        return places.ajuster(id, nouvelles, vues, auteur);
    }

    /** Other words for an offer of reference: nobody has read it again, so the day of its reading stays. */
    void redire(Offre offre, FicheOffre fiche, Agent auteur) {
        FicheOffre propre = controlee(fiche);
        FicheOffre avant = vue(offre).fiche();
        remplir(offre, propre, vue(offre).confirmeeLe());
        historique.comparer(offre.id(), offre.code(), Historique.valeurs(avant), Historique.valeurs(propre), auteur);
    }

    /** "Still right": nothing changes but the day of the reading. */
    public void confirmerOffre(UUID id, Agent auteur) {
        auteur.exiger(AUTEURS);
        Offre offre = exigerOffre(id);
        LocalDate avant = vue(offre).confirmeeLe();
        LocalDate jour = horloge.aujourdhui();
        if (!avant.equals(jour)) {
            offre.confirmer(jour);
            historique.noter(id, Historique.CONFIRMATION, avant.toString(), jour.toString(), auteur);
            historique.dire(offre.code(), "Offre confirmée.", auteur);
        }
    }

    /**
     * Closes an offer to new referrals, or opens it again; those under way keep it.
     *
     * @param ouverte whether it takes new ones from now on
     */
    public void ouvrirAuxOrientations(UUID id, boolean ouverte, Agent auteur) {
        auteur.exiger(AUTEURS);
        fermer(exigerOffre(id), ouverte ? null : horloge.aujourdhui(), auteur);
    }

    void fermer(Offre offre, LocalDate jour, Agent auteur) {
        LocalDate avant = offre.fermeeLe();
        if ((avant == null) != (jour == null)) {
            offre.fermer(jour);
            historique.noter(
                    offre.id(),
                    Historique.FERMETURE,
                    avant == null ? null : avant.toString(),
                    jour == null ? null : jour.toString(),
                    auteur);
            historique.dire(
                    offre.code(),
                    jour == null
                            ? "Offre rouverte aux nouvelles orientations."
                            : "Offre fermée aux nouvelles orientations.",
                    auteur);
        }
    }

    /**
     * A new organisation.
     *
     * @param code null to get one
     * @throws SaisieInvalide for each faulty field
     * @throws Conflit when the code is taken
     */
    public OrganismeVue creerOrganisme(String code, FicheOrganisme fiche, Agent auteur) {
        auteur.exiger(AUTEURS);
        return inscrire(code, fiche, null, horloge.aujourdhui(), auteur);
    }

    OrganismeVue inscrire(String code, FicheOrganisme fiche, String source, LocalDate jour, Agent auteur) {
        FicheOrganisme propre = ControleOrganisme.verifier(fiche, nomenclature);
        String retenu = codeLibre(code, "ORGANISME");
        if (organismes.findByCode(retenu).isPresent()) {
            throw new Conflit("Un organisme a déjà le code « " + retenu + " ».");
        }
        Organisme organisme = organismes.save(new Organisme(retenu, propre, source, jour, libelle(propre.nature())));
        historique.noter(organisme.id(), Historique.CREATION, null, propre.nom(), auteur);
        if (source == null) {
            historique.dire(retenu, "Organisme créé.", auteur);
        }
        return organisme.vue(parametres.seuilDeConfirmation());
    }

    /** Checks a card as {@link #creerOrganisme} would, without writing. */
    @Transactional(readOnly = true)
    public FicheOrganisme verifier(FicheOrganisme fiche) {
        return ControleOrganisme.verifier(fiche, nomenclature);
    }

    /**
     * Replaces the card of an organisation; its offers are found by its new name at once.
     *
     * @throws Conflit when somebody else changed it meanwhile
     */
    public OrganismeVue modifierOrganisme(UUID id, FicheOrganisme fiche, int version, Agent auteur) {
        auteur.exiger(AUTEURS);
        Organisme organisme = exigerOrganisme(id);
        exigerVersion(organisme.version(), version, "L'organisme");
        FicheOrganisme propre = ControleOrganisme.verifier(fiche, nomenclature);
        FicheOrganisme avant = organisme.vue(horloge.aujourdhui()).fiche();
        organisme.remplacer(propre, horloge.aujourdhui(), libelle(propre.nature()));
        historique.comparer(id, organisme.code(), Historique.valeurs(avant), Historique.valeurs(propre), auteur);
        if (!avant.nom().equals(propre.nom())) {
            offres.deLOrganisme(id).forEach(o -> o.indexer(nomenclature));
        }
        organismes.flush();
        return organisme.vue(parametres.seuilDeConfirmation());
    }

    /** "Still right": nothing changes but the day of the reading. */
    public void confirmerOrganisme(UUID id, Agent auteur) {
        auteur.exiger(AUTEURS);
        Organisme organisme = exigerOrganisme(id);
        LocalDate avant = organisme.vue(horloge.aujourdhui()).confirmeLe();
        LocalDate jour = horloge.aujourdhui();
        if (!avant.equals(jour)) {
            organisme.confirmer(jour);
            historique.noter(id, Historique.CONFIRMATION, avant.toString(), jour.toString(), auteur);
            historique.dire(organisme.code(), "Organisme confirmé.", auteur);
        }
    }

    private FicheOffre controlee(FicheOffre fiche) {
        return ControleOffre.verifier(fiche, connus(fiche), nomenclature);
    }

    private Set<String> connus(FicheOffre fiche) {
        return organismes.findByCodeIn(fiche.organismes()).stream()
                .map(Organisme::code)
                .collect(Collectors.toSet());
    }

    private void remplir(Offre offre, FicheOffre propre, LocalDate jour) {
        List<Organisme> porteurs = organismes.findByCodeIn(propre.organismes()).stream()
                .sorted(Comparator.comparingInt(o -> propre.organismes().indexOf(o.code())))
                .toList();
        offre.remplacer(propre, nomenclature.objectif(propre.objectif()).orElseThrow(), porteurs, jour, nomenclature);
    }

    private OffreVue vue(Offre offre) {
        return offre.vue(parametres.seuilDeConfirmation(), nomenclature);
    }

    private Offre exigerOffre(UUID id) {
        return offres.findById(id).orElseThrow(() -> new Introuvable("Cette offre n'existe pas."));
    }

    private Organisme exigerOrganisme(UUID id) {
        return organismes.findById(id).orElseThrow(() -> new Introuvable("Cet organisme n'existe pas."));
    }

    private static void exigerVersion(int actuelle, int vue, String quoi) {
        if (actuelle != vue) {
            throw new Conflit(
                    quoi + " a été modifié entre-temps par quelqu'un d'autre. Relisez la fiche, puis recommencez.");
        }
    }

    private String libelle(String nature) {
        return nomenclature.nature(nature).map(Nomenclature.Nature::libelle).orElse("");
    }

    static String codeLibre(String code, String prefixe) {
        verifierCode(code);
        String net = Textes.ouNull(code);
        if (net == null) {
            return prefixe + "-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        }
        return net;
    }

    /**
     * Whether a code may be given; none is right, Jalon then gives one.
     *
     * @throws SaisieInvalide on {@code code}
     */
    public static void verifierCode(String code) {
        String net = Textes.ouNull(code);
        if (net != null && !net.matches("[A-Z0-9][A-Z0-9_-]{1,59}")) {
            throw new SaisieInvalide(
                    "code", "Écrivez un code de 2 à 60 lettres majuscules sans accent, chiffres, tirets.");
        }
    }
}
