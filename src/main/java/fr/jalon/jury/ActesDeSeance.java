package fr.jalon.jury;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.decision.CatalogueDecisions;
import fr.jalon.seance.Membre;
import fr.jalon.seance.Mouvement;
import fr.jalon.seance.Point;
import fr.jalon.seance.Quorum;
import fr.jalon.seance.RegleInstance;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Tenue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes the acts of a session, with all that an outsider needs to decide alone whether each was allowed. */
@Component
class ActesDeSeance {

    private static final String REGLES = "REGLES";
    private static final List<String> TABLES =
            List.of("parametres-instances", "composition-instances", "scrutins-instances");

    private final Registre registre;
    private final Places places;
    private final Tenue tenue;
    private final CatalogueDecisions tables;
    private final Horloge horloge;

    ActesDeSeance(Registre registre, Places places, Tenue tenue, CatalogueDecisions tables, Horloge horloge) {
        this.registre = registre;
        this.places = places;
        this.tenue = tenue;
        this.tables = tables;
        this.horloge = horloge;
    }

    /** The rules in force, before the first act of a session, and again when they were published anew since. */
    private void direLesRegles(SeanceVue seance, Agent auteur) {
        RegleInstance regle = places.regle(seance);
        Map<String, Object> faits = objet(
                "instance",
                seance.instance(),
                "jour",
                seance.jour().toString(),
                "quorumPart",
                regle.quorumPart(),
                "pouvoirs",
                regle.pouvoirs(),
                "pouvoirsAuQuorum",
                regle.pouvoirsAuQuorum(),
                "qualites",
                regle.qualites().stream().map(ActesDeSeance::qualite).toList(),
                "tables",
                sources());
        if (!registre.ditDeja(seance.id(), REGLES, faits)) {
            registre.noter(seance, acte(REGLES, seance, auteur).avec(faits), auteur);
        }
    }

    /** The tables themselves: an outsider reads the rules there, and compares them with those that the house publishes. */
    private Map<String, Object> sources() {
        Map<String, Object> sources = new LinkedHashMap<>();
        TABLES.forEach(cle -> sources.put(cle, tables.source(cle)));
        return sources;
    }

    private static Map<String, Object> qualite(RegleInstance.Qualite q) {
        return objet(
                "code",
                q.code(),
                "presents",
                q.presents(),
                "malgreDeports",
                q.malgreDeports(),
                "rangPresidence",
                q.rangPresidence());
    }

    private Acte acte(String nature, SeanceVue seance, Agent auteur) {
        return Acte.de(nature).par(auteur, horloge.maintenant()).avec("seance", seance.numero());
    }

    private void noter(SeanceVue seance, Acte acte, Agent auteur) {
        if (registre.tete(seance.id()) == null) {
            direLesRegles(seance, auteur);
        }
        registre.noter(seance, acte, auteur);
    }

    void avisPrepare(SeanceVue seance, Point point, UUID membre, String empreinte, Agent auteur) {
        noter(
                seance,
                acte("AVIS_PREPARE", seance, auteur)
                        .avec("point", point.id())
                        .avec("membre", membre)
                        .avec("empreinte", empreinte),
                auteur);
    }

    /** @param avis for each: {@code membre}, {@code sel}, {@code contenu} */
    void avisOuverts(SeanceVue seance, Point point, List<Map<String, Object>> avis, Agent auteur) {
        if (!avis.isEmpty()) {
            noter(
                    seance,
                    acte("AVIS_OUVERTS", seance, auteur)
                            .avec("point", point.id())
                            .liste("avis", avis),
                    auteur);
        }
    }

    /** @param demande cents that the case asks for, null when it asks for none: a vote on the principle grants no more */
    void voteOuvert(SeanceVue seance, Point point, ScrutinVue scrutin, Long demande, Agent auteur) {
        direLesRegles(seance, auteur);
        RegleDeVote vote = scrutin.regle();
        Acte acte = acte("VOTE_OUVERT", seance, auteur)
                .avec("point", point.id())
                .avec("dossier", point.numeroDossier())
                .avec("ordre", point.rang())
                .avec("scrutin", scrutin.id())
                .avec("tour", scrutin.tour())
                .avec("secret", scrutin.secret())
                .avec("montant", scrutin.montant())
                .avec("demande", demande)
                .avec("majorite", vote.majorite().name())
                .avec("partage", vote.partage().name())
                .avec("tours", vote.tours());
        noter(seance, sieges(acte, seance, point), auteur);
    }

    /**
     * The seats are said again: somebody may have come since the vote opened.
     *
     * @param engagement digest of an open ballot; null for a secret one
     */
    void bulletin(
            SeanceVue seance, ScrutinVue scrutin, UUID membre, String engagement, String recepisse, Agent auteur) {
        Point point = seance.point(scrutin.pointId()).orElseThrow();
        Acte acte = acte("BULLETIN", seance, auteur)
                .avec("scrutin", scrutin.id())
                .avec("membre", membre)
                .liste("sieges", sieges(seance, point));
        noter(
                seance,
                engagement == null ? acte.avec("recepisse", recepisse) : acte.avec("engagement", engagement),
                auteur);
    }

    void voteFerme(
            SeanceVue seance,
            Point point,
            ScrutinVue scrutin,
            List<TableScrutins.Bulletin> bulletins,
            Depouillement d,
            Agent auteur) {
        direLesRegles(seance, auteur);
        Acte acte = acte("VOTE_FERME", seance, auteur)
                .avec("point", point.id())
                .avec("scrutin", scrutin.id())
                .liste(
                        "bulletins",
                        bulletins.stream().map(ActesDeSeance::bulletin).toList())
                .avec("pour", d.pour())
                .avec("contre", d.contre())
                .avec("abstentions", d.abstentions())
                .avec("resultat", d.resultat().name());
        noter(seance, sieges(acte, seance, point), auteur);
    }

