package fr.jalon.annuaire;

import fr.jalon.annuaire.Nomenclature.Objectif;
import fr.jalon.commun.Langues;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.UuidGenerator;

@Entity
@Access(AccessType.FIELD)
class Offre {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.TIME)
    private UUID id;

    private String code;
    private String titre;
    private String description;
    private String objectif;
    private String objectifOperationnel;
    private int levier;
    private String conditions;

    /** The three numbers are written by {@link PlacesDesOffres} alone, in one conditional order each. */
    @Column(updatable = false)
    private Integer placesTotal;

    @Column(updatable = false)
    private int placesPrises;

    @Column(updatable = false)
    private int placesAttente;

    private Integer delaiPremierRendezVous;
    private String cout;
    private LocalDate debut;
    private LocalDate fin;
    private String source;
    private LocalDate confirmeeLe;

    @Column(name = "action_id")
    private UUID action;

    private LocalDate fermeeLe;

    @Column
    private String recherche;

    @Column
    private String titreRecherche;

    @ManyToMany
    @JoinTable(
            name = "offre_organisme",
            joinColumns = @JoinColumn(name = "offre_id"),
            inverseJoinColumns = @JoinColumn(name = "organisme_id"))
    @OrderColumn(name = "rang")
    @BatchSize(size = 200)
    private List<Organisme> organismes = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "offre_public", joinColumns = @JoinColumn(name = "offre_id"))
    @Column(name = "code")
    @BatchSize(size = 200)
    private Set<String> publics = new TreeSet<>();

    @ElementCollection
    @CollectionTable(name = "offre_quartier", joinColumns = @JoinColumn(name = "offre_id"))
    @Column(name = "quartier")
    @BatchSize(size = 200)
    private Set<String> quartiers = new TreeSet<>();

    @ElementCollection
    @CollectionTable(name = "offre_langue", joinColumns = @JoinColumn(name = "offre_id"))
    @Column(name = "langue")
    @BatchSize(size = 200)
    private Set<String> langues = new TreeSet<>();

    @Version
    private int version;

    protected Offre() {}

    Offre(String code, String source) {
        this.code = code;
        this.source = source;
    }

    void remplacer(FicheOffre fiche, Objectif but, List<Organisme> porteurs, LocalDate jour, Nomenclature mots) {
        this.titre = fiche.titre();
        this.description = fiche.description();
        this.objectif = but.code();
        this.levier = but.levier();
        this.objectifOperationnel = fiche.objectifOperationnel();
        this.conditions = fiche.conditions();
        this.delaiPremierRendezVous = fiche.delaiPremierRendezVous();
        this.cout = fiche.cout();
        this.debut = fiche.debut();
        this.fin = fiche.fin();
        this.confirmeeLe = jour;
        Listes.remplacer(organismes, porteurs);
        Listes.remplacer(publics, fiche.publics());
        Listes.remplacer(quartiers, fiche.quartiers());
        Listes.remplacer(langues, fiche.langues());
        indexer(mots);
    }

    /** What a search looks at: its own words, those of its lists, the names of its organisations, its source. */
    final void indexer(Nomenclature mots) {
        List<String> textes = new ArrayList<>();
        textes.add(titre);
        textes.add(objectifOperationnel);
        textes.add(mots.objectif(objectif).map(Objectif::libelle).orElse(null));
        textes.add(mots.leviers().get(levier - 1).court());
        textes.add(description);
        textes.add(conditions);
        organismes.forEach(o -> textes.add(o.nom()));
        publics.forEach(p -> mots.publicVise(p).ifPresent(v -> textes.add(v.libelle())));
        langues.forEach(l -> textes.add(Langues.nomSeul(l)));
        textes.add(source);
        textes.add(code);
        textes.removeIf(java.util.Objects::isNull);
        this.recherche = FormeDeRecherche.de(String.join(" ", textes), 8000);
        this.titreRecherche = FormeDeRecherche.de(titre, 600);
    }

    void commencerAvec(Places places) {
        this.placesTotal = places.total();
        this.placesPrises = places.prises();
        this.placesAttente = places.attente();
    }

    void confirmer(LocalDate jour) {
        this.confirmeeLe = jour;
    }

    /** The action of the pact that the offer comes from. */
    void lier(UUID actionDuPacte) {
        this.action = actionDuPacte;
    }

    /** No new referral from that day; null opens it again. */
    void fermer(LocalDate jour) {
        this.fermeeLe = jour;
    }

    UUID action() {
        return action;
    }

    LocalDate fermeeLe() {
        return fermeeLe;
    }

    ActionVue.OffreLiee liee() {
        return new ActionVue.OffreLiee(id, code, titre);
    }

    UUID id() {
        return id;
    }

    String code() {
        return code;
    }

    int version() {
        return version;
    }

    List<Organisme> porteurs() {
        return List.copyOf(organismes);
    }

    Places places() {
        return new Places(placesTotal, placesPrises, placesAttente);
    }

    OffreVue vue(LocalDate seuil, Nomenclature mots) {
        return new OffreVue(
                id,
                code,
                titre,
                description,
                mots.objectif(objectif).orElseGet(() -> new Objectif(objectif, levier, false, objectif)),
                objectifOperationnel,
                organismes.stream().map(Organisme::ref).toList(),
                mots.publics().stream()
                        .map(Nomenclature.PublicVise::code)
                        .filter(publics::contains)
                        .toList(),
                conditions,
                Listes.quartiers(quartiers),
                List.copyOf(new TreeSet<>(langues)),
                places(),
                delaiPremierRendezVous,
                cout,
                debut,
                fin,
                source,
                confirmeeLe,
                confirmeeLe.isBefore(seuil),
                action,
                fermeeLe,
                version);
    }
}
