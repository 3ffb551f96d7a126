package fr.jalon.web.corbeille;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Page;
import fr.jalon.corbeille.AffichageCorbeille;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.corbeille.Equipe;
import fr.jalon.corbeille.FiltreCorbeille;
import fr.jalon.corbeille.Geste;
import fr.jalon.corbeille.LigneCorbeille;
import fr.jalon.corbeille.LotsDeTaches;
import fr.jalon.corbeille.Onglet;
import fr.jalon.corbeille.Ordre;
import fr.jalon.corbeille.VuesCorbeille;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.Vues;
import fr.jalon.web.corbeille.LectureDesFiltres.Lecture;
import fr.jalon.web.corbeille.Referentiel.Noms;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of the queue: tabs, views, filters, rows, and what may be done on several of them. */
@Component
class PageCorbeille {

    /** What may be done on many tasks, by tab; entrusting, and taking back from a colleague, are the responsable's. */
    private static final int VUES_MONTREES = 6;

    private static final Map<Onglet, List<Geste>> GESTES = new EnumMap<>(Map.of(
            Onglet.A_PRENDRE, List.of(Geste.PRENDRE, Geste.CONFIER),
            Onglet.A_MOI, List.of(Geste.REMETTRE, Geste.CONFIER),
            Onglet.CHEZ_COLLEGUES, List.of(Geste.REMETTRE, Geste.CONFIER)));

    private final Corbeille corbeille;
    private final Equipe equipe;
    private final VuesCorbeille vues;
    private final AffichageCorbeille affichage;
    private final LotsDeTaches lots;
    private final LectureDesFiltres lecture;
    private final Referentiel referentiel;
    private final Horloge horloge;

    PageCorbeille(
            Corbeille corbeille,
            Equipe equipe,
            VuesCorbeille vues,
            AffichageCorbeille affichage,
            LotsDeTaches lots,
            LectureDesFiltres lecture,
            Referentiel referentiel,
            Horloge horloge) {
        this.corbeille = corbeille;
        this.equipe = equipe;
        this.vues = vues;
        this.affichage = affichage;
        this.lots = lots;
        this.lecture = lecture;
        this.referentiel = referentiel;
        this.horloge = horloge;
    }

    String rendre(ListeCorbeille liste, Agent agent, HttpSession session, Model model) {
        Noms noms = referentiel.pour(agent);
        Lecture lue = lecture.lire(liste, session, agent, noms);
        AffichageCorbeille.Choix choix = affichage.de(agent);
        model.addAttribute("fautes", lue.fautes());
        model.addAttribute("filtres", FiltresEcran.de(liste, lue.filtre().q(), noms));
        model.addAttribute("ordres", FiltresEcran.ordres());
        model.addAttribute("onglet", liste.onglet().name());
        model.addAttribute("liste", liste.requete());
        model.addAttribute("choisi", liste.adresse().parametres());
        model.addAttribute("tri", tris(liste));
        model.addAttribute("colonnes", colonnes(liste, lue.filtre()));
        model.addAttribute("mots", lue.filtre().q());
        model.addAttribute("hrefSansFiltre", liste.sansFiltre().href());
        model.addAttribute("serre", choix.serre());
        model.addAttribute("tailles", affichage.tailles());
        lignes(liste, lue, taille(liste, choix), agent, model);
        List<VueEcran> toutes = vues(liste, agent);
        model.addAttribute("vues", montrees(toutes));
        model.addAttribute("nombreDeVues", toutes.size());
        if (liste.onglet() == Onglet.CHEZ_COLLEGUES && agent.a(Role.RESPONSABLE_ANTENNE)) {
            model.addAttribute("charges", ChargeEcran.toutes(equipe.charges(agent), agent));
        }
        gestes(liste.onglet(), noms, agent, model);
        return "corbeille/corbeille";
    }

    private void lignes(ListeCorbeille liste, Lecture lue, int taille, Agent agent, Model model) {
        int numero = page(liste);
        Map<Onglet, Long> compteurs = lue.juste() ? corbeille.compteurs(lue.filtre(), agent) : Map.of();
        List<LigneCorbeille> lignes = lue.juste() ? corbeille.page(lue.filtre(), numero, taille, agent) : List.of();
        long total = compteurs.getOrDefault(liste.onglet(), 0L);
        Page<LigneCorbeille> page = new Page<>(lignes, numero, taille, total);
        model.addAttribute("onglets", onglets(liste, compteurs));
        model.addAttribute("taille", taille);
        model.addAttribute("total", total);
        model.addAttribute("auPlus", lots.auPlus());
        model.addAttribute(
                "lignes",
                lignes.stream()
                        .map(l -> LigneEcran.de(l, href(l, liste), horloge.aujourdhui()))
                        .toList());
        model.addAttribute("page", liste.adresse().pages(page));
    }

