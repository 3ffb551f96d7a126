package fr.jalon.journal;

import fr.jalon.accueil.VisiteLue;
import fr.jalon.accueil.VisiteNotee;
import fr.jalon.agent.Agent;
import fr.jalon.agent.AntenneModifiee;
import fr.jalon.agent.CompteModifie;
import fr.jalon.agent.ConnexionTentee;
import fr.jalon.agent.ExportFait;
import fr.jalon.annuaire.AnnuaireModifie;
import fr.jalon.commun.Textes;
import fr.jalon.courrier.DelegationModifiee;
import fr.jalon.courrier.LotImprime;
import fr.jalon.courrier.ModelePublie;
import fr.jalon.courrier.ModeleRefuse;
import fr.jalon.decision.RegleConfirmee;
import fr.jalon.dossier.DossierConsulte;
import fr.jalon.dossier.DossierTrace;
import fr.jalon.importation.ImportTrace;
import fr.jalon.numerique.DiagnosticEtabli;
import fr.jalon.numerique.DiagnosticLu;
import fr.jalon.piece.FichierConsulte;
import fr.jalon.seance.DocumentLu;
import fr.jalon.seance.FicheLue;
import fr.jalon.seance.SeanceTracee;
import fr.jalon.usager.DecesDeclare;
import fr.jalon.usager.PersonneCreee;
import fr.jalon.usager.PersonneModifiee;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears the facts of the modules and writes them in the audit, in the same transaction. */
@Component
class EcouteDuJournal {

    private final Journal journal;

    EcouteDuJournal(Journal journal) {
        this.journal = journal;
    }

    @EventListener
    void sur(ConnexionTentee fait) {
        String texte = fait.reussie() ? "Connexion." : "Connexion refusée.";
        journal.noter(
                null,
                fait.identifiant(),
                fait.reussie() ? "CONNEXION" : "CONNEXION_REFUSEE",
                fait.identifiant(),
                texte);
    }

    @EventListener
    void sur(CompteModifie fait) {
        journal.noter(null, fait.auteur().identifiant(), "COMPTE", fait.identifiant(), fait.quoi() + ".");
    }

    @EventListener
    void sur(AntenneModifiee fait) {
        journal.noter(fait.code(), fait.auteur().identifiant(), "ANTENNE", fait.code(), "Antenne modifiée.");
    }

    @EventListener
    void sur(DelegationModifiee fait) {
        journal.noter(null, fait.auteur().identifiant(), "DELEGATION", fait.arrete(), fait.texte() + ".");
    }

    @EventListener
    void sur(LotImprime fait) {
        String quoi = fait.fois() == 1 ? "Lot imprimé : " : "Lot réimprimé, mêmes courriers : ";
        journal.noter(
                fait.antenne(),
                fait.auteur().identifiant(),
                "COURRIER",
                fait.lotId().toString(),
                quoi + Textes.combien(fait.nombre(), "courrier", "courriers") + ", impression n° " + fait.fois() + ".");
    }

    @EventListener
    void sur(ModelePublie fait) {
        journal.noter(
                null,
                fait.approbateur(),
                "MODELE",
                fait.code(),
                "Version " + fait.version() + " approuvée et mise en service ; écrite par " + fait.auteur() + ".");
    }

    @EventListener
    void sur(fr.jalon.atelier.ModelePublie fait) {
        journal.noter(null, fait.acteur(), "MODELE", fait.cle(), fait.texte());
    }

    @EventListener
    void sur(ModeleRefuse fait) {
        journal.noter(
                null, fait.approbateur(), "MODELE", fait.code(), "Brouillon refusé : " + Textes.phrase(fait.motif()));
    }

    @EventListener
    void sur(AnnuaireModifie fait) {
        journal.noter(null, fait.auteur().identifiant(), "ANNUAIRE", fait.code(), fait.texte());
    }

