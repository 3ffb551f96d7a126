package fr.jalon.dossier;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface SignalementsPersonnesRepository extends JpaRepository<SignalementPersonne, UUID> {

    Optional<SignalementPersonne> findByPersonneIdAndCleOuverte(UUID personneId, String cleOuverte);

    List<SignalementPersonne> findByEtatInOrderBySignaleLe(Collection<EtatSignalement> etats);

    List<SignalementPersonne> findByEtatAndEffetLeLessThanEqual(EtatSignalement etat, LocalDate jour);

    /** What waits for an antenne: the person is hers, or one of her open dossiers is. */
    @Query("select s from SignalementPersonne s where s.cleOuverte is not null and (exists (select 1 from Personne p"
            + " where p.id = s.personneId and p.antenne in :antennes) or exists (select 1 from Dossier d where"
            + " d.personneId = s.personneId and d.antenne in :antennes and d.closLe is null)) order by s.signaleLe")
    List<SignalementPersonne> ouvertsDesAntennes(Collection<String> antennes);

    @Query("select count(s) from SignalementPersonne s where s.cleOuverte is not null and s.etat = :etat and (exists"
            + " (select 1 from Personne p where p.id = s.personneId and p.antenne in :antennes) or exists (select 1 from"
            + " Dossier d where d.personneId = s.personneId and d.antenne in :antennes and d.closLe is null))")
    long nombreDesAntennes(Collection<String> antennes, EtatSignalement etat);
}
