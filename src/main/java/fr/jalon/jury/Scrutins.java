package fr.jalon.jury;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.seance.Membre;
import fr.jalon.seance.Point;
import fr.jalon.seance.Quorum;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Seances;
import fr.jalon.seance.Tenue;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The votes of a session: one open at a time, one ballot for each seat that is present and not recused, counted once. Each act takes the
 * session first, so two of them never cross, on one node or on several.
 */
@Service
@Transactional
public class Scrutins {

    private final Seances seances;
    private final Tenue tenue;
    private final Places places;
    private final TableScrutins table;
    private final ReglesDuJury regles;
    private final ActesDeSeance actes;
    private final AvisPrepares avis;
    private final EnveloppesDeSeance enveloppes;
    private final Horloge horloge;
    private final SecureRandom hasard = new SecureRandom();

    Scrutins(
            Seances seances,
            Tenue tenue,
            Places places,
            TableScrutins table,
            ReglesDuJury regles,
            ActesDeSeance actes,
            AvisPrepares avis,
            EnveloppesDeSeance enveloppes,
            Horloge horloge) {
        this.seances = seances;
        this.tenue = tenue;
        this.places = places;
        this.table = table;
        this.regles = regles;
        this.actes = actes;
        this.avis = avis;
        this.enveloppes = enveloppes;
        this.horloge = horloge;
    }

    /** The votes on an item, the first round first. */
    @Transactional(readOnly = true)
    public List<ScrutinVue> duPoint(UUID pointId) {
        return table.duPoint(pointId);
    }

    /** How an instance votes on the question of an item. */
    @Transactional(readOnly = true)
    public RegleDeVote regle(SeanceVue seance, Point point) {
        return regles.vote(seance.instance(), point.question(), seance.jour());
    }

    /**
     * Opens the vote on an item, and the opinions that were prepared on it.
     *
     * @param montant cents that the vote is about; null for the principle of the aid, at most what is asked
     * @throws Conflit when another item is open, or without the quorum
     * @throws SaisieInvalide on {@code montant}
     */
    public ScrutinVue ouvrir(UUID seanceId, UUID pointId, Long montant, boolean secret, Agent auteur) {
        SeanceVue seance = seances.prendre(seanceId);
        Point point = conduire(seance, pointId, auteur);
        exigerAttendu(point);
        laisserLesRetires(seance);
        if (table.ouvert(seanceId).isPresent()) {
            throw new Conflit("Un vote est déjà ouvert : fermez-le d'abord.");
        }
        exigerQuorum(seance, point);
        RegleDeVote regle = regle(seance, point);
        List<ScrutinVue> avant = table.duPoint(pointId);
        enveloppes.exigerProposable(seance, point, montant);
        exigerUnAutreVote(avant, montant);
        if (secret && !regle.secretPossible()) {
            throw new SaisieInvalide("secret", "Le règlement ne permet pas de vote secret.");
        }
        ScrutinVue scrutin = new ScrutinVue(
                UUID.randomUUID(),
                seanceId,
                pointId,
                avant.size() + 1,
                secret,
                montant,
                true,
                horloge.maintenant(),
                regle,
                null,
                List.of());
        if (avant.isEmpty()) {
            avis.ouvrir(seance, point, auteur);
        }
        table.ouvrir(scrutin, auteur.identifiant());
        actes.voteOuvert(seance, point, scrutin, enveloppes.demandee(point), auteur);
        return scrutin;
    }

    /**
     * Casts the ballot of the caller's seat. An open one may change until the vote ends; a secret one is final.
     *
     * @throws Conflit when the vote is not open, or the seat is absent or recused
     * @throws Interdit for who has no seat
     */
    public Recepisse voter(UUID seanceId, UUID pointId, Sens sens, Agent auteur) {
        return voter(seanceId, pointId, null, sens, auteur);
    }

