package fr.jalon.corbeille;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Page;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Acts on many tasks. What is asked is kept at once and carried out in the background, each row with the rights that its author has at that
 * moment, exactly as one by one; its report is there whenever one comes back.
 */
@Service
@Transactional
public class LotsDeTaches {

    private static final int MOTIF_MAX = 500;
    private static final int DERNIERS = 20;

    private final TableLots table;
    private final Corbeille corbeille;
    private final Comptes comptes;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;
    private final int auPlus;
    private final Duration annulation;

    LotsDeTaches(
            TableLots table,
            Corbeille corbeille,
            Comptes comptes,
            Horloge horloge,
            ApplicationEventPublisher evenements,
            @Value("${jalon.corbeille.lots.lignes}") int auPlus,
            @Value("${jalon.corbeille.lots.annulation}") Duration annulation) {
        this.table = table;
        this.corbeille = corbeille;
        this.comptes = comptes;
        this.horloge = horloge;
        this.evenements = evenements;
        this.auPlus = auPlus;
        this.annulation = annulation;
    }

    /** Rows that one act takes at most. */
    public int auPlus() {
        return auPlus;
    }

    /** How long an act may be taken back once it has ended. */
    public Duration annulation() {
        return annulation;
    }

    /**
     * Asks for an act on the tasks chosen one by one.
     *
     * @throws SaisieInvalide on {@code taches}, {@code destinataire} or {@code motif}
     */
    public UUID demander(DemandeDeLot demande, List<String> taches, Agent auteur) {
        verifier(demande, auteur);
        List<String> choisies = taches.stream().distinct().limit(auPlus).toList();
        return garder(demande, table.lignes(choisies, auteur.portee()), taches.size(), auteur);
    }

    /**
     * Asks for it on a whole list as it is now, at most {@link #auPlus} rows of it, in its order.
     *
     * @throws SaisieInvalide on {@code taches}, {@code destinataire} or {@code motif}
     */
    public UUID demander(DemandeDeLot demande, FiltreCorbeille liste, Agent auteur) {
        verifier(demande, auteur);
        List<LigneCorbeille> lignes = corbeille.toutes(liste, auPlus, auteur);
        int total = lignes.size() < auPlus ? lignes.size() : Math.toIntExact(corbeille.nombre(liste, auteur));
        return garder(demande, lignes, total, auteur);
    }

    /**
     * Takes back an act that has just ended; a row that moved since stays as it is and says so.
     *
     * @throws Conflit when it is too late, not ended, or taken back already
     */
    public UUID annuler(UUID id, Agent auteur) {
        LotVue lot = lot(id, auteur);
        if (!lot.termine()) {
            throw new Conflit("Ce travail n'est pas fini : attendez sa fin pour l'annuler.");
        }
        if (lot.annulableJusqua() == null || horloge.maintenant().isAfter(lot.annulableJusqua())) {
            throw new Conflit("Il est trop tard pour annuler : cela se fait dans les " + annulation.toSeconds()
                    + " secondes, et une seule fois.");
        }
        UUID retour = UUID.randomUUID();
        try {
            table.annuler(retour, id, auteur.identifiant(), horloge.maintenant());
        } catch (DuplicateKeyException e) {
            throw new Conflit("Ce travail est déjà annulé.", e);
        }
        evenements.publishEvent(new LotDemande(retour));
        return retour;
    }

    /**
     * One of the author's acts.
     *
     * @throws Introuvable when it does not exist for this reader
     */
    @Transactional(readOnly = true)
    public LotVue lot(UUID id, Agent lecteur) {
        return table.un(id, lecteur.identifiant())
                .map(this::annulable)
                .orElseThrow(() -> new Introuvable("Ce travail n'existe pas."));
    }

    /** The author's last ones, the newest first. */
    @Transactional(readOnly = true)
    public List<LotVue> de(Agent auteur) {
        return table.derniers(auteur.identifiant(), DERNIERS);
    }

    /** The report, what was refused first. */
    @Transactional(readOnly = true)
    public Page<LigneDeLot> rapport(UUID id, int page, int taille, Agent lecteur) {
        Page.verifier(page, taille);
        LotVue lot = lot(id, lecteur);
        return new Page<>(table.rapport(id, page, taille), page, taille, lot.lignes());
    }

    private LotVue annulable(LotVue lot) {
        boolean jamais =
                lot.geste() == Geste.ANNULER || !lot.termine() || lot.faites() == 0 || table.dejaAnnule(lot.id());
        Instant fin = jamais ? null : lot.termineLe().plus(annulation);
        return new LotVue(
                lot.id(),
                lot.geste(),
                lot.destinataire(),
                lot.lignes(),
                lot.demandees(),
                lot.faites(),
                lot.refusees(),
                lot.creeLe(),
                lot.termineLe(),
                fin);
    }

    private UUID garder(DemandeDeLot demande, List<LigneCorbeille> lignes, int demandees, Agent auteur) {
        if (lignes.isEmpty()) {
            throw new SaisieInvalide("taches", "Choisissez au moins une tâche.");
        }
        UUID id = UUID.randomUUID();
        table.garder(id, demande, lignes, demandees, auteur.identifiant(), horloge.maintenant());
        evenements.publishEvent(new LotDemande(id));
        return id;
    }

    private void verifier(DemandeDeLot demande, Agent auteur) {
        String motif = Textes.ouNull(demande.motif());
        if (motif != null && motif.length() > MOTIF_MAX) {
            throw new SaisieInvalide("motif", "Écrivez au plus " + MOTIF_MAX + " caractères.");
        }
        if (demande.geste() == Geste.CONFIER) {
            auteur.exiger(Role.RESPONSABLE_ANTENNE);
            if (motif == null) {
                throw new SaisieInvalide("motif", "Écrivez pourquoi vous confiez ce travail à quelqu'un d'autre.");
            }
            boolean connu = comptes.actif(demande.destinataire() == null ? "" : demande.destinataire())
                    .filter(a -> a.antenne() != null && a.antenne().equals(auteur.antenne()))
                    .isPresent();
            if (!connu) {
                throw new SaisieInvalide("destinataire", "Choisissez une personne de votre antenne.");
            }
        }
    }
}
