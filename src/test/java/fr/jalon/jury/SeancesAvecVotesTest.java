package fr.jalon.jury;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.decision.MoteurDecisionFichiers;
import fr.jalon.jury.RegleDeVote.Majorite;
import fr.jalon.jury.RegleDeVote.Partage;
import fr.jalon.seance.Deliberations;
import fr.jalon.seance.DemandeAuJury;
import fr.jalon.seance.EtatPoint;
import fr.jalon.seance.EtatSeance;
import fr.jalon.seance.Membre;
import fr.jalon.seance.Point;
import fr.jalon.seance.Presence;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.SeancesDEssai;
import fr.jalon.seance.SeancesEnMemoire;
import fr.jalon.seance.SignatureDuProcesVerbal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand sessions that vote, walked at random: by name, secret, by show of hands and by proxy, with recusals, arrivals, second rounds
 * and withdrawn requests. What is refused changes nothing; after each gesture the ballots are those of the seats that could vote; every
 * session ends signed or called off. The register of one in two hundred is given to the tool of outsiders.
 */
class SeancesAvecVotesTest {

    private static final int SUITES = 10_000;
    private static final int UNE_SUR = 200;
    private static final long DEMANDE = 100_000;
    private static final long LIBRE = 180_000;
    private static final MoteurDecisionFichiers MOTEUR = SeanceAuRegistre.MOTEUR;
    private static final RegleDeVote DES_TABLES =
            SeanceAuRegistre.REGLES.vote(SeancesDEssai.INSTANCE, "AIDE_MOBILITE", java.time.LocalDate.of(2026, 6, 12));

    @TempDir
    private Path dossier;

    private final Random hasard = new Random(20261201);
    private Instant maintenant = SeancesDEssai.DEBUT;
    private final Horloge horloge = new Horloge(Clock.fixed(SeancesDEssai.DEBUT, ZoneOffset.UTC)) {
        @Override
        public Instant maintenant() {
            return maintenant;
        }
    };
    private final ScrutinsEnMemoire table = new ScrutinsEnMemoire();
    private final RegistreDuParcours registre = new RegistreDuParcours();
    private final Map<String, Integer> vus = new TreeMap<>();
    private RegleDeVote regle = new RegleDeVote(Majorite.EXPRIMES, Partage.REFUS, 1, true);
    private SeancesEnMemoire memoire;
    private Deliberations deliberations;
    private Scrutins scrutins;
    private Pouvoirs pouvoirs;
    private ActesDeSeance actes;
    private Places places;

    /** The register, kept only for the sessions that are checked from outside. */
    private static final class RegistreDuParcours extends Registre {

        private final List<Ligne> lignes = new ArrayList<>();
        private boolean ecrit;

        RegistreDuParcours() {
            super(null, SeanceAuRegistre.JSON, null);
        }

        @Override
        String noter(SeanceVue seance, Acte acte, Agent auteur) {
            if (ecrit) {
                lignes.add(suite(lignes.isEmpty() ? null : lignes.get(lignes.size() - 1), acte));
            }
            return tete(seance.id());
        }

        @Override
        String tete(UUID seanceId) {
            return !ecrit
                    ? ""
                    : lignes.isEmpty() ? null : lignes.get(lignes.size() - 1).empreinte();
        }

        @Override
        boolean ditDeja(UUID seanceId, String nature, Map<String, Object> faits) {
            return !ecrit || super.ditDeja(seanceId, nature, faits);
        }

        @Override
        Optional<String> dernier(UUID seanceId, String nature) {
            return lignes.stream()
                    .map(Ligne::contenu)
                    .filter(c -> c.contains(",\"acte\":\"" + nature + "\","))
                    .reduce((avant, apres) -> apres);
        }
    }

