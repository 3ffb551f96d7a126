package fr.jalon.rsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.commun.SaisieInvalide;
import fr.jalon.courrier.ImagesCourrier;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.rsa.parcours.ApercusRsa;
import fr.jalon.usager.PersonneVue;
import fr.jalon.web.EtapesDEssai;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A thousand corrections at random of claims that are being studied: what Jalon keeps, what its step offers and what the
 * letter would tell are each time those of a fresh evaluation of the corrected facts.
 */
@JalonIT
class CorrectionsAuHasardIT {

    private static final int DOSSIERS = 10;
    private static final int CORRECTIONS = 100;
    private static final List<String> NATIONALITES = List.of("FR", "RO", "CH", "GB", "SN", "ER");

    @Autowired
    private Monde monde;

    @Autowired
    private DemandesRsa demandes;

    @Autowired
    private PropositionsRsa propositions;

    @Autowired
    private EligibiliteDuFoyer eligibilite;

    @Autowired
    private SimulationRsa simulation;

    @Autowired
    private MotifsCaf motifs;

    @Autowired
    private ApercusRsa apercus;

    @Autowired
    private ImagesCourrier images;

    @Autowired
    private HorlogeReglable horloge;

    private final Random hasard = new Random(20260601);
    private final Set<String> rencontres = new HashSet<>();

    @BeforeEach
    void remettreLHeure() {
        horloge.regler(EssaiConfiguration.DEPART);
    }

    @Test
    void mille_corrections_et_chaque_fois_les_motifs_d_une_evaluation_neuve() {
        for (int d = 0; d < DOSSIERS; d++) {
            DossierVue dossier = new EtapesDEssai(monde).aInstruire(deposee(d % 2 == 0));
            for (int c = 0; c < CORRECTIONS; c++) {
                ObjectNode donnees = auHasard();
                demandes.corriger(dossier.id(), donnees, null, monde.instructeur());
                verifier(dossier, donnees);
            }
        }
        assertThat(rencontres)
                .as("le hasard passe par chaque motif qui se trouve dans une situation")
                .containsExactlyInAnyOrder(
                        "RESSOURCES",
                        "AGE",
                        "JEUNE_ACTIF",
                        "SEJOUR",
                        "SEJOUR_EUROPEEN",
                        "ETUDES",
                        "CONGE",
                        "RESIDENCE");
    }

    private DossierVue deposee(boolean jeune) {
        PersonneVue personne = monde.personne();
        if (jeune) {
            personne = monde.naitre(personne, LocalDate.of(2004, 5, 1));
        }
        return demandes.deposer(personne.id(), Canal.GUICHET, monde.situation(), monde.instructeur());
    }

    private void verifier(DossierVue dossier, ObjectNode donnees) {
        DemandeRsaVue demande = demandes.demande(dossier.id());
        memesFaits(demande.situation().adultes().get(0), donnees.path("adultes").path(0));
        List<ConditionVerifiee> neuves = eligibilite.conditions(demande.situation(), 0);
        assertThat(demande.conditions()).as(donnees.toString()).isEqualTo(neuves);
        assertThat(demande.eligible()).isEqualTo(eligibilite.verdict(neuves));
        assertThat(demande.estimation()).isEqualTo(simulation.simuler(demande.situation()));

        List<String> fondes = motifs.fondes(demande.manques());
        rencontres.addAll(fondes);
        for (MotifsCaf.Motif m : motifs.tous()) {
            if (!fondes.contains(m.code()) && !MotifsCaf.AUTRE.equals(m.code())) {
                sansFondement(dossier, m);
                break;
            }
        }
        if (!fondes.isEmpty()) {
            lettre(dossier, fondes);
        }
    }

