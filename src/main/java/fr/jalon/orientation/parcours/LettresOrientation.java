package fr.jalon.orientation.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.commun.Horloge;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.dispositif.LettresDossier;
import fr.jalon.dispositif.LettresDossier.Complement;
import fr.jalon.dossier.Dossiers;
import fr.jalon.orientation.ContratEngagement;
import fr.jalon.orientation.Decideur;
import fr.jalon.orientation.DemandeOrientationVue;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.orientation.OrganismesReferents;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gathers what each letter of the accompaniment says. Nothing here is a text: the words are the templates'. */
@Component
class LettresOrientation {

    private static final String DEMANDE = "orientation";
    static final String CCAS = "CCAS";

    /** The first appointment was held before the letter left. */
    static final Complement SANS_RENDEZ_VOUS =
            valeurs -> valeurs.date("rdv.date", null).texte("rdv.heure", null).texte("rdv.lieu", null);

    private final LettresDossier lettres;
    private final DemandesOrientation demandes;
    private final OrganismesReferents organismes;
    private final Comptes comptes;
    private final Dossiers dossiers;
    private final MessageSource textes;

    LettresOrientation(
            LettresDossier lettres,
            DemandesOrientation demandes,
            OrganismesReferents organismes,
            Comptes comptes,
            Dossiers dossiers,
            MessageSource textes) {
        this.lettres = lettres;
        this.demandes = demandes;
        this.organismes = organismes;
        this.comptes = comptes;
        this.dossiers = dossiers;
        this.textes = textes;
    }

    CourrierVue ecrire(String cle, String modele, UUID dossierId, Complement complement) {
        return ecrire(cle, modele, dossierId, null, complement);
    }

    /** @param remplace letter that this one cancels and replaces, null for none */
    CourrierVue ecrire(String cle, String modele, UUID dossierId, UUID remplace, Complement complement) {
        return lettres.ecrire(
                cle,
                new LettresDossier.Lettre(
                        modele, dossierId, DEMANDE, demandes.demande(dossierId).confirmeePar(), remplace, complement));
    }

    /** France Travail's decision is its own: we tell it, we notify nothing. */
    String modeleDeLaNotification(UUID dossierId) {
        return demandes.demande(dossierId).decideur() == Decideur.FRANCE_TRAVAIL
                ? CodesCourrier.INFORMATION_ORIENTATION
                : CodesCourrier.NOTIFICATION_ORIENTATION;
    }

    boolean accompagneParNous(UUID dossierId) {
        return CCAS.equals(organismes.nature(demandes.demande(dossierId).organisme()));
    }

    /** Who accompanies, why, and the first appointment when it is with us; nothing that was not said. */
    Complement notification(UUID dossierId) {
        DemandeOrientationVue d = demandes.demande(dossierId);
        return notification(d, entretien(dossierId));
    }

    /** Whether somebody of ours gathered the situation with the person: a file of newcomers does not. */
    boolean entretien(UUID dossierId) {
        return dossiers.histoire(dossierId).stream().anyMatch(e -> "SITUATION".equals(e.nature()));
    }

    byte[] apercu(UUID dossierId, String modele, Complement complement) {
        return lettres.apercu(new LettresDossier.Lettre(modele, dossierId, DEMANDE, null, complement));
    }

    /**
     * The same for a decision that is not taken yet, as the form says it.
     *
     * @param entretien somebody of ours gathered the situation with the person
     */
    Complement notification(DemandeOrientationVue d, boolean entretien) {
        boolean parNous = CCAS.equals(organismes.nature(d.organisme()));
        Complement quoi = valeurs -> {
            valeurs.texte("orientation.parcours", d.parcours().libelle().toLowerCase(Locale.FRENCH))
                    .texte("orientation.organisme", organismes.nomAvecArticle(d.organisme()))
                    .texte("algorithme.finalite", "proposer un parcours et un organisme d'accompagnement");
            if (d.proposition() != null) {
                valeurs.liste("raisons", raisons(d));
            }
            if (entretien) {
                valeurs.texte("orientation.entretien", "oui");
            }
            if (d.ecart()) {
                valeurs.texte("orientation.motif", d.motif());
            }
            if (d.decideeLe() != null) {
                valeurs.date("orientation.decideeLe", d.decideeLe());
            }
            valeurs.texte("orientation.referent", referent(d));
            if (!parNous) {
                valeurs.texte("orientation.partenaire", organismes.nomAvecArticle(d.organisme()));
            }
        };
        return d.rendezVous() == null ? quoi : quoi.puis(rendezVous(d));
    }

    private static List<Map<String, String>> raisons(DemandeOrientationVue d) {
        return lignes("raisons.texte", d.proposition().raisons(d.parcours()));
    }

    /** Our agent, or whom the partner named; null while the partner named nobody. */
    private String referent(DemandeOrientationVue d) {
        return d.referent() == null
                ? d.referentPartenaire()
                : comptes.parIdentifiant(d.referent()).map(Agent::nomComplet).orElse(null);
    }

    Complement rendezVous(UUID dossierId) {
        return rendezVous(demandes.demande(dossierId));
    }

    /** Another appointment, and whether the former one was missed or is replaced. */
    Complement convocation(UUID dossierId, String pourquoi) {
        return rendezVous(dossierId)
                .puis(valeurs -> valeurs.texte("rdv.absence", oui(OrientationRsa.POUR_ABSENCE.equals(pourquoi)))
                        .texte("rdv.remplace", oui(OrientationRsa.POUR_REPORT.equals(pourquoi))));
    }

    private static String oui(boolean vrai) {
        return vrai ? "oui" : null;
    }

    private static Complement rendezVous(DemandeOrientationVue d) {
        ZonedDateTime quand = d.rendezVous().atZone(Horloge.PARIS);
        return valeurs -> valeurs.date("rdv.date", quand.toLocalDate())
                .texte("rdv.heure", "%d h %02d".formatted(quand.getHour(), quand.getMinute()))
                .texte("rdv.lieu", d.lieu());
    }

    /** The référent signs it with the person, not the responsable as the other letters. */
    Complement contrat(ContratEngagement c) {
        Complement contenu = valeurs -> valeurs.date("contrat.debut", c.debut())
                .date("contrat.fin", c.fin())
                .texte("contrat.heures", c.heures().signum() == 0 ? null : heures(c))
                .texte(
                        "contrat.exemption",
                        c.exemption() == null ? null : c.exemption().raison())
                .liste("objectifs", lignes("objectifs.texte", c.objectifs()))
                .liste("actions", lignes("actions.texte", c.actions()));
        String referent = demandes.demande(c.dossierId()).referent();
        return contenu.puis(valeurs -> comptes.parIdentifiant(referent == null ? c.auteur() : referent)
                .ifPresent(a -> valeurs.texte("signataire.prenom", a.prenom())
                        .texte("signataire.nom", a.nom())
                        .texte("signataire.qualite", a.qualite())));
    }

    Complement sortie(UUID dossierId) {
        return valeurs -> valeurs.texte(
                "sortie.motif",
                textes.getMessage(
                        "sortie.lettre." + demandes.demande(dossierId).sortie().name(), null, Locale.FRENCH));
    }

    private static String heures(ContratEngagement c) {
        String nombre = new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.FRENCH)).format(c.heures());
        return nombre + (c.heures().doubleValue() < 2 ? " heure" : " heures");
    }

    private static List<Map<String, String>> lignes(String champ, List<String> textes) {
        return textes.stream().map(texte -> Map.of(champ, texte)).toList();
    }
}
