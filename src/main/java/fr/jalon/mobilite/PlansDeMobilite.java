package fr.jalon.mobilite;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.decision.CatalogueDecisions;
import fr.jalon.decision.Tables;
import fr.jalon.mobilite.PlanDeMobilite.Moyen;
import fr.jalon.usager.SuiviDesPersonnes;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mobility plan of a person (attentes, N13): one diagnosis, one list of steps that all her aids feed. */
@Service
@Transactional
public class PlansDeMobilite {

    private static final String MOYENS = "moyens-mobilite";
    private static final String SORTES = "etapes-plan-mobilite";
    private static final String NON_DEMANDE = "NON_DEMANDE";
    private static final int FINANCEUR_MAX = 80;
    private static final int RESULTAT_MAX = 300;

    private final JdbcTemplate jdbc;
    private final Tables tables;
    private final CatalogueDecisions catalogue;
    private final AidesDuPlan aides;
    private final SuiviDesPersonnes suivi;
    private final Horloge horloge;

    PlansDeMobilite(
            JdbcTemplate jdbc,
            Tables tables,
            CatalogueDecisions catalogue,
            AidesDuPlan aides,
            SuiviDesPersonnes suivi,
            Horloge horloge) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.catalogue = catalogue;
        this.aides = aides;
        this.suivi = suivi;
        this.horloge = horloge;
    }

    /** @throws fr.jalon.commun.Introuvable when the caller does not follow this person */
    @Transactional(readOnly = true)
    public PlanDeMobilite de(UUID personneId, Agent agent) {
        suivi.exiger(personneId, agent);
        List<EtapeDuPlan> etapes = new ArrayList<>(aides.de(personneId));
        etapes.addAll(propres(personneId));
        return new PlanDeMobilite(moyens(personneId), etapes);
    }

    /** Codes and names of the steps that a plan can have. */
    @Transactional(readOnly = true)
    public Map<String, String> sortes() {
        Map<String, String> sortes = new LinkedHashMap<>();
        catalogue.valeurs(SORTES, "sorte").forEach(s -> sortes.put(s, libelle(s)));
        return sortes;
    }

    /**
     * Notes the answers that changed; the former ones are kept.
     *
     * @param reponses by code of {@code moyens-mobilite}: {@code oui}, {@code non}, or blank when nobody asked
     */
    public void diagnostiquer(UUID personneId, Map<String, String> reponses, Agent auteur) {
        auteur.exiger(Role.ALI, Role.RESPONSABLE_ANTENNE);
        suivi.exiger(personneId, auteur);
        Map<String, String> presentes = reponses(personneId);
        for (String moyen : catalogue.valeurs(MOYENS, "moyen")) {
            String dite = switch (String.valueOf(reponses.get(moyen))) {
                case "oui" -> "OUI";
                case "non" -> "NON";
                default -> NON_DEMANDE;
            };
            if (!dite.equals(presentes.getOrDefault(moyen, NON_DEMANDE))) {
                jdbc.update(
                        "insert into mobilite_diagnostic (id, personne_id, moyen, reponse, note_par, note_le)"
                                + " values (?, ?, ?, ?, ?, ?)",
                        UUID.randomUUID(),
                        personneId,
                        moyen,
                        dite,
                        auteur.identifiant(),
                        maintenant());
            }
        }
    }

    /**
     * Adds a step that is no aid of the CCAS.
     *
     * @param cout cents, null when not known
     * @throws SaisieInvalide on {@code sorte} or {@code financeur}
     */
    public void ajouter(UUID personneId, String sorte, Long cout, String financeur, Agent auteur) {
        auteur.exiger(Role.ALI, Role.RESPONSABLE_ANTENNE);
        suivi.exiger(personneId, auteur);
        if (sorte == null || !catalogue.valeurs(SORTES, "sorte").contains(sorte)) {
            throw new SaisieInvalide("sorte", "Choisissez une étape de la liste.");
        }
        jdbc.update(
                "insert into mobilite_etape_du_plan (id, personne_id, sorte, cout, financeur, etat, note_par, note_le,"
                        + " version) values (?, ?, ?, ?, ?, ?, ?, ?, 0)",
                UUID.randomUUID(),
                personneId,
                sorte,
                cout,
                texte("financeur", financeur, FINANCEUR_MAX),
                EtatEtape.A_FAIRE.name(),
                auteur.identifiant(),
                maintenant());
    }

    /**
     * Says where a step stands, and what it gave.
     *
     * @throws SaisieInvalide on {@code resultat}
     * @throws Conflit when the person has no such step
     */
    public void noter(UUID personneId, UUID etape, EtatEtape etat, String resultat, Agent auteur) {
        auteur.exiger(Role.ALI, Role.RESPONSABLE_ANTENNE);
        suivi.exiger(personneId, auteur);
        int changees = jdbc.update(
                "update mobilite_etape_du_plan set etat = ?, resultat = ?, note_par = ?, note_le = ?,"
                        + " version = version + 1 where id = ? and personne_id = ?",
                etat.name(),
                texte("resultat", resultat, RESULTAT_MAX),
                auteur.identifiant(),
                maintenant(),
                etape,
                personneId);
        if (changees == 0) {
            throw new Conflit("Cette étape n’est plus dans le plan : rechargez la page.");
        }
    }

    private List<Moyen> moyens(UUID personneId) {
        Map<String, String> dites = reponses(personneId);
        return catalogue.valeurs(MOYENS, "moyen").stream()
                .map(m -> new Moyen(m, tables.ligne(MOYENS, "moyen", m).texte("question"), reponse(dites.get(m))))
                .toList();
    }

    private static Boolean reponse(String dite) {
        return (dite == null || NON_DEMANDE.equals(dite)) ? null : Boolean.valueOf("OUI".equals(dite));
    }

    /** The newest answer to each question. */
    private Map<String, String> reponses(UUID personneId) {
        Map<String, String> dites = new HashMap<>();
        jdbc.query(
                "select moyen, reponse from mobilite_diagnostic where personne_id = ? order by note_le, numero",
                rs -> {
                    dites.put(rs.getString(1), rs.getString(2));
                },
                personneId);
        return dites;
    }

    private List<EtapeDuPlan> propres(UUID personneId) {
        return jdbc.query(
                "select id, sorte, cout, financeur, etat, resultat from mobilite_etape_du_plan"
                        + " where personne_id = ? order by note_le, id",
                (rs, rang) -> new EtapeDuPlan(
                        rs.getObject(1, UUID.class),
                        libelle(rs.getString(2)),
                        rs.getObject(3, Long.class),
                        rs.getString(4),
                        EtatEtape.valueOf(rs.getString(5)),
                        rs.getString(6),
                        null,
                        0),
                personneId);
    }

    private String libelle(String sorte) {
        return tables.ligne(SORTES, "sorte", sorte).texte("libelle");
    }

    private static String texte(String champ, String ecrit, int max) {
        String texte = Textes.ouNull(ecrit);
        if (texte != null && texte.length() > max) {
            throw new SaisieInvalide(champ, "Écrivez " + max + " caractères au plus.");
        }
        return texte;
    }

    private Timestamp maintenant() {
        return Timestamp.from(horloge.maintenant());
    }
}
