package fr.jalon.courrier;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The delegations, those that ended too. */
interface DelegationsRepository extends Repository<Delegation, UUID> {

    Delegation saveAndFlush(Delegation delegation);

    Optional<Delegation> findById(UUID id);

    List<Delegation> findAll();
}
