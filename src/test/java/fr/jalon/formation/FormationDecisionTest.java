package fr.jalon.formation;

import static fr.jalon.decision.TableVerifiee.combinaisons;
import static fr.jalon.decision.TableVerifiee.faits;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.decision.CatalogueFichiers;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import fr.jalon.decision.Ligne;
import fr.jalon.decision.MoteurDecisionFichiers;
import fr.jalon.decision.TableVerifiee;
import fr.jalon.moteur.FormulairesLivres;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The tables of the funding of training, row by row: bounds, missing inputs, overlap, completeness (regles, section 6). */
class FormationDecisionTest {

    private static final TableVerifiee CONDITIONS = new TableVerifiee("conditions-formation");
    private static final TableVerifiee DECIDEUR = new TableVerifiee("decideur-formation");
    private static final TableVerifiee PARAMETRES = new TableVerifiee("parametres-formation");
    private static final TableVerifiee ENVELOPPES = new TableVerifiee("enveloppes-formation");
    private static final TableVerifiee PIECES = new TableVerifiee("pieces-formation");
    private static final TableVerifiee JALONS = new TableVerifiee("jalons-formation");
    private static final TableVerifiee MOTS = new TableVerifiee("mots-formation");
    private static final TableVerifiee EXPLICATIONS = new TableVerifiee("explications-formation");
    private static final CatalogueFichiers CATALOGUE = new CatalogueFichiers(new MoteurDecisionFichiers());
    private static final List<String> FAITS =
            List.of("rsa", "rsaRecent", "projet", "etranger", "concours", "commencee", "qualiopi", "autresSollicites");

