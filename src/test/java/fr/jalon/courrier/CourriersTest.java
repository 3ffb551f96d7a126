package fr.jalon.courrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CourriersTest {

    private final AtelierCourriers atelier = new AtelierCourriers();

    @Test
    void donne_un_numero_une_empreinte_et_publie_le_fait() {
        CourrierVue courrier = atelier.courriers.produire(desistement("p1:etape:avis"));
        byte[] octets = atelier.courriers.octets(courrier.id());

        assertThat(courrier.numero()).isEqualTo("C-2026-000001");
        assertThat(courrier.versionModele()).isEqualTo(1);
        assertThat(courrier.objet()).isEqualTo("vous avez retiré votre demande de RSA");
        assertThat(courrier.empreinte()).isEqualTo(Empreinte.sha256(octets));
        assertThat(AtelierCourriers.suite(octets))
                .contains("C-2026-000001", "RSA-2026-000042")
                .doesNotContain("APERÇU");
        assertThat(atelier.courriers.courrier(courrier.id())).contains(courrier);
        assertThat(atelier.evenements)
                .containsExactly(new CourrierProduit(
                        courrier.id(),
                        "C-2026-000001",
                        PersonnesInventees.DOSSIER,
                        "desistement-confirme",
                        "instructeur.kleber"));
    }

    @Test
    void la_meme_cle_rend_le_meme_courrier_et_n_en_ecrit_pas_deux() {
        CourrierVue premier = atelier.courriers.produire(desistement("p1:etape:avis"));
        CourrierVue second = atelier.courriers.produire(desistement("p1:etape:avis"));

        assertThat(second).isEqualTo(premier);
        assertThat(atelier.archive.lignes).hasSize(1);
        assertThat(atelier.evenements).hasSize(1);
    }

    @Test
    void refuse_la_meme_cle_pour_un_autre_modele() {
        atelier.courriers.produire(desistement("p1:etape:avis"));
        DemandeCourrier autre = new DemandeCourrier(
                "p1:etape:avis",
                CodesCourrier.RAPPEL_PIECES,
                PersonnesInventees.DOSSIER,
                "RSA-2026-000042",
                "instructeur.kleber",
                "KLEBER",
                PersonnesInventees.base());
        assertThatThrownBy(() -> atelier.courriers.produire(autre))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("C-2026-000001");
    }

    @Test
    void une_valeur_manquante_nomme_le_champ_et_le_courrier_et_n_ecrit_rien() {
        DemandeCourrier sansDate =
                PersonnesInventees.demande(CodesCourrier.DESISTEMENT_CONFIRME, PersonnesInventees.base());
        CourrierIncomplet erreur =
                catchThrowableOfType(CourrierIncomplet.class, () -> atelier.courriers.produire(sansDate));

        assertThat(erreur.champ()).isEqualTo("desistement.date");
        assertThat(erreur.modele()).isEqualTo("desistement-confirme");
        assertThat(erreur).hasMessageContaining("Date du désistement");
        assertThat(atelier.archive.lignes).isEmpty();
        assertThat(atelier.courriers.produire(desistement("x")).numero()).isEqualTo("C-2026-000001");
    }

    @Test
    void refuse_un_rejet_sans_aucun_motif() {
        DemandeCourrier sansMotif = PersonnesInventees.demande(
                CodesCourrier.NOTIFICATION_REJET,
                PersonnesInventees.decision(PersonnesInventees.base()).motivation(List.of()));
        assertThat(catchThrowableOfType(CourrierIncomplet.class, () -> atelier.courriers.produire(sansMotif))
                        .champ())
                .isEqualTo("decision.motivation");
    }

    @Test
    void refuse_un_courrier_sans_l_agent_ni_l_adresse() {
        for (String champ : List.of("agent.qualite", "antenne.telephone", "usager.nomComplet")) {
            DemandeCourrier demande = desistement("k");
            demande.valeurs().texte(champ, " ");
            assertThat(catchThrowableOfType(CourrierIncomplet.class, () -> atelier.courriers.produire(demande))
                            .champ())
                    .isEqualTo(champ);
        }
    }

    @Test
    void l_apercu_porte_un_filigrane_et_n_est_pas_garde() {
        byte[] pdf = atelier.courriers.previsualiser(desistement("k"));
        assertThat(AtelierCourriers.suite(pdf)).contains("aperçu, sans numéro");
        assertThat(AtelierCourriers.suite(pdf).replace(" ", "")).startsWith("APERÇU");
        assertThat(atelier.archive.lignes).isEmpty();
        assertThat(atelier.evenements).isEmpty();
    }

    @Test
    void un_courrier_altere_n_est_pas_donne() throws ReflectiveOperationException {
        CourrierVue courrier = atelier.courriers.produire(desistement("k"));
        Field champ = Courrier.class.getDeclaredField("octets");
        champ.setAccessible(true);
        ((byte[]) champ.get(atelier.archive.lignes.get(courrier.id())))[200] ^= 1;

        assertThatThrownBy(() -> atelier.courriers.octets(courrier.id()))
                .isInstanceOf(CourrierAltere.class)
                .hasMessageContaining(courrier.numero());
    }

    @Test
    void un_courrier_qui_annule_et_remplace_le_dit() {
        CourrierVue premier = atelier.courriers.produire(desistement("k1"));
        DemandeCourrier d = desistement("k2");
        CourrierVue second = atelier.courriers.produire(new DemandeCourrier(
                "k2",
                d.modele(),
                d.dossierId(),
                d.dossierNumero(),
                d.auteur(),
                premier.id(),
                d.antenne(),
                d.valeurs()));

        assertThat(second.remplace()).isEqualTo(premier.id());
        assertThat(AtelierCourriers.suite(atelier.courriers.octets(second.id())))
                .contains("Ce courrier annule et remplace le courrier C-2026-000001 du 26 mai 2026.");
    }

    @Test
    void refuse_de_remplacer_le_courrier_d_un_autre_dossier() {
        CourrierVue premier = atelier.courriers.produire(desistement("k1"));
        DemandeCourrier d = desistement("k2");
        DemandeCourrier ailleurs = new DemandeCourrier(
                "k2",
                d.modele(),
                UUID.randomUUID(),
                "RSA-2026-000043",
                d.auteur(),
                premier.id(),
                d.antenne(),
                d.valeurs());
        assertThatThrownBy(() -> atelier.courriers.produire(ailleurs)).isInstanceOf(SaisieInvalide.class);
    }

    @Test
    void liste_les_courriers_du_dossier_le_plus_recent_d_abord() {
        atelier.courriers.produire(desistement("k1"));
        atelier.courriers.produire(desistement("k2"));
        assertThat(atelier.courriers.parDossier(PersonnesInventees.DOSSIER))
                .extracting(CourrierVue::numero)
                .containsExactly("C-2026-000002", "C-2026-000001");
    }

    @Test
    void une_mention_ou_un_code_inconnu_n_est_pas_un_courrier() {
        for (String code : List.of("mention-recours-rsa", "inconnu")) {
            assertThatThrownBy(() ->
                            atelier.courriers.produire(PersonnesInventees.demande(code, PersonnesInventees.base())))
                    .isInstanceOf(Introuvable.class);
        }
    }

    @Test
    void refuse_une_valeur_hors_du_catalogue_ou_du_mauvais_type() {
        DemandeCourrier horsCatalogue = desistement("k");
        horsCatalogue.valeurs().texte("usager.nir", "0");
        assertThatThrownBy(() -> atelier.courriers.produire(horsCatalogue))
                .isInstanceOf(IllegalArgumentException.class);
        DemandeCourrier mauvaisType = desistement("k");
        mauvaisType.valeurs().texte("desistement.date", "hier");
        assertThatThrownBy(() -> atelier.courriers.produire(mauvaisType)).isInstanceOf(IllegalArgumentException.class);
    }

    private static DemandeCourrier desistement(String cle) {
        return new DemandeCourrier(
                cle,
                CodesCourrier.DESISTEMENT_CONFIRME,
                PersonnesInventees.DOSSIER,
                "RSA-2026-000042",
                "instructeur.kleber",
                "KLEBER",
                PersonnesInventees.base().date("desistement.date", LocalDate.of(2026, 5, 25)));
    }
}
