package fr.jalon.seance;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A session, its seats and its agenda: what may be done in each state, and nothing else. It knows no database, no clock and no
 * letter, so that every sequence of gestures can be tried in memory (docs/decisions/0024). A gesture that is not allowed is
 * refused in French and changes nothing that is kept; from every state that is not an end a gesture leads out.
 */
final class Seance {

    static final int MOTIF_MAX = 500;

    private final SeanceVue origine;
    private final Sieges sieges;
    private final OrdreDuJour ordre;
    private EtatSeance etat;
    private Instant ouverteLe;
    private String closePar;
    private Instant closeLe;
    private String motifDelai;
    private String motifAnnulation;
    private UUID procesVerbal;
    private SignatureDuProcesVerbal signature;

    private Seance(SeanceVue vue) {
        this.origine = vue;
        this.etat = vue.etat();
        this.ouverteLe = vue.ouverteLe();
        this.closePar = vue.closePar();
        this.closeLe = vue.closeLe();
        this.motifDelai = vue.motifDelai();
        this.motifAnnulation = vue.motifAnnulation();
        this.procesVerbal = vue.procesVerbal();
        this.signature = vue.signature();
        this.sieges = new Sieges(vue.membres(), vue.mouvements());
        this.ordre = new OrdreDuJour(vue.points());
    }

    static Seance de(SeanceVue vue) {
        return new Seance(vue);
    }

    UUID id() {
        return origine.id();
    }

    EtatSeance etat() {
        return etat;
    }

    SeanceVue vue() {
        return new SeanceVue(
                origine.id(),
                origine.numero(),
                origine.instance(),
                origine.antenne(),
                origine.debut(),
                origine.lieu(),
                origine.anonyme(),
                etat,
                origine.creeePar(),
                ouverteLe,
                closePar,
                closeLe,
                motifDelai,
                motifAnnulation,
                procesVerbal,
                signature,
                sieges.membres(),
                ordre.points(),
                sieges.mouvements());
    }

    // Before the session

    /** Adds a titular or a substitute; while the session is held, only the substitute of a titular who is not there. */
    Membre asseoir(Membre nouveau, RegleInstance regle) {
        if (etat == EtatSeance.TENUE && nouveau.titulaire()) {
            throw new Conflit("La séance est ouverte : seul le suppléant d'un titulaire peut encore y entrer.");
        }
        if (etat != EtatSeance.TENUE) {
            exigerModifiable();
        }
        sieges.ajouter(nouveau, regle);
        return nouveau;
    }

    Membre lever(UUID membreId) {
        exigerModifiable();
        Membre parti = sieges.exiger(membreId);
        sieges.exigerSansPouvoir(parti);
        sieges.retirer(parti).forEach(m -> ordre.oublierLesDeportsDe(m.id()));
        return parti;
    }

    /** Puts a case on the agenda. */
    Point inscrire(CasPret cas) {
        exigerModifiable();
        return ordre.inscrire(cas);
    }

    /** Takes an item off before the session: its case waits for another one. */
    Point desinscrire(UUID pointId) {
        exigerModifiable();
        return ordre.enlever(pointId);
    }

    /**
     * The members may be convened: composition, agenda, time left to them.
     *
     * @param motif why less time than the rule is left, asked for in that case only
     * @throws SaisieInvalide on {@code debut}, {@code membres}, {@code points} or {@code motifDelai}
     */
    List<Membre> convoquer(RegleInstance regle, LocalDate aujourdhui, Instant maintenant, String motif) {
        exigerModifiable();
        List<ErreurChamp> erreurs = new ArrayList<>();
        if (!origine.debut().isAfter(maintenant)) {
            erreurs.add(
                    new ErreurChamp("debut", "Cette séance est passée : reportez-la à un autre jour, ou annulez-la."));
        }
        List<String> manques = Composition.manques(vue(), regle);
        if (!manques.isEmpty()) {
            erreurs.add(new ErreurChamp("membres", "Composition incomplète. " + String.join(" ; ", manques) + "."));
        }
        if (ordre.points().isEmpty()) {
            erreurs.add(new ErreurChamp("points", "Inscrivez au moins un dossier à l'ordre du jour."));
        }
        String raison = Textes.ouNull(motif);
        boolean tard = tropTard(regle, aujourdhui) && motifDelai == null;
        if (tard && (raison == null || Textes.longueur(raison) > MOTIF_MAX)) {
            erreurs.add(new ErreurChamp(
                    "motifDelai",
                    "Les membres ont d'habitude " + regle.convocationJours()
                            + " jours : écrivez pourquoi ils en ont moins, en " + MOTIF_MAX
                            + " caractères au plus. Le procès-verbal le dira."));
        }
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        if (tard) {
            motifDelai = raison;
        }
        etat = EtatSeance.CONVOQUEE;
        return sieges.membres().stream().filter(m -> m.convocation() == null).toList();
    }

    /** Whether fewer days are left to the members than the rule says. */
    boolean tropTard(RegleInstance regle, LocalDate aujourdhui) {
        return aujourdhui.plusDays(regle.convocationJours()).isAfter(origine.jour());
    }