    /** The number of the page; what is no number is the first. */
    static int page(ListeCorbeille liste) {
        String page = liste.valeur("page");
        return page != null && page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
    }

    /** The size that the address says, when it is one that is offered; else the one that the account chose. */
    private int taille(ListeCorbeille liste, AffichageCorbeille.Choix choix) {
        return affichage.tailles().stream()
                .filter(t -> t.toString().equals(liste.valeur("taille")))
                .findFirst()
                .orElse(choix.taille());
    }

    private static String href(LigneCorbeille ligne, ListeCorbeille liste) {
        return liste.onglet() == Onglet.TERMINEES ? "/dossiers/" + ligne.numero() : liste.hrefTache(ligne.tacheId());
    }

    private static List<Vues.Onglet> onglets(ListeCorbeille liste, Map<Onglet, Long> compteurs) {
        return Arrays.stream(Onglet.values())
                .map(o -> new Vues.Onglet(
                        liste.adresse().avec("onglet", o.name()).sans("page").href(),
                        o.libelle(),
                        compteurs.containsKey(o) ? Math.toIntExact(compteurs.get(o)) : null,
                        o == liste.onglet(),
                        o.explication()))
                .toList();
    }

    /** The two first keys chosen, for the fields of the form. */
    private static List<String> tris(ListeCorbeille liste) {
        List<String> tris = liste.valeurs("tri");
        return List.of(tris.isEmpty() ? Ordre.Cle.ECHEANCE.name() : tris.get(0), tris.size() < 2 ? "" : tris.get(1));
    }

    /** The heading of a column that sorts: its address, and how the list is sorted by it now. */
    public record Colonne(String href, String sens) {}

    private static Map<String, Colonne> colonnes(ListeCorbeille liste, FiltreCorbeille filtre) {
        Ordre premier = filtre.ordres().get(0);
        Map<String, Colonne> colonnes = new LinkedHashMap<>();
        for (Ordre.Cle cle : Ordre.Cle.values()) {
            boolean ici = premier.cle() == cle;
            String suite = (ici && !premier.inverse() ? "-" : "") + cle.name();
            String sens = !ici ? null : premier.inverse() ? "descending" : "ascending";
            colonnes.put(
                    cle.name(),
                    new Colonne(liste.adresse().avec("tri", suite).sans("page").href(), sens));
        }
        return colonnes;
    }

    /** A view among the links above the queue. */
    public record VueEcran(String href, String nom, boolean ouverte, boolean partagee) {}

    private List<VueEcran> vues(ListeCorbeille liste, Agent agent) {
        Adresse ici = liste.adresse().sans("page").sans("q");
        return vues.de(agent).stream()
                .map(v -> new VueEcran(
                        "/corbeille/vues/" + v.id(),
                        v.nom(),
                        ListeCorbeille.relire(v.parametres()).adresse().equals(ici),
                        v.partagee()))
                .toList();
    }

    /** The first views and the one that is open: an antenne that shares many does not push its queue down the screen. */
    static List<VueEcran> montrees(List<VueEcran> toutes) {
        List<VueEcran> premieres = toutes.subList(0, Math.min(VUES_MONTREES, toutes.size()));
        return Stream.concat(
                        premieres.stream(),
                        toutes.stream().skip(premieres.size()).filter(VueEcran::ouverte))
                .toList();
    }

    private static void gestes(Onglet onglet, Noms noms, Agent agent, Model model) {
        boolean responsable = agent.a(Role.RESPONSABLE_ANTENNE);
        Set<Geste> permis = new java.util.LinkedHashSet<>(GESTES.getOrDefault(onglet, List.of()));
        if (!responsable) {
            permis.remove(Geste.CONFIER);
            if (onglet == Onglet.CHEZ_COLLEGUES) {
                permis.clear();
            }
        }
        model.addAttribute("gestes", permis.stream().map(Enum::name).toList());
        if (permis.contains(Geste.CONFIER)) {
            model.addAttribute(
                    "destinataires",
                    noms.agents().entrySet().stream()
                            .map(a -> new Vues.Choix(a.getKey(), a.getValue(), null))
                            .toList());
        }
        for (String saisi : List.of("choisies", "tous", "destinataire", "motif", "nomDeVue", "partagee")) {
            if (!model.containsAttribute(saisi)) {
                model.addAttribute(saisi, saisi.equals("choisies") ? List.of() : null);
            }
        }
    }
}
