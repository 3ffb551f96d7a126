package fr.jalon.web.jury;

import fr.jalon.agent.Agent;
import fr.jalon.jury.AvisPrepare;
import fr.jalon.jury.AvisPrepares;
import fr.jalon.jury.Bureau;
import fr.jalon.jury.Critere;
import fr.jalon.jury.FicheSimple;
import fr.jalon.jury.LiensSignales;
import fr.jalon.jury.NotesDeMembre;
import fr.jalon.jury.PiecesDuPoint;
import fr.jalon.jury.ScrutinVue;
import fr.jalon.jury.Sens;
import fr.jalon.seance.EtatSeance;
import fr.jalon.seance.Membre;
import fr.jalon.seance.Point;
import fr.jalon.seance.SeanceVue;
import fr.jalon.web.commun.Vues;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** One item on the desk of a member: what is asked, its sheet, its vote, its opinion, its note. */
@Component
class PagePoint {

    private final Bureau bureau;
    private final AvisPrepares avis;
    private final LiensSignales liens;
    private final NotesDeMembre notes;
    private final FicheSimple simple;
    private final PiecesDuPoint pieces;
    private final JuryEcran ecran;

    PagePoint(
            Bureau bureau,
            AvisPrepares avis,
            LiensSignales liens,
            NotesDeMembre notes,
            FicheSimple simple,
            PiecesDuPoint pieces,
            JuryEcran ecran) {
        this.bureau = bureau;
        this.avis = avis;
        this.liens = liens;
        this.notes = notes;
        this.simple = simple;
        this.pieces = pieces;
        this.ecran = ecran;
    }

    /** The page of an item, with what was typed when an act was refused. */
    String montrer(UUID id, UUID pointId, Map<String, String> saisie, Agent agent, Model model) {
        SeanceVue seance = bureau.seance(id, agent);
        Point point = bureau.point(seance, pointId, agent);
        boolean achevee = seance.etat().achevee();
        model.addAttribute("seance", seance);
        model.addAttribute("titre", JuryEcran.nom(seance, point));
        model.addAttribute("fiche", achevee ? null : bureau.fiche(seance, point, agent));
        model.addAttribute("question", bureau.question(point));
        model.addAttribute("demande", ecran.demande(point));
        model.addAttribute("membre", bureau.siege(seance, agent).isPresent());
        model.addAttribute("conduit", bureau.conduit(seance, agent));
        model.addAttribute("pieces", pieces.de(seance, point, agent));
        model.addAttribute("piecesRetenues", pieces.retenues(seance, agent));
        model.addAttribute("liens", ecran.liens(seance, point, agent));
        signaler(seance, point, saisie, agent, model);
        voter(seance, point, agent, model);
        preparer(seance, point, saisie, agent, model);
        voisins(seance, point, agent, model);
        model.addAttribute("retour", new Vues.Lien("/jury/" + id, ecran.titre(seance)));
        return "jury/point";
    }

    /** The vote alone. */
    void voter(SeanceVue seance, Point point, Agent agent, Model model) {
        Optional<ScrutinVue> ouvert = ecran.ouvert(point);
        Optional<Membre> moi = bureau.siege(seance, agent);
        model.addAttribute("seance", seance);
        model.addAttribute("point", point);
        model.addAttribute("votes", ecran.votes(point));
        model.addAttribute("etatPoint", ecran.etat(point));
        model.addAttribute("ouvert", ouvert.isPresent());
        model.addAttribute("secret", ouvert.filter(ScrutinVue::secret).isPresent());
        model.addAttribute(
                "peutVoter",
                moi.filter(m -> bureau.votants(seance, point).stream().anyMatch(v -> v.id().equals(m.id())))
                        .isPresent());
        model.addAttribute(
                "aVote",
                ouvert.filter(s -> moi.filter(m -> s.aVote(m.id())).isPresent()).isPresent());
        model.addAttribute("enCours", seance.etat() == EtatSeance.TENUE && point.attendu());
        model.addAttribute(
                "mandats",
                bureau.votants(seance, point).stream()
                        .filter(v -> !v.present()
                                && moi.filter(m -> v.aDonnePouvoirA(m.id())).isPresent())
                        .map(v -> new JuryEcran.Votant(
                                v.id(),
                                v.nom(),
                                ouvert.filter(s -> s.aVote(v.id())).isPresent()))
                        .toList());
    }

    private void preparer(SeanceVue seance, Point point, Map<String, String> saisie, Agent agent, Model model) {
        List<Critere> grille = avis.grille(seance, point);
        Optional<AvisPrepare> mien = avis.leMien(seance, point, agent);
        boolean voteCommence = !ecran.votes(point).isEmpty();
        model.addAttribute("grille", grille);
        model.addAttribute("notes", JuryEcran.notes());
        model.addAttribute("mien", mien.orElse(null));
        model.addAttribute("saisie", saisie);
        model.addAttribute(
                "preparable",
                bureau.siege(seance, agent).isPresent()
                        && !grille.isEmpty()
                        && !voteCommence
                        && point.attendu()
                        && !seance.etat().finie());
        model.addAttribute("recus", avis.recus(point.id()));
        model.addAttribute("avisLus", voteCommence ? ecran.avisLus(seance, point, agent) : List.of());
        model.addAttribute(
                "sens",
                Arrays.stream(Sens.values())
                        .map(s -> new Vues.Choix(s.name(), s.libelle(), null))
                        .toList());
    }

    /** What the member says of the ties that are shown to it, and its note. */
    private void signaler(SeanceVue seance, Point point, Map<String, String> saisie, Agent agent, Model model) {
        Optional<Membre> moi = bureau.siege(seance, agent);
        String raison = moi.map(m -> liens.raisons(point.id()).get(m.id())).orElse(null);
        model.addAttribute(
                "lienAMoi",
                moi.filter(m -> ecran.liens(seance, point, agent).stream()
                                .anyMatch(l -> !l.pourLaPresidence() && m.id().equals(l.membreId())))
                        .isPresent());
        model.addAttribute("raisonLien", raison);
        model.addAttribute("simple", simple.de(seance, point));
        model.addAttribute("notable", moi.isPresent() && seance.signature() == null);
        model.addAttribute("note", saisie.getOrDefault("note", notes.laMienne(seance, point, agent)));
    }

    /** Where an item stands among those of the caller. */
    void voisins(SeanceVue seance, Point point, Agent agent, Model model) {
        List<Point> points = bureau.points(seance, agent);
        int ici = points.indexOf(point);
        model.addAttribute("rang", ici + 1);
        model.addAttribute("total", points.size());
        model.addAttribute("precedent", ici > 0 ? points.get(ici - 1).id() : null);
        model.addAttribute(
                "suivant", ici < points.size() - 1 ? points.get(ici + 1).id() : null);
    }
}
