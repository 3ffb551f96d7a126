package fr.jalon.usager;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Chiffrement;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Page;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Persons. Identity is readable by every front-desk agent and instructing agent, whatever the antenne (domain section 1);
 * what lies beyond it goes through {@link SuiviDesPersonnes}; what is in the dossiers is not here.
 */
@Service
@Transactional
public class Personnes {

    private static final Role[] LECTEURS = {
        Role.ACCUEIL, Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE, Role.RESPONSABLE_DISPOSITIFS
    };

    private final PersonnesRepository personnes;
    private final ChangementsRepository changements;
    private final RechercheDoublons doublons;
    private final RechercheDesPersonnes recherche;
    private final ClesDesPersonnes cles;
    private final LignesDeDomiciliation lignes;
    private final AntenneDuQuartier antenneDuQuartier;
    private final SuiviDesPersonnes suivi;
    private final PersonnesReunies reunies;
    private final Chiffrement chiffrement;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    Personnes(
            PersonnesRepository personnes,
            ChangementsRepository changements,
            RechercheDoublons doublons,
            RechercheDesPersonnes recherche,
            ClesDesPersonnes cles,
            LignesDeDomiciliation lignes,
            AntenneDuQuartier antenneDuQuartier,
            SuiviDesPersonnes suivi,
            PersonnesReunies reunies,
            Chiffrement chiffrement,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.personnes = personnes;
        this.changements = changements;
        this.doublons = doublons;
        this.recherche = recherche;
        this.cles = cles;
        this.lignes = lignes;
        this.antenneDuQuartier = antenneDuQuartier;
        this.suivi = suivi;
        this.reunies = reunies;
        this.chiffrement = chiffrement;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /**
     * Writes a new person. Likely duplicates do not block; ask {@link #doublons} first and show them.
     *
     * @throws SaisieInvalide for each faulty field
     * @throws Conflit when another person has the same social security number
     */
    public PersonneVue creer(FichePersonne fiche, Agent auteur) {
        auteur.exiger(Role.ACCUEIL, Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE, Role.RESPONSABLE_DISPOSITIFS);
        FichePersonne propre = FicheVerifiee.verifier(fiche, horloge.aujourdhui());
        doublons.certain(propre).ifPresent(autre -> {
            throw new Conflit("Cette personne existe déjà : " + autre.nomComplet() + ", "
                    + Rapprochement.comparer(propre, autre, true).raison()
                    + ". Ouvrez sa fiche ; si son nom a changé, notez son nom de naissance et son nom d'usage.");
        });
        String antenne = antenneDuQuartier.antenne(propre.quartier(), auteur);
        Personne personne = personnes.save(
                new Personne(propre, antenne, lignes.de(propre.domiciliation(), antenne), horloge.maintenant()));
        noterNir(personne, propre.nir());
        ecrire();
        cles.ecrire(personne.vue());
        evenements.publishEvent(new PersonneCreee(personne.id(), antenne, auteur));
        return personne.vue();
    }

    /**
     * Checks a card as {@link #creer} would, without writing: for the preview of an import.
     *
     * @return code of the antenne that would follow the person
     * @throws SaisieInvalide for each faulty field
     */
    @Transactional(readOnly = true)
    public String verifier(FichePersonne fiche, Agent auteur) {
        FichePersonne propre = FicheVerifiee.verifier(fiche, horloge.aujourdhui());
        return antenneDuQuartier.antenne(propre.quartier(), auteur);
    }

    /**
     * Persons who may be the one being written, the surest first. Who may not search by a telephone or an e-mail is not told who has one
     * either: for that account it finds nobody.
     */
    @Transactional(readOnly = true)
    public List<Doublon> doublons(FichePersonne fiche, Agent lecteur) {
        return doublons.chercher(fiche, lecteur);
    }

    /**
     * Replaces a person's card; each changed field goes to the history.
     *
     * @param version version that the writer had on screen
     * @throws Conflit when somebody else changed the person meanwhile, or the social security number is another person's
     */
    public PersonneVue modifier(UUID id, FichePersonne fiche, int version, Agent auteur) {
        auteur.exiger(Role.ACCUEIL, Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE, Role.RESPONSABLE_DISPOSITIFS);
        Personne personne = exiger(id);
        PersonneVue avant = personne.vue();
        if (avant.version() != version) {
            throw new Conflit(
                    "La fiche a été modifiée entre-temps par quelqu'un d'autre. Relisez-la puis recommencez.");
        }
        FichePersonne propre = FicheVerifiee.verifier(fiche, horloge.aujourdhui());
        doublons.certain(propre).filter(autre -> !autre.id().equals(id)).ifPresent(autre -> {
            throw new Conflit("Ce numéro de sécurité sociale est celui de " + autre.nomComplet()
                    + ". Vérifiez le numéro, ou ouvrez la fiche de cette personne.");
        });
        if (!propre.dateNaissance().equals(avant.dateNaissance()) && suivi.compteAilleurs(avant, auteur)) {
            throw new SaisieInvalide(
                    "dateNaissance",
                    "La date de naissance compte dans les dossiers en cours : seule l'antenne qui suit la personne"
                            + " la change.");
        }
        String demandee =
                propre.quartier() == null ? avant.antenne() : antenneDuQuartier.antenne(propre.quartier(), auteur);
        boolean aConvenir = !demandee.equals(avant.antenne()) && !suivi.peutRattacher(avant, auteur);
        String antenne = aConvenir ? avant.antenne() : demandee;
        personne.remplacer(propre, antenne, lignes.de(propre.domiciliation(), antenne));
        noterNir(personne, propre.nir());
        List<String> champs = tracer(avant, personne.vue(), propre.nir() != null, auteur);
        ecrire();
        cles.ecrire(personne.vue());
        if (!champs.isEmpty()) {
            evenements.publishEvent(new PersonneModifiee(id, antenne, champs, auteur));
        }
        if (aConvenir) {
            evenements.publishEvent(new RattachementPropose(id, propre.quartier(), demandee, auteur));
        }
        return personne.vue();
    }

    /** Gives the person to the antenne that serves her quartier, by somebody who follows her. */
    public void rattacher(UUID id, Agent auteur) {
        PersonneVue avant = suivi.exiger(id, auteur);
        Personne personne = exiger(id);
        if (avant.quartier() == null) {
            return;
        }
        String antenne = antenneDuQuartier.antenne(avant.quartier(), auteur);
        personne.rattacher(antenne, lignes.de(avant.domiciliation(), antenne));
        List<String> champs = tracer(avant, personne.vue(), false, auteur);
        if (!champs.isEmpty()) {
            evenements.publishEvent(new PersonneModifiee(id, personne.vue().antenne(), champs, auteur));
        }
    }

    /**
     * Whether a day may be the one of a death.
     *
     * @throws SaisieInvalide on {@code jour}
     */
    @Transactional(readOnly = true)
    public void verifierJourDuDeces(UUID id, LocalDate jour) {
        if (jour == null
                || jour.isAfter(horloge.aujourdhui())
                || jour.isBefore(exiger(id).vue().dateNaissance().auPlusTot())) {
            throw new SaisieInvalide("jour", "Indiquez la date du décès, au plus tard aujourd'hui.");
        }
    }

    /** Writes a proved death on the card, which every antenne reads; nothing ends by it. */
    public void noterDeces(UUID id, LocalDate jour, Agent auteur) {
        verifierJourDuDeces(id, jour);
        Personne personne = exiger(id);
        LocalDate avant = personne.vue().decedeeLe();
        if (avant == null) {
            personne.noterDeces(jour);
            changer(id, "decedeeLe", null, jour.toString(), auteur);
        }
    }

    /** Takes a death back from the card: the person lives. */
    public void effacerDeces(UUID id, Agent auteur) {
        Personne personne = exiger(id);
        LocalDate avant = personne.vue().decedeeLe();
        if (avant != null) {
            personne.noterDeces(null);
            changer(id, "decedeeLe", avant.toString(), null, auteur);
        }
    }

    /**
     * A death takes effect: the open dossiers of the person end by their own paths, for good. Who learns of a death signals
     * it first, and it is proved ({@code fr.jalon.dossier.Deces}).
     */
    public void declarerDeces(UUID id, LocalDate jour, Agent auteur) {
        noterDeces(id, jour, auteur);
        evenements.publishEvent(new DecesDeclare(id, jour, auteur));
    }

    private void changer(UUID id, String champ, String avant, String apres, Agent auteur) {
        changements.save(new Changement(id, horloge.maintenant(), auteur.identifiant(), champ, avant, apres));
    }

    /**
     * The person of an id.
     *
     * @throws Introuvable when there is none
     */
    @Transactional(readOnly = true)
    public PersonneVue parId(UUID id) {
        return exiger(id).vue();
    }

    /** Same, for an id that somebody sent. */
    @Transactional(readOnly = true)
    public Optional<PersonneVue> siExiste(UUID id) {
        return personnes
                .findById(id)
                .or(() -> reunies.gardee(id).flatMap(personnes::findById))
                .map(Personne::vue);
    }

    @Transactional(readOnly = true)
    public Map<UUID, PersonneVue> parIds(List<UUID> ids) {
        return personnes.findAllById(ids).stream()
                .map(Personne::vue)
                .collect(Collectors.toMap(PersonneVue::id, v -> v));
    }

    /**
     * Search by words of the name in any order and any form (without accents, case or hyphens, glued or not), by birth (31/12/1980,
     * 1980-12-31, 12/1980, 1980), by telephone or by e-mail; each only for the roles that may ({@link ChampCherche}).
     *
     * @return persons of every antenne, by name
     */
    @Transactional(readOnly = true)
    public Page<PersonneVue> rechercher(String texte, int page, int taille, Agent lecteur) {
        lecteur.exiger(LECTEURS);
        Page.verifier(page, taille);
        return recherche.chercher(texte, page, taille, lecteur);
    }

    /** What changed on the card, newest first; nothing for who does not follow the person. */
    @Transactional(readOnly = true)
    public List<ChangementVue> historique(UUID id, Agent lecteur) {
        lecteur.exiger(LECTEURS);
        if (!suivi.suit(exiger(id).vue(), lecteur)) {
            return List.of();
        }
        return changements.findByPersonneIdOrderByQuandDesc(id).stream()
                .map(Changement::vue)
                .toList();
    }

    private Personne exiger(UUID id) {
        return personnes
                .findById(id)
                .or(() -> reunies.gardee(id).flatMap(personnes::findById))
                .orElseThrow(() -> new Introuvable("Cette personne n'existe pas."));
    }

    /** Now, so that the version answered is the one kept, and a number written elsewhere at the same moment is told. */
    private void ecrire() {
        try {
            personnes.flush();
        } catch (DataIntegrityViolationException e) {
            if (String.valueOf(e.getMostSpecificCause().getMessage()).contains("uq_personne_nir")) {
                throw new Conflit(
                        "Une personne avec ce numéro de sécurité sociale vient d'être écrite. Cherchez-la.", e);
            }
            throw e;
        }
    }

    private void noterNir(Personne personne, String nir) {
        if (nir == null) {
            return;
        }
        byte[] chiffre = chiffrement.chiffrer(nir.getBytes(StandardCharsets.UTF_8), "nir:" + personne.id());
        personne.noterNir(chiffre, chiffrement.empreinte(nir), nir.substring(nir.length() - 4));
    }

    private List<String> tracer(PersonneVue avant, PersonneVue apres, boolean nirEcrit, Agent auteur) {
        List<String> champs = new ArrayList<>();
        Map<String, String> valeursAvant = valeurs(avant);
        valeurs(apres).forEach((champ, valeur) -> {
            if (!Objects.equals(valeursAvant.get(champ), valeur)) {
                champs.add(champ);
                changements.save(new Changement(
                        avant.id(),
                        horloge.maintenant(),
                        auteur.identifiant(),
                        champ,
                        valeursAvant.get(champ),
                        valeur));
            }
        });
        if (nirEcrit && !Objects.equals(avant.nirMasque(), apres.nirMasque())) {
            champs.add("nir");
            changements.save(new Changement(
                    avant.id(),
                    horloge.maintenant(),
                    auteur.identifiant(),
                    "nir",
                    avant.nirMasque(),
                    apres.nirMasque()));
        }
        return champs;
    }

    private static Map<String, String> valeurs(PersonneVue p) {
        Map<String, String> valeurs = new LinkedHashMap<>();
        valeurs.put("civilite", p.civilite());
        valeurs.put("nom", p.nom());
        valeurs.put("nomNaissance", p.nomNaissance());
        valeurs.put("prenoms", Textes.ouNull(p.prenoms()));
        valeurs.put("dateNaissance", p.dateNaissance().toString());
        valeurs.put("adresse", p.adresse());
        valeurs.put("domiciliation", p.domiciliation());
        valeurs.put("quartier", p.quartier());
        valeurs.put("antenne", p.antenne());
        valeurs.put("telephone", p.telephone());
        valeurs.put("autresTelephones", p.autresTelephones());
        valeurs.put("courriel", p.courriel());
        valeurs.put("langue", p.langue());
        return valeurs;
    }
}
