package fr.jalon.parcours.orientation;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.commun.Horloge;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.orientation.ContratEngagement;
import fr.jalon.orientation.DemandeOrientationVue;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.orientation.OrganismesReferents;
import fr.jalon.orientation.PropositionOrientation.Indication;
import fr.jalon.parcours.LettresDossier;
import fr.jalon.parcours.LettresDossier.Complement;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gathers what each letter of the accompaniment says. Nothing here is a text: the words are the templates'. */
@Component
class LettresOrientation {

    private static final String DEMANDE = "orientation";

    private final LettresDossier lettres;
    private final DemandesOrientation demandes;
    private final OrganismesReferents organismes;
    private final Comptes comptes;

    LettresOrientation(
            LettresDossier lettres, DemandesOrientation demandes, OrganismesReferents organismes, Comptes comptes) {
        this.lettres = lettres;
        this.demandes = demandes;
        this.organismes = organismes;
        this.comptes = comptes;
    }

    CourrierVue ecrire(String cle, String modele, UUID dossierId, Complement complement) {
        return lettres.ecrire(
                cle,
                new LettresDossier.Lettre(
                        modele, dossierId, DEMANDE, demandes.demande(dossierId).confirmeePar(), complement));
    }

    /** Who accompanies, why, and the first appointment. */
    Complement notification(UUID dossierId) {
        DemandeOrientationVue d = demandes.demande(dossierId);
        Complement quoi = valeurs -> {
            valeurs.texte("orientation.parcours", d.parcours().libelle().toLowerCase(Locale.FRENCH))
                    .texte("orientation.organisme", organismes.nom(d.organisme()))
                    .texte("algorithme.finalite", "proposer un parcours et un organisme d'accompagnement")
                    .liste(
                            "raisons",
                            d.proposition().indications().stream()
                                    .filter(i -> i.parcours() == d.parcours())
                                    .map(Indication::raison)
                                    .map(raison -> Map.of("raisons.texte", raison))
                                    .toList());
            if (d.ecart()) {
                valeurs.texte("orientation.motif", d.motif());
            }
            if (d.referent() != null) {
                comptes.parIdentifiant(d.referent())
                        .map(Agent::nomComplet)
                        .ifPresent(nom -> valeurs.texte("orientation.referent", nom));
            }
        };
        return quoi.puis(rendezVous(d));
    }

    Complement rendezVous(UUID dossierId) {
        return rendezVous(demandes.demande(dossierId));
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
                .texte("contrat.heures", heures(c))
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
                "sortie.motif", demandes.demande(dossierId).sortie().libelle().toLowerCase(Locale.FRENCH));
    }

    private static String heures(ContratEngagement c) {
        String nombre = new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.FRENCH)).format(c.heures());
        return nombre + (c.heures().doubleValue() < 2 ? " heure" : " heures");
    }

    private static List<Map<String, String>> lignes(String champ, List<String> textes) {
        return textes.stream().map(texte -> Map.of(champ, texte)).toList();
    }
}
