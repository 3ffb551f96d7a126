package fr.jalon.accueil;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Reprise;
import fr.jalon.commun.SaisieInvalide;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Visits of the front desk: written once, undone or corrected for a while, each change kept. An account sees those of its antenne. */
@Service
public class Visites {

    private static final Role[] AUTEURS = {Role.ACCUEIL, Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE};
    private static final Duration DUREE_MAX = Duration.ofHours(4);

    private final VisitesRepository visites;
    private final ControleVisite controle;
    private final ReferenceAccueil reference;
    private final ParametresAccueil parametres;
    private final JdbcTemplate jdbc;
    private final Reprise reprise;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    Visites(
            VisitesRepository visites,
            ControleVisite controle,
            ReferenceAccueil reference,
            ParametresAccueil parametres,
            JdbcTemplate jdbc,
            Reprise reprise,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.visites = visites;
        this.controle = controle;
        this.reference = reference;
        this.parametres = parametres;
        this.jdbc = jdbc;
        this.reprise = reprise;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /** @param deja the same sending had been written before */
    public record Enregistrement(VisiteVue visite, boolean deja) {}

    /** What was changed in a visit after it was first written. */
    public record Trace(Instant quand, String auteur, String texte) {}

    /** Roles that may write a visit. */
    public static Set<Role> roles() {
        return Set.of(AUTEURS);
    }

    /**
     * Writes a visit; sending the same one again gives the one already written.
     *
     * @throws SaisieInvalide for each faulty field
     */
    public Enregistrement enregistrer(NouvelleVisite n, Agent auteur) {
        auteur.exiger(AUTEURS);
        if (auteur.antenne() == null) {
            throw new Interdit("Votre compte n'appartient à aucune antenne : une visite se note dans une antenne.");
        }
        try {
            return reprise.enTransaction(() -> ecrire(n, auteur.antenne(), debut(n), auteur));
        } catch (DataIntegrityViolationException ecriteEnMemeTemps) {
            return reprise.enTransaction(() -> dejaEcrite(n, auteur.antenne())).orElseThrow(() -> ecriteEnMemeTemps);
        }
    }

    /** Takes over a visit that was noted before Jalon; the application alone does it, for no agent typed it. */
    public Enregistrement reprendre(NouvelleVisite n, String antenne, Instant quand, Agent auteur) {
        if (!Agent.JALON.equals(auteur)) {
            throw new Interdit("Une visite se note le jour même, par la page des visites.");
        }
        return reprise.enTransaction(() -> ecrire(n, antenne, quand, auteur));
    }

    private Enregistrement ecrire(NouvelleVisite n, String antenne, Instant debut, Agent auteur) {
        Optional<Enregistrement> deja = dejaEcrite(n, antenne);
        if (deja.isPresent()) {
            return deja.get();
        }
        VisiteVerifiee propre = controle.verifier(n);
        Visite visite = new Visite(n.id(), antenne, auteur.identifiant(), debut, horloge.maintenant());
        visite.remplacer(propre);
        VisiteVue vue = visites.saveAndFlush(visite).vue(reference);
        dire(vue, "Visite notée", auteur);
        return new Enregistrement(vue, false);
    }

    private Optional<Enregistrement> dejaEcrite(NouvelleVisite n, String antenne) {
        return visites.findById(n.id()).map(v -> v.vue(reference)).map(v -> {
            if (!v.antenne().equals(antenne)) {
                throw new Conflit(
                        "Cette page a déjà servi dans une autre antenne. Ouvrez à nouveau la page des visites.");
            }
            return new Enregistrement(v, true);
        });
    }

    /** Corrects a visit, or completes one that had no outcome yet. */
    @Transactional
    public VisiteVue corriger(UUID id, NouvelleVisite n, int version, Agent auteur) {
        auteur.exiger(AUTEURS);
        Visite visite = exiger(id, auteur);
        VisiteVue avant = visite.vue(reference);
        if (avant.version() != version) {
            throw new Conflit("Quelqu'un d'autre vient de corriger cette visite. Relisez-la, puis recommencez.");
        }
        if (!correctible(avant)) {
            throw new Conflit(tropTard());
        }
        List<String> changes = visite.remplacer(controle.verifier(n));
        VisiteVue apres = visites.saveAndFlush(visite).vue(reference);
        if (!changes.isEmpty()) {
            tracer(id, "Corrigé : " + String.join(", ", changes) + ".", auteur);
            dire(apres, "Visite corrigée (" + String.join(", ", changes) + ")", auteur);
        }
        return apres;
    }

    /** Undoes a visit: it stays written, and counts no more. A repeat changes nothing. */
    @Transactional
    public VisiteVue annuler(UUID id, Agent auteur) {
        auteur.exiger(AUTEURS);
        Visite visite = exiger(id, auteur);
        VisiteVue vue = visite.vue(reference);
        if (vue.annulee()) {
            return vue;
        }
        if (!recente(vue)) {
            throw new Conflit(tropTard());
        }
        visite.annuler(horloge.maintenant());
        tracer(id, "Annulée.", auteur);
        dire(vue, "Visite annulée", auteur);
        return visites.saveAndFlush(visite).vue(reference);
    }

    /** Whether it may still be corrected: for some minutes, and for as long as nothing is settled. */
    public boolean correctible(VisiteVue v) {
        return !v.annulee() && (v.issue() == null || recente(v));
    }

    /** Whether it may still be undone. */
    public boolean recente(VisiteVue v) {
        return v.enregistreeLe()
                .plus(Duration.ofMinutes(parametres.correctionMinutes()))
                .isAfter(horloge.maintenant());
    }

    /**
     * A visit.
     *
     * @throws Introuvable when there is none in the antennes of the reader
     */
    @Transactional(readOnly = true)
    public VisiteVue visite(UUID id, Agent lecteur) {
        return exiger(id, lecteur).vue(reference);
    }

    /**
     * The same for somebody who reads it, with a trace.
     *
     * @param quoi what is read, in French, for example {@code visite} or {@code reçu}
     */
    @Transactional
    public VisiteVue consulter(UUID id, String quoi, Agent lecteur) {
        VisiteVue v = visite(id, lecteur);
        evenements.publishEvent(new VisiteLue(v.numero(), v.antenne(), v.personneId(), quoi, lecteur));
        return v;
    }

    /** Visits of the reader's antenne today, newest first. */
    @Transactional(readOnly = true)
    public List<VisiteVue> duJour(Agent lecteur) {
        lecteur.exiger(AUTEURS);
        return visites.findByAntenneAndJourOrderByNumeroDesc(lecteur.antenne(), horloge.aujourdhui()).stream()
                .map(v -> v.vue(reference))
                .toList();
    }

    /** Visits of the former days that still wait for an outcome in the reader's antenne, newest first. */
    @Transactional(readOnly = true)
    public List<VisiteVue> enAttente(int limite, Agent lecteur) {
        lecteur.exiger(AUTEURS);
        LocalDate jour = horloge.aujourdhui();
        return visites
                .sansSuite(
                        lecteur.antenne(),
                        jour.minusDays(parametres.attenteJours()),
                        jour.minusDays(1),
                        Limit.of(limite))
                .stream()
                .map(v -> v.vue(reference))
                .toList();
    }

    /** The last visits of a person, within what the reader may see. */
    @Transactional(readOnly = true)
    public List<VisiteVue> dePersonne(UUID personne, int limite, Agent lecteur) {
        return visites.dePersonne(personne, Limit.of(200)).stream()
                .map(v -> v.vue(reference))
                .filter(v -> lecteur.portee().couvre(v.antenne()))
                .limit(limite)
                .toList();
    }

    /** Changes of a visit, newest first. */
    @Transactional(readOnly = true)
    public List<Trace> traces(UUID id, Agent lecteur) {
        exiger(id, lecteur);
        return jdbc.query(
                "select quand, auteur, texte from visite_trace where visite_id = ? order by quand desc, id",
                (rs, rang) -> new Trace(rs.getTimestamp(1).toInstant(), rs.getString(2), rs.getString(3)),
                id);
    }

    /** Links the dossier that somebody just opened to the visit that said so today. */
    @Transactional
    void relier(UUID dossier, UUID personne, Agent auteur) {
        visites.quiOuvreUnDossier(personne, auteur.antenne(), horloge.aujourdhui())
                .ifPresent(visite -> visites.relier(visite, dossier));
    }

    private Visite exiger(UUID id, Agent lecteur) {
        return visites.findById(id)
                .filter(v -> lecteur.portee().couvre(v.vue(reference).antenne()))
                .orElseThrow(() -> new Introuvable("Cette visite n'existe pas."));
    }

    private String tropTard() {
        return "Cette visite est notée depuis plus de " + parametres.correctionMinutes()
                + " minutes : elle ne se défait plus. Notez une nouvelle visite s'il le faut.";
    }

    /** When the first gesture was made, never on another day. */
    private Instant debut(NouvelleVisite n) {
        Instant maintenant = horloge.maintenant();
        String duree = n.duree() == null ? "" : n.duree().strip();
        if (!duree.matches("[0-9]{1,6}")) {
            return maintenant;
        }
        Duration ecoulee = Duration.ofSeconds(Long.parseLong(duree));
        Instant debut = maintenant.minus(ecoulee.compareTo(DUREE_MAX) > 0 ? Duration.ZERO : ecoulee);
        return LocalDate.ofInstant(debut, Horloge.PARIS).equals(horloge.aujourdhui()) ? debut : maintenant;
    }

    private void tracer(UUID id, String texte, Agent auteur) {
        jdbc.update(
                "insert into visite_trace (id, visite_id, quand, auteur, texte) values (?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                id,
                Timestamp.from(horloge.maintenant()),
                auteur.identifiant(),
                texte);
    }

    private void dire(VisiteVue v, String quoi, Agent auteur) {
        evenements.publishEvent(new VisiteNotee(
                v.id(), v.numero(), v.antenne(), v.personneId(), quoi + " : " + v.numero() + ".", auteur));
    }
}
