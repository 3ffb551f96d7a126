package fr.jalon.prescription.parcours;

import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.Lieu;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.commun.Horloge;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.dispositif.LettresDossier;
import fr.jalon.dispositif.LettresDossier.Complement;
import fr.jalon.prescription.DonneePartagee;
import fr.jalon.prescription.Prescriptions;
import fr.jalon.prescription.PropositionVue;
import fr.jalon.usager.Consentements;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gathers what each letter of a referral says, to the person or to the partner. Nothing here is a text: the words are the templates'. */
@Component
class LettresPartenaire {

    private static final String DEMANDE = "orientation vers un partenaire";

    private final LettresDossier lettres;
    private final Prescriptions prescriptions;
    private final Consentements consentements;
    private final Annuaire annuaire;
    private final MessageSource textes;

    LettresPartenaire(
            LettresDossier lettres,
            Prescriptions prescriptions,
            Consentements consentements,
            Annuaire annuaire,
            MessageSource textes) {
        this.lettres = lettres;
        this.prescriptions = prescriptions;
        this.consentements = consentements;
        this.annuaire = annuaire;
        this.textes = textes;
    }

    /** To the person. */
    CourrierVue ecrire(String cle, String modele, UUID dossierId, Complement complement) {
        return lettres.ecrire(
                cle, lettre(modele, dossierId, partenaire(dossierId).puis(complement)));
    }

    /** To the partner: its name and address stand in the window. */
    CourrierVue ecrireAuPartenaire(String cle, String modele, UUID dossierId, Complement complement) {
        return lettres.ecrire(
                cle,
                lettre(
                        modele,
                        dossierId,
                        partenaire(dossierId).puis(fenetre(dossierId)).puis(complement)));
    }

    byte[] imprimerAuPartenaire(String numero, String modele, UUID dossierId, Complement complement) {
        return lettres.imprimerSansGarder(
                numero,
                lettre(
                        modele,
                        dossierId,
                        partenaire(dossierId).puis(fenetre(dossierId)).puis(complement)));
    }

    private LettresDossier.Lettre lettre(String modele, UUID dossierId, Complement complement) {
        return new LettresDossier.Lettre(
                modele,
                dossierId,
                DEMANDE,
                prescriptions.prescription(dossierId).prescripteur(),
                complement);
    }

    private Complement partenaire(UUID dossierId) {
        PropositionVue p = prescriptions.derniere(dossierId);
        return valeurs -> valeurs.texte("partenaire.nom", p.organismeNom())
                .texte("partenaire.offre", p.offreTitre())
                .date("partenaire.dateLimite", p.attendueLe());
    }

    private Complement fenetre(UUID dossierId) {
        OrganismeVue organisme =
                annuaire.organisme(prescriptions.derniere(dossierId).organisme());
        return valeurs -> valeurs.texte("usager.civilite", "Madame, Monsieur")
                .texte("usager.nomComplet", organisme.nom())
                .lignes("usager.adresse", adresse(organisme));
    }

    /** Many organisations of the directory have no address yet: the letter then goes by another way, and says so. */
    private List<String> adresse(OrganismeVue organisme) {
        return organisme.lieux().stream()
                .filter(l -> l.adresse() != null)
                .findFirst()
                .map(LettresPartenaire::lignes)
                .orElseGet(() -> List.of(textes.getMessage("partenaire.sansAdresse", null, Locale.FRENCH)));
    }

    private static List<String> lignes(Lieu lieu) {
        List<String> lignes = new ArrayList<>(List.of(lieu.adresse()));
        if (lieu.codePostal() != null && lieu.commune() != null) {
            lignes.add(lieu.codePostal() + " " + lieu.commune());
        }
        return lignes;
    }

    /** What is shared, with its reasons, and its values for the partner alone. */
    Complement partage(UUID dossierId) {
        List<DonneePartagee> donnees = prescriptions.donnees(dossierId);
        return valeurs -> valeurs.liste(
                "partage", donnees.stream().map(LettresPartenaire::rangee).toList());
    }

    private static Map<String, String> rangee(DonneePartagee d) {
        Map<String, String> rangee = new HashMap<>();
        rangee.put("partage.libelle", d.libelle());
        rangee.put("partage.pourquoi", d.pourquoi());
        rangee.put("partage.valeur", d.valeur() == null ? "non renseigné" : d.valeur());
        return rangee;
    }

    Complement accord(UUID dossierId) {
        UUID consentement = prescriptions.derniere(dossierId).consentementId();
        return valeurs ->
                valeurs.date("accord.jusquAu", consentements.parId(consentement).jusquAu());
    }

    Complement rendezVous(UUID dossierId) {
        PropositionVue p = prescriptions.derniere(dossierId);
        ZonedDateTime quand = p.rendezVous().atZone(Horloge.PARIS);
        return valeurs -> valeurs.date("rdv.date", quand.toLocalDate())
                .texte("rdv.heure", "%d h %02d".formatted(quand.getHour(), quand.getMinute()))
                .texte("rdv.lieu", p.lieu());
    }
}
