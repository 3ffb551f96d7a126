package fr.jalon.piece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.commun.FileDesLectures;
import fr.jalon.commun.SaisieInvalide;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a PDF becomes once it is unfolded is counted as the reader of an agent would unfold it, not as it says. */
class PdfDeplieTest {

    private static final ControleFichier CONTROLE =
            new ControleFichier(new LecteurIsole(Duration.ofSeconds(20), new FileDesLectures()));

    @Test
    void mesure_ce_que_les_pages_deplient() {
        refuse(FichiersPieges.pdfAuContenuDeplie(300), "trop gros une fois ouvert");
        byte[] permis = FichiersPieges.pdfAuContenuDeplie(20);
        assertThat(CONTROLE.controler(permis).octets()).isEqualTo(permis);
        refuse(
                FichiersPieges.pdf(FichiersPieges.catalogue("/X 7 0 R")
                        + "7 0 obj\n<</Subtype/Image/Width 20000/Height 20000/Length 0>>stream\n\nendstream\nendobj\n"),
                "40 millions de pixels");
    }

    @Test
    void un_contenu_replie_deux_ou_trois_fois_se_mesure_jusqu_au_bout() {
        byte[] deuxFois = FichiersPieges.replie(FichiersPieges.replie(600));
        assertThat(deuxFois.length).isLessThan(10_000);
        refuse(dessin("/FlateDecode/FlateDecode", deuxFois), "trop gros une fois ouvert");
        refuse(dessin("/Fl/FlateDecode/Fl", FichiersPieges.replie(deuxFois)), "trop gros une fois ouvert");
        refuse(dessin("/ASCIIHexDecode/FlateDecode", enHexadecimal(FichiersPieges.replie(300))), "trop gros");
        byte[] permis = dessin("/ASCIIHexDecode/FlateDecode", enHexadecimal(FichiersPieges.replie(20)));
        assertThat(CONTROLE.controler(permis).octets()).isEqualTo(permis);
    }

    @Test
    void ce_qui_se_deplie_avant_une_photo_compte_aussi() {
        refuse(dessin("/FlateDecode/DCTDecode", FichiersPieges.replie(300)), "trop gros une fois ouvert");
    }

    /** A reader shows a damaged stream up to its fault: twenty of them are twenty times as much. */
    @Test
    void un_contenu_abime_compte_pour_ce_qu_il_deplie_avant_sa_faute() {
        byte[] entier = FichiersPieges.replie(100);
        byte[] abime = Arrays.copyOf(entier, entier.length - 8);
        refuse(
                FichiersPieges.pdfDeDessins("/FlateDecode", Collections.nCopies(20, abime)),
                "trop gros une fois ouvert");
    }

    private static byte[] dessin(String filtres, byte[] octets) {
        return FichiersPieges.pdfDeDessins(filtres, List.of(octets));
    }

    private static byte[] enHexadecimal(byte[] octets) {
        return (HexFormat.of().formatHex(octets) + ">").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void refuse(byte[] octets, String mot) {
        assertThatThrownBy(() -> CONTROLE.controler(octets))
                .isInstanceOf(SaisieInvalide.class)
                .hasMessageContaining(mot);
    }
}
