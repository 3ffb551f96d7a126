package fr.jalon.agent;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface JetonsRepository extends JpaRepository<Jeton, UUID> {

    Optional<Jeton> findByEmpreinteAndRevoqueLeIsNull(String empreinte);

    List<Jeton> findByCompteIdAndRevoqueLeIsNullOrderByCreeLe(UUID compteId);
}
