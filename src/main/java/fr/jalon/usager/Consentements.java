package fr.jalon.usager;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person agreed to share, with whom and why: nothing leaves without it (domain, sections 3.1 and 4). */
@Service
@Transactional
public class Consentements {

    private final ConsentementsRepository consentements;
    private final SuiviDesPersonnes suivi;
    private final List<PorteeDuConsentement> portees;
    private final Personnes personnes;
    private final DureeDesConsentements duree;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    Consentements(
            ConsentementsRepository consentements,
            SuiviDesPersonnes suivi,
            List<PorteeDuConsentement> portees,
            Personnes personnes,
            DureeDesConsentements duree,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.consentements = consentements;
        this.suivi = suivi;
        this.portees = portees;
        this.personnes = personnes;
        this.duree = duree;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /** Whether an agreement holds on a day: given, not withdrawn, not past. */
    @Transactional(readOnly = true)
    public boolean enVigueur(UUID id, LocalDate jour) {
        return consentements.findById(id).filter(c -> c.vue().enVigueur(jour)).isPresent();
    }

    /**
     * One agreement.
     *
     * @throws Introuvable when there is none
     */
    @Transactional(readOnly = true)
    public ConsentementVue parId(UUID id) {
        return consentements
                .findById(id)
                .map(Consentement::vue)
                .orElseThrow(() -> new Introuvable("Ce consentement n'existe pas."));
    }

    /** Newest first, those withdrawn too. */
    @Transactional(readOnly = true)
    public List<ConsentementVue> de(UUID personneId) {
        return consentements.findByPersonneIdOrderByDonneLeDesc(personneId).stream()
                .map(Consentement::vue)
                .toList();
    }

    /**
     * The same for a reader: nothing for who does not follow the person; an agreement given for a dossier that the reader may
     * not open says only that it exists, so that it can be withdrawn.
     */
    @Transactional(readOnly = true)
    public List<ConsentementVue> pour(UUID personneId, Agent lecteur) {
        if (!suivi.suit(personnes.parId(personneId), lecteur)) {
            return List.of();
        }
        return de(personneId).stream()
                .map(c -> portees.stream().allMatch(p -> p.lisible(c.id(), lecteur)) ? c : c.sansDetail())
                .toList();
    }

    /**
     * Notes an agreement, by somebody who follows the person.
     *
     * @throws SaisieInvalide for each faulty field
     */
    public UUID donner(UUID personneId, NouveauConsentement demande, Agent auteur) {
        auteur.exiger(Role.ACCUEIL, Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE);
        PersonneVue personne = suivi.exiger(personneId, auteur);
        List<ErreurChamp> erreurs = new ArrayList<>();
        NouveauConsentement propre = new NouveauConsentement(
                texte(erreurs, "objet", demande.objet(), 500, "Dites ce qui est partagé."),
                texte(erreurs, "destinataire", demande.destinataire(), 200, "Dites avec qui."),
                texte(erreurs, "finalite", demande.finalite(), 500, "Dites pourquoi : la personne le relira."),
                demande.jusquAu());
        if (demande.jusquAu() != null && demande.jusquAu().isBefore(horloge.aujourdhui())) {
            erreurs.add(new ErreurChamp("jusquAu", "Indiquez une date à venir, ou laissez vide."));
        }
        tropLoin(demande.jusquAu()).ifPresent(erreurs::add);
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        Consentement donne =
                consentements.save(new Consentement(personne.id(), propre, horloge.maintenant(), auteur.identifiant()));
        publier(personne, "consentement donné", auteur);
        return donne.vue().id();
    }

    /** What is wrong with an end that is too far away: a year mistyped would bind the person for ever. */
    @Transactional(readOnly = true)
    public Optional<ErreurChamp> tropLoin(LocalDate jusquAu) {
        return Optional.ofNullable(jusquAu)
                .filter(jour -> jour.isAfter(duree.dernierJour()))
                .map(jour -> new ErreurChamp(
                        "jusquAu",
                        "Un accord ne se donne pas pour si longtemps : indiquez un jour jusqu'au "
                                + Horloge.enMots(duree.dernierJour()) + ". Il pourra être donné à nouveau."));
    }

    /**
     * Withdraws an agreement; it stays in the list with its date. Any desk records it, whatever its antenne, and it holds at
     * once: to withdraw is as easy as to give (GDPR, article 7(3)).
     */
    public void retirer(UUID personneId, UUID id, Agent auteur) {
        auteur.exiger(Role.ACCUEIL, Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE);
        Consentement consentement = consentements
                .findById(id)
                .filter(c -> c.personneId().equals(personneId))
                .orElseThrow(() -> new Introuvable("Ce consentement n'existe pas."));
        retirer(personnes.parId(personneId), consentement, auteur);
    }

    /**
     * Withdraws what a person says, at a desk that does not read her agreements: those that name a recipient, or all.
     *
     * @param destinataire the recipient in the person's words; null for every agreement
     */
    public void retirer(UUID personneId, String destinataire, Agent auteur) {
        auteur.exiger(Role.ACCUEIL, Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE);
        PersonneVue personne = personnes.parId(personneId);
        String dit = Textes.ouNull(destinataire);
        if (dit != null && dit.length() > 200) {
            throw new SaisieInvalide("destinataire", "Écrivez au plus 200 caractères.");
        }
        List<Consentement> vises = consentements.findByPersonneIdOrderByDonneLeDesc(personneId).stream()
                .filter(c -> c.vue().enVigueur(horloge.aujourdhui()))
                .filter(c -> dit == null || nomme(c.vue().destinataire(), dit))
                .toList();
        vises.forEach(c -> retirer(personne, c, auteur));
        if (vises.isEmpty()) {
            // Nothing matched: who follows the person looks for what she meant
            evenements.publishEvent(new RetraitDemande(personneId, dit == null ? "tous ses accords" : dit, auteur));
        }
    }

    private static boolean nomme(String destinataire, String dit) {
        String nom = Textes.recherche(destinataire);
        String mots = Textes.recherche(dit);
        return !mots.isBlank() && (nom.contains(mots) || mots.contains(nom));
    }

    private void retirer(PersonneVue personne, Consentement consentement, Agent auteur) {
        if (consentement.retirer(horloge.maintenant())) {
            publier(personne, "consentement retiré", auteur);
            evenements.publishEvent(new ConsentementRetire(consentement.vue().id(), personne.id(), auteur));
        }
    }

    private void publier(PersonneVue personne, String quoi, Agent auteur) {
        evenements.publishEvent(new PersonneModifiee(personne.id(), personne.antenne(), List.of(quoi), auteur));
    }

    private static String texte(List<ErreurChamp> erreurs, String champ, String valeur, int max, String absent) {
        String net = Textes.ouNull(valeur);
        if (net == null) {
            erreurs.add(new ErreurChamp(champ, absent));
        } else if (net.length() > max) {
            erreurs.add(new ErreurChamp(champ, "Écrivez au plus " + max + " caractères."));
        }
        return net;
    }
}
