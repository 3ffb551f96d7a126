package fr.jalon.courrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.SaisieInvalide;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Written, signed by somebody entitled, printed, sent, received or returned: what each state allows and what it refuses. */
class VieDuCourrierTest {

    private static final LocalDate JOUR = LocalDate.of(2026, 5, 26);
    private static final Agent RESPONSABLE = AtelierCourriers.RESPONSABLE;
    private static final Agent AGENT =
            AtelierCourriers.agent("accueil.kleber", "Maëlle", "Fictif", "Agente d'accueil", "KLEBER", Role.ACCUEIL);

    private final AtelierCourriers atelier = new AtelierCourriers();

    static Stream<DemandeCourrier> tousLesCourriers() {
        return PersonnesInventees.tousLesCourriers();
    }

    @ParameterizedTest
    @MethodSource("tousLesCourriers")
    void un_courrier_qui_decide_attend_une_signature_et_les_autres_non(DemandeCourrier demande) {
        CourrierVue courrier = atelier.courriers.produire(demande);
        UsageCourrier usage = atelier.usages.de(demande.modele());

        EtatCourrier attendu = usage.acte().signature()
                ? EtatCourrier.A_SIGNER
                : usage.parLaPoste() ? EtatCourrier.A_IMPRIMER : EtatCourrier.IMPRIME;
        assertThat(courrier.etat()).isEqualTo(attendu);
        String texte = AtelierCourriers.suite(atelier.courriers.octets(courrier.id()));
        assertThat(texte.contains("Projet, non signé")).isEqualTo(usage.acte().signature());
    }

    @Test
    void la_signature_fixe_les_octets_avec_la_date_et_le_nom_de_qui_signe_et_oublie_les_valeurs() {
        deleguer("ORIENTATION", Role.RESPONSABLE_ANTENNE, null, null, JOUR.minusDays(10), null);
        CourrierVue projet = orientation();
        byte[] avant = atelier.courriers.octets(projet.id());
        assertThat(AtelierCourriers.suite(avant)).contains("Projet, non signé");

        CourrierVue signe = atelier.signatures.signer(projet.id(), RESPONSABLE);
        byte[] apres = atelier.courriers.octets(projet.id());

        assertThat(signe.etat()).isEqualTo(EtatCourrier.A_IMPRIMER);
        assertThat(signe.signataire()).isEqualTo("responsable.kleber");
        assertThat(signe.empreinte()).isEqualTo(Empreinte.sha256(apres)).isNotEqualTo(projet.empreinte());
        assertThat(AtelierCourriers.suite(apres))
                .contains(
                        "Hélène Fable",
                        "Responsable d’antenne",
                        "Par délégation, arrêté n° INVENTÉ-2026-01 du 1er avril 2026")
                .doesNotContain("Projet", "Camille Témoin");
        assertThat(atelier.archive.lignes.get(projet.id()).valeurs()).isNull();
        assertThat(atelier.evenements)
                .contains(new CourrierSigne(
                        signe.id(), signe.numero(), signe.dossierId(), signe.modele(), "responsable.kleber"));
    }

    @Test
    void le_courrier_signe_dit_ce_que_disait_le_projet_meme_si_le_modele_a_change() {
        deleguer("ORIENTATION", Role.RESPONSABLE_ANTENNE, null, null, JOUR, null);
        CourrierVue projet = orientation();
        ModeleVue m = atelier.modeles.courant(CodesCourrier.NOTIFICATION_ORIENTATION);
        atelier.publier(m.code(), m.titre(), m.objet(), m.corps() + "\nUne phrase nouvelle.\n");
        ModeleVue mention = atelier.modeles.courant("mention-recours-rsa");
        atelier.publier(mention.code(), mention.titre(), "", mention.corps() + "\nUne mention nouvelle.\n");

        CourrierVue signe = atelier.signatures.signer(projet.id(), RESPONSABLE);

        assertThat(signe.versionModele()).isEqualTo(1);
        assertThat(AtelierCourriers.suite(atelier.courriers.octets(signe.id()))).doesNotContain("nouvelle");
    }

