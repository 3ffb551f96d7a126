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
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person agreed to share, with whom and why: nothing leaves without it (domain, sections 3.1 and 4). */
@Service
@Transactional
public class Consentements {

    private final ConsentementsRepository consentements;
    private final Personnes personnes;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    Consentements(
            ConsentementsRepository consentements,
            Personnes personnes,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.consentements = consentements;
        this.personnes = personnes;
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

    /** @throws SaisieInvalide for each faulty field */
    public UUID donner(UUID personneId, NouveauConsentement demande, Agent auteur) {
        auteur.exiger(Role.ACCUEIL, Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE);
        PersonneVue personne = personnes.parId(personneId);
        List<ErreurChamp> erreurs = new ArrayList<>();
        NouveauConsentement propre = new NouveauConsentement(
                texte(erreurs, "objet", demande.objet(), 500, "Dites ce qui est partagé."),
                texte(erreurs, "destinataire", demande.destinataire(), 200, "Dites avec qui."),
                texte(erreurs, "finalite", demande.finalite(), 500, "Dites pourquoi : la personne le relira."),
                demande.jusquAu());
        if (demande.jusquAu() != null && demande.jusquAu().isBefore(horloge.aujourdhui())) {
            erreurs.add(new ErreurChamp("jusquAu", "Indiquez une date à venir, ou laissez vide."));
        }
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        Consentement donne =
                consentements.save(new Consentement(personneId, propre, horloge.maintenant(), auteur.identifiant()));
        publier(personne, "consentement donné", auteur);
        return donne.vue().id();
    }

    /** Withdraws an agreement; it stays in the list with its date. */
    public void retirer(UUID personneId, UUID id, Agent auteur) {
        auteur.exiger(Role.ACCUEIL, Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE);
        Consentement consentement = consentements
                .findById(id)
                .filter(c -> c.personneId().equals(personneId))
                .orElseThrow(() -> new Introuvable("Ce consentement n'existe pas."));
        if (consentement.retirer(horloge.maintenant())) {
            publier(personnes.parId(personneId), "consentement retiré", auteur);
            evenements.publishEvent(new ConsentementRetire(id, personneId, auteur));
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
