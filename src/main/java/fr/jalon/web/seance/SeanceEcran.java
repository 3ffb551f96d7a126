package fr.jalon.web.seance;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antennes;
import fr.jalon.commun.Horloge;
import fr.jalon.seance.CasPret;
import fr.jalon.seance.CasPrets;
import fr.jalon.seance.EtatPoint;
import fr.jalon.seance.FicheCas;
import fr.jalon.seance.Fiches;
import fr.jalon.seance.Instances;
import fr.jalon.seance.Membre;
import fr.jalon.seance.MembresSeance;
import fr.jalon.seance.Point;
import fr.jalon.seance.Presence;
import fr.jalon.seance.Quorum;
import fr.jalon.seance.RegleInstance;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Seances;
import fr.jalon.seance.Tenue;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A session in words, for its screens. */
@Component
class SeanceEcran {

    private final Antennes antennes;
    private final MembresSeance membres;
    private final Instances instances;
    private final CasPrets cas;
    private final Fiches fiches;
    private final Tenue tenue;
    private final Seances seances;

    SeanceEcran(
            Antennes antennes,
            MembresSeance membres,
            Instances instances,
            CasPrets cas,
            Fiches fiches,
            Tenue tenue,
            Seances seances) {
        this.antennes = antennes;
        this.membres = membres;
        this.instances = instances;
        this.cas = cas;
        this.fiches = fiches;
        this.tenue = tenue;
        this.seances = seances;
    }

    /** A row of a list of sessions. */
    record Ligne(String href, String quand, String instance, String antenne, String lieu, Vues.Badge etat) {}

    /** A member of the session. */
    record Siege(
            UUID id,
            String nom,
            String qualite,
            String suppleance,
            String compte,
            String presence,
            String mouvements,
            UUID convocation) {}

    /** A standing member who does not sit in the session yet. */
    record Permanent(UUID id, String nom, String qualite) {}

    /** A ready case to choose. */
    record CasEcran(UUID id, String numero, String personne, String question, String depuis) {}

    /** A recusal in words. */
    record DeportEcran(UUID membre, String nom, String motif) {}

    /** An item of the agenda. */
    record PointEcran(
            UUID id,
            int rang,
            String numero,
            String personne,
            String question,
            Vues.Badge etat,
            String avis,
            String motif,
            Integer pour,
            Integer contre,
            Integer abstentions,
            int version,
            Vues.Badge quorum,
            List<String> manques,
            List<DeportEcran> deports,
            List<Vues.Choix> deportables,
            List<String> suggestions,
            List<Vues.Choix> possibles,
            EtatPoint ou,
            String report) {

        /** Its opinion is awaited or given, and may still be written. */
        public boolean examine() {
            return ou == EtatPoint.ATTENDU || ou == EtatPoint.RENDU;
        }
    }

    Ligne ligne(SeanceVue s, String chemin) {
        return new Ligne(
                chemin + s.id(),
                Mots.moment(s.debut()),
                regle(s).libelle(),
                antennes.parCode(s.antenne()).nom(),
                s.lieu(),
                badge(s));
    }

    /** Whether its members vote by ballot. */
    boolean auScrutin(SeanceVue s) {
        return regle(s).auScrutin();
    }

    String titre(SeanceVue s) {
        return regle(s).libelle() + ", " + Mots.jour(s.jour());
    }

    List<Vues.Paire> resume(SeanceVue s) {
        return List.of(
                new Vues.Paire("Quand", Mots.moment(s.debut())),
                new Vues.Paire("Où", s.lieu()),
                new Vues.Paire("Antenne", antennes.parCode(s.antenne()).nom()),
                new Vues.Paire("Référence", s.numero()),
                new Vues.Paire("Noms des personnes", s.anonyme() ? "Cachés aux membres" : "Sur les fiches"));
    }

    static Vues.Badge badge(SeanceVue s) {
        String etat = switch (s.etat()) {
            case EN_PREPARATION -> "attention";
            case CONVOQUEE -> "info";
            case TENUE -> "attente";
            case CLOSE, SIGNEE -> "ok";
            case ANNULEE -> "neutre";
        };
        return new Vues.Badge(etat, s.etat().libelle());
    }

    List<Siege> sieges(SeanceVue s) {
        RegleInstance regle = regle(s);
        return s.membres().stream()
                .map(m -> new Siege(
                        m.id(),
                        m.nom(),
                        regle.libelleQualite(m.qualite()),
                        m.titulaire()
                                ? null
                                : "Suppléant de "
                                        + s.membre(m.suppleantDe())
                                                .map(Membre::nom)
                                                .orElse(""),
                        m.identifiant() == null ? "Sans compte" : "Lit les dossiers dans Jalon",
                        m.presence() == Presence.NON_NOTEE ? null : m.presence().name(),
                        s.mouvements().stream()
                                .filter(v -> v.membreId().equals(m.id()))
                                .map(v -> v.sens().libelle() + " à " + heure(v.quand()))
                                .collect(Collectors.joining(", ")),
                        m.convocation()))
                .toList();
    }

    List<PointEcran> points(SeanceVue s) {
        return s.points().stream().map(p -> point(s, p)).toList();
    }