    /** The evaluation is that of what was typed last, not of what stood before. */
    private static void memesFaits(DemandeSimulation.Adulte garde, JsonNode tape) {
        assertThat(garde.nationalite()).isEqualTo(tape.path("nationalite").asString());
        assertThat(garde.heuresTravaillees3Ans())
                .isEqualByComparingTo(tape.path("heuresTravaillees3Ans").decimalValue());
        assertThat(garde.etudiant()).isEqualTo(troisEtats(tape.path("etudiant")));
        assertThat(garde.enConge()).isEqualTo(troisEtats(tape.path("enConge")));
        assertThat(garde.residenceStable()).isEqualTo(troisEtats(tape.path("residenceStable")));
        assertThat(garde.droitsPrioritairesDemandes()).isEqualTo(troisEtats(tape.path("droitsPrioritairesDemandes")));
        assertThat(garde.ressources()).hasSize(tape.path("ressources").size());
    }

    private static Boolean troisEtats(JsonNode reponse) {
        return reponse.isNull() ? null : reponse.asBoolean();
    }

    /** A reason that the facts do not bear out is not taken without the words that do. */
    private void sansFondement(DossierVue dossier, MotifsCaf.Motif motif) {
        assertThatThrownBy(() -> propositions.proposer(
                        dossier.id(),
                        new PropositionFaite(Proposition.DEFAVORABLE, List.of(motif.code()), null),
                        false,
                        monde.instructeur()))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs().get(0).champ()).isEqualTo("motif"));
    }

    private void lettre(DossierVue dossier, List<String> fondes) {
        String texte = images.texte(apercus.rediger(
                                dossier.id(),
                                "UserTask_InstruireDemande",
                                Map.of("proposition", "DEFAVORABLE", "motifs", fondes))
                        .orElseThrow())
                .replaceAll("[\\p{Z}\\s]+", " ");
        for (MotifsCaf.Motif m : motifs.tous()) {
            motifs.expliquer(List.of(m.code()), null).forEach(e -> {
                String attendu = e.texte().replace('\'', '’').replaceAll("[\\p{Z}\\s]+", " ");
                if (fondes.contains(m.code())) {
                    assertThat(texte).contains(attendu);
                } else {
                    assertThat(texte).doesNotContain(attendu);
                }
            });
        }
    }

    // ---- chance

    private ObjectNode auHasard() {
        ObjectNode situation = (ObjectNode) monde.situation();
        ObjectNode adulte = (ObjectNode) situation.path("adultes").path(0);
        adulte.put("nationalite", NATIONALITES.get(hasard.nextInt(NATIONALITES.size())));
        adulte.put("heuresTravaillees3Ans", hasard.nextInt(6000));
        troisEtats(adulte, "etudiant");
        troisEtats(adulte, "stagiaireFormation");
        troisEtats(adulte, "enConge");
        troisEtats(adulte, "residenceStable");
        troisEtats(adulte, "droitsPrioritairesDemandes");
        if (hasard.nextBoolean()) {
            adulte.put("anneesTitre", hasard.nextInt(9));
            adulte.put("statutSejour", hasard.nextBoolean() ? "TITRE_SEJOUR" : "SANS_TITRE");
        }
        if (hasard.nextInt(3) == 0) {
            adulte.put("droitSejourEuropeen", hasard.nextBoolean() ? "TRAVAILLE" : "AUCUN");
        }
        if (hasard.nextInt(3) == 0) {
            ressource(adulte, hasard.nextInt(1800));
        }
        if (hasard.nextInt(4) == 0) {
            ((ArrayNode) situation.path("enfants"))
                    .addObject()
                    .put("age", hasard.nextInt(20))
                    .putArray("ressources");
        }
        return situation;
    }

    private void troisEtats(ObjectNode adulte, String champ) {
        switch (hasard.nextInt(4)) {
            case 0 -> adulte.put(champ, true);
            case 1 -> adulte.putNull(champ);
            default -> adulte.put(champ, champ.endsWith("Stable") || champ.endsWith("Demandes"));
        }
        if (hasard.nextInt(8) == 0) {
            adulte.put(champ, false);
        }
    }

    private static void ressource(ObjectNode adulte, int montant) {
        for (String mois : List.of("2026-03", "2026-04", "2026-05")) {
            ((ArrayNode) adulte.path("ressources"))
                    .addObject()
                    .put("type", "SALAIRE_NET")
                    .put("mois", mois)
                    .put("montant", montant);
        }
    }
}
