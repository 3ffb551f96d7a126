package fr.jalon.rsa;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface DemandesRsaRepository extends JpaRepository<DemandeRsa, UUID> {}
