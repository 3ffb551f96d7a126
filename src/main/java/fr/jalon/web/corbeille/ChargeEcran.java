package fr.jalon.web.corbeille;

import fr.jalon.agent.Agent;
import fr.jalon.corbeille.Equipe;
import fr.jalon.corbeille.EtatEcheance;
import fr.jalon.corbeille.Onglet;
import fr.jalon.corbeille.Signe;
import fr.jalon.web.commun.Adresse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The work of an agent, each number with the list that it counts.
 *
 * @param href all that it holds
 */
public record ChargeEcran(
        String nom, long taches, long enRetard, long urgentes, String href, String hrefRetard, String hrefUrgentes) {

    /** One for each line of the team, as its responsable opens them; one's own work is in one's own tab. */
    public static List<ChargeEcran> toutes(List<Equipe.Charge> charges, Agent responsable) {
        return charges.stream()
                .map(c -> {
                    boolean soi = c.identifiant().equals(responsable.identifiant());
                    return new ChargeEcran(
                            c.nom(),
                            c.taches(),
                            c.enRetard(),
                            c.urgentes(),
                            href(c, soi, null, null),
                            href(c, soi, "echeance", EtatEcheance.RETARD.name()),
                            href(c, soi, "signe", Signe.URGENT.name()));
                })
                .toList();
    }

    private static String href(Equipe.Charge charge, boolean soi, String filtre, String valeur) {
        Map<String, String> parametres = new LinkedHashMap<>();
        parametres.put("onglet", (soi ? Onglet.A_MOI : Onglet.CHEZ_COLLEGUES).name());
        if (!soi) {
            parametres.put("detenteur", charge.identifiant());
        }
        if (filtre != null) {
            parametres.put(filtre, valeur);
        }
        return new Adresse(ListeCorbeille.CHEMIN, parametres).href();
    }
}
