package fr.jalon.courrier;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to a letter once it is printed: it leaves, it is handed over, received, or comes back. Callers check who may see it. */
@Service
@Transactional
public class SuiviCourriers {

    private final ArchiveCourriers archive;
    private final ReceptionCourrier reception;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    SuiviCourriers(
            ArchiveCourriers archive,
            ReceptionCourrier reception,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.archive = archive;
        this.reception = reception;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /**
     * Notes that the letter left.
     *
     * @throws fr.jalon.commun.Conflit when it decides and is not signed (CRPA, article L212-1), already left, or gives an appointment that
     *     was past on that day
     * @throws SaisieInvalide when the day is to come, or before the letter
     */
    public CourrierVue envoyer(UUID id, LocalDate jour, ModeRemise mode, Agent auteur) {
        if (mode == null) {
            throw new SaisieInvalide("mode", "Dites comment le courrier part.");
        }
        if (mode == ModeRemise.MAIN_PROPRE) {
            throw new SaisieInvalide("mode", "Ce qui est remis en main propre se note « remis », avec la signature.");
        }
        Courrier courrier = existant(id);
        exigerActuel(courrier, jour);
        courrier.envoyer(jour, mode, horloge.aujourdhui());
        CourrierVue vue = garder(courrier);
        partir(vue);
        dire(vue, "envoyé le " + Horloge.enMots(jour) + " (" + mode.libelle() + ")", auteur);
        return vue;
    }

    /** Notes that it was handed over against signature. */
    public CourrierVue remettre(UUID id, LocalDate jour, String preuve, Agent auteur) {
        Courrier courrier = existant(id);
        exigerActuel(courrier, jour);
        courrier.remettre(jour, texte("preuve", preuve), horloge.aujourdhui());
        CourrierVue vue = garder(courrier);
        partir(vue);
        recu(vue);
        dire(vue, "remis en main propre le " + Horloge.enMots(jour), auteur);
        return vue;
    }

    /**
     * Notes the receipt.
     *
     * @param preuve what proves it: the acknowledgement, what the person said
     */
    public CourrierVue recevoir(UUID id, LocalDate jour, String preuve, Agent auteur) {
        Courrier courrier = existant(id);
        courrier.recevoir(jour, texte("preuve", preuve), horloge.aujourdhui());
        CourrierVue vue = garder(courrier);
        recu(vue);
        dire(vue, "reçu le " + Horloge.enMots(jour), auteur);
        return vue;
    }

    /** Notes that it came back, with a reason of the table {@code retours-courrier}. */
    public CourrierVue retourner(UUID id, LocalDate jour, String motif, Agent auteur) {
        ReceptionCourrier.Retour retour = reception
                .retour(motif == null ? "" : motif)
                .orElseThrow(() -> new SaisieInvalide("motif", "Choisissez ce que dit l'enveloppe."));
        Courrier courrier = existant(id);
        courrier.retourner(jour, retour.motif(), horloge.aujourdhui());
        CourrierVue vue = garder(courrier);
        if (retour.arrete()) {
            evenements.publishEvent(
                    new CourrierRetourne(vue.id(), vue.numero(), vue.dossierId(), vue.modele(), jour, retour.motif()));
        }
        dire(vue, "revenu le " + Horloge.enMots(jour) + " : " + retour.libelle(), auteur);
        return vue;
    }

    /** The day on which it left counts, not the one on which that is noted. */
    private void exigerActuel(Courrier courrier, LocalDate jour) {
        if (jour != null && !jour.isAfter(horloge.aujourdhui())) {
            Depart.exiger(courrier.vue(), jour);
        }
    }

    private void partir(CourrierVue vue) {
        evenements.publishEvent(
                new CourrierEnvoye(vue.id(), vue.numero(), vue.dossierId(), vue.modele(), vue.envoyeLe(), vue.mode()));
    }

    private void recu(CourrierVue vue) {
        evenements.publishEvent(
                new CourrierRecu(vue.id(), vue.numero(), vue.dossierId(), vue.modele(), vue.recuLe(), vue.mode()));
    }

    private void dire(CourrierVue vue, String quoi, Agent auteur) {
        evenements.publishEvent(
                new CourrierSuivi(vue.id(), vue.dossierId(), "Courrier " + vue.numero() + " " + quoi + ".", auteur));
    }

    private CourrierVue garder(Courrier courrier) {
        archive.saveAndFlush(courrier);
        return courrier.vue();
    }

    private Courrier existant(UUID id) {
        return archive.findById(id).orElseThrow(() -> new Introuvable("Ce courrier n'existe pas."));
    }

    private static String texte(String champ, String valeur) {
        String texte = Textes.ouNull(valeur);
        if (texte == null) {
            throw new SaisieInvalide(
                    champ, "Dites ce qui le prouve : la signature, l'avis de réception, ce que la personne a dit.");
        }
        if (texte.length() > Courriers.TEXTE_COURT) {
            throw new SaisieInvalide(champ, "Écrivez au plus " + Courriers.TEXTE_COURT + " caractères.");
        }
        return texte;
    }
}
