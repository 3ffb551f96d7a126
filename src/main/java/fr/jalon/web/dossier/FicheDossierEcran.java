package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.corbeille.LigneCorbeille;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.dispositif.Envois;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Pieces;
import fr.jalon.dossier.Retenues;
import fr.jalon.moteur.Incidents;
import fr.jalon.moteur.ParcoursFacultatifs;
import fr.jalon.piece.FichierVue;
import fr.jalon.piece.Fichiers;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import fr.jalon.web.courrier.MotsCourrier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a dossier shows, with or without a task: person, line, clock, pieces, decision, situation, letters, history. */
@Component
class FicheDossierEcran {

    private static final int FAITS_MONTRES = 12;

    private final Dossiers dossiers;
    private final Pieces pieces;
    private final Fichiers fichiers;
    private final Courriers courriers;
    private final Envois envois;
    private final Corbeille corbeille;
    private final Antennes antennes;
    private final Horloge horloge;
    private final CartePersonne carte;
    private final Stations stations;
    private final HistoireEcran histoire;
    private final Map<String, Volet.Fabrique> volets;
    private final Codes codes;
    private final VoletLibre voletLibre;
    private final ParcoursFacultatifs facultatifs;
    private final MotsCourrier motsCourrier;
    private final Incidents incidents;
    private final Retenues retenues;

    FicheDossierEcran(
            Dossiers dossiers,
            Pieces pieces,
            Fichiers fichiers,
            Courriers courriers,
            Envois envois,
            Corbeille corbeille,
            Antennes antennes,
            Horloge horloge,
            CartePersonne carte,
            Stations stations,
            HistoireEcran histoire,
            List<Volet.Fabrique> volets,
            Codes codes,
            VoletLibre voletLibre,
            ParcoursFacultatifs facultatifs,
            MotsCourrier motsCourrier,
            Incidents incidents,
            Retenues retenues) {
        this.dossiers = dossiers;
        this.pieces = pieces;
        this.fichiers = fichiers;
        this.courriers = courriers;
        this.envois = envois;
        this.corbeille = corbeille;
        this.antennes = antennes;
        this.horloge = horloge;
        this.carte = carte;
        this.stations = stations;
        this.histoire = histoire;
        this.volets = volets.stream().collect(Collectors.toMap(Volet.Fabrique::dispositif, Function.identity()));
        this.codes = codes;
        this.voletLibre = voletLibre;
        this.facultatifs = facultatifs;
        this.motsCourrier = motsCourrier;
        this.incidents = incidents;
        this.retenues = retenues;
    }

    /** A letter in the list. */
    record Lettre(UUID id, String objet, String detail, Vues.Badge badge) {}

    /** What was handed over to another organisation. */
    record EnvoiEcran(String texte, String detail, boolean fait) {}

    void remplir(DossierVue dossier, Agent agent, Model model) {
        boolean agit = agent.portee().couvre(dossier.antenne());
        model.addAttribute("lectureSeule", !agit);
        model.addAttribute("retenu", retenues.retenu(dossier.id()));
        List<LigneCorbeille> taches = corbeille.duDossier(dossier.id());
        model.addAttribute("dossier", dossier);
        model.addAttribute(
                "echecs",
                incidents.duDossier(dossier.id()).stream()
                        .map(FicheDossierEcran::echec)
                        .toList());
        model.addAttribute("stations", stations.de(dossier, taches));
        model.addAttribute("delai", DelaiEcran.de(dossier, horloge.aujourdhui(), codes));
        model.addAttribute("lePlus", resume(dossier));
        pieces(dossier, agent, model);
        Volet.Fabrique fabrique = volets.get(dossier.dispositif());
        Volet volet = fabrique == null ? voletLibre.de(dossier) : fabrique.de(dossier, agent);
        model.addAttribute("personne", carte.de(dossier, volet.foyer(), agent));
        model.addAttribute("decisions", volet.decisions());
        model.addAttribute("actes", volet.actes());
        model.addAttribute("organismes", volet.organismes());
        model.addAttribute("situation", volet.situation());
        model.addAttribute("correction", volet.adresseCorrection());
        model.addAttribute(
                "liens",
                Stream.concat(
                                volet.liens().stream(),
                                facultatifs.lies(dossier.id()).stream().map(this::lie))
                        .toList());
        model.addAttribute(
                "lettres",
                courriers.parDossier(dossier.id()).stream().map(this::lettre).toList());
        model.addAttribute(
                "envois",
                envois.duDossier(dossier.id()).stream().map(this::envoi).toList());
        List<Vues.Fait> faits = histoire.de(dossiers.histoire(dossier.id()));
        model.addAttribute("faits", faits.subList(0, Math.min(FAITS_MONTRES, faits.size())));
        model.addAttribute("anciens", faits.subList(Math.min(FAITS_MONTRES, faits.size()), faits.size()));
        model.addAttribute(
                "peutNoter", agit && agent.aUnDe(Role.ACCUEIL, Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE));
    }

