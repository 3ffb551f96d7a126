package fr.jalon.prescription;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.dispositif.faits.ReferentNomme;
import fr.jalon.dossier.DossierConsulte;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.usager.Consentements;
import fr.jalon.usager.Personnes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A partner in front of its own referrals. Each call checks that the referral was made to the organisation of the account, and that
 * the person's agreement still holds: anything else does not exist.
 */
@Service
@Transactional
public class EspacePartenaire {

    private static final int REFERENT_MAX = 160;

    /** Rows of a list, the newest. */
    static final int MONTREES = 100;

    private final PropositionsRepository propositions;
    private final Suivi suivi;
    private final Partages partages;
    private final ReponsesPartenaire reponses;
    private final Consentements consentements;
    private final Dossiers dossiers;
    private final Personnes personnes;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    EspacePartenaire(
            PropositionsRepository propositions,
            Suivi suivi,
            Partages partages,
            ReponsesPartenaire reponses,
            Consentements consentements,
            Dossiers dossiers,
            Personnes personnes,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.propositions = propositions;
        this.suivi = suivi;
        this.partages = partages;
        this.reponses = reponses;
        this.consentements = consentements;
        this.dossiers = dossiers;
        this.personnes = personnes;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /** The newest hundred referrals of one list; those that are over come without any personal data. */
    @Transactional(readOnly = true)
    public List<FichePartenaire> lister(OngletPartenaire onglet, Agent agent) {
        agent.exiger(Role.PARTENAIRE);
        List<Proposition> lues = agent.organisme() == null
                ? List.of()
                : propositions.findByOrganismeAndEtatInOrderByProposeeLeDesc(
                        agent.organisme(), onglet.etats(), PageRequest.of(0, MONTREES));
        List<PropositionVue> vues = suivi.vues(lues);
        return IntStream.range(0, lues.size())
                .mapToObj(i -> fiche(lues.get(i), vues.get(i)))
                .toList();
    }

    /** How many in each list. */
    @Transactional(readOnly = true)
    public Map<OngletPartenaire, Integer> compter(Agent agent) {
        Map<OngletPartenaire, Integer> nombres = new EnumMap<>(OngletPartenaire.class);
        agent.exiger(Role.PARTENAIRE);
        if (agent.organisme() == null) {
            return nombres;
        }
        for (Object[] ligne : propositions.compter(agent.organisme())) {
            for (OngletPartenaire onglet : OngletPartenaire.values()) {
                if (onglet.etats().contains((EtatProposition) ligne[0])) {
                    nombres.merge(onglet, ((Number) ligne[1]).intValue(), Integer::sum);
                }
            }
        }
        return nombres;
    }

    /**
     * One referral, whose reading is noted.
     *
     * @throws Introuvable when it is another partner's, over, or no longer agreed to
     */
    public FichePartenaire ouvrir(UUID id, Agent agent) {
        Proposition p = exiger(id, agent);
        lire(p, agent);
        return fiche(p);
    }

    /** Accepts or refuses without naming anybody. */
    public void repondre(UUID id, Reponse reponse, Agent agent) {
        repondre(id, reponse, null, agent);
    }

    /**
     * Accepts or refuses; the path goes on in the same transaction.
     *
     * @param referent whom the partner names as référent, null when it names nobody; kept when it accompanies by the law alone
     */
    public void repondre(UUID id, Reponse reponse, String referent, Agent agent) {
        Proposition p = exiger(id, agent);
        String nom = Textes.ouNull(referent);
        if (nom != null && (Textes.longueur(nom) > REFERENT_MAX || !Textes.lisible(nom))) {
            throw new SaisieInvalide("referent", "Écrivez un nom ou un service, en 160 caractères au plus.");
        }
        if (nom != null && reponse.acceptee() && p.base() == BaseDuPartage.LOI) {
            evenements.publishEvent(new ReferentNomme(p.dossierId(), nom, agent));
        }
        lueSiPremiere(p, agent);
        reponses.repondre(p.dossierId(), reponse, agent);
        evenements.publishEvent(new PartenaireARepondu(p.dossierId(), reponse.acceptee(), agent));
    }

    public void noterRencontre(UUID id, Rencontre rencontre, Agent agent) {
        Proposition p = exiger(id, agent);
        lueSiPremiere(p, agent);
        reponses.noterRencontre(p.dossierId(), rencontre, agent);
        evenements.publishEvent(new PremierRendezVousNote(p.dossierId(), rencontre.issue(), agent));
    }

    public void noterResultat(UUID id, ResultatOrientation resultat, String precision, Agent agent) {
        Proposition p = exiger(id, agent);
        lueSiPremiere(p, agent);
        reponses.noterResultat(p.dossierId(), resultat, precision, agent);
        evenements.publishEvent(new ResultatNote(p.dossierId(), agent));
    }

    /** Notes who read, for the person, the référent and the DPO (surete, section 7). */
    void lire(Proposition p, Agent lecteur) {
        p.noterLecture(horloge.maintenant());
        DossierVue dossier = dossiers.parId(p.dossierId());
        evenements.publishEvent(new DossierConsulte(
                dossier.id(),
                dossier.numero(),
                dossier.antenne(),
                lecteur,
                "données partagées avec un partenaire : " + suivi.vue(p).organismeNom()));
    }

    /** Who answers has read: the person's card never says the contrary. */
    private void lueSiPremiere(Proposition p, Agent lecteur) {
        if (suivi.vue(p).premiereLecture() == null) {
            lire(p, lecteur);
        }
    }

    FichePartenaire fiche(Proposition p) {
        return fiche(p, suivi.vue(p));
    }

    /** The facts go with the sheet only while the sharing lasts. */
    private FichePartenaire fiche(Proposition p, PropositionVue vue) {
        String numero = dossiers.parId(p.dossierId()).numero();
        List<DonneePartagee> donnees = partageable(p)
                ? partages.remplir(
                        partages.donnees(p.donnees()),
                        suivi.prescription(p.dossierId()),
                        personnes.parId(p.personneId()))
                : List.of();
        return new FichePartenaire(numero, vue, donnees);
    }

    boolean partageable(Proposition p) {
        return p.etat().ouverte()
                && (p.base() == BaseDuPartage.LOI || consentements.enVigueur(p.consentementId(), horloge.aujourdhui()));
    }

    private Proposition exiger(UUID id, Agent agent) {
        agent.exiger(Role.PARTENAIRE);
        return propositions
                .findById(id)
                .filter(p -> p.organisme().equals(agent.organisme()))
                .filter(this::partageable)
                .orElseThrow(
                        () -> new Introuvable("Cette orientation n'existe pas, ou n'est plus partagée avec vous."));
    }
}
