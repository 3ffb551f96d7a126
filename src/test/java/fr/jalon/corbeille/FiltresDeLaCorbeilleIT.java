package fr.jalon.corbeille;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Interdit;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every filter against the same question asked in Java over each row; the counters of the tabs against the rows. */
@JalonIT
class FiltresDeLaCorbeilleIT {

    private static final int LIGNES = 400;
    private static final LocalDate JOUR = LocalDate.of(2026, 6, 15);
    private static final List<String> ANTENNES = List.of("KLEBER", "BLOSNE");
    private static final List<String> GROUPES = List.of("INSTRUCTEUR", "ALI", "RESPONSABLE_ANTENNE");
    private static final List<String> DISPOSITIFS = List.of("RSA", "CFA", "ORI");
    private static final List<String> ETAPES = List.of("UserTask_A", "UserTask_B", "UserTask_C");

    @Autowired
    private Monde monde;

    @Autowired
    private Corbeille corbeille;

    @Autowired
    private EntretienCorbeille entretien;

    @Autowired
    private Equipe equipe;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private HorlogeReglable horloge;

    private Agent instructeur;
    private Agent collegue;
    private Agent responsable;
    private List<LigneCorbeille> toutes;
    private List<String> onglets;

    @BeforeEach
    void lignes() {
        horloge.regler(LocalDateTime.of(2026, 6, 1, 9, 0));
        instructeur = monde.instructeur();
        collegue = monde.agent("instructeur2.kleber", Role.INSTRUCTEUR, "KLEBER");
        responsable = monde.responsable();
        monde.agent(Role.INSTRUCTEUR, "BLOSNE");
        DossierVue dossier = monde.demande();
        monde.travailler();
        jdbc.update("delete from corbeille_tache");
        Random hasard = new Random(16);
        for (int i = 0; i < LIGNES; i++) {
            inserer(i, dossier, hasard);
        }
        entretien.recompter();
        horloge.regler(LocalDateTime.of(2026, 6, 15, 9, 0));
        onglets = jdbc.queryForList("select onglet from corbeille_tache order by tache_id", String.class);
        toutes = jdbc.query("select " + LigneSql.COLONNES + " from corbeille_tache order by tache_id", LigneSql::lire);
    }

    private void inserer(int i, DossierVue dossier, Random hasard) {
        String onglet = String.valueOf("PMTF".charAt(hasard.nextInt(4)));
        List<String> agents = List.of(instructeur.identifiant(), collegue.identifiant(), responsable.identifiant());
        String assigne = onglet.equals("M") ? agents.get(hasard.nextInt(3)) : null;
        boolean sansDate = hasard.nextInt(8) == 0;
        LocalDate cible = sansDate ? LigneSql.SANS_DATE : JOUR.minusDays(20).plusDays(hasard.nextInt(40));
        LocalDate limite = sansDate ? LigneSql.SANS_DATE : cible.plusDays(hasard.nextInt(10));
        Timestamp arrivee = Timestamp.from(JOUR.minusDays(hasard.nextInt(60))
                .atTime(hasard.nextInt(24), hasard.nextInt(60))
                .atZone(Horloge.PARIS)
                .toInstant());
        jdbc.update(
                "insert into corbeille_tache (tache_id, onglet, dossier_id, numero, personne_id, usager, antenne, dispositif,"
                        + " processus, etape, libelle, groupe, attente, assigne, assigne_nom, rang, cible, limite,"
                        + " piece_nouvelle, creee_le, terminee_le, recherche)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, 'p', ?, ?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                String.format("t-%04d", i),
                onglet,
                dossier.id(),
                String.format("RSA-2026-%06d", i),
                dossier.personneId(),
                "Inventée " + i,
                ANTENNES.get(hasard.nextInt(2)),
                DISPOSITIFS.get(hasard.nextInt(3)),
                ETAPES.get(hasard.nextInt(3)),
                "Étape",
                GROUPES.get(hasard.nextInt(3)),
                assigne,
                assigne == null ? null : "Nom " + assigne,
                hasard.nextInt(5) == 0 ? 0 : 1,
                cible,
                limite,
                hasard.nextInt(4) == 0,
                arrivee,
                onglet.equals("F") ? arrivee : null,
                (i % 3 == 0 ? "inventee zoe " : "inventee lou ") + i);
    }

