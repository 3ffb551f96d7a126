package fr.jalon.web.pilotage;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.pilotage.Alertes;
import fr.jalon.pilotage.Grandeur;
import fr.jalon.pilotage.Lecteur;
import fr.jalon.pilotage.RegleDAlerte;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.Mots;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The alerts that last, in words, each with where to look. */
@Component
public class AlertesEcran {

    private final Alertes alertes;
    private final Antennes antennes;

    AlertesEcran(Alertes alertes, Antennes antennes) {
        this.alertes = alertes;
        this.antennes = antennes;
    }

    /** @param combien the number and its threshold, the threshold alone for who reads no small number */
    public record Ligne(String libelle, String ou, String combien, String depuis, String href) {}

    public List<Ligne> lignes(Agent agent) {
        Map<String, String> noms = antennes.toutes().stream().collect(Collectors.toMap(Antenne::code, Antenne::nom));
        return alertes.ouvertes(agent).stream()
                .map(a -> new Ligne(
                        a.regle().libelle(),
                        a.antenne() == null ? "Toutes les antennes" : noms.getOrDefault(a.antenne(), a.antenne()),
                        combien(a),
                        "depuis le " + Mots.moment(a.leveeLe()),
                        adresse(a, Lecteur.ouvre(agent)).href()))
                .toList();
    }

    private static String combien(Alertes.Ouverte a) {
        RegleDAlerte.Seuil s = a.regle().seuil();
        boolean part = a.regle().grandeur().pourcentage();
        String seuil = (s.auDessus() ? "au-dessus de " : "en dessous de ") + nombre(s.valeur(), part);
        if (a.mesure() == null) {
            return Mots.majuscule(seuil);
        }
        String mesure = nombre(a.mesure().valeur(), part);
        return mesure + (part ? " de " + a.mesure().dossiers() + " dossiers" : "") + ", " + seuil;
    }

    private static String nombre(double valeur, boolean part) {
        return part
                ? String.format(Locale.FRENCH, "%.0f\u00a0%%", valeur)
                : Mots.pluriel(Math.round(valeur), "dossier", "dossiers");
    }

    private static Adresse adresse(Alertes.Ouverte a, boolean ouvre) {
        Adresse ou = new Adresse(
                        a.regle().grandeur() instanceof Grandeur.Indicateur i
                                ? "/pilotage/indicateurs/" + i.code()
                                : ouvre ? "/pilotage/dossiers" : FiltreEcran.CHEMIN,
                        Map.of())
                .avec("dispositif", a.regle().dispositif())
                .avec("antenne", a.antenne());
        if (!ouvre) {
            return ou;
        }
        if (a.regle().grandeur() instanceof Grandeur.Ouverts o) {
            return ou.avec("situation", o.situation());
        }
        return a.regle().grandeur() instanceof Grandeur.Tenus t ? ou.avec("porteur", t.porteur()) : ou;
    }
}
