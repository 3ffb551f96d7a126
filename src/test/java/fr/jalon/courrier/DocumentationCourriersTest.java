package fr.jalon.courrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The tables of docs/courriers.md are made from the templates, their uses and the catalogue. The text wanted is left in
 * {@code target/courriers/courriers.md}: copy it over the page.
 */
class DocumentationCourriersTest {

    private static final Path PAGE = Path.of("docs/courriers.md");
    private static final Path VOULUE = Path.of("target/courriers/courriers.md");

    private final AtelierCourriers atelier = new AtelierCourriers();

    @Test
    void les_tables_de_la_page_sont_celles_des_modeles() throws IOException {
        String page = Files.readString(PAGE);
        String voulue = remplacer(remplacer(page, "courriers", courriers()), "champs", champs());
        Files.createDirectories(VOULUE.getParent());
        Files.writeString(VOULUE, voulue);
        assertThat(page).as("copiez " + VOULUE + " sur " + PAGE).isEqualTo(voulue);
    }

    @Test
    void chaque_modele_livre_a_un_usage_et_chaque_usage_un_modele() {
        assertThat(atelier.usages.declares())
                .extracting(UsageCourrier::code)
                .containsExactlyInAnyOrderElementsOf(
                        atelier.modeles.courants().stream().map(ModeleVue::code).toList());
    }

    @Test
    void chaque_exemple_propre_est_un_champ_que_son_etape_remplit() {
        atelier.exemples
                .propres()
                .forEach((code, champs) -> assertThat(champs.keySet())
                        .as(code)
                        .allMatch(c -> atelier.usages.de(code).champs().contains(c)));
    }

    private String courriers() {
        return "| Code | Titre | Ce qu'il fait | Signé | Part | Écrit quand |\n| --- | --- | --- | --- | --- | --- |\n"
                + atelier.modeles.courants().stream()
                        .sorted(Comparator.comparing(ModeleVue::code))
                        .map(this::courrier)
                        .collect(Collectors.joining("\n"));
    }

    private String courrier(ModeleVue m) {
        UsageCourrier u = atelier.usages.de(m.code());
        return "| `" + m.code() + "` | " + m.titre() + " | "
                + u.acte().libelle().toLowerCase(Locale.FRENCH) + " | "
                + (u.acte().signature() ? "oui" : "non") + " | "
                + (u.remise() == null ? "non" : u.remise().libelle()) + " | " + u.quand() + " |";
    }

    private String champs() {
        return "| Champ | Type | Ce que c'est | Exigé par |\n| --- | --- | --- | --- |\n"
                + atelier.catalogue.tous().stream().map(this::champ).collect(Collectors.joining("\n"));
    }

    private String champ(ChampFusion c) {
        String exige = c.fixe()
                ? "tous (mise en page)"
                : c.exigePar().stream()
                        .map(a -> atelier.usages.acte(a).libelle().toLowerCase(Locale.FRENCH))
                        .sorted()
                        .collect(Collectors.joining(", "));
        return "| `" + c.code() + "` | " + c.type().name().toLowerCase(Locale.ROOT) + " | " + c.libelle() + ". "
                + c.description() + " | " + exige + " |";
    }

    private static String remplacer(String page, String table, String texte) {
        String debut = "<!-- " + table + " : fait par DocumentationCourriersTest -->\n";
        String fin = "\n<!-- fin -->";
        int i = page.indexOf(debut);
        assertThat(i).as("repère " + table).isNotNegative();
        int j = page.indexOf(fin, i);
        return page.substring(0, i + debut.length()) + texte + page.substring(j);
    }
}
