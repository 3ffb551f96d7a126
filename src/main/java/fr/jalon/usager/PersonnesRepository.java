package fr.jalon.usager;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PersonnesRepository extends JpaRepository<Personne, UUID> {

    @Query("select p from Personne p where p.nirEmpreinte = :empreinte")
    List<Personne> parNir(String empreinte);
}
