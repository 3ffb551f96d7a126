package fr.jalon.seance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A session walked at random: a gesture is done or refused in French, and every state that is not an end has a way out. */
class SeanceSansImpasseTest {

    private static final String ALLOCATAIRE = "REPRESENTANT_ALLOCATAIRES";
    private static final String PROFESSIONNEL = "PROFESSIONNEL_INSERTION";
    private static final LocalDate JOUR = LocalDate.of(2026, 6, 12);
    private static final Instant DEBUT = Horloge.instantAParis(JOUR.atTime(14, 0));
    private static final int SUITES = 10_000;
    private static final List<AvisPossible> AVIS = List.of(
            new AvisPossible("FAVORABLE", "Favorable", true, null),
            new AvisPossible("AJOURNER", "Ajourner", false, null));
    private static final RegleInstance REGLE = new RegleInstance(
            "X",
            "Équipe",
            "EQU",
            50,
            5,
            18,
            false,
            false,
            0,
            false,
            2,
            List.of(
                    new RegleInstance.Qualite(ALLOCATAIRE, "Allocataire", 2, 1, true, true, 0),
                    new RegleInstance.Qualite(PROFESSIONNEL, "Professionnel", 1, 1, false, false, 0)));

    private Instant maintenant = Horloge.instantAParis(JOUR.minusDays(10).atTime(9, 0));

    private static Seance nouvelle() {
        return Seance.de(new SeanceVue(
                UUID.randomUUID(),
                "EQU-X",
                "X",
                "KLEBER",
                DEBUT,
                "Ici",
                false,
                EtatSeance.EN_PREPARATION,
                "moi",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of()));
    }

    private static CasPret cas(int n) {
        return new CasPret(UUID.randomUUID(), "X", "Q", "KLEBER", UUID.randomUUID(), "ORI-" + n, Instant.EPOCH);
    }

    private static Membre membre(String nom, String qualite, UUID titulaire) {
        return new Membre(UUID.randomUUID(), nom, nom, qualite, null, titulaire, Presence.NON_NOTEE, null);
    }

    private static Seance composee(int allocataires, int professionnels, int cas) {
        Seance s = nouvelle();
        IntStream.range(0, allocataires).forEach(i -> s.asseoir(membre("allocataire " + i, ALLOCATAIRE, null), REGLE));
        IntStream.range(0, professionnels)
                .forEach(i -> s.asseoir(membre("professionnel " + i, PROFESSIONNEL, null), REGLE));
        IntStream.range(0, cas).forEach(i -> s.inscrire(cas(i)));
        return s;
    }

    private Seance ouverte(int allocataires, int professionnels, int cas) {
        Seance s = composee(allocataires, professionnels, cas);
        s.convoquer(REGLE, JOUR.minusDays(10), maintenant, null);
        maintenant = DEBUT;
        s.ouvrir(tous(s, Presence.PRESENT), null, maintenant, REGLE);
        return s;
    }

    private static Map<UUID, Presence> tous(Seance s, Presence presence) {
        Map<UUID, Presence> presences = new HashMap<>();
        s.vue().membres().forEach(m -> presences.put(m.id(), presence));
        return presences;
    }

