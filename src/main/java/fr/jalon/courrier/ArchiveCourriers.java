package fr.jalon.courrier;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stored letters. Lists never read the bytes. */
interface ArchiveCourriers extends Repository<Courrier, UUID> {

    String VUE = """
            select new fr.jalon.courrier.CourrierVue(c.id, c.numero, c.dossierId, c.dossierNumero, c.modele, c.versionModele,
            c.mentions, c.objet, c.destinataire, c.empreinte, c.creeLe, c.auteur, c.remplace, c.envoyeLe) from Courrier c """;

    Courrier saveAndFlush(Courrier courrier);

    Optional<Courrier> findById(UUID id);

    @Query(VUE + " where c.id = ?1")
    Optional<CourrierVue> vue(UUID id);

    @Query(VUE + " where c.cleUnique = ?1")
    Optional<CourrierVue> vueParCle(String cleUnique);

    @Query(VUE + " where c.dossierId = ?1 order by c.creeLe desc, c.numero desc")
    List<CourrierVue> vuesDuDossier(UUID dossierId);

    @Modifying
    @Query("delete from Courrier c where c.id = ?1")
    void effacer(UUID id);
}