    @Test
    void chaque_filtre_au_hasard_rend_les_lignes_que_java_trouve_et_les_compteurs_leur_nombre() {
        Random hasard = new Random(365);
        int trouvees = 0;
        for (int tour = 0; tour < 250; tour++) {
            Agent lecteur = List.of(instructeur, collegue, responsable).get(hasard.nextInt(3));
            FiltreCorbeille filtre = auHasard(hasard, lecteur);
            List<String> attendues = attendues(filtre, lecteur);
            List<LigneCorbeille> page = corbeille.page(filtre, 0, 200, lecteur);
            assertThat(page)
                    .as("tour %d : %s pour %s", tour, filtre, lecteur.identifiant())
                    .extracting(LigneCorbeille::tacheId)
                    .containsExactlyElementsOf(attendues);
            trouvees += attendues.size();
            Map<Onglet, Long> compteurs = corbeille.compteurs(filtre, lecteur);
            for (Onglet onglet : compteurs.keySet()) {
                assertThat(compteurs.get(onglet))
                        .as("tour %d, compteur %s : %s", tour, onglet, filtre)
                        .isEqualTo(attendues(filtre.avecOnglet(onglet), lecteur).size());
            }
            assertThat(compteurs).containsKey(filtre.onglet());
            assertThat(corbeille.lister(filtre, 0, 5, lecteur).total()).isEqualTo(attendues.size());
        }
        assertThat(trouvees).isGreaterThan(1_000);
    }

    @Test
    void sans_filtre_les_compteurs_tenus_sont_ceux_des_lignes() {
        for (Agent lecteur : List.of(instructeur, collegue, responsable)) {
            Map<Onglet, Long> compteurs = corbeille.compteurs(FiltreCorbeille.de(Onglet.A_PRENDRE), lecteur);
            assertThat(compteurs.keySet()).containsExactlyInAnyOrder(Onglet.values());
            compteurs.forEach((onglet, nombre) -> assertThat(nombre)
                    .as(onglet + " de " + lecteur.identifiant())
                    .isEqualTo(attendues(FiltreCorbeille.de(onglet), lecteur).size())
                    .isEqualTo(corbeille.nombre(FiltreCorbeille.de(onglet), lecteur)));
        }
    }

    @Test
    void le_responsable_ouvre_la_charge_de_chacun_et_les_agents_ne_la_voient_pas() {
        Agent libre = monde.agent("instructeur.libre", Role.INSTRUCTEUR, "KLEBER");
        List<Equipe.Charge> charges = equipe.charges(responsable);
        assertThat(charges).extracting(Equipe.Charge::identifiant).contains(libre.identifiant());
        for (Equipe.Charge charge : charges) {
            if (!charge.identifiant().equals(responsable.identifiant())) {
                FiltreCorbeille sien = FiltreCorbeille.de(Onglet.CHEZ_COLLEGUES)
                        .avec(new CriteresCorbeille(null, null, null, List.of(charge.identifiant()), null, null, null));
                assertThat(corbeille.nombre(sien, responsable)).isEqualTo(charge.taches());
                assertThatThrownBy(() -> corbeille.nombre(sien, instructeur)).isInstanceOf(Interdit.class);
            }
        }
    }

    private static FiltreCorbeille auHasard(Random hasard, Agent lecteur) {
        CriteresCorbeille criteres = new CriteresCorbeille(
                parmi(hasard, DISPOSITIFS),
                parmi(hasard, List.of("KLEBER", "BLOSNE")),
                parmi(hasard, List.of("UserTask_A", "RSA:UserTask_B", "CFA:UserTask_B", "UserTask_C")),
                lecteur.a(Role.RESPONSABLE_ANTENNE)
                        ? parmi(hasard, List.of("instructeur2.kleber", lecteur.identifiant()))
                        : List.of(),
                EnumSet.copyOf(Stream.of(EtatEcheance.values()).toList()).stream()
                        .filter(e -> hasard.nextInt(4) == 0)
                        .collect(java.util.stream.Collectors.toSet()),
                hasard.nextInt(4) == 0 ? Set.of(List.of(Signe.values()).get(hasard.nextInt(2))) : Set.of(),
                arrivee(hasard));
        return new FiltreCorbeille(
                List.of(Onglet.values()).get(hasard.nextInt(5)),
                criteres,
                hasard.nextInt(4) == 0 ? "ZOÉ" : null,
                List.of(new Ordre(Ordre.Cle.ANCIENNETE, hasard.nextBoolean())));
    }