    /**
     * Casts the ballot of a seat: the caller's, or the one whose proxy it carries.
     *
     * @param siege titular who gave its proxy; null for the caller's own seat
     * @throws Conflit when the vote is not open, or the seat is absent, recused or not represented on this item
     * @throws Interdit for who has no seat, or does not carry that proxy
     */
    public Recepisse voter(UUID seanceId, UUID pointId, UUID siege, Sens sens, Agent auteur) {
        SeanceVue seance = places.exiger(seances.prendre(seanceId), auteur);
        Membre moi = places.exigerSiege(seance, auteur);
        Membre vote = siege == null || siege.equals(moi.id())
                ? moi
                : seance.membre(siege)
                        .filter(m -> m.aDonnePouvoirA(moi.id()))
                        .orElseThrow(() -> new Interdit("Vous ne portez pas le pouvoir de ce membre."));
        return voter(seance, pointId, vote, sens, false, auteur);
    }

    /**
     * Notes a show of hands, by name.
     *
     * @param voix by seat
     * @throws SaisieInvalide on {@code voix} when none is given
     * @throws Conflit when the vote is secret, or one of the seats may not vote: nothing is kept then
     */
    public void noterMainLevee(UUID seanceId, UUID pointId, Map<UUID, Sens> voix, Agent auteur) {
        SeanceVue seance = seances.prendre(seanceId);
        Point point = conduire(seance, pointId, auteur);
        if (ouvert(point).secret()) {
            throw new Conflit("Ce vote est secret : chaque membre vote sur son écran.");
        }
        if (voix.isEmpty()) {
            throw new SaisieInvalide("voix", "Notez au moins une voix.");
        }
        voix.forEach((membreId, sens) -> voter(
                seance,
                pointId,
                seance.membre(membreId)
                        .orElseThrow(() -> new SaisieInvalide("voix", "Choisissez les membres de la séance.")),
                sens,
                true,
                auteur));
    }

    private Recepisse voter(SeanceVue seance, UUID pointId, Membre membre, Sens sens, boolean mainLevee, Agent auteur) {
        Places.exigerTenue(seance);
        Point point = seance.point(pointId)
                .orElseThrow(() -> new fr.jalon.commun.Introuvable("Ce dossier n'est pas à l'ordre du jour."));
        ScrutinVue scrutin = ouvert(point);
        exigerVotant(seance, point, membre);
        Optional<String> deja = table.recepisse(scrutin.id(), membre.id());
        if (deja.isPresent()) {
            changer(seance, scrutin, membre, sens, deja.get(), auteur);
            return new Recepisse(deja.get());
        }
        String recepisse = HexFormat.of().formatHex(octets(8)).toUpperCase(java.util.Locale.ROOT);
        table.emarger(
                scrutin.id(),
                membre.id(),
                recepisse,
                mainLevee,
                membre.present() ? null : membre.pouvoir().mandataire());
        TableScrutins.Bulletin bulletin = bulletin(scrutin, membre, sens);
        table.deposer(scrutin.id(), bulletin);
        actes.bulletin(seance, scrutin, membre.id(), engagement(scrutin, bulletin), recepisse, auteur);
        return new Recepisse(recepisse);
    }

    private void changer(
            SeanceVue seance, ScrutinVue scrutin, Membre membre, Sens sens, String recepisse, Agent auteur) {
        if (scrutin.secret()) {
            throw new Conflit("Votre bulletin est déjà dans l'urne : un vote secret ne change plus.");
        }
        boolean pareil = table.bulletins(scrutin.id()).stream()
                .anyMatch(b -> membre.id().equals(b.membreId()) && b.sens() == sens);
        if (!pareil) {
            TableScrutins.Bulletin bulletin = bulletin(scrutin, membre, sens);
            table.changer(scrutin.id(), bulletin);
            actes.bulletin(seance, scrutin, membre.id(), engagement(scrutin, bulletin), recepisse, auteur);
        }
    }

