package fr.jalon.seance;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done before a session: its members and their substitutes, its agenda, the convocations. */
@Service
@Transactional
public class Preparation {

    private static final int NOM_MAX = 120;
    private static final int ADRESSE_MAX = 400;

    private final Seances seances;
    private final CasPrets cas;
    private final Instances instances;
    private final DocumentsSeance documents;
    private final Comptes comptes;
    private final Horloge horloge;
    private final JdbcTemplate jdbc;
    private final TableSeances table;

    Preparation(
            Seances seances,
            CasPrets cas,
            Instances instances,
            DocumentsSeance documents,
            Comptes comptes,
            Horloge horloge,
            JdbcTemplate jdbc,
            TableSeances table) {
        this.seances = seances;
        this.cas = cas;
        this.instances = instances;
        this.documents = documents;
        this.comptes = comptes;
        this.horloge = horloge;
        this.jdbc = jdbc;
        this.table = table;
    }

    /**
     * Adds a member or a substitute.
     *
     * @throws SaisieInvalide on {@code membre}, {@code nom}, {@code qualite}, {@code adresse} or {@code suppleantDe}
     */
    public void ajouterMembre(UUID seanceId, NouveauMembre n, Agent auteur) {
        SeanceVue seance = seances.modifiable(seanceId, auteur);
        String nom = nom(n);
        verifier(seance, n, nom);
        try {
            jdbc.update(
                    "insert into seance_membre (id, seance_id, identifiant, nom, cle_nom, qualite, adresse, suppleant_de,"
                            + " presence) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    UUID.randomUUID(),
                    seanceId,
                    n.identifiant(),
                    nom,
                    Textes.recherche(nom),
                    n.qualite(),
                    Textes.ouNull(n.adresse()),
                    n.suppleantDe(),
                    Presence.NON_NOTEE.name());
        } catch (DuplicateKeyException e) {
            throw new SaisieInvalide(
                    "membre", nom + " est déjà membre de cette séance, ou ce titulaire a déjà un suppléant.");
        }
        seances.tracer(seance, "Membre ajouté : " + nom + ".", auteur);
    }

    public void retirerMembre(UUID seanceId, UUID membreId, Agent auteur) {
        SeanceVue seance = seances.modifiable(seanceId, auteur);
        Membre membre = seance.membre(membreId).orElseThrow(() -> new Introuvable("Ce membre n'est pas de la séance."));
        jdbc.update(
                "delete from seance_deport where membre_id in (select id from seance_membre where id = ? or suppleant_de = ?)",
                membreId,
                membreId);
        jdbc.update("delete from seance_membre where suppleant_de = ?", membreId);
        jdbc.update("delete from seance_membre where id = ?", membreId);
        seances.tracer(seance, "Membre retiré : " + membre.nom() + ".", auteur);
    }

    /**
     * Puts ready cases on the agenda, all or none.
     *
     * @throws Conflit when another session has just taken one
     */
    public void inscrire(UUID seanceId, List<UUID> casIds, Agent auteur) {
        SeanceVue seance = seances.modifiable(seanceId, auteur);
        if (casIds.isEmpty()) {
            throw new SaisieInvalide("cas", "Cochez au moins un dossier.");
        }
        int rang = seance.points().stream().mapToInt(Point::rang).max().orElse(0);
        for (UUID casId : casIds) {
            if (!cas.retenir(casId, seance)) {
                throw new Conflit("Un de ces dossiers vient d'être inscrit à une autre séance, ou n'attend plus d'avis."
                        + " Rechargez la page pour voir ceux qui restent.");
            }
            jdbc.update(
                    "insert into seance_point (id, seance_id, cas_id, rang) values (?, ?, ?, ?)",
                    UUID.randomUUID(),
                    seanceId,
                    casId,
                    ++rang);
        }
        seances.tracer(seance, "Dossiers inscrits à l'ordre du jour : " + casIds.size() + ".", auteur);
    }

