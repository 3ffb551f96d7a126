package fr.jalon.accueil;

import static fr.jalon.decision.TableVerifiee.faits;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import fr.jalon.decision.TableVerifiee;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lists and the figures of the front desk, row by row. */
class AccueilDecisionTest {

    private static final TableVerifiee MOTIFS = new TableVerifiee("motifs-visite");
    private static final TableVerifiee PUBLICS = new TableVerifiee("publics-visite");
    private static final TableVerifiee PARAMETRES = new TableVerifiee("parametres-accueil");

    /** Keys that the page or the site uses for something else. */
    private static final List<String> TOUCHES_PRISES = List.of("a", "d", "j", "k", "o", "r", "v", "/", "?");

    @ParameterizedTest
    @CsvSource({
        "CAF,Caf,1,false",
        "RSA,Rsa,2,false",
        "LOGEMENT,Logement,3,false",
        "SANTE,Sante,4,false",
        "EMPLOI,Emploi,5,false",
        "AIDE,Aide,6,false",
        "NUMERIQUE,Numerique,7,true",
        "COURRIER,Courrier,8,false",
        "SORTIR,Sortir,9,false",
        "FAMILLE,Famille,0,false",
        "HANDICAP,Handicap,h,false",
        "SEJOUR,Sejour,t,false",
        "AUTRE,Autre,x,false"
    })
    void chaque_raison_a_ses_mots_sa_touche_et_dit_si_elle_propose_le_diagnostic(
            String code, String ligne, String touche, boolean numerique) {
        RegleDeclenchee r = MOTIFS.ligne(faits("motif", code));
        assertThat(r.id()).isEqualTo("Rule_" + ligne);
        assertThat(r.texte("touche")).isEqualTo(touche);
        assertThat(r.sorties()).containsEntry("diagnosticNumerique", numerique);
        assertThat(r.texte("libelle")).isNotBlank();
        assertThat(r.texte("recu")).isNotBlank();
    }

    @Test
    void les_treize_raisons_ont_treize_touches_que_rien_d_autre_ne_prend() {
        List<String> touches = new ArrayList<>();
        MOTIFS.regles().forEach(ligne -> touches.add(touche(ligne)));
        assertThat(touches).hasSize(13).doesNotHaveDuplicates().doesNotContainAnyElementsOf(TOUCHES_PRISES);
        assertThat(MOTIFS.evaluer(faits("motif", "INCONNUE"))).isEmpty();
        assertThat(MOTIFS.evaluer(faits("motif", null))).isEmpty();
    }

    private static String touche(String ligne) {
        String code = List.of(
                        "CAF",
                        "RSA",
                        "LOGEMENT",
                        "SANTE",
                        "EMPLOI",
                        "AIDE",
                        "NUMERIQUE",
                        "COURRIER",
                        "SORTIR",
                        "FAMILLE",
                        "HANDICAP",
                        "SEJOUR",
                        "AUTRE")
                .stream()
                .filter(c -> c.equalsIgnoreCase(ligne))
                .findFirst()
                .orElseThrow();
        return MOTIFS.ligne(faits("motif", code)).texte("touche");
    }

    @ParameterizedTest
    @CsvSource({
        "RSA,Rsa,,",
        "DEMANDEUR_EMPLOI,Emploi,,",
        "JEUNE,Jeune,0,25",
        "FAMILLE,Famille,,",
        "AINE,Aine,60,150",
        "HANDICAP,Handicap,,",
        "NON_FRANCOPHONE,Langue,,",
        "SANS_DOMICILE,SansDomicile,,",
        "HABITANT,Habitant,,"
    })
    void chaque_public_a_ses_mots_et_parfois_ses_ages(String code, String ligne, Integer de, Integer a) {
        RegleDeclenchee r = PUBLICS.ligne(faits("publicVise", code));
        assertThat(r.id()).isEqualTo("Rule_" + ligne);
        assertThat(r.texte("libelle")).isNotBlank();
        assertThat(r.texte("ageMin")).isEqualTo(de == null ? null : de.toString());
        assertThat(r.texte("ageMax")).isEqualTo(a == null ? null : a.toString());
        assertThat(PUBLICS.regles()).hasSize(9);
    }

    @Test
    void un_public_inconnu_n_a_pas_de_ligne() {
        assertThat(PUBLICS.evaluer(faits("publicVise", "INCONNU"))).isEmpty();
        assertThat(PUBLICS.evaluer(faits("publicVise", null))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CORRECTION_MINUTES,Correction,15",
        "CONSERVATION_MOIS,Conservation,13",
        "RENDEZ_VOUS_MOIS,RendezVous,12",
        "ATTENTE_JOURS,Attente,30",
        "SUGGESTIONS,Suggestions,6"
    })
    void chaque_parametre_a_une_valeur(String parametre, String ligne, int valeur) {
        RegleDeclenchee r = PARAMETRES.ligne(faits("parametre", parametre));
        assertThat(r.id()).isEqualTo("Rule_" + ligne);
        assertThat(((Number) r.sorties().get("valeur")).intValue()).isEqualTo(valeur);
        assertThat(PARAMETRES.regles()).hasSize(5);
        assertThat(PARAMETRES.evaluer(faits("parametre", null))).isEmpty();
    }
}
