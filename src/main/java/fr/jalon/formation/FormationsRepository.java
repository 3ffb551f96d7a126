package fr.jalon.formation;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface FormationsRepository extends JpaRepository<FormationFinancee, UUID> {}
