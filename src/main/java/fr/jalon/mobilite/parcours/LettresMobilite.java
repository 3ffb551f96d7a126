package fr.jalon.mobilite.parcours;

import fr.jalon.commun.Centimes;
import fr.jalon.commun.Horloge;
import fr.jalon.decision.Explication;
import fr.jalon.dispositif.ContexteEtape;
import fr.jalon.dispositif.LettresDossier;
import fr.jalon.dispositif.LettresDossier.Complement;
import fr.jalon.mobilite.AideVue;
import fr.jalon.mobilite.AidesMobilite;
import fr.jalon.mobilite.DemandesMobilite;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gathers what each letter of an aid says. Nothing here is a text: the words are the templates' and the tables'. */
@Component
class LettresMobilite {

    static final String ACCORD = "aide-mobilite-accord";
    static final String REFUS = "aide-mobilite-refus";
    static final String NON_UTILISEE = "aide-mobilite-non-utilisee";

    private static final String DEMANDE = "aide à la mobilité";

    private final LettresDossier lettres;
    private final DemandesMobilite demandes;
    private final AidesMobilite regles;
    private final MessageSource textes;

    LettresMobilite(LettresDossier lettres, DemandesMobilite demandes, AidesMobilite regles, MessageSource textes) {
        this.lettres = lettres;
        this.demandes = demandes;
        this.regles = regles;
        this.textes = textes;
    }

    void ecrire(ContexteEtape contexte, String modele, Complement complement) {
        lettres.ecrire(
                contexte.cleUnique(modele),
                LettresDossier.Lettre.duReferent(
                        modele,
                        contexte.dossierId(),
                        DEMANDE,
                        demandes.aide(contexte.dossierId()).instruitePar(),
                        complement));
    }

    /** What is granted, to whom it is paid, what stays with the person, until when. */
    Complement accord(UUID dossierId, LocalDate dernierJour) {
        long reste = demandes.resteALaPersonne(dossierId);
        AideVue aide = demandes.aide(dossierId);
        return commun(aide)
                .puis(valeurs -> valeurs.texte(
                                "aide.montant",
                                Centimes.enFrancais(aide.decision().montant()))
                        .texte("aide.organisme", aide.instruction().devis().organisme())
                        .texte("aide.reste", reste == 0 ? null : Centimes.enFrancais(reste))
                        .date("aide.fin", dernierJour)
                        .texte("aide.motif", aide.decision().motif())
                        .texte(
                                "aide.etapes",
                                String.join(
                                        ", ",
                                        demandes.aVenir(dossierId).stream()
                                                .map(e -> e.libelle().toLowerCase(Locale.FRENCH) + " : "
                                                        + Centimes.enFrancais(e.centimes()))
                                                .toList())));
    }

    /** What was granted and is not kept any more. */
    Complement nonUtilisee(UUID dossierId) {
        return commun(demandes.aide(dossierId));
    }

    /** The reasons are those of who decided (CRPA, art. L211-2 and L211-5). */
    Complement refus(UUID dossierId) {
        AideVue aide = demandes.aide(dossierId);
        return commun(aide)
                .puis(valeurs -> valeurs.texte("decision.auteur", auteur(aide))
                        .date("decision.date", LocalDate.ofInstant(aide.suivi().decideeLe(), Horloge.PARIS))
                        .motivation(List.of(new Explication(
                                "DECISION", mots("texte.MOB"), aide.decision().motif(), null))));
    }

    /** The commission when its minutes say so, else the CCAS, for which the responsable decides. */
    private String auteur(AideVue aide) {
        String cle = aide.decision().procesVerbal() == null ? "auteur.CCAS" : "auteur.CAI";
        return mots(cle, lettres.coordonnees("CCAS").nom());
    }

    private String mots(String cle, Object... valeurs) {
        return textes.getMessage(cle, valeurs, Locale.FRENCH);
    }

    private Complement commun(AideVue aide) {
        return valeurs -> valeurs.texte("aide.nature", regles.nom(aide.nature()));
    }
}
