package fr.jalon.parcours.rsa;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Comptes;
import fr.jalon.commun.Montant;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.DemandeCourrier;
import fr.jalon.courrier.ValeursCourrier;
import fr.jalon.decision.Decisions;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import fr.jalon.decision.Explication;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatPiece;
import fr.jalon.dossier.PieceVue;
import fr.jalon.dossier.Pieces;
import fr.jalon.rsa.ConditionVerifiee;
import fr.jalon.rsa.DecisionCaf;
import fr.jalon.rsa.DemandeRsaVue;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gathers, from the dossier, what each letter of the RSA says. Nothing here is a text: the words are the templates'. */
@Component
public class LettresRsa {

    /** Kind of the line that a letter leaves in the history. */
    static final String NATURE = "COURRIER";

    private final Courriers courriers;
    private final Dossiers dossiers;
    private final Personnes personnes;
    private final Pieces pieces;
    private final DemandesRsa demandes;
    private final Antennes antennes;
    private final Comptes comptes;
    private final Decisions decisions;

    LettresRsa(
            Courriers courriers,
            Dossiers dossiers,
            Personnes personnes,
            Pieces pieces,
            DemandesRsa demandes,
            Antennes antennes,
            Comptes comptes,
            Decisions decisions) {
        this.courriers = courriers;
        this.dossiers = dossiers;
        this.personnes = personnes;
        this.pieces = pieces;
        this.demandes = demandes;
        this.antennes = antennes;
        this.comptes = comptes;
        this.decisions = decisions;
    }

    /** Writes a letter once for a step, and notes it in the history. */
    CourrierVue ecrire(String cle, String modele, UUID dossierId, Complement complement) {
        CourrierVue lettre = courriers.produire(demande(cle, modele, dossierId, complement));
        dossiers.tracer(dossierId, NATURE, "Courrier " + lettre.numero() + " : " + lettre.objet() + ".", Agent.JALON);
        return lettre;
    }

    /** The PDF of a letter as it would be written now; nothing is kept. */
    public byte[] apercu(String modele, UUID dossierId, Complement complement) {
        return courriers.previsualiser(demande("apercu", modele, dossierId, complement));
    }

    /** Values that only one letter needs. */
    @FunctionalInterface
    public interface Complement {

        Complement AUCUN = valeurs -> {};

        void ajouter(ValeursCourrier valeurs);
    }

    private DemandeCourrier demande(String cle, String modele, UUID dossierId, Complement complement) {
        DossierVue dossier = dossiers.parId(dossierId);
        ValeursCourrier valeurs = communes(dossier);
        complement.ajouter(valeurs);
        return new DemandeCourrier(cle, modele, dossierId, dossier.numero(), Agent.JALON.identifiant(), valeurs);
    }

    private ValeursCourrier communes(DossierVue dossier) {
        PersonneVue personne = personnes.parId(dossier.personneId());
        Antenne antenne = antennes.parCode(dossier.antenne());
        ValeursCourrier valeurs = new ValeursCourrier()
                .texte("organisme.nom", coordonnees("CCAS").texte("nom"))
                .texte("organisme.ville", antenne.commune())
                .texte("antenne.nom", antenne.nom())
                .lignes("antenne.adresse", adresse(antenne))
                .texte("antenne.telephone", antenne.telephone())
                .texte("antenne.horaires", antenne.horaires())
                .texte("usager.civilite", appel(personne))
                .texte("usager.nomComplet", personne.nomComplet())
                .lignes("usager.adresse", List.of(personne.adresse().split("\\s*[\\n]+\\s*")))
                .texte("dossier.demande", "demande de RSA")
                .date("dossier.dateDepot", dossier.deposeLe())
                .date("dateDecisionImplicite", dossier.horloge().limite());
        signer(valeurs, dossier, antenne);
        recours(valeurs);
        listes(valeurs, dossier.id());
        return valeurs;
    }

    /** The agent in charge: who proposed, else who opened the dossier, else the responsable d'antenne (CRPA L111-2). */
    private void signer(ValeursCourrier valeurs, DossierVue dossier, Antenne antenne) {
        String proposeePar = demandes.demande(dossier.id()).proposeePar();
        Agent agent = comptes.parIdentifiant(proposeePar == null ? dossier.creePar() : proposeePar)
                .or(() -> comptes.deLAntenne(dossier.antenne()).stream()
                        .filter(a -> a.a(fr.jalon.agent.Role.RESPONSABLE_ANTENNE))
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("Aucun agent ne peut signer pour " + dossier.antenne()));
        valeurs.texte("agent.prenom", agent.prenom())
                .texte("agent.nom", agent.nom())
                .texte("agent.qualite", agent.qualite())
                .lignes("agent.adresse", adresse(antenne));
        comptes.deLAntenne(dossier.antenne()).stream()
                .filter(a -> a.a(fr.jalon.agent.Role.RESPONSABLE_ANTENNE))
                .findFirst()
                .ifPresent(responsable -> valeurs.texte("signataire.prenom", responsable.prenom())
                        .texte("signataire.nom", responsable.nom())
                        .texte("signataire.qualite", responsable.qualite()));
    }