    private static Map<String, Object> connus(Object... autres) {
        Map<String, Object> tous = new HashMap<>(faits(
                "rsa",
                true,
                "rsaRecent",
                false,
                "projet",
                true,
                "etranger",
                false,
                "concours",
                false,
                "commencee",
                false));
        tous.put("qualiopi", true);
        tous.put("autresSollicites", true);
        tous.putAll(faits(autres));
        return tous;
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "SansRsa,REFUS,rsa,false,rsaRecent,false",
                "RsaInconnu,A_DEMANDER,rsa,-,rsaRecent,-",
                "RsaRecentInconnu,A_DEMANDER,rsa,false,rsaRecent,-",
                "SansProjet,REFUS,projet,false,rsa,true",
                "ProjetInconnu,A_DEMANDER,projet,-,rsa,true",
                "Etranger,REFUS,etranger,true,rsa,true",
                "LieuInconnu,A_DEMANDER,etranger,-,rsa,true",
                "Concours,REFUS,concours,true,rsa,true",
                "ConcoursInconnu,A_DEMANDER,concours,-,rsa,true",
                "Commencee,REFUS,commencee,true,rsa,true",
                "DebutInconnu,A_DEMANDER,commencee,-,rsa,true",
                "SansQualiopi,A_VERIFIER,qualiopi,false,rsa,true",
                "QualiopiInconnu,A_DEMANDER,qualiopi,-,rsa,true",
                "AucunAutreFinanceur,A_DEMANDER,autresSollicites,false,rsa,true"
            })
    void chaque_condition_a_sa_reponse(
            String regle, String reponse, String fait, Boolean valeur, String autre, Boolean valeurAutre) {
        RegleDeclenchee ligne = CONDITIONS.ligne(connus(fait, valeur, autre, valeurAutre));
        assertThat(ligne.id()).isEqualTo("Rule_" + regle);
        assertThat(ligne.texte("reponse")).isEqualTo(reponse);
        assertThat(ligne.annotation()).isNotBlank();
        assertThat(ligne.texte("quiChangerait") == null).isEqualTo(!"REFUS".equals(reponse));
        assertThat(ligne.texte("certitude")).isIn("B", "C", "U");
    }

    @Test
    void un_fait_inconnu_n_est_jamais_un_refus_et_chaque_condition_ne_repond_qu_une_fois() {
        TreeSet<String> vues = new TreeSet<>();
        Map<String, List<?>> valeurs = new HashMap<>();
        FAITS.forEach(f -> valeurs.put(f, Arrays.asList(true, false, null)));
        for (Map<String, Object> cas : combinaisons(valeurs)) {
            List<RegleDeclenchee> lignes = CONDITIONS.evaluer(cas);
            assertThat(lignes).extracting(r -> r.texte("condition")).doesNotHaveDuplicates();
            lignes.forEach(r -> vues.add(r.id().substring("Rule_".length())));
        }
        CONDITIONS.chaqueLigneEstVerifiee(vues, 14);
        Map<String, Object> inconnu = new HashMap<>();
        FAITS.forEach(f -> inconnu.put(f, null));
        assertThat(CONDITIONS.evaluer(inconnu))
                .isNotEmpty()
                .extracting(r -> r.texte("reponse"))
                .containsOnly("A_DEMANDER");
        assertThat(CONDITIONS.evaluer(connus())).isEmpty();
        assertThat(CONDITIONS.evaluer(connus("rsa", false, "rsaRecent", true))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Responsable,false,true,RESPONSABLE",
        "Responsable,false,false,RESPONSABLE",
        "Cai,true,false,CAI",
        "Urgence,true,true,URGENCE"
    })
    void qui_decide(String regle, boolean auDessus, boolean avantSeance, String decideur) {
        RegleDeclenchee ligne = DECIDEUR.ligne(faits("auDessusDuSeuil", auDessus, "avantSeance", avantSeance));
        assertThat(ligne.id()).isEqualTo("Rule_" + regle);
        assertThat(ligne.texte("decideur")).isEqualTo(decideur);
        assertThat(DECIDEUR.regles()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "SEUIL_RESPONSABLE,SeuilResponsable,500",
        "DELAI_SEANCE_JOURS,DelaiSeance,30",
        "RSA_RECENT_MOIS,RsaRecentMois,6",
        "COUT_MAXIMAL,CoutMaximal,50000",
        "HEURES_MAXIMALES,HeuresMaximales,5000",
        "JOURS_APRES_LA_FIN,JoursApresLaFin,90",
        "JOURS_DU_LIEN,JoursDuLien,30"
    })
    void chaque_parametre_est_date_et_a_confirmer(String parametre, String regle, int valeur) {
        RegleDeclenchee ligne = PARAMETRES.ligne(faits("parametre", parametre, "jour", LocalDate.of(2026, 1, 1)));
        assertThat(ligne.id()).isEqualTo("Rule_" + regle);
        assertThat(new Ligne(ligne).entier("valeur")).isEqualTo(valeur);
        assertThat(ligne.texte("certitude")).isIn("C", "U");
        assertThat(PARAMETRES.evaluer(faits("parametre", parametre, "jour", LocalDate.of(2025, 12, 31))))
                .isEmpty();
        assertThat(PARAMETRES.regles()).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2025-12-31,-",
                "2026-01-01,FinancementFormation-2026",
                "2026-12-31,FinancementFormation-2026",
                "2027-01-01,FinancementFormation-2027",
                "2028-12-31,FinancementFormation-2028",
                "2029-01-01,-"
            })
    void l_enveloppe_se_dit_par_la_date(LocalDate jour, String enveloppe) {
        assertThat(ENVELOPPES.evaluer(faits("jour", jour)))
                .extracting(r -> r.texte("enveloppe"))
                .isEqualTo(enveloppe == null ? List.of() : List.of(enveloppe));
        assertThat(ENVELOPPES.regles()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "true,-,-,false,false,Devis Programme Rib AttestationRsa",
                "false,true,false,false,false,Devis Programme Rib AncienRsa",
                "false,false,true,false,false,Devis Programme Rib Qualiopi",
                "-,-,-,true,true,Devis Programme Rib Refus Accords"
            })
    void seules_les_pieces_necessaires(
            Boolean rsa, Boolean recent, Boolean qualiopi, boolean refus, boolean accord, String attendues) {
        assertThat(PIECES.evaluer(
                        faits("rsa", rsa, "rsaRecent", recent, "qualiopi", qualiopi, "refus", refus, "accord", accord)))
                .allSatisfy(r -> assertThat(r.texte("pourquoi")).isNotBlank())
                .extracting(r -> r.id().substring("Rule_".length()))
                .containsExactly(attendues.split(" "));
        assertThat(PIECES.regles()).hasSize(8);
    }

    @Test
    void les_versements_font_cent_et_le_dernier_attend_toutes_les_heures() {
        List<Ligne> lignes = JALONS.evaluer(faits("jour", LocalDate.of(2026, 6, 1))).stream()
                .map(Ligne::new)
                .toList();
        assertThat(lignes).extracting(l -> l.texte("jalon")).containsExactly("ENTREE", "MOITIE_HEURES", "FIN");
        assertThat(lignes).extracting(l -> l.entier("part")).containsExactly(30, 30, 40);
        assertThat(lignes).extracting(l -> l.entier("heures")).containsExactly(0, 50, 100);
        assertThat(JALONS.regles()).hasSize(3);
    }

    /** What a form offers is what the table names: no choice without its words, none that nobody may choose. */
    @Test
    void les_choix_des_formulaires_sont_ceux_de_la_table() {
        Map<String, Map<String, String>> parListe = new TreeMap<>();
        int lignes = 0;
        for (String liste : CATALOGUE.valeurs("mots-formation", "liste")) {
            Map<String, String> mots = new TreeMap<>();
            for (String code : CATALOGUE.valeurs("mots-formation", "code")) {
                MOTS.evaluer(faits("liste", liste, "code", code)).forEach(r -> mots.put(code, r.texte("libelle")));
            }
            lignes += mots.size();
            parListe.put(liste, mots);
        }
        assertThat(MOTS.regles()).hasSize(lignes);
        assertThat(choix("demander-formation", "levier")).isEqualTo(parListe.get("LEVIER"));
        assertThat(choix("completer-demande-formation", "levier")).isEqualTo(parListe.get("LEVIER"));
        assertThat(choix("suivre-formation", "raisonArret")).isEqualTo(parListe.get("ARRET"));
        assertThat(choix("demander-resultat-trois-mois", "devenir")).isEqualTo(parListe.get("DEVENIR"));
        assertThat(choix("demander-resultat-six-mois", "devenir")).isEqualTo(parListe.get("DEVENIR"));
        assertThat(parListe.get("ARRET").toString().toLowerCase(java.util.Locale.FRENCH))
                .doesNotContain("sant", "malad");
    }

    private static Map<String, String> choix(String formulaire, String cle) {
        Map<String, String> choix = new TreeMap<>();
        for (JsonNode champ : FormulairesLivres.schema(formulaire).path("components")) {
            if (cle.equals(champ.path("key").asString(""))) {
                champ.path("values")
                        .forEach(v -> choix.put(
                                v.path("value").asString(), v.path("label").asString()));
            }
        }
        return choix;
    }

    @Test
    void chaque_ligne_du_recit_a_sa_phrase() {
        TreeSet<String> vues = new TreeSet<>();
        for (String etape : CATALOGUE.valeurs("explications-formation", "etape")) {
            RegleDeclenchee ligne = EXPLICATIONS.ligne(faits("etape", etape));
            vues.add(ligne.id().substring("Rule_".length()));
            assertThat(ligne.texte("libelle")).isNotBlank();
            assertThat(ligne.texte("raison")).isNotBlank();
        }
        EXPLICATIONS.chaqueLigneEstVerifiee(vues, 7);
    }
}
