package fr.jalon.seance;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sessions: made, listed, called off. A responsable d'antenne organises those of its antenne, the responsable des
 * dispositifs all of them; for anybody else a session does not exist.
 */
@Service
@Transactional
public class Seances {

    private static final int LIEU_MAX = 200;

    private final TableSeances table;
    private final CasPrets cas;
    private final Instances instances;
    private final DocumentsSeance documents;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    Seances(
            TableSeances table,
            CasPrets cas,
            Instances instances,
            DocumentsSeance documents,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.table = table;
        this.cas = cas;
        this.instances = instances;
        this.documents = documents;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /** Those that the account organises, without members and items, the latest first. */
    @Transactional(readOnly = true)
    public List<SeanceVue> lister(Agent agent) {
        return table.lister().stream()
                .filter(s -> agent.portee().couvre(s.antenne()) && organise(s, agent))
                .toList();
    }

    @Transactional(readOnly = true)
    public SeanceVue seance(UUID id, Agent agent) {
        return permise(table.exiger(id), agent);
    }

    /**
     * Makes a session.
     *
     * @throws SaisieInvalide on {@code instance}, {@code antenne}, {@code debut} or {@code lieu}
     */
    public SeanceVue creer(NouvelleSeance n, Agent auteur) {
        organisateur(auteur);
        List<ErreurChamp> erreurs = new ArrayList<>();
        if (n.antenne() == null || !auteur.portee().couvre(n.antenne())) {
            erreurs.add(new ErreurChamp("antenne", "Choisissez une antenne de la liste."));
        }
        if (n.debut() == null || !n.debut().isAfter(horloge.maintenant())) {
            erreurs.add(new ErreurChamp(
                    "debut", "Une séance se prépare à l'avance : choisissez un jour et une heure à venir."));
        } else {
            verifierLHorizon(n, erreurs);
        }
        String lieu = Textes.ouNull(n.lieu());
        if (lieu == null || lieu.length() > LIEU_MAX) {
            erreurs.add(
                    new ErreurChamp("lieu", "Indiquez où la séance se tient (" + LIEU_MAX + " caractères au plus)."));
        }
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        SeanceVue seance = enPreparation(n, lieu, auteur);
        permise(seance, auteur);
        try {
            table.inserer(seance, horloge.maintenant());
        } catch (DuplicateKeyException e) {
            throw new Conflit(
                    "Quelqu'un vient de créer une séance de cette antenne pour ce jour. Rechargez la liste.", e);
        }
        tracer(seance, "Séance créée.", auteur);
        return seance;
    }

    /** An instance that does not exist is told on its own field. */
    private void verifierLHorizon(NouvelleSeance n, List<ErreurChamp> erreurs) {
        LocalDate aujourdhui = horloge.aujourdhui();
        instances.toutes(aujourdhui).stream()
                .filter(r -> r.code().equals(n.instance()))
                .filter(r ->
                        n.debut().atZone(Horloge.PARIS).toLocalDate().isAfter(aujourdhui.plusMonths(r.horizonMois())))
                .forEach(r -> erreurs.add(new ErreurChamp(
                        "debut",
                        "Une séance se prépare au plus " + r.horizonMois()
                                + " mois à l'avance : choisissez un jour jusqu'au "
                                + Horloge.enMots(aujourdhui.plusMonths(r.horizonMois())) + ".")));
    }

    /**
     * Calls a session off: its cases wait for another one, and the members that were convened are told.
     *
     * @throws SaisieInvalide on {@code motifAnnulation}
     */
    public void annuler(UUID id, String motif, Agent auteur) {
        Seance seance = pourEcrire(id, auteur);
        seance.annuler(motif).forEach(p -> cas.liberer(p.casId()));
        table.enregistrer(seance);
        documents.annuler(
                seance.vue(),
                instances.regle(seance.vue().instance(), seance.vue().jour()),
                auteur);
        tracer(seance.vue(), "Séance annulée : " + seance.vue().motifAnnulation() + ".", auteur);
    }

    /**
     * Moves a session to another day: a new one takes its members, their recusals and its agenda; the former is called off. The
     * members are convened again.
     *
     * @return the new session
     * @throws SaisieInvalide as {@link #creer} and {@link #annuler}
     */
    public SeanceVue reporter(UUID id, Instant debut, String lieu, String motif, Agent auteur) {
        SeanceVue avant = pourEcrire(id, auteur).vue();
        SeanceVue nouvelle =
                creer(new NouvelleSeance(avant.instance(), avant.antenne(), debut, lieu, avant.anonyme()), auteur);
        annuler(id, motif, auteur);
        Seance suite = pourEcrire(nouvelle.id(), auteur);
        RegleInstance regle = instances.regle(nouvelle.instance(), nouvelle.jour());
        Map<UUID, UUID> sieges = new HashMap<>();
        Stream.concat(
                        avant.membres().stream().filter(Membre::titulaire),
                        avant.membres().stream().filter(m -> !m.titulaire()))
                .forEach(m -> sieges.put(
                        m.id(), suite.asseoir(copie(m, sieges), regle).id()));
        for (Point p : avant.points()) {
            cas.ouvert(p.casId()).filter(c -> cas.retenir(c.id(), nouvelle)).ifPresent(c -> {
                UUID point = suite.inscrire(c).id();
                p.deports()
                        .forEach(d -> suite.deporter(
                                point, sieges.get(d.membreId()), d.motif(), d.declarePar(), d.declareLe()));
            });
        }
        table.enregistrer(suite);
        tracer(nouvelle, "Séance reprise de " + avant.numero() + ".", auteur);
        return suite.vue();
    }

    private static Membre copie(Membre m, Map<UUID, UUID> sieges) {
        return new Membre(
                UUID.randomUUID(),
                m.identifiant(),
                m.nom(),
                m.qualite(),
                m.adresse(),
                m.titulaire() ? null : sieges.get(m.suppleantDe()),
                Presence.NON_NOTEE,
                null);
    }

    /** The later sessions of the same instance and antenne that still take items, the next first. */
    @Transactional(readOnly = true)
    public List<SeanceVue> suivantes(SeanceVue seance, Agent agent) {
        return lister(agent).stream()
                .filter(s -> s.instance().equals(seance.instance())
                        && (s.antenne().equals(seance.antenne()) || instances.deLaVille(s.instance())))
                .filter(s -> s.etat().modifiable()
                        && !s.id().equals(seance.id())
                        && s.debut().isAfter(horloge.maintenant()))
                .sorted(Comparator.comparing(SeanceVue::debut))
                .toList();
    }

    private SeanceVue enPreparation(NouvelleSeance n, String lieu, Agent auteur) {
        var jour = java.time.LocalDate.ofInstant(n.debut(), Horloge.PARIS);
        RegleInstance regle = instances.regle(n.instance(), jour);
        String numero = regle.prefixe() + (regle.deLaVille() ? "" : "-" + n.antenne()) + "-" + jour;
        int deja = table.nombreDuJour(numero);
        return new SeanceVue(
                UUID.randomUUID(),
                deja == 0 ? numero : numero + "-" + (deja + 1),
                n.instance(),
                n.antenne(),
                n.debut(),
                lieu,
                n.anonyme(),
                EtatSeance.EN_PREPARATION,
                auteur.identifiant(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    /** A session held for writing, for who organises it. */
    Seance pourEcrire(UUID id, Agent auteur) {
        Seance seance = table.pourEcrire(id);
        permise(seance.vue(), auteur);
        return seance;
    }

    private SeanceVue permise(SeanceVue seance, Agent agent) {
        organisateur(agent);
        if (!agent.portee().couvre(seance.antenne()) || !organise(seance, agent)) {
            throw TableSeances.introuvable();
        }
        return seance;
    }

    /** The kinds of instances whose sessions an account organises today. */
    @Transactional(readOnly = true)
    public List<RegleInstance> organisables(Agent agent) {
        return instances.toutes(horloge.aujourdhui()).stream()
                .filter(r -> !r.deLaVille() || agent.a(Role.RESPONSABLE_DISPOSITIFS))
                .toList();
    }

    /** An instance of the whole city is organised by the responsable des dispositifs alone. */
    private boolean organise(SeanceVue seance, Agent agent) {
        return agent.equals(Agent.JALON)
                || agent.a(Role.RESPONSABLE_DISPOSITIFS)
                || !instances.deLaVille(seance.instance());
    }

    /**
     * A session held for writing until the end of the transaction, whoever asks: for a module that has checked who may.
     *
     * @throws fr.jalon.commun.Introuvable when there is none
     */
    public SeanceVue prendre(UUID id) {
        return table.pourEcrire(id).vue();
    }

    /** A session, whoever asks: for a module that has checked who may. */
    @Transactional(readOnly = true)
    public SeanceVue lire(UUID id) {
        return table.exiger(id);
    }

    private static void organisateur(Agent agent) {
        agent.exiger(Role.RESPONSABLE_ANTENNE, Role.RESPONSABLE_DISPOSITIFS);
    }

    void tracer(SeanceVue seance, String texte, Agent auteur) {
        evenements.publishEvent(new SeanceTracee(seance.numero(), seance.antenne(), texte, auteur));
    }
}
