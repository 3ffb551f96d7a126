package fr.jalon.seance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.decision.MoteurDecisionFichiers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A proxy: one for each holder, counted once, worth nothing on an item that its holder or its giver left, nothing at the quorum. */
class PouvoirsTest {

    private static final RegleInstance CAI = SeancesDEssai.instances(new MoteurDecisionFichiers())
            .regle(SeancesDEssai.INSTANCE, LocalDate.of(2026, 6, 12));
    private static final RegleInstance EQUIPE = SeancesDEssai.instances(new MoteurDecisionFichiers())
            .regle("EQUIPE_PLURIDISCIPLINAIRE", LocalDate.of(2026, 6, 12));

    private final List<Membre> jury = new ArrayList<>(SeancesDEssai.jury());

    private Seance seance(Point... points) {
        return Seance.de(SeancesDEssai.seance(jury, List.of(points), List.of()));
    }

    private void part(int... sieges) {
        for (int siege : sieges) {
            jury.set(siege, jury.get(siege).devient(Presence.ABSENT));
        }
    }

    private Pouvoir a(int siege) {
        return new Pouvoir(jury.get(siege).id(), "courriel du 3 juin 2026", "secretariat", SeancesDEssai.DEBUT);
    }

    private UUID id(int siege) {
        return jury.get(siege).id();
    }

    private static List<String> votants(Seance s, Point point) {
        return Quorum.votants(s.vue(), point, CAI).stream().map(Membre::nom).toList();
    }

    @Test
    void un_siege_represente_vote_et_ne_compte_pas_au_quorum() {
        part(0, 1, 2, 3);
        Point point = SeancesDEssai.point(1);
        Seance s = seance(point);
        assertThat(votants(s, point)).containsExactly("Juré 5", "Juré 6", "Juré 7");
        s.donnerPouvoir(id(0), a(4), CAI);
        assertThat(votants(s, point)).containsExactly("Juré 1", "Juré 5", "Juré 6", "Juré 7");
        assertThat(Quorum.duPoint(s.vue(), point, CAI))
                .extracting(Quorum::presents, Quorum::necessaires, Quorum::atteint)
                .containsExactly(3, 4, false);
        RegleInstance auQuorum = new RegleInstance(
                CAI.code(),
                CAI.libelle(),
                CAI.prefixe(),
                CAI.quorumPart(),
                CAI.convocationJours(),
                CAI.horizonMois(),
                CAI.deLaVille(),
                CAI.auScrutin(),
                1,
                true,
                2,
                CAI.qualites());
        assertThat(Quorum.duPoint(s.vue(), point, auQuorum))
                .as("sauf si la table le dit")
                .extracting(Quorum::presents, Quorum::atteint)
                .containsExactly(4, true);
    }

    @Test
    void un_pouvoir_ne_vaut_rien_sur_un_dossier_d_ou_l_un_des_deux_est_sorti() {
        part(0);
        Point porteurSorti = SeancesDEssai.point(1, jury.get(4));
        Point mandantSorti = SeancesDEssai.point(2, jury.get(0));
        Point libre = SeancesDEssai.point(3);
        Seance s = seance(porteurSorti, mandantSorti, libre);
        s.donnerPouvoir(id(0), a(4), CAI);
        assertThat(votants(s, porteurSorti)).doesNotContain("Juré 1", "Juré 5");
        assertThat(votants(s, mandantSorti)).doesNotContain("Juré 1").contains("Juré 5");
        assertThat(votants(s, libre)).contains("Juré 1", "Juré 5");
    }

    @Test
    void un_membre_sorti_de_tous_les_dossiers_ne_recoit_pas_de_pouvoir() {
        part(0);
        Seance s = seance(SeancesDEssai.point(1, jury.get(4)));
        assertThatThrownBy(() -> s.donnerPouvoir(id(0), a(4), CAI))
                .isInstanceOf(SaisieInvalide.class)
                .hasMessageContaining("déporté");
    }

