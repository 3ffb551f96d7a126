package fr.jalon.web.usager;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SaisiePersonneTest {

    @Test
    void les_mots_qui_n_ont_trouve_personne_commencent_la_fiche() {
        SaisiePersonne saisie = SaisiePersonne.cherchee(" chimère-ubac  ana  maria 14/3/1986 ");
        assertThat(saisie.nom()).isEqualTo("Chimère-ubac");
        assertThat(saisie.prenoms()).isEqualTo("Ana Maria");
        assertThat(saisie.dateNaissance()).isEqualTo("14/03/1986");
        assertThat(saisie.langue()).isEqualTo("fr");
    }

    @Test
    void sans_mot_la_fiche_est_vide() {
        SaisiePersonne saisie = SaisiePersonne.cherchee("");
        assertThat(saisie.nom()).isNull();
        assertThat(saisie.prenoms()).isNull();
        assertThat(saisie.dateNaissance()).isNull();
    }
}
