package fr.jalon.orientation.parcours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EvenementVue;
import fr.jalon.orientation.ContratEngagement;
import fr.jalon.orientation.Contrats;
import fr.jalon.orientation.DemandeOrientationVue;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.seance.FicheCas;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;

/** The sheet says why the équipe is asked: absences, or a contract that was refused; never one for the other. */
class SujetAbsencesTest {

    private static final Instant JOUR = Instant.parse("2026-06-01T08:00:00Z");

    private final DemandesOrientation demandes = mock(DemandesOrientation.class);
    private final Contrats contrats = mock(Contrats.class);
    private final Dossiers dossiers = mock(Dossiers.class);
    private final Personnes personnes = mock(Personnes.class);
    private final SujetAbsences sujet =
            new SujetAbsences(demandes, contrats, dossiers, personnes, mock(ApplicationEventPublisher.class));

    @BeforeEach
    void preparer() {
        DemandeOrientationVue demande = mock(DemandeOrientationVue.class);
        when(demande.connueLe()).thenReturn(LocalDate.of(2026, 5, 1));
        when(demandes.demande(any())).thenReturn(demande);
        DossierVue dossier = mock(DossierVue.class);
        when(dossiers.parId(any())).thenReturn(dossier);
        PersonneVue personne = mock(PersonneVue.class);
        when(personne.nomComplet()).thenReturn("Zoé Inventée");
        when(personnes.parId(any())).thenReturn(personne);
    }

    private void histoire(String... natures) {
        List<EvenementVue> evenements = Stream.iterate(0, i -> i < natures.length, i -> i + 1)
                .map(i -> evenement(natures[i], JOUR.plusSeconds(60L * i)))
                .toList();
        when(dossiers.histoire(any())).thenReturn(evenements);
    }

    private static EvenementVue evenement(String nature, Instant quand) {
        EvenementVue e = mock(EvenementVue.class);
        when(e.nature()).thenReturn(nature);
        when(e.quand()).thenReturn(quand);
        when(e.complet()).thenReturn(nature.equals("ABSENCE") ? "Absence au premier rendez-vous." : "Contrat.");
        return e;
    }

    private void contrat(LocalDate refuseLe) {
        when(contrats.dernier(any()))
                .thenReturn(Optional.of(new ContratEngagement(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        LocalDate.of(2026, 6, 1),
                        LocalDate.of(2026, 11, 30),
                        BigDecimal.valueOf(15),
                        null,
                        null,
                        List.of("Reprendre un travail"),
                        List.of("Faire un CV"),
                        null,
                        null,
                        null,
                        refuseLe,
                        refuseLe == null ? null : "Les horaires ne vont pas.",
                        "ali")));
    }

    private FicheCas fiche() {
        return sujet.fiche(UUID.randomUUID());
    }

    @Test
    void un_contrat_refuse_n_est_pas_deux_absences() {
        histoire("CONTRAT", "CONTRAT");
        contrat(LocalDate.of(2026, 6, 1));
        assertThat(fiche().question()).isEqualTo("Contrat d'engagement refusé");
        assertThat(fiche().faits()).extracting(FicheCas.Fait::texte).contains("Les horaires ne vont pas.");
        assertThat(fiche().toString()).doesNotContain("bsence");
    }

    @Test
    void une_absence_d_avant_le_refus_se_lit_sans_changer_la_question() {
        histoire("ABSENCE", "CONTRAT", "CONTRAT");
        contrat(LocalDate.of(2026, 6, 1));
        assertThat(fiche().question()).isEqualTo("Contrat d'engagement refusé");
        assertThat(fiche().faits()).extracting(FicheCas.Fait::texte).contains("Absence au premier rendez-vous.");
    }

    @Test
    void des_absences_apres_un_ancien_refus_restent_des_absences() {
        histoire("CONTRAT", "CONTRAT", "ABSENCE", "ABSENCE");
        contrat(LocalDate.of(2026, 6, 1));
        assertThat(fiche().question()).isEqualTo("Deux absences au premier rendez-vous");
        assertThat(fiche().toString()).doesNotContain("Les horaires");
    }

    @Test
    void un_contrat_signe_n_est_pas_un_refus() {
        histoire("ABSENCE", "ABSENCE");
        contrat(null);
        assertThat(fiche().question()).isEqualTo("Deux absences au premier rendez-vous");
    }
}