    private void monter(boolean pouvoirsAuQuorum) {
        var instances = SeancesEnMemoire.rapides(MOTEUR, pouvoirsAuQuorum);
        memoire = new SeancesEnMemoire(
                instances,
                horloge,
                List.of(new GardeDesVotes(table)),
                new DemandeAuJury("Permis B", DEMANDE, DEMANDE, "E", null, List.of(), List.of(), List.of()));
        deliberations = memoire.deliberations();
        places = new Places(instances, memoire.tenue);
        actes = new ActesDeSeance(registre, places, memoire.tenue, SeanceAuRegistre.TABLES, horloge);
        pouvoirs = new Pouvoirs(memoire.seances, memoire.membres, places, actes, horloge);
        scrutins = new Scrutins(
                memoire.seances,
                memoire.tenue,
                places,
                table,
                new ReglesDuJury(null) {
                    @Override
                    RegleDeVote vote(String instance, String question, java.time.LocalDate jour) {
                        return regle;
                    }
                },
                actes,
                new AvisPrepares(null, null, null, null, null, null, null, null) {
                    @Override
                    void ouvrir(SeanceVue seance, Point point, Agent auteur) {
                        // Nobody prepared an opinion.
                    }
                },
                new EnveloppesDeSeance(null, null, memoire.fiches, instances, deliberations, memoire.tenue, actes) {
                    @Override
                    public List<EnveloppeEnSeance> de(SeanceVue seance) {
                        return List.of(
                                new EnveloppeEnSeance("E", "Aides", LIBRE, 0, 0, LIBRE, accorde(seance), 0, null));
                    }
                },
                horloge);
    }

    private static long accorde(SeanceVue seance) {
        return seance.points().stream()
                .filter(p -> p.montant() != null)
                .mapToLong(Point::montant)
                .sum();
    }

    @Test
    void dix_mille_seances_avec_leurs_votes_finissent_toutes_dans_un_etat_permis() throws Exception {
        List<Path> preuves = new ArrayList<>();
        Map<EtatSeance, Integer> fins = new EnumMap<>(EtatSeance.class);
        for (int suite = 0; suite < SUITES; suite++) {
            monter(suite % 2 == 1);
            commencer(suite % UNE_SUR == 0);
            List<String> gestes = new ArrayList<>();
            int longueur = 10 + hasard.nextInt(45);
            for (int pas = 0; pas < longueur && !memoire.vue().etat().finie(); pas++) {
                essayer(gestes);
                tenirDebout(gestes);
            }
            sortir(gestes);
            tenirDebout(gestes);
            fins.merge(memoire.vue().etat(), 1, Integer::sum);
            if (registre.ecrit && memoire.vue().etat() == EtatSeance.SIGNEE) {
                preuves.add(preuve(suite));
            }
        }
        assertThat(fins).containsOnlyKeys(EtatSeance.SIGNEE, EtatSeance.ANNULEE);
        assertThat(vus)
                .as("chaque sorte de vote et d'issue")
                .containsKeys(
                        "secret",
                        "par nom",
                        "main levée",
                        "par pouvoir",
                        "second tour",
                        "abandonné",
                        "ADOPTE",
                        "REJETE",
                        "PARTAGE",
                        "ACCORD",
                        "ACCORD_PARTIEL",
                        "REFUS",
                        "AJOURNEMENT",
                        "REPORTE",
                        "RETIRE");
        assertThat(preuves).hasSizeGreaterThan(10);
        for (Path preuve : preuves) {
            verifier(preuve);
        }
    }

    private void commencer(boolean auRegistre) {
        maintenant = SeancesDEssai.DEBUT;
        table.vider();
        registre.lignes.clear();
        registre.ecrit = auRegistre;
        // Outsiders find the rules of the tables in the register: those sessions keep them.
        regle = auRegistre
                ? DES_TABLES
                : new RegleDeVote(
                        un(List.of(Majorite.values())),
                        un(List.of(Partage.values())),
                        1 + hasard.nextInt(2),
                        hasard.nextInt(4) > 0);
        List<Membre> membres = new ArrayList<>(SeancesDEssai.jury());
        for (int i = 0; i < hasard.nextInt(3); i++) {
            Membre titulaire = membres.get(hasard.nextInt(7));
            if (membres.stream().noneMatch(m -> titulaire.id().equals(m.suppleantDe()))) {
                membres.add(SeancesDEssai.membre("Suppléant " + i, titulaire.qualite(), Presence.NON_NOTEE, titulaire));
            }
        }
        membres.replaceAll(m -> SeancesDEssai.avec(m, Presence.NON_NOTEE));
        memoire.poser(SeancesDEssai.convoquee(
                membres,
                IntStream.rangeClosed(1, 1 + hasard.nextInt(3))
                        .mapToObj(SeancesDEssai::point)
                        .toArray(Point[]::new)));
        if (hasard.nextInt(20) > 0) {
            try {
                memoire.tenue.ouvrir(memoire.vue().id(), presences(6), null, SeanceAuRegistre.SECRETAIRE);
            } catch (SaisieInvalide e) {
                assertThat(memoire.vue().etat()).isEqualTo(EtatSeance.CONVOQUEE);
            }
        }
    }

