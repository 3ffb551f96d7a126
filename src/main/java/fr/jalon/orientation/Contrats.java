package fr.jalon.orientation;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatPiece;
import fr.jalon.dossier.Pieces;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** The contrats d'engagement of a dossier: each is written, then signed by both or refused; what they say never changes. */
@Service
@Transactional
public class Contrats {

    /** Type of the piece that holds the signed copy, in {@code pieces-requises}. */
    private static final String COPIE = "CONTRAT_SIGNE";

    private static final int SANS_COPIE_MAX = 500;

    private final JdbcTemplate jdbc;
    private final Dossiers dossiers;
    private final Pieces pieces;
    private final ParametresOrientation parametres;
    private final Horloge horloge;
    private final ObjectMapper json;

    /** What is written and agreed, as kept. */
    private record Contenu(List<String> objectifs, List<String> actions) {}

    Contrats(
            JdbcTemplate jdbc,
            Dossiers dossiers,
            Pieces pieces,
            ParametresOrientation parametres,
            Horloge horloge,
            ObjectMapper json) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.pieces = pieces;
        this.parametres = parametres;
        this.horloge = horloge;
        this.json = json;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<ContratEngagement> duDossier(UUID dossierId) {
        return jdbc.query(
                "select id, dossier_id, debut, fin, heures, exemption, motif_exemption, objectifs, signe_personne_le,"
                        + " signe_referent_le, signataire, refuse_le, motif_refus, auteur"
                        + " from contrat_engagement where dossier_id = ? order by cree_le desc, rang desc",
                this::lire,
                dossierId);
    }

    @Transactional(readOnly = true)
    public Optional<ContratEngagement> dernier(UUID dossierId) {
        return duDossier(dossierId).stream().findFirst();
    }

    /** What the form of a new contract shows: the former one when there is one, else the planned hours. */
    @Transactional(readOnly = true)
    public Map<String, Object> reprise(UUID dossierId, LocalDate aujourdhui) {
        Map<String, Object> donnees = new HashMap<>();
        donnees.put("heures", parametres.entier("HEURES_PREVUES"));
        donnees.put("heuresPrevues", parametres.entier("HEURES_PREVUES"));
        donnees.put("debut", aujourdhui.toString());
        dernier(dossierId).ifPresent(c -> {
            donnees.put("objectifs", String.join("\n", c.objectifs()));
            donnees.put("actions", String.join("\n", c.actions()));
            donnees.put("heures", c.heures());
            donnees.put(
                    "exemption", c.exemption() == null ? null : c.exemption().name());
            donnees.put("motifExemption", c.motifExemption());
        });
        return donnees;
    }

    /**
     * Keeps a contract that both will read and sign.
     *
     * @throws SaisieInvalide on each faulty field
     */
    public ContratEngagement etablir(UUID dossierId, NouveauContrat n, Agent auteur) {
        auteur.exiger(Role.ALI, Role.RESPONSABLE_ANTENNE);
        verifier(n);
        ContratEngagement c = new ContratEngagement(
                UUID.randomUUID(),
                dossierId,
                n.debut(),
                n.debut().plusMonths(n.mois()).minusDays(1),
                n.heures(),
                n.exemption() == null ? null : Exemption.valueOf(n.exemption()),
                Textes.ouNull(n.motifExemption()),
                n.objectifs(),
                n.actions(),
                null,
                null,
                null,
                null,
                null,
                auteur.identifiant());
        jdbc.update(
                "insert into contrat_engagement (id, dossier_id, debut, fin, heures, exemption, motif_exemption,"
                        + " objectifs, auteur, cree_le) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                c.id(),
                dossierId,
                c.debut(),
                c.fin(),
                c.heures(),
                n.exemption(),
                c.motifExemption(),
                ecrire(new Contenu(c.objectifs(), c.actions())),
                c.auteur(),
                Timestamp.from(horloge.maintenant()));
        dossiers.tracer(dossierId, "CONTRAT", "Contrat d'engagement écrit pour " + n.mois() + " mois.", auteur);
        return c;
    }

    /**
     * Notes that both signed the last contract.
     *
     * @param personneLe day on which the person signed
     * @param referentLe day on which the référent signed
     * @param sansCopie why the signed copy is not among the pieces, null when it is
     * @throws SaisieInvalide on each faulty day, and on {@code sansCopie} when the copy is missing without a reason
     */
    public ContratEngagement signer(
            UUID dossierId, LocalDate personneLe, LocalDate referentLe, String sansCopie, Agent auteur) {
        ContratEngagement c = aSigner(dossierId, auteur);
        List<ErreurChamp> erreurs = new ArrayList<>();
        verifierSignature(erreurs, "signePersonneLe", personneLe, ecritLe(c));
        verifierSignature(erreurs, "signeReferentLe", referentLe, ecritLe(c));
        boolean jointe = copieJointe(dossierId);
        String raison = jointe ? null : Textes.ouNull(sansCopie);
        if (!jointe && raison == null) {
            erreurs.add(new ErreurChamp(
                    "sansCopie",
                    "Joignez l'exemplaire signé aux pièces du dossier, ou écrivez pourquoi il n'y est pas."));
        } else if (raison != null && Textes.longueur(raison) > SANS_COPIE_MAX) {
            erreurs.add(new ErreurChamp("sansCopie", "Écrivez au plus " + SANS_COPIE_MAX + " caractères."));
        }
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        jdbc.update(
                "update contrat_engagement set signe_personne_le = ?, signe_referent_le = ?, signe_le = ?, signataire"
                        + " = ?, sans_copie = ? where id = ?",
                personneLe,
                referentLe,
                personneLe.isAfter(referentLe) ? personneLe : referentLe,
                auteur.identifiant(),
                raison,
                c.id());
        dossiers.tracer(
                dossierId,
                "CONTRAT",
                "Contrat d'engagement signé par la personne et son référent."
                        + (raison == null ? "" : " Sans exemplaire signé au dossier."),
                raison,
                auteur);
        return dernier(dossierId).orElseThrow();
    }

