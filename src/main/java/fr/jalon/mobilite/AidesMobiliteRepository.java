package fr.jalon.mobilite;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface AidesMobiliteRepository extends JpaRepository<AideMobilite, UUID> {}
