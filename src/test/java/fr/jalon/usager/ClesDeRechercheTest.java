package fr.jalon.usager;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Names and contacts made comparable, the same for the search and for the duplicates. */
class ClesDeRechercheTest {

    @Test
    void les_noms_se_trouvent_separes_et_colles() {
        assertThat(ClesDeRecherche.mots("Ben Kaddour", "O’Sullivan", "Fatima Zohra")
                        .split(" "))
                .contains(
                        "ben",
                        "kaddour",
                        "fatima",
                        "zohra",
                        "sullivan",
                        "benkaddourfatimazohra",
                        "osullivan",
                        "fatimazohra");
    }

    @Test
    void une_recherche_se_recolle_de_toutes_les_facons() {
        assertThat(ClesDeRecherche.recollages(List.of("zohra", "ben", "kaddour")))
                .containsExactlyInAnyOrder(
                        List.of("zohra", "ben", "kaddour"),
                        List.of("zohraben", "kaddour"),
                        List.of("zohra", "benkaddour"),
                        List.of("zohrabenkaddour"));
        assertThat(ClesDeRecherche.recollages(List.of("isik"))).containsExactly(List.of("isik"));
    }

    @Test
    void les_contacts_ont_une_seule_forme() {
        assertThat(ClesDeRecherche.contacts("06 11 22 33 44", "+33 (0)2 99 00 00 00", " FZ@Exemple.invalid "))
                .containsExactly("t0611223344", "t0299000000", "mfz@exemple.invalid");
        assertThat(ClesDeRecherche.contacts(null, null, null)).isEmpty();
    }
}