    /** Notes that the person does not sign the last contract, with her words. */
    public void refuser(UUID dossierId, String motif, Agent auteur) {
        ContratEngagement c = aSigner(dossierId, auteur);
        jdbc.update(
                "update contrat_engagement set refuse_le = ?, motif_refus = ? where id = ?",
                horloge.aujourdhui(),
                motif,
                c.id());
        dossiers.tracer(dossierId, "CONTRAT", "La personne n'a pas signé le contrat.", motif, auteur);
    }

    /** Whether the signed copy of the contract is among the pieces. */
    @Transactional(readOnly = true)
    public boolean copieJointe(UUID dossierId) {
        return pieces.liste(dossierId).stream()
                .anyMatch(
                        p -> COPIE.equals(p.type()) && (p.etat() == EtatPiece.RECUE || p.etat() == EtatPiece.ACCEPTEE));
    }

    private ContratEngagement aSigner(UUID dossierId, Agent auteur) {
        auteur.exiger(Role.ALI, Role.RESPONSABLE_ANTENNE);
        return dernier(dossierId).orElseThrow(() -> new Introuvable("Ce dossier n'a pas de contrat à signer."));
    }

    private LocalDate ecritLe(ContratEngagement c) {
        return jdbc.queryForObject(
                "select cree_le from contrat_engagement where id = ?",
                (rs, rang) ->
                        rs.getTimestamp(1).toInstant().atZone(Horloge.PARIS).toLocalDate(),
                c.id());
    }

    private void verifierSignature(List<ErreurChamp> erreurs, String champ, LocalDate jour, LocalDate ecritLe) {
        if (jour.isAfter(horloge.aujourdhui())) {
            erreurs.add(new ErreurChamp(champ, "Indiquez le jour où le contrat a été signé, aujourd'hui ou avant."));
        } else if (jour.isBefore(ecritLe)) {
            erreurs.add(new ErreurChamp(
                    champ, "Le contrat a été écrit le " + Horloge.enMots(ecritLe) + " : il est signé ensuite."));
        }
    }

    private void verifier(NouveauContrat n) {
        List<ErreurChamp> erreurs = new ArrayList<>();
        if (n.objectifs().isEmpty()) {
            erreurs.add(new ErreurChamp("objectifs", "Écrivez au moins un objectif."));
        }
        if (n.actions().isEmpty()) {
            erreurs.add(new ErreurChamp("actions", "Écrivez au moins une action."));
        }
        int prevues = parametres.entier("HEURES_PREVUES");
        if (n.heures().compareTo(BigDecimal.valueOf(prevues)) < 0 && n.exemption() == null) {
            erreurs.add(new ErreurChamp(
                    "exemption", "Moins de " + prevues + " heures : choisissez la raison que prévoit la loi."));
        }
        if (n.debut().isBefore(horloge.aujourdhui())) {
            erreurs.add(
                    new ErreurChamp("debut", "Le contrat commence aujourd'hui ou après : il n'est pas encore signé."));
        }
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
    }

    private ContratEngagement lire(ResultSet rs, int rang) throws SQLException {
        Contenu contenu = contenu(rs.getString("objectifs"));
        String exemption = rs.getString("exemption");
        return new ContratEngagement(
                rs.getObject("id", UUID.class),
                rs.getObject("dossier_id", UUID.class),
                rs.getObject("debut", LocalDate.class),
                rs.getObject("fin", LocalDate.class),
                rs.getBigDecimal("heures"),
                exemption == null ? null : Exemption.valueOf(exemption),
                rs.getString("motif_exemption"),
                contenu.objectifs(),
                contenu.actions(),
                rs.getObject("signe_personne_le", LocalDate.class),
                rs.getObject("signe_referent_le", LocalDate.class),
                rs.getString("signataire"),
                rs.getObject("refuse_le", LocalDate.class),
                rs.getString("motif_refus"),
                rs.getString("auteur"));
    }

    private Contenu contenu(String texte) {
        try {
            return json.readValue(texte, Contenu.class);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    private String ecrire(Contenu contenu) {
        try {
            return json.writeValueAsString(contenu);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }
}
