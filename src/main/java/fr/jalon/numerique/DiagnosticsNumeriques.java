package fr.jalon.numerique;

import fr.jalon.accueil.ReferenceAccueil;
import fr.jalon.accueil.VisiteVue;
import fr.jalon.accueil.Visites;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.decision.Decisions;
import fr.jalon.decision.EvaluationDecision;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.usager.Quartiers;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Digital diagnoses of persons and of visits without a name. Made in an antenne, they are read in that antenne. */
@Service
@Transactional
public class DiagnosticsNumeriques {

    /** Id of the form, whose file holds the questions and their answers. */
    public static final String FORMULAIRE = "diagnostic-numerique";

    private static final String TABLE = "orientation-numerique";
    private static final List<String> QUESTIONS = List.of("equipement", "connexion", "aisance", "souhait", "demarche");
    private static final Role[] AUTEURS = {Role.ACCUEIL, Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE};

    private final TableDiagnostics table;
    private final Visites visites;
    private final ReferenceAccueil reference;
    private final Personnes personnes;
    private final Quartiers quartiers;
    private final Decisions decisions;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    DiagnosticsNumeriques(
            TableDiagnostics table,
            Visites visites,
            ReferenceAccueil reference,
            Personnes personnes,
            Quartiers quartiers,
            Decisions decisions,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.table = table;
        this.visites = visites;
        this.reference = reference;
        this.personnes = personnes;
        this.quartiers = quartiers;
        this.decisions = decisions;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /**
     * A diagnosis of a person. The same answers on the same day give the one already made.
     *
     * @param reponses by key of the form, as its validation accepted them
     */
    public DiagnosticVue pourPersonne(UUID personneId, Map<String, Object> reponses, Agent auteur) {
        auteur.exiger(AUTEURS);
        PersonneVue p = personnes.parId(personneId);
        return etablir(table.dePersonne(personneId), p, null, null, antenne(auteur), reponses, auteur);
    }

    /** A diagnosis made at a visit, with or without a name. */
    public DiagnosticVue pourVisite(UUID visiteId, Map<String, Object> reponses, Agent auteur) {
        auteur.exiger(AUTEURS);
        VisiteVue v = visites.visite(visiteId, auteur);
        PersonneVue p = v.personneId() == null ? null : personnes.parId(v.personneId());
        return etablir(table.deVisite(visiteId), p, v.id(), v.publicVise(), v.antenne(), reponses, auteur);
    }

    /**
     * A diagnosis.
     *
     * @throws Introuvable when there is none in the antennes of the reader
     */
    @Transactional(readOnly = true)
    public DiagnosticVue diagnostic(UUID id, Agent lecteur) {
        return table.parId(id)
                .filter(d -> lecteur.portee().couvre(d.antenne()))
                .orElseThrow(() -> new Introuvable("Ce diagnostic n'existe pas."));
    }

    /**
     * The same for somebody who reads it, with a trace.
     *
     * @param quoi what is read, in French
     */
    public DiagnosticVue consulter(UUID id, String quoi, Agent lecteur) {
        DiagnosticVue d = diagnostic(id, lecteur);
        evenements.publishEvent(new DiagnosticLu(d.numero(), d.antenne(), d.personneId(), quoi, lecteur));
        return d;
    }

    /**
     * What the person prefers among what the table spoke for: the places, the sheet and the counts follow it.
     *
     * @throws SaisieInvalide when no row spoke for it
     */
    public DiagnosticVue choisir(UUID id, String orientation, Agent auteur) {
        auteur.exiger(AUTEURS);
        DiagnosticVue d = diagnostic(id, auteur);
        OrientationNumerique choix = d.possibles().stream()
                .filter(o -> o.name().equals(orientation))
                .findFirst()
                .orElseThrow(() -> new SaisieInvalide("orientation", "Choisissez une des orientations proposées."));
        if (choix != d.retenue()) {
            table.choisir(id, choix);
            dire(d, "Orientation numérique choisie : " + choix.libelle().toLowerCase(Locale.FRENCH), auteur);
        }
        return table.parId(id).orElseThrow();
    }

    private void dire(DiagnosticVue d, String quoi, Agent auteur) {
        evenements.publishEvent(new DiagnosticEtabli(
                d.id(), d.numero(), d.antenne(), d.personneId(), quoi + " (" + d.numero() + ").", auteur));
    }

    /** The diagnoses of a person that the reader may see, newest first: what changed shows from one to the next. */
    @Transactional(readOnly = true)
    public List<DiagnosticVue> dePersonne(UUID personneId, Agent lecteur) {
        return table.dePersonne(personneId).stream()
                .filter(d -> lecteur.portee().couvre(d.antenne()))
                .toList();
    }

    private DiagnosticVue etablir(
            List<DiagnosticVue> anciens,
            PersonneVue p,
            UUID visiteId,
            String publicVise,
            String antenne,
            Map<String, Object> reponses,
            Agent auteur) {
        LocalDate jour = horloge.aujourdhui();
        for (DiagnosticVue ancien : anciens) {
            if (ancien.reponses().equals(reponses)
                    && LocalDate.ofInstant(ancien.etabliLe(), Horloge.PARIS).equals(jour)) {
                return ancien;
            }
        }
        EvaluationDecision evaluation = decisions.evaluer(TABLE, faits(reponses));
        List<RaisonNumerique> raisons = evaluation.regles().stream()
                .map(DiagnosticsNumeriques::raison)
                .sorted(Comparator.comparingInt(RaisonNumerique::rang))
                .toList();
        if (raisons.isEmpty()) {
            throw new IllegalStateException(TABLE + " n'a pas de ligne pour " + reponses);
        }
        DiagnosticVue nouveau = new DiagnosticVue(
                UUID.randomUUID(),
                null,
                p == null ? null : p.id(),
                visiteId,
                antenne,
                quartier(p, antenne),
                publicVise != null || p == null ? publicVise : reference.publicDeLAge(p.ageLe(jour)),
                auteur.identifiant(),
                horloge.maintenant().truncatedTo(ChronoUnit.MILLIS),
                reponses,
                raisons.get(0).orientation(),
                raisons.get(0).orientation(),
                raisons,
                evaluation.version(),
                0);
        table.inserer(nouveau);
        DiagnosticVue ecrit = table.parId(nouveau.id()).orElseThrow();
        dire(ecrit, "Diagnostic numérique", auteur);
        return ecrit;
    }

    private static Map<String, Object> faits(Map<String, Object> reponses) {
        Map<String, Object> faits = new HashMap<>();
        QUESTIONS.forEach(q -> faits.put(q, reponses.get(q)));
        faits.putIfAbsent("demarche", false);
        return faits;
    }

    private static RaisonNumerique raison(RegleDeclenchee r) {
        return new RaisonNumerique(
                r.id(),
                OrientationNumerique.valueOf(r.texte("orientation")),
                ((Number) r.sorties().get("rang")).intValue(),
                r.texte("raison"),
                r.annotation(),
                r.texte("objectif"),
                r.texte("publicVise"),
                Boolean.TRUE.equals(r.sorties().get("antenneAussi")));
    }

    private static String antenne(Agent auteur) {
        if (auteur.antenne() == null) {
            throw new Interdit("Votre compte n'appartient à aucune antenne : un diagnostic se fait dans une antenne.");
        }
        return auteur.antenne();
    }

    private String quartier(PersonneVue p, String antenne) {
        if (p != null && p.quartier() != null) {
            return p.quartier();
        }
        return quartiers.tous().stream()
                .filter(q -> q.antenne().equals(antenne))
                .map(Quartiers.Quartier::code)
                .findFirst()
                .orElse(null);
    }
}
