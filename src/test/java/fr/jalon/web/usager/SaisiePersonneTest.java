package fr.jalon.web.usager;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaisiePersonneTest {

    @Test
    void les_mots_qui_n_ont_trouve_personne_commencent_la_fiche() {
        SaisiePersonne saisie = SaisiePersonne.cherchee(" chimère-ubac  ana  maria 14/3/1986 ");
        assertThat(saisie.nom()).isEqualTo("Chimère-ubac");
        assertThat(saisie.prenoms()).isEqualTo("Ana Maria");
        assertThat(saisie.dateNaissance()).isEqualTo("14/03/1986");
        assertThat(saisie.langue()).isEqualTo("fr");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Mme Diallo Awa née le 14/03/1986, MME, Diallo, Awa, 14/03/1986, -",
                "diallo awa 14 03 1986, -, Diallo, Awa, 14/03/1986, -",
                "14 03 1986, -, -, -, 14/03/1986, -",
                "Diallo (1986), -, Diallo, -, 1986, -",
                "diallo awa 14 mars 1986, -, Diallo, Awa, 14/03/1986, -",
                "14031986, -, -, -, 14/03/1986, -",
                "06 11 22 33 44, -, -, -, -, 06 11 22 33 44",
                "M, -, M, -, -, -",
                "Né Fatou, -, Né, Fatou, -, -"
            })
    void ce_qui_n_est_pas_le_nom_va_a_sa_place(
            String mots, String civilite, String nom, String prenoms, String naissance, String telephone) {
        SaisiePersonne saisie = SaisiePersonne.cherchee(mots);
        assertThat(saisie.civilite()).isEqualTo(civilite);
        assertThat(saisie.nom()).isEqualTo(nom);
        assertThat(saisie.prenoms()).isEqualTo(prenoms);
        assertThat(saisie.dateNaissance()).isEqualTo(naissance);
        assertThat(saisie.telephone()).isEqualTo(telephone);
    }

    @Test
    void sans_mot_la_fiche_est_vide() {
        SaisiePersonne saisie = SaisiePersonne.cherchee("");
        assertThat(saisie.nom()).isNull();
        assertThat(saisie.prenoms()).isNull();
        assertThat(saisie.dateNaissance()).isNull();
    }
}