    @EventListener
    void sur(RegleConfirmee fait) {
        journal.noter(
                null,
                fait.auteur().identifiant(),
                "REGLE",
                fait.cle() + " / " + fait.regle(),
                (fait.confirmee() ? "Règle confirmée : " : "") + fait.source() + ".");
    }

    @EventListener
    void sur(ExportFait fait) {
        journal.noter(
                fait.auteur().antenne(),
                fait.auteur().identifiant(),
                "EXPORT",
                fait.quoi(),
                "Export demandé : " + fait.quoi() + ".");
    }

    @EventListener
    void sur(PersonneCreee fait) {
        journal.noter(
                fait.antenne(),
                fait.auteur().identifiant(),
                "PERSONNE",
                fait.personneId().toString(),
                "Personne créée.");
    }

    @EventListener
    void sur(PersonneModifiee fait) {
        journal.noter(
                fait.antenne(),
                fait.auteur().identifiant(),
                "PERSONNE",
                fait.personneId().toString(),
                "Personne modifiée : " + String.join(", ", fait.champs()) + ".");
    }

    @EventListener
    void sur(DecesDeclare fait) {
        journal.noter(
                null, fait.auteur().identifiant(), "PERSONNE", fait.personneId().toString(), "Décès déclaré.");
    }

    @EventListener
    void sur(DossierConsulte fait) {
        lire(fait.antenne(), fait.lecteur(), fait.numero(), "Lecture : " + fait.quoi() + ".");
    }

    @EventListener
    void sur(DossierTrace fait) {
        journal.noter(fait.antenne(), fait.auteur().identifiant(), fait.nature(), fait.numero(), fait.texte());
    }

    @EventListener
    void sur(ImportTrace fait) {
        journal.noter(
                fait.antenne(),
                fait.auteur().identifiant(),
                "IMPORT",
                fait.importId().toString(),
                fait.texte());
    }

    @EventListener
    void sur(SeanceTracee fait) {
        journal.noter(fait.antenne(), fait.auteur().identifiant(), "SEANCE", fait.numero(), fait.texte());
    }

    @EventListener
    void sur(FicheLue fait) {
        lire(
                fait.antenne(),
                fait.lecteur(),
                fait.numeroDossier(),
                "Lecture : fiche de la séance " + fait.numeroSeance() + ".");
    }

    @EventListener
    void sur(DocumentLu fait) {
        lire(fait.antenne(), fait.lecteur(), fait.numeroSeance(), "Lecture : document " + fait.document() + ".");
    }

    @EventListener
    void sur(FichierConsulte fait) {
        lire(fait.antenne(), fait.lecteur(), fait.numero(), "Fichier ouvert : " + fait.fichier() + ".");
    }

    @EventListener
    void sur(VisiteNotee fait) {
        journal.noter(
                fait.antenne(),
                fait.auteur().identifiant(),
                "VISITE",
                objet(fait.personneId(), fait.numero()),
                fait.quoi());
    }

    @EventListener
    void sur(VisiteLue fait) {
        lire(
                fait.antenne(),
                fait.lecteur(),
                objet(fait.personneId(), fait.numero()),
                "Lecture : " + fait.quoi() + " " + fait.numero() + ".");
    }

    @EventListener
    void sur(DiagnosticEtabli fait) {
        journal.noter(
                fait.antenne(),
                fait.auteur().identifiant(),
                "NUMERIQUE",
                objet(fait.personneId(), fait.numero()),
                fait.quoi());
    }

    @EventListener
    void sur(DiagnosticLu fait) {
        lire(
                fait.antenne(),
                fait.lecteur(),
                objet(fait.personneId(), fait.numero()),
                "Lecture : " + fait.quoi() + " " + fait.numero() + ".");
    }

    /** Under the person, so that one search finds what was done for them; without a name, under the number. */
    private static String objet(UUID personneId, String numero) {
        return personneId == null ? numero : personneId.toString();
    }

    private void lire(String antenne, Agent lecteur, String objet, String texte) {
        journal.noter(antenne, lecteur.identifiant(), "LECTURE", objet, texte);
    }
}
