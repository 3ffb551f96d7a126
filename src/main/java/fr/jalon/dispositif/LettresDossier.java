package fr.jalon.dispositif;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.Role;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.DemandeCourrier;
import fr.jalon.courrier.ValeursCourrier;
import fr.jalon.decision.Confirmations;
import fr.jalon.decision.Decisions;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What every letter of a dossier says, whatever the dispositif: who writes, to whom, who signs, how to appeal. Nothing here is a text. */
@Component
public class LettresDossier {

    /** Kind of the line that a letter leaves in the history. */
    public static final String NATURE = "COURRIER";

    private static final String COORDONNEES = "coordonnees";

    private final Courriers courriers;
    private final Dossiers dossiers;
    private final Personnes personnes;
    private final Antennes antennes;
    private final Comptes comptes;
    private final Decisions decisions;
    private final TravailDuDossier travail;
    private final Confirmations confirmations;

    LettresDossier(
            Courriers courriers,
            Dossiers dossiers,
            Personnes personnes,
            Antennes antennes,
            Comptes comptes,
            Decisions decisions,
            TravailDuDossier travail,
            Confirmations confirmations) {
        this.courriers = courriers;
        this.dossiers = dossiers;
        this.personnes = personnes;
        this.antennes = antennes;
        this.comptes = comptes;
        this.decisions = decisions;
        this.travail = travail;
        this.confirmations = confirmations;
    }

    /** Values that only one letter, or one dispositif, needs. */
    @FunctionalInterface
    public interface Complement {

        Complement AUCUN = valeurs -> {};

        void ajouter(ValeursCourrier valeurs);

        default Complement puis(Complement suite) {
            return valeurs -> {
                ajouter(valeurs);
                suite.ajouter(valeurs);
            };
        }
    }

    /**
     * A letter to write.
     *
     * @param demande what the dossier is, without its article: "demande de RSA"
     * @param enCharge log-in name of who works it when no task says so, or null
     * @param referent log-in name of who works it whoever does its tasks, or null when its tasks say it
     * @param remplace letter that this one cancels and replaces, or null
     */
    public record Lettre(
            String modele,
            UUID dossierId,
            String demande,
            String enCharge,
            String referent,
            UUID remplace,
            Complement complement) {

        public Lettre(
                String modele, UUID dossierId, String demande, String enCharge, UUID remplace, Complement complement) {
            this(modele, dossierId, demande, enCharge, null, remplace, complement);
        }

        public Lettre(String modele, UUID dossierId, String demande, String enCharge, Complement complement) {
            this(modele, dossierId, demande, enCharge, null, null, complement);
        }

        /** A letter of a dossier that one référent leads from the request to its end. */
        public static Lettre duReferent(
                String modele, UUID dossierId, String demande, String referent, Complement complement) {
            return new Lettre(modele, dossierId, demande, null, referent, null, complement);
        }
    }

    /** Writes a letter once for a step, and notes it in the history. */
    public CourrierVue ecrire(String cle, Lettre lettre) {
        CourrierVue ecrite = courriers.produire(demande(cle, lettre));
        dossiers.tracer(
                lettre.dossierId(), NATURE, "Courrier " + ecrite.numero() + " : " + ecrite.objet() + ".", Agent.JALON);
        return ecrite;
    }

    /** The PDF of a letter as it would be written now; nothing is kept. */
    public byte[] apercu(Lettre lettre) {
        return courriers.previsualiser(demande("apercu", lettre));
    }

    /** A letter with a secret in it, under the number of the one already stored; nothing is kept. */
    public byte[] imprimerSansGarder(String numero, Lettre lettre) {
        return courriers.imprimerSansGarder(numero, demande("secret", lettre));
    }

    /**
     * How letters name an organisation and send to it.
     *
     * @param adresse null while nobody confirmed the row: an address that is not sure is not printed
     * @param telephone null as well, or when there is none
     */
    public record Coordonnees(String nom, String adresse, String telephone, String site) {}

    /**
     * Name and address of an organisation that letters name.
     *
     * @throws IllegalStateException when the table {@code coordonnees} has no row for it
     */
    public Coordonnees coordonnees(String organisme) {
        RegleDeclenchee ligne = decisions
                .evaluer(COORDONNEES, Map.of("organisme", organisme))
                .unique()
                .orElseThrow(() -> new IllegalStateException("coordonnees n'a pas de ligne pour " + organisme));
        boolean sure = confirmations.sure(COORDONNEES, ligne);
        return new Coordonnees(
                ligne.texte("nom"),
                sure ? ligne.texte("adresse") : null,
                sure ? ligne.texte("telephone") : null,
                ligne.texte("site"));
    }