    void voteAbandonne(SeanceVue seance, Point point, ScrutinVue scrutin, Agent auteur) {
        Acte acte =
                acte("VOTE_ABANDONNE", seance, auteur).avec("point", point.id()).avec("scrutin", scrutin.id());
        noter(seance, sieges(acte, seance, point), auteur);
    }

    private static Map<String, Object> bulletin(TableScrutins.Bulletin b) {
        return b.membreId() == null
                ? objet("id", b.id().toString(), "sens", b.sens().name())
                : objet("membre", b.membreId().toString(), "sens", b.sens().name(), "sel", b.sel());
    }

    /** A proxy is given, or taken back: {@code mandataire} is then empty. */
    void pouvoir(SeanceVue seance, Membre mandant, Agent auteur) {
        noter(
                seance,
                acte("POUVOIR", seance, auteur)
                        .avec("membre", mandant.id())
                        .avec(
                                "mandataire",
                                mandant.pouvoir() == null
                                        ? ""
                                        : mandant.pouvoir().mandataire().toString())
                        .avec(
                                "ecrit",
                                mandant.pouvoir() == null
                                        ? ""
                                        : mandant.pouvoir().ecrit()),
                auteur);
    }

    void decision(SeanceVue seance, Point point, String decision, Long montant, String motif, Agent auteur) {
        noter(
                seance,
                acte("DECISION", seance, auteur)
                        .avec("point", point.id())
                        .avec("dossier", point.numeroDossier())
                        .avec("decision", decision)
                        .avec("montant", montant)
                        .avec("motif", Registre.sha256(motif)),
                auteur);
    }

    /** The agenda as it ended, who was there, who came and left: before the minutes that are signed, whose digest covers it. */
    void cloture(SeanceVue seance, Agent auteur) {
        noter(
                seance,
                acte("CLOTURE", seance, auteur)
                        .liste(
                                "membres",
                                seance.membres().stream()
                                        .map(ActesDeSeance::membre)
                                        .toList())
                        .liste(
                                "mouvements",
                                seance.mouvements().stream()
                                        .map(ActesDeSeance::mouvement)
                                        .toList())
                        .liste(
                                "points",
                                seance.points().stream()
                                        .map(ActesDeSeance::point)
                                        .toList()),
                auteur);
    }

    private static Map<String, Object> membre(Membre m) {
        return objet(
                "membre",
                m.id().toString(),
                "nom",
                m.nom(),
                "qualite",
                m.qualite(),
                "suppleantDe",
                titulaire(m),
                "presence",
                m.presence().name());
    }

    private static Map<String, Object> mouvement(Mouvement m) {
        return objet(
                "membre",
                m.membreId().toString(),
                "sens",
                m.sens().name(),
                "le",
                m.quand().toString());
    }

    private static Map<String, Object> point(Point p) {
        return objet(
                "point",
                p.id().toString(),
                "dossier",
                p.numeroDossier(),
                "ordre",
                p.rang(),
                "question",
                p.question(),
                "etat",
                p.etat().name(),
                "decision",
                p.avis(),
                "montant",
                p.montant(),
                "deports",
                p.deports().stream()
                        .map(d -> objet(
                                "membre",
                                d.membreId().toString(),
                                "le",
                                d.declareLe().toString()))
                        .toList());
    }

    void signature(SeanceVue seance, byte[] procesVerbal, Agent auteur) {
        noter(
                seance,
                acte("SIGNATURE", seance, auteur)
                        .avec("signePar", seance.signature().par())
                        .avec("qualite", seance.signature().qualite())
                        .avec("procesVerbal", Registre.sha256(procesVerbal)),
                auteur);
    }

    private Acte sieges(Acte acte, SeanceVue seance, Point point) {
        Quorum quorum = tenue.quorum(seance, point);
        return acte.liste("sieges", sieges(seance, point))
                .avec(
                        "quorum",
                        objet(
                                "sieges",
                                quorum.sieges(),
                                "presents",
                                quorum.presents(),
                                "necessaires",
                                quorum.necessaires(),
                                "atteint",
                                quorum.atteint()))
                .avec(
                        "preside",
                        places.president(seance, point)
                                .map(m -> m.id().toString())
                                .orElse(null));
    }

    private List<Map<String, Object>> sieges(SeanceVue seance, Point point) {
        List<UUID> votants =
                tenue.votants(seance, point).stream().map(Membre::id).toList();
        return seance.membres().stream()
                .map(m -> objet(
                        "membre",
                        m.id().toString(),
                        "nom",
                        m.nom(),
                        "qualite",
                        m.qualite(),
                        "suppleantDe",
                        titulaire(m),
                        "mandataire",
                        m.pouvoir() == null ? "" : m.pouvoir().mandataire().toString(),
                        "present",
                        m.present(),
                        "deporte",
                        point.deporte(m.id()),
                        "vote",
                        votants.contains(m.id())))
                .toList();
    }

    private static String titulaire(Membre m) {
        return m.titulaire() ? "" : m.suppleantDe().toString();
    }

    private static Map<String, Object> objet(Object... clesEtValeurs) {
        Map<String, Object> objet = new LinkedHashMap<>();
        for (int i = 0; i < clesEtValeurs.length; i += 2) {
            objet.put((String) clesEtValeurs[i], clesEtValeurs[i + 1]);
        }
        return objet;
    }
}
