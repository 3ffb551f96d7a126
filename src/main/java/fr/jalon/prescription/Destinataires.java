package fr.jalon.prescription;

import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.FiltreOffres;
import fr.jalon.annuaire.OffreVue;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Page;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.decision.Decisions;
import fr.jalon.dispositif.OrientationEnCours;
import fr.jalon.dispositif.OrientationEnCours.Accompagnement;
import fr.jalon.usager.Naissance;
import fr.jalon.usager.PersonneVue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The partners that a person may be referred to, ranked, with what stands in the way: table {@code obstacles-orientation}. */
@Service
@Transactional(readOnly = true)
public class Destinataires {

    private static final String TABLE = "obstacles-orientation";
    private static final String FRANCAIS = "fr";

    private final Annuaire annuaire;
    private final OrientationEnCours orientations;
    private final PropositionsRepository propositions;
    private final Decisions decisions;
    private final Horloge horloge;

    Destinataires(
            Annuaire annuaire,
            OrientationEnCours orientations,
            PropositionsRepository propositions,
            Decisions decisions,
            Horloge horloge) {
        this.annuaire = annuaire;
        this.orientations = orientations;
        this.propositions = propositions;
        this.decisions = decisions;
        this.horloge = horloge;
    }

    /** What is known of the person's other referrals. */
    private record Contexte(
            PersonneVue personne,
            Naissance.Age age,
            String suivie,
            Set<String> proposees,
            Set<String> refusees,
            Set<String> natures) {}

    /**
     * Every partner, those that can be first, then those whose kind answers the needs, then by distance, language and name.
     *
     * @param besoins what the person asks for; none when it is not known yet
     * @param dossierId referral under way, whose former partners are left out; null for a new one
     */
    public List<Destinataire> pour(PersonneVue personne, UUID dossierId, List<Besoin> besoins) {
        Contexte contexte = contexte(personne, dossierId, besoins);
        Map<Map<String, Object>, List<String>> connus = new HashMap<>();
        Map<String, OrganismeVue> organismes = new HashMap<>();
        List<Destinataire> tous = new ArrayList<>();
        for (OrganismeVue o : organismes()) {
            organismes.put(o.code(), o);
            tous.add(destinataire(o, null, contexte, connus));
        }
        for (OffreVue offre : offres()) {
            offre.organismes().stream()
                    .map(ref -> organismes.get(ref.code()))
                    .filter(o -> o != null)
                    .forEach(o -> tous.add(destinataire(o, offre, contexte, connus)));
        }
        return tous.stream()
                .sorted(Comparator.comparing((Destinataire d) -> !d.possible())
                        .thenComparing(d -> !d.convient())
                        .thenComparingInt(Destinataire::proximite)
                        .thenComparing(d -> !d.langue())
                        .thenComparing(Destinataire::organismeNom)
                        .thenComparing(d -> d.offreTitre() == null ? "" : d.offreTitre()))
                .toList();
    }

    /**
     * The partner of a code.
     *
     * @throws SaisieInvalide on {@code destinataire} when there is none, or when something stands in the way
     */
    public Destinataire exiger(String code, PersonneVue personne, UUID dossierId) {
        Destinataire choisi = trouver(code, personne, dossierId);
        if (!choisi.possible()) {
            throw new SaisieInvalide(choisi.obstacles().stream()
                    .map(message -> new ErreurChamp("destinataire", message))
                    .toList());
        }
        return choisi;
    }

    /** The same without the refusal: the page shows what stands in the way. */
    public Destinataire trouver(String code, PersonneVue personne, UUID dossierId) {
        if (code == null || code.isBlank()) {
            throw new SaisieInvalide("destinataire", "Choisissez un partenaire.");
        }
        String[] parts = code.split("/", 2);
        OrganismeVue organisme = organismes().stream()
                .filter(o -> o.code().equals(parts[0]))
                .findFirst()
                .orElseThrow(Destinataires::inconnu);
        OffreVue offre = parts.length == 1
                ? null
                : offres().stream()
                        .filter(o -> o.code().equals(parts[1]))
                        .filter(o ->
                                o.organismes().stream().anyMatch(p -> p.code().equals(parts[0])))
                        .findFirst()
                        .orElseThrow(Destinataires::inconnu);
        return destinataire(organisme, offre, contexte(personne, dossierId, List.of()), new HashMap<>());
    }

