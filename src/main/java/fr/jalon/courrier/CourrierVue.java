package fr.jalon.courrier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A stored letter, without its bytes.
 *
 * @param numero number printed on the letter, fixed before rendering, for example C-2026-000123
 * @param mentions shared mentions and their versions, for example "mention-recours-rsa:1"
 * @param empreinte SHA-256 of the PDF, in hexadecimal; of the project as long as the letter is to sign
 * @param remplace letter that this one cancels and replaces, or null
 * @param acte code of what it does in law (courriers/actes.csv), null for a letter older than this
 * @param antenne code of the antenne that prints it, or null
 * @param remise {@link ModeRemise} foreseen, {@code AUCUNE} for what stays in the house
 * @param signataire log-in name of who signed, or null
 * @param signataireNom first name, surname and capacity as printed
 * @param arrete order of the delegation as printed
 * @param lot batch that it was printed in, or null
 * @param envoyeLe day on which it left, or null
 * @param mode how it left, or null
 * @param preuve what proves the receipt, in words
 * @param motifRetour code of the table {@code retours-courrier}
 * @param partAvant last day on which it may leave as it is, null for none
 */
public record CourrierVue(
        UUID id,
        String numero,
        UUID dossierId,
        String dossierNumero,
        String modele,
        int versionModele,
        String mentions,
        String objet,
        String destinataire,
        String empreinte,
        Instant creeLe,
        String auteur,
        UUID remplace,
        EtatCourrier etat,
        String acte,
        String antenne,
        String remise,
        Instant signeLe,
        String signataire,
        String signataireNom,
        String arrete,
        Instant imprimeLe,
        UUID lot,
        LocalDate envoyeLe,
        ModeRemise mode,
        LocalDate recuLe,
        String preuve,
        LocalDate retourneLe,
        String motifRetour,
        Instant annuleLe,
        String annulePar,
        String motifAnnulation,
        LocalDate partAvant) {

    /** Value of {@link #remise} for what stays in the house, or whose way nobody noted. */
    public static final String AUCUNE = "AUCUNE";

    /** Whether what it says is over on that day: it gives an appointment that is past, and did not leave before. */
    public boolean depasse(LocalDate jour) {
        return partAvant != null && jour.isAfter(partAvant) && !etat.parti() && etat != EtatCourrier.ANNULE;
    }

    /** The name that stands in the window. */
    public String nomDestinataire() {
        return destinataire.lines().findFirst().orElse("");
    }

    /** Goes into an envelope, and so into a batch. */
    public boolean parLaPoste() {
        return !remise.equals(AUCUNE) && !remise.equals(ModeRemise.MAIN_PROPRE.name());
    }
}
