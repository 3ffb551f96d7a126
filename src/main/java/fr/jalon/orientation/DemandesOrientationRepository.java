package fr.jalon.orientation;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

interface DemandesOrientationRepository extends JpaRepository<DemandeOrientation, UUID> {

    List<DemandeOrientation> findByConfirmeeParAndRencontreeLeIsNullOrderByConfirmeeLeDesc(
            String confirmeePar, Pageable page);
}
