package fr.jalon.usager;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface MembresFoyerRepository extends JpaRepository<MembreFoyer, UUID> {

    List<MembreFoyer> findByPersonneIdOrderByDateNaissance(UUID personneId);
}