    /** Takes an item off: its case waits for another session. */
    public void desinscrire(UUID seanceId, UUID pointId, Agent auteur) {
        SeanceVue seance = seances.modifiable(seanceId, auteur);
        Point point =
                seance.point(pointId).orElseThrow(() -> new Introuvable("Ce dossier n'est pas à l'ordre du jour."));
        jdbc.update("delete from seance_point where id = ?", pointId);
        cas.liberer(point.casId());
        seances.tracer(seance, "Dossier retiré de l'ordre du jour : " + point.numeroDossier() + ".", auteur);
    }

    /**
     * Writes a convocation to each member who has none yet.
     *
     * @throws SaisieInvalide on {@code debut}, {@code membres} or {@code points}: the session cannot be convened
     */
    public void convoquer(UUID seanceId, Agent auteur) {
        SeanceVue seance = seances.modifiable(seanceId, auteur);
        RegleInstance regle = instances.regle(seance.instance(), seance.jour());
        List<ErreurChamp> erreurs = new ArrayList<>();
        if (!seance.debut().isAfter(horloge.maintenant())) {
            erreurs.add(new ErreurChamp("debut", "Cette séance est passée : annulez-la et préparez-en une autre."));
        }
        Composition.manques(seance, regle).stream()
                .map(m -> new ErreurChamp("membres", "Composition incomplète. " + m + "."))
                .forEach(erreurs::add);
        if (seance.points().isEmpty()) {
            erreurs.add(new ErreurChamp("points", "Inscrivez au moins un dossier à l'ordre du jour."));
        }
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        for (Membre membre : seance.membres()) {
            if (membre.convocation() == null) {
                UUID lettre = documents.convoquer(seance, membre, regle, auteur);
                jdbc.update("update seance_membre set convocation = ? where id = ?", lettre, membre.id());
            }
        }
        table.changerEtat(seanceId, EtatSeance.CONVOQUEE);
        seances.tracer(seance, "Convocations écrites : " + seance.membres().size() + " membres.", auteur);
    }

    private String nom(NouveauMembre n) {
        if (n.identifiant() != null) {
            return comptes.actif(n.identifiant())
                    .map(Agent::nomComplet)
                    .orElseThrow(() -> new SaisieInvalide("membre", "Choisissez un compte de la liste."));
        }
        String nom = Textes.ouNull(n.nom());
        if (nom == null || nom.length() > NOM_MAX) {
            throw new SaisieInvalide(
                    "nom", "Choisissez un compte, ou écrivez un nom (" + NOM_MAX + " caractères au plus).");
        }
        return nom;
    }

    private void verifier(SeanceVue seance, NouveauMembre n, String nom) {
        List<ErreurChamp> erreurs = new ArrayList<>();
        boolean deja = seance.membres().stream()
                .anyMatch(m -> Textes.recherche(m.nom()).equals(Textes.recherche(nom)) || m.est(n.identifiant()));
        if (deja) {
            erreurs.add(new ErreurChamp(
                    n.identifiant() == null ? "nom" : "membre", nom + " est déjà membre de cette séance."));
        }
        if (instances.regle(seance.instance(), seance.jour()).qualites().stream()
                .noneMatch(q -> q.code().equals(n.qualite()))) {
            erreurs.add(new ErreurChamp("qualite", "Choisissez en quelle qualité cette personne siège."));
        }
        if (n.adresse() != null && n.adresse().length() > ADRESSE_MAX) {
            erreurs.add(new ErreurChamp("adresse", "Écrivez au plus " + ADRESSE_MAX + " caractères."));
        }
        if (n.suppleantDe() != null && !peutEtreRemplace(seance, n)) {
            erreurs.add(new ErreurChamp(
                    "suppleantDe",
                    "Un suppléant remplace un titulaire de la même qualité, qui n'a pas encore de suppléant."));
        }
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
    }

    private static boolean peutEtreRemplace(SeanceVue seance, NouveauMembre n) {
        return seance.membre(n.suppleantDe())
                        .filter(Membre::titulaire)
                        .filter(m -> m.qualite().equals(n.qualite()))
                        .isPresent()
                && seance.membres().stream().noneMatch(m -> n.suppleantDe().equals(m.suppleantDe()));
    }
}