    private static Arrivee arrivee(Random hasard) {
        LocalDate du = hasard.nextInt(4) == 0 ? JOUR.minusDays(hasard.nextInt(60)) : null;
        LocalDate au = hasard.nextInt(4) == 0 ? JOUR.minusDays(hasard.nextInt(30)) : null;
        return new Arrivee(hasard.nextInt(3) == 0 ? hasard.nextInt(40) : null, du, au);
    }

    private static List<String> parmi(Random hasard, List<String> codes) {
        return hasard.nextInt(3) > 0
                ? List.of()
                : codes.stream().filter(c -> hasard.nextBoolean()).toList();
    }

    /** The same, asked in Java of each row. */
    private List<String> attendues(FiltreCorbeille filtre, Agent lecteur) {
        List<LigneCorbeille> lignes = new ArrayList<>();
        for (int i = 0; i < toutes.size(); i++) {
            LigneCorbeille ligne = toutes.get(i);
            if (onglet(filtre.onglet(), onglets.get(i), ligne, lecteur) && repond(filtre, ligne)) {
                lignes.add(ligne);
            }
        }
        Ordre ordre = filtre.ordres().get(0);
        Comparator<LigneCorbeille> arrivee = Comparator.comparing(LigneCorbeille::creeeLe);
        return lignes.stream()
                .sorted((ordre.inverse() ? arrivee.reversed() : arrivee).thenComparing(LigneCorbeille::tacheId))
                .map(LigneCorbeille::tacheId)
                .toList();
    }

    private static boolean onglet(Onglet onglet, String code, LigneCorbeille ligne, Agent lecteur) {
        boolean mienne = lecteur.identifiant().equals(ligne.assigne());
        boolean equipe = ligne.antenne().equals("KLEBER")
                && (lecteur.a(Role.RESPONSABLE_ANTENNE) || ligne.groupe().equals("INSTRUCTEUR"));
        return switch (onglet) {
            case A_PRENDRE -> code.equals("P") && equipe;
            case A_MOI -> code.equals("M") && mienne;
            case CHEZ_COLLEGUES ->
                code.equals("M") && !mienne && ligne.antenne().equals("KLEBER");
            case EN_ATTENTE -> code.equals("T") && equipe;
            case TERMINEES -> code.equals("F") && equipe;
        };
    }

    private static boolean repond(FiltreCorbeille filtre, LigneCorbeille ligne) {
        CriteresCorbeille c = filtre.criteres();
        LocalDate arrivee = LocalDate.ofInstant(ligne.creeeLe(), Horloge.PARIS);
        Predicate<String> etape = e -> e.equals(ligne.etape()) || e.equals(ligne.dispositif() + ":" + ligne.etape());
        return (c.dispositifs().isEmpty() || c.dispositifs().contains(ligne.dispositif()))
                && (c.antennes().isEmpty()
                        || (c.antennes().contains("KLEBER") && ligne.antenne().equals("KLEBER")))
                && (c.etapes().isEmpty() || c.etapes().stream().anyMatch(etape))
                && (c.detenteurs().isEmpty() || c.detenteurs().contains(String.valueOf(ligne.assigne())))
                && (c.echeances().isEmpty()
                        || (ligne.termineeLe() == null && c.echeances().contains(etat(ligne))))
                && (c.signes().isEmpty() || c.signes().stream().anyMatch(s -> porte(ligne, s)))
                && (c.arrivee().depuisPlusDe() == null
                        || arrivee.isBefore(JOUR.minusDays(c.arrivee().depuisPlusDe())))
                && (c.arrivee().du() == null || !arrivee.isBefore(c.arrivee().du()))
                && (c.arrivee().au() == null || !arrivee.isAfter(c.arrivee().au()))
                && (filtre.q() == null || Integer.parseInt(ligne.tacheId().substring(2)) % 3 == 0);
    }

    private static EtatEcheance etat(LigneCorbeille ligne) {
        if (ligne.enRetard(JOUR)) {
            return EtatEcheance.RETARD;
        }
        return ligne.bientotEnRetard(JOUR) ? EtatEcheance.BIENTOT : EtatEcheance.A_TEMPS;
    }

    private static boolean porte(LigneCorbeille ligne, Signe signe) {
        return signe == Signe.URGENT ? ligne.urgent() : ligne.pieceNouvelle() && ligne.termineeLe() == null;
    }
}