    @Test
    void le_titulaire_qui_vient_ou_son_suppleant_vote_et_le_siege_ne_compte_qu_une_fois() {
        part(0);
        Point point = SeancesDEssai.point(1);
        Seance s = seance(point);
        s.donnerPouvoir(id(0), a(4), CAI);
        assertThat(votants(s, point)).hasSize(7).doesNotHaveDuplicates();
        List<Membre> venu = s.vue().membres().stream()
                .map(m -> m.id().equals(id(0)) ? m.devient(Presence.PRESENT) : m)
                .toList();
        assertThat(Quorum.votants(SeancesDEssai.seance(venu, List.of(point), List.of()), point, CAI))
                .hasSize(7);
        List<Membre> remplace = new ArrayList<>(s.vue().membres());
        remplace.add(SeancesDEssai.membre("Suppléante 1", "DISPOSITIFS", Presence.PRESENT, jury.get(0)));
        assertThat(Quorum.votants(SeancesDEssai.seance(remplace, List.of(point), List.of()), point, CAI))
                .extracting(Membre::nom)
                .hasSize(7)
                .contains("Suppléante 1")
                .doesNotContain("Juré 1");
    }

    @Test
    void un_porteur_absent_ne_vote_pour_personne() {
        part(0, 4);
        Point point = SeancesDEssai.point(1);
        Seance s = seance(point);
        s.donnerPouvoir(id(0), a(4), CAI);
        assertThat(votants(s, point)).hasSize(5);
    }

    private void refuse(Seance s, int mandant, Pouvoir pouvoir, String champ, String pourquoi) {
        assertThatThrownBy(() -> s.donnerPouvoir(id(mandant), pouvoir, CAI))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs()).singleElement().satisfies(x -> {
                            assertThat(x.champ()).isEqualTo(champ);
                            assertThat(x.message()).contains(pourquoi);
                        }));
    }

    @Test
    void un_porteur_un_pouvoir_et_jamais_en_chaine() {
        part(0, 1, 2);
        Seance s = seance(SeancesDEssai.point(1));
        s.donnerPouvoir(id(0), a(4), CAI);
        refuse(s, 1, a(4), "mandataire", "porte déjà un pouvoir");
        refuse(s, 0, a(5), "mandant", "déjà donné");
        refuse(s, 1, a(0), "mandataire", "a donné son propre pouvoir");
        refuse(s, 3, a(5), "mandant", "noté présent");
        refuse(s, 1, a(1), "mandataire", "un autre membre");
        refuse(s, 1, new Pouvoir(id(5), " ", "x", SeancesDEssai.DEBUT), "ecrit", "Écrivez");
        s.donnerPouvoir(id(1), a(2), CAI);
        refuse(s, 2, a(5), "mandant", "porte un pouvoir");
        s.reprendrePouvoir(id(1));
        s.donnerPouvoir(id(2), a(5), CAI);
        assertThatThrownBy(() -> s.reprendrePouvoir(id(1))).isInstanceOf(Conflit.class);
    }

    @Test
    void sans_pouvoir_dans_la_table_personne_n_en_donne() {
        part(0);
        Seance s = seance(SeancesDEssai.point(1));
        assertThat(EQUIPE.pouvoirs()).isZero();
        assertThatThrownBy(() -> s.donnerPouvoir(id(0), a(4), EQUIPE))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("ne permet pas");
        s.donnerPouvoir(id(0), a(4), CAI);
        assertThat(Quorum.votants(s.vue(), SeancesDEssai.point(1), EQUIPE)).hasSize(6);
    }

    @Test
    void un_siege_lie_par_un_pouvoir_ne_se_retire_pas() {
        part(0);
        SeanceVue convoquee = SeancesDEssai.convoquee(jury);
        Seance s = Seance.de(convoquee);
        s.donnerPouvoir(id(0), a(4), CAI);
        assertThatThrownBy(() -> s.lever(id(0))).isInstanceOf(Conflit.class);
        assertThatThrownBy(() -> s.lever(id(4))).isInstanceOf(Conflit.class);
        s.reprendrePouvoir(id(0));
        s.lever(id(4));
    }
}
