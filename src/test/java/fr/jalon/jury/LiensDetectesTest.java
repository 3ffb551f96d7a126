package fr.jalon.jury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.jury.Rapprochement.Force;
import fr.jalon.seance.DemandeAuJury;
import fr.jalon.seance.FicheCas;
import fr.jalon.seance.Membre;
import fr.jalon.seance.PersonneConcernee;
import fr.jalon.seance.Presence;
import fr.jalon.seance.SeancesDEssai;
import fr.jalon.seance.SuiviDesPersonnes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Each tie that is looked for, one after the other, on the same case. */
class LiensDetectesTest {

    private static final String SIRET = "73282932000074";
    private static final LocalDate NAISSANCE = LocalDate.of(1984, 2, 29);
    private static final PersonneConcernee PERSONNE =
            new PersonneConcernee(UUID.randomUUID(), "Zoé Inventée", NAISSANCE, "12, rue de l'Exemple\n35000 Rennes");

    private final Interets interets = mock(Interets.class);
    private final Courriers courriers = mock(Courriers.class);
    private List<SuiviDesPersonnes.Suivi> suivis = List.of();

    @BeforeEach
    void sansIdentite() {
        when(interets.identite(any())).thenReturn(Optional.empty());
    }

    private List<Rapprochement> liens(Membre membre) {
        when(interets.de(any())).thenReturn(List.of());
        when(courriers.parDossier(any())).thenReturn(List.of());
        return encore(membre);
    }

    private List<Rapprochement> encore(Membre membre) {
        SuiviDesPersonnes spi = personne -> suivis;
        LiensDetectes detectes = new LiensDetectes(
                interets,
                SeancesDEssai.fiches(
                        new FicheCas("Permis", "Zoé Inventée", null, List.of()),
                        new DemandeAuJury(
                                "Permis",
                                100,
                                100,
                                "E",
                                null,
                                List.of(),
                                List.of(new DemandeAuJury.Tiers(
                                        "Auto-école du Blosne", SIRET, List.of("Noé Moniteur"))),
                                List.of("instructrice")),
                        PERSONNE),
                SeanceAuRegistre.PLACES,
                courriers,
                new StaticListableBeanFactory(Map.of("suivi", spi)).getBeanProvider(SuiviDesPersonnes.class));
        return detectes.rapprochements(
                SeancesDEssai.seance(List.of(membre), List.of(), List.of()), SeancesDEssai.point(1));
    }

    private static Membre membre(String compte, String nom, String adresse) {
        return new Membre(UUID.randomUUID(), compte, nom, "DEPARTEMENT", adresse, null, Presence.PRESENT, null);
    }

    private static void un(List<Rapprochement> vus, Force force, String raison, boolean presidence) {
        assertThat(vus)
                .extracting(Rapprochement::force, Rapprochement::pourLaPresidence)
                .containsExactly(tuple(force, presidence));
        assertThat(vus.get(0).raison()).contains(raison);
    }

