package fr.jalon.jury;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.decision.CatalogueDecisions;
import fr.jalon.decision.CatalogueFichiers;
import fr.jalon.decision.MoteurDecisionFichiers;
import fr.jalon.decision.Tables;
import fr.jalon.seance.Instances;
import fr.jalon.seance.Membre;
import fr.jalon.seance.Mouvement;
import fr.jalon.seance.Point;
import fr.jalon.seance.Presence;
import fr.jalon.seance.Quorum;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.SeancesDEssai;
import fr.jalon.seance.Tenue;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * A session of the CAI whose register is written by the application's own code, in memory: opinions, a tie that the chair settles, a
 * secret vote, a second round, a recused chair, a substitute, a late arrival, an item without quorum.
 */
final class SeanceAuRegistre {

    static final ObjectMapper JSON = JsonMapper.builder().build();
    static final MoteurDecisionFichiers MOTEUR = new MoteurDecisionFichiers();
    static final Instances INSTANCES = SeancesDEssai.instances(MOTEUR);
    static final Tenue TENUE = SeancesDEssai.tenue(INSTANCES);
    /** Each file read once. */
    static final CatalogueDecisions TABLES = new CatalogueFichiers(MOTEUR) {
        private final Map<String, String> lues = new java.util.concurrent.ConcurrentHashMap<>();

        @Override
        public String source(String cle) {
            return lues.computeIfAbsent(cle, super::source);
        }
    };

    static final Places PLACES = new Places(INSTANCES, TENUE);
    static final ReglesDuJury REGLES = new ReglesDuJury(new Tables(MOTEUR));
    static final Agent SECRETAIRE = new Agent(
            UUID.randomUUID(),
            "secretariat",
            "Ada",
            "Secrétaire",
            "Responsable",
            null,
            java.util.Set.of(Role.RESPONSABLE_DISPOSITIFS));

    final EnMemoire registre = new EnMemoire();
    final List<Membre> membres = new ArrayList<>(SeancesDEssai.jury());
    final List<Point> points = new ArrayList<>();
    private final List<Mouvement> mouvements = new ArrayList<>();
    private final ActesDeSeance actes = new ActesDeSeance(
            registre, PLACES, TENUE, TABLES, new Horloge(Clock.fixed(SeancesDEssai.DEBUT, ZoneOffset.UTC)));
    private final Map<UUID, List<Map<String, Object>>> avis = new LinkedHashMap<>();
    private final Map<UUID, Integer> tours = new LinkedHashMap<>();
    private byte[] pdf = new byte[0];
    private int recepisses;

    /** The register without its table. */
    static final class EnMemoire extends Registre {
        final List<Ligne> lignes = new ArrayList<>();

        EnMemoire() {
            super(null, JSON, null);
        }

        @Override
        String noter(SeanceVue seance, Acte acte, Agent auteur) {
            lignes.add(suite(lignes.isEmpty() ? null : lignes.get(lignes.size() - 1), acte));
            return tete(seance.id());
        }

        @Override
        List<Ligne> actes(UUID seanceId) {
            return List.copyOf(lignes);
        }

        @Override
        String tete(UUID seanceId) {
            return lignes.isEmpty() ? null : lignes.get(lignes.size() - 1).empreinte();
        }

        @Override
        Optional<String> dernier(UUID seanceId, String nature) {
            return lignes.stream()
                    .map(Ligne::contenu)
                    .filter(c -> c.contains(",\"acte\":\"" + nature + "\","))
                    .reduce((avant, apres) -> apres);
        }
    }

    /** The whole session, until its minutes are signed. */
    /** Cents that each case asks for. */
    static final long DEMANDE = 100_000;