    private Map<UUID, Presence> presences(int chance) {
        Map<UUID, Presence> presences = new HashMap<>();
        memoire.vue()
                .membres()
                .forEach(m -> presences.put(m.id(), hasard.nextInt(chance) == 0 ? Presence.ABSENT : Presence.PRESENT));
        return presences;
    }

    private void essayer(List<String> gestes) {
        maintenant = maintenant.plusSeconds(1);
        Object seance = memoire.garder();
        Object votes = table.garder();
        int lignes = registre.lignes.size();
        int geste = hasard.nextInt(26);
        gestes.add(memoire.vue().etat() + " " + geste);
        try {
            faire(geste);
        } catch (SaisieInvalide | Conflit | Introuvable | Interdit e) {
            exiger(!String.valueOf(e.getMessage()).isBlank(), gestes, "a refusal without words");
            // What is refused is not kept: its transaction is undone.
            memoire.remettre(seance);
            table.remettre(votes);
            registre.lignes.subList(lignes, registre.lignes.size()).clear();
        } catch (RuntimeException e) {
            throw new AssertionError("suite " + gestes, e);
        }
    }

    private <T> T un(List<T> choix) {
        return choix.get(hasard.nextInt(choix.size()));
    }

    private static Agent compte(Membre m) {
        return new Agent(m.id(), m.identifiant(), "Alix", m.nom(), "Membre", null, Set.of(Role.JURY));
    }

    private void faire(int geste) {
        SeanceVue vue = memoire.vue();
        UUID id = vue.id();
        Membre membre = un(vue.membres());
        Point point = vue.points().isEmpty() ? SeancesDEssai.point(9) : un(vue.points());
        Point ouvert = table.ouvert(id).flatMap(s -> vue.point(s.pointId())).orElse(point);
        Agent conduit = hasard.nextInt(4) == 0 ? compte(membre) : SeanceAuRegistre.SECRETAIRE;
        switch (geste) {
            case 0 -> memoire.tenue.ouvrir(id, presences(5), null, SeanceAuRegistre.SECRETAIRE);
            case 1 -> memoire.tenue.noterPresences(id, presences(3), null, SeanceAuRegistre.SECRETAIRE);
            case 2, 3 ->
                pouvoirs.donner(
                        id,
                        membre.id(),
                        un(vue.membres()).id(),
                        "courriel",
                        hasard.nextBoolean() ? compte(membre) : conduit);
            case 4 -> pouvoirs.reprendre(id, membre.id(), conduit);
            case 5 -> deliberations.deporter(id, point.id(), membre.id(), "je connais", compte(membre));
            case 6 -> deliberations.annulerDeport(id, point.id(), membre.id(), compte(membre));
            case 7, 8, 9 -> {
                Long montant = hasard.nextInt(3) == 0 ? null : (1 + hasard.nextInt(5)) * 25_000L;
                scrutins.ouvrir(id, point.id(), montant, hasard.nextInt(3) == 0, conduit);
            }
            case 10, 11, 12, 13, 14, 15 -> voter(vue, ouvert);
            case 16, 17 -> mainLevee(vue, ouvert, conduit);
            case 18, 19 -> scrutins.clore(id, ouvert.id(), cloture(), conduit);
            case 20 -> scrutins.decider(id, point.id(), cloture(), conduit);
            case 21 -> {
                if (hasard.nextBoolean()) {
                    deliberations.reporter(id, point.id(), "pas aujourd'hui", null, SeanceAuRegistre.SECRETAIRE);
                } else {
                    deliberations.reprendre(id, point.id(), SeanceAuRegistre.SECRETAIRE);
                }
            }
            case 22 -> {
                if (hasard.nextInt(4) == 0) {
                    memoire.retirer(point);
                }
            }
            case 23 -> memoire.tenue.clore(id, null, SeanceAuRegistre.SECRETAIRE);
            case 24 -> {
                if (hasard.nextInt(8) == 0) {
                    memoire.seances.annuler(id, "plus de salle", SeanceAuRegistre.SECRETAIRE);
                }
            }
            default -> scrutins.abandonner(id, ouvert.id(), conduit);
        }
    }

