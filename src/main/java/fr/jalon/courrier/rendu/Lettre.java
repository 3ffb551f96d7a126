package fr.jalon.courrier.rendu;

import fr.jalon.courrier.langage.Bloc;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything that the layout prints, already in French.
 *
 * @param deSeance a document of a session, whose references are named otherwise
 * @param numero number of the letter, or null for a preview
 * @param remplace sentence's complement "n° ... du ..." of the cancelled letter, or null
 * @param interlocuteur who works the dossier; the antenne, without a capacity, when nobody does
 * @param signataire who signs, null for a letter that decides and is not signed yet
 * @param delegation order by which the signatory signs, or null
 * @param remis handed over at the counter: who received the person is named, nobody signs
 * @param jour day of the letter, also the date in the PDF, so that the same letter has the same bytes
 */
public record Lettre(
        boolean deSeance,
        String titre,
        String numero,
        String dossierNumero,
        LocalDate jour,
        String ville,
        String date,
        String objet,
        String remplace,
        Expediteur expediteur,
        Personne interlocuteur,
        Personne signataire,
        String delegation,
        Destinataire destinataire,
        List<Bloc> blocs,
        boolean remis) {

    /** The service that handles the case (CRPA, article R112-5); the electronic address may be null. */
    public record Expediteur(
            String organisme,
            String antenne,
            List<String> adresse,
            String telephone,
            String courriel,
            String horaires) {}

    /** An agent: first name, surname, capacity, address (CRPA, articles L111-2 and L212-1); the capacity may be null. */
    public record Personne(String nom, String qualite, List<String> adresse) {}

    /** Who receives the letter, as printed in the window of the envelope. */
    public record Destinataire(String nom, List<String> adresse) {}

    /** Name of a label, which changes for a document of a session and for what is handed over at the counter. */
    String libelle(String cle) {
        return deSeance ? cle + ".seance" : remis ? cle + ".remis" : cle;
    }

    boolean estApercu() {
        return numero == null;
    }

    /** It decides and nobody signed it. */
    boolean estProjet() {
        return signataire == null;
    }
}