    static SeanceAuRegistre entiere() {
        SeanceAuRegistre s = new SeanceAuRegistre();
        Membre suppleante = SeancesDEssai.membre("Suppléante 3", "DEPARTEMENT", Presence.PRESENT, s.membres.get(2));
        s.membres.set(2, SeancesDEssai.avec(s.membres.get(2), Presence.EXCUSE));
        s.membres.add(suppleante);
        s.membres.set(6, SeancesDEssai.avec(s.membres.get(6), Presence.ABSENT));
        for (int rang = 1; rang <= 4; rang++) {
            s.points.add(SeancesDEssai.point(rang));
        }
        s.points.add(SeancesDEssai.point(5, s.membres.get(0)));
        s.points.add(SeancesDEssai.point(6, s.membres.get(3), s.membres.get(4)));
        s.jouer();
        return s;
    }

    /** An absent titular votes by proxy, except on the item that the holder left; the proxy is taken back before the last one. */
    static SeanceAuRegistre avecUnPouvoir() {
        SeanceAuRegistre s = new SeanceAuRegistre();
        s.membres.set(6, SeancesDEssai.avec(s.membres.get(6), Presence.ABSENT));
        s.points.add(SeancesDEssai.point(1));
        s.points.add(SeancesDEssai.point(2, s.membres.get(5)));
        s.points.add(SeancesDEssai.point(3));
        s.changer(6, SeancesDEssai.donnant(s.membres.get(6), s.membres.get(5)));
        s.voter(0, 50_000L, "POUR CONTRE CONTRE CONTRE POUR POUR POUR");
        s.decider(0, "ACCORD", 50_000L);
        s.voter(1, 50_000L, "POUR POUR POUR POUR CONTRE - -");
        s.decider(1, "ACCORD", 50_000L);
        s.changer(6, SeancesDEssai.sansPouvoir(s.membres.get(6)));
        s.voter(2, 50_000L, "CONTRE CONTRE CONTRE CONTRE POUR POUR -");
        s.decider(2, "REFUS", null);
        s.signer();
        return s;
    }

    private void changer(int siege, Membre membre) {
        membres.set(siege, membre);
        actes.pouvoir(vue(), membre, SECRETAIRE);
    }

    private void jouer() {
        preparer(0, 0, "Oui, « sans réserve »\nni délai.");
        preparer(0, 3, "Je ne sais pas.");
        preparer(0, 3, "Tout compte fait, oui.");
        voter(0, 50_000L, "POUR POUR - CONTRE POUR POUR - POUR");
        decider(0, "ACCORD", 50_000L);
        voter(1, null, "POUR CONTRE - CONTRE POUR POUR - CONTRE");
        decider(1, "ACCORD_PARTIEL", 30_000L);
        secret(2, 20_000L, "CONTRE CONTRE - POUR CONTRE ABSTENTION - POUR");
        decider(2, "REFUS", null);
        secret(3, 90_000L, "CONTRE CONTRE - POUR CONTRE POUR - POUR");
        arriver(6);
        voter(3, 90_000L, "POUR CONTRE - POUR CONTRE POUR POUR POUR");
        decider(3, "ACCORD", 90_000L);
        voter(4, 10_000L, "- POUR - POUR CONTRE POUR ABSTENTION POUR");
        decider(4, "AJOURNEMENT", null);
        points.set(5, SeancesDEssai.fini(points.get(5), null, null));
        signer();
    }

    SeanceVue vue() {
        return SeancesDEssai.seance(membres, points, mouvements);
    }

    void preparer(int point, int membre, String commentaire) {
        String contenu = JSON.writeValueAsString(new AvisPrepare(
                List.of(new AvisPrepare.Note("BESOIN", 4), new AvisPrepare.Note("PROJET", 5)), Sens.POUR, commentaire));
        UUID id = membres.get(membre).id();
        String sel = sel();
        Map<String, Object> ligne = new LinkedHashMap<>();
        ligne.put("membre", id.toString());
        ligne.put("sel", sel);
        ligne.put("contenu", contenu);
        List<Map<String, Object>> deposes =
                avis.computeIfAbsent(points.get(point).id(), p -> new ArrayList<>());
        deposes.removeIf(a -> a.get("membre").equals(id.toString()));
        deposes.add(ligne);
        actes.avisPrepare(vue(), points.get(point), id, Registre.sha256(sel + "\n" + contenu), SECRETAIRE);
    }

