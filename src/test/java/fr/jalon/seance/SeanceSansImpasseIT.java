package fr.jalon.seance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Sessions walked at random through their pages: no page fails, none leaves its reader without a way out. */
@JalonIT
class SeanceSansImpasseIT {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();
    private static final int MARCHES = 50;
    private static final int PAS = 14;

    @Autowired
    private Monde monde;

    @Autowired
    private HorlogeReglable reglage;

    private ScenesDEquipe scenes;
    private Agent responsable;
    private Navigation ecran;
    private Navigation membre;
    private Random hasard;
    private final Map<EtatSeance, Integer> vus = new EnumMap<>(EtatSeance.class);
    private final List<String> pas = new ArrayList<>();

    @BeforeEach
    void preparer() {
        reglage.regler(EssaiConfiguration.DEPART);
        scenes = new ScenesDEquipe(monde);
        responsable = monde.responsable();
        hasard = new Random(20261128);
    }

    @AfterEach
    void remettre() {
        reglage.regler(EssaiConfiguration.DEPART);
    }

    @Test
    void cinquante_marches_au_hasard_par_les_pages_ne_menent_jamais_a_une_impasse() {
        Stream.generate(scenes::deuxFoisAbsente).limit(3).forEach(d -> {});
        scenes.contratRefuse("Les horaires ne vont pas.");
        ecran = connecte(responsable);
        membre = connecte(scenes.allocataire("jure4"));
        for (int n = 0; n < MARCHES; n++) {
            reglage.regler(EssaiConfiguration.DEPART);
            pas.clear();
            marcher(scenes.composee(10, responsable), n);
        }
        assertThat(vus.keySet())
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(EtatSeance.SIGNEE)));
    }

    private Navigation connecte(Agent agent) {
        Navigation navigation = new Navigation(monde);
        navigation.connecter(agent.identifiant(), Monde.MOT_DE_PASSE);
        return navigation;
    }

    private void marcher(SeanceVue seance, int n) {
        String ici = "/seances/" + seance.id();
        for (int i = 0; i < PAS; i++) {
            SeanceVue vue = scenes.lire(seance, responsable);
            vus.merge(vue.etat(), 1, Integer::sum);
            if (vue.etat().finie()) {
                break;
            }
            faire(vue, ici);
            switch (i % 3) {
                case 0 -> sain(ecran.get(ici).statut(), "la séance");
                case 1 -> sain(ecran.get(ici + "/tenue").statut(), "sa tenue");
                default -> sain(membre.get("/mes-seances/" + seance.id()).statut(), "le membre");
            }
        }
        sortir(seance, ici, n);
        vus.merge(scenes.lire(seance, responsable).etat(), 1, Integer::sum);
        sain(ecran.get(ici).statut(), "la séance finie");
        sain(ecran.get(ici + "/tenue").statut(), "sa tenue finie");
        sain(ecran.get("/seances").statut(), "la liste");
    }

    private void sain(int statut, String quoi) {
        assertThat(statut).as("%s après %s", quoi, pas).isLessThan(500);
    }

    private void faire(SeanceVue vue, String ici) {
        UUID siege = auHasard(vue.membres().stream().map(Membre::id).toList());
        UUID point = auHasard(vue.points().stream().map(Point::id).toList());
        String motif = hasard.nextInt(6) == 0 ? " " : "parce que";
        String surPoint = ici + "/tenue/points/" + point;
        switch (hasard.nextInt(17)) {
            case 0, 1 ->
                poster(
                        ici + "/points",
                        "cas",
                        monde.bean(CasPrets.class).enAttente(ScenesDEquipe.EQUIPE, "KLEBER").stream()
                                .findAny()
                                .map(c -> c.id().toString())
                                .orElse("rien"));
            case 2 -> poster(ici + "/points/" + point + "/retrait");
            case 3 -> {
                if (hasard.nextInt(3) == 0) {
                    poster(ici + "/membres/" + siege + "/retrait");
                } else {
                    poster(
                            ici + "/membres",
                            "nom",
                            "Camille " + hasard.nextInt(9),
                            "qualite",
                            ScenesDEquipe.PROFESSIONNEL);
                }
            }
            case 4, 5 -> poster(ici + "/convocation", "motifDelai", motif);
            case 6 -> {
                if (hasard.nextInt(8) == 0) {
                    poster(ici + "/annulation", "motifAnnulation", motif);
                } else {
                    reglage.regler(DEPART.plusDays(10).atTime(14, 0));
                }
            }
            case 7, 8 -> presences(vue, ici + "/tenue/ouverture", 6);
            case 9 -> presences(vue, ici + "/tenue/presences", 3);
            case 10, 11 ->
                poster(surPoint + "/deport", "membre-" + point, siege.toString(), "motifDeport-" + point, motif);
            case 12 -> poster(surPoint + "/deport/" + siege + "/annulation");
            case 13, 14 ->
                poster(
                        surPoint + "/avis",
                        "version",
                        vue.point(point).map(p -> Integer.toString(p.version())).orElse("x"),
                        "avis-" + point,
                        "AJOURNER",
                        "motif-" + point,
                        motif,
                        "pour-" + point,
                        Integer.toString(hasard.nextInt(6)));
            case 15 -> poster(surPoint + (hasard.nextBoolean() ? "/avis/retrait" : "/reprise"));
            default -> {
                if (hasard.nextInt(3) == 0) {
                    poster(ici + "/tenue/cloture", "heureCloture", hasard.nextBoolean() ? "" : "25h");
                } else {
                    poster(
                            surPoint + "/report",
                            "motifReport-" + point,
                            motif,
                            "vers-" + point,
                            hasard.nextBoolean() ? "" : "?");
                }
            }
        }
    }

    private UUID auHasard(List<UUID> ids) {
        return ids.isEmpty() || hasard.nextInt(15) == 0 ? UUID.randomUUID() : ids.get(hasard.nextInt(ids.size()));
    }

    private void presences(SeanceVue vue, String chemin, int chance) {
        Map<String, String> champs = new HashMap<>();
        vue.membres()
                .forEach(m -> champs.put("presence-" + m.id(), hasard.nextInt(chance) == 0 ? "ABSENT" : "PRESENT"));
        champs.put("heure", hasard.nextInt(4) == 0 ? "midi" : "");
        pas.add(chemin);
        sain(ecran.post(chemin, champs).statut(), chemin);
    }

    private void poster(String chemin, String... champs) {
        Map<String, String> tous = new HashMap<>();
        for (int i = 0; i < champs.length; i += 2) {
            tous.put(champs[i], champs[i + 1]);
        }
        pas.add(chemin.replaceAll("[0-9a-f-]{36}", "x"));
        sain(ecran.post(chemin, tous).statut(), chemin);
    }

    /** By the pages alone: call off, or postpone what is left and close. */
    private void sortir(SeanceVue seance, String ici, int n) {
        SeanceVue vue = scenes.lire(seance, responsable);
        if (vue.etat().finie()) {
            return;
        }
        if (vue.etat() == EtatSeance.TENUE && (vue.unAvisRendu() || n % 2 == 0)) {
            vue.points().stream()
                    .filter(Point::attendu)
                    .forEach(p ->
                            poster(ici + "/tenue/points/" + p.id() + "/report", "motifReport-" + p.id(), "plus tard"));
            poster(ici + "/tenue/cloture");
            assertThat(scenes.lire(seance, responsable).etat()).as("%s", pas).isEqualTo(EtatSeance.CLOSE);
        } else {
            poster(ici + "/annulation", "motifAnnulation", "plus de salle");
            assertThat(scenes.lire(seance, responsable).etat()).as("%s", pas).isEqualTo(EtatSeance.ANNULEE);
        }
        assertThat(monde.bean(CasPrets.class).enAttente(ScenesDEquipe.EQUIPE, "KLEBER"))
                .as("les dossiers non tranchés attendent une autre séance")
                .hasSizeGreaterThanOrEqualTo(4);
    }
}
