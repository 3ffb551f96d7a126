package fr.jalon.bench;

import fr.jalon.JalonApplication;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.corbeille.FiltreCorbeille;
import fr.jalon.corbeille.Onglet;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.BaseReelle;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.Monde;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The queue's page of 20 and its counters against the engine's own task query and count, on the same MariaDB, at 10 000 and
 * 100 000 open tasks of three groups. Run by {@code bin/mesurer corbeille}.
 */
public final class BancCorbeille {

    private static final List<String> GROUPES = List.of("INSTRUCTEUR", "ALI", "RESPONSABLE_ANTENNE");

    private BancCorbeille() {}

    public static void main(String[] args) {
        System.setProperty("user.timezone", "Europe/Paris");
        try (ConfigurableApplicationContext contexte = new SpringApplicationBuilder(
                        JalonApplication.class, EssaiConfiguration.class)
                .profiles("essai")
                .initializers(new BaseReelle())
                .run("--server.port=0", "--logging.level.root=WARN")) {
            Monde monde = contexte.getBean(Monde.class);
            DossierVue modele = monde.demande();
            monde.travailler();
            System.out.println(
                    "| Tâches ouvertes | Page du moteur | Page de la corbeille | Compte du moteur | Compteurs |"
                            + " Rapport page + compte |");
            System.out.println("| --- | --- | --- | --- | --- | --- |");
            int deja = 0;
            for (int total : new int[] {10_000, 100_000}) {
                TachesDeBanc.remplir(contexte, modele, deja, total);
                deja = total;
                mesurer(contexte, total);
            }
        }
    }

    private static void mesurer(ConfigurableApplicationContext contexte, int total) {
        Corbeille corbeille = contexte.getBean(Corbeille.class);
        TaskService taches = contexte.getBean(TaskService.class);
        Agent agent = new Agent(
                null,
                "banc",
                "Banc",
                "Essai",
                "Mesure",
                "KLEBER",
                Set.of(Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE));
        FiltreCorbeille filtre = FiltreCorbeille.de(Onglet.A_PRENDRE);
        Mesure.Temps pageMoteur = Mesure.de(
                30,
                () -> taches.createTaskQuery()
                        .taskCandidateGroupIn(GROUPES)
                        .taskUnassigned()
                        .orderByDueDate()
                        .asc()
                        .listPage(0, 20));
        Mesure.Temps compteMoteur = Mesure.de(
                30,
                () -> taches.createTaskQuery()
                        .taskCandidateGroupIn(GROUPES)
                        .taskUnassigned()
                        .count());
        Mesure.Temps page = Mesure.de(300, () -> corbeille.page(filtre, 0, 20, agent));
        Mesure.Temps compteurs = Mesure.de(300, () -> corbeille.compteurs(filtre, agent));
        System.out.printf(
                Locale.ROOT,
                "| %d | %s | %s | %s | %s | %.0f |%n",
                total,
                pageMoteur,
                page,
                compteMoteur,
                compteurs,
                (pageMoteur.mediane() + compteMoteur.mediane()) / (page.mediane() + compteurs.mediane()));
    }
}
