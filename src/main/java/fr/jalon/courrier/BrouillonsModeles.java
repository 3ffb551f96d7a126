package fr.jalon.courrier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publishing a template takes two people: one writes and submits, another reads the difference and approves, or gives it back with a
 * reason. What was approved is what was read.
 */
@Service
@Transactional
public class BrouillonsModeles {

    private static final int MOTIF_MAX = 500;

    private final BrouillonsRepository brouillons;
    private final ModelesCourrier modeles;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    BrouillonsModeles(
            BrouillonsRepository brouillons,
            ModelesCourrier modeles,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.brouillons = brouillons;
        this.modeles = modeles;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    @Transactional(readOnly = true)
    public List<BrouillonVue> tous() {
        return brouillons.findAllByOrderByCode().stream()
                .map(BrouillonModele::vue)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<BrouillonVue> de(String code) {
        return brouillons.findByCode(code).map(BrouillonModele::vue);
    }

    /** How many drafts wait for this account as the second person. */
    @Transactional(readOnly = true)
    public long aApprouver(Agent agent) {
        return tous().stream()
                .filter(b ->
                        b.etat() == BrouillonVue.Etat.A_APPROUVER && !b.auteur().equals(agent.identifiant()))
                .count();
    }

    /**
     * Keeps a draft that has no fault. What somebody else is writing is never overwritten unseen.
     *
     * @param lue row version of the draft that the page showed, null when it showed none
     * @param versionBase version of the template that it was written from, 0 for a new one
     * @throws SaisieInvalide as {@link ModelesCourrier#verifier}, and for a new code that is taken or badly formed
     */
    public BrouillonVue ecrire(
            String code,
            NatureCourrier natureNouvelle,
            String titre,
            String objet,
            String corps,
            int versionBase,
            Integer lue,
            Agent auteur) {
        auteur.exiger(Role.PILOTE);
        NatureCourrier nature = versionBase == 0
                ? modeles.neuf(code, natureNouvelle)
                : modeles.courant(code).nature();
        exigerVersion(code, versionBase);
        Optional<BrouillonModele> ancien = brouillons.findByCode(code);
        if (ancien.isPresent() && (lue == null || ancien.get().vue().ligne() != lue)) {
            throw new Conflit("Une autre personne a écrit un brouillon de ce modèle pendant que vous écriviez ("
                    + ancien.get().vue().auteur() + "). Lisez-le avant d'écrire le vôtre.");
        }
        modeles.exigerSansFaute(code, nature, titre, objet, corps);
        BrouillonModele brouillon = ancien.orElseGet(() -> new BrouillonModele(code, nature));
        brouillon.ecrire(
                versionBase,
                titre.strip(),
                objet == null ? "" : objet.strip(),
                corps,
                auteur.identifiant(),
                horloge.maintenant());
        return garder(brouillon);
    }

    public BrouillonVue soumettre(String code, Agent auteur) {
        auteur.exiger(Role.PILOTE);
        BrouillonModele brouillon = exiger(code);
        brouillon.soumettre();
        return garder(brouillon);
    }

    /**
     * Puts the draft in force.
     *
     * @param lue row version of the draft that was read
     * @throws Conflit when the account wrote it, or when it changed since
     */
    public ModeleVue approuver(String code, int lue, Agent approbateur) {
        approbateur.exiger(Role.PILOTE);
        BrouillonModele brouillon = exiger(code);
        BrouillonVue vue = brouillon.vue();
        exigerSecond(vue, lue, approbateur);
        exigerVersion(code, vue.versionBase());
        ModeleVue publie = modeles.publierApprouve(vue, approbateur.identifiant());
        brouillons.delete(brouillon);
        return publie;
    }

    /** Gives the draft back to who wrote it. */
    public BrouillonVue refuser(String code, int lue, String motif, Agent approbateur) {
        approbateur.exiger(Role.PILOTE);
        String ecrit = Textes.ouNull(motif);
        if (ecrit == null || ecrit.length() > MOTIF_MAX) {
            throw new SaisieInvalide("motif", "Dites ce qu'il faut corriger, en " + MOTIF_MAX + " caractères au plus.");
        }
        BrouillonModele brouillon = exiger(code);
        exigerSecond(brouillon.vue(), lue, approbateur);
        brouillon.refuser(ecrit, approbateur.identifiant());
        BrouillonVue vue = garder(brouillon);
        evenements.publishEvent(new ModeleRefuse(code, approbateur.identifiant(), ecrit));
        return vue;
    }

    /** Throws a draft away; the version in force stays. */
    public void abandonner(String code, Agent auteur) {
        auteur.exiger(Role.PILOTE);
        brouillons.delete(exiger(code));
    }

    private void exigerSecond(BrouillonVue vue, int lue, Agent approbateur) {
        if (vue.etat() != BrouillonVue.Etat.A_APPROUVER || vue.ligne() != lue) {
            throw new Conflit("Ce brouillon a changé depuis que vous l'avez lu. Relisez-le.");
        }
        if (vue.auteur().equals(approbateur.identifiant())) {
            throw new Conflit("Vous avez écrit ce brouillon : une autre personne doit l'approuver.");
        }
    }

    private void exigerVersion(String code, int versionBase) {
        int enService = modeles.versions(code).stream()
                .findFirst()
                .map(ModeleVue::version)
                .orElse(0);
        if (enService != versionBase) {
            throw new Conflit(
                    "La version " + enService + " est entrée en service depuis. Lisez-la avant d'écrire la vôtre.");
        }
    }

    private BrouillonVue garder(BrouillonModele brouillon) {
        try {
            return brouillons.saveAndFlush(brouillon).vue();
        } catch (DataIntegrityViolationException | OptimisticLockingFailureException e) {
            throw new Conflit("Une autre personne vient d'écrire un brouillon de ce modèle. Relisez-le.", e);
        }
    }

    private BrouillonModele exiger(String code) {
        return brouillons
                .findByCode(code)
                .orElseThrow(() -> new Introuvable("Ce modèle n'a plus de brouillon : il est peut-être déjà publié."));
    }
}
