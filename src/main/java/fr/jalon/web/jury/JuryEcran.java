package fr.jalon.web.jury;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Centimes;
import fr.jalon.jury.AvisOuvert;
import fr.jalon.jury.AvisPrepare;
import fr.jalon.jury.AvisPrepares;
import fr.jalon.jury.Bureau;
import fr.jalon.jury.Critere;
import fr.jalon.jury.Depouillement;
import fr.jalon.jury.EnveloppeEnSeance;
import fr.jalon.jury.LiensDetectes;
import fr.jalon.jury.Rapprochement;
import fr.jalon.jury.Resultat;
import fr.jalon.jury.ScrutinVue;
import fr.jalon.jury.Scrutins;
import fr.jalon.seance.DemandeAuJury;
import fr.jalon.seance.EtatPoint;
import fr.jalon.seance.Instances;
import fr.jalon.seance.Membre;
import fr.jalon.seance.Point;
import fr.jalon.seance.Quorum;
import fr.jalon.seance.SeanceVue;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** A session that votes, in words, for its screens. */
@Component
class JuryEcran {

    private static final List<String> TEINTES = List.of("accent", "info", "attente", "ok", "retard");

    private final Bureau bureau;
    private final Scrutins scrutins;
    private final AvisPrepares avis;
    private final LiensDetectes detectes;
    private final Instances instances;

    JuryEcran(Bureau bureau, Scrutins scrutins, AvisPrepares avis, LiensDetectes detectes, Instances instances) {
        this.bureau = bureau;
        this.scrutins = scrutins;
        this.avis = avis;
        this.detectes = detectes;
        this.instances = instances;
    }

    /** An item in the list of a member. */
    record Ligne(UUID id, int rang, String titre, String demande, List<Vues.Badge> badges, boolean lie) {}

    /** A line of the plan; where its bar begins and how wide it is, in percent of the cost. */
    record Part(String financeur, String montant, String reponse, double debut, double largeur, String teinte) {}

    /** What is asked, as a table and as a bar. */
    record Demande(String objet, String cout, String demande, String quartier, List<Part> parts) {}

    /**
     * A vote in words.
     *
     * @param resultat null while it is open
     */
    record Vote(String objet, boolean secret, boolean ouvert, Vues.Badge resultat, String voix) {}

    /** A seat of an open vote: whether it has voted, never how. */
    record Votant(UUID id, String nom, boolean aVote) {}

    /** A prepared opinion that is read. */
    record AvisLu(String membre, String recommandation, List<Vues.Paire> notes, String commentaire) {}

    String titre(SeanceVue s) {
        return instances.regle(s.instance(), s.jour()).libelle() + ", " + Mots.jour(s.jour());
    }

    static Vues.Badge etat(SeanceVue s) {
        return switch (s.etat()) {
            case EN_PREPARATION -> new Vues.Badge("attention", s.etat().libelle());
            case CONVOQUEE -> new Vues.Badge("info", "À préparer");
            case TENUE -> new Vues.Badge("attente", "En cours");
            case CLOSE -> new Vues.Badge("attention", "Close, procès-verbal à signer");
            case SIGNEE -> new Vues.Badge("ok", "Procès-verbal signé");
            case ANNULEE -> new Vues.Badge("neutre", s.etat().libelle());
        };
    }

    /** What a case is called: never its person in an anonymous session. */
    static String nom(SeanceVue s, Point p) {
        return s.anonyme() ? "Dossier n° " + p.rang() : p.rang() + ". " + p.numeroDossier();
    }

    List<Ligne> lignes(SeanceVue s, Agent agent) {
        Optional<Membre> moi = bureau.siege(s, agent);
        return bureau.points(s, agent).stream()
                .map(p -> new Ligne(
                        p.id(),
                        p.rang(),
                        nom(s, p) + " : " + bureau.question(p),
                        bureau.demande(p)
                                .map(d -> Centimes.enFrancais(d.demande()) + " demandés au CCAS")
                                .orElse(null),
                        badges(s, p, agent),
                        moi.filter(m -> lie(s, p, m)).isPresent()))
                .toList();
    }

