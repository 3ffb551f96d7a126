package fr.jalon.corbeille;

import fr.jalon.agent.Comptes;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Textes;
import fr.jalon.dispositif.TacheEvenement;
import fr.jalon.dossier.DossierConsulte;
import fr.jalon.dossier.DossierModifie;
import fr.jalon.dossier.DossierTransfere;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.PieceRecue;
import fr.jalon.usager.PersonneModifiee;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps the queue's table equal to the engine's open tasks, in the engine's own transaction. */
@Component
class ProjectionCorbeille {

    private final JdbcTemplate jdbc;
    private final Dossiers dossiers;
    private final Personnes personnes;
    private final Comptes agents;
    private final ComptesCorbeille comptes;
    private final Horloge horloge;

    ProjectionCorbeille(
            JdbcTemplate jdbc,
            Dossiers dossiers,
            Personnes personnes,
            Comptes agents,
            ComptesCorbeille comptes,
            Horloge horloge) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.personnes = personnes;
        this.agents = agents;
        this.comptes = comptes;
        this.horloge = horloge;
    }

    @EventListener
    void sur(TacheEvenement tache) {
        switch (tache.nature()) {
            case CREEE -> inserer(tache);
            case ASSIGNEE -> assigner(tache);
            case MODIFIEE -> dater(tache);
            case ACHEVEE -> terminer(tache);
            case SUPPRIMEE -> supprimer(tache);
        }
    }

    void inserer(TacheEvenement tache) {
        DossierVue dossier = dossiers.parId(tache.dossierId());
        PersonneVue personne = personnes.parId(dossier.personneId());
        jdbc.update(
                "insert into corbeille_tache (tache_id, onglet, dossier_id, numero, personne_id, usager, antenne,"
                        + " dispositif, processus, etape, libelle, groupe, attente, assigne, assigne_nom, assigne_le,"
                        + " rang, cible, limite, creee_le, recherche) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ?, ?, ?, ?, ?)",
                tache.tacheId(),
                onglet(tache),
                dossier.id(),
                dossier.numero(),
                personne.id(),
                usager(personne),
                dossier.antenne(),
                dossier.dispositif(),
                tache.processus(),
                tache.etape(),
                tache.libelle(),
                tache.groupe(),
                tache.attente(),
                tache.assigne(),
                nom(tache.assigne()),
                tache.assigne() == null ? null : maintenant(),
                dossier.urgent() ? 0 : 1,
                ouSansDate(tache.cible()),
                ouSansDate(tache.limite()),
                Timestamp.from(tache.creee()),
                recherche(dossier, personne));
        comptes.deplacer(dossier.antenne(), tache.groupe(), null, onglet(tache));
        dossiers.noterEtape(dossier.id(), tache.libelle());
    }

    private record Place(String antenne, String groupe, String onglet) {}

    /** Where the row stands now; null when it is finished or gone. */
    private Place place(String tacheId) {
        return jdbc.query(
                "select antenne, groupe, onglet from corbeille_tache where tache_id = ? and onglet <> 'F'",
                rs -> rs.next() ? new Place(rs.getString(1), rs.getString(2), rs.getString(3)) : null,
                tacheId);
    }

    private void supprimer(TacheEvenement tache) {
        Place place = place(tache.tacheId());
        if (place != null) {
            jdbc.update("delete from corbeille_tache where tache_id = ?", tache.tacheId());
            comptes.deplacer(place.antenne(), place.groupe(), place.onglet(), null);
        }
    }

    private void assigner(TacheEvenement tache) {
        Place place = place(tache.tacheId());
        if (place == null) {
            return;
        }
        comptes.deplacer(place.antenne(), place.groupe(), place.onglet(), onglet(tache));
        jdbc.update(
                "update corbeille_tache set onglet = ?, assigne = ?, assigne_nom = ?, assigne_le = ?, version ="
                        + " version + 1 where tache_id = ? and onglet <> 'F'",
                onglet(tache),
                tache.assigne(),
                nom(tache.assigne()),
                tache.assigne() == null ? null : maintenant(),
                tache.tacheId());
    }

    private void dater(TacheEvenement tache) {
        jdbc.update(
                "update corbeille_tache set cible = ?, limite = ?, version = version + 1 where tache_id = ?",
                ouSansDate(tache.cible()),
                ouSansDate(tache.limite()),
                tache.tacheId());
    }

    private void terminer(TacheEvenement tache) {
        Place place = place(tache.tacheId());
        if (place == null) {
            return;
        }
        comptes.deplacer(place.antenne(), place.groupe(), place.onglet(), Onglet.TERMINEES.code());
        jdbc.update(
                "update corbeille_tache set onglet = 'F', terminee_le = ?, terminee_par = ?, version = version + 1"
                        + " where tache_id = ?",
                maintenant(),
                tache.assigne(),
                tache.tacheId());
    }

    @EventListener
    void sur(DossierModifie fait) {
        DossierVue dossier = dossiers.parId(fait.dossierId());
        jdbc.update(
                "update corbeille_tache set rang = ? where dossier_id = ? and onglet <> 'F'",
                dossier.urgent() ? 0 : 1,
                fait.dossierId());
    }

    /** The open rows go to the queues of the other antenne; what is finished stays where it was done. */
    @EventListener
    void sur(DossierTransfere fait) {
        List<Place> places = jdbc.query(
                "select antenne, groupe, onglet from corbeille_tache where dossier_id = ? and onglet <> 'F'",
                (rs, rang) -> new Place(rs.getString(1), rs.getString(2), rs.getString(3)),
                fait.dossierId());
        jdbc.update(
                "update corbeille_tache set antenne = ?, version = version + 1 where dossier_id = ? and onglet <> 'F'",
                fait.apres(),
                fait.dossierId());
        for (Place place : places) {
            comptes.deplacer(place.antenne(), place.groupe(), place.onglet(), null);
            comptes.deplacer(fait.apres(), place.groupe(), null, place.onglet());
        }
    }

    @EventListener
    void sur(PieceRecue fait) {
        jdbc.update(
                "update corbeille_tache set piece_nouvelle = true where dossier_id = ? and onglet <> 'F'",
                fait.dossierId());
    }

    /** A new piece is new until somebody who does this step has opened the dossier. */
    @EventListener
    void sur(DossierConsulte fait) {
        for (Role role : fait.lecteur().roles()) {
            jdbc.update(
                    "update corbeille_tache set piece_nouvelle = false where dossier_id = ? and onglet <> 'F'"
                            + " and piece_nouvelle and (assigne = ? or (assigne is null and groupe = ?))",
                    fait.dossierId(),
                    fait.lecteur().identifiant(),
                    role.name());
        }
    }

    @EventListener
    void sur(PersonneModifiee fait) {
        PersonneVue personne = personnes.parId(fait.personneId());
        jdbc.update(
                "update corbeille_tache set usager = ?,"
                        + " recherche = left(concat(lower(replace(numero, '-', ' ')), ' ', ?), 1200)"
                        + " where personne_id = ?",
                usager(personne),
                Textes.recherche(noms(personne)),
                personne.id());
    }

    static String onglet(TacheEvenement tache) {
        if (!tache.attente().isEmpty()) {
            return Onglet.EN_ATTENTE.code();
        }
        return tache.assigne() == null ? Onglet.A_PRENDRE.code() : Onglet.A_MOI.code();
    }

    private static String usager(PersonneVue personne) {
        return personne.nomEtPrenoms();
    }

    /** Found by the name used and by the birth name. */
    private static String noms(PersonneVue personne) {
        return personne.nomEtPrenoms() + (personne.nomNaissance() == null ? "" : " " + personne.nomNaissance());
    }

    private static String recherche(DossierVue dossier, PersonneVue personne) {
        String texte = Textes.recherche(dossier.numero() + " " + noms(personne));
        return Textes.couper(texte, 1200);
    }

    private String nom(String identifiant) {
        return identifiant == null ? null : agents.nom(identifiant);
    }

    private Timestamp maintenant() {
        return Timestamp.from(horloge.maintenant());
    }

    static LocalDate ouSansDate(LocalDate jour) {
        return jour == null ? LigneSql.SANS_DATE : jour;
    }
}