    private TableScrutins.Bulletin bulletin(ScrutinVue scrutin, Membre membre, Sens sens) {
        return scrutin.secret()
                ? new TableScrutins.Bulletin(UUID.randomUUID(), null, sens, null)
                : new TableScrutins.Bulletin(
                        UUID.randomUUID(), membre.id(), sens, HexFormat.of().formatHex(octets(16)));
    }

    /** What the register says of an open ballot before the vote ends; nothing of a secret one. */
    private static String engagement(ScrutinVue scrutin, TableScrutins.Bulletin b) {
        return b.membreId() == null
                ? null
                : Registre.sha256(scrutin.id() + "|" + b.membreId() + "|" + b.sens() + "|" + b.sel());
    }

    private void exigerVotant(SeanceVue seance, Point point, Membre membre) {
        if (tenue.votants(seance, point).stream().anyMatch(m -> m.id().equals(membre.id()))) {
            return;
        }
        if (point.deporte(membre.id())) {
            throw new Conflit(membre.nom() + " est sorti pour ce dossier : son siège ne vote pas.");
        }
        throw new Conflit(
                membre.present()
                        ? membre.nom() + " remplace un membre qui est là : c'est lui qui vote."
                        : membre.nom()
                                + " n'est pas noté présent : son siège ne vote pas, sauf par un pouvoir porté par"
                                + " un membre qui siège sur ce dossier.");
    }

    /** A request that was withdrawn while its vote was open holds nothing back: its vote is let go, and decides nothing. */
    private void laisserLesRetires(SeanceVue seance) {
        table.ouvert(seance.id())
                .filter(s -> seance.point(s.pointId()).filter(Point::attendu).isEmpty())
                .ifPresent(s -> table.abandonner(s.id(), horloge.maintenant()));
    }

    /** What was adopted is decided; what was rejected is voted again for another amount only; a tie may have other rounds. */
    private static void exigerUnAutreVote(List<ScrutinVue> avant, Long montant) {
        if (avant.isEmpty() || avant.get(avant.size() - 1).depouillement() == null) {
            return;
        }
        ScrutinVue dernier = avant.get(avant.size() - 1);
        boolean memeMontant = Objects.equals(dernier.montant(), montant);
        switch (dernier.depouillement().resultat()) {
            case ADOPTE -> throw new Conflit("Le vote a adopté la proposition : écrivez la décision.");
            case REJETE -> {
                if (memeMontant) {
                    throw new Conflit(
                            "Le vote a rejeté cette proposition : écrivez la décision, ou votez sur un autre montant.");
                }
            }
            case PARTAGE -> {}
        }
    }

    /**
     * Ends the vote of an item, and writes its decision when one is given.
     *
     * @param cloture its decision is null to write it later with {@link #decider}, or to vote again after a tie
     * @return what the vote gave
     * @throws Conflit without the quorum, when no vote is open, or when the decision is not what the vote gave: the vote stays open then
     * @throws SaisieInvalide on {@code decision}, {@code montant} or {@code motif}
     */
    public Depouillement clore(UUID seanceId, UUID pointId, Cloture cloture, Agent auteur) {
        SeanceVue seance = seances.prendre(seanceId);
        Point point = conduire(seance, pointId, auteur);
        ScrutinVue scrutin = ouvert(point);
        Quorum quorum = exigerQuorum(seance, point);
        List<TableScrutins.Bulletin> bulletins = table.bulletins(scrutin.id());
        if (bulletins.isEmpty()) {
            throw new Conflit("Personne n'a encore voté sur ce dossier.");
        }
        Depouillement d = Depouillement.de(
                bulletins.stream().map(TableScrutins.Bulletin::sens).toList(),
                Math.max(tenue.votants(seance, point).size(), bulletins.size()),
                Math.max(quorum.sieges(), bulletins.size()),
                voixDuPresident(seance, point, bulletins),
                scrutin.regle() == null ? regle(seance, point) : scrutin.regle(),
                tour(scrutin));
        table.fermer(scrutin.id(), d, horloge.maintenant());
        actes.voteFerme(seance, point, scrutin, bulletins, d, auteur);
        if (cloture.decision() != null) {
            enveloppes.decider(seance, point, scrutin, d, cloture, auteur);
        }
        return d;
    }

