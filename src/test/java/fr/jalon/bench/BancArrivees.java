package fr.jalon.bench;

import fr.jalon.JalonApplication;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.essais.BaseReelle;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.Monde;
import fr.jalon.importation.ImportVue;
import fr.jalon.importation.Imports;
import fr.jalon.importation.RepartitionArrivees;
import fr.jalon.importation.StatutLigne;
import fr.jalon.orientation.EssaiOrientation;
import fr.jalon.orientation.OrganismesReferents;
import fr.jalon.usager.Naissance;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The proposal for one person with its ranked organisations, then the dry run of 10 000 newcomers. Run by
 * {@code bin/mesurer arrivees}.
 */
public final class BancArrivees {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();
    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String[] EMPLOI = {
        "EN_EMPLOI", "FIN_ETUDES", "FIN_CHOMAGE", "SANS_EMPLOI_RECENT", "SANS_EMPLOI_ANCIEN", "JAMAIS"
    };
    private static final String[] FREIN = {"AUCUN", "MOYEN", "FORT"};
    private static final String[] HEBERGEMENT = {"STABLE", "FIN_DE_BAIL", "RESIDENCE_SOCIALE", "SANS"};

    private static final String[] SUIVI = {"PERSONNE", "ASSOCIATION", "CDAS", "FRANCE_TRAVAIL"};
    private static final String[] RECOMMANDATION = {"AUCUNE", "EMPLOI", "SOCIO_PROFESSIONNEL", "SOCIAL"};
    private static final int OFFRES = 5_000;

    private BancArrivees() {}

    public static void main(String[] args) {
        System.setProperty("user.timezone", "Europe/Paris");
        try (ConfigurableApplicationContext contexte = new SpringApplicationBuilder(
                        JalonApplication.class, EssaiConfiguration.class)
                .profiles("essai")
                .initializers(new BaseReelle())
                .properties("server.port=0", "logging.level.root=WARN")
                .run()) {
            proposer(contexte, "l'annuaire du pacte");
            essayer(contexte, args.length == 0 ? 10_000 : Integer.parseInt(args[0]));
            BancAnnuaire.remplir(contexte.getBean(JdbcTemplate.class), OFFRES);
            proposer(contexte, OFFRES + " offres");
        }
    }

    private static void proposer(ConfigurableApplicationContext contexte, String annuaire) {
        EssaiOrientation essai = contexte.getBean(EssaiOrientation.class);
        OrganismesReferents organismes = contexte.getBean(OrganismesReferents.class);
        Random hasard = new Random(1);
        System.out.println("Proposition pour une personne, organismes classés compris, " + annuaire + " : "
                + Mesure.de(500, () -> {
                    Naissance.Age age = Naissance.Age.de(18 + hasard.nextInt(45));
                    organismes
                            .offre()
                            .classer(essai.proposer(situation(hasard), age), age, "Q" + (1 + hasard.nextInt(12)), "fr");
                }));
    }

    private static Map<String, Object> situation(Random hasard) {
        Map<String, Object> situation = new HashMap<>();
        situation.put("situationEmploi", EMPLOI[hasard.nextInt(EMPLOI.length)]);
        situation.put("freinSante", FREIN[hasard.nextInt(FREIN.length)]);
        situation.put("freinMobilite", FREIN[hasard.nextInt(FREIN.length)]);
        situation.put("hebergement", HEBERGEMENT[hasard.nextInt(HEBERGEMENT.length)]);
        situation.put("suiviePar", SUIVI[hasard.nextInt(SUIVI.length)]);
        situation.put("recommandation", RECOMMANDATION[hasard.nextInt(RECOMMANDATION.length)]);
        situation.put("enfants", hasard.nextInt(4));
        return situation;
    }

    private static void essayer(ConfigurableApplicationContext contexte, int nombre) {
        Monde monde = contexte.getBean(Monde.class);
        Imports imports = contexte.getBean(Imports.class);
        Agent agent = monde.agent(Role.RESPONSABLE_ANTENNE, "KLEBER");
        byte[] fichier = fichier(nombre).getBytes(StandardCharsets.UTF_8);
        long debut = System.nanoTime();
        ImportVue vue = imports.deposer("orientations", "banc.csv", fichier, false, agent);
        ImportVue fini = imports.attendre(vue.id(), Duration.ofMinutes(10), agent);
        var repartition =
                contexte.getBean(RepartitionArrivees.class).de(vue.id(), agent).orElseThrow();
        System.out.printf(
                "Essai de %d arrivées : %.1f s, %d à orienter, %d en erreur, %d structures%n",
                nombre,
                (System.nanoTime() - debut) / 1e9,
                repartition.aOrienter(),
                fini.nombre(StatutLigne.EN_ERREUR),
                repartition.structures().size());
    }

    /** Invented names in letters, so that nobody looks like somebody else more than in a town. */
    private static String fichier(int nombre) {
        Random hasard = new Random(2);
        StringBuilder lignes = new StringBuilder(
                "civilite;nom;prenoms;date_naissance;adresse;quartier;date_droit;situation_emploi;frein_sante;hebergement;"
                        + "enfants\n");
        for (int i = 0; i < nombre; i++) {
            lignes.append("Mme;Banc-%s;Zoé;%s;%d allée Imaginaire;Q%d;%s;%s;%s;%s;%d\n"
                    .formatted(
                            mot(hasard),
                            DEPART.minusDays(20 * 365L + hasard.nextInt(40 * 365))
                                    .format(JOUR),
                            1 + hasard.nextInt(90),
                            1 + hasard.nextInt(12),
                            DEPART.minusDays(1 + hasard.nextInt(30)).format(JOUR),
                            EMPLOI[hasard.nextInt(EMPLOI.length)],
                            FREIN[hasard.nextInt(FREIN.length)],
                            HEBERGEMENT[hasard.nextInt(3)],
                            hasard.nextInt(4)));
        }
        return lignes.toString();
    }

    private static String mot(Random hasard) {
        StringBuilder mot = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            mot.append((char) ('a' + hasard.nextInt(26)));
        }
        return mot.toString();
    }
}
