package fr.jalon.moteur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.ImagesCourrier;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.sanction.Manquements;
import fr.jalon.sanction.parcours.ManquementRsa;
import fr.jalon.seance.ScenesDEquipe;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A step that no dispositif previews by itself is tried: what would be written is read, and nothing is done. */
@JalonIT
class ApercusIT {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();
    private static final List<String> TABLES = List.of(
            "courrier",
            "courrier_sequence",
            "corbeille_tache",
            "dossier_evenement",
            "envoi",
            "evaluation_dossier",
            "temps_segment",
            "ACT_RU_TASK",
            "ACT_RU_JOB",
            "ACT_HI_ACTINST");

    /** Drawn aslant: a reader of text takes it in pieces. */
    private static final List<String> FILIGRANE = List.of("AP", "ER", "ÇU");

    @Autowired
    private Monde monde;

    @Autowired
    private HorlogeReglable reglage;

    @Autowired
    private Apercus apercus;

    @Autowired
    private Taches taches;

    @Autowired
    private Courriers courriers;

    @Autowired
    private ImagesCourrier images;

    @Autowired
    private JdbcTemplate jdbc;

    private ScenesDEquipe scenes;
    private Agent ali;
    private DossierVue dossier;

    @BeforeEach
    void ouvrir() {
        reglage.regler(EssaiConfiguration.DEPART);
        scenes = new ScenesDEquipe(monde);
        ali = scenes.ali();
        dossier = monde.bean(Manquements.class).ouvrir(scenes.orientee().id(), ali.identifiant(), ali);
        monde.travailler();
    }

    @Test
    void la_lettre_d_un_constat_se_lit_avant_d_etre_ecrite_et_rien_n_est_fait() {
        Map<String, String> avant = sommes();
        List<String> essai = lignes(apercus.rediger(tache(), constat(50), ali).orElseThrow());
        assertThat(String.join(" ", essai)).contains("pas venue signer votre contrat", "50 %");
        assertThat(sommes()).isEqualTo(avant);
        assertThat(courriers.parDossier(dossier.id())).isEmpty();

        scenes.achever(dossier, ManquementRsa.CONSTATER_MANQUEMENT, constat(50), ali);
        CourrierVue ecrite = courriers.parDossier(dossier.id()).get(0);
        assertThat(lignes(courriers.octets(ecrite.id())))
                .as("la lettre dit ce que l'aperçu disait, et son numéro")
                .containsAll(essai.stream()
                        .filter(l -> !l.contains("aperçu") && !FILIGRANE.contains(l))
                        .toList());
    }

    @Test
    void une_reponse_qui_manque_se_dit_comme_en_terminant_l_etape() {
        Map<String, Object> incomplet = constat(50);
        incomplet.remove("nature");
        assertThatThrownBy(() -> apercus.rediger(tache(), incomplet, ali)).isInstanceOf(SaisieInvalide.class);
        assertThat(scenes.attend(dossier, ManquementRsa.CONSTATER_MANQUEMENT)).isTrue();
    }

    @Test
    void une_etape_deja_faite_ne_s_essaie_plus() {
        TacheVue tache = tache();
        scenes.achever(dossier, ManquementRsa.CONSTATER_MANQUEMENT, constat(50), ali);
        assertThatThrownBy(() -> apercus.rediger(tache, constat(50), ali)).isInstanceOf(Conflit.class);
    }

    private TacheVue tache() {
        String id = jdbc.queryForObject(
                "select tache_id from corbeille_tache where dossier_id = ? and onglet <> 'F'",
                String.class,
                dossier.id());
        return taches.tache(id, ali);
    }

    private Map<String, String> sommes() {
        Map<String, String> sommes = new HashMap<>();
        for (String table : TABLES) {
            sommes.put(
                    table,
                    jdbc.queryForMap("checksum table " + table).get("Checksum").toString());
        }
        return sommes;
    }

    private List<String> lignes(byte[] pdf) {
        return images.texte(pdf)
                .lines()
                .map(l -> l.replaceAll("\\p{Z}+", " ").strip())
                .filter(l -> !l.isEmpty())
                .toList();
    }

    private static Map<String, Object> constat(int taux) {
        Map<String, Object> constat = new HashMap<>();
        constat.put("nature", "CONTRAT_NON_ETABLI");
        constat.put("dateFaits", DEPART.minusDays(5).toString());
        constat.put("faits", "Vous n'êtes pas venue signer votre contrat.");
        constat.put("foyer", "SEUL");
        constat.put("sanction", "SUSPENSION");
        constat.put("taux", taux);
        constat.put("mois", 1);
        return constat;
    }
}
