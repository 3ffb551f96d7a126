package fr.jalon.importation.personne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.jalon.usager.Doublon;
import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RapprochementPersonneTest {

    private static final LocalDate NAISSANCE = LocalDate.of(1986, 3, 14);

    private final Personnes personnes = mock(Personnes.class);
    private final RapprochementPersonne rapprochement = new RapprochementPersonne(personnes);

    @Test
    void une_inconnue_est_nouvelle_et_ses_ressemblances_sont_montrees() {
        Doublon proche = new Doublon(personne("Inventé", "Zoé", null), "nom qui se prononce pareil", false);
        when(personnes.doublons(any())).thenReturn(List.of(proche));

        RapprochementPersonne.Resultat resultat = rapprochement.chercher(fiche("Inventée", null));

        assertThat(resultat.connue()).isEmpty();
        assertThat(resultat.proches()).containsExactly(proche);
    }

    @Test
    void reconnait_le_meme_nom_sans_accent_et_la_meme_naissance() {
        PersonneVue connue = personne("INVENTEE", "Zoe", null);
        when(personnes.doublons(any())).thenReturn(List.of(new Doublon(connue, "même nom", false)));

        assertThat(rapprochement.chercher(fiche("Inventée", null)).connue()).contains(connue);
    }

    @Test
    void refuse_de_choisir_entre_deux_homonymes() {
        when(personnes.doublons(any()))
                .thenReturn(List.of(
                        new Doublon(personne("Inventée", "Zoé", null), "même nom", false),
                        new Doublon(personne("Inventée", "Zoé", null), "même nom", false)));

        assertThatThrownBy(() -> rapprochement.chercher(fiche("Inventée", null)))
                .hasMessageContaining("Plusieurs personnes");
    }

    @Test
    void refuse_un_numero_de_securite_sociale_qui_contredit_la_fiche() {
        when(personnes.doublons(any()))
                .thenReturn(List.of(new Doublon(personne("Inventée", "Zoé", "• •• 12"), "même nom", false)));
        assertThatThrownBy(() -> rapprochement.chercher(fiche("Inventée", "285033599912353")))
                .hasMessageContaining("un autre numéro");

        when(personnes.doublons(any()))
                .thenReturn(List.of(new Doublon(personne("Autre", "Ana", "• •• 53"), "même numéro", true)));
        assertThatThrownBy(() -> rapprochement.chercher(fiche("Inventée", "285033599912353")))
                .hasMessageContaining("est celui de Ana Autre, née le 14 mars 1986");
    }

    @Test
    void une_case_vide_ne_change_rien_et_l_identite_connue_reste() {
        PersonneVue connue = personne("INVENTEE", "Zoe", null);
        FichePersonne lue = new FichePersonne(
                "M", "Inventée", "Zoé", NAISSANCE, "12, Allée  Imaginaire", null, "0261910001", null, null, null);

        assertThat(RapprochementPersonne.changements(connue, lue)).isEmpty();
        FichePersonne fusion = RapprochementPersonne.fusionner(connue, lue);
        assertThat(fusion.nom()).isEqualTo("INVENTEE");
        assertThat(fusion.civilite()).isEqualTo("MME");
        assertThat(fusion.quartier()).isEqualTo("Q1");
        assertThat(fusion.courriel()).isEqualTo("zoe@exemple.invalid");
    }

    @Test
    void nomme_ce_qui_change() {
        FichePersonne lue = new FichePersonne(
                "MME",
                "Inventée",
                "Zoé",
                NAISSANCE,
                "1 rue de l'Exemple",
                "Q2",
                "06 39 98 00 01",
                "autre@exemple.invalid",
                "ar",
                "285033599912353");

        assertThat(RapprochementPersonne.changements(personne("Inventée", "Zoé", null), lue))
                .containsExactly(
                        "adresse", "quartier", "téléphone", "courriel", "langue", "numéro de sécurité sociale");
    }

    private static FichePersonne fiche(String nom, String nir) {
        return new FichePersonne("MME", nom, "Zoé", NAISSANCE, "12 allée Imaginaire", "Q1", null, null, null, nir);
    }

    private static PersonneVue personne(String nom, String prenoms, String nirMasque) {
        return new PersonneVue(
                UUID.randomUUID(),
                "MME",
                nom,
                prenoms,
                NAISSANCE,
                "12 allée Imaginaire",
                "Q1",
                "KLEBER",
                "02 61 91 00 01",
                "zoe@exemple.invalid",
                "fr",
                nirMasque,
                null,
                0);
    }
}
