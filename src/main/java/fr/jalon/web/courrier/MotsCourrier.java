package fr.jalon.web.courrier;

import fr.jalon.commun.Horloge;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.courrier.ModeRemise;
import fr.jalon.courrier.ReceptionCourrier;
import fr.jalon.courrier.UsageCourrier.Destinataire;
import fr.jalon.courrier.UsagesCourrier;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.usager.AdressesFausses;
import fr.jalon.usager.AdressesFausses.AdresseFausse;
import fr.jalon.usager.Personnes;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where a letter stands, in words: nothing is called sent that nobody sent, nothing received that nothing proves. */
@Component
public class MotsCourrier {

    private final Courriers courriers;
    private final ReceptionCourrier reception;
    private final UsagesCourrier usages;
    private final Dossiers dossiers;
    private final Personnes personnes;
    private final AdressesFausses adresses;
    private final Horloge horloge;

    MotsCourrier(
            Courriers courriers,
            ReceptionCourrier reception,
            UsagesCourrier usages,
            Dossiers dossiers,
            Personnes personnes,
            AdressesFausses adresses,
            Horloge horloge) {
        this.courriers = courriers;
        this.reception = reception;
        this.usages = usages;
        this.dossiers = dossiers;
        this.personnes = personnes;
        this.adresses = adresses;
        this.horloge = horloge;
    }

    /** The whole state, after the number: "envoyé le 2 juin 2026 (lettre simple)". */
    public String etat(CourrierVue c) {
        return switch (c.etat()) {
            case A_SIGNER -> "projet, à signer";
            case A_IMPRIMER -> signature(c) + "à imprimer";
            case IMPRIME -> signature(c) + imprime(c);
            case ENVOYE -> signature(c) + envoye(c);
            case RECU -> signature(c) + recu(c);
            case RETOURNE ->
                "revenu le " + Mots.jour(c.retourneLe()) + " : "
                        + reception
                                .retour(c.motifRetour())
                                .map(ReceptionCourrier.Retour::libelle)
                                .orElse(c.motifRetour());
            case ANNULE -> "annulé le " + Mots.moment(c.annuleLe()) + " : " + c.motifAnnulation();
        };
    }

    /** What to know before it leaves: what it says is over, or its address is wrong. */
    Optional<String> alerte(CourrierVue c) {
        return depasse(c)
                .or(() -> adresseFausse(c)
                        .map(a -> "Adresse à vérifier : un courrier en est revenu le " + Mots.jour(a.depuis()) + "."));
    }

    /** The appointment that it gives is past. */
    public Optional<String> depasse(CourrierVue c) {
        return c.depasse(horloge.aujourdhui())
                ? Optional.of("Ne part plus : le rendez-vous du " + Mots.jour(c.partAvant())
                        + " est passé. Donnez une autre date, ou annulez ce courrier.")
                : Optional.empty();
    }

    private static String signature(CourrierVue c) {
        return c.signeLe() == null ? "" : "signé par " + c.signataireNom() + " le " + Mots.moment(c.signeLe()) + ", ";
    }

    private static String imprime(CourrierVue c) {
        if (c.acte() == null && c.remise().equals(CourrierVue.AUCUNE)) {
            return "son envoi n'a pas été noté (courrier plus ancien que le suivi)";
        }
        if (c.remise().equals(CourrierVue.AUCUNE)) {
            return "gardé au dossier";
        }
        return c.parLaPoste()
                ? "imprimé le " + Mots.moment(c.imprimeLe()) + ", à envoyer"
                : "à remettre en main propre";
    }

    private String envoye(CourrierVue c) {
        String parti = "envoyé le " + Mots.jour(c.envoyeLe()) + " (" + c.mode().libelle() + ")";
        return courriers
                .presomption(c)
                .map(jour -> parti + ", réception présumée le " + Mots.jour(jour)
                        + (reception.aConfirmer(c.envoyeLe(), c.mode()) ? " (règle à confirmer)" : ""))
                .orElse(parti);
    }

    private static String recu(CourrierVue c) {
        String comment = c.mode() == ModeRemise.MAIN_PROPRE
                ? "remis en main propre le " + Mots.jour(c.recuLe())
                : "envoyé le " + Mots.jour(c.envoyeLe()) + ", reçu le " + Mots.jour(c.recuLe());
        return comment + " (" + c.preuve() + ")";
    }

    /** The state in one or two words. */
    public Vues.Badge badge(CourrierVue c) {
        return switch (c.etat()) {
            case A_SIGNER -> new Vues.Badge("attention", "À signer");
            case A_IMPRIMER -> new Vues.Badge("attente", "À imprimer");
            case IMPRIME ->
                c.remise().equals(CourrierVue.AUCUNE)
                        ? new Vues.Badge("neutre", c.acte() == null ? "Envoi non noté" : "Gardé")
                        : new Vues.Badge("attente", c.parLaPoste() ? "À envoyer" : "À remettre");
            case ENVOYE -> new Vues.Badge("info", "Envoyé");
            case RECU -> new Vues.Badge("ok", c.mode() == ModeRemise.MAIN_PROPRE ? "Remis" : "Reçu");
            case RETOURNE -> new Vues.Badge("retard", "Revenu");
            case ANNULE -> new Vues.Badge("neutre", "Annulé");
        };
    }

    /** The letter goes to an address from which another one came back: said as long as it can still be stopped. */
    public Optional<AdresseFausse> adresseFausse(CourrierVue c) {
        if (c.etat().parti()
                || c.etat() == EtatCourrier.ANNULE
                || usages.de(c.modele()).destinataire() != Destinataire.PERSONNE) {
            return Optional.empty();
        }
        return dossier(c).map(d -> personnes.parId(d.personneId())).flatMap(adresses::de);
    }

    /** The dossier that the letter is about; a session or a visit has none. */
    public Optional<DossierVue> dossier(CourrierVue c) {
        return dossiers.siExiste(c.dossierId());
    }
}
