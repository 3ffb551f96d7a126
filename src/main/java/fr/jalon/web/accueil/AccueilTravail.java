package fr.jalon.web.accueil;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.corbeille.CriteresCorbeille;
import fr.jalon.corbeille.Equipe;
import fr.jalon.corbeille.EtatEcheance;
import fr.jalon.corbeille.FiltreCorbeille;
import fr.jalon.corbeille.LigneCorbeille;
import fr.jalon.corbeille.Onglet;
import fr.jalon.corbeille.Signe;
import fr.jalon.web.corbeille.ChargeEcran;
import fr.jalon.web.corbeille.LigneEcran;
import fr.jalon.web.corbeille.ListeCorbeille;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What an agent with a queue has to do: one's own before what is to take, urgent and late before the rest. */
@Component
class AccueilTravail {

    private static final int MONTREES = 5;

    private final Corbeille corbeille;
    private final Equipe equipe;
    private final Horloge horloge;

    AccueilTravail(Corbeille corbeille, Equipe equipe, Horloge horloge) {
        this.corbeille = corbeille;
        this.equipe = equipe;
        this.horloge = horloge;
    }

    void remplir(Agent agent, Model model) {
        Corbeille.Alertes alertes = corbeille.alertes(agent);
        long aPrendre = corbeille.nombre(FiltreCorbeille.de(Onglet.A_PRENDRE), agent);
        model.addAttribute(
                "chiffres",
                List.of(
                        new Chiffre(
                                alertes.urgents(),
                                alertes.urgents() > 1 ? "urgentes" : "urgente",
                                lien(agent, true),
                                "aide-rapide",
                                alertes.urgents() > 0 ? "retard" : "neutre"),
                        new Chiffre(
                                alertes.enRetard(),
                                "en retard",
                                lien(agent, false),
                                "retard",
                                alertes.enRetard() > 0 ? "retard" : "neutre"),
                        new Chiffre(
                                alertes.aMoi(),
                                "à moi",
                                liste(Onglet.A_MOI, Map.of()).href(),
                                "personne",
                                "info"),
                        new Chiffre(
                                aPrendre,
                                "à prendre",
                                liste(Onglet.A_PRENDRE, Map.of()).href(),
                                "corbeille",
                                "neutre")));
        List<LigneEcran> aMoi = lignes(Onglet.A_MOI, agent);
        List<LigneEcran> libres = lignes(Onglet.A_PRENDRE, agent);
        model.addAttribute("aMoi", aMoi);
        model.addAttribute("libres", libres);
        model.addAttribute("prochaine", prochaine(aMoi, libres));
    }

    void remplirEquipe(Agent agent, Model model) {
        ListeCorbeille retour = liste(Onglet.A_PRENDRE, Map.of());
        List<LigneEcran> aValider = equipe.aValider(agent).stream()
                .map(l -> LigneEcran.de(l, retour.hrefTache(l.tacheId()), horloge.aujourdhui()))
                .toList();
        model.addAttribute("aValider", aValider);
        // Nobody else can validate: it comes before what the whole antenne may take.
        aValider.stream().findFirst().ifPresent(v -> model.addAttribute("prochaine", v));
        model.addAttribute(
                "libres",
                lignes(Onglet.A_PRENDRE, agent).stream()
                        .filter(l ->
                                aValider.stream().noneMatch(v -> v.tacheId().equals(l.tacheId())))
                        .toList());
        model.addAttribute("charges", ChargeEcran.toutes(equipe.charges(agent), agent));
    }

    /** The most pressing first: urgent or late, mine then free; else mine, else free. Null when nothing is left. */
    private static LigneEcran prochaine(List<LigneEcran> aMoi, List<LigneEcran> libres) {
        return Stream.concat(aMoi.stream(), libres.stream())
                .filter(AccueilTravail::pressante)
                .findFirst()
                .or(() -> Stream.concat(aMoi.stream(), libres.stream()).findFirst())
                .orElse(null);
    }

    private static boolean pressante(LigneEcran ligne) {
        return ligne.badges().stream().anyMatch(b -> b.etat().equals("retard"));
    }

    private List<LigneEcran> lignes(Onglet onglet, Agent agent) {
        LocalDate jour = horloge.aujourdhui();
        ListeCorbeille retour = liste(onglet, Map.of());
        List<LigneCorbeille> lignes = corbeille.page(FiltreCorbeille.de(onglet), 0, MONTREES, agent);
        return lignes.stream()
                .map(l -> LigneEcran.de(l, retour.hrefTache(l.tacheId()), jour))
                .toList();
    }

    /** The list behind a number: in one's own tab when something is there, else in the common one. */
    private String lien(Agent agent, boolean urgents) {
        FiltreCorbeille aMoi = FiltreCorbeille.de(Onglet.A_MOI)
                .avec(
                        urgents
                                ? CriteresCorbeille.signe(Signe.URGENT)
                                : CriteresCorbeille.echeance(EtatEcheance.RETARD));
        Onglet onglet = corbeille.nombre(aMoi, agent) > 0 ? Onglet.A_MOI : Onglet.A_PRENDRE;
        return liste(onglet, urgents ? Map.of("signe", "URGENT") : Map.of("echeance", "RETARD"))
                .href();
    }

    private static ListeCorbeille liste(Onglet onglet, Map<String, String> filtres) {
        Map<String, String> parametres = new java.util.LinkedHashMap<>(filtres);
        parametres.put("onglet", onglet.name());
        return ListeCorbeille.lire(parametres);
    }
}
