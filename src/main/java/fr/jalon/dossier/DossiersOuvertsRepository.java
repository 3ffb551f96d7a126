package fr.jalon.dossier;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface DossiersOuvertsRepository extends JpaRepository<DossierOuvertLigne, DossierOuvertCle> {

    @Query("select o from DossierOuvertLigne o where o.cle.personneId = :personneId")
    List<DossierOuvertLigne> findByPersonneId(UUID personneId);

    /** The number of the dossier stands for its dispositif: another one of the dispositif can be opened beside it. */
    @Modifying
    @Query(nativeQuery = true, value = "update dossier_ouvert set dispositif = :numero where dossier_id = :dossierId")
    void laisserPlace(UUID dossierId, String numero);

    @Modifying
    @Query("delete from DossierOuvertLigne o where o.dossierId = :dossierId")
    void oublier(UUID dossierId);
}
