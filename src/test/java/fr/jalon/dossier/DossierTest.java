package fr.jalon.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DossierTest {

    private static final LocalDate DEPOT = LocalDate.of(2026, 6, 1);
    private static final Instant MAINTENANT = Instant.parse("2026-06-01T07:00:00Z");

    private final Dossier dossier = new Dossier(
            "RSA-2026-000123",
            new Ouverture("RSA", UUID.randomUUID(), Canal.PAPIER, DEPOT, Agent.JALON),
            "KLEBER",
            MAINTENANT);

    @Test
    void s_ouvre_en_instruction_avec_ce_qui_a_ete_recu() {
        DossierVue vue = dossier.vue();
        assertThat(vue.numero()).isEqualTo("RSA-2026-000123");
        assertThat(vue.etat()).isEqualTo(EtatDossier.EN_INSTRUCTION);
        assertThat(vue.canal()).isEqualTo(Canal.PAPIER);
        assertThat(vue.deposeLe()).isEqualTo(DEPOT);
        assertThat(vue.creePar()).isEqualTo("jalon");
        assertThat(vue.clos()).isFalse();
    }

    @Test
    void attend_la_personne_puis_reprend_avec_ses_dates_decalees() {
        dossier.regler(HorlogeLegale.de(DEPOT.plusDays(10), DEPOT.plusDays(60)));
        dossier.suspendre(DEPOT.plusDays(2), "pièces demandées à la personne", EtatDossier.ATTENTE_PERSONNE);
        assertThat(dossier.vue().etat()).isEqualTo(EtatDossier.ATTENTE_PERSONNE);
        assertThat(dossier.vue().motifSuspension()).isEqualTo("pièces demandées à la personne");

        dossier.reprendre(DEPOT.plusDays(9));
        assertThat(dossier.vue().etat()).isEqualTo(EtatDossier.EN_INSTRUCTION);
        assertThat(dossier.vue().motifSuspension()).isNull();
        assertThat(dossier.vue().horloge().limite()).isEqualTo(DEPOT.plusDays(60));
        assertThat(dossier.vue().horloge().joursSuspendus()).isEqualTo(7);
    }

    @Test
    void se_clot_avec_son_issue_et_ne_reste_suspendu_a_rien() {
        dossier.noterEtape("Recevoir les pièces");
        dossier.suspendre(DEPOT, "pièces demandées à la personne", EtatDossier.ATTENTE_PERSONNE);
        dossier.clore(Issue.DESISTEMENT, MAINTENANT);
        DossierVue vue = dossier.vue();
        assertThat(vue.clos()).isTrue();
        assertThat(vue.issue()).isEqualTo(Issue.DESISTEMENT);
        assertThat(vue.closLe()).isEqualTo(MAINTENANT);
        assertThat(vue.etape()).isNull();
        assertThat(vue.horloge().suspendue()).isFalse();
    }

    @Test
    void devient_urgent_avec_son_motif() {
        dossier.rendreUrgent("Plus rien pour manger");
        assertThat(dossier.vue().urgent()).isTrue();
        assertThat(dossier.vue().motifUrgence()).isEqualTo("Plus rien pour manger");
    }

    @Test
    void une_ligne_d_histoire_trop_longue_est_coupee_entre_deux_caracteres() {
        EvenementDossier ligne =
                new EvenementDossier(UUID.randomUUID(), MAINTENANT, Agent.JALON, "NOTE", "🙂".repeat(2_500), null);
        assertThat(ligne.vue().texte()).endsWith("🙂…");
        assertThat(ligne.vue().texte().codePointCount(0, ligne.vue().texte().length()))
                .isEqualTo(2_000);
    }
}