    private static UUID membre(Seance s, String nom) {
        return s.vue().membres().stream()
                .filter(m -> m.nom().equals(nom))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static UUID point(Seance s, int n) {
        return s.vue().points().get(n).id();
    }

    private void rendre(Seance s, int n, Integer pour) {
        s.rendreAvis(
                point(s, n),
                new AvisDicte("FAVORABLE", "Parce que.", pour, null, null, 0),
                AVIS,
                REGLE,
                "moi",
                maintenant);
    }

    // The walk

    @Test
    void dix_mille_suites_au_hasard_ne_menent_jamais_a_une_impasse() {
        Random hasard = new Random(20261128);
        Map<EtatSeance, Integer> vus = new EnumMap<>(EtatSeance.class);
        Set<EtatPoint> points = EnumSet.noneOf(EtatPoint.class);
        for (int suite = 0; suite < SUITES; suite++) {
            maintenant = Horloge.instantAParis(JOUR.minusDays(10).atTime(9, 0));
            Seance s = hasard.nextInt(4) == 0 ? nouvelle() : composee(2, 1 + hasard.nextInt(2), 1 + hasard.nextInt(3));
            List<String> gestes = new ArrayList<>();
            int longueur = 5 + hasard.nextInt(40);
            for (int pas = 0; pas < longueur && !s.etat().finie(); pas++) {
                SeanceVue avant = s.vue();
                boolean fait = essayer(s, hasard, gestes);
                if (!fait) {
                    // What is refused is not kept: the caller throws the object away with its transaction.
                    s = Seance.de(avant);
                }
                tenirDebout(s.vue(), gestes);
                vus.merge(s.etat(), 1, Integer::sum);
                s.vue().points().forEach(p -> points.add(p.etat()));
            }
            if (s.etat() == EtatSeance.CLOSE) {
                signer(s);
                vus.merge(s.etat(), 1, Integer::sum);
            }
            sortir(Seance.de(s.vue()), gestes);
        }
        assertThat(vus.keySet()).containsExactlyInAnyOrder(EtatSeance.values());
        assertThat(points).containsExactlyInAnyOrder(EtatPoint.values());
    }

    /** The minutes are signed once. */
    private void signer(Seance s) {
        SignatureDuProcesVerbal signature = new SignatureDuProcesVerbal("Zoé Inventée", "Présidente", maintenant);
        s.signer(signature);
        assertThat(s.vue().signature()).isEqualTo(signature);
        assertThatThrownBy(() -> s.signer(signature)).isInstanceOf(Conflit.class);
    }

    private boolean essayer(Seance s, Random hasard, List<String> gestes) {
        int geste = hasard.nextInt(19);
        gestes.add(s.etat() + " " + geste);
        try {
            faire(s, geste, hasard);
            return true;
        } catch (SaisieInvalide e) {
            assertThat(e.erreurs())
                    .isNotEmpty()
                    .allSatisfy(f -> assertThat(f.message()).isNotBlank());
            return false;
        } catch (Conflit | Introuvable e) {
            assertThat(e.getMessage()).isNotBlank();
            return false;
        } catch (RuntimeException e) {
            return fail("suite " + gestes, e);
        }
    }

    private void faire(Seance s, int geste, Random hasard) {
        SeanceVue vue = s.vue();
        UUID membre = vue.membres().isEmpty() || hasard.nextInt(20) == 0
                ? UUID.randomUUID()
                : vue.membres().get(hasard.nextInt(vue.membres().size())).id();
        UUID point = vue.points().isEmpty() || hasard.nextInt(20) == 0
                ? UUID.randomUUID()
                : vue.points().get(hasard.nextInt(vue.points().size())).id();
        String motif = hasard.nextInt(10) == 0 ? " " : "parce que";
        LocalTime heure = hasard.nextInt(3) == 0 ? LocalTime.of(13 + hasard.nextInt(5), 0) : null;
        switch (geste) {
            case 0 -> s.asseoir(membre("m" + hasard.nextInt(8), hasard.nextBoolean() ? ALLOCATAIRE : "?", null), REGLE);
            case 1 ->
                s.asseoir(
                        membre("s" + hasard.nextInt(8), hasard.nextBoolean() ? ALLOCATAIRE : PROFESSIONNEL, membre),
                        REGLE);
            case 2 -> s.lever(membre);
            case 3 -> s.inscrire(cas(hasard.nextInt(100)));
            case 4 -> s.desinscrire(point);
            case 5 -> s.convoquer(REGLE, LocalDate.ofInstant(maintenant, Horloge.PARIS), maintenant, motif);
            case 6 -> {
                if (hasard.nextInt(6) == 0) {
                    s.annuler(motif);
                }
            }
            case 7, 8 -> s.ouvrir(presences(vue, hasard, 5), heure, maintenant, REGLE);
            case 9 -> s.noterPresences(presences(vue, hasard, 2), heure, maintenant);
            case 10, 11 -> s.deporter(point, membre, motif, "moi", maintenant);
            case 12 -> s.annulerDeport(point, membre);
            case 13, 14 ->
                s.rendreAvis(
                        point,
                        new AvisDicte(
                                hasard.nextInt(10) == 0 ? "?" : "FAVORABLE", motif, hasard.nextInt(6), null, null, 0),
                        AVIS,
                        REGLE,
                        "moi",
                        maintenant);
            case 15 -> s.effacerAvis(point);
            case 16 -> {
                if (hasard.nextBoolean()) {
                    s.reporter(point, motif, null);
                } else {
                    s.reprendre(point);
                }
            }
            case 17 -> {
                if (hasard.nextInt(4) == 0 && !vue.points().isEmpty()) {
                    s.retirerCas(vue.points().get(0).casId(), "la question n'est plus posée");
                } else {
                    s.clore(heure, maintenant, "moi");
                }
            }
            default -> avancer(hasard);
        }
    }

    private void avancer(Random hasard) {
        maintenant = maintenant.isBefore(DEBUT) && hasard.nextBoolean()
                ? DEBUT.plusSeconds(60L * hasard.nextInt(200))
                : maintenant.plusSeconds(60L * hasard.nextInt(600));
    }

    private static Map<UUID, Presence> presences(SeanceVue vue, Random hasard, int chance) {
        Map<UUID, Presence> presences = new HashMap<>();
        vue.membres()
                .forEach(m -> presences.put(m.id(), hasard.nextInt(chance) == 0 ? Presence.ABSENT : Presence.PRESENT));
        return presences;
    }

    /** What must hold in every state. */
    private static void tenirDebout(SeanceVue vue, List<String> gestes) {
        assertThat(vue.points()).as("%s", gestes).extracting(Point::rang).doesNotHaveDuplicates();
        vue.points().forEach(p -> {
            assertThat(p.rendu() != null).as("%s", gestes).isEqualTo(p.etat() == EtatPoint.RENDU);
            assertThat(p.motifReport() != null)
                    .as("%s", gestes)
                    .isEqualTo(p.etat() == EtatPoint.REPORTE || p.etat() == EtatPoint.RETIRE);
            p.deports().forEach(d -> assertThat(vue.membre(d.membreId())).isPresent());
        });
        assertThat(vue.ouverteLe() == null)
                .isEqualTo(vue.etat().modifiable() || (vue.etat() == EtatSeance.ANNULEE && vue.ouverteLe() == null));
        if (vue.etat() == EtatSeance.CLOSE) {
            assertThat(vue.resteUnAvis()).isFalse();
            assertThat(vue.closeLe()).isAfterOrEqualTo(vue.ouverteLe());
        }
    }

    /** From any state: postpone what is left and close, or call off. No gesture on the way is refused. */
    private void sortir(Seance s, List<String> gestes) {
        if (s.etat().finie()) {
            return;
        }
        Instant fin = DEBUT.isAfter(maintenant) ? DEBUT : maintenant;
        if (s.etat() == EtatSeance.TENUE && s.vue().unAvisRendu()) {
            s.vue().points().stream().filter(Point::attendu).forEach(p -> s.reporter(p.id(), "pas aujourd'hui", null));
            s.clore(LocalDate.ofInstant(fin, Horloge.PARIS).isAfter(JOUR) ? LocalTime.of(23, 59) : null, fin, "moi");
            assertThat(s.etat()).as("%s", gestes).isEqualTo(EtatSeance.CLOSE);
        } else {
            s.annuler("plus de salle");
            assertThat(s.etat()).as("%s", gestes).isEqualTo(EtatSeance.ANNULEE);
        }
    }

    // Each way out, by its name

    @Test
    void le_seul_professionnel_deporte_n_empeche_pas_l_avis() {
        Seance s = ouverte(2, 1, 1);
        s.deporter(point(s, 0), membre(s, "professionnel 0"), "je la suis", "moi", maintenant);
        rendre(s, 0, 2);
        assertThat(s.vue().points().get(0).quorum())
                .extracting(Quorum::sieges, Quorum::presents)
                .containsExactly(2, 2);
    }

    @Test
    void sans_aucun_allocataire_qui_puisse_sieger_le_dossier_se_reporte_et_la_seance_se_clot() {
        Seance s = ouverte(2, 2, 1);
        for (String nom : List.of("allocataire 0", "allocataire 1")) {
            s.deporter(point(s, 0), membre(s, nom), "je la connais", "moi", maintenant);
        }
        assertThatThrownBy(() -> rendre(s, 0, null))
                .isInstanceOf(SaisieInvalide.class)
                .hasMessageContaining("reporter à une autre séance");
        assertThatThrownBy(() -> s.clore(null, maintenant, "moi")).isInstanceOf(SaisieInvalide.class);
        s.reporter(point(s, 0), "aucun allocataire ne peut siéger", null);
        s.clore(null, maintenant, "moi");
        assertThat(s.vue().points()).extracting(Point::etat).containsExactly(EtatPoint.REPORTE);
    }

    @Test
    void le_suppleant_d_un_membre_deporte_siege_a_sa_place() {
        Seance s = composee(2, 1, 1);
        s.asseoir(membre("suppléant", PROFESSIONNEL, membre(s, "professionnel 0")), REGLE);
        s.convoquer(REGLE, JOUR.minusDays(10), maintenant, null);
        maintenant = DEBUT;
        s.ouvrir(tous(s, Presence.PRESENT), null, maintenant, REGLE);
        s.deporter(point(s, 0), membre(s, "professionnel 0"), "je la suis", "moi", maintenant);
        rendre(s, 0, 3);
        assertThat(s.vue().points().get(0).quorum().presents()).isEqualTo(3);
    }

    @Test
    void un_deport_s_annule_avant_l_avis_et_plus_apres() {
        Seance s = ouverte(2, 1, 1);
        UUID parti = membre(s, "allocataire 0");
        s.deporter(point(s, 0), parti, "je la connais", "moi", maintenant);
        s.annulerDeport(point(s, 0), parti);
        assertThat(s.vue().points().get(0).deports()).isEmpty();
        s.deporter(point(s, 0), parti, "je la connais", "moi", maintenant);
        rendre(s, 0, null);
        assertThatThrownBy(() -> s.annulerDeport(point(s, 0), parti))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("déjà donné");
        s.effacerAvis(point(s, 0));
        s.annulerDeport(point(s, 0), parti);
        assertThat(s.vue().points().get(0).deports()).isEmpty();
    }

    @Test
    void plus_de_voix_que_de_membres_presents_est_refuse() {
        Seance s = ouverte(2, 2, 1);
        Map<UUID, Presence> presences = tous(s, Presence.PRESENT);
        presences.put(membre(s, "professionnel 1"), Presence.ABSENT);
        s.noterPresences(presences, null, maintenant);
        assertThatThrownBy(() -> rendre(s, 0, 4))
                .isInstanceOf(SaisieInvalide.class)
                .hasMessageContaining("3 votants");
        rendre(s, 0, 3);
        assertThat(s.vue().points().get(0).pour()).isEqualTo(3);
    }

    @Test
    void les_voix_comptent_ensemble_et_sans_les_membres_sortis() {
        Seance s = ouverte(2, 2, 1);
        s.deporter(point(s, 0), membre(s, "professionnel 1"), "je la suis", "moi", maintenant);
        AvisDicte quatre = new AvisDicte("FAVORABLE", "Parce que.", 2, 1, 1, 0);
        assertThatThrownBy(() -> s.rendreAvis(point(s, 0), quatre, AVIS, REGLE, "moi", maintenant))
                .hasMessageContaining("3 votants");
        AvisDicte trois = new AvisDicte("FAVORABLE", "Parce que.", 1, 1, 1, 0);
        s.rendreAvis(point(s, 0), trois, AVIS, REGLE, "moi", maintenant);
    }

    @Test
    void convoquer_trop_tard_demande_un_motif_que_la_seance_garde() {
        Seance s = composee(2, 1, 1);
        Instant veille = DEBUT.minusSeconds(86_400L * 4);
        assertThatThrownBy(() -> s.convoquer(REGLE, JOUR.minusDays(4), veille, " "))
                .hasMessageContaining("motifDelai")
                .hasMessageContaining("5 jours");
        s.convoquer(REGLE, JOUR.minusDays(4), veille, "Une suppression est urgente.");
        assertThat(s.vue().motifDelai()).isEqualTo("Une suppression est urgente.");
        Seance aTemps = composee(2, 1, 1);
        aTemps.convoquer(REGLE, JOUR.minusDays(5), veille, null);
        assertThat(aTemps.vue().motifDelai()).isNull();
    }

    @Test
    void les_heures_reelles_se_suivent_et_ne_sont_jamais_a_venir() {
        Seance s = composee(2, 1, 1);
        s.convoquer(REGLE, JOUR.minusDays(10), maintenant, null);
        Instant seizeHeures = Horloge.instantAParis(JOUR.atTime(16, 0));
        assertThatThrownBy(() -> s.ouvrir(tous(s, Presence.PRESENT), LocalTime.of(17, 0), seizeHeures, REGLE))
                .hasMessageContaining("pas encore passée");
        s.ouvrir(tous(s, Presence.PRESENT), LocalTime.of(14, 5), seizeHeures, REGLE);
        Map<UUID, Presence> presences = new HashMap<>(Map.of(membre(s, "allocataire 1"), Presence.EXCUSE));
        assertThatThrownBy(() -> s.noterPresences(presences, LocalTime.of(14, 0), seizeHeures))
                .hasMessageContaining("14 h 05");
        s.noterPresences(presences, LocalTime.of(15, 10), seizeHeures);
        assertThat(s.vue().mouvements())
                .extracting(Mouvement::sens, Mouvement::quand)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        Mouvement.Sens.DEPART, Horloge.instantAParis(JOUR.atTime(15, 10))));
        rendre(s, 0, null);
        assertThatThrownBy(() -> s.clore(LocalTime.of(15, 0), seizeHeures, "moi"))
                .hasMessageContaining("15 h 10");
        Instant lendemain = seizeHeures.plusSeconds(86_400);
        assertThatThrownBy(() -> s.clore(null, lendemain, "moi")).hasMessageContaining("12 juin 2026");
        s.clore(LocalTime.of(15, 45), lendemain, "moi");
        assertThat(s.vue().closeLe()).isEqualTo(Horloge.instantAParis(JOUR.atTime(15, 45)));
    }

    @Test
    void une_seance_ouverte_s_annule_tant_qu_aucun_avis_n_est_donne() {
        Seance s = ouverte(2, 1, 2);
        rendre(s, 0, null);
        assertThatThrownBy(() -> s.annuler("plus de salle"))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("reportez les dossiers qui restent");
        s.effacerAvis(point(s, 0));
        assertThat(s.annuler("plus de salle")).hasSize(2);
        assertThatThrownBy(() -> s.annuler("encore")).isInstanceOf(Conflit.class);
    }

    @Test
    void une_question_retiree_quitte_l_ordre_du_jour_ou_reste_au_proces_verbal() {
        Seance avant = composee(2, 1, 1);
        avant.retirerCas(avant.vue().points().get(0).casId(), "la question n'est plus posée");
        assertThat(avant.vue().points()).isEmpty();
        Seance pendant = ouverte(2, 1, 1);
        rendre(pendant, 0, null);
        pendant.retirerCas(pendant.vue().points().get(0).casId(), "la question n'est plus posée");
        assertThat(pendant.clore(null, maintenant, "moi"))
                .extracting(Point::etat)
                .containsExactly(EtatPoint.RETIRE);
    }

    @Test
    void seul_un_suppleant_entre_dans_une_seance_ouverte() {
        Seance s = ouverte(2, 1, 1);
        assertThatThrownBy(() -> s.asseoir(membre("nouveau", PROFESSIONNEL, null), REGLE))
                .isInstanceOf(Conflit.class);
        s.asseoir(membre("suppléant", ALLOCATAIRE, membre(s, "allocataire 0")), REGLE);
        assertThat(s.vue().membres()).hasSize(4);
    }
}
