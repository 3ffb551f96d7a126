package fr.jalon.importation.lecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.commun.SaisieInvalide;
import fr.jalon.importation.TypeDeFichierRefuse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LecteurTableauTest {

    private static final class Recolte implements Receveur {

        private List<String> entetes;
        private final List<List<String>> rangees = new ArrayList<>();
        private final List<Integer> numeros = new ArrayList<>();

        @Override
        public void rangee(int numero, List<String> cellules) {
            if (entetes == null) {
                entetes = cellules;
                return;
            }
            numeros.add(numero);
            rangees.add(cellules);
        }
    }

    private final Recolte recolte = new Recolte();

    private List<String> avis = List.of();

    private String lire(byte[] octets) {
        TableauLu lu = LecteurTableau.lire(octets, recolte);
        avis = lu.avis();
        return lu.description();
    }

    private String lire(String texte) {
        return lire(texte.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void trouve_le_separateur(String separateur) {
        String description = lire("nom;prénom;ville\nInventée;Zoé;Rennes\n".replace(";", separateur));

        assertThat(recolte.entetes).containsExactly("nom", "prénom", "ville");
        assertThat(recolte.rangees).containsExactly(List.of("Inventée", "Zoé", "Rennes"));
        assertThat(description).startsWith("CSV, UTF-8, ");
    }

    @Test
    void ne_compte_pas_le_separateur_entre_guillemets() {
        lire("\"nom, d'usage, ou de naissance\";age\n\"Fictif; dit \"\"Zed\"\"\";12\n");

        assertThat(recolte.entetes).containsExactly("nom, d'usage, ou de naissance", "age");
        assertThat(recolte.rangees).containsExactly(List.of("Fictif; dit \"Zed\"", "12"));
    }

    @Test
    void suit_le_separateur_annonce_par_excel() {
        assertThat(lire("sep=,\nnom,age\nFictif,12\n")).contains("virgule");
        assertThat(recolte.rangees).containsExactly(List.of("Fictif", "12"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\r", "a", "", " ", "::", "'", "\\"})
    void un_separateur_annonce_qui_n_en_est_pas_un_ne_trompe_personne(String annonce) {
        lire("sep=" + annonce + "\nnom;age\nFictif;12\n");

        assertThat(recolte.entetes).containsExactly("nom", "age");
        assertThat(recolte.rangees).containsExactly(List.of("Fictif", "12"));
    }

    @Test
    void lit_des_fins_de_ligne_de_toutes_les_machines_et_une_derniere_case_vide() {
        lire("nom;age;ville\rFictif;1;\r\n\"Exem\"\"ple\" ;2;Rennes\nDernier;3;");

        assertThat(recolte.rangees)
                .containsExactly(
                        List.of("Fictif", "1", ""), List.of("Exem\"ple", "2", "Rennes"), List.of("Dernier", "3", ""));
    }

    @Test
    void refuse_neuf_millions_de_separateurs_sans_les_garder() {
        assertRefus("nom;age\n" + ";".repeat(9_000_000), "plus de 300 colonnes");
        assertRefus("nom;age\n" + "x".repeat(9_000_000), "plus de 4 000 caractères");
        assertRefus("nom;age\n\"" + "x;\n".repeat(3_000_000), "plus de 4 000 caractères");
    }

    @Test
    void refuse_un_classeur_qui_montre_un_long_texte_des_milliers_de_fois() throws IOException {
        StringBuilder rangees = new StringBuilder("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
        for (int i = 2; i < 4_000; i++) {
            rangees.append("<row r=\"")
                    .append(i)
                    .append("\"><c r=\"A")
                    .append(i)
                    .append("\" t=\"s\"><v>0</v></c></row>");
        }
        byte[] octets = Classeurs.de(rangees.toString(), "x".repeat(3_900));
        assertThat(octets.length).isLessThan(100_000);
        assertThatThrownBy(() -> lire(octets)).hasMessageContaining("trop de texte");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1", "999999999", "-2147483648"})
    void nomme_la_case_dont_le_texte_partage_n_existe_pas(String rang) throws IOException {
        byte[] octets = Classeurs.de(
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"B2\" t=\"s\"><v>" + rang
                        + "</v></c></row>",
                "nom");
        assertThatThrownBy(() -> lire(octets))
                .isInstanceOf(SaisieInvalide.class)
                .hasMessageContaining("La case B2 (ligne 2)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"-1\"><c r=\"A-1\"><v>1</v></c></row>",
                "<row r=\"99999999999\"><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"ZZZZZZZ2\"><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"\"><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"A2\" s=\"-5\"><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"A2\" s=\"99999\"><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"A2\" s=\"x\"><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>texte</v></c></row>",
                "<row r=\"2\"><c r=\"A2\" t=\"n\"><v>NaN</v></c></row>",
                "<row r=\"2\"><c r=\"A2\" t=\"n\"><v>1e999</v></c></row>",
                "<row r=\"2\"><c r=\"A2\" t=\"b\"><v></v></c></row>",
                "<row r=\"2\"><c r=\"A2\" t=\"zzz\"><v>1</v></c></row>"
            })
    void un_classeur_tordu_est_lu_ou_refuse_jamais_une_panne(String rangee) throws IOException {
        byte[] octets = Classeurs.de("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>" + rangee, "nom");
        try {
            lire(octets);
        } catch (SaisieInvalide refus) {
            assertThat(refus.erreurs()).isNotEmpty();
        }
        assertThat(recolte.entetes).isNotNull();
    }

    @Test
    void lit_windows_1252() {
        String description =
                lire("nom;adresse\nInventée;œuvre à l’étage – 12 €\n".getBytes(Charset.forName("windows-1252")));

        assertThat(recolte.rangees).containsExactly(List.of("Inventée", "œuvre à l’étage – 12 €"));
        assertThat(description).contains("Windows-1252");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void la_marque_d_ordre_des_octets_decide(String codage) {
        lire("\ufeffnom;age\nGenç;12\n".getBytes(Charset.forName(codage)));

        assertThat(recolte.entetes).containsExactly("nom", "age");
        assertThat(recolte.rangees).containsExactly(List.of("Genç", "12"));
    }

    @Test
    void garde_les_sauts_de_ligne_entre_guillemets_et_le_numero_de_ligne_du_tableur() {
        lire("\nnom;adresse\r\n\r\nFictif;\"3 allée Imaginaire\n35000 Rennes\"\r\n;\r\nExemple;ici");

        assertThat(recolte.rangees)
                .containsExactly(List.of("Fictif", "3 allée Imaginaire\n35000 Rennes"), List.of("Exemple", "ici"));
        assertThat(recolte.numeros).containsExactly(4, 6);
    }

    @Test
    void dit_a_quelle_ligne_un_guillemet_n_est_pas_ferme() {
        assertRefus("nom;age\nFictif;1\n\"Exemple;2\nInventée;3\n", "Les guillemets de la ligne 3 sont mal fermés");
    }

    @Test
    void refuse_un_fichier_vide_ou_sans_ligne() {
        assertRefus("", "Ce fichier est vide");
        assertRefus("nom;age\n\n", "aucune ligne sous la ligne des titres");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.7\n", "a\0b;c\n1;2"})
    void refuse_ce_qui_n_est_pas_un_tableau(String contenu) {
        assertThatThrownBy(() -> lire(contenu)).isInstanceOf(TypeDeFichierRefuse.class);
    }

    @Test
    void refuse_une_photo_un_ancien_classeur_et_une_archive_quelconque() throws IOException {
        assertThatThrownBy(() -> lire(new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2}))
                .isInstanceOf(TypeDeFichierRefuse.class);
        assertThatThrownBy(() -> lire(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}))
                .hasMessageContaining("ancien classeur Excel");
        assertThatThrownBy(() -> lire(archive("lettre.txt", 10))).isInstanceOf(TypeDeFichierRefuse.class);
    }

    @Test
    void refuse_trente_mille_colonnes() {
        assertRefus("c;".repeat(30_000) + "\n" + "1;".repeat(30_000), "plus de 300 colonnes");
    }

    @Test
    void refuse_plus_de_vingt_mille_lignes_et_une_case_demesuree() {
        assertRefus("nom\n" + "Fictif\n".repeat(20_020), "plus de 20 000 lignes");
        assertRefus("nom\n" + "x".repeat(4_001), "plus de 4 000 caractères");
    }

    @Test
    void accepte_vingt_mille_lignes() {
        lire("nom\n" + "Fictif\n".repeat(20_000));

        assertThat(recolte.rangees).hasSize(20_000);
    }

    @Test
    void refuse_plus_de_dix_mebioctets() {
        byte[] octets = new byte[LecteurTableau.TAILLE_MAX + 1];
        Arrays.fill(octets, (byte) 'a');

        assertThatThrownBy(() -> lire(octets)).hasMessageContaining("10 Mo");
    }

    @Test
    void lit_un_classeur_avec_ses_dates_ses_nombres_et_ses_cases_vides() throws IOException {
        String description = lire(classeur());

        assertThat(recolte.entetes).containsExactly("nom", "date", "nir", "montant", "vide", "formule", "oui");
        assertThat(recolte.rangees)
                .containsExactly(List.of("Inventée", "1986-03-14", "286033512345678", "567.89", "", "12", "TRUE"));
        assertThat(recolte.numeros).containsExactly(3);
        assertThat(description).isEqualTo("classeur Excel, feuille « Demandes »");
    }

    private static byte[] classeur() throws IOException {
        try (XSSFWorkbook classeur = new XSSFWorkbook();
                ByteArrayOutputStream sortie = new ByteArrayOutputStream()) {
            Sheet feuille = classeur.createSheet("Demandes");
            Row titres = feuille.createRow(0);
            String[] noms = {"nom", "date", "nir", "montant", "vide", "formule", "oui"};
            for (int i = 0; i < noms.length; i++) {
                titres.createCell(i).setCellValue(noms[i]);
            }
            CellStyle date = classeur.createCellStyle();
            date.setDataFormat(classeur.createDataFormat().getFormat("dd/mm/yy"));
            Row rangee = feuille.createRow(2);
            rangee.createCell(0).setCellValue("Inventée");
            rangee.createCell(1).setCellValue(LocalDate.of(1986, 3, 14));
            rangee.getCell(1).setCellStyle(date);
            rangee.createCell(2).setCellValue(286033512345678d);
            rangee.createCell(3).setCellValue(567.89);
            rangee.createCell(5).setCellFormula("5+7");
            rangee.createCell(6).setCellValue(true);
            classeur.getCreationHelper().createFormulaEvaluator().evaluateAll();
            classeur.write(sortie);
            return sortie.toByteArray();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "false, 1986-03-14, 31485",
        "true, 1986-03-14, 30023",
        "true, 2026-11-05, 44869",
        "true, 1904-01-01, 0",
        "false, 1900-01-01, 1",
        "false, 1900-03-01, 61",
        "true, 2000-02-29, 35123"
    })
    void une_date_compte_depuis_le_calendrier_du_classeur(boolean mac, String attendue, int serie) throws IOException {
        byte[] octets = Classeurs.avec(
                Classeurs.DATE,
                "<workbookPr date1904=\"" + (mac ? "1" : "0") + "\"/>",
                "<sheet name=\"Feuille\" sheetId=\"1\" r:id=\"rId1\"/>",
                titre("date") + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>" + serie + "</v></c></row>");

        assertThat(lire(octets)).contains(mac ? "dates depuis 1904" : "Feuille");
        assertThat(recolte.rangees).containsExactly(List.of(attendue));
    }

    @ParameterizedTest
    @CsvSource({
        "false, t=\"d\", 1986-03-14T13:30:00.000, 1986-03-14",
        "false, s=\"1\", 31485, 1986-03-14",
        "true, s=\"1\", 30023, 1986-03-14",
        "true, t=\"d\", 1986-03-14, 1986-03-14"
    })
    void un_classeur_strict_d_un_pc_ou_d_un_mac_dit_la_meme_date(
            boolean mac, String genre, String valeur, String attendue) throws IOException {
        byte[] octets = Classeurs.strict(Classeurs.avec(
                Classeurs.DATE,
                "<workbookPr date1904=\"" + (mac ? "1" : "0") + "\"/>",
                "<sheet name=\"Feuille\" sheetId=\"1\" r:id=\"rId1\"/>",
                titre("date") + "<row r=\"2\"><c r=\"A2\" " + genre + "><v>" + valeur + "</v></c></row>"));

        lire(octets);
        assertThat(recolte.rangees).containsExactly(List.of(attendue));
    }

    @Test
    void un_classeur_strict_est_lu_avec_ses_dates_en_toutes_lettres() throws IOException {
        byte[] octets = Classeurs.strict(Classeurs.avec(
                Classeurs.DATE,
                "<workbookPr/>",
                "<sheet name=\"Feuille\" sheetId=\"1\" r:id=\"rId1\"/>",
                titre("date")
                        + "<row r=\"2\"><c r=\"A2\" t=\"d\"><v>1986-03-14T00:00:00</v></c></row>"
                        + "<row r=\"3\"><c r=\"A3\" s=\"1\"><v>31485</v></c></row>"
                        + "<row r=\"4\"><c r=\"A4\" t=\"s\"><v>0</v></c></row>",
                "Zoé"));

        assertThat(lire(octets)).isEqualTo("classeur Excel, feuille « Feuille »");
        assertThat(recolte.rangees).containsExactly(List.of("1986-03-14"), List.of("1986-03-14"), List.of("Zoé"));
    }

    /** What the spreadsheet shows is what was typed: a month has no first day, an hour no day, and a year is no day of 1905. */
    @ParameterizedTest
    @CsvSource({
        "yyyy, 29221, 1980",
        "mm/yyyy, 31472, 1986-03",
        "mmm-yy, 31472, 1986-03",
        "[$-40C]mmmm yyyy, 31472, 1986-03",
        "[$-40C]d mmmm yyyy, 31485, 1986-03-14",
        "h:mm, 0.375, 09:00",
        "[h]:mm, 1.5, 36:00",
        "dd/mm/yyyy hh:mm, 31485.5, 1986-03-14",
        "dd/mm/yyyy, 1986, 1986",
        "yyyy, 1980, 1980",
        "dd/mm/yyyy, 31484.999999999, 1986-03-14"
    })
    void une_case_ne_dit_rien_de_plus_que_ce_que_le_tableur_montre(String format, String valeur, String lue)
            throws IOException {
        lire(Classeurs.avec(
                format,
                "<workbookPr/>",
                "<sheet name=\"Feuille\" sheetId=\"1\" r:id=\"rId1\"/>",
                titre("ne") + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>" + valeur + "</v></c></row>"));

        assertThat(recolte.rangees).containsExactly(List.of(lue));
    }

    @Test
    void les_erreurs_du_tableur_restent_des_erreurs_et_une_formule_jamais_calculee_se_voit() throws IOException {
        lire(
                Classeurs.de(
                        titre("ville", "total")
                                + "<row r=\"2\"><c r=\"A2\" t=\"e\"><v>#N/A</v></c><c r=\"B2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>"
                                + "<row r=\"3\"><c r=\"A3\" t=\"str\"><f>A1&amp;B1</f><v>Rennes</v></c><c r=\"B3\"><f>SUM(1,2)</f></c></row>"));

        assertThat(recolte.rangees).containsExactly(List.of("#N/A", "#DIV/0!"), List.of("Rennes", "=SUM(1,2)"));
    }

    @Test
    void lit_la_premiere_feuille_visible_qui_contient_quelque_chose_et_dit_ce_qui_est_masque() throws IOException {
        byte[] octets = Classeurs.avec(
                Classeurs.DATE,
                "<workbookPr/>",
                "<sheet name=\"Listes\" sheetId=\"3\" state=\"hidden\" r:id=\"rId1\"/>"
                        + "<sheet name=\"Demandes\" sheetId=\"1\" r:id=\"rId1\"/>"
                        + "<sheet name=\"Brouillon\" sheetId=\"2\" r:id=\"rId1\"/>"
                        + "<sheet name=\"Codes\" sheetId=\"4\" state=\"veryHidden\" r:id=\"rId1\"/>",
                titre("nom") + "<row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>1</v></c></row>"
                        + "<row r=\"3\"><c r=\"A3\"><v>2</v></c></row>"
                        + "<row r=\"4\" hidden=\"true\"><c r=\"A4\"><v>3</v></c></row>");

        assertThat(lire(octets)).contains("« Demandes »");
        assertThat(recolte.rangees).hasSize(3);
        assertThat(avis)
                .containsExactly(
                        "2 lignes sont masquées dans le classeur et lues comme les autres : 2, 4.",
                        "La feuille « Brouillon » n'est pas lue.",
                        "Les feuilles « Listes », « Codes » sont masquées : elles ne sont pas lues.");
    }

    @Test
    void refuse_un_classeur_dont_tout_est_masque() throws IOException {
        byte[] octets = Classeurs.avec(
                Classeurs.DATE,
                "<workbookPr/>",
                "<sheet name=\"A\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/>",
                titre("nom") + "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>");
        assertThatThrownBy(() -> lire(octets)).hasMessageContaining("feuilles de ce classeur sont masquées");
    }

    @ParameterizedTest
    @CsvSource({
        "0#&quot; &quot;##&quot; &quot;##&quot; &quot;##&quot; &quot;##, 612345678, 0612345678",
        "00000, 1000, 01000",
        "0.00, 5, 5",
        "'#,##0', 1234, 1234",
        "0, 7, 7"
    })
    void un_format_qui_montre_des_zeros_les_garde(String format, String valeur, String lue) throws IOException {
        lire(Classeurs.avec(
                format,
                "<workbookPr/>",
                "<sheet name=\"Feuille\" sheetId=\"1\" r:id=\"rId1\"/>",
                titre("numero") + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>" + valeur + "</v></c></row>"));

        assertThat(recolte.rangees).containsExactly(List.of(lue));
    }

    private static String titre(String... noms) {
        StringBuilder rangee = new StringBuilder("<row r=\"1\">");
        for (int i = 0; i < noms.length; i++) {
            rangee.append("<c r=\"")
                    .append((char) ('A' + i))
                    .append("1\" t=\"inlineStr\"><is><t>")
                    .append(noms[i])
                    .append("</t></is></c>");
        }
        return rangee + "</row>";
    }

    @ParameterizedTest
    @CsvSource({
        "xl/workbook.bin, binaire (.xlsb)",
        "word/document.xml, texte Word",
        "Index/Document.iwa, tableau Numbers"
    })
    void nomme_le_format_qu_il_ne_lit_pas(String partie, String nom) {
        assertThatThrownBy(() -> lire(archive(partie, 10)))
                .isInstanceOf(TypeDeFichierRefuse.class)
                .hasMessageContaining(nom)
                .hasMessageContaining("Enregistrez le tableau en CSV");
    }

    @ParameterizedTest
    @CsvSource({"Éloïse;Bécé;Zoé", "Œuvré;à l’été;Ça", "Noël;Aïcha;Kévin"})
    void un_octet_faux_dans_de_l_utf8_n_abime_que_sa_ligne(String ligne) {
        byte[] debut = ("nom;prénom;ami\n" + ligne + "\nB").getBytes(StandardCharsets.UTF_8);
        byte[] octets = Arrays.copyOf(debut, debut.length + 4);
        octets[debut.length] = (byte) 0xE9;
        octets[debut.length + 1] = ';';
        octets[debut.length + 2] = 'x';
        octets[debut.length + 3] = '\n';

        assertThat(lire(octets)).startsWith("CSV, UTF-8");
        assertThat(recolte.rangees.get(0)).containsExactly(ligne.split(";"));
        assertThat(recolte.rangees.get(1)).containsExactly("B\uFFFD", "x");
        assertThat(avis).singleElement().asString().contains("abîmés");
    }

    @ParameterizedTest
    @CsvSource({
        "x-MacRoman, Zoé Bécé, MacRoman",
        "x-MacRoman, Éloïse à Plœuc, MacRoman",
        "x-MacRoman, André Lefèvre, MacRoman",
        "IBM850, René Lefèvre, DOS",
        "IBM850, Amélie à l'été, DOS",
        "IBM850, Noël, DOS",
        "IBM850, ZOÉ LEFÈVRE, DOS",
        "windows-1252, André Lefèvre, Windows-1252",
        "windows-1252, Plœuc l’été, Windows-1252",
        "ISO-8859-15, Cœur, ISO-8859-15",
        "ISO-8859-15, Zoé Lebœuf, ISO-8859-15",
        "ISO-8859-15, Œuvre d'Éloïse, ISO-8859-15",
        "windows-1252, 1½h de marche à pied, Windows-1252",
        "windows-1252, DÉCÉDÉ, Windows-1252"
    })
    void reconnait_les_accents_de_windows_d_un_mac_et_de_dos(String code, String nom, String dit) {
        assertThat(lire(("nom;age\n" + nom + ";12\n").getBytes(Charset.forName(code))))
                .contains(dit);
        assertThat(recolte.rangees).containsExactly(List.of(nom, "12"));
        assertThat(avis.isEmpty()).isEqualTo(code.equals("windows-1252"));
    }

    @ParameterizedTest
    @CsvSource({"windows-1251, Иванова", "windows-1253, Ελένη", "windows-1256, محمد", "KOI8-R, Наталья"})
    void un_fichier_d_une_autre_ecriture_dont_le_codage_n_est_pas_dit_est_refuse(String code, String nom) {
        assertThatThrownBy(() -> lire(("nom;age\n" + nom + ";12\n").getBytes(Charset.forName(code))))
                .hasMessageContaining("Enregistrez-le en UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1254, Işık",
        "windows-1254, Ayşe",
        "windows-1254, Çağla",
        "windows-1250, Ioniţă",
        "windows-1250, Łukasz",
        "windows-1250, Paweł",
        "windows-1250, Kovačić"
    })
    void un_nom_de_turquie_ou_d_europe_centrale_en_huit_bits_est_a_corriger_et_jamais_devine(String code, String nom) {
        lire(("nom;age\nZoé;11\n" + nom + ";12\n").getBytes(Charset.forName(code)));
        assertThat(LectureRangee.abimee(recolte.rangees.get(0).get(0))).isFalse();
        assertThat(LectureRangee.abimee(recolte.rangees.get(1).get(0))).isTrue();
    }

    @Test
    void un_i_turc_qui_se_lit_comme_un_autre_est_dit() {
        lire("nom;age\nYıldız;12\n".getBytes(Charset.forName("windows-1254")));
        assertThat(avis).singleElement().asString().contains("turc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Export du 3 novembre 2026", "CCAS de Rennes, antenne Kléber, export", "Liste ; complète"})
    void un_titre_au_dessus_ne_trompe_pas_sur_le_separateur(String titre) {
        lire(titre + "\n\nnom;adresse;ville\nFictif;3, allée, ici, là;Rennes\nAutre;4, rue;Rennes\n");

        assertThat(recolte.rangees.get(0)).containsExactly("nom", "adresse", "ville");
        assertThat(recolte.rangees.get(1)).containsExactly("Fictif", "3, allée, ici, là", "Rennes");
    }

    @Test
    void refuse_une_bombe_de_compression_sans_la_deployer() throws IOException {
        byte[] bombe = archive("xl/workbook.xml", 400 * 1024 * 1024);

        assertThat(bombe.length).isLessThan(1_000_000);
        assertThatThrownBy(() -> lire(bombe)).hasMessageContaining("trop gros une fois ouvert");
    }

    @Test
    void refuse_un_classeur_coupe_ou_dont_le_xml_est_piege() throws IOException {
        byte[] entier = classeur();

        assertThatThrownBy(() -> lire(Arrays.copyOf(entier, entier.length / 2)))
                .isInstanceOfAny(SaisieInvalide.class, TypeDeFichierRefuse.class);
        assertThatThrownBy(() -> lire(archive("xl/workbook.xml", 20))).hasMessageContaining("endommagé");
    }

    private static byte[] archive(String nom, int taille) throws IOException {
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        byte[] zeros = new byte[1024 * 1024];
        try (ZipOutputStream zip = new ZipOutputStream(sortie)) {
            zip.putNextEntry(new ZipEntry(nom));
            for (int reste = taille; reste > 0; reste -= zeros.length) {
                zip.write(zeros, 0, Math.min(reste, zeros.length));
            }
        }
        return sortie.toByteArray();
    }

    private void assertRefus(String texte, String message) {
        assertThatThrownBy(() -> lire(texte))
                .isInstanceOf(SaisieInvalide.class)
                .hasMessageContaining("fichier")
                .hasMessageContaining(message);
    }
}
