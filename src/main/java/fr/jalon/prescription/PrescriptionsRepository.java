package fr.jalon.prescription;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface PrescriptionsRepository extends JpaRepository<Prescription, UUID> {}
