package fr.jalon.jury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.jury.RegleDeVote.Majorite;
import fr.jalon.jury.RegleDeVote.Partage;
import fr.jalon.seance.Membre;
import fr.jalon.seance.Point;
import fr.jalon.seance.Presence;
import fr.jalon.seance.Quorum;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.SeancesDEssai;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The count against a brute force that weighs each seat, one after the other: every session of one to nine seats, under every rule, then
 * a hundred thousand drawn ones with substitutes, capacities and a chair.
 */
class DepouillementTest {

    private static final int SIEGES_MAX = 9;
    private static final int TIRAGES = 100_000;

    /** What became of a seat. */
    private enum Etat {
        ABSENT,
        DEPORTE,
        MUET,
        POUR,
        CONTRE,
        ABSTENTION;

        boolean vote() {
            return this == POUR || this == CONTRE || this == ABSTENTION;
        }

        boolean compte() {
            return this != DEPORTE;
        }

        boolean la() {
            return this != DEPORTE && this != ABSENT;
        }
    }

    private static List<RegleDeVote> regles() {
        List<RegleDeVote> regles = new ArrayList<>();
        for (Majorite majorite : Majorite.values()) {
            for (Partage partage : Partage.values()) {
                regles.add(new RegleDeVote(majorite, partage, 1, true));
                regles.add(new RegleDeVote(majorite, partage, 2, true));
            }
        }
        return regles;
    }

    /** Each seat weighs two, who presides one more when the voices are even: the scale says the result. */
    private static Resultat balance(List<Etat> sieges, int president, RegleDeVote regle, int tour) {
        int plateau = 0;
        int ecart = 0;
        for (Etat siege : sieges) {
            boolean pese = switch (regle.majorite()) {
                case EXPRIMES -> siege == Etat.POUR || siege == Etat.CONTRE;
                case PRESENTS -> siege.la();
                case SIEGES -> siege.compte();
            };
            plateau += pese ? (siege == Etat.POUR ? 2 : -2) : 0;
            ecart += siege == Etat.POUR ? 1 : siege == Etat.CONTRE ? -1 : 0;
        }
        if (ecart != 0) {
            return plateau > 0 ? Resultat.ADOPTE : Resultat.REJETE;
        }
        Etat voix = president < 0 ? Etat.MUET : sieges.get(president);
        if (regle.partage() == Partage.REFUS || (regle.partage() == Partage.PRESIDENT && voix == Etat.CONTRE)) {
            return Resultat.REJETE;
        }
        if (regle.partage() == Partage.PRESIDENT && voix == Etat.POUR && plateau + 1 > 0) {
            return Resultat.ADOPTE;
        }
        return tour < regle.tours() ? Resultat.PARTAGE : Resultat.REJETE;
    }

    /** Every way to share a number of seats between the six states, in order. */
    private static void enumerer(int reste, int depuis, List<Etat> debut, List<List<Etat>> tous) {
        if (reste == 0) {
            tous.add(List.copyOf(debut));
            return;
        }
        for (int e = depuis; e < Etat.values().length; e++) {
            debut.add(Etat.values()[e]);
            enumerer(reste - 1, e, debut, tous);
            debut.remove(debut.size() - 1);
        }
    }

    private static Sens sens(Etat etat) {
        return Sens.valueOf(etat.name());
    }

    private static Quorum quorumDe(List<Etat> sieges) {
        List<Membre> membres = new ArrayList<>();
        List<Membre> sortis = new ArrayList<>();
        for (Etat etat : sieges) {
            Membre m = SeancesDEssai.membre(
                    "Juré " + membres.size(),
                    SeancesDEssai.SIEGES.get(membres.size() % SeancesDEssai.SIEGES.size()),
                    etat == Etat.ABSENT ? Presence.ABSENT : Presence.PRESENT,
                    null);
            membres.add(m);
            if (etat == Etat.DEPORTE) {
                sortis.add(m);
            }
        }
        Point point = SeancesDEssai.point(1, sortis.toArray(Membre[]::new));
        return SeanceAuRegistre.TENUE.quorum(SeancesDEssai.seance(membres, List.of(point), List.of()), point);
    }