    private void pieces(DossierVue dossier, Agent agent, Model model) {
        List<FichierVue> recus = fichiers.duDossier(dossier.id());
        List<PieceEcran> attendues = pieces.liste(dossier.id()).stream()
                .map(p -> PieceEcran.de(p, recus))
                .toList();
        model.addAttribute("pieces", attendues);
        Volet.Fabrique fabrique = volets.get(dossier.dispositif());
        model.addAttribute("montrePieces", !attendues.isEmpty() || (fabrique != null && fabrique.reposeSurDesPieces()));
        boolean ouvert = !dossier.clos() && agent.portee().couvre(dossier.antenne());
        model.addAttribute("peutJuger", ouvert && agent.aUnDe(Role.INSTRUCTEUR, Role.RESPONSABLE_ANTENNE));
        model.addAttribute(
                "peutRecevoir",
                ouvert && agent.aUnDe(Role.ACCUEIL, Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE));
    }

    private List<Vues.Paire> resume(DossierVue dossier) {
        List<Vues.Paire> paires = new ArrayList<>();
        paires.add(new Vues.Paire(
                "État", dossier.clos() ? "Terminé : " + dossier.issue().libelle() : codes.etat(dossier)));
        paires.add(new Vues.Paire("Ouverture", dossiers.ouverture(dossier) + ", le " + Mots.jour(dossier.deposeLe())));
        paires.add(new Vues.Paire("Antenne", antennes.parCode(dossier.antenne()).nom()));
        if (dossier.urgent()) {
            paires.add(new Vues.Paire("Urgence", dossier.motifUrgence()));
        }
        return paires;
    }

    /** In trade words: what did not work, and when it is tried again. */
    private static String echec(Incidents.Incident i) {
        String quoi = "L’étape « " + i.etape() + " » n’a pas abouti ; ";
        return quoi
                + (i.arrete()
                        ? "l’administrateur doit la relancer."
                        : "prochain essai le " + Mots.moment(i.prochainEssai()) + ".");
    }

    private Lettre lettre(CourrierVue c) {
        String detail = c.numero() + ", écrit le " + Mots.moment(c.creeLe()) + ", " + motsCourrier.etat(c);
        return new Lettre(c.id(), Mots.majuscule(c.objet()), detail, motsCourrier.badge(c));
    }

    private Vues.Lien lie(DossierVue autre) {
        String parcours = facultatifs.libelle(autre.dispositif());
        return new Vues.Lien(
                "/dossiers/" + autre.numero(), (parcours == null ? "Dossier" : parcours) + " " + autre.numero());
    }

    private EnvoiEcran envoi(Envois.Envoi e) {
        return new EnvoiEcran(
                codes.mots("envoi", e.objet()) + " à " + codes.mots("organisme", e.destinataire()),
                e.envoyeLe() == null ? "part dans quelques instants" : "remise le " + Mots.moment(e.envoyeLe()),
                e.envoyeLe() != null);
    }
}