    private DemandeCourrier demande(String cle, Lettre lettre) {
        DossierVue dossier = dossiers.parId(lettre.dossierId());
        ValeursCourrier valeurs = communes(dossier, lettre);
        lettre.complement().ajouter(valeurs);
        return new DemandeCourrier(
                cle,
                lettre.modele(),
                dossier.id(),
                dossier.numero(),
                Agent.JALON.identifiant(),
                lettre.remplace(),
                dossier.antenne(),
                valeurs);
    }

    private ValeursCourrier communes(DossierVue dossier, Lettre lettre) {
        PersonneVue personne = personnes.parId(dossier.personneId());
        Antenne antenne = antennes.parCode(dossier.antenne());
        ValeursCourrier valeurs = new ValeursCourrier()
                .texte("organisme.nom", coordonnees("CCAS").nom())
                .texte("organisme.ville", antenne.commune())
                .texte("antenne.nom", antenne.nom())
                .lignes("antenne.adresse", adresse(antenne))
                .texte("antenne.telephone", antenne.telephone())
                .texte("antenne.horaires", antenne.horaires())
                .texte("usager.civilite", appel(personne))
                .texte("usager.nomComplet", personne.nomComplet())
                .lignes("usager.adresse", List.of(personne.adresse().split("\\s*[\\n]+\\s*")))
                .texte("dossier.demande", lettre.demande())
                .date("dossier.dateDepot", dossier.deposeLe());
        suivi(valeurs, lettre, dossier, antenne);
        recours(valeurs, dossier.dispositif());
        return valeurs;
    }

    /**
     * Who works the dossier (CRPA, article L111-2): the référent that the dispositif names, else the holder of its task, else the last who
     * worked on it, else whom the dispositif says; the letter names the antenne when nobody does. Never simply who opened it, nor who only
     * decided, nor a partner, who answers a step and is nobody of this service. Nobody signs here: a decision names who signed it.
     */
    private void suivi(ValeursCourrier valeurs, Lettre lettre, DossierVue dossier, Antenne antenne) {
        List<Agent> travaillent = travail.enCharge(dossier.numero()).stream()
                .flatMap(identifiant -> comptes.actif(identifiant).stream())
                .filter(agent -> !agent.a(Role.PARTENAIRE))
                .toList();
        Stream.of(
                        actif(lettre.referent()),
                        travaillent.stream().filter(LettresDossier::travaille),
                        actif(lettre.enCharge()),
                        travaillent.stream())
                .flatMap(agents -> agents)
                .findFirst()
                .ifPresent(agent -> valeurs.texte("agent.prenom", agent.prenom())
                        .texte("agent.nom", agent.nom())
                        .texte("agent.qualite", agent.qualite())
                        .lignes("agent.adresse", adresse(antenne)));
    }

    private Stream<Agent> actif(String identifiant) {
        return Optional.ofNullable(identifiant).flatMap(comptes::actif).stream()
                .filter(agent -> !agent.a(Role.PARTENAIRE));
    }

    /** Whoever only decides is named by the decision, not as who to call about the dossier. */
    private static boolean travaille(Agent agent) {
        return agent.aUnDe(Role.ACCUEIL, Role.INSTRUCTEUR, Role.ALI);
    }

    /** A path without any appeal has no row: a letter that must say the appeal is refused for want of a value. */
    private void recours(ValeursCourrier valeurs, String dispositif) {
        decisions
                .evaluer("delais-recours", Map.of("dispositif", dispositif))
                .unique()
                .ifPresent(delais -> recours(valeurs, delais));
    }

    private void recours(ValeursCourrier valeurs, RegleDeclenchee delais) {
        Coordonnees autorite = coordonnees(delais.texte("autorite"));
        Coordonnees tribunal = coordonnees("TRIBUNAL");
        valeurs.texte("recours.autorite", autorite.nom())
                .texte("recours.adresse", autorite.adresse())
                .texte("recours.delai", delais.texte("recours"))
                .texte("recours.delaiReponse", delais.texte("reponse"))
                .texte("tribunal.nom", tribunal.nom())
                .texte("tribunal.adresse", tribunal.adresse())
                .texte("tribunal.delai", delais.texte("tribunal"))
                .texte("tribunal.site", tribunal.site());
    }

    private static List<String> adresse(Antenne antenne) {
        return List.of(antenne.adresse(), antenne.codePostal() + " " + antenne.commune());
    }

    private static String appel(PersonneVue personne) {
        return switch (personne.civilite()) {
            case "MME" -> "Madame";
            case "M" -> "Monsieur";
            default -> "Madame, Monsieur";
        };
    }
}