    private static Depouillement compter(
            List<Etat> sieges, int president, RegleDeVote regle, int tour, int presents, int comptes) {
        return Depouillement.de(
                sieges.stream().filter(Etat::vote).map(DepouillementTest::sens).toList(),
                presents,
                comptes,
                president < 0 || !sieges.get(president).vote() ? null : sens(sieges.get(president)),
                regle,
                tour);
    }

    @Test
    void chaque_seance_de_un_a_neuf_sieges_sous_chaque_regle_donne_ce_que_dit_la_balance() {
        List<List<Etat>> seances = new ArrayList<>();
        for (int n = 1; n <= SIEGES_MAX; n++) {
            enumerer(n, 0, new ArrayList<>(), seances);
        }
        int vecteurs = 0;
        Map<Resultat, Integer> vus = new EnumMap<>(Resultat.class);
        for (List<Etat> sieges : seances) {
            Quorum quorum = quorumDe(sieges);
            for (int president : presidents(sieges)) {
                for (RegleDeVote regle : regles()) {
                    for (int tour = 1; tour <= regle.tours(); tour++) {
                        Depouillement d = compter(sieges, president, regle, tour, quorum.presents(), quorum.sieges());
                        if (d.resultat() != balance(sieges, president, regle, tour)
                                || d.pour() != Collections.frequency(sieges, Etat.POUR)
                                || d.contre() != Collections.frequency(sieges, Etat.CONTRE)
                                || d.abstentions() != Collections.frequency(sieges, Etat.ABSTENTION)) {
                            throw new AssertionError(
                                    sieges + ", chair " + president + ", " + regle + ", round " + tour + ": " + d);
                        }
                        vus.merge(d.resultat(), 1, Integer::sum);
                        vecteurs++;
                    }
                }
            }
        }
        assertThat(seances).hasSize(5004).doesNotHaveDuplicates();
        assertThat(vecteurs).isGreaterThan(400);
        assertThat(vus).containsOnlyKeys(Resultat.values());
    }

    /** Nobody, or one seat of each state that may preside. */
    private static List<Integer> presidents(List<Etat> sieges) {
        List<Integer> presidents = new ArrayList<>(List.of(-1));
        Arrays.stream(Etat.values())
                .filter(Etat::la)
                .map(sieges::indexOf)
                .filter(i -> i >= 0)
                .forEach(presidents::add);
        return presidents;
    }

    /** A seat of a drawn session: its titular, and a substitute or not. */
    private record Siege(String qualite, boolean titulaireLa, boolean titulaireSorti, int suppleant) {
        static Siege tirer(Random hasard) {
            return new Siege(
                    SeancesDEssai.SIEGES.get(hasard.nextInt(SeancesDEssai.SIEGES.size())),
                    hasard.nextInt(5) > 0,
                    hasard.nextInt(6) == 0,
                    hasard.nextInt(8));
        }

        /** Three of eight have a substitute: absent, there, or there and recused. */
        boolean aUnSuppleant() {
            return suppleant < 3;
        }

        boolean suppleantLa() {
            return suppleant == 1 || suppleant == 2;
        }

        boolean suppleantSorti() {
            return suppleant == 2;
        }

        /** 0 nobody, 1 the titular, 2 the substitute. */
        int qui() {
            return titulaireLa && !titulaireSorti ? 1 : suppleant == 1 ? 2 : 0;
        }

        Etat etat() {
            return qui() > 0 ? Etat.MUET : titulaireSorti || suppleantSorti() ? Etat.DEPORTE : Etat.ABSENT;
        }
    }

