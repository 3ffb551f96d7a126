package fr.jalon.web.corbeille;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.Role;
import fr.jalon.corbeille.CriteresCorbeille;
import fr.jalon.corbeille.EtatEcheance;
import fr.jalon.corbeille.Ordre;
import fr.jalon.corbeille.Signe;
import fr.jalon.moteur.EtapeModele;
import fr.jalon.moteur.ModelesDeParcours;
import fr.jalon.web.commun.RecherchesEnSession;
import fr.jalon.web.corbeille.LectureDesFiltres.Lecture;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpSession;

class LectureDesFiltresTest {

    private final ModelesDeParcours modeles = mock(ModelesDeParcours.class);
    private final MockHttpSession session = new MockHttpSession();
    private final LectureDesFiltres lecture =
            new LectureDesFiltres(new Referentiel(modeles, mock(Antennes.class), mock(Comptes.class)));

    @BeforeEach
    void modeles() {
        when(modeles.dispositifs()).thenReturn(Map.of("RSA", "Demande de RSA", "CFA", "Conférence familiale"));
        when(modeles.etapes("RSA"))
                .thenReturn(List.of(new EtapeModele("UserTask_Instruire", "Instruire", "INSTRUCTEUR", "", "")));
        when(modeles.etapes("CFA")).thenReturn(List.of());
    }

    private static Agent agent(Role role) {
        return new Agent(UUID.randomUUID(), "zoe.essai", "Zoé", "Essai", "Agent", "KLEBER", Set.of(role));
    }

    private Lecture lire(Map<String, String> parametres) {
        return lecture.lire(ListeCorbeille.lire(parametres), session, agent(Role.INSTRUCTEUR));
    }

    @Test
    void chaque_filtre_est_compris() {
        Lecture lue = lire(Map.of(
                "dispositif", "RSA,CFA",
                "etape", "RSA:UserTask_Instruire",
                "antenne", "KLEBER",
                "echeance", "RETARD,BIENTOT",
                "signe", "URGENT",
                "depuis", "10",
                "du", "2026-05-01",
                "au", "2026-05-31",
                "tri", "-NOM,ANCIENNETE"));

        assertThat(lue.fautes()).isEmpty();
        CriteresCorbeille criteres = lue.filtre().criteres();
        assertThat(criteres.dispositifs()).containsExactly("RSA", "CFA");
        assertThat(criteres.etapes()).containsExactly("RSA:UserTask_Instruire");
        assertThat(criteres.echeances()).containsExactlyInAnyOrder(EtatEcheance.RETARD, EtatEcheance.BIENTOT);
        assertThat(criteres.signes()).containsExactly(Signe.URGENT);
        assertThat(criteres.arrivee().depuisPlusDe()).isEqualTo(10);
        assertThat(criteres.arrivee().du()).isEqualTo(LocalDate.of(2026, 5, 1));
        assertThat(lue.filtre().ordres())
                .containsExactly(new Ordre(Ordre.Cle.NOM, true), new Ordre(Ordre.Cle.ANCIENNETE, false));
    }

    @ParameterizedTest
    @CsvSource({
        "dispositif, PERDU, Aucun dispositif",
        "etape, UserTask_Perdue, Aucune étape",
        "etape, CFA:UserTask_Instruire, Aucune étape",
        "antenne, BLOSNE, ne voyez pas l'antenne",
        "detenteur, instructeur.kleber, Seuls les responsables",
        "echeance, DEMAIN, Aucune échéance",
        "signe, ROUGE, Aucun signe",
        "depuis, -1, un nombre de jours",
        "depuis, 9999, un nombre de jours",
        "du, 2026-02-30, n'est pas une date",
        "au, hier, n'est pas une date",
        "tri, COULEUR, On ne peut pas trier",
        "onglet, AILLEURS, Aucun onglet",
        "q, 12345678-1, ne voyage pas",
    })
    void ce_qui_est_demande_de_travers_est_dit(String filtre, String valeur, String faute) {
        assertThat(lire(Map.of(filtre, valeur)).fautes())
                .singleElement()
                .asString()
                .contains(faute);
    }

    @Test
    void un_filtre_de_500_caracteres_est_dit_sans_etre_recopie() {
        String long500 = "x".repeat(500);
        for (String filtre : List.of("dispositif", "etape", "antenne", "echeance", "signe", "du", "tri")) {
            assertThat(lire(Map.of(filtre, long500)).fautes())
                    .as(filtre)
                    .singleElement()
                    .asString()
                    .doesNotContain("x".repeat(50));
        }
        assertThat(lire(Map.of("dispositif", "x".repeat(5_000))).fautes())
                .singleElement()
                .asString()
                .contains("trop longue");
    }

    @Test
    void une_periode_a_l_envers_est_dite() {
        assertThat(lire(Map.of("du", "2026-06-02", "au", "2026-06-01")).fautes())
                .singleElement()
                .asString()
                .contains("avant son début");
    }

    @Test
    void les_mots_sont_ceux_de_la_session_et_de_nulle_autre() {
        String cle = RecherchesEnSession.garder(session, "inventée");
        assertThat(lire(Map.of("q", cle)).filtre().q()).isEqualTo("inventée");

        MockHttpSession autre = new MockHttpSession();
        RecherchesEnSession.garder(autre, "quelqu'un d'autre");
        Lecture chezLAutre = lecture.lire(ListeCorbeille.lire(Map.of("q", cle)), autre, agent(Role.INSTRUCTEUR));
        assertThat(chezLAutre.juste()).isFalse();
        assertThat(chezLAutre.filtre().q()).isNull();

        String trop = RecherchesEnSession.garder(session, "y".repeat(500));
        assertThat(lire(Map.of("q", trop)).fautes()).singleElement().asString().contains("200 caractères");
    }

    @Test
    void le_responsable_filtre_par_agent() {
        Lecture lue = lecture.lire(
                ListeCorbeille.lire(Map.of("detenteur", "instructeur.kleber")),
                session,
                agent(Role.RESPONSABLE_ANTENNE));
        assertThat(lue.fautes()).isEmpty();
        assertThat(lue.filtre().criteres().detenteurs()).containsExactly("instructeur.kleber");
    }

    @Test
    void ce_qui_a_disparu_des_modeles_est_laisse_de_cote_et_nomme() {
        LectureDesFiltres.SansDisparus reste = lecture.sansDisparus(
                ListeCorbeille.lire(Map.of(
                        "onglet", "A_MOI",
                        "dispositif", "RSA,PERDU",
                        "etape", "RSA:UserTask_Perdue,RSA:UserTask_Instruire")),
                agent(Role.INSTRUCTEUR));
        assertThat(reste.liste().valeurs("dispositif")).containsExactly("RSA");
        assertThat(reste.liste().valeurs("etape")).containsExactly("RSA:UserTask_Instruire");
        assertThat(reste.disparus()).containsExactly("dispositif « PERDU »", "étape « UserTask_Perdue »");
    }
}
