package fr.jalon.web.budget;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.budget.AQui;
import fr.jalon.budget.Bordereaux.Bordereau;
import fr.jalon.budget.Imputation;
import fr.jalon.budget.OrdreVue;
import fr.jalon.budget.Paye;
import fr.jalon.commun.Iban;
import fr.jalon.commun.Siret;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The files of a slip: valid for their schema, whatever the names hold. */
class FichiersDuBordereauTest {

    private static final Instant LE = Instant.parse("2026-06-01T08:00:00Z");
    private static final Bordereau BORDEREAU = new Bordereau("B2026-000001", 2026, 2, 123_456, "finances", LE);

    private static OrdreVue ordre(String numero, Paye paye) {
        return new OrdreVue(
                numero,
                new OrdreVue.Origine(1, "E2026-000001", "AideMobilite-2026", "dossier AIM-1"),
                61_728,
                paye,
                Imputation.de("AideMobilite-2026"),
                "DECISION = D-1\nRIB = R & Cie",
                new OrdreVue.Suivi(OrdreVue.Etat.TRANSMIS, "finances", LE, "B2026-000001", null, null, 0));
    }

    private static List<OrdreVue> ordres() {
        return List.of(
                ordre(
                        "M2026-000001",
                        new Paye(
                                AQui.Nature.ORGANISME,
                                "=Auto-école \"<Inventée>\" & fils\u0001",
                                new Siret("99000000100018"),
                                new Iban("FR7699999000010000000000503"))),
                ordre(
                        "M2026-000002",
                        new Paye(AQui.Nature.PERSONNE, "Zoé Inventée", null, new Iban("FR7699999000010000000111665"))));
    }

    @Test
    void le_xml_suit_son_schema() throws Exception {
        byte[] xml = new FichiersDuBordereau().xml(BORDEREAU, ordres());
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new ClassPathResource("budget/bordereau.xsd").getURL())
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(xml)));
        assertThat(new String(xml, StandardCharsets.UTF_8))
                .contains("total=\"1234.56\"", "<Montant devise=\"EUR\">617.28</Montant>", "Zoé Inventée");
    }

    @Test
    void le_csv_a_une_rangee_par_mandat_et_aucune_formule() {
        String csv = new String(new FichiersDuBordereau().csv(BORDEREAU, ordres()), StandardCharsets.UTF_8);
        assertThat(csv.lines().count()).isEqualTo(3);
        assertThat(csv).contains("617,28", "'=Auto-école", "FR7699999000010000000111665");
    }
}
