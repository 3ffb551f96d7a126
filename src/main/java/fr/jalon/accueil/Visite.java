package fr.jalon.accueil;

import fr.jalon.commun.Horloge;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Generated;

@Entity
@Access(AccessType.FIELD)
class Visite {

    @Id
    private UUID id;

    /** Given by the database: a number a node, without any lock between nodes. */
    @Generated
    @Column(insertable = false, updatable = false)
    private Long numero;

    private String antenne;
    private String agent;
    private LocalDate jour;
    private Instant commenceeLe;
    private Instant enregistreeLe;
    private UUID personneId;
    private String publicVise;

    @Enumerated(EnumType.STRING)
    private IssueVisite issue;

    private String reponse;
    private String organisme;
    private String lieu;
    private Instant rendezVous;
    private String rendezVousLieu;
    private UUID dossierId;
    private Instant annuleeLe;

    @Column(insertable = false, updatable = false)
    private Instant effaceeLe;

    @ElementCollection
    @CollectionTable(name = "visite_motif", joinColumns = @JoinColumn(name = "visite_id"))
    @Column(name = "code")
    @BatchSize(size = 200)
    private Set<String> motifs = new TreeSet<>();

    @Version
    private Integer version;

    protected Visite() {}

    Visite(UUID id, String antenne, String agent, Instant commenceeLe, Instant enregistreeLe) {
        this.id = id;
        this.antenne = antenne;
        this.agent = agent;
        this.commenceeLe = commenceeLe;
        this.enregistreeLe = enregistreeLe;
        this.jour = LocalDate.ofInstant(commenceeLe, Horloge.PARIS);
    }

    /** Writes what was found right; answers the French names of the fields that changed. */
    final List<String> remplacer(VisiteVerifiee v) {
        List<String> changes = new ArrayList<>();
        noter(changes, "personne", personneId, v.personneId());
        noter(
                changes,
                "raisons",
                List.copyOf(motifs),
                v.motifs().stream().sorted().toList());
        noter(changes, "public", publicVise, v.publicVise());
        noter(changes, "suite", issue, v.issue());
        noter(changes, "réponse", reponse, v.reponse());
        noter(changes, "organisme", organisme, v.organisme());
        noter(changes, "lieu", lieu, v.lieu());
        noter(changes, "rendez-vous", rendezVousAParis(), v.rendezVous());
        noter(changes, "lieu du rendez-vous", rendezVousLieu, v.rendezVousLieu());
        personneId = v.personneId();
        motifs.retainAll(v.motifs());
        motifs.addAll(v.motifs());
        publicVise = v.publicVise();
        issue = v.issue();
        reponse = v.reponse();
        organisme = v.organisme();
        lieu = v.lieu();
        rendezVous = v.rendezVous() == null ? null : Horloge.instantAParis(v.rendezVous());
        rendezVousLieu = v.rendezVousLieu();
        return changes;
    }

    private static void noter(List<String> changes, String champ, Object avant, Object apres) {
        if (!Objects.equals(avant, apres)) {
            changes.add(champ);
        }
    }

    void annuler(Instant quand) {
        annuleeLe = quand;
    }

    private LocalDateTime rendezVousAParis() {
        return rendezVous == null ? null : LocalDateTime.ofInstant(rendezVous, Horloge.PARIS);
    }

    VisiteVue vue(ReferenceAccueil reference) {
        return new VisiteVue(
                id,
                "V-%d-%06d".formatted(jour.getYear(), numero),
                antenne,
                agent,
                commenceeLe,
                enregistreeLe,
                personneId,
                reference.enOrdre(motifs),
                publicVise,
                issue,
                reponse,
                organisme,
                lieu,
                rendezVousAParis(),
                rendezVousLieu,
                dossierId,
                annuleeLe != null,
                version);
    }
}
