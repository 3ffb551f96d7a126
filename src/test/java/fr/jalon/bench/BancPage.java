package fr.jalon.bench;

import com.sun.management.OperatingSystemMXBean;
import fr.jalon.JalonApplication;
import fr.jalon.agent.Agent;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.BaseReelle;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole page of the queue as somebody's browser gets it, over HTTP: session, account read again, rights, rows, counters,
 * menu, rendering; at 10 000 and 100 000 open tasks. Run by {@code bin/mesurer page}.
 */
public final class BancPage {

    private static final int TOURS = 500;

    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put("Première page", "/corbeille");
        PAGES.put("Page 100", "/corbeille?page=99");
        PAGES.put("En retard seulement", "/corbeille?retard=oui");
    }

    private BancPage() {}

    public static void main(String[] args) {
        System.setProperty("user.timezone", "Europe/Paris");
        try (ConfigurableApplicationContext contexte = new SpringApplicationBuilder(
                        JalonApplication.class, EssaiConfiguration.class)
                .profiles("essai")
                .initializers(new BaseReelle())
                .run("--server.port=0", "--logging.level.root=WARN", "--jalon.corbeille.tassement=PT5S")) {
            Monde monde = contexte.getBean(Monde.class);
            DossierVue modele = monde.demande();
            monde.travailler();
            // A third of the tasks are late.
            contexte.getBean(HorlogeReglable.class).avancer(Duration.ofDays(20));
            Agent agent = monde.instructeur();
            Navigation navigateur = new Navigation(monde);
            navigateur.connecter(agent.identifiant(), Monde.MOT_DE_PASSE);
            System.out.println("| Tâches ouvertes | " + String.join(" | ", PAGES.keySet()) + " | Processeur |");
            System.out.println("| --- |" + " --- |".repeat(PAGES.size() + 1));
            int deja = 0;
            for (int total : new int[] {10_000, 100_000}) {
                TachesDeBanc.remplir(contexte, modele, deja, total);
                deja = total;
                StringBuilder ligne = new StringBuilder("| " + total + " |");
                for (String page : PAGES.values()) {
                    Mesure.Temps temps = Mesure.de(TOURS, () -> lire(navigateur, page));
                    ligne.append(' ').append(temps.avecP99()).append(" |");
                }
                long avant = processeur();
                for (int i = 0; i < TOURS; i++) {
                    lire(navigateur, "/corbeille");
                }
                double parPage = (processeur() - avant) / 1e6 / TOURS;
                System.out.println(ligne.append(String.format(Locale.ROOT, " %.1f ms |", parPage)));
            }
        }
    }

    /** Time of the processors spent by this program, browser included: it says the same on a busy machine. */
    private static long processeur() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** A page of twenty rows, else what is measured is a refusal. */
    private static void lire(Navigation navigateur, String page) {
        Reponse reponse = navigateur.get(page);
        int lignes = reponse.texte().split("cible-ligne", -1).length - 1;
        if (reponse.statut() != 200 || lignes != 20) {
            throw new IllegalStateException(page + " : " + reponse.statut() + ", " + lignes + " lignes");
        }
    }
}