    private Cloture cloture() {
        String decision = un(List.of("", "ACCORD", "REFUS", "AJOURNEMENT", "ACCORD_PARTIEL"));
        Long montant = hasard.nextInt(3) == 0 ? Long.valueOf((1 + hasard.nextInt(5)) * 25_000L) : null;
        return new Cloture(decision.isEmpty() ? null : decision, montant, "Parce que.");
    }

    private Sens sens() {
        return un(List.of(Sens.values()));
    }

    /** The seat of somebody, or one whose proxy it may carry. */
    private void voter(SeanceVue vue, Point point) {
        Membre moi = un(vue.membres());
        List<Membre> portes =
                vue.membres().stream().filter(m -> m.aDonnePouvoirA(moi.id())).toList();
        Membre siege = portes.isEmpty() || hasard.nextBoolean() ? moi : portes.get(0);
        if (hasard.nextInt(15) == 0) {
            siege = un(vue.membres());
        }
        scrutins.voter(vue.id(), point.id(), siege.id(), sens(), compte(moi));
        exiger(peutVoter(vue, point, siege), List.of(), siege + " voted on " + point);
        exiger(siege.equals(moi) || siege.aDonnePouvoirA(moi.id()), List.of(), moi + " voted for " + siege);
        vus.merge(siege.equals(moi) ? "par écran" : "par pouvoir", 1, Integer::sum);
    }

    private void mainLevee(SeanceVue vue, Point point, Agent conduit) {
        Map<UUID, Sens> voix = new HashMap<>();
        memoire.tenue.votants(vue, point).forEach(m -> voix.put(m.id(), sens()));
        if (hasard.nextInt(8) == 0) {
            voix.put(un(vue.membres()).id(), sens());
        }
        scrutins.noterMainLevee(vue.id(), point.id(), voix, conduit);
        vue.membres().stream()
                .filter(m -> voix.containsKey(m.id()))
                .forEach(m -> exiger(peutVoter(vue, point, m), List.of(), m + " raised a hand on " + point));
        vus.merge("main levée", 1, Integer::sum);
    }

    /** Said again from nothing: there and not recused, in the place of its own titular; or absent, and carried by such a one. */
    private static boolean peutVoter(SeanceVue vue, Point point, Membre m) {
        if (siege(vue, point, m)) {
            return true;
        }
        boolean vide = vue.membres().stream()
                .filter(x -> x.id().equals(m.id()) || m.id().equals(x.suppleantDe()))
                .noneMatch(x -> point.deporte(x.id()) || x.present());
        return m.titulaire()
                && vide
                && vue.membres().stream().anyMatch(x -> m.aDonnePouvoirA(x.id()) && siege(vue, point, x));
    }

    private static boolean siege(SeanceVue vue, Point point, Membre m) {
        if (!m.present() || point.deporte(m.id())) {
            return false;
        }
        return m.titulaire()
                || vue.membre(m.suppleantDe())
                        .filter(t -> t.present() && !point.deporte(t.id()))
                        .isEmpty();
    }

    private static void exiger(boolean vrai, List<String> gestes, String quoi) {
        if (!vrai) {
            throw new AssertionError(quoi + ", after " + gestes);
        }
    }

    /** What must hold after every gesture. */
    private void tenirDebout(List<String> gestes) {
        SeanceVue vue = memoire.vue();
        for (ScrutinVue s : table.tous()) {
            List<TableScrutins.Bulletin> urne = table.bulletins(s.id());
            exiger(urne.size() == s.votants().size(), gestes, "ballots without voters");
            exiger(
                    s.secret()
                            ? urne.stream().allMatch(b -> b.membreId() == null)
                            : urne.stream().allMatch(b -> s.aVote(b.membreId())),
                    gestes,
                    "a ballot that says too much or too little");
            vue.point(s.pointId())
                    .ifPresent(p -> p.deports()
                            .forEach(d -> exiger(
                                    !s.aVote(d.membreId())
                                            && !table.mandataires(s.id()).containsValue(d.membreId()),
                                    gestes,
                                    "a recused seat voted")));
            Depouillement d = s.depouillement();
            if (d != null) {
                exiger(d.pour() + d.contre() + d.abstentions() == urne.size(), gestes, "a count of other ballots");
                exiger(
                        d.resultat() != Resultat.ADOPTE || (d.pour() > 0 && d.pour() >= d.contre()),
                        gestes,
                        "adopted against the voices");
                vus.merge(d.resultat().name(), 1, Integer::sum);
            } else if (!s.ouvert()) {
                vus.merge("abandonné", 1, Integer::sum);
            }
            vus.merge(s.secret() ? "secret" : "par nom", 1, Integer::sum);
            if (s.tour() > 1) {
                vus.merge("second tour", 1, Integer::sum);
            }
        }
        exiger(table.tous().stream().filter(ScrutinVue::ouvert).count() <= 1, gestes, "two open votes");
        exiger(accorde(vue) <= LIBRE, gestes, "more than the envelope");
        vue.points().forEach(p -> decision(p, gestes));
    }

