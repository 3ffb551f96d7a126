package fr.jalon.jury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.Delegations;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.courrier.Impressions;
import fr.jalon.courrier.LotVue;
import fr.jalon.courrier.NouvelleDelegation;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.FichiersInventes;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.seance.Point;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Tenue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** After the minutes: the letters of a session in one batch, the minutes signed with another tool. */
@JalonIT
class SuitesDeSeanceIT {

    @Autowired
    private Monde monde;

    @Autowired
    private CourriersDeSeance courriers;

    @Autowired
    private SignatureExterieure signature;

    @Autowired
    private HorlogeReglable reglage;

    @Autowired
    private JdbcTemplate jdbc;

    private ScenesDuJury scenes;

    @BeforeEach
    void preparer() {
        reglage.regler(EssaiConfiguration.DEPART);
        scenes = new ScenesDuJury(monde);
    }

    @AfterEach
    void remettre() {
        reglage.regler(EssaiConfiguration.DEPART);
    }

    /** A session that granted the first request and refused the others; closed, not signed. */
    private SeanceVue close(DossierVue... dossiers) {
        SeanceVue seance = scenes.ouverte(scenes.convoquee(dossiers));
        Scrutins scrutins = monde.bean(Scrutins.class);
        Agent presidente = scenes.jure(1);
        for (Point p : seance.points()) {
            boolean accord = p.rang() == 1;
            scrutins.ouvrir(seance.id(), p.id(), null, false, presidente);
            for (int n = 1; n <= 4; n++) {
                scrutins.voter(seance.id(), p.id(), accord ? Sens.POUR : Sens.CONTRE, scenes.jure(n));
            }
            scrutins.clore(
                    seance.id(),
                    p.id(),
                    accord ? new Cloture("ACCORD", null, null) : new Cloture("REFUS", null, "Un autre paie déjà."),
                    presidente);
        }
        monde.bean(Tenue.class).clore(seance.id(), null, scenes.secretaire());
        return scenes.lire(seance);
    }

    private SeanceVue signee(DossierVue... dossiers) {
        SeanceVue seance = close(dossiers);
        monde.bean(ProcesVerbaux.class).signer(seance.id(), scenes.jure(1));
        monde.travailler();
        return scenes.lire(seance);
    }

    private void deleguerAuSecretariat() {
        LocalDate jour = EssaiConfiguration.DEPART.toLocalDate();
        Agent admin = monde.agent("admin.delegations", Role.ADMIN, null);
        Stream.of("DECISION", "DECISION_FAVORABLE")
                .forEach(acte -> monde.bean(Delegations.class)
                        .ajouter(
                                new NouvelleDelegation(
                                        acte,
                                        null,
                                        scenes.secretaire().identifiant(),
                                        null,
                                        jour,
                                        null,
                                        "INVENTÉ-2026-13",
                                        jour.minusMonths(1)),
                                admin));
    }

    @Test
    void les_courriers_d_une_seance_se_signent_et_s_impriment_en_un_seul_lot() {
        DossierVue accorde = scenes.demande("1100");
        DossierVue refuse = scenes.demande("1150");
        SeanceVue close = close(accorde, refuse);
        Agent secretaire = scenes.secretaire();
        assertThat(courriers.de(close.id(), secretaire))
                .as("rien avant la signature")
                .isEmpty();
        monde.bean(ProcesVerbaux.class).signer(close.id(), scenes.jure(1));
        assertThat(courriers.sansCourrier(close.id(), secretaire)).contains(accorde.numero());
        monde.travailler();
        SeanceVue seance = scenes.lire(close);

        assertThat(courriers.sansCourrier(seance.id(), secretaire)).isEmpty();
        assertThat(courriers.de(seance.id(), secretaire))
                .extracting(CourrierVue::modele, CourrierVue::etat)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("aide-mobilite-accord", EtatCourrier.A_SIGNER),
                        org.assertj.core.groups.Tuple.tuple("aide-mobilite-refus", EtatCourrier.A_SIGNER));
        assertThatThrownBy(() -> courriers.preparerLeLot(seance.id(), secretaire))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("2 courriers à signer");
        CourriersDeSeance.Bilan sans = courriers.signer(seance.id(), secretaire);
        assertThat(sans.faits()).isZero();
        assertThat(sans.refus()).singleElement().asString().contains("délégation");