    @Test
    void cent_mille_seances_tirees_ne_donnent_aucune_decision_interdite() {
        Random hasard = new Random(13);
        List<RegleDeVote> regles = regles();
        int deliberent = 0;
        for (int i = 0; i < TIRAGES; i++) {
            List<Siege> sieges = new ArrayList<>();
            int n = 1 + hasard.nextInt(SIEGES_MAX);
            for (int s = 0; s < n; s++) {
                sieges.add(Siege.tirer(hasard));
            }
            deliberent += essayer(sieges, regles.get(hasard.nextInt(regles.size())), hasard) ? 1 : 0;
        }
        assertThat(deliberent).isBetween(TIRAGES / 4, TIRAGES - TIRAGES / 20);
        assertThat(representesVus).as("sièges qui votent par pouvoir").isGreaterThan(TIRAGES / 50);
    }

    private int representesVus;

    /** @return whether the item may be voted */
    private boolean essayer(List<Siege> sieges, RegleDeVote regle, Random hasard) {
        List<Membre> membres = new ArrayList<>();
        List<Membre> sortis = new ArrayList<>();
        List<UUID> presents = new ArrayList<>();
        List<List<Membre>> tenants = new ArrayList<>();
        for (Siege s : sieges) {
            Membre titulaire = asseoir(membres, s.qualite(), s.titulaireLa(), null);
            Membre suppleant = s.aUnSuppleant() ? asseoir(membres, s.qualite(), s.suppleantLa(), titulaire) : null;
            tenants.add(Stream.of(titulaire, suppleant).filter(m -> m != null).toList());
            if (s.titulaireSorti()) {
                sortis.add(titulaire);
            }
            if (suppleant != null && s.suppleantSorti()) {
                sortis.add(suppleant);
            }
            Membre present = s.qui() == 2 ? suppleant : titulaire;
            presents.add(s.qui() == 0 || present == null ? null : present.id());
        }
        List<UUID> mandataires = donnerDesPouvoirs(tenants, membres, hasard);
        List<Boolean> representes = IntStream.range(0, sieges.size())
                .mapToObj(i -> sieges.get(i).etat() == Etat.ABSENT
                        && mandataires.get(i) != null
                        && presents.contains(mandataires.get(i)))
                .toList();
        List<UUID> votants = IntStream.range(0, sieges.size())
                .mapToObj(i -> representes.get(i) ? tenants.get(i).get(0).id() : presents.get(i))
                .filter(v -> v != null)
                .toList();

        Point point = SeancesDEssai.point(1, sortis.toArray(Membre[]::new));
        SeanceVue seance = SeancesDEssai.seance(membres, List.of(point), List.of());
        String cas = sieges + ", " + regle + ", " + representes;
        Quorum quorum = SeanceAuRegistre.TENUE.quorum(seance, point);
        exiger(
                SeanceAuRegistre.TENUE.votants(seance, point).stream()
                        .map(Membre::id)
                        .toList()
                        .equals(votants),
                cas);
        exiger(quorum.atteint() == quorum(sieges), cas + " " + quorum);
        int president = president(sieges, membres, presents);
        Optional<Membre> preside = SeanceAuRegistre.PLACES.president(seance, point);
        exiger(
                preside.map(Membre::id).equals(president < 0 ? Optional.empty() : Optional.of(presents.get(president))),
                cas);
        if (quorum.atteint()) {
            voter(sieges, representes, regle, hasard, quorum, president, cas);
            representesVus += Collections.frequency(representes, true);
        }
        return quorum.atteint();
    }

