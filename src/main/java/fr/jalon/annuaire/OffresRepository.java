package fr.jalon.annuaire;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;

interface OffresRepository extends JpaRepository<Offre, UUID>, JpaSpecificationExecutor<Offre> {

    Optional<Offre> findByCode(String code);

    @Query("select f from Offre f join f.organismes o where o.id = :organisme")
    List<Offre> deLOrganisme(UUID organisme);

    @Query(
            value = "select langue from offre_langue union select langue from organisme_langue order by 1",
            nativeQuery = true)
    List<String> langues();

    @Query("select f from Offre f order by f.code")
    List<Offre> toutes();

    @Query(
            "select f from Offre f where f.objectif in :objectifs and f.fermeeLe is null and (f.fin is null or f.fin >= :jour)"
                    + " order by f.code")
    List<Offre> enCours(Collection<String> objectifs, LocalDate jour);

    @Query("select f from Offre f where f.action in :actions and f.fermeeLe is null order by f.code")
    List<Offre> desActions(Collection<UUID> actions);

    /** Room by organisation: organisation, offers, followed offers, places, taken, waiting. */
    @Query("select o, count(f), sum(case when f.placesTotal is null then 0 else 1 end),"
            + " sum(coalesce(f.placesTotal, 0)), sum(case when f.placesTotal is null then 0 else f.placesPrises end),"
            + " sum(f.placesAttente) from Offre f join f.organismes o where f.fermeeLe is null and (f.fin is null or f.fin >= :jour)"
            + " group by o")
    List<Object[]> charges(LocalDate jour);
}