    private boolean lie(SeanceVue s, Point p, Membre moi) {
        return detectes.rapprochements(s, p).stream()
                .anyMatch(r -> r.membreId().equals(moi.id()) && !r.pourLaPresidence());
    }

    List<Rapprochement> liens(SeanceVue s, Point p, Agent agent) {
        boolean preside = bureau.president(s, p)
                .filter(m -> agent.identifiant().equals(m.identifiant()))
                .isPresent();
        UUID moi = bureau.siege(s, agent).map(Membre::id).orElse(null);
        return detectes.rapprochements(s, p).stream()
                .filter(r -> !p.deporte(r.membreId()))
                .filter(r -> preside || (r.membreId().equals(moi) && !r.pourLaPresidence()))
                .toList();
    }

    private List<Vues.Badge> badges(SeanceVue s, Point p, Agent agent) {
        List<Vues.Badge> badges = new ArrayList<>();
        badges.add(etat(p));
        if (p.attendu() && !avis.grille(s, p).isEmpty()) {
            int titulaires =
                    (int) s.membres().stream().filter(Membre::titulaire).count();
            boolean fait = avis.leMien(s, p, agent).isPresent();
            if (bureau.siege(s, agent).isPresent()) {
                badges.add(
                        fait ? new Vues.Badge("ok", "Mon avis est prêt") : new Vues.Badge("neutre", "Avis à préparer"));
            }
            badges.add(new Vues.Badge("info", avis.recus(p.id()) + " avis reçus sur " + titulaires));
        }
        return badges;
    }

    Vues.Badge etat(Point p) {
        List<ScrutinVue> votes = scrutins.duPoint(p.id());
        if (p.attendu()) {
            return votes.stream().anyMatch(ScrutinVue::ouvert)
                    ? new Vues.Badge("attente", "Vote ouvert")
                    : votes.isEmpty() || votes.get(votes.size() - 1).depouillement() == null
                            ? new Vues.Badge("neutre", "À venir")
                            : new Vues.Badge("attention", "Voté, décision à écrire");
        }
        return p.etat() == EtatPoint.RENDU
                ? new Vues.Badge("ok", decision(p))
                : new Vues.Badge("neutre", p.etat().libelle());
    }

    String decision(Point p) {
        String libelle = instances.avis("CAI", p.question()).stream()
                .filter(a -> a.code().equals(p.avis()))
                .map(a -> a.libelle())
                .findFirst()
                .orElse(p.avis());
        return p.montant() == null ? libelle : libelle + " : " + Centimes.enFrancais(p.montant());
    }

    Demande demande(Point p) {
        return bureau.demande(p).map(JuryEcran::demande).orElse(null);
    }

    private static Demande demande(DemandeAuJury d) {
        return new Demande(
                d.objet(), Centimes.enFrancais(d.cout()), Centimes.enFrancais(d.demande()), d.quartier(), parts(d));
    }

    private static List<Part> parts(DemandeAuJury d) {
        List<Part> parts = new ArrayList<>();
        double debut = 0;
        for (DemandeAuJury.Part x : d.plan()) {
            double largeur = d.cout() == 0 ? 0 : 100.0 * x.montant() / d.cout();
            parts.add(new Part(
                    x.financeur(),
                    Centimes.enFrancais(x.montant()),
                    x.reponse(),
                    debut,
                    largeur,
                    TEINTES.get(parts.size() % TEINTES.size())));
            debut += largeur;
        }
        return parts;
    }

    List<Vote> votes(Point p) {
        return scrutins.duPoint(p.id()).stream().map(JuryEcran::vote).toList();
    }

