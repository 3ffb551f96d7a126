package fr.jalon.fusion;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.PersonneModifiee;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Two cards of one person made one: by the responsable of the antenne that holds the dossiers, with the agreement of each other antenne
 * that holds some. Each value is chosen by hand; nothing is lost; it is undone by the same antennes as long as no new act rests on it.
 */
@Service
@Transactional
public class Fusions {

    private static final int MOTIF_MAX = 300;
    private static final int CANDIDATES_MAX = 20;

    private final ApercusDeFusion apercus;
    private final FusionsJdbc fusions;
    private final FichesJdbc fiches;
    private final Reunion reunion;
    private final Personnes personnes;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    Fusions(
            ApercusDeFusion apercus,
            FusionsJdbc fusions,
            FichesJdbc fiches,
            Reunion reunion,
            Personnes personnes,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.apercus = apercus;
        this.fusions = fusions;
        this.fiches = fiches;
        this.reunion = reunion;
        this.personnes = personnes;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /**
     * What a merge would do.
     *
     * @throws SaisieInvalide on {@code autre} when it is the same card
     * @throws Conflit when one of the two was merged already
     * @throws Introuvable when one does not exist, or none of the antennes that hold the dossiers is the reader's
     */
    @Transactional(readOnly = true)
    public ApercuFusion apercu(UUID gardee, UUID absorbee, Agent agent) {
        agent.exiger(Role.RESPONSABLE_ANTENNE);
        ApercuFusion apercu = apercus.de(gardee, absorbee, agent);
        if (apercu.antennes().stream().noneMatch(agent.portee()::couvre)) {
            throw new Introuvable("Une autre antenne tient les dossiers de ces personnes : c'est à elle d'agir.");
        }
        return apercu;
    }

    /**
     * Asks for a merge; it is done at once when no other antenne has to agree.
     *
     * @param choix side of each field; a field without one keeps the value of the card that stays
     * @param versions versions of both cards that were on screen
     * @throws Conflit when one of the two was changed meanwhile, or something must be settled first
     */
    public FusionVue demander(UUID gardee, UUID absorbee, Map<String, Cote> choix, Versions versions, Agent auteur) {
        ApercuFusion apercu = apercu(gardee, absorbee, auteur);
        exigerPossible(apercu);
        exigerVersions(apercu, versions);
        Map<String, Cote> retenus = controler(apercu, choix);
        UUID id = UUID.randomUUID();
        try {
            fusions.demander(id, apercu, fiches.ecrire(retenus), auteur, horloge.maintenant());
        } catch (DuplicateKeyException e) {
            throw new Conflit(
                    "Une autre fusion de l'une de ces fiches attend déjà : répondez-lui d'abord, dans « Fusions de fiches ».",
                    e);
        }
        apercu.antennes().stream()
                .filter(auteur.portee()::couvre)
                .forEach(a -> fusions.accorder(id, a, auteur, horloge.maintenant()));
        FusionVue vue = fusions.parId(id);
        if (vue.enAttente().isEmpty()) {
            reunion.faire(vue, versions, auteur);
        } else {
            publier(gardee, apercu.antennes().get(0), List.of("fusion demandée"), auteur);
        }
        return fusions.parId(id);
    }

    /** Versions of the two cards as somebody read them. */
    public record Versions(int gardee, int absorbee) {}

    /**
     * Agrees for an antenne; the merge is done when it was the last one awaited.
     *
     * @throws Introuvable when the account answers for no antenne that is awaited
     * @throws Conflit when it was answered already, a card was changed since it was read, or the demand no longer fits the cards
     */
    public FusionVue accepter(UUID id, Versions versions, Agent auteur) {
        FusionVue vue = attendue(id, auteur);
        ApercuFusion apercu = apercuDe(vue, auteur);
        exigerPossible(apercu);
        exigerVersions(apercu, versions);
        vue.enAttente().stream()
                .filter(auteur.portee()::couvre)
                .forEach(a -> fusions.accorder(id, a, auteur, horloge.maintenant()));
        FusionVue apres = fusions.parId(id);
        if (apres.enAttente().isEmpty()) {
            reunion.faire(apres, versions, auteur);
        }
        return fusions.parId(id);
    }

    /**
     * Says no, or takes the demand back: nothing changes.
     *
     * @throws SaisieInvalide on {@code motif} without a reason
     */
    public void refuser(UUID id, String motif, Agent auteur) {
        FusionVue vue = exiger(id, auteur);
        exigerEtat(vue, EtatFusion.DEMANDEE);
        String pourquoi = motif(motif);
        if (!fusions.clore(vue, EtatFusion.REFUSEE, pourquoi, auteur, horloge.maintenant())) {
            throw dejaRepondu();
        }
        publier(vue.gardeeId(), vue.antennes().get(0), List.of("fusion refusée"), auteur);
    }

    /** What was done since on the strength of a merge; none when it can be undone. */
    @Transactional(readOnly = true)
    public List<String> actesDepuis(UUID id, Agent agent) {
        FusionVue vue = exiger(id, agent);
        return defaisable(vue) ? actes(vue, agent) : List.of();
    }

    /** Whether its time to be undone is not over; acts may stand in the way besides. */
    public boolean defaisable(FusionVue vue) {
        return vue.etat() == EtatFusion.FAITE && !horloge.aujourdhui().isAfter(vue.defaisableJusqu());
    }

    /**
     * Makes two cards again, as they were, once each antenne that agreed to the merge asks for it: one alone takes no dossier from the
     * others. The first demand is kept with its reason, and shown.
     *
     * @return the merge, undone, or done still while another antenne has not said yes
     * @throws SaisieInvalide on {@code motif} without a reason
     * @throws Conflit when its time is over, a new act rests on it (the message says which), or the antenne asked already
     */
    public FusionVue defaire(UUID id, String motif, Agent auteur) {
        FusionVue vue = exiger(id, auteur);
        exigerEtat(vue, EtatFusion.FAITE);
        String pourquoi = motif(motif);
        if (!defaisable(vue)) {
            throw new Conflit("Cette fusion se défaisait jusqu'au " + Horloge.enMots(vue.defaisableJusqu()) + ".");
        }
        List<String> actes = actes(vue, auteur);
        if (!actes.isEmpty()) {
            throw new Conflit("Cette fusion ne se défait plus : depuis, " + String.join(" ; ", actes) + ".");
        }
        List<String> siennes = vue.antennes().stream()
                .filter(auteur.portee()::couvre)
                .filter(a -> !vue.retour().contains(a))
                .toList();
        if (siennes.isEmpty() && !vue.retour().containsAll(vue.antennes())) {
            throw new Conflit("Votre antenne l'a déjà demandé : l'autre antenne doit répondre.");
        }
        siennes.forEach(a -> fusions.demanderLeRetour(id, a, pourquoi, auteur, horloge.maintenant()));
        FusionVue apres = fusions.parId(id);
        if (!apres.retour().containsAll(apres.antennes())) {
            publier(vue.gardeeId(), apres.retour().get(0), List.of("retour à deux fiches demandé"), auteur);
            return apres;
        }
        if (!fusions.clore(vue, EtatFusion.DEFAITE, pourquoi, auteur, horloge.maintenant())) {
            throw dejaRepondu();
        }
        reunion.separer(vue, pourquoi, auteur);
        return fusions.parId(id);
    }

    /**
     * A merge, for one of the antennes that it concerns.
     *
     * @throws Introuvable otherwise
     */
    @Transactional(readOnly = true)
    public FusionVue parId(UUID id, Agent agent) {
        return exiger(id, agent);
    }

    /** What a demand would do, for who answers it. */
    @Transactional(readOnly = true)
    public ApercuFusion apercuDe(UUID id, Agent agent) {
        FusionVue vue = exiger(id, agent);
        exigerEtat(vue, EtatFusion.DEMANDEE);
        return apercuDe(vue, agent);
    }

    /** The preview of now; a demand made on other fields or without an antenne that holds something by now is made again. */
    private ApercuFusion apercuDe(FusionVue vue, Agent agent) {
        ApercuFusion apercu = apercus.de(vue.gardeeId(), vue.absorbeeId(), vue.id(), agent);
        Set<String> differents = apercu.champs().stream()
                .filter(c -> !c.pareil())
                .map(ApercuFusion.Champ::code)
                .collect(Collectors.toSet());
        if (!differents.equals(vue.choix().keySet())) {
            return apercu.avec(
                    "Une des deux fiches a changé depuis la demande : ses choix ne disent plus tout. Refusez la"
                            + " demande, puis refaites-la.");
        }
        return vue.antennes().containsAll(apercu.antennes())
                ? apercu
                : apercu.avec("Une autre antenne tient maintenant un dossier de l'une de ces personnes : elle doit être"
                        + " d'accord aussi. Refusez la demande, puis refaites-la.");
    }

    /** Those of the account's antennes: what waits first, then the newest. */
    @Transactional(readOnly = true)
    public List<FusionVue> pour(Agent agent) {
        agent.exiger(Role.RESPONSABLE_ANTENNE);
        return fusions.de(agent.portee());
    }

    /**
     * Cards that may be the other one, by the matching of the house, or by the words that were typed, by its search.
     *
     * @throws Introuvable when the reader does not follow the person
     */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(UUID fiche, String q, Agent agent) {
        agent.exiger(Role.RESPONSABLE_ANTENNE);
        PersonneVue personne = personnes.parId(fiche);
        if (!apercus.suit(fiche, agent)) {
            throw new Introuvable("Cette personne n'existe pas, ou une autre antenne la suit : c'est à elle d'agir.");
        }
        Stream<Candidate> trouvees = Textes.ouNull(q) == null
                ? personnes.doublons(FichePersonne.de(personne), agent).stream()
                        .map(d -> candidate(d.personne(), d.raison()))
                : personnes.rechercher(q, 0, CANDIDATES_MAX, agent).elements().stream()
                        .map(p -> candidate(p, null));
        return trouvees.filter(c -> !c.id().equals(personne.id())).toList();
    }

    /**
     * A card that may be the other one.
     *
     * @param ou address and telephone, which tell two homonyms apart
     * @param raison what makes one think so, null when it was searched for
     */
    public record Candidate(UUID id, String nom, String nee, String ou, String raison) {}

    private static Candidate candidate(PersonneVue p, String raison) {
        String ou = Stream.of(p.adresse().replaceAll("\\s*\\n\\s*", ", "), p.telephone(), "référence " + p.reference())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return new Candidate(p.id(), p.nomComplet(), p.nee(), ou, raison);
    }

    private static Conflit dejaRepondu() {
        return new Conflit("Quelqu'un a déjà répondu à cette fusion. Relisez la liste.");
    }

    private static void exigerPossible(ApercuFusion apercu) {
        if (!apercu.possible()) {
            throw new Conflit(String.join(" ", apercu.empechements()));
        }
    }

    private static void exigerVersions(ApercuFusion apercu, Versions versions) {
        if (apercu.gardee().version() != versions.gardee() || apercu.absorbee().version() != versions.absorbee()) {
            throw Reunion.modifiee();
        }
    }

    /** Two values that differ are chosen by hand: none is kept in silence. */
    private static Map<String, Cote> controler(ApercuFusion apercu, Map<String, Cote> choix) {
        Map<String, Cote> retenus = new LinkedHashMap<>();
        List<ErreurChamp> manquants = new ArrayList<>();
        for (ApercuFusion.Champ c : apercu.champs()) {
            if (c.pareil()) {
                continue;
            }
            Cote cote = choix.get(c.code());
            if (cote == null) {
                manquants.add(new ErreurChamp(c.code(), "Choisissez la valeur à garder."));
            } else {
                retenus.put(c.code(), cote);
            }
        }
        if (!manquants.isEmpty()) {
            throw new SaisieInvalide(manquants);
        }
        return retenus;
    }

    private List<String> actes(FusionVue vue, Agent agent) {
        Map<String, Object> reunie = fiches.fiche(vue.gardeeId()).orElse(null);
        if (reunie == null) {
            return List.of("la fiche a été réunie à une autre : défaites cette fusion d'abord");
        }
        if (fusions.suivieDUneAutre(vue)) {
            return List.of("une autre fiche y a été réunie : défaites cette fusion d'abord");
        }
        List<String> actes = new ArrayList<>(fiches.actesDepuis(
                vue.id(),
                vue.gardeeId(),
                agent.portee(),
                apercus.suit(vue.gardeeId(), agent),
                vue.choix().containsValue(Cote.ABSORBEE)));
        if (Reunion.version(reunie) != fusions.versionApres(vue.id())) {
            actes.add("la fiche a été modifiée");
        }
        Optional<String> gardees = fusions.avant(vue.id());
        if (gardees.isEmpty()) {
            actes.add("les deux fiches telles qu'elles étaient ne sont plus gardées");
            return actes;
        }
        Map<String, Object> avant = fiches.lire(gardees.get());
        for (String cote : List.of("gardee", "absorbee")) {
            if (fiches.numeroPris(Reunion.rangee(avant, cote).get("nir_empreinte"), vue.gardeeId())) {
                actes.add(Reunion.NUMERO_PRIS);
            }
        }
        return actes;
    }

    private FusionVue exiger(UUID id, Agent agent) {
        agent.exiger(Role.RESPONSABLE_ANTENNE);
        FusionVue vue = fusions.siExiste(id).orElse(null);
        if (vue == null || vue.antennes().stream().noneMatch(agent.portee()::couvre)) {
            throw new Introuvable("Cette fusion n'existe pas.");
        }
        return vue;
    }

    private FusionVue attendue(UUID id, Agent auteur) {
        FusionVue vue = exiger(id, auteur);
        exigerEtat(vue, EtatFusion.DEMANDEE);
        if (vue.enAttente().stream().noneMatch(auteur.portee()::couvre)) {
            throw new Conflit("Votre antenne a déjà donné son accord : l'autre antenne doit répondre.");
        }
        return vue;
    }

    private static void exigerEtat(FusionVue vue, EtatFusion attendu) {
        if (vue.etat() != attendu) {
            throw dejaRepondu();
        }
    }

    private static String motif(String texte) {
        String net = Textes.ouNull(texte);
        if (net == null || net.length() > MOTIF_MAX || !Textes.lisible(net)) {
            throw new SaisieInvalide("motif", "Dites pourquoi, en quelques mots (300 caractères au plus).");
        }
        return net;
    }

    private void publier(UUID personne, String antenne, List<String> champs, Agent auteur) {
        evenements.publishEvent(new PersonneModifiee(personne, antenne, champs, auteur));
    }
}
