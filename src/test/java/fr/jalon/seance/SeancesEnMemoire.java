package fr.jalon.seance;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.decision.MoteurDecisionFichiers;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The services of the sessions on one session held in memory, with the rules of the repository read once. */
public final class SeancesEnMemoire {

    private final Table table = new Table();
    private final Cas cas = new Cas();

    public final Instances instances;
    public final Seances seances;
    public final Tenue tenue;
    public final MembresSeance membres;
    public final Fiches fiches;

    private final Horloge horloge;
    private final List<GardeDuPoint> gardes;

    /** @param gardes who may refuse a recusal or a postponement */
    public SeancesEnMemoire(Instances instances, Horloge horloge, List<GardeDuPoint> gardes, DemandeAuJury demande) {
        this.instances = instances;
        this.horloge = horloge;
        this.gardes = gardes;
        Documents documents = new Documents();
        this.seances = new Seances(table, cas, instances, documents, horloge, e -> {});
        this.tenue = new Tenue(seances, table, cas, instances, documents, horloge, e -> {});
        this.membres = new MembresSeance(seances, instances, null, table, null);
        this.fiches = new Fiches(table, seances, null, e -> {}) {
            @Override
            public Optional<DemandeAuJury> demande(Point point) {
                return Optional.of(demande);
            }
        };
    }

    public Deliberations deliberations() {
        return new Deliberations(seances, table, instances, null, horloge, e -> {}, gardes);
    }

    public SeanceVue vue() {
        return table.vue;
    }

    /** What is kept; given back to {@link #remettre}, it undoes what came after. */
    public Object garder() {
        return Map.of("vue", table.vue, "repondus", Set.copyOf(cas.repondus));
    }

    @SuppressWarnings("unchecked")
    public void remettre(Object garde) {
        Map<String, Object> avant = (Map<String, Object>) garde;
        table.vue = (SeanceVue) avant.get("vue");
        cas.repondus.clear();
        cas.repondus.addAll((Set<UUID>) avant.get("repondus"));
    }

    public void poser(SeanceVue vue) {
        table.vue = vue;
        cas.repondus.clear();
    }

    /** The question of an item is no longer asked. */
    public void retirer(Point point) {
        Seance seance = table.pourEcrire(table.vue.id());
        if (seance.retirerCas(point.casId(), "la question n'est plus posée").isPresent()) {
            table.enregistrer(seance);
        }
    }

    /** The rules of the repository, each read once: a table costs more than a whole walk. */
    public static Instances rapides(MoteurDecisionFichiers moteur, boolean pouvoirsAuQuorum) {
        Instances vraies = SeancesDEssai.instances(moteur);
        RegleInstance r = vraies.regle(SeancesDEssai.INSTANCE, LocalDate.of(2026, 6, 12));
        RegleInstance regle = new RegleInstance(
                r.code(),
                r.libelle(),
                r.prefixe(),
                r.quorumPart(),
                r.convocationJours(),
                r.horizonMois(),
                r.deLaVille(),
                r.auScrutin(),
                r.pouvoirs(),
                pouvoirsAuQuorum,
                r.liensAns(),
                r.qualites());
        List<AvisPossible> avis = vraies.avis(SeancesDEssai.INSTANCE, "AIDE_MOBILITE");
        return new Instances(null, null, null) {
            @Override
            public RegleInstance regle(String code, LocalDate jour) {
                return regle;
            }

            @Override
            public boolean deLaVille(String code) {
                return true;
            }

            @Override
            public List<AvisPossible> avis(String instance, String question) {
                return avis;
            }
        };
    }

    /** One session: it is read whole and written whole. */
    private static final class Table extends TableSeances {

        private SeanceVue vue;

        Table() {
            super(null);
        }

        @Override
        SeanceVue exiger(UUID id) {
            if (!vue.id().equals(id)) {
                throw introuvable();
            }
            return vue;
        }

        @Override
        Seance pourEcrire(UUID id) {
            return Seance.de(exiger(id));
        }

        @Override
        void enregistrer(Seance seance) {
            vue = seance.vue();
        }

        @Override
        List<SeanceVue> lister() {
            return List.of(vue);
        }
    }

    private static final class Cas extends CasPrets {

        private final Set<UUID> repondus = new HashSet<>();

        Cas() {
            super(null, null, null, null, null);
        }

        @Override
        boolean attend(UUID casId) {
            return !repondus.contains(casId);
        }

        @Override
        void liberer(UUID casId) {
            // It waits for another session: nothing to remember here.
        }

        @Override
        void repondre(UUID casId) {
            repondus.add(casId);
        }
    }

    private static final class Documents extends DocumentsSeance {

        Documents() {
            super(null, null, null, null, null, null, null);
        }

        @Override
        UUID procesVerbal(SeanceVue seance, RegleInstance regle, Agent auteur) {
            return UUID.randomUUID();
        }

        @Override
        void annuler(SeanceVue seance, RegleInstance regle, Agent auteur) {
            // Nobody is written to.
        }
    }
}
