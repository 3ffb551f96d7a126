package fr.jalon.web.commun;

import fr.jalon.commun.Ecritures;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What the fragments of templates/fragments read. A controller fills these records; a fragment computes nothing. A state
 * is one of {@code ok}, {@code attention}, {@code retard}, {@code attente}, {@code info}, {@code erreur}, {@code neutre}: docs/ecrans.md.
 */
public interface Vues {

    /**
     * Entry of the rail, in the model attribute {@code menu}.
     *
     * @param icone name in src/main/frontend/icones.json
     * @param compteur work that waits, null for none
     */
    record LienMenu(String href, String libelle, String icone, boolean actif, Integer compteur) {}

    /** Who works, in the model attribute {@code compte}; the antenne is null for those who work for all of them. */
    record Compte(String nomComplet, String qualite, String antenne) {}

    /** A link with its words, for the model attribute {@code retour}. */
    record Lien(String href, String libelle) {}

    /**
     * Message after a redirect, in the flash attribute {@code flash} (a list). Serializable: the session lies in the
     * database.
     *
     * @param annuler address of the POST that undoes what was done, null when there is nothing to undo
     * @param href where to go on, null when there is nothing more to see; its words are {@code action}
     */
    record Message(String etat, String texte, String annuler, String href, String action) implements Serializable {

        public Message(String etat, String texte, String annuler) {
            this(etat, texte, annuler, null, null);
        }
    }

    record Badge(String etat, String texte) {}

    /** Tab of a list; the explanation is shown under the tabs while it is the active one. */
    record Onglet(String href, String libelle, Integer compteur, boolean actif, String explication) {}

    /** Filter in force; the address gives the same list without it. */
    record Filtre(String libelle, String valeur, String hrefSansLui) {}

    /** Rows shown, from 1; an address is null where there is no such page. */
    record Page(long du, long au, long total, String hrefPrecedente, String hrefSuivante) {}

    /** Place of the dossier in the list that the agent came from (attentes, E5). */
    record Position(int rang, int total, String liste, String hrefPrecedent, String hrefSuivant) {}

    /** Choice of a field; the help may be null. */
    record Choix(String valeur, String libelle, String aide) {}

    /** Card of the person; every text but the name, the address of the file and the birth may be null. */
    record Personne(
            String href,
            String nomComplet,
            String naissance,
            String foyer,
            String adresse,
            String telephone,
            String referent,
            List<Badge> badges) {}

    /**
     * Station of a dossier.
     *
     * @param etat {@code faite}, {@code encours}, {@code avenir} or {@code sautee}
     */
    record Etape(String libelle, String etat, String detail) {}

    /**
     * Legal clock (attentes, E9). Days are working days from today, negative once past; positions go from 0 (start) to 99
     * (hard date) on the line.
     *
     * @param suspension null while the clock runs
     */
    record Delai(
            String libelle,
            String etat,
            LocalDate cible,
            int joursCible,
            LocalDate butoir,
            int joursButoir,
            int positionJour,
            int positionCible,
            Suspension suspension,
            String fondement) {}

    record Suspension(LocalDate depuis, String motif) {}

    /**
     * Piece of the checklist (attentes, E7).
     *
     * @param etat {@code attendue}, {@code recue}, {@code acceptee}, {@code refusee} or {@code sansobjet}
     * @param pourquoi why this situation asks for it (Le Mans charter, article 4)
     * @param motif reason of the refusal, null otherwise
     * @param href address of the file, null until something is received
     */
    record Piece(
            String libelle, String etat, String pourquoi, String motif, String source, LocalDate date, String href) {}

    record Paire(String libelle, String valeur) {}

    /**
     * Radar of the numbers of a table beside it; bars are {@link Barres}.
     *
     * @param max end of the scale
     * @param pas step of the scale
     */
    record Radar(String titre, List<String> libelles, List<Serie> series, int max, int pas) {}

    /**
     * A series of a radar.
     *
     * @param valeurs one for each label, null where nothing is known
     */
    record Serie(String nom, List<? extends Number> valeurs) {}

    /**
     * Explained decision (attentes, N1).
     *
     * @param automatisee prints the mention of article L311-3-1 of the CRPA (N3)
     * @param titreDuReste words that open {@code reste}, what is true but not what one must look at first
     * @param aConfirmer what was supposed or rests on an uncertain figure
     */
    record DecisionExpliquee(
            String etat,
            String resultat,
            String phrase,
            List<Motif> motifs,
            boolean automatisee,
            String titreDuReste,
            List<Motif> reste,
            List<String> aConfirmer) {

        public DecisionExpliquee(String etat, String resultat, String phrase, List<Motif> motifs, boolean automatisee) {
            this(etat, resultat, phrase, motifs, automatisee, null, List.of(), List.of());
        }
    }

    /** One rule that fired; facts, rule, article and quiChangerait may be null. */
    record Motif(String texte, List<Paire> faits, String regle, String article, String quiChangerait) {}

    /** Line of the history; who is null for what the software did, the detail is what somebody wrote. */
    record Fait(LocalDateTime quand, String etat, String icone, String texte, String qui, String detail) {}

    /**
     * Long work. The address to see and its words are null until there is something to see.
     *
     * @param suivi address that answers this block anew, asked every few seconds; null once the work is over
     */
    record Avancement(String libelle, long fait, long total, String reste, String suivi, String href, String action) {}

    /**
     * Letter to preview: the PDF in its own tab, pictures of its pages (595 by 842 for A4) and its words. The policy lets
     * no answer be framed, so the PDF itself cannot stand in the page.
     */
    record Courrier(String titre, String href, String note, List<String> pages, String texte) {

        /** What the letter does not print as it is written, told before it leaves. */
        public List<String> avertissements() {
            return Ecritures.avertissements(texte);
        }
    }
}
