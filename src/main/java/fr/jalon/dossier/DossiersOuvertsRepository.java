package fr.jalon.dossier;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface DossiersOuvertsRepository extends JpaRepository<DossierOuvertLigne, DossierOuvertCle> {

    @Query("select o from DossierOuvertLigne o where o.cle.personneId = :personneId")
    List<DossierOuvertLigne> findByPersonneId(UUID personneId);
}