    Optional<ScrutinVue> ouvert(Point p) {
        return scrutins.duPoint(p.id()).stream().filter(ScrutinVue::ouvert).findFirst();
    }

    Optional<ScrutinVue> dernier(Point p) {
        List<ScrutinVue> votes = scrutins.duPoint(p.id());
        return votes.isEmpty() ? Optional.empty() : Optional.of(votes.get(votes.size() - 1));
    }

    private static Vote vote(ScrutinVue s) {
        Depouillement d = s.depouillement();
        return new Vote(
                s.montant() == null
                        ? "Accorder l’aide, au plus ce qui est demandé"
                        : "Accorder " + Centimes.enFrancais(s.montant()),
                s.secret(),
                s.ouvert(),
                d == null
                        ? (s.ouvert() ? null : new Vues.Badge("neutre", "Abandonné"))
                        : new Vues.Badge(etat(d.resultat()), d.resultat().libelle()),
                d == null
                        ? null
                        : d.pour() + " pour, " + d.contre() + " contre, " + d.abstentions()
                                + (d.abstentions() > 1 ? " abstentions" : " abstention"));
    }

    private static String etat(Resultat resultat) {
        return switch (resultat) {
            case ADOPTE -> "ok";
            case REJETE -> "erreur";
            case PARTAGE -> "attention";
        };
    }

    List<Votant> votants(SeanceVue s, Point p, ScrutinVue scrutin) {
        return bureau.votants(s, p).stream()
                .map(m -> new Votant(m.id(), votant(s, m), scrutin.aVote(m.id())))
                .toList();
    }

    /** A seat that votes by proxy says whose hand casts its ballot. */
    private static String votant(SeanceVue s, Membre m) {
        return m.present()
                ? m.nom()
                : m.nom() + ", pouvoir à "
                        + s.membre(m.pouvoir().mandataire()).map(Membre::nom).orElse("");
    }

    Vues.Badge quorum(SeanceVue s, Point p) {
        Quorum q = bureau.quorum(s, p);
        return new Vues.Badge(
                q.atteint() ? "ok" : "erreur",
                q.presents() + " présents sur " + q.sieges() + ", il en faut " + q.necessaires());
    }

    List<AvisLu> avisLus(SeanceVue s, Point p, Agent agent) {
        List<Critere> grille = avis.grille(s, p);
        return avis.tous(s, p, agent).stream().map(a -> lu(a, grille)).toList();
    }

    private static AvisLu lu(AvisOuvert a, List<Critere> grille) {
        AvisPrepare avis = a.avis();
        return new AvisLu(
                a.membre(),
                avis.recommandation().libelle(),
                grille.stream()
                        .map(c -> new Vues.Paire(c.libelle(), avis.note(c.code()) + " sur " + Critere.MAX))
                        .toList(),
                avis.commentaire());
    }

    static List<Vues.Choix> notes() {
        return IntStream.rangeClosed(Critere.MIN, Critere.MAX)
                .mapToObj(n -> new Vues.Choix(Integer.toString(n), Integer.toString(n), null))
                .toList();
    }

    /** An envelope of the session, each figure in French. */
    record Enveloppe(
            String libelle,
            String vote,
            String engage,
            String reserve,
            String accorde,
            String disponible,
            String enAttente,
            String reste,
            boolean deborde,
            String premier) {}

    static Enveloppe enveloppe(EnveloppeEnSeance e) {
        return new Enveloppe(
                e.libelle(),
                Centimes.enFrancais(e.vote()),
                Centimes.enFrancais(e.engage()),
                Centimes.enFrancais(e.reserve()),
                Centimes.enFrancais(e.accorde()),
                Centimes.enFrancais(e.disponible()),
                Centimes.enFrancais(e.enAttente()),
                Centimes.enFrancais(e.resteSiToutPasse()),
                e.resteSiToutPasse() < 0,
                e.premierQuiNePassePlus());
    }
}
