package fr.jalon.usager;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Introuvable;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place of the antenne filter on a person. Identity and contact are common to every antenne (a person may come to
 * any desk); whatever lies beyond, and every act on her, is for who follows her: her own antenne, and each antenne that
 * holds an open dossier of hers.
 */
@Service
@Transactional(readOnly = true)
public class SuiviDesPersonnes {

    private final PersonnesRepository personnes;
    private final PersonnesReunies reunies;
    private final DossiersDeLaPersonne dossiers;

    SuiviDesPersonnes(PersonnesRepository personnes, PersonnesReunies reunies, DossiersDeLaPersonne dossiers) {
        this.personnes = personnes;
        this.reunies = reunies;
        this.dossiers = dossiers;
    }

    public boolean suit(PersonneVue personne, Agent agent) {
        return agent.portee().couvre(personne.antenne())
                || dossiers.antennesOuvertes(personne.id()).stream().anyMatch(agent.portee()::couvre);
    }

    /** Whether the account sees every antenne that follows the person: nobody else has to be told of what it does. */
    public boolean suitSeul(PersonneVue personne, Agent agent) {
        return agent.portee().couvre(personne.antenne())
                && dossiers.antennesOuvertes(personne.id()).stream().allMatch(agent.portee()::couvre);
    }

    /** Whether a change of quartier by this account may change the antenne, or must first be agreed by who follows the person. */
    boolean peutRattacher(PersonneVue personne, Agent agent) {
        return suit(personne, agent) || !dossiers.enAEu(personne.id());
    }

    /** Whether what is written on the card is a fact of dossiers that this account does not hold. */
    boolean compteAilleurs(PersonneVue personne, Agent agent) {
        return !suit(personne, agent)
                && !dossiers.antennesOuvertes(personne.id()).isEmpty();
    }

    /**
     * The person, for an act.
     *
     * @throws Introuvable when she does not exist or another antenne follows her: both read the same
     */
    public PersonneVue exiger(UUID id, Agent agent) {
        return personnes
                .findById(id)
                .or(() -> reunies.gardee(id).flatMap(personnes::findById))
                .map(Personne::vue)
                .filter(p -> suit(p, agent))
                .orElseThrow(SuiviDesPersonnes::ailleurs);
    }

    static Introuvable ailleurs() {
        return new Introuvable("Cette personne n'existe pas, ou une autre antenne la suit : c'est à elle d'agir.");
    }
}
