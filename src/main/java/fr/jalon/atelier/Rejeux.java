package fr.jalon.atelier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Portee;
import fr.jalon.agent.Role;
import fr.jalon.atelier.RejeuVue.Avancee;
import fr.jalon.atelier.RejeuVue.Bornes;
import fr.jalon.atelier.RejeuVue.Montants;
import fr.jalon.atelier.RejeuVue.ParAntenne;
import fr.jalon.atelier.RejeuVue.Resultat;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Reprise;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.decision.EvaluationsDesDossiers;
import fr.jalon.decision.EvaluationsDesDossiers.Etendue;
import fr.jalon.decision.Tables;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** A draft table tried on what was already decided, before it counts: asked here, done in chunks by {@link AvanceeDesRejeux}. */
@Service
public class Rejeux {

    private static final String TABLE = "dmn";
    private static final int CHANGEMENTS_MONTRES = 50;

    private final Atelier atelier;
    private final TableRejeux rejeux;
    private final EvaluationsDesDossiers evaluations;
    private final ReglagesDuRejeu reglages;
    private final Tables tables;
    private final Reprise reprise;
    private final Horloge horloge;

    Rejeux(
            Atelier atelier,
            TableRejeux rejeux,
            EvaluationsDesDossiers evaluations,
            ReglagesDuRejeu reglages,
            Tables tables,
            Reprise reprise,
            Horloge horloge) {
        this.atelier = atelier;
        this.rejeux = rejeux;
        this.evaluations = evaluations;
        this.reglages = reglages;
        this.tables = tables;
        this.reprise = reprise;
        this.horloge = horloge;
    }

    /**
     * Tries every table of a draft on all its past; an earlier trial of the same draft is replaced.
     *
     * @throws Conflit when it is no draft any more or holds no table that was in service
     */
    public List<RejeuVue> demander(String cle, int version, Agent agent) {
        agent.exiger(Role.PILOTE);
        LotVue lot = attendu(cle, version);
        List<LotVue.Fichier> changees =
                lot.fichiers().stream().filter(Rejeux::aUnPasse).toList();
        if (changees.isEmpty()) {
            throw new Conflit("Ce brouillon ne change aucune table déjà en service : il n’a pas de passé.");
        }
        return reprise.enTransaction(() -> changees.stream()
                .map(f -> ouvrir(lot, f, new Bornes(null, null), agent))
                .toList());
    }

    /**
     * Tries one table of a draft on what was evaluated between two days.
     *
     * @param du first day, null for the first evaluation
     * @param au last day, null for the last one
     */
    public RejeuVue demander(String table, int version, LocalDate du, LocalDate au, Agent agent) {
        agent.exiger(Role.PILOTE);
        if (du != null && au != null && au.isBefore(du)) {
            throw new SaisieInvalide("au", "Le dernier jour est avant le premier.");
        }
        LotVue lot = attendu(table, version);
        LotVue.Fichier fichier = lot.fichiers().stream()
                .filter(f -> f.cle().equals(table) && aUnPasse(f))
                .findFirst()
                .orElseThrow(() -> new Conflit("Ce brouillon n’est pas celui d’une table déjà en service."));
        return reprise.enTransaction(() -> ouvrir(lot, fichier, new Bornes(du, au), agent));
    }

    private LotVue attendu(String cle, int version) {
        LotVue lot = atelier.exiger(cle, version);
        if (lot.etat() != EtatModele.BROUILLON && lot.etat() != EtatModele.PROGRAMME) {
            throw new Conflit("Cette version n’est plus un brouillon : elle ne s’essaie plus.");
        }
        return lot;
    }

    private static boolean aUnPasse(LotVue.Fichier f) {
        return f.type().equals(TABLE) && f.base() >= 0;
    }

    private RejeuVue ouvrir(LotVue lot, LotVue.Fichier f, Bornes bornes, Agent agent) {
        rejeux.retirer(lot.id(), f.cle());
        Etendue etendue = evaluations.etendue(f.cle(), debut(bornes.du()), fin(bornes));
        RejeuVue rejeu = new RejeuVue(
                UUID.randomUUID(),
                lot.id(),
                f.cle(),
                f.version(),
                etendue.nombre() == 0 ? EtatRejeu.FINI : EtatRejeu.EN_COURS,
                new Avancee(etendue.nombre(), 0, 0, 0),
                new Montants(null, null),
                bornes,
                agent.identifiant(),
                horloge.maintenant());
        rejeux.ajouter(rejeu, etendue.derniere());
        atelier.noter(f, agent.identifiant(), "Version " + f.version() + " essayée sur le passé.");
        return rejeu;
    }

    static Instant debut(LocalDate jour) {
        return jour == null ? null : jour.atStartOfDay(Horloge.PARIS).toInstant();
    }

    static Instant fin(Bornes bornes) {
        return bornes.au() == null ? null : debut(bornes.au().plusDays(1));
    }

    /** The trials of a draft, one a table; none when nobody asked. */
    public List<RejeuVue> duLot(UUID lot, Agent agent) {
        agent.exiger(Role.PILOTE);
        return rejeux.duLot(lot);
    }

    /** @throws Introuvable when there is none of this id */
    public RejeuVue parId(UUID id, Agent agent) {
        agent.exiger(Role.PILOTE);
        return rejeux.parId(id)
                .map(TableRejeux.Rejeu::vue)
                .orElseThrow(() -> new Introuvable("Cet essai n’existe pas, ou un autre l’a remplacé."));
    }

    /** What a trial found, with the small numbers hidden from who may not open the dossiers. */
    public Resultat resultat(RejeuVue rejeu, Agent lecteur) {
        lecteur.exiger(Role.PILOTE);
        Map<String, Integer> nombres = rejeux.parAntenne(rejeu.id());
        int total = nombres.values().stream().mapToInt(Integer::intValue).sum();
        int minimum = tables.ligne("parametres-statistiques", "parametre", "SECRET_MINIMUM")
                .entier("valeur");
        Portee portee = lecteur.portee();
        boolean petit = total > 0 && total < minimum && !portee.toutes();
        return new Resultat(
                rejeux.changements(rejeu.id(), CHANGEMENTS_MONTRES),
                petit ? null : total,
                masquer(nombres, portee, minimum),
                !petit,
                rejeux.concernes(rejeu.id(), portee, reglages.dossiersMontres()));
    }

    /** One hidden number alone would be found by a subtraction: the smallest of the others is then hidden too. */
    static List<ParAntenne> masquer(Map<String, Integer> nombres, Portee portee, int minimum) {
        List<String> caches = nombres.entrySet().stream()
                .filter(n -> !portee.couvre(n.getKey()) && n.getValue() < minimum)
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
        if (caches.size() == 1) {
            nombres.entrySet().stream()
                    .filter(n -> !portee.couvre(n.getKey()) && !caches.contains(n.getKey()))
                    .min(Comparator.comparing(Map.Entry<String, Integer>::getValue))
                    .ifPresent(n -> caches.add(n.getKey()));
        }
        return nombres.entrySet().stream()
                .map(n -> new ParAntenne(n.getKey(), caches.contains(n.getKey()) ? null : n.getValue()))
                .toList();
    }

    /** Whether so many past answers change that publishing this draft asks for a second reason. */
    public boolean demandeUneRaison(UUID lot) {
        return rejeux.duLot(lot).stream().anyMatch(r -> reglages.beaucoup(r.avancee()));
    }

    boolean enCours(UUID lot) {
        return rejeux.duLot(lot).stream().anyMatch(r -> r.etat() == EtatRejeu.EN_COURS);
    }
}
