package fr.jalon.courrier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Versions of the templates, oldest to newest; rows are added, never changed. */
interface VersionsModeles extends Repository<ModeleCourrier, UUID> {

    ModeleCourrier saveAndFlush(ModeleCourrier modele);

    Optional<ModeleCourrier> findFirstByCodeOrderByVersionDesc(String code);

    Optional<ModeleCourrier> findByCodeAndVersion(String code, int version);

    List<ModeleCourrier> findByCodeOrderByVersionDesc(String code);

    @Query("select m from ModeleCourrier m where m.version ="
            + " (select max(n.version) from ModeleCourrier n where n.code = m.code) order by m.code")
    List<ModeleCourrier> courants();

    List<ModeleCourrier> findByVersionGreaterThanAndPublieLeAfterOrderByCode(int version, Instant depuis);
}
