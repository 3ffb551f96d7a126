package fr.jalon.courrier;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The batches. */
interface LotsRepository extends Repository<LotCourrier, UUID> {

    LotCourrier saveAndFlush(LotCourrier lot);

    Optional<LotCourrier> findById(UUID id);

    @Query("select l from LotCourrier l where l.antenne in ?1 order by l.creeLe desc")
    List<LotCourrier> recents(Collection<String> antennes, Limit limite);
}