    void noterConvocation(UUID membreId, UUID lettre) {
        sieges.noterConvocation(membreId, lettre);
    }

    /**
     * Calls the session off: before it is held, or while no opinion was given.
     *
     * @return the items whose cases wait for another session
     */
    List<Point> annuler(String motif) {
        if (etat == EtatSeance.TENUE && vue().unAvisRendu()) {
            throw new Conflit("Un avis est déjà donné : reportez les dossiers qui restent, puis clôturez la séance.");
        }
        if (etat != EtatSeance.TENUE) {
            exigerModifiable();
        }
        motifAnnulation = exigerMotif("motifAnnulation", motif);
        etat = EtatSeance.ANNULEE;
        return ordre.points().stream().filter(p -> p.etat() != EtatPoint.RETIRE).toList();
    }

    // While the session is held

    /**
     * Notes who is there and opens the session.
     *
     * @param heure real hour on the planned day, null for now
     * @throws SaisieInvalide on {@code presences} without the quorum, on {@code heure}
     */
    void ouvrir(Map<UUID, Presence> presences, LocalTime heure, Instant maintenant, RegleInstance regle) {
        exigerModifiable();
        if (etat != EtatSeance.CONVOQUEE) {
            throw new Conflit("Convoquez d'abord les membres.");
        }
        LocalDate aujourdhui = LocalDate.ofInstant(maintenant, Horloge.PARIS);
        if (aujourdhui.isBefore(origine.jour())) {
            throw new Conflit("Cette séance n'a pas encore commencé : elle s'ouvre le jour prévu.");
        }
        Instant quand = instant(heure, maintenant, null);
        sieges.noterLesPresences(presences);
        Quorum quorum = Quorum.deLaSeance(vue(), regle);
        if (!quorum.atteint()) {
            throw new SaisieInvalide(
                    "presences", "Le quorum n'est pas atteint : " + String.join(" ; ", quorum.manques()) + ".");
        }
        ouverteLe = quand;
        etat = EtatSeance.TENUE;
    }

    /** Somebody comes or leaves; the hour goes into the minutes. */
    void noterPresences(Map<UUID, Presence> presences, LocalTime heure, Instant maintenant) {
        exigerTenue();
        sieges.faireMouvement(presences, instant(heure, maintenant, sieges.dernierMouvement(ouverteLe)));
    }

    /**
     * An absent titular gives its proxy, in writing and for this session.
     *
     * @return the titular
     * @throws SaisieInvalide on {@code mandant}, {@code mandataire} or {@code ecrit}
     * @throws Conflit when the instance has no proxies
     */
    Membre donnerPouvoir(UUID mandantId, Pouvoir pouvoir, RegleInstance regle) {
        exigerConvoquee();
        if (regle.pouvoirs() == 0) {
            throw new Conflit("Le règlement de cette instance ne permet pas de donner pouvoir.");
        }
        String ecrit = exigerMotif("ecrit", pouvoir.ecrit());
        List<Point> attendus = ordre.points().stream().filter(Point::attendu).toList();
        if (!attendus.isEmpty() && attendus.stream().allMatch(p -> p.deporte(pouvoir.mandataire()))) {
            throw new SaisieInvalide("mandataire", "Ce membre s'est déporté : il ne peut pas voter pour un autre.");
        }
        return sieges.donnerPouvoir(
                mandantId,
                new Pouvoir(pouvoir.mandataire(), ecrit, pouvoir.notePar(), pouvoir.noteLe()),
                regle.pouvoirs());
    }

    /** A proxy is taken back: the seat is empty again, or its titular has come. */
    Membre reprendrePouvoir(UUID mandantId) {
        exigerConvoquee();
        return sieges.reprendrePouvoir(mandantId);
    }

    private void exigerConvoquee() {
        if (etat != EtatSeance.CONVOQUEE && etat != EtatSeance.TENUE) {
            throw new Conflit(
                    "Cette séance est " + enMots() + " : un pouvoir se donne entre la convocation et la fin.");
        }
    }

    /** A member leaves an item, before its opinion. */
    Membre deporter(UUID pointId, UUID membreId, String motif, String par, Instant quand) {
        if (!etat.modifiable() && etat != EtatSeance.TENUE) {
            throw new Conflit("Cette séance est terminée : un déport ne s'y note plus.");
        }
        Membre membre = sieges.trouver(membreId)
                .orElseThrow(() -> new SaisieInvalide("membre", "Choisissez le membre qui se déporte."));
        ordre.deporter(pointId, membre, exigerMotif("motifDeport", motif), par, quand);
        return membre;
    }

    /** A recusal noted by mistake: the member sits again on the item, as long as no opinion was given. */
    Membre annulerDeport(UUID pointId, UUID membreId) {
        if (!etat.modifiable() && etat != EtatSeance.TENUE) {
            throw new Conflit("Cette séance est terminée : ses déports ne changent plus.");
        }
        Membre membre = sieges.exiger(membreId);
        ordre.annulerDeport(pointId, membre);
        return membre;
    }

