package fr.jalon.seance;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done on one item: a member leaves it, the instance gives its opinion, or postpones it. */
@Service
@Transactional
public class Deliberations {

    private final Seances seances;
    private final TableSeances table;
    private final Instances instances;
    private final Comptes comptes;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;
    private final List<GardeDuPoint> gardes;

    Deliberations(
            Seances seances,
            TableSeances table,
            Instances instances,
            Comptes comptes,
            Horloge horloge,
            ApplicationEventPublisher evenements,
            List<GardeDuPoint> gardes) {
        this.seances = seances;
        this.table = table;
        this.instances = instances;
        this.comptes = comptes;
        this.horloge = horloge;
        this.evenements = evenements;
        this.gardes = List.copyOf(gardes);
    }

    /**
     * A member leaves an item, declared by itself or noted by who holds the session.
     *
     * @throws SaisieInvalide on {@code membre} or {@code motifDeport}
     */
    public void deporter(UUID seanceId, UUID pointId, UUID membreId, String motif, Agent auteur) {
        Seance seance = duMembreOuDeLOrganisateur(seanceId, membreId, auteur);
        gardes.forEach(g -> g.avantDeport(pointId, membreId));
        Membre membre = seance.deporter(pointId, membreId, motif, auteur.identifiant(), horloge.maintenant());
        table.enregistrer(seance);
        tracer(seance, pointId, "Déport de " + membre.nom(), auteur);
    }

    /** Takes a recusal back, before the opinion; for the member itself, or who holds the session. */
    public void annulerDeport(UUID seanceId, UUID pointId, UUID membreId, Agent auteur) {
        Seance seance = duMembreOuDeLOrganisateur(seanceId, membreId, auteur);
        Membre membre = seance.annulerDeport(pointId, membreId);
        table.enregistrer(seance);
        tracer(seance, pointId, "Déport annulé de " + membre.nom(), auteur);
    }

    private Seance duMembreOuDeLOrganisateur(UUID seanceId, UUID membreId, Agent auteur) {
        Seance seance = table.pourEcrire(seanceId);
        boolean luiMeme = seance.vue()
                .membre(auteur.identifiant())
                .filter(m -> m.id().equals(membreId))
                .isPresent();
        if (!luiMeme) {
            seances.seance(seanceId, auteur);
        }
        return seance;
    }

    /**
     * Writes the opinion on an item; it may be corrected until the session ends.
     *
     * @throws SaisieInvalide on {@code avis}, {@code motif} or {@code votes}; on {@code avis} too without the quorum
     * @throws Conflit when somebody else has just written it
     */
    public void rendreAvis(UUID seanceId, UUID pointId, AvisDicte dicte, Agent auteur) {
        Seance seance = seances.pourEcrire(seanceId, auteur);
        exigerSansScrutin(seance.vue());
        rendre(seance, pointId, dicte, auteur);
    }

    /**
     * Writes what an instance that votes by ballot decided; the module that counts the ballots has checked who may.
     *
     * @throws SaisieInvalide as {@link #rendreAvis}
     */
    public void decider(UUID seanceId, UUID pointId, AvisDicte dicte, Agent auteur) {
        Seance seance = table.pourEcrire(seanceId);
        rendre(seance, pointId, dicte, auteur);
        Point point = point(seance, pointId);
        evenements.publishEvent(new DecisionEnSeance(
                point.dossierId(), point.numeroDossier(), point.question(), dicte.avis(), dicte.montant(), auteur));
    }

    /** What ballots decided is not dictated. */
    private void exigerSansScrutin(SeanceVue vue) {
        if (instances.regle(vue.instance(), vue.jour()).auScrutin()) {
            throw new Conflit("Cette instance décide par bulletins : ouvrez le vote sur ce dossier.");
        }
    }

    private void rendre(Seance seance, UUID pointId, AvisDicte dicte, Agent auteur) {
        SeanceVue vue = seance.vue();
        Point point = point(seance, pointId);
        if (seance.etat() == EtatSeance.TENUE && dicte.version() != point.version()) {
            throw new Conflit("Pendant que vous écriviez, " + nom(point.renduPar()) + " a changé le dossier "
                    + point.numeroDossier() + ". Rechargez la page pour lire ce qu'il en est.");
        }
        seance.rendreAvis(
                pointId,
                dicte,
                instances.avis(vue.instance(), point.question()),
                instances.regle(vue.instance(), vue.jour()),
                auteur.identifiant(),
                horloge.maintenant());
        table.enregistrer(seance);
        tracer(seance, pointId, "Avis donné", auteur);
    }

    /** Takes an opinion back: the item waits for it again. */
    public void effacerAvis(UUID seanceId, UUID pointId, Agent auteur) {
        Seance seance = seances.pourEcrire(seanceId, auteur);
        exigerSansScrutin(seance.vue());
        seance.effacerAvis(pointId);
        table.enregistrer(seance);
        tracer(seance, pointId, "Avis retiré avant la clôture", auteur);
    }

    /**
     * Postpones an item while the session is held; its case goes to a later session when this one ends.
     *
     * @param vers a later session, null for the next one that somebody prepares
     * @throws SaisieInvalide on {@code motifReport} or {@code vers}
     */
    public void reporter(UUID seanceId, UUID pointId, String motif, UUID vers, Agent auteur) {
        Seance seance = seances.pourEcrire(seanceId, auteur);
        if (vers != null && seances.suivantes(seance.vue(), auteur).stream().noneMatch(s -> s.id().equals(vers))) {
            throw new SaisieInvalide("vers", "Choisissez une séance à venir de la liste.");
        }
        gardes.forEach(g -> g.avantReport(pointId));
        seance.reporter(pointId, motif, vers);
        table.enregistrer(seance);
        tracer(seance, pointId, "Report à une autre séance", auteur);
    }

    /** A postponed item is examined today after all. */
    public void reprendre(UUID seanceId, UUID pointId, Agent auteur) {
        Seance seance = seances.pourEcrire(seanceId, auteur);
        seance.reprendre(pointId);
        table.enregistrer(seance);
        tracer(seance, pointId, "Dossier repris", auteur);
    }

    private void tracer(Seance seance, UUID pointId, String texte, Agent auteur) {
        seances.tracer(
                seance.vue(), texte + ", dossier " + point(seance, pointId).numeroDossier() + ".", auteur);
    }

    private String nom(String identifiant) {
        return comptes.parIdentifiant(identifiant == null ? "" : identifiant)
                .map(Agent::nomComplet)
                .orElse("quelqu'un d'autre");
    }

    private static Point point(Seance seance, UUID pointId) {
        return seance.vue()
                .point(pointId)
                .orElseThrow(() -> new Introuvable("Ce dossier n'est pas à l'ordre du jour."));
    }
}
