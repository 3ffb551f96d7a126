package fr.jalon.annuaire;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

interface ActionsRepository extends JpaRepository<ActionDuPacte, UUID>, JpaSpecificationExecutor<ActionDuPacte> {

    Optional<ActionDuPacte> findByCode(String code);
}
