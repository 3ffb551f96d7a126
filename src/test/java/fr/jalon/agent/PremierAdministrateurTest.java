package fr.jalon.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class PremierAdministrateurTest {

    private final Comptes comptes = mock(Comptes.class);

    @Test
    void une_installation_neuve_recoit_un_administrateur_qui_devra_changer_son_mot_de_passe() {
        new PremierAdministrateur(comptes, "admin.ccas", "un-premier-mot-long-2026").run(null);
        ArgumentCaptor<NouveauCompte> compte = ArgumentCaptor.forClass(NouveauCompte.class);
        ArgumentCaptor<Agent> auteur = ArgumentCaptor.forClass(Agent.class);
        verify(comptes).creer(compte.capture(), eq("un-premier-mot-long-2026"), auteur.capture());
        assertThat(compte.getValue().roles()).containsExactly(Role.ADMIN);
        assertThat(auteur.getValue())
                .as("seul Jalon fait un compte dont le mot de passe reste")
                .isNotEqualTo(Agent.JALON);
    }

    @Test
    void rien_n_est_cree_quand_un_compte_existe_ou_quand_rien_n_est_donne() {
        new PremierAdministrateur(comptes, "", "").run(null);
        when(comptes.tous()).thenReturn(List.of(new CompteVue(Agent.JALON, true, 0, null)));
        new PremierAdministrateur(comptes, "admin.ccas", "un-premier-mot-long-2026").run(null);
        verify(comptes, never()).creer(any(), any(), any());
    }
}