    /**
     * Lets go of a vote that cannot end: nobody has voted, or the quorum went. It decides nothing; the item may be voted again, or
     * postponed.
     *
     * @throws Conflit when it can end
     */
    public void abandonner(UUID seanceId, UUID pointId, Agent auteur) {
        SeanceVue seance = seances.prendre(seanceId);
        Point point = conduire(seance, pointId, auteur);
        ScrutinVue scrutin = ouvert(point);
        if (tenue.quorum(seance, point).atteint()
                && !table.bulletins(scrutin.id()).isEmpty()) {
            throw new Conflit("Ce vote peut finir : fermez-le, et le résultat se compte.");
        }
        table.abandonner(scrutin.id(), horloge.maintenant());
        actes.voteAbandonne(seance, point, scrutin, auteur);
    }

    /**
     * Writes the decision of an item whose vote has ended.
     *
     * @param cloture its decision is null to take what the vote gave
     * @throws Conflit when no vote has ended, or when the decision is not what it gave
     * @throws SaisieInvalide on {@code decision}, {@code montant} or {@code motif}
     */
    public void decider(UUID seanceId, UUID pointId, Cloture cloture, Agent auteur) {
        SeanceVue seance = seances.prendre(seanceId);
        Point point = conduire(seance, pointId, auteur);
        exigerAttendu(point);
        List<ScrutinVue> votes = table.duPoint(pointId);
        if (votes.isEmpty() || votes.get(votes.size() - 1).depouillement() == null) {
            throw new Conflit("Ce dossier n'est pas encore voté : fermez d'abord le vote.");
        }
        ScrutinVue dernier = votes.get(votes.size() - 1);
        enveloppes.decider(seance, point, dernier, dernier.depouillement(), cloture, auteur);
    }

    private Point conduire(SeanceVue seance, UUID pointId, Agent auteur) {
        Point point = places.exigerPoint(places.exiger(seance, auteur), pointId, auteur);
        places.exigerConduite(seance, point, auteur);
        Places.exigerTenue(seance);
        return point;
    }

    /** Rounds on one amount: a vote on another one starts again. */
    private int tour(ScrutinVue scrutin) {
        return (int) table.duPoint(scrutin.pointId()).stream()
                .filter(s -> Objects.equals(s.montant(), scrutin.montant()))
                .count();
    }

    private Sens voixDuPresident(SeanceVue seance, Point point, List<TableScrutins.Bulletin> bulletins) {
        return places.president(seance, point)
                .flatMap(p -> bulletins.stream()
                        .filter(b -> p.id().equals(b.membreId()))
                        .findFirst())
                .map(TableScrutins.Bulletin::sens)
                .orElse(null);
    }

    private ScrutinVue ouvert(Point point) {
        return table.duPoint(point.id()).stream()
                .filter(ScrutinVue::ouvert)
                .filter(s -> point.attendu())
                .findFirst()
                .orElseThrow(() -> new Conflit("Aucun vote n'est ouvert sur ce dossier."));
    }

    private static void exigerAttendu(Point point) {
        if (!point.attendu()) {
            throw new Conflit("Le dossier " + point.numeroDossier() + " n'attend plus de décision : "
                    + point.etat().libelle().toLowerCase(java.util.Locale.FRENCH) + ".");
        }
    }

    private Quorum exigerQuorum(SeanceVue seance, Point point) {
        Quorum quorum = tenue.quorum(seance, point);
        if (!quorum.atteint()) {
            throw new Conflit("Pas de quorum sur ce dossier : " + String.join(" ; ", quorum.manques())
                    + ". Vous pouvez le reporter à une autre séance.");
        }
        return quorum;
    }

    private byte[] octets(int nombre) {
        byte[] octets = new byte[nombre];
        hasard.nextBytes(octets);
        return octets;
    }
}
