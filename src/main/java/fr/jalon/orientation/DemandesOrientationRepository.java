package fr.jalon.orientation;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface DemandesOrientationRepository extends JpaRepository<DemandeOrientation, UUID> {}