    private void decision(Point p, List<String> gestes) {
        vus.merge(p.etat() == EtatPoint.RENDU ? p.avis() : p.etat().name(), 1, Integer::sum);
        if (p.etat() != EtatPoint.RENDU) {
            return;
        }
        List<ScrutinVue> votes = table.duPoint(p.id());
        Depouillement d = votes.get(votes.size() - 1).depouillement();
        exiger(d != null, gestes, "decided without a vote");
        exiger(
                switch (p.avis()) {
                    case "AJOURNEMENT" -> p.montant() == null;
                    case "REFUS" -> d.resultat() == Resultat.REJETE && p.montant() == null;
                    default -> d.resultat() == Resultat.ADOPTE && p.montant() > 0 && p.montant() <= DEMANDE;
                },
                gestes,
                "a decision that the vote did not give");
    }

    /** From any state the way out: end or let go of the open vote, postpone what waits, close, sign; or call off. No gesture is refused. */
    private void sortir(List<String> gestes) {
        maintenant = maintenant.plusSeconds(1);
        Agent secretaire = SeanceAuRegistre.SECRETAIRE;
        try {
            UUID id = memoire.vue().id();
            if (memoire.vue().etat() == EtatSeance.CONVOQUEE) {
                memoire.seances.annuler(id, "plus de salle", secretaire);
            }
            if (memoire.vue().etat() == EtatSeance.TENUE) {
                table.ouvert(id)
                        .flatMap(s -> memoire.vue().point(s.pointId()))
                        .filter(Point::attendu)
                        .ifPresent(p -> finir(p, secretaire));
                memoire.vue().points().stream()
                        .filter(Point::attendu)
                        .forEach(p -> deliberations.reporter(id, p.id(), "pas aujourd'hui", null, secretaire));
                memoire.tenue.clore(id, null, secretaire);
            }
            if (memoire.vue().etat() == EtatSeance.CLOSE) {
                signer(secretaire);
            }
        } catch (RuntimeException e) {
            throw new AssertionError("no way out after " + gestes, e);
        }
    }

    private void finir(Point p, Agent secretaire) {
        boolean peut = memoire.tenue.quorum(memoire.vue(), p).atteint()
                && !table.bulletins(
                                table.ouvert(memoire.vue().id()).orElseThrow().id())
                        .isEmpty();
        if (peut) {
            scrutins.clore(memoire.vue().id(), p.id(), new Cloture(null, null, null), secretaire);
        } else {
            scrutins.abandonner(memoire.vue().id(), p.id(), secretaire);
        }
    }

    private void signer(Agent secretaire) {
        SeanceVue close = memoire.vue();
        Membre preside = places.president(close, null).orElseThrow();
        actes.cloture(close, secretaire);
        memoire.tenue.signer(
                close.id(),
                new SignatureDuProcesVerbal(preside.nom(), preside.qualite(), SeancesDEssai.DEBUT),
                secretaire);
        actes.signature(memoire.vue(), pdf(), secretaire);
    }

    private static byte[] pdf() {
        return "Procès-verbal".getBytes(StandardCharsets.UTF_8);
    }

    private Path preuve(int suite) throws IOException {
        return Files.write(dossier.resolve(suite + ".zip"), PreuveDeSeance.zip(registre.lignes, pdf(), List.of()));
    }

    private static void verifier(Path preuve) throws Exception {
        Process python = new ProcessBuilder("python3", "bin/verifier-preuve.py", preuve.toString())
                .redirectErrorStream(true)
                .start();
        String dit = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).as(dit).isZero();
    }
}
