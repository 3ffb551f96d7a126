package fr.jalon.courrier;

import fr.jalon.courrier.Redacteur.Redaction;
import fr.jalon.courrier.UsageCourrier.Destinataire;
import fr.jalon.courrier.rendu.RenduCourrier;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letters of a dossier that goes to another antenne: what waits to be signed or printed waits there. A project says at once who
 * writes now; what is signed, or needs no signature, keeps its bytes. What is printed leaves from where it was printed.
 */
@Service
public class TransfertDesCourriers {

    private static final Set<EtatCourrier> A_FAIRE = EnumSet.of(EtatCourrier.A_SIGNER, EtatCourrier.A_IMPRIMER);

    /** Who worked the dossier works it no more: a letter then names the antenne (CRPA, article L111-2). */
    private static final String AGENT = "agent.";

    private static final String ADRESSE = "usager.adresse";

    private final ArchiveCourriers archive;
    private final UsagesCourrier usages;
    private final Reecriture reecriture;
    private final RenduCourrier rendu;

    TransfertDesCourriers(ArchiveCourriers archive, UsagesCourrier usages, Reecriture reecriture, RenduCourrier rendu) {
        this.archive = archive;
        this.usages = usages;
        this.reecriture = reecriture;
        this.rendu = rendu;
    }

    /**
     * Takes them along.
     *
     * @param antenne code of the antenne that holds the dossier now
     * @param nouvelles fields of the antenne that writes, and {@code usager.adresse}, where the person lives now
     */
    @Transactional
    public void suivre(UUID dossierId, String antenne, ValeursCourrier nouvelles) {
        archive.vuesDuDossier(dossierId).stream()
                .filter(c -> A_FAIRE.contains(c.etat()) && c.antenne() != null && !antenne.equals(c.antenne()))
                .map(c -> archive.findById(c.id()).orElseThrow())
                .forEach(courrier -> {
                    courrier.passerA(antenne);
                    if (courrier.vue().etat() == EtatCourrier.A_SIGNER) {
                        recrire(courrier, nouvelles.parChamp());
                    }
                    archive.saveAndFlush(courrier);
                });
    }

    /** The same versions of the template and of its mentions, the same day, the same values but those that are no longer true. */
    private void recrire(Courrier courrier, Map<String, Object> nouvelles) {
        CourrierVue vue = courrier.vue();
        boolean chezElle = usages.de(vue.modele()).destinataire() == Destinataire.PERSONNE;
        Map<String, Object> valeurs = ValeursGardees.lire(courrier.valeurs());
        valeurs.keySet().removeIf(champ -> champ.startsWith(AGENT));
        valeurs.replaceAll(
                (champ, valeur) -> champ.equals(ADRESSE) && !chezElle ? valeur : nouvelles.getOrDefault(champ, valeur));
        Redaction redaction = reecriture.rediger(vue, valeurs, (LocalDate) valeurs.get("dateCourrier"), null);
        courrier.recrire(rendu.rendre(redaction.lettre()), ValeursGardees.ecrire(valeurs), redaction.destinataire());
    }
}