    @Test
    void refuse_de_signer_sans_delegation_ou_hors_de_ses_bornes() {
        CourrierVue projet = orientation();
        refuse(projet, RESPONSABLE);
        deleguer("SANCTION", Role.RESPONSABLE_ANTENNE, null, null, JOUR, null);
        deleguer("ORIENTATION", Role.RESPONSABLE_ANTENNE, null, null, JOUR.plusDays(1), null);
        deleguer("ORIENTATION", Role.RESPONSABLE_ANTENNE, null, null, JOUR.minusDays(9), JOUR.minusDays(1));
        deleguer("ORIENTATION", Role.RESPONSABLE_ANTENNE, null, "BLOSNE", JOUR, null);
        deleguer("ORIENTATION", null, "quelqu.un", null, JOUR, null);
        refuse(projet, RESPONSABLE);
        deleguer("ORIENTATION", Role.RESPONSABLE_ANTENNE, null, null, JOUR, JOUR);
        // Another antenne, another role: refused by the same delegation
        refuse(
                projet,
                AtelierCourriers.agent(
                        "responsable.blosne", "Yann", "Légende", "Responsable", "BLOSNE", Role.RESPONSABLE_ANTENNE));
        for (Role role : Role.values()) {
            if (role != Role.RESPONSABLE_ANTENNE) {
                refuse(projet, AtelierCourriers.agent("a." + role, "A", "B", "q", "KLEBER", role));
            }
        }
        assertThat(atelier.signatures.aSigner(RESPONSABLE, List.of("KLEBER"))).hasSize(1);
        assertThat(atelier.signatures.nombre(RESPONSABLE)).isEqualTo(1);
        assertThat(atelier.signatures.signer(projet.id(), RESPONSABLE).signeLe())
                .isNotNull();
        assertThat(atelier.signatures.nombre(RESPONSABLE)).isZero();
    }

    @Test
    void une_delegation_donnee_a_une_personne_la_designe_seule() {
        CourrierVue projet = orientation();
        deleguer("ORIENTATION", null, "dispositifs", "KLEBER", JOUR, null);
        Agent dispositifs = AtelierCourriers.agent(
                "dispositifs", "Claire", "Utopie", "Responsable", null, Role.RESPONSABLE_DISPOSITIFS);
        refuse(projet, RESPONSABLE);
        assertThat(atelier.signatures.signer(projet.id(), dispositifs).signataireNom())
                .isEqualTo("Claire Utopie, Responsable");
    }

    @Test
    void une_decision_non_signee_ne_part_jamais() {
        CourrierVue projet = orientation();
        assertThatThrownBy(() -> atelier.suivi.envoyer(projet.id(), JOUR, ModeRemise.LETTRE_SIMPLE, AGENT))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("L212-1");
        assertThatThrownBy(() -> atelier.suivi.remettre(projet.id(), JOUR, "signature", AGENT))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("L212-1");
        Courrier ligne = atelier.archive.lignes.get(projet.id());
        assertThatThrownBy(() -> ligne.imprimer(projet.id(), 1, Instant.EPOCH)).isInstanceOf(Conflit.class);
        assertThatThrownBy(() -> atelier.suivi.recevoir(projet.id(), JOUR, "avis", AGENT))
                .isInstanceOf(Conflit.class);
        assertThat(ligne.vue().etat()).isEqualTo(EtatCourrier.A_SIGNER);
    }

    @Test
    void un_courrier_signe_ne_se_signe_pas_deux_fois() {
        deleguer("ORIENTATION", Role.RESPONSABLE_ANTENNE, null, null, JOUR, null);
        CourrierVue projet = orientation();
        atelier.signatures.signer(projet.id(), RESPONSABLE);
        assertThatThrownBy(() -> atelier.signatures.signer(projet.id(), RESPONSABLE))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("n'est plus à signer");
    }

    @Test
    void envoye_puis_recu_publie_les_deux_faits_et_la_presomption_s_efface_devant_la_preuve() {
        CourrierVue c = desistement();
        assertThat(atelier.courriers.presomption(c)).isEmpty();
        CourrierVue envoye = atelier.suivi.envoyer(c.id(), JOUR, ModeRemise.LETTRE_SIMPLE, AGENT);
        // 26 May is a Tuesday: five working days later is 2 June
        assertThat(atelier.courriers.presomption(envoye)).contains(LocalDate.of(2026, 6, 2));
        CourrierVue recu = atelier.suivi.recevoir(c.id(), JOUR, "avis signé", AGENT);
        assertThat(atelier.courriers.presomption(recu)).contains(JOUR);
        assertThat(atelier.evenements)
                .contains(
                        new CourrierEnvoye(
                                c.id(), c.numero(), c.dossierId(), c.modele(), JOUR, ModeRemise.LETTRE_SIMPLE),
                        new CourrierRecu(
                                c.id(), c.numero(), c.dossierId(), c.modele(), JOUR, ModeRemise.LETTRE_SIMPLE));
        assertThatThrownBy(() -> atelier.suivi.retourner(c.id(), JOUR, "NPAI", AGENT))
                .isInstanceOf(Conflit.class);
    }

