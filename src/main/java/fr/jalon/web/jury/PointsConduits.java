package fr.jalon.web.jury;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Centimes;
import fr.jalon.jury.Bureau;
import fr.jalon.jury.Depouillement;
import fr.jalon.jury.LiensSignales;
import fr.jalon.jury.Resultat;
import fr.jalon.jury.ScrutinVue;
import fr.jalon.seance.Instances;
import fr.jalon.seance.Point;
import fr.jalon.seance.SeanceVue;
import fr.jalon.web.commun.Vues;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The items of a session for who conducts it: votes, voters, what may be decided, ties. */
@Component
class PointsConduits {

    private final Bureau bureau;
    private final LiensSignales liens;
    private final Instances instances;
    private final JuryEcran ecran;

    PointsConduits(Bureau bureau, LiensSignales liens, Instances instances, JuryEcran ecran) {
        this.bureau = bureau;
        this.liens = liens;
        this.instances = instances;
        this.ecran = ecran;
    }

    /** A tie that was shown, and what became of it. */
    record Lien(String membre, String dit, Vues.Badge etat) {}

    /**
     * An item for who conducts.
     *
     * @param phase {@code ATTENTE}, {@code OUVERT}, {@code VOTE} or {@code FINI}
     */
    record PointConduit(
            UUID id,
            String titre,
            String demande,
            Vues.Badge etat,
            Vues.Badge quorum,
            String phase,
            List<JuryEcran.Vote> votes,
            List<JuryEcran.Votant> votants,
            long ontVote,
            boolean secret,
            List<Vues.Choix> decisions,
            String decisionProposee,
            String montantVote,
            String motifUsuel,
            String motif,
            List<Lien> liens) {}

    /** An item as who conducts sees it. */
    PointConduit de(SeanceVue s, Point p, Agent agent) {
        Optional<ScrutinVue> dernier = ecran.dernier(p);
        Optional<ScrutinVue> ouvert = dernier.filter(ScrutinVue::ouvert);
        List<JuryEcran.Votant> votants = ouvert.map(x -> ecran.votants(s, p, x)).orElse(List.of());
        Resultat resultat = dernier.map(ScrutinVue::depouillement)
                .map(Depouillement::resultat)
                .orElse(null);
        Long vote = dernier.map(ScrutinVue::montant)
                .or(() -> bureau.demande(p).map(d -> d.demande()))
                .orElse(null);
        return new PointConduit(
                p.id(),
                JuryEcran.nom(s, p) + " : " + bureau.question(p),
                bureau.demande(p)
                        .map(d -> Centimes.enFrancais(d.demande()) + " demandés au CCAS, pour un coût de "
                                + Centimes.enFrancais(d.cout()))
                        .orElse(null),
                ecran.etat(p),
                ecran.quorum(s, p),
                phase(p, dernier),
                ecran.votes(p),
                votants,
                votants.stream().filter(JuryEcran.Votant::aVote).count(),
                ouvert.filter(ScrutinVue::secret).isPresent(),
                decisions(s, p, resultat),
                resultat == Resultat.REJETE ? "REFUS" : resultat == Resultat.ADOPTE ? "ACCORD" : null,
                vote == null ? null : Centimes.enEuros(vote).toPlainString().replace('.', ','),
                null,
                p.motif(),
                liens.duPoint(s, p, agent).stream().map(PointsConduits::lien).toList());
    }

    private static String phase(Point p, Optional<ScrutinVue> dernier) {
        if (!p.attendu()) {
            return "FINI";
        }
        return dernier.filter(s -> s.ouvert() || s.depouillement() != null)
                .map(s -> s.ouvert() ? "OUVERT" : "VOTE")
                .orElse("ATTENTE");
    }

    /** Only what the vote allows. */
    private List<Vues.Choix> decisions(SeanceVue s, Point p, Resultat resultat) {
        return instances.avis(s.instance(), p.question()).stream()
                .filter(a -> switch (a.code()) {
                    case "AJOURNEMENT" -> true;
                    case "REFUS" -> resultat == Resultat.REJETE;
                    default -> resultat == Resultat.ADOPTE;
                })
                .map(a -> new Vues.Choix(a.code(), a.libelle(), null))
                .toList();
    }

    private static Lien lien(LiensSignales.Suite s) {
        String dit = s.lien().force().libelle() + " : " + s.lien().raison()
                + (s.raison() == null ? "." : ". Sa réponse : « " + s.raison() + " ».");
        return new Lien(
                s.lien().membre(),
                dit,
                s.sorti()
                        ? new Vues.Badge("ok", "Déporté")
                        : s.raison() == null
                                ? new Vues.Badge("attention", "Sans réponse")
                                : new Vues.Badge("info", "Écarté"));
    }
}
