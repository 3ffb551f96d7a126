package fr.jalon.courrier;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits to be printed, and the batches: one PDF in the order of the envelopes, printed again as often as needed. Callers check the antenne. */
@Service
@Transactional
public class Impressions {

    /** One PDF of more letters would not be held in memory with ease; the next batch takes the rest. */
    public static final int LETTRES_PAR_LOT = 200;

    private static final int LOTS_MONTRES = 15;

    private final ArchiveCourriers archive;
    private final LotsRepository lots;
    private final LiasseCourriers liasse;
    private final JdbcClient jdbc;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    Impressions(
            ArchiveCourriers archive,
            LotsRepository lots,
            LiasseCourriers liasse,
            JdbcClient jdbc,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.archive = archive;
        this.lots = lots;
        this.liasse = liasse;
        this.jdbc = jdbc;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /** The letters of these antennes that wait to be printed, in the order of the envelopes. */
    @Transactional(readOnly = true)
    public List<CourrierVue> aImprimer(Collection<String> antennes) {
        return archive.vuesDansEtat(EtatCourrier.A_IMPRIMER, antennes).stream()
                .sorted(OrdreDesEnveloppes.ORDRE)
                .toList();
    }

    /** How many wait in these antennes; a letter that was printed once is never counted again. */
    @Transactional(readOnly = true)
    public long nombre(Agent agent) {
        return archive.compter(EtatCourrier.A_IMPRIMER).stream()
                .filter(c -> c.antenne() != null && agent.portee().couvre(c.antenne()))
                .mapToLong(ArchiveCourriers.Compte::nombre)
                .sum();
    }

    /**
     * Makes a batch of what waits in an antenne. What gives an appointment that is past stays, to be cancelled or written again.
     *
     * @throws Conflit when nothing can leave any more: somebody printed it meanwhile, or all that waits is over
     */
    public LotVue preparer(String antenne, Agent auteur) {
        LocalDate jour = horloge.aujourdhui();
        List<CourrierVue> attendent = aImprimer(List.of(antenne));
        List<CourrierVue> lettres = attendent.stream()
                .filter(c -> !c.depasse(jour))
                .limit(LETTRES_PAR_LOT)
                .toList();
        if (lettres.isEmpty()) {
            attendent.forEach(c -> Depart.exiger(c, jour));
            throw new Conflit("Il n'y a plus rien à imprimer : une autre personne vient de préparer le lot.");
        }
        return lot(antenne, null, lettres, auteur);
    }

    /**
     * Makes one batch of letters of several antennes: what a session decided. Only who sees every antenne opens it.
     *
     * @param seance number of the session
     * @throws Conflit when one of them no longer waits: nothing is kept then
     */
    public LotVue preparer(String seance, Collection<CourrierVue> lettres, Agent auteur) {
        return lot(
                null, seance, lettres.stream().sorted(OrdreDesEnveloppes.ORDRE).toList(), auteur);
    }

    private LotVue lot(String antenne, String seance, List<CourrierVue> lettres, Agent auteur) {
        Instant maintenant = horloge.maintenant();
        LotCourrier lot =
                lots.saveAndFlush(new LotCourrier(antenne, seance, lettres.size(), auteur.identifiant(), maintenant));
        int rang = 0;
        for (CourrierVue lettre : lettres) {
            Courrier courrier = archive.findById(lettre.id()).orElseThrow();
            courrier.imprimer(lot.id(), ++rang, maintenant);
            archive.saveAndFlush(courrier);
        }
        return lot.vue();
    }

    /** The PDF of a batch, the same letters in the same order each time; each printing is kept, and a second one is a reprint. */
    public byte[] imprimer(UUID lotId, Agent auteur) {
        LotCourrier lot = exiger(lotId, auteur);
        int fois = lot.imprimer();
        LotVue vue = lots.saveAndFlush(lot).vue();
        jdbc.sql("insert into impression_lot (lot, rang, quand, qui) values (?, ?, ?, ?)")
                .param(lotId)
                .param(fois)
                .param(Timestamp.from(horloge.maintenant()))
                .param(auteur.identifiant())
                .update();
        byte[] pdf = liasse.assembler(lettres(lotId).stream()
                .map(l -> archive.findById(l.id()).orElseThrow().octetsVerifies())
                .toList());
        evenements.publishEvent(new LotImprime(lotId, vue.antenne(), vue.nombre(), fois, auteur));
        return pdf;
    }

    /**
     * A batch of an antenne of the reader.
     *
     * @throws fr.jalon.commun.Introuvable also for a batch of another antenne: it is not even known
     */
    @Transactional(readOnly = true)
    public LotVue lot(UUID id, Agent lecteur) {
        return exiger(id, lecteur).vue();
    }

    private LotCourrier exiger(UUID id, Agent lecteur) {
        return lots.findById(id)
                .filter(l -> l.vue().antenne() == null
                        ? lecteur.portee().toutes()
                        : lecteur.portee().couvre(l.vue().antenne()))
                .orElseThrow(Impressions::introuvable);
    }

    /** The letters of a batch, in its order. */
    @Transactional(readOnly = true)
    public List<CourrierVue> lettres(UUID lot) {
        return archive.vuesDuLot(lot);
    }

    /** The last batches of these antennes, newest first. */
    @Transactional(readOnly = true)
    public List<LotVue> recents(Collection<String> antennes) {
        return lots.recents(antennes, Limit.of(LOTS_MONTRES)).stream()
                .map(LotCourrier::vue)
                .toList();
    }

    /** Each printing of a batch, first to last. */
    @Transactional(readOnly = true)
    public List<ImpressionVue> impressions(UUID lot) {
        return jdbc.sql("select rang, quand, qui from impression_lot where lot = ? order by rang")
                .param(lot)
                .query((rs, rang) ->
                        new ImpressionVue(rs.getInt(1), rs.getTimestamp(2).toInstant(), rs.getString(3)))
                .list();
    }

    private static Introuvable introuvable() {
        return new Introuvable("Ce lot n'existe pas.");
    }
}