    @Test
    void ce_qui_est_remis_contre_signature_est_parti_et_recu_le_meme_jour() {
        CourrierVue c = desistement();
        CourrierVue remis = atelier.suivi.remettre(c.id(), JOUR, "signature sur le double", AGENT);
        assertThat(remis)
                .extracting(CourrierVue::etat, CourrierVue::mode, CourrierVue::envoyeLe, CourrierVue::recuLe)
                .containsExactly(EtatCourrier.RECU, ModeRemise.MAIN_PROPRE, JOUR, JOUR);
        assertThat(atelier.evenements)
                .filteredOn(e -> e instanceof CourrierEnvoye || e instanceof CourrierRecu)
                .hasSize(2);
        assertThatThrownBy(() -> atelier.suivi.envoyer(c.id(), JOUR, ModeRemise.MAIN_PROPRE, AGENT))
                .isInstanceOf(SaisieInvalide.class);
    }

    @Test
    void un_retour_npai_arrete_ce_qui_courait_et_un_pli_non_reclame_non() {
        CourrierVue parti = atelier.suivi.envoyer(desistement().id(), JOUR, ModeRemise.RECOMMANDE, AGENT);
        CourrierVue revenu = atelier.suivi.retourner(parti.id(), JOUR, "NPAI", AGENT);
        assertThat(atelier.evenements)
                .contains(new CourrierRetourne(
                        parti.id(), parti.numero(), parti.dossierId(), parti.modele(), JOUR, "NPAI"));
        assertThat(atelier.courriers.presomption(revenu)).isEmpty();

        CourrierVue autre = atelier.courriers.produire(demande("k2"));
        atelier.suivi.envoyer(autre.id(), JOUR, ModeRemise.RECOMMANDE, AGENT);
        CourrierVue nonReclame = atelier.suivi.retourner(autre.id(), JOUR, "NON_RECLAME", AGENT);
        assertThat(nonReclame.etat()).isEqualTo(EtatCourrier.RETOURNE);
        assertThat(atelier.evenements)
                .filteredOn(CourrierRetourne.class::isInstance)
                .hasSize(1);
        assertThat(atelier.courriers.presomption(nonReclame)).isPresent();
        assertThatThrownBy(() -> atelier.suivi.retourner(parti.id(), JOUR, "AUTRE", AGENT))
                .isInstanceOf(SaisieInvalide.class);
    }

    @Test
    void un_jour_a_venir_ou_d_avant_le_courrier_est_refuse() {
        CourrierVue c = desistement();
        for (LocalDate faux : List.of(JOUR.plusDays(1), JOUR.minusDays(1))) {
            assertThatThrownBy(() -> atelier.suivi.envoyer(c.id(), faux, ModeRemise.LETTRE_SIMPLE, AGENT))
                    .isInstanceOf(SaisieInvalide.class);
        }
        assertThatThrownBy(() -> atelier.suivi.envoyer(c.id(), null, ModeRemise.LETTRE_SIMPLE, AGENT))
                .isInstanceOf(SaisieInvalide.class);
        assertThatThrownBy(() -> atelier.suivi.envoyer(c.id(), JOUR, null, AGENT))
                .isInstanceOf(SaisieInvalide.class);
        assertThatThrownBy(() -> atelier.suivi.remettre(c.id(), JOUR, " ", AGENT))
                .isInstanceOf(SaisieInvalide.class);
    }

    @Test
    void s_annule_jusqu_a_la_signature_ou_l_impression_et_apres_dit_le_chemin() {
        CourrierVue projet = orientation();
        atelier.courriers.annuler(projet.id(), "faits corrigés", RESPONSABLE);
        assertThat(atelier.archive.lignes.get(projet.id()).valeurs()).isNull();
        assertThat(atelier.evenements)
                .contains(new CourrierAnnule(
                        projet.id(), projet.numero(), projet.dossierId(), projet.modele(), "faits corrigés"));

        CourrierVue c = desistement();
        atelier.archive.lignes.get(c.id()).imprimer(projet.id(), 1, Instant.EPOCH);
        assertThatThrownBy(() -> atelier.courriers.annuler(c.id(), "erreur", RESPONSABLE))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("annule et le remplace");
        assertThatThrownBy(() -> atelier.courriers.annuler(c.id(), "", RESPONSABLE))
                .isInstanceOf(SaisieInvalide.class);
    }

