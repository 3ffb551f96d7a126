package fr.jalon.prescription.parcours;

import fr.jalon.commun.Horloge;
import fr.jalon.dispositif.ContexteEtape;
import fr.jalon.dispositif.Envois;
import fr.jalon.dossier.Dossiers;
import fr.jalon.prescription.Prescriptions;
import fr.jalon.prescription.PropositionVue;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The notice that leaves the house for a partner: a number and a date, never anything about the person. */
@Component
class AvisAuxPartenaires {

    /** Folder of the exchange, for all partners. */
    static final String DESTINATAIRE = "PARTENAIRES";

    private final Envois envois;
    private final Prescriptions prescriptions;
    private final Dossiers dossiers;
    private final MessageSource textes;

    AvisAuxPartenaires(Envois envois, Prescriptions prescriptions, Dossiers dossiers, MessageSource textes) {
        this.envois = envois;
        this.prescriptions = prescriptions;
        this.dossiers = dossiers;
        this.textes = textes;
    }

    /** @param quoi {@code PROPOSITION}, {@code RELANCE} or {@code FIN} */
    void deposer(ContexteEtape contexte, String quoi) {
        deposer(contexte.cleUnique("avis"), contexte.dossierId(), quoi);
    }

    /** @param cle the same each time this very notice is tried again */
    void deposer(String cle, UUID dossierId, String quoi) {
        String numero = dossiers.parId(dossierId).numero();
        PropositionVue p = prescriptions.derniere(dossierId);
        String limite = p.attendueLe() == null ? "" : Horloge.enMots(p.attendueLe());
        envois.deposer(new Envois.AEnvoyer(
                cle,
                dossierId,
                DESTINATAIRE,
                "PARTENAIRE_" + quoi,
                p.organisme() + "_" + numero + ".txt",
                textes.getMessage(
                        "partenaire.avis." + quoi, new Object[] {p.organismeNom(), numero, limite}, Locale.FRENCH)));
    }
}
