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
import fr.jalon.usager.Ressemblance;
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
        Doublon proche = new Doublon(
                personne("Inventé", "Zoé", null), "nom qui se prononce pareil", false, Ressemblance.PROBABLE);
        when(personnes.doublons(any(), any())).thenReturn(List.of(proche));

        RapprochementPersonne.Resultat resultat = rapprochement.chercher(fiche("Inventée", null), null, null);

        assertThat(resultat.connue()).isEmpty();
        assertThat(resultat.proches()).containsExactly(proche);
    }

    @Test
    void reconnait_le_meme_nom_sans_accent_et_la_meme_naissance() {
        PersonneVue connue = personne("INVENTEE", "Zoe", null);
        when(personnes.doublons(any(), any()))
                .thenReturn(List.of(new Doublon(connue, "même nom", false, Ressemblance.MEME)));

        assertThat(rapprochement.chercher(fiche("Inventée", null), null, null).connue())
                .contains(connue);
    }

    @Test
    void refuse_de_choisir_entre_deux_homonymes() {
        when(personnes.doublons(any(), any()))
                .thenReturn(List.of(
                        new Doublon(personne("Inventée", "Zoé", null), "même nom", false, Ressemblance.MEME),
                        new Doublon(personne("Inventée", "Zoé", null), "même nom", false, Ressemblance.MEME)));

        assertThatThrownBy(() -> rapprochement.chercher(fiche("Inventée", null), null, null))
                .hasMessageContaining("Est-ce la même personne")
                .hasMessageContaining("la référence de la bonne personne");
    }

    @Test
    void qui_porte_le_meme_numero_sous_un_autre_nom_est_a_confirmer_et_la_reponse_decide() {
        PersonneVue connue = personne("Autre", "Ana", "• •• 53");
        when(personnes.doublons(any(), any()))
                .thenReturn(List.of(new Doublon(connue, "même numéro", true, Ressemblance.A_CHOISIR)));
        FichePersonne lue = fiche("Inventée", "285033599912353");
        assertThatThrownBy(() -> rapprochement.chercher(lue, null, null))
                .hasMessageContaining("Est-ce la même personne ? Ana Autre, née le 14 mars 1986")
                .hasMessageContaining("oui si c'est elle");
        assertThat(rapprochement.chercher(lue, "oui", null).connue()).contains(connue);
        assertThat(rapprochement.chercher(lue, connue.reference(), null).connue())
                .contains(connue);
        assertThatThrownBy(() -> rapprochement.chercher(lue, "non", null))
                .hasMessageContaining("est celui de Ana Autre, née le 14 mars 1986");
        assertThatThrownBy(() -> rapprochement.chercher(lue, "peut-être", null)).hasMessageContaining("référence");
    }

    @Test
    void un_homonyme_attend_une_reponse_et_non_en_fait_quelqu_un_d_autre() {
        Doublon homonyme = new Doublon(personne("Inventée", "Zoé", null), "même nom", false, Ressemblance.A_CHOISIR);
        when(personnes.doublons(any(), any())).thenReturn(List.of(homonyme));
        FichePersonne lue = fiche("Inventée", null);
        assertThatThrownBy(() -> rapprochement.chercher(lue, null, null))
                .hasMessageContaining("Rien n'est écrit avant votre réponse");
        assertThat(rapprochement.chercher(lue, "Non", null).connue()).isEmpty();
        assertThat(rapprochement.chercher(lue, "OUI", null).connue()).contains(homonyme.personne());
        assertThat(RapprochementPersonne.distinction(lue, "non")).isNotEmpty();
        assertThat(RapprochementPersonne.distinction(lue, null)).isEmpty();
    }

    @Test
    void le_nom_d_epouse_devient_le_nom_d_usage_et_l_ancien_reste_le_nom_de_naissance() {
        PersonneVue connue = personne("Naissance-Exemple", "Line", "• •• 69");
        FichePersonne lue = fiche("Epouse-Exemple", null);
        FichePersonne fusion = RapprochementPersonne.fusionner(connue, lue);
        assertThat(fusion.nom()).isEqualTo("Epouse-Exemple");
        assertThat(fusion.nomNaissance()).isEqualTo("Naissance-Exemple");
        assertThat(RapprochementPersonne.changements(connue, lue)).contains("nom d'usage", "nom de naissance");
    }

    @Test
    void un_numero_nouveau_passe_devant_et_aucun_ne_se_perd() {
        PersonneVue connue = personne("Inventée", "Zoé", null);
        FichePersonne lue = new FichePersonne(
                "MME", "Inventée", "Zoé", NAISSANCE, null, null, "06 39 98 00 01, 02.61.91.00.01", null, null, null);
        FichePersonne fusion = RapprochementPersonne.fusionner(connue, lue);
        assertThat(fusion.telephone()).isEqualTo("06 39 98 00 01");
        assertThat(fusion.autresTelephones()).isEqualTo("02 61 91 00 01");
        assertThat(fusion.adresse()).isEqualTo("12 allée Imaginaire");
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
                        "adresse",
                        "quartier",
                        "téléphone",
                        "autres téléphones",
                        "courriel",
                        "langue",
                        "numéro de sécurité sociale");
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
