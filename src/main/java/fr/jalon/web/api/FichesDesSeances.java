package fr.jalon.web.api;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Centimes;
import fr.jalon.jury.AvisPrepare;
import fr.jalon.jury.AvisPrepares;
import fr.jalon.jury.Bureau;
import fr.jalon.jury.ScrutinVue;
import fr.jalon.jury.Scrutins;
import fr.jalon.seance.DemandeAuJury;
import fr.jalon.seance.EtatSeance;
import fr.jalon.seance.FicheCas;
import fr.jalon.seance.Membre;
import fr.jalon.seance.Point;
import fr.jalon.seance.Quorum;
import fr.jalon.seance.SeanceVue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sessions in the words of the public API. */
@Component
class FichesDesSeances {

    private final Bureau bureau;
    private final Scrutins scrutins;
    private final AvisPrepares avis;

    FichesDesSeances(Bureau bureau, Scrutins scrutins, AvisPrepares avis) {
        this.bureau = bureau;
        this.scrutins = scrutins;
        this.avis = avis;
    }

    record FicheSeance(
            UUID id,
            String numero,
            String instance,
            String etat,
            Instant debut,
            String lieu,
            List<Siege> sieges,
            List<FichePoint> points) {}

    record Siege(UUID id, String nom, String qualite, String presence, UUID suppleantDe) {}

    record FicheQuorum(int requis, int presents, boolean atteint) {}

    /**
     * An item.
     *
     * @param dossier number; left out of an anonymous session for its members
     * @param avisRecus prepared opinions; never what they say
     */
    record FichePoint(
            int numero,
            String etat,
            String dossier,
            String question,
            FicheQuorum quorum,
            List<String> deports,
            int bulletinsRecus,
            int avisRecus,
            String decision,
            BigDecimal montant) {}

    record Part(String financeur, BigDecimal montant, String reponse) {}

    record Fait(String libelle, String texte) {}

    /**
     * The sheet of an item.
     *
     * @param personne left out of an anonymous session
     */
    record Fiche(
            FichePoint point,
            String personne,
            List<Fait> faits,
            BigDecimal cout,
            BigDecimal demande,
            List<Part> plan,
            AvisPrepare monAvis) {}

    record Avis(String membre, AvisPrepare avis) {}

    FicheSeance seance(SeanceVue s, Agent agent) {
        return new FicheSeance(
                s.id(),
                s.numero(),
                s.instance(),
                s.etat() == EtatSeance.TENUE ? "OUVERTE" : s.etat().name(),
                s.debut(),
                s.lieu(),
                s.membres().stream().map(FichesDesSeances::siege).toList(),
                bureau.points(s, agent).stream().map(p -> point(s, p, agent)).toList());
    }

    private static Siege siege(Membre m) {
        return new Siege(m.id(), m.nom(), m.qualite(), m.presence().name(), m.suppleantDe());
    }

    FichePoint point(SeanceVue s, int numero, Agent agent) {
        return s.points().stream()
                .filter(p -> p.rang() == numero)
                .map(p -> point(s, p, agent))
                .findFirst()
                .orElseThrow();
    }

    private FichePoint point(SeanceVue s, Point p, Agent agent) {
        Quorum q = bureau.quorum(s, p);
        List<ScrutinVue> votes = scrutins.duPoint(p.id());
        boolean cache = s.anonyme() && bureau.siege(s, agent).isPresent();
        return new FichePoint(
                p.rang(),
                etat(p, votes),
                cache ? null : p.numeroDossier(),
                bureau.question(p),
                new FicheQuorum(q.necessaires(), q.presents(), q.atteint()),
                p.deports().stream()
                        .map(d -> s.membre(d.membreId()).map(Membre::nom).orElse(""))
                        .toList(),
                votes.isEmpty() ? 0 : votes.get(votes.size() - 1).votants().size(),
                avis.recus(p.id()),
                p.avis(),
                p.montant() == null ? null : Centimes.enEuros(p.montant()));
    }

    private static String etat(Point p, List<ScrutinVue> votes) {
        return switch (p.etat()) {
            case ATTENDU -> votes.stream().anyMatch(ScrutinVue::ouvert) ? "OUVERT" : "A_VENIR";
            case RENDU -> "AJOURNEMENT".equals(p.avis()) ? "AJOURNE" : "CLOS";
            case REPORTE -> "AJOURNE";
            case RETIRE -> "RETIRE";
        };
    }

    Fiche fiche(SeanceVue s, Point p, FicheCas fiche, Agent agent) {
        var demande = bureau.demande(p);
        return new Fiche(
                point(s, p, agent),
                fiche.personne(),
                fiche.faits().stream()
                        .map(f -> new Fait(f.libelle(), f.texte()))
                        .toList(),
                demande.map(d -> Centimes.enEuros(d.cout())).orElse(null),
                demande.map(d -> Centimes.enEuros(d.demande())).orElse(null),
                demande.map(DemandeAuJury::plan).orElse(List.of()).stream()
                        .map(x -> new Part(x.financeur(), Centimes.enEuros(x.montant()), x.reponse()))
                        .toList(),
                avis.leMien(s, p, agent).orElse(null));
    }
}
