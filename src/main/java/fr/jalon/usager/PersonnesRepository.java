package fr.jalon.usager;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PersonnesRepository extends JpaRepository<Personne, UUID> {

    @Query(
            value = "select * from personne where match (recherche) against (:mots in boolean mode)"
                    + " order by nom_recherche, prenoms, id",
            countQuery = "select count(*) from personne where match (recherche) against (:mots in boolean mode)",
            nativeQuery = true)
    Page<Personne> parMots(String mots, Pageable page);

    @Query(
            "select p from Personne p where p.recherche like concat('%', :texte, '%') order by p.nomRecherche, p.prenoms")
    Page<Personne> parTexte(String texte, Pageable page);

    @Query("select p from Personne p where p.dateNaissance = :naissance order by p.nomRecherche, p.prenoms")
    Page<Personne> parNaissance(LocalDate naissance, Pageable page);

    @Query("select p from Personne p where p.nirEmpreinte = :empreinte")
    List<Personne> parNir(String empreinte);

    @Query("select p from Personne p where p.dateNaissance in :dates"
            + " and (p.nomRecherche = :nom or p.phonetique = :phonetique)")
    List<Personne> voisines(List<LocalDate> dates, String nom, String phonetique);

    @Query("select p from Personne p where p.phonetique = :phonetique and p.nomRecherche = :nom"
            + " and p.dateNaissance between :du and :au")
    List<Personne> homonymes(String phonetique, String nom, LocalDate du, LocalDate au);
}
