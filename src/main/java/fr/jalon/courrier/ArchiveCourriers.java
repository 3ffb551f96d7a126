package fr.jalon.courrier;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stored letters. Lists never read the bytes. */
interface ArchiveCourriers extends Repository<Courrier, UUID> {

    String VUE = """
            select new fr.jalon.courrier.CourrierVue(c.id, c.numero, c.dossierId, c.dossierNumero, c.modele, c.versionModele,
            c.mentions, c.objet, c.destinataire, c.empreinte, c.creeLe, c.auteur, c.remplace, c.etat, c.acte, c.antenne, c.remise,
            c.signeLe, c.signataire, c.signataireNom, c.arrete, c.imprimeLe, c.lot, c.envoyeLe, c.mode, c.recuLe, c.preuve,
            c.retourneLe, c.motifRetour, c.annuleLe, c.annulePar, c.motifAnnulation, c.partAvant) from Courrier c """;

    /** How many letters stand in a state. */
    record Compte(String antenne, String acte, long nombre) {}

    Courrier saveAndFlush(Courrier courrier);

    Optional<Courrier> findById(UUID id);

    @Query(VUE + " where c.id = ?1")
    Optional<CourrierVue> vue(UUID id);

    @Query(VUE + " where c.cleUnique = ?1")
    Optional<CourrierVue> vueParCle(String cleUnique);

    @Query(VUE + " where c.numero = ?1")
    Optional<CourrierVue> vueParNumero(String numero);

    @Query(VUE + " where c.dossierId = ?1 order by c.creeLe desc, c.numero desc")
    List<CourrierVue> vuesDuDossier(UUID dossierId);

    /** Oldest first. */
    @Query(VUE + " where c.etat = ?1 and c.antenne in ?2 order by c.creeLe, c.numero")
    List<CourrierVue> vuesDansEtat(EtatCourrier etat, Collection<String> antennes);

    @Query("select new fr.jalon.courrier.ArchiveCourriers$Compte(c.antenne, c.acte, count(c)) from Courrier c"
            + " where c.etat = ?1 group by c.antenne, c.acte")
    List<Compte> compter(EtatCourrier etat);

    @Query(VUE + " where c.lot = ?1 order by c.rangLot")
    List<CourrierVue> vuesDuLot(UUID lot);

    @Modifying
    @Query("delete from Courrier c where c.id = ?1")
    void effacer(UUID id);
}
