package fr.jalon.commun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChiffrementTest {

    private static final byte[] CLAIR = "Texte inventé à garder secret 🙂".getBytes(StandardCharsets.UTF_8);
    private final Chiffrement chiffrement = new Chiffrement(cle((byte) 7));

    @Test
    void rend_le_texte_chiffre_dans_son_contexte() {
        byte[] chiffre = chiffrement.chiffrer(CLAIR, "nir:42");
        assertThat(chiffrement.dechiffrer(chiffre, "nir:42")).isEqualTo(CLAIR);
        assertThat(new String(chiffre, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        assertThat(chiffrement.dechiffrer(chiffrement.chiffrer(new byte[0], "x"), "x"))
                .isEmpty();
    }

    @Test
    void refuse_un_autre_contexte_une_autre_cle_et_chaque_octet_change() {
        byte[] chiffre = chiffrement.chiffrer(CLAIR, "nir:42");
        refuse(chiffrement, chiffre, "nir:43");
        refuse(new Chiffrement(cle((byte) 8)), chiffre, "nir:42");
        for (int i = 0; i < chiffre.length; i++) {
            byte[] change = chiffre.clone();
            change[i] ^= 1;
            refuse(chiffrement, change, "nir:42");
        }
        refuse(chiffrement, Arrays.copyOf(chiffre, chiffre.length - 1), "nir:42");
        refuse(chiffrement, Arrays.copyOf(chiffre, 5), "nir:42");
        refuse(chiffrement, new byte[0], "nir:42");
    }

    @Test
    void le_meme_texte_donne_chaque_fois_d_autres_octets() {
        Set<String> vus = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            vus.add(Base64.getEncoder().encodeToString(chiffrement.chiffrer(CLAIR, "x")));
        }
        assertThat(vus).hasSize(500);
    }

    @Test
    void une_cle_de_fichier_ouvre_son_fichier_et_aucun_autre() {
        byte[] cle = chiffrement.nouvelleCle();
        byte[] chiffre = chiffrement.chiffrerAvec(cle, CLAIR, "fichier:1");
        assertThat(chiffrement.dechiffrerAvec(cle, chiffre, "fichier:1")).isEqualTo(CLAIR);
        assertThatThrownBy(() -> chiffrement.dechiffrerAvec(chiffrement.nouvelleCle(), chiffre, "fichier:1"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void l_empreinte_depend_de_la_cle_et_ne_dit_rien_de_la_valeur() {
        assertThat(chiffrement.empreinte("290043512345678"))
                .isEqualTo(chiffrement.empreinte("290043512345678"))
                .isNotEqualTo(new Chiffrement(cle((byte) 8)).empreinte("290043512345678"))
                .matches("[0-9a-f]{64}")
                .doesNotContain("2900435");
    }

    @Test
    void refuse_une_cle_maitresse_trop_courte() {
        assertThatThrownBy(() -> new Chiffrement("trop court")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Chiffrement(Base64.getEncoder().encodeToString(new byte[16])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 octets");
    }

    private static void refuse(Chiffrement avec, byte[] chiffre, String contexte) {
        assertThatThrownBy(() -> avec.dechiffrer(chiffre, contexte)).isInstanceOf(IllegalStateException.class);
    }

    private static String cle(byte graine) {
        byte[] octets = new byte[32];
        Arrays.fill(octets, graine);
        return Base64.getEncoder().encodeToString(octets);
    }
}
