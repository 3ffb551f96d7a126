package fr.jalon.seance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.decision.MoteurDecisionFichiers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Seats, substitutes and recusals: who is counted, and what blocks. */
class QuorumTest {

    private static final String ALLOCATAIRE = "REPRESENTANT_ALLOCATAIRES";
    private static final String PROFESSIONNEL = "PROFESSIONNEL_INSERTION";
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

    private static final RegleInstance CAI = SeancesDEssai.instances(new MoteurDecisionFichiers())
            .regle(SeancesDEssai.INSTANCE, LocalDate.of(2026, 6, 12));

    private final List<Membre> membres = new ArrayList<>();

    private Membre membre(String nom, String qualite, Presence presence, Membre titulaire) {
        Membre m = new Membre(
                UUID.randomUUID(), nom, nom, qualite, null, titulaire == null ? null : titulaire.id(), presence, null);
        membres.add(m);
        return m;
    }

    private SeanceVue seance(Point... points) {
        return new SeanceVue(
                UUID.randomUUID(),
                "EQU-X",
                "X",
                "KLEBER",
                Instant.EPOCH,
                "Ici",
                false,
                EtatSeance.TENUE,
                "moi",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                membres,
                List.of(points),
                List.of());
    }

    private static Point point(Membre... deportes) {
        List<Deport> deports = java.util.Arrays.stream(deportes)
                .map(m -> new Deport(m.id(), "connaît la personne", "moi", Instant.EPOCH))
                .toList();
        return new Point(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                "ORI",
                "Q",
                EtatPoint.ATTENDU,
                null,
                null,
                null,
                0,
                deports);
    }

    @Test
    void la_moitie_ne_suffit_pas() {
        membre("a", ALLOCATAIRE, Presence.PRESENT, null);
        membre("b", ALLOCATAIRE, Presence.ABSENT, null);
        membre("c", PROFESSIONNEL, Presence.PRESENT, null);
        membre("d", PROFESSIONNEL, Presence.EXCUSE, null);
        Quorum q = Quorum.deLaSeance(seance(), REGLE);
        assertThat(q.presents()).isEqualTo(2);
        assertThat(q.necessaires()).isEqualTo(3);
        assertThat(q.atteint()).isFalse();
        assertThat(q.manques()).containsExactly("il faut 3 membres présents sur 4, il y en a 2");
    }

    @Test
    void sans_allocataire_present_rien_ne_se_delibere() {
        membre("a", ALLOCATAIRE, Presence.ABSENT, null);
        membre("b", ALLOCATAIRE, Presence.NON_NOTEE, null);
        membre("c", PROFESSIONNEL, Presence.PRESENT, null);
        membre("d", PROFESSIONNEL, Presence.PRESENT, null);
        membre("e", PROFESSIONNEL, Presence.PRESENT, null);
        Quorum q = Quorum.deLaSeance(seance(), REGLE);
        assertThat(q.presents()).isEqualTo(q.necessaires()).isEqualTo(3);
        assertThat(q.manques()).containsExactly("il faut au moins 1 « Allocataire » présent, il y en a 0");
    }

    @Test
    void un_suppleant_ne_compte_qu_a_la_place_de_son_titulaire() {
        Membre a = membre("a", ALLOCATAIRE, Presence.PRESENT, null);
        membre("suppléant de a", ALLOCATAIRE, Presence.PRESENT, a);
        Membre c = membre("c", PROFESSIONNEL, Presence.ABSENT, null);
        membre("suppléant de c", PROFESSIONNEL, Presence.PRESENT, c);
        Quorum q = Quorum.deLaSeance(seance(), REGLE);
        assertThat(q.sieges()).isEqualTo(2);
        assertThat(q.presents()).isEqualTo(2);
        assertThat(q.atteint()).isTrue();
    }

    @Test
    void un_deport_retire_le_siege_des_presents_et_du_total_de_ce_dossier_seulement() {
        membre("a", ALLOCATAIRE, Presence.PRESENT, null);
        membre("b", ALLOCATAIRE, Presence.ABSENT, null);
        Membre c = membre("c", PROFESSIONNEL, Presence.PRESENT, null);
        membre("d", PROFESSIONNEL, Presence.PRESENT, null);
        assertThat(Quorum.duPoint(seance(), point(), REGLE))
                .extracting(Quorum::sieges, Quorum::presents, Quorum::necessaires)
                .containsExactly(4, 3, 3);
        assertThat(Quorum.duPoint(seance(), point(c), REGLE))
                .extracting(Quorum::sieges, Quorum::presents, Quorum::necessaires)
                .containsExactly(3, 2, 2);
        assertThat(Quorum.duPoint(seance(), point(c), REGLE).atteint()).isTrue();
    }