    /** The letter gives an appointment on 3 June; it did not leave. */
    @Test
    void un_courrier_dont_le_rendez_vous_est_passe_ne_se_signe_ni_ne_part_et_s_annule() {
        deleguer("ORIENTATION", Role.RESPONSABLE_ANTENNE, null, null, JOUR, null);
        CourrierVue projet = orientation();
        LocalDate rendezVous = projet.partAvant();
        assertThat(rendezVous).isAfter(JOUR);
        assertThat(projet.depasse(rendezVous)).as("le jour même").isFalse();
        CourrierVue signe = atelier.signatures.signer(projet.id(), RESPONSABLE);
        assertThat(signe.depasse(rendezVous.plusDays(1))).isTrue();

        AtelierCourriers apres = new AtelierCourriers(rendezVous.plusDays(1));
        apres.archive.lignes.putAll(atelier.archive.lignes);
        assertThatThrownBy(
                        () -> apres.suivi.envoyer(signe.id(), rendezVous.plusDays(1), ModeRemise.LETTRE_SIMPLE, AGENT))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("est passé : il ne part plus")
                .hasMessageContaining("Donnez une autre date");
        assertThatThrownBy(() -> apres.suivi.remettre(signe.id(), rendezVous.plusDays(1), "Signature.", AGENT))
                .isInstanceOf(Conflit.class);
        CourrierVue autre = copieASigner(apres);
        assertThatThrownBy(() -> apres.signatures.signer(autre.id(), RESPONSABLE))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("est passé");
        assertThat(apres.courriers
                        .annuler(signe.id(), "rendez-vous passé", RESPONSABLE)
                        .etat())
                .as("même signé : il n'est parti chez personne")
                .isEqualTo(EtatCourrier.ANNULE);
    }

    /** It is noted late, and it left in time. */
    @Test
    void un_courrier_parti_avant_son_rendez_vous_se_note_encore_apres() {
        deleguer("ORIENTATION", Role.RESPONSABLE_ANTENNE, null, null, JOUR, null);
        CourrierVue signe = atelier.signatures.signer(orientation().id(), RESPONSABLE);
        AtelierCourriers apres = new AtelierCourriers(signe.partAvant().plusDays(3));
        apres.archive.lignes.putAll(atelier.archive.lignes);
        assertThat(apres.suivi
                        .envoyer(signe.id(), JOUR.plusDays(1), ModeRemise.LETTRE_SIMPLE, AGENT)
                        .etat())
                .isEqualTo(EtatCourrier.ENVOYE);
    }

    /** Another orientation, whose appointment is the same day, and that nobody signed. */
    private CourrierVue copieASigner(AtelierCourriers apres) {
        apres.lignesDeDelegations.saveAndFlush(new Delegation(
                new NouvelleDelegation(
                        "ORIENTATION",
                        Role.RESPONSABLE_ANTENNE,
                        null,
                        null,
                        JOUR,
                        null,
                        "INVENTÉ-2026-02",
                        JOUR.minusMonths(1)),
                "admin",
                Instant.EPOCH));
        DemandeCourrier d = tousLesCourriers()
                .filter(x -> x.modele().equals(CodesCourrier.NOTIFICATION_ORIENTATION))
                .findFirst()
                .orElseThrow();
        return apres.courriers.produire(new DemandeCourrier(
                "autre", d.modele(), d.dossierId(), d.dossierNumero(), d.auteur(), d.antenne(), d.valeurs()));
    }

    @Test
    void ce_qui_est_remplace_avant_de_partir_ne_part_plus() {
        CourrierVue premier = desistement();
        DemandeCourrier d = demande("k2");
        atelier.courriers.produire(new DemandeCourrier(
                "k2",
                d.modele(),
                d.dossierId(),
                d.dossierNumero(),
                d.auteur(),
                premier.id(),
                d.antenne(),
                d.valeurs()));
        assertThat(atelier.courriers.courrier(premier.id()).orElseThrow())
                .extracting(CourrierVue::etat, CourrierVue::motifAnnulation)
                .containsExactly(EtatCourrier.ANNULE, "remplacé par le courrier C-2026-000002");
    }

    @Test
    void sans_agent_le_courrier_nomme_l_antenne_et_jamais_celui_qui_a_ouvert_le_dossier() {
        DemandeCourrier d = demande("k3");
        d.valeurs().texte("agent.prenom", null).texte("agent.nom", null).texte("agent.qualite", null);
        assertThat(AtelierCourriers.suite(atelier.courriers.previsualiser(d)))
                .contains("Votre dossier est suivi par : Espace social Rennes Kléber");
    }

    private void refuse(CourrierVue projet, Agent agent) {
        assertThatThrownBy(() -> atelier.signatures.signer(projet.id(), agent))
                .as(agent.identifiant())
                .isInstanceOf(Interdit.class);
    }

    private void deleguer(String acte, Role role, String compte, String antenne, LocalDate du, LocalDate au) {
        atelier.lignesDeDelegations.saveAndFlush(new Delegation(
                new NouvelleDelegation(
                        acte, role, compte, antenne, du, au, "INVENTÉ-2026-01", LocalDate.of(2026, 4, 1)),
                "admin",
                Instant.EPOCH));
    }

    private CourrierVue orientation() {
        return atelier.courriers.produire(tousLesCourriers()
                .filter(d -> d.modele().equals(CodesCourrier.NOTIFICATION_ORIENTATION))
                .findFirst()
                .orElseThrow());
    }

    private CourrierVue desistement() {
        return atelier.courriers.produire(demande("k1"));
    }

    private static DemandeCourrier demande(String cle) {
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
