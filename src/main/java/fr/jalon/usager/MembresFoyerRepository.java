package fr.jalon.usager;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface MembresFoyerRepository extends JpaRepository<MembreFoyer, UUID> {

    List<MembreFoyer> findByPersonneIdOrderByDateNaissance(UUID personneId);

    /** Spouses of any foyer, still there, born that day; a birth known in part is not compared. */
    @Query("select m from MembreFoyer m where m.lien = fr.jalon.usager.LienFoyer.CONJOINT and m.jusque is null"
            + " and m.dateNaissance = :naissance and m.naissancePrecision = 'JOUR'")
    List<MembreFoyer> conjoints(LocalDate naissance);
}