    void arriver(int membre) {
        membres.set(membre, SeancesDEssai.avec(membres.get(membre), Presence.PRESENT));
        mouvements.add(new Mouvement(
                UUID.randomUUID(),
                membres.get(membre).id(),
                Mouvement.Sens.ARRIVEE,
                Instant.parse("2026-06-12T13:00:00Z")));
    }

    /** @param voix one word for each member, in order; - for who does not vote */
    Depouillement voter(int point, Long montant, String voix) {
        return scrutin(point, montant, voix, false);
    }

    Depouillement secret(int point, Long montant, String voix) {
        return scrutin(point, montant, voix, true);
    }

    private Depouillement scrutin(int rang, Long montant, String voix, boolean secret) {
        Point point = points.get(rang);
        SeanceVue seance = vue();
        int tour = tours.merge(point.id(), 1, Integer::sum);
        ScrutinVue scrutin = new ScrutinVue(
                UUID.randomUUID(),
                seance.id(),
                point.id(),
                tour,
                secret,
                montant,
                true,
                SeancesDEssai.DEBUT,
                REGLES.vote(seance.instance(), point.question(), seance.jour()),
                null,
                List.of());
        if (tour == 1) {
            actes.avisOuverts(seance, point, avis.getOrDefault(point.id(), List.of()), SECRETAIRE);
        }
        actes.voteOuvert(seance, point, scrutin, DEMANDE, SECRETAIRE);
        String[] mots = voix.split(" ");
        List<TableScrutins.Bulletin> bulletins = new ArrayList<>();
        for (int i = 0; i < mots.length; i++) {
            if (!mots[i].equals("-")) {
                if (!secret && i == 1) { // changes its mind
                    bulletin(seance, scrutin, membres.get(i), Sens.ABSTENTION);
                }
                bulletins.add(bulletin(seance, scrutin, membres.get(i), Sens.valueOf(mots[i])));
            }
        }
        bulletins.sort(java.util.Comparator.comparing(TableScrutins.Bulletin::id));
        Quorum quorum = TENUE.quorum(seance, point);
        Depouillement d = Depouillement.de(
                bulletins.stream().map(TableScrutins.Bulletin::sens).toList(),
                TENUE.votants(seance, point).size(),
                quorum.sieges(),
                PLACES.president(seance, point)
                        .flatMap(p -> bulletins.stream()
                                .filter(b -> p.id().equals(b.membreId()))
                                .findFirst())
                        .map(TableScrutins.Bulletin::sens)
                        .orElse(null),
                REGLES.vote(seance.instance(), point.question(), seance.jour()),
                tour);
        actes.voteFerme(seance, point, scrutin, bulletins, d, SECRETAIRE);
        return d;
    }

    private TableScrutins.Bulletin bulletin(SeanceVue seance, ScrutinVue scrutin, Membre membre, Sens sens) {
        String sel = sel();
        actes.bulletin(
                seance,
                scrutin,
                membre.id(),
                scrutin.secret() ? null : Registre.sha256(scrutin.id() + "|" + membre.id() + "|" + sens + "|" + sel),
                "%016X".formatted(++recepisses),
                SECRETAIRE);
        return new TableScrutins.Bulletin(
                UUID.randomUUID(), scrutin.secret() ? null : membre.id(), sens, scrutin.secret() ? null : sel);
    }

    void decider(int point, String decision, Long montant) {
        points.set(point, SeancesDEssai.fini(points.get(point), decision, montant));
        actes.decision(vue(), points.get(point), decision, montant, "motif", SECRETAIRE);
    }

    /** The minutes print the digest of the last act, as the application's do. */
    void signer() {
        actes.cloture(vue(), SECRETAIRE);
        pdf = ("Procès-verbal. Empreinte du registre : " + registre.tete(null)).getBytes(StandardCharsets.UTF_8);
        actes.signature(SeancesDEssai.signee(vue()), pdf, SECRETAIRE);
    }

    byte[] pdf() {
        return pdf.clone();
    }

    private static String sel() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
