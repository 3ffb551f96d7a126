package fr.jalon.courrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.essais.JalonIT;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The module on a real MariaDB: migration, mapping, unique keys, text of any script. */
@JalonIT
class CourrierIT {

    @Autowired
    private Courriers courriers;

    @Autowired
    private ModelesCourrier modeles;

    @Autowired
    private ModelesCourrierFournis fournis;

    @Autowired
    private ArchiveCourriers archive;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void les_modeles_fournis_sont_charges_au_demarrage_une_seule_fois() {
        assertThat(modeles.courants())
                .extracting(ModeleVue::code)
                .containsAll(FichierModele.fournis().stream()
                        .map(FichierModele::code)
                        .toList());
        assertThat(fournis.charger(FichierModele.fournis())).isZero();
    }

    @Test
    void un_courrier_est_garde_et_revient_octet_pour_octet() {
        DemandeCourrier demande =
                PersonnesInventees.tousLesCourriers().findFirst().orElseThrow();
        demande.valeurs().texte("usager.nomComplet", "Zoé 😀 فاطمة Inventée");
        CourrierVue courrier = courriers.produire(demande);

        assertThat(courriers.produire(demande)).isEqualTo(courrier);
        assertThat(Empreinte.sha256(courriers.octets(courrier.id()))).isEqualTo(courrier.empreinte());
        assertThat(courriers.courrier(courrier.id()).orElseThrow().destinataire())
                .startsWith("Zoé 😀 فاطمة Inventée");
        assertThat(courriers.parDossier(courrier.dossierId())).contains(courrier);
    }

    @Test
    void la_base_refuse_un_second_courrier_pour_la_meme_cle() {
        CourrierVue vue = courriers.produire(
                PersonnesInventees.tousLesCourriers().skip(1).findFirst().orElseThrow());
        assertThatThrownBy(() -> archive.saveAndFlush(
                        new Courrier(copie(vue), "essai-" + CodesCourrier.DEMANDE_PIECES, new byte[] {1}, null)))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void une_ligne_alteree_dans_la_base_est_decelee() {
        CourrierVue vue = courriers.produire(
                PersonnesInventees.tousLesCourriers().skip(6).findFirst().orElseThrow());
        jdbc.sql("update courrier set octets = concat(octets, 'x') where id = ?")
                .param(vue.id().toString())
                .update();
        assertThatThrownBy(() -> courriers.octets(vue.id())).isInstanceOf(CourrierAltere.class);
    }

    @Test
    void deux_noeuds_qui_ecrivent_le_meme_courrier_n_en_gardent_qu_un()
            throws InterruptedException, ExecutionException {
        DemandeCourrier demande =
                PersonnesInventees.tousLesCourriers().skip(2).findFirst().orElseThrow();
        ExecutorService noeuds = Executors.newFixedThreadPool(4);
        try {
            List<Future<CourrierVue>> ecrits = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                ecrits.add(noeuds.submit(() -> produireAvecReprise(demande)));
            }
            Set<UUID> ids = new HashSet<>();
            for (Future<CourrierVue> ecrit : ecrits) {
                ids.add(ecrit.get().id());
            }
            assertThat(ids).hasSize(1);
        } finally {
            noeuds.shutdownNow();
        }
    }

    /** The same letter as another row. */
    private static CourrierVue copie(CourrierVue v) {
        return new CourrierVue(
                UUID.randomUUID(),
                "C-2026-999999",
                v.dossierId(),
                v.dossierNumero(),
                v.modele(),
                v.versionModele(),
                v.mentions(),
                v.objet(),
                v.destinataire(),
                v.empreinte(),
                v.creeLe(),
                v.auteur(),
                null,
                v.etat(),
                v.acte(),
                v.antenne(),
                v.remise(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                v.partAvant());
    }

    /** What the caller's retry of the whole transaction does. */
    private CourrierVue produireAvecReprise(DemandeCourrier demande) {
        try {
            return courriers.produire(demande);
        } catch (DataAccessException ecritEnMemeTemps) {
            return courriers.produire(demande);
        }
    }
}