    /**
     * A quarter of the titulars give their proxy, to somebody of another seat, there or not, recused or not; each carries one at most.
     *
     * @return who carries the proxy of each seat, or null
     */
    private static List<UUID> donnerDesPouvoirs(List<List<Membre>> tenants, List<Membre> membres, Random hasard) {
        List<UUID> mandataires = new ArrayList<>();
        for (int i = 0; i < tenants.size(); i++) {
            List<Membre> autres = tenants.get(hasard.nextInt(tenants.size()));
            Membre mandataire = autres.get(hasard.nextInt(autres.size()));
            boolean donne =
                    hasard.nextInt(4) == 0 && !autres.equals(tenants.get(i)) && !mandataires.contains(mandataire.id());
            mandataires.add(donne ? mandataire.id() : null);
            if (donne) {
                Membre mandant = tenants.get(i).get(0);
                membres.replaceAll(m -> m.id().equals(mandant.id()) ? SeancesDEssai.donnant(m, mandataire) : m);
            }
        }
        return mandataires;
    }

    private static void voter(
            List<Siege> sieges,
            List<Boolean> representes,
            RegleDeVote regle,
            Random hasard,
            Quorum quorum,
            int president,
            String cas) {
        List<Etat> etats = IntStream.range(0, sieges.size())
                .mapToObj(i -> representes.get(i) ? Etat.MUET : sieges.get(i).etat())
                .map(e -> e == Etat.MUET
                        ? List.of(Etat.MUET, Etat.POUR, Etat.CONTRE, Etat.ABSTENTION)
                                .get(hasard.nextInt(4))
                        : e)
                .toList();
        int tour = 1 + hasard.nextInt(regle.tours());
        int presents = quorum.presents() + Collections.frequency(representes, true);
        Depouillement d = compter(etats, president, regle, tour, presents, quorum.sieges());
        exiger(d.resultat() == balance(etats, president, regle, tour), cas + " " + etats + " " + d);
        if (d.resultat() == Resultat.ADOPTE) {
            exiger(d.pour() > 0 && d.pour() >= d.contre(), cas + " adopted against the voices");
            exiger(d.pour() + d.contre() + d.abstentions() <= presents, cas + " more ballots than seats");
        }
    }

    private static Membre asseoir(List<Membre> membres, String qualite, boolean la, Membre titulaire) {
        Membre m = SeancesDEssai.membre(
                "Juré %02d".formatted(membres.size()), qualite, la ? Presence.PRESENT : Presence.EXCUSE, titulaire);
        membres.add(m);
        return m;
    }

    /** More than half of the seats that did not leave, and somebody for the persons of the RSA. */
    private static boolean quorum(List<Siege> sieges) {
        int balance = 0;
        boolean allocataire = false;
        for (Siege s : sieges) {
            balance += s.etat() == Etat.MUET ? 1 : s.etat() == Etat.ABSENT ? -1 : 0;
            allocataire |= s.etat() == Etat.MUET && s.qualite().equals("REPRESENTANT_ALLOCATAIRES");
        }
        return balance > 0 && allocataire;
    }

    /** The first seat, by the order of the capacities that may preside, then by name. */
    private static int president(List<Siege> sieges, List<Membre> membres, List<UUID> votants) {
        for (String qualite : List.of("DISPOSITIFS", "ANTENNE", "DEPARTEMENT", "PROFESSIONNEL_DIRECTION")) {
            for (Membre m : membres) {
                int siege = votants.indexOf(m.id());
                if (siege >= 0 && sieges.get(siege).qualite().equals(qualite)) {
                    return siege;
                }
            }
        }
        return -1;
    }

    private static void exiger(boolean vrai, String cas) {
        if (!vrai) {
            throw new AssertionError(cas);
        }
    }

    @Test
    void plus_de_bulletins_que_de_presents_ou_de_presents_que_de_sieges_ne_se_compte_pas() {
        RegleDeVote regle = new RegleDeVote(Majorite.EXPRIMES, Partage.REFUS, 1, true);
        assertThatThrownBy(() -> Depouillement.de(List.of(Sens.POUR, Sens.POUR), 1, 3, null, regle, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Depouillement.de(List.of(Sens.POUR), 3, 2, null, regle, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