        deleguerAuSecretariat();
        assertThat(courriers.signer(seance.id(), secretaire)).isEqualTo(new CourriersDeSeance.Bilan(2, List.of()));
        assertThat(courriers.signer(seance.id(), secretaire).faits())
                .as("une fois")
                .isZero();
        LotVue lot = courriers.preparerLeLot(seance.id(), secretaire);
        assertThat(lot.nombre()).isEqualTo(2);
        assertThat(lot.seance()).isEqualTo(seance.numero());
        Impressions impressions = monde.bean(Impressions.class);
        assertThat(impressions.lettres(lot.id()))
                .extracting(CourrierVue::dossierId)
                .containsExactlyInAnyOrder(accorde.id(), refuse.id());
        assertThat(impressions.imprimer(lot.id(), secretaire))
                .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> courriers.preparerLeLot(seance.id(), secretaire))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("Aucun courrier");
        assertThatThrownBy(() -> impressions.lot(lot.id(), monde.instructeur()))
                .as("il porte les courriers de toutes les antennes")
                .isInstanceOf(Introuvable.class);
    }

    @Test
    void seul_le_secretariat_prepare_les_courriers_de_la_seance() {
        SeanceVue seance = signee(scenes.demande("1100"));
        assertThatThrownBy(() -> courriers.de(seance.id(), scenes.jure(1))).isInstanceOf(Interdit.class);
        assertThatThrownBy(() -> courriers.signer(seance.id(), scenes.jure(2))).isInstanceOf(Interdit.class);
        assertThatThrownBy(() -> courriers.preparerLeLot(seance.id(), scenes.jure(3)))
                .isInstanceOf(Interdit.class);
        assertThatThrownBy(() -> courriers.de(seance.id(), monde.responsable())).isInstanceOf(Introuvable.class);
    }

    /** The same bytes, and a signature after them. */
    private static byte[] signer(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            signature.setName("Zoé Inventée");
            document.addSignature(signature, contenu -> new byte[] {0x30, 0x03, 0x02, 0x01, 0x00});
            ByteArrayOutputStream sortie = new ByteArrayOutputStream();
            document.saveIncremental(sortie);
            return sortie.toByteArray();
        }
    }

    private void refuse(SeanceVue seance, byte[] octets, String pourquoi) {
        assertThatThrownBy(() -> signature.deposer(seance.id(), octets, scenes.secretaire()))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs()).singleElement().satisfies(x -> {
                            assertThat(x.champ()).isEqualTo("fichier");
                            assertThat(x.message()).contains(pourquoi);
                        }));
    }

    @Test
    void un_proces_verbal_signe_ailleurs_est_garde_s_il_est_celui_qui_fut_envoye() throws IOException {
        SeanceVue close = close(scenes.demande("1100"));
        assertThatThrownBy(() -> signature.deposer(close.id(), FichiersInventes.pdf(1), scenes.secretaire()))
                .as("pas avant la signature dans Jalon")
                .isInstanceOf(Conflit.class);
        monde.bean(ProcesVerbaux.class).signer(close.id(), scenes.jure(1));
        SeanceVue seance = scenes.lire(close);
        byte[] envoye = monde.bean(Courriers.class).octets(seance.procesVerbal());

        refuse(seance, envoye, "Aucune signature");
        refuse(seance, FichiersInventes.pdf(1), "n'est pas le procès-verbal envoyé");
        refuse(seance, signer(FichiersInventes.pdf(1)), "n'est pas le procès-verbal envoyé");
        byte[] avant = monde.bean(Courriers.class).octets(close.procesVerbal());
        refuse(seance, signer(avant), "n'est pas le procès-verbal envoyé");
        assertThatThrownBy(() -> signature.deposer(seance.id(), signer(envoye), scenes.jure(3)))
                .isInstanceOf(Interdit.class);
        assertThatThrownBy(() -> signature.deposer(seance.id(), signer(envoye), monde.responsable()))
                .isInstanceOf(Introuvable.class);
        assertThat(signature.gardee(seance.id(), scenes.secretaire())).isEmpty();

        byte[] signe = signer(envoye);
        assertThat(Arrays.copyOf(signe, envoye.length)).isEqualTo(envoye);
        signature.deposer(seance.id(), signe, scenes.jure(1));
        assertThat(signature.gardee(seance.id(), scenes.jure(4)).orElseThrow().empreinte())
                .isEqualTo(Registre.sha256(signe));
        assertThat(signature.lire(seance.id(), scenes.secretaire())).isEqualTo(signe);
        assertThatThrownBy(() -> signature.deposer(seance.id(), signe, scenes.secretaire()))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("déjà gardé");
        assertThat(jdbc.queryForObject(
                        "select count(*) from journal_entree where texte like ?",
                        Integer.class,
                        "%" + Registre.sha256(signe) + ", sur l'envoi " + Registre.sha256(envoye) + "%"))
                .as("son empreinte est au journal, avec celle de l'envoi")
                .isEqualTo(1);
        jdbc.update("update jury_pv_signe set empreinte = ? where seance_id = ?", "0".repeat(64), seance.id());
        assertThatThrownBy(() -> signature.lire(seance.id(), scenes.secretaire()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void une_signature_qui_ne_va_pas_jusqu_au_bout_ne_signe_pas() throws IOException {
        byte[] pdf = FichiersInventes.pdf(1);
        byte[] signe = signer(pdf);
        assertThat(SignatureExterieure.signeJusquAuBout(signe, pdf.length)).isTrue();
        byte[] suivi = Arrays.copyOf(signe, signe.length + 20);
        assertThat(SignatureExterieure.signeJusquAuBout(suivi, pdf.length)).isFalse();
        assertThat(SignatureExterieure.signeJusquAuBout(pdf, 0)).isFalse();
    }
}