    private static Interet interet(String organisme, String siret, LocalDate fin) {
        return new Interet(
                UUID.randomUUID(),
                Interet.Nature.EMPLOI,
                organisme,
                siret,
                Instant.EPOCH,
                fin == null ? null : fin.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC));
    }

    @Test
    void un_membre_sans_lien_n_en_a_aucun() {
        assertThat(liens(membre("jure", "Alix Autre", "1 rue d'Ailleurs 35000 Rennes")))
                .isEmpty();
        assertThat(liens(membre(null, "Alix Autre", null))).isEmpty();
    }

    @Test
    void qui_suit_ou_a_suivi_la_personne_depuis_moins_de_deux_ans() {
        suivis = List.of(new SuiviDesPersonnes.Suivi("ali", null));
        un(liens(membre("ali", "Alix Référent", null)), Force.FORTE, "suit cette personne", false);
        suivis = List.of(new SuiviDesPersonnes.Suivi("ali", LocalDate.of(2024, 6, 13)));
        un(liens(membre("ali", "Alix Référent", null)), Force.MOYENNE, "a suivi cette personne jusqu'au", false);
        suivis = List.of(new SuiviDesPersonnes.Suivi("ali", LocalDate.of(2024, 6, 11)));
        assertThat(liens(membre("ali", "Alix Référent", null))).isEmpty();
    }

    @Test
    void qui_a_instruit_ou_signe() {
        un(liens(membre("instructrice", "Alix Autre", null)), Force.FORTE, "a instruit", false);
        when(courriers.parDossier(any())).thenReturn(List.of(signePar("signataire")));
        un(encore(membre("signataire", "Alix Autre", null)), Force.FORTE, "a signé un courrier", false);
    }

    private static CourrierVue signePar(String compte) {
        return new CourrierVue(
                UUID.randomUUID(),
                "C-1",
                UUID.randomUUID(),
                "MOB-1",
                "m",
                1,
                "",
                "objet",
                "à",
                "0",
                Instant.EPOCH,
                "x",
                null,
                EtatCourrier.A_IMPRIMER,
                "DECISION",
                "KLEBER",
                "LETTRE_SIMPLE",
                Instant.EPOCH,
                compte,
                "nom",
                "a",
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
                null);
    }

    @Test
    void les_gens_de_l_ecole_par_leur_nom_ou_par_leur_declaration() {
        un(liens(membre(null, "NOÉ MONITEUR", null)), Force.FORTE, "répond auprès du CCAS", false);
        when(interets.de("jure")).thenReturn(List.of(interet("X", SIRET, null)));
        un(encore(membre("jure", "Alix Autre", null)), Force.FORTE, "a déclaré un lien", false);
        when(interets.de("jure")).thenReturn(List.of(interet("X", "73282932099999", null)));
        un(encore(membre("jure", "Alix Autre", null)), Force.FORTE, "un autre établissement", false);
        when(interets.de("jure")).thenReturn(List.of(interet("auto-ecole du BLOSNE", null, null)));
        un(encore(membre("jure", "Alix Autre", null)), Force.MOYENNE, "a déclaré un lien", false);
        when(interets.de("jure")).thenReturn(List.of(interet("X", SIRET, LocalDate.of(2024, 6, 13))));
        un(encore(membre("jure", "Alix Autre", null)), Force.MOYENNE, "jusqu'au 13 juin 2024", false);
        when(interets.de("jure")).thenReturn(List.of(interet("X", SIRET, LocalDate.of(2024, 6, 11))));
        assertThat(encore(membre("jure", "Alix Autre", null))).isEmpty();
    }

    @Test
    void le_meme_nom_la_meme_naissance_et_la_meme_adresse_pour_la_presidence_seule() {
        un(liens(membre("jure", "Alix Inventée", null)), Force.FAIBLE, "même nom de famille", true);
        when(interets.identite("jure")).thenReturn(Optional.of(new Interets.Identite(NAISSANCE, null)));
        un(encore(membre("jure", "Alix Inventée", null)), Force.FORTE, "né le même jour", true);
        assertThat(encore(membre("jure", "Alix Autre", null)))
                .as("la date seule ne dit rien")
                .isEmpty();
        un(
                encore(membre(null, "Alix Autre", "12 rue de l’Exemple, 35000 RENNES")),
                Force.MOYENNE,
                "habite à l'adresse",
                true);
        when(interets.identite("jure"))
                .thenReturn(Optional.of(new Interets.Identite(null, "12 RUE DE L'EXEMPLE\n35000 Rennes")));
        un(encore(membre("jure", "Alix Autre", null)), Force.MOYENNE, "habite à l'adresse", true);
        when(interets.identite("jure")).thenReturn(Optional.of(new Interets.Identite(null, "Rennes")));
        assertThat(encore(membre("jure", "Alix Autre", null))).isEmpty();
    }
}
