package fr.jalon.prescription.parcours;

import fr.jalon.commun.Conflit;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.prescription.LiensDeReponse;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The proposal to a partner with the address of its link, for the post: printed at once, kept nowhere. */
@Service
public class LettreAvecLien {

    private final LettresPartenaire lettres;
    private final LiensDeReponse liens;
    private final Courriers courriers;

    LettreAvecLien(LettresPartenaire lettres, LiensDeReponse liens, Courriers courriers) {
        this.lettres = lettres;
        this.liens = liens;
        this.courriers = courriers;
    }

    /**
     * The PDF, under the number of the proposal already written.
     *
     * @throws fr.jalon.prescription.LienInvalide when the secret is not the valid one of this dossier
     * @throws Conflit while the proposal is not written yet
     */
    @Transactional(readOnly = true)
    public byte[] imprimer(UUID dossierId, String jeton, String adresse) {
        LocalDate fin = liens.finDuLien(dossierId, jeton);
        CourrierVue proposition = courriers.parDossier(dossierId).stream()
                .filter(c -> c.modele().equals(CodesCourrier.PROPOSITION_PARTENAIRE))
                .findFirst()
                .orElseThrow(() -> new Conflit("La proposition se prépare : réessayez dans quelques instants."));
        return lettres.imprimerAuPartenaire(
                proposition.numero(),
                CodesCourrier.PROPOSITION_PARTENAIRE,
                dossierId,
                lettres.partage(dossierId)
                        .puis(lettres.accord(dossierId))
                        .puis(valeurs -> valeurs.texte("lien.adresse", adresse).date("lien.dateLimite", fin)));
    }
}
