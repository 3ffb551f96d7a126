package fr.jalon.annuaire;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;

interface OrganismesRepository extends JpaRepository<Organisme, UUID>, JpaSpecificationExecutor<Organisme> {

    Optional<Organisme> findByCode(String code);

    List<Organisme> findByCodeIn(Collection<String> codes);

    @Query("select o from Organisme o order by o.nom, o.code")
    List<Organisme> tous();
}