    private PointEcran point(SeanceVue s, Point p) {
        FicheCas fiche = fiches.apercu(new CasPret(
                p.casId(), s.instance(), p.question(), s.antenne(), p.dossierId(), p.numeroDossier(), s.debut()));
        Quorum quorum = tenue.quorum(s, p);
        List<Vues.Choix> possibles = instances.avis(s.instance(), p.question()).stream()
                .map(a -> new Vues.Choix(a.code(), a.libelle(), null))
                .toList();
        return new PointEcran(
                p.id(),
                p.rang(),
                p.numeroDossier(),
                fiche.personne(),
                fiche.question(),
                etat(p, possibles),
                p.avis(),
                p.motif(),
                p.pour(),
                p.contre(),
                p.abstentions(),
                p.version(),
                new Vues.Badge(
                        quorum.atteint() ? "ok" : "erreur",
                        quorum.presents() + " présents sur " + quorum.sieges() + ", il en faut "
                                + quorum.necessaires()),
                quorum.manques(),
                p.deports().stream()
                        .map(d -> new DeportEcran(
                                d.membreId(),
                                s.membre(d.membreId()).map(Membre::nom).orElse(""),
                                d.motif()))
                        .toList(),
                s.membres().stream()
                        .filter(m -> !p.deporte(m.id()))
                        .map(m -> new Vues.Choix(m.id().toString(), m.nom(), null))
                        .toList(),
                s.membres().stream()
                        .filter(m -> !p.deporte(m.id()) && fiches.lieConnu(p, m))
                        .map(Membre::nom)
                        .toList(),
                possibles,
                p.etat(),
                report(p));
    }

    private static Vues.Badge etat(Point p, List<Vues.Choix> possibles) {
        return switch (p.etat()) {
            case ATTENDU -> new Vues.Badge("attente", p.etat().libelle());
            case RENDU -> new Vues.Badge("ok", libelle(possibles, p));
            case REPORTE, RETIRE -> new Vues.Badge("neutre", p.etat().libelle());
        };
    }

    /** Why an item is not examined today, and where it goes; null for one that is. */
    private static String report(Point p) {
        if (p.motifReport() == null) {
            return null;
        }
        if (p.etat() == EtatPoint.RETIRE) {
            return "Retiré : " + p.motifReport() + ".";
        }
        return (p.vers() == null ? "Reporté à une prochaine séance : " : "Reporté à une séance déjà préparée : ")
                + p.motifReport();
    }

    private static String libelle(List<Vues.Choix> possibles, Point p) {
        return possibles.stream()
                .filter(c -> c.valeur().equals(p.avis()))
                .map(Vues.Choix::libelle)
                .findFirst()
                .orElse(p.avis());
    }

    /** The cases that wait for a session of this instance and antenne. */
    List<CasEcran> prets(SeanceVue s) {
        return cas.enAttente(s.instance(), regle(s).deLaVille() ? null : s.antenne()).stream()
                .map(c -> {
                    FicheCas fiche = fiches.apercu(c);
                    return new CasEcran(
                            c.id(),
                            c.numero(),
                            fiche.personne(),
                            fiche.question(),
                            "prêt le " + Mots.moment(c.pretLe()));
                })
                .toList();
    }

    /** Accounts that may sit and do not yet. */
    List<Vues.Choix> comptes(SeanceVue s) {
        RegleInstance regle = regle(s);
        Map<String, String> qualites = membres.qualites();
        return membres.eligibles(s).stream()
                .map(a -> new Vues.Choix(
                        a.identifiant(),
                        a.nomComplet() + ", "
                                + (qualites.containsKey(a.identifiant())
                                        ? regle.libelleQualite(qualites.get(a.identifiant()))
                                        : a.qualite()),
                        null))
                .toList();
    }

    List<Vues.Choix> qualites(SeanceVue s) {
        return regle(s).qualites().stream()
                .map(q -> new Vues.Choix(q.code(), q.libelle(), null))
                .toList();
    }

    static List<Vues.Choix> titulaires(SeanceVue s) {
        return s.membres().stream()
                .filter(Membre::titulaire)
                .map(m -> new Vues.Choix(m.id().toString(), m.nom(), null))
                .toList();
    }

    static List<Vues.Choix> presences() {
        return Arrays.stream(Presence.values())
                .filter(p -> p != Presence.NON_NOTEE)
                .map(p -> new Vues.Choix(p.name(), p.libelle(), null))
                .toList();
    }

    List<Permanent> permanents(SeanceVue s) {
        RegleInstance regle = regle(s);
        return membres.permanents(s).stream()
                .map(p -> new Permanent(
                        p.id(),
                        p.nom(),
                        regle.libelleQualite(p.qualite()) + (p.suppleantDe() == null ? "" : ", suppléant")))
                .toList();
    }

    /** The later sessions that can take an item. */
    List<Vues.Choix> suivantes(SeanceVue s, Agent agent) {
        return seances.suivantes(s, agent).stream()
                .map(x -> new Vues.Choix(x.id().toString(), Mots.moment(x.debut()) + ", " + x.lieu(), null))
                .toList();
    }

    static String heure(Instant instant) {
        LocalTime heure = instant.atZone(Horloge.PARIS).toLocalTime();
        return "%d h %02d".formatted(heure.getHour(), heure.getMinute());
    }

    Vues.Badge quorum(SeanceVue s) {
        Quorum q = tenue.quorum(s);
        return new Vues.Badge(
                q.atteint() ? "ok" : "erreur",
                q.presents() + " présents sur " + q.sieges() + " sièges, il en faut " + q.necessaires());
    }

    private RegleInstance regle(SeanceVue s) {
        return instances.regle(s.instance(), s.jour());
    }
}