    private void recours(ValeursCourrier valeurs) {
        RegleDeclenchee departement = coordonnees("DEPARTEMENT");
        RegleDeclenchee tribunal = coordonnees("TRIBUNAL");
        RegleDeclenchee delais = decisions
                .evaluer("delais-recours", Map.of("dispositif", InstructionRsa.DISPOSITIF))
                .unique()
                .orElseThrow(() -> new IllegalStateException("delais-recours n'a pas de ligne pour le RSA"));
        valeurs.texte("recours.autorite", departement.texte("nom"))
                .texte("recours.adresse", departement.texte("adresse"))
                .texte("recours.delai", delais.texte("recours"))
                .texte("recours.delaiReponse", delais.texte("reponse"))
                .texte("tribunal.nom", tribunal.texte("nom"))
                .texte("tribunal.adresse", tribunal.texte("adresse"))
                .texte("tribunal.delai", delais.texte("tribunal"))
                .texte("tribunal.site", tribunal.texte("site"));
    }

    private void listes(ValeursCourrier valeurs, UUID dossierId) {
        valeurs.liste(
                "pieces",
                pieces.manquantes(dossierId).stream()
                        .map(piece -> {
                            Map<String, String> rangee = new LinkedHashMap<>();
                            rangee.put("pieces.libelle", piece.libelle());
                            rangee.put("pieces.pourquoi", raison(piece));
                            return rangee;
                        })
                        .toList());
        valeurs.liste(
                "piecesRecues",
                pieces.liste(dossierId).stream()
                        .filter(p -> p.etat() == EtatPiece.RECUE || p.etat() == EtatPiece.ACCEPTEE)
                        .map(p -> Map.of("piecesRecues.libelle", p.libelle()))
                        .toList());
    }

    /** Why the piece is asked, and what was wrong with the one already brought. */
    private static String raison(PieceVue piece) {
        return piece.etat() == EtatPiece.REFUSEE && piece.motif() != null
                ? piece.pourquoi() + " Celle que vous avez donnée ne convient pas : " + piece.motif()
                : piece.pourquoi();
    }

    /** Decision of the CAF, with its reason and the conditions that the rules found not met. */
    Complement decisionCaf(UUID dossierId) {
        return decisionCaf(dossierId, demandes.demande(dossierId).decisionCaf());
    }

    /** The same for a decision that is typed and not yet kept. */
    Complement decisionCaf(UUID dossierId, DecisionCaf decision) {
        DemandeRsaVue demande = demandes.demande(dossierId);
        return valeurs -> {
            valeurs.texte("decision.auteur", coordonnees("CAF").texte("nom"))
                    .date("decision.date", decision.date())
                    .date(
                            "decision.dateEffet",
                            dossiers.parId(dossierId).deposeLe().withDayOfMonth(1))
                    .texte("algorithme.finalite", "vérifier les conditions du RSA et estimer son montant");
            if (decision.montant() != null) {
                valeurs.montant("decision.montant", Montant.de(decision.montant()));
            }
            if (decision.sens() == DecisionCaf.Sens.REJET) {
                valeurs.motivation(motifs(demande, decision));
            }
        };
    }

    private List<Explication> motifs(DemandeRsaVue demande, DecisionCaf decision) {
        List<Explication> motifs = new ArrayList<>();
        Explication regle = decisions.motif(MotifsRsa.DECISION_CAF);
        motifs.add(new Explication(MotifsRsa.DECISION_CAF, regle.article(), decision.motif(), regle.quiChangerait()));
        demande.conditions().stream()
                .filter(condition -> !condition.respectee())
                .map(this::explication)
                .forEach(motifs::add);
        return motifs;
    }

    private Explication explication(ConditionVerifiee condition) {
        return new Explication(condition.code(), condition.article(), condition.texte(), condition.quiChangerait());
    }

    /** Closing because pieces never came: the antenne's own decision, with the missing pieces as its reason. */
    Complement classement(String motif, LocalDate jour) {
        Explication regle = decisions.motif(MotifsRsa.PIECES_NON_RECUES);
        return valeurs -> valeurs.texte(
                        "decision.auteur", "Le " + coordonnees("CCAS").texte("nom"))
                .date("decision.date", jour)
                .motivation(List.of(regle, new Explication(MotifsRsa.PIECES_NON_RECUES, regle.article(), motif, null)));
    }

    Complement transmission(String organisme, String motif, LocalDate jour) {
        RegleDeclenchee lieu = coordonnees(organisme);
        return valeurs -> valeurs.texte("transmission.organisme", lieu.texte("nom"))
                .texte("transmission.adresse", lieu.texte("adresse"))
                .texte("transmission.telephone", lieu.texte("telephone"))
                .texte("transmission.motif", decisions.motif(motif).texte())
                .date("transmission.date", jour);
    }

    /** @param message words that the agent adds, null for none */
    static Complement demandePieces(LocalDate fin, String message) {
        return valeurs -> valeurs.date("delai.dateLimite", fin).texte("message.agent", message);
    }

    Complement silence(UUID dossierId) {
        DemandeRsaVue demande = demandes.demande(dossierId);
        return valeurs -> valeurs.texte("decision.auteur", coordonnees("CAF").texte("nom"))
                .date("dossier.dateTransmission", demande.transmiseLe());
    }

    private RegleDeclenchee coordonnees(String organisme) {
        return decisions
                .evaluer("coordonnees", Map.of("organisme", organisme))
                .unique()
                .orElseThrow(() -> new IllegalStateException("coordonnees n'a pas de ligne pour " + organisme));
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
