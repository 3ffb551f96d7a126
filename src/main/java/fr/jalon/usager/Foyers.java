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

/** Who lives in a person's foyer, with dates: a member who leaves stays in the history. */
@Service
@Transactional
public class Foyers {

    private final MembresFoyerRepository membres;
    private final SuiviDesPersonnes suivi;
    private final Personnes personnes;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    Foyers(
            MembresFoyerRepository membres,
            SuiviDesPersonnes suivi,
            Personnes personnes,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.membres = membres;
        this.suivi = suivi;
        this.personnes = personnes;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /** Every member that ever was, the oldest first. */
    @Transactional(readOnly = true)
    public List<MembreFoyerVue> de(UUID personneId) {
        return membres.findByPersonneIdOrderByDateNaissance(personneId).stream()
                .map(MembreFoyer::vue)
                .toList();
    }

    /** The members, for a reader who follows the person; none for another one. */
    @Transactional(readOnly = true)
    public List<MembreFoyerVue> pour(UUID personneId, Agent lecteur) {
        return suivi.suit(personnes.parId(personneId), lecteur) ? de(personneId) : List.of();
    }

    /**
     * Adds a member, by somebody who follows the person.
     *
     * @throws SaisieInvalide for each faulty field
     */
    public void ajouter(UUID personneId, NouveauMembre demande, Agent auteur) {
        suivi.exiger(personneId, auteur);
        declarer(personneId, demande, auteur);
    }

    /**
     * Adds a member that the person names with a claim: a claim is received at any desk (CRPA, art. L114-2).
     *
     * @throws SaisieInvalide for each faulty field
     */
    public void declarer(UUID personneId, NouveauMembre demande, Agent auteur) {
        auteur.exiger(Role.ACCUEIL, Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE);
        PersonneVue personne = personnes.parId(personneId);
        LocalDate aujourdhui = horloge.aujourdhui();
        LocalDate depuis = demande.depuis() == null ? aujourdhui : demande.depuis();
        List<ErreurChamp> erreurs = new ArrayList<>();
        if (demande.lien() == null) {
            erreurs.add(new ErreurChamp("lien", "Dites ce que cette personne est pour le demandeur."));
        } else if (demande.lien() == LienFoyer.CONJOINT && aUnConjoint(personne.id(), depuis)) {
            erreurs.add(new ErreurChamp("lien", "Un conjoint est déjà présent : notez d'abord son départ."));
        }
        nom(erreurs, "nom", demande.nom());
        nom(erreurs, "prenoms", demande.prenoms());
        if (demande.dateNaissance() == null
                || demande.dateNaissance().auPlusTot().isAfter(aujourdhui)) {
            erreurs.add(new ErreurChamp(
                    "dateNaissance",
                    "Indiquez une date de naissance passée, ou ce qui en est connu : 14/03/1986, 03/1986 ou 1986."));
        } else if (depuis.isBefore(demande.dateNaissance().auPlusTot()) || depuis.isAfter(aujourdhui)) {
            erreurs.add(new ErreurChamp("depuis", "Indiquez une date entre la naissance et aujourd'hui."));
        }
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        membres.save(new MembreFoyer(
                personne.id(),
                new NouveauMembre(
                        demande.lien(),
                        demande.nom().strip(),
                        demande.prenoms().strip(),
                        demande.dateNaissance(),
                        depuis)));
        publier(personne, "foyer : une personne de plus", auteur);
    }

    /** Notes that a member left the foyer today. */
    public void noterDepart(UUID personneId, UUID membre, Agent auteur) {
        auteur.exiger(Role.ACCUEIL, Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE);
        PersonneVue personne = suivi.exiger(personneId, auteur);
        MembreFoyer trouve = membres.findById(membre)
                .filter(m -> m.personneId().equals(personne.id()))
                .orElseThrow(() -> new Introuvable("Cette personne n'est pas dans le foyer."));
        if (trouve.vue().jusque() == null) {
            trouve.partir(horloge.aujourdhui());
            publier(personne, "foyer : un départ", auteur);
        }
    }

    private boolean aUnConjoint(UUID personneId, LocalDate jour) {
        return de(personneId).stream()
                .anyMatch(m -> m.lien() == LienFoyer.CONJOINT && m.presentLe(jour) && m.jusque() == null);
    }

    private void publier(PersonneVue personne, String quoi, Agent auteur) {
        evenements.publishEvent(new PersonneModifiee(personne.id(), personne.antenne(), List.of(quoi), auteur));
    }

    private static void nom(List<ErreurChamp> erreurs, String champ, String valeur) {
        String net = Textes.ouNull(valeur);
        if (net == null) {
            erreurs.add(new ErreurChamp(champ, "Ce champ est obligatoire."));
        } else if (net.length() > 500) {
            erreurs.add(new ErreurChamp(champ, "Écrivez au plus 500 caractères."));
        }
    }
}
