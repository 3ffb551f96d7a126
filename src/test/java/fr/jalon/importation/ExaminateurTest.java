package fr.jalon.importation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.QueryTimeoutException;

/** A row that its kind refuses is in error in its own words; it never stops the other rows of the file. */
class ExaminateurTest {

    private static final UUID IMPORT = UUID.randomUUID();
    private static final ImportEnregistre FICHIER = new ImportEnregistre(
            IMPORT,
            "essai",
            "essai.csv",
            "e",
            "",
            "",
            null,
            "KLEBER",
            "claire",
            "Claire",
            null,
            EtatImport.LU,
            1,
            null,
            null,
            null);
    private static final LigneEnregistree LIGNE = new LigneEnregistree(
            UUID.randomUUID(), IMPORT, 2, Map.of(), null, false, List.of(), null, null, null, 0, null);

    private final ClesImport cles = mock();
    private final TypeImport type = mock();
    private final Examinateur examinateur = new Examinateur(cles, mock());

    static Stream<Arguments> refus() {
        return Stream.of(
                Arguments.of(new Conflit("Ce dossier est terminé."), "Ce dossier est terminé."),
                Arguments.of(new Introuvable("Aucun dossier."), "Aucun dossier."),
                Arguments.of(new Interdit("Pas ici."), "Pas ici."),
                Arguments.of(new SaisieInvalide("date", "Indiquez une date."), "Indiquez une date."),
                Arguments.of(new IllegalStateException("secret"), "Jalon n'a pas pu vérifier cette ligne"));
    }

    @ParameterizedTest
    @MethodSource("refus")
    void une_ligne_refusee_est_en_erreur_dans_ses_mots(RuntimeException refus, String mots) {
        when(cles.connue(any(), any())).thenReturn(Optional.empty());
        when(type.examiner(any(), any())).thenThrow(refus);

        ExamenLigne examen = examinateur.seule(FICHIER, LIGNE, type, null);

        assertThat(examen.statut()).isEqualTo(StatutLigne.EN_ERREUR);
        assertThat(examen.messages())
                .singleElement()
                .satisfies(m -> assertThat(m.message()).startsWith(mots).doesNotContain("secret"));
    }

    @Test
    void une_base_absente_arrete_l_import_qui_sera_repris() {
        when(cles.connue(any(), any())).thenReturn(Optional.empty());
        when(type.examiner(any(), any())).thenThrow(new QueryTimeoutException("base absente"));

        assertThatThrownBy(() -> examinateur.seule(FICHIER, LIGNE, type, null))
                .isInstanceOf(QueryTimeoutException.class);
    }

    /** Refuses a telephone without figures, a name that is absent, and says what it kept. */
    private ExamenLigne examen(Map<String, String> valeurs) {
        when(cles.connue(any(), any())).thenReturn(Optional.empty());
        when(type.colonne("telephone"))
                .thenReturn(Optional.of(ColonneImport.facultative("telephone", "Téléphone", "", "")));
        when(type.colonne("quartier"))
                .thenReturn(Optional.of(ColonneImport.facultative("quartier", "Quartier", "", "")
                        .siRemplieJuste()));
        when(type.colonne("nom")).thenReturn(Optional.of(ColonneImport.obligatoire("nom", "Nom", "", "x")));
        when(type.examiner(any(), any())).thenAnswer(appel -> {
            Map<String, String> lues = appel.getArgument(0);
            List<MessageLigne> fautes = new ArrayList<>();
            lues.forEach((colonne, valeur) -> {
                if (valeur.startsWith("faux") || valeur.startsWith("#")) {
                    fautes.add(MessageLigne.erreur(colonne, "À corriger."));
                }
            });
            List<String> sujets = lues.containsValue("faux connu") ? List.of("personne") : List.of();
            return fautes.isEmpty()
                    ? new ExamenLigne(
                            StatutLigne.A_CREER,
                            List.of(MessageLigne.information("Gardé : " + lues.keySet())),
                            sujets,
                            null,
                            () -> null)
                    : ExamenLigne.enErreur(fautes, sujets);
        });
        LigneEnregistree ligne = new LigneEnregistree(
                UUID.randomUUID(), IMPORT, 2, valeurs, null, false, List.of(), null, null, null, 0, null);
        return examinateur.seule(FICHIER, ligne, type, null);
    }

    @Test
    void une_case_facultative_fausse_est_dite_et_laissee_de_cote() {
        ExamenLigne examen = examen(Map.of("nom", "Fictif", "telephone", "faux 12"));

        assertThat(examen.statut()).isEqualTo(StatutLigne.A_CREER);
        assertThat(examen.messages().get(0))
                .isEqualTo(MessageLigne.information(
                        "telephone", "À corriger. En attendant, cette case est laissée de côté."));
        assertThat(examen.messages().get(1).message()).contains("[nom]").doesNotContain("telephone");
    }

    @ParameterizedTest
    @CsvSource({"nom, faux", "quartier, faux", "telephone, #N/A", "telephone, faux connu", "inconnue, faux"})
    void une_case_dont_le_vide_dirait_autre_chose_arrete_la_ligne(String colonne, String valeur) {
        ExamenLigne examen = examen(Map.of(colonne, valeur));

        assertThat(examen.statut()).isEqualTo(StatutLigne.EN_ERREUR);
        assertThat(examen.messages()).extracting(MessageLigne::champ).containsExactly(colonne);
    }

    @Test
    void avec_une_case_obligatoire_fausse_toutes_les_fautes_sont_dites() {
        ExamenLigne examen = examen(Map.of("nom", "faux", "telephone", "faux"));

        assertThat(examen.messages()).extracting(MessageLigne::champ).containsExactlyInAnyOrder("nom", "telephone");
    }
}
