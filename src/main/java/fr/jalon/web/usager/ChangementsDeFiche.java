package fr.jalon.web.usager;

import fr.jalon.agent.Antennes;
import fr.jalon.agent.Comptes;
import fr.jalon.commun.Langues;
import fr.jalon.usager.ChangementVue;
import fr.jalon.usager.Naissance;
import fr.jalon.usager.Quartiers;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What changed on the card of a person, in the words that the card itself uses: names and dates, never their codes. */
@Component
class ChangementsDeFiche {

    private final Antennes antennes;
    private final Quartiers quartiers;
    private final Comptes comptes;
    private final MessageSource textes;

    ChangementsDeFiche(Antennes antennes, Quartiers quartiers, Comptes comptes, MessageSource textes) {
        this.antennes = antennes;
        this.quartiers = quartiers;
        this.comptes = comptes;
        this.textes = textes;
    }

    /** @param avant null when nothing was known, like {@code apres} */
    record ChangementEcran(String champ, String avant, String apres, String qui) {}

    ChangementEcran dire(ChangementVue c) {
        return new ChangementEcran(
                textes.getMessage("personne." + c.champ(), null, c.champ(), Locale.FRENCH),
                enMots(c.champ(), c.avant()),
                enMots(c.champ(), c.apres()),
                Mots.moment(c.quand()) + ", " + comptes.nom(c.auteur()));
    }

    private String enMots(String champ, String valeur) {
        if (valeur == null) {
            return null;
        }
        return switch (champ) {
            case "antenne" -> antennes.parCode(valeur).nom();
            case "quartier" -> quartier(valeur);
            case "langue" -> Langues.nomSeul(valeur);
            case "civilite" -> civilite(valeur);
            case "decedeeLe" -> Mots.jour(LocalDate.parse(valeur));
            case "dateNaissance" -> Naissance.lireIso(valeur).map(Mots::jour).orElse(valeur);
            default -> valeur;
        };
    }

    private String quartier(String code) {
        return quartiers.tous().stream()
                .filter(q -> q.code().equals(code))
                .map(q -> q.libelle() + " (" + code + ")")
                .findFirst()
                .orElse(code);
    }

    private static String civilite(String code) {
        return ChoixPersonne.CIVILITES.stream()
                .filter(c -> c.valeur().equals(code))
                .map(Vues.Choix::libelle)
                .findFirst()
                .orElse(code);
    }
}
