package fr.jalon.annuaire;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Reprise;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Puts in, at start, the organisations, the actions of the pact and the offers that are not in yet. Each row once and
 * for all, right since its source was published: what was edited or renamed since is left alone. The key is written first, so two nodes never do it twice.
 * Which rows of the pact are offers is a column of {@code pacte-actions.csv}, their words are {@code offres-du-pacte.csv} (docs/decisions/0036).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ChargementDeLAnnuaire implements ApplicationRunner {

    private static final String PACTE = "PACTE";
    private static final String ACCOMPAGNEMENT = "ACCOMPAGNEMENT";
    private static final Logger LOG = LoggerFactory.getLogger(ChargementDeLAnnuaire.class);

    private final GestionAnnuaire gestion;
    private final PlanDuPacte plan;
    private final OffresAvantLePlan anciennes;
    private final OrganismesRepository organismes;
    private final OffresRepository offres;
    private final JdbcTemplate jdbc;
    private final Reprise reprise;
    private final Horloge horloge;
    private final Map<String, LocalDate> publications = TableDeReference.lire("sources.csv").stream()
            .collect(Collectors.toMap(l -> l.get("code"), l -> LocalDate.parse(l.get("publication"))));

    ChargementDeLAnnuaire(
            GestionAnnuaire gestion,
            PlanDuPacte plan,
            OffresAvantLePlan anciennes,
            OrganismesRepository organismes,
            OffresRepository offres,
            JdbcTemplate jdbc,
            Reprise reprise,
            Horloge horloge) {
        this.gestion = gestion;
        this.plan = plan;
        this.anciennes = anciennes;
        this.organismes = organismes;
        this.offres = offres;
        this.jdbc = jdbc;
        this.reprise = reprise;
        this.horloge = horloge;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int ajoutees = charger();
        if (ajoutees > 0) {
            LOG.info("Annuaire : {} fiches de référence ajoutées", ajoutees);
        }
    }

    /** @return number of rows added */
    int charger() {
        Map<String, Runnable> manquantes = new LinkedHashMap<>();
        Map<String, List<Lieu>> lieux = lieux();
        TableDeReference.lire("organismes.csv")
                .forEach(l -> manquantes.put("organisme " + l.get("code"), () -> organisme(l, lieux)));
        TableDeReference.lire("accompagnements.csv")
                .forEach(l -> manquantes.put("offre " + l.get("code"), () -> accompagnement(l)));
        Map<String, Map<String, String>> mots = motsDesOffres();
        for (Map<String, String> l : TableDeReference.lire("pacte-actions.csv")) {
            Map<String, String> sesMots = mots.get(l.get("code"));
            manquantes.put("action " + l.get("code"), () -> action(l, sesMots));
            if (sesMots != null) {
                manquantes.put("offre " + l.get("code"), () -> offreDuPacte(l, sesMots));
            }
        }
        Set<String> deja = new HashSet<>(jdbc.queryForList("select code from annuaire_reference", String.class));
        manquantes.keySet().removeAll(deja);
        if (manquantes.isEmpty()) {
            return 0;
        }
        return reprise.enTransaction(() -> {
            int faites = 0;
            for (Map.Entry<String, Runnable> fiche : manquantes.entrySet()) {
                if (jdbc.update(
                                "insert ignore into annuaire_reference (code, chargee_le) values (?, ?)",
                                fiche.getKey(),
                                Timestamp.from(horloge.maintenant()))
                        == 1) {
                    fiche.getValue().run();
                    faites++;
                }
            }
            return faites;
        });
    }

    private static Map<String, List<Lieu>> lieux() {
        Map<String, List<Lieu>> lieux = new LinkedHashMap<>();
        TableDeReference.lire("lieux.csv")
                .forEach(l -> lieux.computeIfAbsent(l.get("organisme"), c -> new java.util.ArrayList<>())
                        .add(new Lieu(l.get("nom"), null, null, "Rennes", l.get("quartier"), null, null)));
        return lieux;
    }

    private void organisme(Map<String, String> l, Map<String, List<Lieu>> lieux) {
        if (organismes.findByCode(l.get("code")).isPresent()) {
            return;
        }
        Poste poste = new Poste(l.get("contact"), l.get("telephone"), l.get("courriel"));
        FicheOrganisme fiche = new FicheOrganisme(
                l.get("nom"),
                l.get("nature"),
                l.get("presentation"),
                null,
                TableDeReference.codes(l.get("quartiers")),
                List.of(),
                lieux.getOrDefault(l.get("code"), List.of()),
                List.of(poste));
        gestion.inscrire(l.get("code"), fiche, l.get("source"), publications.get(PACTE), Agent.JALON);
    }

    private void accompagnement(Map<String, String> l) {
        offre(
                l,
                l.get("titre"),
                null,
                null,
                l.get("conditions"),
                List.of(),
                "Accompagnement par un référent (CASF, art. L262-27 à L262-29)",
                publications.get(ACCOMPAGNEMENT));
    }

    /** Words of the offers, by action of the pact. */
    private static Map<String, Map<String, String>> motsDesOffres() {
        return TableDeReference.lire("offres-du-pacte.csv").stream()
                .collect(Collectors.toMap(l -> l.get("action"), l -> l));
    }

    /** The pact names neither pilot, nor date, nor state: they are left unknown. */
    private void action(Map<String, String> l, Map<String, String> mots) {
        FicheAction fiche = new FicheAction(
                l.get("titre"),
                l.get("objectif"),
                l.get("objectif_operationnel"),
                null,
                l.get("partenaires"),
                l.get("origine"),
                l.get("page"),
                null,
                null,
                null,
                null,
                null);
        anciennes.reprendre(plan.inscrire(l.get("code"), fiche, Agent.JALON), mots, l.get("raison"));
    }

    private void offreDuPacte(Map<String, String> l, Map<String, String> mots) {
        String partenaires = l.get("partenaires").isBlank() ? "" : " ; partenaires : " + l.get("partenaires");
        String origine = l.get("origine").isBlank() ? "" : " ; proposé par : " + l.get("origine");
        offre(
                l,
                mots.get("titre"),
                mots.get("description"),
                l.get("objectif_operationnel"),
                mots.get("conditions"),
                TableDeReference.codes(l.get("quartiers")),
                "Pacte rennais d'insertion 2017-2021, p. " + l.get("page") + partenaires + origine,
                publications.get(PACTE));
        anciennes.lier(l.get("code"));
    }

    private void offre(
            Map<String, String> l,
            String titre,
            String description,
            String operationnel,
            String conditions,
            List<String> quartiers,
            String source,
            LocalDate jour) {
        if (offres.findByCode(l.get("code")).isPresent()) {
            return;
        }
        FicheOffre fiche = new FicheOffre(
                titre,
                description,
                l.get("objectif"),
                operationnel,
                TableDeReference.codes(l.get("organismes")),
                TableDeReference.codes(l.get("publics")),
                conditions,
                quartiers,
                List.of(),
                null,
                null,
                null,
                null);
        gestion.inscrire(l.get("code"), fiche, Places.NON_SUIVIES, source, jour, Agent.JALON);
    }
}
