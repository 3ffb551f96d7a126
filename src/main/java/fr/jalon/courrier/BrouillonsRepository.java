package fr.jalon.courrier;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Drafts of templates, one by code. */
interface BrouillonsRepository extends Repository<BrouillonModele, UUID> {

    BrouillonModele saveAndFlush(BrouillonModele brouillon);

    Optional<BrouillonModele> findByCode(String code);

    List<BrouillonModele> findAllByOrderByCode();

    void delete(BrouillonModele brouillon);
}
