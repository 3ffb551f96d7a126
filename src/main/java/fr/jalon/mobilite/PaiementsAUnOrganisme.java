package fr.jalon.mobilite;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long the body of an aid waits for its payments: late payment is why schools leave the network. */
@Service
@Transactional(readOnly = true)
public class PaiementsAUnOrganisme {

    private final DemandesMobilite demandes;
    private final EtapesDeLAide etapes;
    private final ReseauAutoEcoles reseau;
    private final ParametresMobilite parametres;

    PaiementsAUnOrganisme(
            DemandesMobilite demandes, EtapesDeLAide etapes, ReseauAutoEcoles reseau, ParametresMobilite parametres) {
        this.demandes = demandes;
        this.etapes = etapes;
        this.reseau = reseau;
        this.parametres = parametres;
    }

    /** Days from each proof to its payment, in the last twelve months, over all the aids that pay the body of this one. */
    public List<Integer> attentes(UUID dossierId) {
        return etapes.attentes(
                devis(dossierId).siret().numero(), parametres.aujourdhui().minusYears(1));
    }

    /** Whether a step of the aid is paid, or has to be. */
    public boolean utilisee(UUID dossierId) {
        return !etapes.faites(dossierId).isEmpty();
    }

    /** Days in which the CCAS committed to pay this school; null for a body that is no member of the network. */
    public Integer promis(UUID dossierId) {
        UUID ecole = devis(dossierId).autoEcole();
        return ecole == null
                ? null
                : (Integer) reseau.parId(ecole).engagements().delaiPaiement();
    }

    /** Days that a link lasts, by which the body brings a proof. */
    public int joursDuLien() {
        return parametres.joursDuLien();
    }

    private Instruction.DevisChoisi devis(UUID dossierId) {
        return demandes.aide(dossierId).instruction().devis();
    }
}