    @Test
    void un_deport_peut_faire_perdre_le_quorum_d_un_dossier() {
        Membre a = membre("a", ALLOCATAIRE, Presence.PRESENT, null);
        membre("b", ALLOCATAIRE, Presence.ABSENT, null);
        membre("c", PROFESSIONNEL, Presence.PRESENT, null);
        assertThat(Quorum.duPoint(seance(), point(), REGLE).atteint()).isTrue();
        Quorum sans = Quorum.duPoint(seance(), point(a), REGLE);
        assertThat(sans.atteint()).isFalse();
        assertThat(sans.manques()).hasSize(2);
    }

    @Test
    void le_suppleant_deporte_laisse_aussi_le_siege_vide() {
        membre("a", ALLOCATAIRE, Presence.PRESENT, null);
        Membre c = membre("c", PROFESSIONNEL, Presence.ABSENT, null);
        Membre d = membre("suppléant de c", PROFESSIONNEL, Presence.PRESENT, c);
        membre("e", PROFESSIONNEL, Presence.PRESENT, null);
        assertThat(Quorum.duPoint(seance(), point(d), REGLE))
                .extracting(Quorum::sieges, Quorum::presents)
                .containsExactly(2, 2);
    }

    @Test
    void une_seance_sans_membre_ne_delibere_jamais() {
        assertThat(Quorum.deLaSeance(seance(), REGLE).atteint()).isFalse();
    }

    @Test
    void la_composition_compte_les_titulaires_de_chaque_qualite() {
        Membre a = membre("a", ALLOCATAIRE, Presence.NON_NOTEE, null);
        membre("suppléant", ALLOCATAIRE, Presence.NON_NOTEE, a);
        assertThat(Composition.manques(seance(), REGLE))
                .containsExactly(
                        "« Allocataire » : il en faut 2, il y en a 1", "« Professionnel » : il en faut 1, il y en a 0");
        membre("b", ALLOCATAIRE, Presence.NON_NOTEE, null);
        membre("c", PROFESSIONNEL, Presence.NON_NOTEE, null);
        assertThat(Composition.manques(seance(), REGLE)).isEmpty();
    }

    private static Quorum cai(List<Membre> jury, Membre... deportes) {
        SeanceVue seance = SeancesDEssai.seance(jury, List.of(), List.of());
        return Quorum.duPoint(seance, SeancesDEssai.point(1, deportes), CAI);
    }

    private static List<Membre> sans(int... absents) {
        List<Membre> jury = new ArrayList<>(SeancesDEssai.jury());
        for (int absent : absents) {
            jury.set(absent, jury.get(absent).devient(Presence.ABSENT));
        }
        return jury;
    }

    @Test
    void la_cai_delibere_a_quatre_des_sept_sieges_dont_un_allocataire() {
        assertThat(Composition.manques(SeancesDEssai.seance(sans(), List.of(), List.of()), CAI))
                .isEmpty();
        assertThat(cai(sans()))
                .extracting(Quorum::sieges, Quorum::presents, Quorum::necessaires, Quorum::atteint)
                .containsExactly(7, 7, 4, true);
        assertThat(cai(sans(0, 1, 3)).atteint()).isTrue();
        assertThat(cai(sans(0, 1, 3, 5)).manques()).containsExactly("il faut 4 membres présents sur 7, il y en a 3");
    }

    @Test
    void la_cai_sans_allocataire_ne_delibere_pas_meme_quand_les_deux_sont_sortis() {
        List<Membre> jury = sans();
        String manque = "il faut au moins 1 « Représentant des allocataires » présent, il y en a 0";
        assertThat(cai(sans(3, 4)).manques()).containsExactly(manque);
        assertThat(cai(jury, jury.get(3)).atteint()).isTrue();
        assertThat(cai(jury, jury.get(3), jury.get(4)).manques()).containsExactly(manque);
    }

    @Test
    void deux_deports_peuvent_faire_perdre_le_quorum_de_la_cai() {
        List<Membre> jury = sans(0, 1, 2);
        assertThat(cai(jury))
                .extracting(Quorum::presents, Quorum::necessaires, Quorum::atteint)
                .containsExactly(4, 4, true);
        assertThat(cai(jury, jury.get(5), jury.get(6)))
                .extracting(Quorum::sieges, Quorum::presents, Quorum::necessaires, Quorum::atteint)
                .containsExactly(5, 2, 3, false);
    }
}
