package fr.jalon.dossier;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;

interface DossiersRepository extends JpaRepository<Dossier, UUID>, JpaSpecificationExecutor<Dossier> {

    Optional<Dossier> findByNumero(String numero);

    List<Dossier> findByPersonneIdOrderByCreeLeDesc(UUID personneId);

    @Query("select d from Dossier d where d.personneId in :personnes order by d.creeLe desc")
    Page<Dossier> dePersonnes(List<UUID> personnes, Pageable page);
}
