package fr.jalon.courrier;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.courrier.Redacteur.Redaction;
import fr.jalon.courrier.Redacteur.Signature;
import fr.jalon.courrier.langage.Typographie;
import fr.jalon.courrier.rendu.Libelles;
import fr.jalon.courrier.rendu.RenduCourrier;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The basket of what waits for a signature, and the signature itself, which fixes the bytes of a letter (CRPA, article L212-1). */
@Service
public class Signatures {

    private final ArchiveCourriers archive;
    private final Delegations delegations;
    private final Reecriture reecriture;
    private final RenduCourrier rendu;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;
    private final ObjectProvider<AvantSignature> avant;

    Signatures(
            ArchiveCourriers archive,
            Delegations delegations,
            Reecriture reecriture,
            RenduCourrier rendu,
            Horloge horloge,
            ApplicationEventPublisher evenements,
            ObjectProvider<AvantSignature> avant) {
        this.archive = archive;
        this.delegations = delegations;
        this.reecriture = reecriture;
        this.rendu = rendu;
        this.horloge = horloge;
        this.evenements = evenements;
        this.avant = avant;
    }

    /** The letters of these antennes that this account may sign today, oldest first. */
    @Transactional(readOnly = true)
    public List<CourrierVue> aSigner(Agent agent, Collection<String> antennes) {
        List<DelegationVue> connues = delegations.toutes();
        return archive.vuesDansEtat(EtatCourrier.A_SIGNER, antennes).stream()
                .filter(c ->
                        delegations.parmi(connues, agent, c.acte(), c.antenne()).isPresent())
                .toList();
    }

    /** How many letters this account may sign today. */
    @Transactional(readOnly = true)
    public long nombre(Agent agent) {
        List<DelegationVue> connues = delegations.toutes();
        return archive.compter(EtatCourrier.A_SIGNER).stream()
                .filter(c ->
                        delegations.parmi(connues, agent, c.acte(), c.antenne()).isPresent())
                .mapToLong(ArchiveCourriers.Compte::nombre)
                .sum();
    }

    /**
     * Signs: the letter is printed again from what was kept, with the day and the signatory, and never changes any more.
     *
     * @throws Interdit when no delegation in force today covers this act and this antenne
     * @throws Conflit when somebody signed or cancelled it meanwhile, or when what it decides does not stand any more
     */
    @Transactional
    public CourrierVue signer(UUID id, Agent agent) {
        Courrier courrier = archive.findById(id).orElseThrow(() -> new Introuvable("Ce courrier n'existe pas."));
        courrier.exigerASigner();
        CourrierVue vue = courrier.vue();
        DelegationVue delegation = delegations
                .pour(agent, vue.acte(), vue.antenne())
                .orElseThrow(() -> new Interdit("Vous n'avez pas de délégation en cours pour signer ce courrier."));
        LocalDate jour = horloge.aujourdhui();
        Depart.exiger(vue, jour);
        avant.stream().flatMap(a -> a.empeche(vue).stream()).findFirst().ifPresent(pourquoi -> {
            throw new Conflit(pourquoi);
        });
        String ordre = Libelles.de("delegation", delegation.arrete(), Typographie.date(delegation.arreteDu()));
        Redaction redaction = rediger(courrier, jour, new Signature(agent.nomComplet(), agent.qualite(), ordre));
        courrier.signer(
                rendu.rendre(redaction.lettre()),
                agent.identifiant(),
                agent.nomComplet() + ", " + agent.qualite(),
                ordre,
                horloge.maintenant().truncatedTo(ChronoUnit.MICROS));
        try {
            archive.saveAndFlush(courrier);
        } catch (OptimisticLockingFailureException e) {
            throw new Conflit("Une autre personne vient d'agir sur le courrier " + vue.numero() + ".", e);
        }
        evenements.publishEvent(
                new CourrierSigne(vue.id(), vue.numero(), vue.dossierId(), vue.modele(), agent.identifiant()));
        evenements.publishEvent(new CourrierSuivi(
                vue.id(),
                vue.dossierId(),
                "Courrier " + vue.numero() + " signé par " + agent.nomComplet() + ", " + agent.qualite() + ".",
                agent));
        return courrier.vue();
    }

    /** The same text as the project: the same versions of the template and of its mentions, the same values. */
    private Redaction rediger(Courrier courrier, LocalDate jour, Signature signature) {
        CourrierVue vue = courrier.vue();
        Map<String, Object> valeurs = ValeursGardees.lire(courrier.valeurs());
        valeurs.put("dateCourrier", jour);
        return reecriture.rediger(vue, valeurs, jour, signature);
    }
}
