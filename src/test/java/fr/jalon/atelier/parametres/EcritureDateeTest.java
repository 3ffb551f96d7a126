package fr.jalon.atelier.parametres;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.atelier.Cellule;
import fr.jalon.atelier.FichierModele;
import fr.jalon.atelier.Periode;
import fr.jalon.atelier.TableDatee;
import fr.jalon.atelier.TableDatee.Rangee;
import fr.jalon.atelier.controle.LectureDesPeriodes;
import fr.jalon.atelier.controle.Sens;
import fr.jalon.atelier.parametres.EcritureDatee.Changement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A change is written into every dated table of the house, and nothing else of the file moves. */
class EcritureDateeTest {

    private static final LocalDate DES = LocalDate.of(2026, 12, 1);

    static Stream<FichierModele> tables() throws IOException {
        try (Stream<Path> fichiers = Files.walk(Path.of("decisions"))) {
            return fichiers
                    .filter(f -> f.toString().endsWith(".dmn"))
                    .map(EcritureDateeTest::lire)
                    .filter(f -> !LectureDesPeriodes.lire(f).isEmpty())
                    .toList()
                    .stream();
        }
    }

    private static FichierModele lire(Path fichier) {
        try {
            return new FichierModele(fichier.getFileName().toString(), Files.readAllBytes(fichier));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TableDatee table(FichierModele fichier) {
        return LectureDesPeriodes.lire(fichier).get(0);
    }

    private static Changement changement(TableDatee table, Rangee r) {
        Map<Integer, String> valeurs = new LinkedHashMap<>();
        for (int i = 0; i < r.valeurs().size(); i++) {
            Cellule avant =
                    Cellule.de(table.sorties().get(i).type(), r.valeurs().get(i));
            if (avant.sorte() == Cellule.Sorte.NOMBRE || avant.sorte() == Cellule.Sorte.ENTIER) {
                valeurs.put(i, avant.dire("1234").ecrite());
            }
        }
        return new Changement(r.id(), r.periode(), valeurs, "Décret « d’essai » & <suite>");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void une_valeur_nouvelle_ferme_sa_ligne_et_ne_touche_a_rien_d_autre(FichierModele fichier) {
        TableDatee avant = table(fichier);
        List<Rangee> enVigueur = avant.series().stream()
                .flatMap(s -> TableDatee.enVigueur(s, DES).stream())
                .toList();
        assertThat(enVigueur).isNotEmpty();
        byte[] ecrit = EcritureDatee.ecrire(
                fichier.contenu(),
                avant.cle(),
                avant.place(),
                DES,
                enVigueur.stream().map(r -> changement(avant, r)).toList());
        TableDatee apres = table(new FichierModele(fichier.nom(), ecrit));
        assertThat(apres.series()).hasSameSizeAs(avant.series());
        assertThat(apres.rangees()).hasSize(avant.rangees().size() + enVigueur.size());
        for (List<Rangee> serie : apres.series()) {
            Rangee nouvelle = TableDatee.enVigueur(serie, DES).orElseThrow();
            assertThat(nouvelle.periode().du()).isEqualTo(DES);
            assertThat(nouvelle.id()).endsWith("_20261201");
            assertThat(nouvelle.annotation()).isEqualTo("Décret « d’essai » & <suite>");
            Rangee ancienne = TableDatee.enVigueur(serie, DES.minusDays(1)).orElseThrow();
            assertThat(ancienne.periode().avant()).isEqualTo(DES);
            assertThat(enVigueur).extracting(Rangee::valeurs).contains(ancienne.valeurs());
        }
        assertThat(defaire(ecrit, avant)).isEqualTo(new String(fichier.contenu(), StandardCharsets.UTF_8));
    }

    /** Takes the new rows out and opens the closed ones again. */
    private static String defaire(byte[] ecrit, TableDatee avant) {
        String texte = new String(ecrit, StandardCharsets.UTF_8)
                .replaceAll("(?s)\\n *<rule id=\"[^\"]*_20261201\">.*?</rule>", "");
        for (Rangee r : avant.rangees()) {
            String cellule = Pattern.quote(proteger(r.periode().jusquA(DES).cellule()));
            texte = texte.replaceFirst(
                    "(?s)(<rule id=\"" + r.id() + "\">(?:(?!</rule>).)*?<text>)" + cellule,
                    "$1" + Matcher.quoteReplacement(proteger(ecriture(r.periode()))));
        }
        return texte;
    }

    /** As the house writes it: the last day is written where a table names it. */
    private static String ecriture(Periode p) {
        return p.avant() != null
                        && p.du() != null
                        && p.avant().getDayOfMonth() == 1
                        && p.avant().getMonthValue() == 1
                ? "[date(\"" + p.du() + "\")..date(\"" + p.avant().minusDays(1) + "\")]"
                : p.cellule();
    }

    private static String proteger(String cellule) {
        return cellule.replace("<", "&lt;").replace(">", "&gt;");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void une_ligne_qui_commence_ce_jour_la_est_corrigee_a_sa_place(FichierModele fichier) {
        TableDatee avant = table(fichier);
        Rangee premiere = avant.rangees().stream()
                .filter(r -> r.periode().du() != null)
                .findFirst()
                .orElseThrow();
        byte[] ecrit = EcritureDatee.ecrire(
                fichier.contenu(),
                avant.cle(),
                avant.place(),
                premiere.periode().du(),
                List.of(changement(avant, premiere)));
        TableDatee apres = table(new FichierModele(fichier.nom(), ecrit));
        assertThat(apres.rangees()).hasSameSizeAs(avant.rangees());
        assertThat(apres.rangees())
                .extracting(Rangee::id)
                .containsExactlyElementsOf(
                        avant.rangees().stream().map(Rangee::id).toList());
        byte[] remis = EcritureDatee.ecrire(
                ecrit,
                avant.cle(),
                avant.place(),
                premiere.periode().du(),
                List.of(new Changement(premiere.id(), premiere.periode(), toutes(premiere), premiere.annotation())));
        assertThat(Sens.de(new FichierModele(fichier.nom(), remis))).isEqualTo(Sens.de(fichier));
    }

    private static Map<Integer, String> toutes(Rangee rangee) {
        Map<Integer, String> valeurs = new LinkedHashMap<>();
        for (int i = 0; i < rangee.valeurs().size(); i++) {
            valeurs.put(i, rangee.valeurs().get(i));
        }
        return valeurs;
    }

    @Test
    void les_commentaires_les_prefixes_et_une_ecriture_serree_restent() {
        String source = "<?xml version='1.0' encoding='ISO-8859-1'?><!-- <rule> --><d:definitions xmlns:d='x'>"
                + "<d:decision id='t'><d:decisionTable><d:input id='i'/><d:rule id=\"R\" note='a>b'><d:inputEntry id='R_E'><d:text/></d:inputEntry>"
                + "<d:outputEntry id='R_S'><d:text><![CDATA[1]]></d:text></d:outputEntry></d:rule><!-- fin --></d:decisionTable></d:decision></d:definitions>";
        String ecrit = new String(
                EcritureDatee.ecrire(
                        source.getBytes(StandardCharsets.ISO_8859_1),
                        "t",
                        0,
                        DES,
                        List.of(new Changement("R", Periode.TOUJOURS, Map.of(0, "2"), "Décret d’avril"))),
                StandardCharsets.ISO_8859_1);
        assertThat(ecrit)
                .startsWith("<?xml version='1.0' encoding='ISO-8859-1'?><!-- <rule> --><d:definitions xmlns:d='x'>")
                .contains("<d:text>&lt; date(\"2026-12-01\")</d:text>")
                .contains(
                        "</d:rule><d:rule id=\"R_20261201\" note='a>b'><d:description>Décret d&#8217;avril</d:description><d:inputEntry id='R_E_20261201'>"
                                + "<d:text>&gt;= date(\"2026-12-01\")</d:text></d:inputEntry>"
                                + "<d:outputEntry id='R_S_20261201'><d:text>2</d:text></d:outputEntry></d:rule><!-- fin -->")
                .contains("<d:text><![CDATA[1]]></d:text>");
    }
}
