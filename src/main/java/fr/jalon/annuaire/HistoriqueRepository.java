package fr.jalon.annuaire;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface HistoriqueRepository extends JpaRepository<LigneHistorique, UUID> {

    List<LigneHistorique> findBySujetIdOrderByQuandDescIdDesc(UUID sujetId, Limit limite);
}
