package fr.jalon.seance;

import fr.jalon.agent.Agent;
import fr.jalon.agent.CompteVue;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.Role;
import fr.jalon.commun.ErreurChamp;
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

/** Who sits in a session: titulars and their substitutes, each once. */
@Service
@Transactional
public class MembresSeance {

    private static final int NOM_MAX = 120;
    private static final int ADRESSE_MAX = 400;

    private final Seances seances;
    private final Instances instances;
    private final Comptes comptes;
    private final JdbcTemplate jdbc;

    MembresSeance(Seances seances, Instances instances, Comptes comptes, JdbcTemplate jdbc) {
        this.seances = seances;
        this.instances = instances;
        this.comptes = comptes;
        this.jdbc = jdbc;
    }

    /** Accounts that may sit and do not yet: the jurors, and the professionals of the antenne or of all of them. */
    @Transactional(readOnly = true)
    public List<Agent> eligibles(SeanceVue seance) {
        return comptes.tous().stream()
                .filter(CompteVue::actif)
                .map(CompteVue::agent)
                .filter(a -> peutSieger(a, seance.antenne()))
                .filter(a -> seance.membre(a.identifiant()).isEmpty())
                .toList();
    }

    private static boolean peutSieger(Agent a, String antenne) {
        boolean professionnel =
                a.aUnDe(Role.ALI, Role.INSTRUCTEUR, Role.RESPONSABLE_ANTENNE, Role.RESPONSABLE_DISPOSITIFS);
        return a.a(Role.JURY)
                || (professionnel && (a.antenne() == null || a.antenne().equals(antenne)));
    }

    /**
     * Adds a member or a substitute.
     *
     * @throws SaisieInvalide on {@code membre}, {@code nom}, {@code qualite}, {@code adresse} or {@code suppleantDe}
     */
    public void ajouter(UUID seanceId, NouveauMembre n, Agent auteur) {
        SeanceVue seance = seances.modifiable(seanceId, auteur);
        String nom = nom(seance, n);
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

    public void retirer(UUID seanceId, UUID membreId, Agent auteur) {
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

    private String nom(SeanceVue seance, NouveauMembre n) {
        if (n.identifiant() != null) {
            return comptes.actif(n.identifiant())
                    .filter(a -> peutSieger(a, seance.antenne()))
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