    /** The opinion on an item, with the quorum of that item; corrected until the session ends. */
    void rendreAvis(
            UUID pointId,
            AvisDicte dicte,
            List<AvisPossible> possibles,
            RegleInstance regle,
            String par,
            Instant quand) {
        exigerTenue();
        Quorum quorum = Quorum.duPoint(vue(), ordre.exiger(pointId), regle);
        int votants = Quorum.votants(vue(), ordre.exiger(pointId), regle).size();
        ordre.rendre(pointId, dicte, possibles, quorum, votants, par, quand);
    }

    /** An opinion written by mistake, or a recusal that comes to light: the item waits again for its opinion. */
    Point effacerAvis(UUID pointId) {
        exigerTenue();
        return ordre.effacer(pointId);
    }

    /** The item cannot be examined today: its case goes to a later session when this one ends. */
    Point reporter(UUID pointId, String motif, UUID vers) {
        exigerTenue();
        return ordre.reporter(pointId, exigerMotif("motifReport", motif), vers);
    }

    /** The item can be examined today after all. */
    Point reprendre(UUID pointId) {
        exigerTenue();
        return ordre.reprendre(pointId);
    }

    /**
     * The question is no longer asked: before the session the item leaves the agenda, during it the minutes say so.
     *
     * @return the item, when it was on the agenda
     */
    Optional<Point> retirerCas(UUID casId, String motif) {
        if (etat.finie()) {
            return Optional.empty();
        }
        return ordre.retirerCas(casId, motif, etat == EtatSeance.TENUE);
    }

    /**
     * Ends the session.
     *
     * @return its items, in order: an opinion goes to its dossier, a postponed case to a later session
     * @throws SaisieInvalide on {@code points} when an item is neither answered nor postponed, on {@code heure}
     */
    List<Point> clore(LocalTime heure, Instant maintenant, String par) {
        exigerTenue();
        List<String> sans = ordre.points().stream()
                .filter(Point::attendu)
                .map(Point::numeroDossier)
                .toList();
        if (!sans.isEmpty()) {
            throw new SaisieInvalide(
                    "points",
                    "Il manque l'avis sur : " + String.join(", ", sans)
                            + ". Donnez-le, ou reportez le dossier à une autre séance.");
        }
        closeLe = instant(heure, maintenant, sieges.dernierMouvement(ouverteLe));
        closePar = par;
        etat = EtatSeance.CLOSE;
        return ordre.points();
    }

    void noterProcesVerbal(UUID lettre) {
        procesVerbal = lettre;
    }

    /** The minutes are signed: what was decided may leave. */
    void signer(SignatureDuProcesVerbal par) {
        if (etat == EtatSeance.SIGNEE) {
            throw new Conflit("Le procès-verbal est déjà signé.");
        }
        if (etat != EtatSeance.CLOSE) {
            throw new Conflit(
                    "Cette séance est " + enMots() + " : son procès-verbal se signe une fois la séance close.");
        }
        signature = par;
        etat = EtatSeance.SIGNEE;
    }

    /** An hour of the session's day, or now; never to come, never before what was already noted. */
    private Instant instant(LocalTime heure, Instant maintenant, Instant apres) {
        LocalDate jour = origine.jour();
        if (heure == null && LocalDate.ofInstant(maintenant, Horloge.PARIS).isAfter(jour)) {
            throw new SaisieInvalide(
                    "heure",
                    "La séance est du " + Horloge.enMots(jour) + " : écrivez l'heure de ce jour-là, ou reportez-la.");
        }
        Instant quand = heure == null ? maintenant : Horloge.instantAParis(jour.atTime(heure));
        if (quand.isAfter(maintenant)) {
            throw new SaisieInvalide("heure", "Cette heure n'est pas encore passée.");
        }
        if (apres != null && quand.isBefore(apres)) {
            LocalTime deja = apres.atZone(Horloge.PARIS).toLocalTime();
            throw new SaisieInvalide(
                    "heure",
                    "Cette heure est avant la dernière notée, %d h %02d.".formatted(deja.getHour(), deja.getMinute()));
        }
        return quand;
    }

    private static String exigerMotif(String champ, String motif) {
        String raison = Textes.ouNull(motif);
        if (raison == null || Textes.longueur(raison) > MOTIF_MAX || !Textes.lisible(raison)) {
            throw new SaisieInvalide(champ, "Écrivez pourquoi, en " + MOTIF_MAX + " caractères au plus.");
        }
        return raison;
    }

    private void exigerModifiable() {
        if (!etat.modifiable()) {
            throw new Conflit("Cette séance est " + enMots() + " : elle ne se prépare plus.");
        }
    }

    private void exigerTenue() {
        if (etat != EtatSeance.TENUE) {
            throw new Conflit("Cette séance est " + enMots() + " : elle n'est pas en cours.");
        }
    }

    private String enMots() {
        return etat.libelle().toLowerCase(Locale.FRENCH);
    }
}