    private static SaisieInvalide inconnu() {
        return new SaisieInvalide(
                "destinataire", "Ce partenaire n'est pas, ou n'est plus, dans l'annuaire : choisissez-en un autre.");
    }

    /** Offers under way that are for persons. */
    private List<OffreVue> offres() {
        FiltreOffres pourPersonnes = new FiltreOffres(null, null, null, null, null, null, null, true, null, null);
        return Page.toutes(page -> annuaire.chercher(pourPersonnes, page, Page.TAILLE_MAX));
    }

    private List<OrganismeVue> organismes() {
        return Page.toutes(page -> annuaire.chercherOrganismes(FiltreOffres.TOUT, page, Page.TAILLE_MAX));
    }

    private Contexte contexte(PersonneVue personne, UUID dossierId, List<Besoin> besoins) {
        Set<String> proposees = new java.util.HashSet<>();
        Set<String> refusees = new java.util.HashSet<>();
        for (Proposition p : propositions.findByPersonneIdOrderByProposeeLeDesc(personne.id())) {
            if (p.etat().ouverte()) {
                proposees.add(p.organisme());
            } else if (p.dossierId().equals(dossierId)) {
                refusees.add(p.organisme());
            }
        }
        return new Contexte(
                personne,
                personne.ageLe(horloge.aujourdhui()),
                orientations.de(personne.id()).map(Accompagnement::organisme).orElse(null),
                proposees,
                refusees,
                besoins.stream().flatMap(b -> b.natures().stream()).collect(Collectors.toSet()));
    }

    /** An age that is not known to the year is no obstacle, unless both ages meet it. */
    private List<String> obstacles(Map<String, Object> faits, Naissance.Age age) {
        List<String> obstacles = obstacles(faits);
        if (age.connu()) {
            return obstacles;
        }
        Map<String, Object> plusAge = new HashMap<>(faits);
        plusAge.put("age", age.max());
        List<String> communs = new ArrayList<>(obstacles);
        communs.retainAll(obstacles(plusAge));
        return List.copyOf(communs);
    }

    private List<String> obstacles(Map<String, Object> faits) {
        return decisions.evaluer(TABLE, faits).regles().stream()
                .map(r -> r.texte("message"))
                .toList();
    }

    private Destinataire destinataire(
            OrganismeVue o, OffreVue offre, Contexte c, Map<Map<String, Object>, List<String>> connus) {
        Map<String, Object> faits = new HashMap<>();
        faits.put("nature", o.nature());
        faits.put("age", c.age().min());
        faits.put("dejaSuivie", o.code().equals(c.suivie()));
        faits.put("dejaProposee", c.proposees().contains(o.code()));
        faits.put("dejaRefusee", c.refusees().contains(o.code()));
        faits.put("complet", offre != null && offre.places().complet());
        List<String> obstacles = connus.computeIfAbsent(faits, f -> obstacles(f, c.age()));
        String langue = c.personne().langue();
        String quartier = c.personne().quartier();
        boolean parle = langue != null
                && !FRANCAIS.equals(langue)
                && (o.langues().contains(langue)
                        || (offre != null && offre.langues().contains(langue)));
        return new Destinataire(
                offre == null ? o.code() : o.code() + "/" + offre.code(),
                o.code(),
                o.nom(),
                o.nature(),
                offre == null ? null : offre.id(),
                offre == null ? null : offre.titre(),
                c.natures().contains(o.nature()),
                offre == null ? null : offre.places().libres(),
                quartier == null ? 2 : annuaire.proximite(o, quartier),
                parle,
                offre == null ? null : offre.delaiPremierRendezVous(),
                o.aConfirmer() || (offre != null && offre.aConfirmer()),
                obstacles);
    }
}
