package fr.jalon.jury;

import fr.jalon.agent.Agent;
import fr.jalon.budget.CreditsRetenus;
import fr.jalon.budget.EnveloppeVue;
import fr.jalon.budget.Enveloppes;
import fr.jalon.commun.Centimes;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.seance.AvisDicte;
import fr.jalon.seance.AvisPossible;
import fr.jalon.seance.Deliberations;
import fr.jalon.seance.DemandeAuJury;
import fr.jalon.seance.EtatPoint;
import fr.jalon.seance.Fiches;
import fr.jalon.seance.Instances;
import fr.jalon.seance.Point;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Tenue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The money of a session: what each envelope still pays, and decisions that never go beyond it. */
@Service
@Transactional
public class EnveloppesDeSeance {

    static final String ACCORD = "ACCORD";
    static final String ACCORD_PARTIEL = "ACCORD_PARTIEL";
    static final String AJOURNEMENT = "AJOURNEMENT";
    static final String REFUS = "REFUS";

    private final Enveloppes enveloppes;
    private final CreditsRetenus retenues;
    private final Fiches fiches;
    private final Instances instances;
    private final Deliberations deliberations;
    private final Tenue tenue;
    private final ActesDeSeance actes;

    EnveloppesDeSeance(
            Enveloppes enveloppes,
            CreditsRetenus retenues,
            Fiches fiches,
            Instances instances,
            Deliberations deliberations,
            Tenue tenue,
            ActesDeSeance actes) {
        this.enveloppes = enveloppes;
        this.retenues = retenues;
        this.fiches = fiches;
        this.instances = instances;
        this.deliberations = deliberations;
        this.tenue = tenue;
        this.actes = actes;
    }

    /** The envelopes that the items of a session draw on, in the order in which they appear. */
    @Transactional(readOnly = true)
    public List<EnveloppeEnSeance> de(SeanceVue seance) {
        Map<UUID, DemandeAuJury> demandes = new LinkedHashMap<>();
        seance.points().forEach(p -> fiches.demande(p).ifPresent(d -> demandes.put(p.id(), d)));
        return demandes.values().stream()
                .map(DemandeAuJury::enveloppe)
                .distinct()
                .flatMap(id -> lire(id, seance).stream())
                .map(e -> enSeance(e, seance, demandes))
                .toList();
    }

    /**
     * The other envelopes of the year, which these items do not draw on: those of the collective actions among them, beside the individual
     * ones (attentes, N5).
     */
    @Transactional(readOnly = true)
    public List<EnveloppeEnSeance> autres(SeanceVue seance) {
        List<String> siennes = de(seance).stream().map(EnveloppeEnSeance::id).toList();
        return enveloppes.lister(seance.jour().getYear()).stream()
                .filter(e -> !siennes.contains(e.id()))
                .map(e -> enSeance(e, seance, Map.of()))
                .toList();
    }

    /** Empty when nobody opened it for the year of the session. */
    private Optional<EnveloppeVue> lire(String id, SeanceVue seance) {
        return enveloppes.lister(seance.jour().getYear()).stream()
                .filter(e -> e.id().equals(id))
                .findFirst();
    }

    private EnveloppeEnSeance enSeance(EnveloppeVue e, SeanceVue seance, Map<UUID, DemandeAuJury> demandes) {
        List<Point> points = seance.points().stream()
                .filter(p -> demandes.containsKey(p.id()))
                .filter(p -> e.id().equals(demandes.get(p.id()).enveloppe()))
                .toList();
        long accorde = points.stream()
                .filter(p -> p.etat() == EtatPoint.RENDU && p.montant() != null && !tenue.transmis(p))
                .mapToLong(Point::montant)
                .sum();
        long retenu = points.stream()
                .filter(p -> p.etat() == EtatPoint.RENDU && !tenue.transmis(p))
                .mapToLong(p -> retenues.centimes(p.dossierId()))
                .sum();
        // What is held for these very items is not free for others, and is counted as granted here.
        long libre = e.chiffres().libre() + retenu;
        long reste = libre - accorde;
        long attendu = 0;
        String premier = null;
        for (Point p : points) {
            if (p.attendu()) {
                attendu += demandes.get(p.id()).demande();
                premier = premier == null && attendu > reste ? p.numeroDossier() : premier;
            }
        }
        return new EnveloppeEnSeance(
                e.id(),
                e.libelle(),
                e.chiffres().vote(),
                e.chiffres().engage(),
                e.chiffres().reserve() - retenu,
                libre,
                accorde,
                attendu,
                premier);
    }

    /** Cents that a case asks for; null when it asks for no money. */
    Long demandee(Point point) {
        return fiches.demande(point).map(DemandeAuJury::demande).orElse(null);
    }

    /**
     * Whether a vote may be about an amount.
     *
     * @param montant cents; null for a vote on the principle, at most what is asked: the decision then says the amount
     * @throws SaisieInvalide on {@code montant}
     */
    void exigerProposable(SeanceVue seance, Point point, Long montant) {
        Optional<DemandeAuJury> demande = fiches.demande(point);
        if (montant == null) {
            return;
        }
        exigerDemande(
                seance,
                demande.orElseThrow(() -> new SaisieInvalide("montant", "Ce dossier ne demande pas d'argent.")),
                montant);
    }

    private void exigerDemande(SeanceVue seance, DemandeAuJury demande, long montant) {
        if (montant <= 0 || montant > demande.demande()) {
            throw new SaisieInvalide(
                    "montant",
                    "Écrivez un montant entre 0,01 € et ce qui est demandé : " + Centimes.enFrancais(demande.demande())
                            + ".");
        }
        exigerDisponible(seance, demande, montant);
    }

    private void exigerDisponible(SeanceVue seance, DemandeAuJury demande, long montant) {
        EnveloppeEnSeance enveloppe = de(seance).stream()
                .filter(e -> e.id().equals(demande.enveloppe()))
                .findFirst()
                .orElseThrow(() -> new SaisieInvalide(
                        "montant", "Aucune enveloppe ne paie cette aide cette année : reportez le dossier."));
        if (montant > enveloppe.disponible()) {
            throw new SaisieInvalide(
                    "montant",
                    "L'enveloppe « " + enveloppe.libelle() + " » n'a plus que "
                            + Centimes.enFrancais(enveloppe.disponible())
                            + " : accordez moins, ou reportez le dossier.");
        }
    }

    /** Writes the decision that a vote gave. */
    void decider(SeanceVue seance, Point point, ScrutinVue scrutin, Depouillement d, Cloture cloture, Agent auteur) {
        Optional<DemandeAuJury> demande = fiches.demande(point);
        Long montant = montant(scrutin, cloture, demande);
        String decision = cloture.decision() == null ? votee(d, montant, demande) : cloture.decision();
        exigerConforme(decision, d);
        boolean accorde = ACCORD.equals(decision) || ACCORD_PARTIEL.equals(decision);
        if (demande.isEmpty() && cloture.montant() != null) {
            throw new SaisieInvalide("montant", "Ce dossier ne demande pas d'argent.");
        }
        if (accorde) {
            exigerLeMontantVote(scrutin, montant, demande);
            decision = votee(d, montant, demande);
            demande.ifPresent(x -> exigerDemande(seance, x, montant));
        }
        String motif = motif(seance, point, decision, cloture.motif());
        deliberations.decider(
                seance.id(),
                point.id(),
                new AvisDicte(
                        decision,
                        motif,
                        d.pour(),
                        d.contre(),
                        d.abstentions(),
                        accorde ? montant : null,
                        point.version()),
                auteur);
        actes.decision(seance, point, decision, accorde ? montant : null, motif == null ? "" : motif, auteur);
    }

    private static Long montant(ScrutinVue scrutin, Cloture cloture, Optional<DemandeAuJury> demande) {
        if (cloture.montant() != null) {
            return cloture.montant();
        }
        return scrutin.montant() != null
                ? scrutin.montant()
                : demande.map(DemandeAuJury::demande).orElse(null);
    }

    private static String votee(Depouillement d, Long montant, Optional<DemandeAuJury> demande) {
        if (d.resultat() != Resultat.ADOPTE) {
            return REFUS;
        }
        return demande.isEmpty() || montant == demande.get().demande() ? ACCORD : ACCORD_PARTIEL;
    }

    /** A decision says what the vote gave; only an adjournment, which decides nothing, is always possible. */
    private static void exigerConforme(String decision, Depouillement d) {
        boolean conforme = switch (decision) {
            case AJOURNEMENT -> true;
            case REFUS -> d.resultat() == Resultat.REJETE;
            default -> d.resultat() == Resultat.ADOPTE;
        };
        if (!conforme) {
            throw new Conflit(
                    "Le vote a donné : " + d.resultat().libelle().toLowerCase(java.util.Locale.FRENCH) + ", " + d.pour()
                            + " pour et " + d.contre() + " contre. La décision doit le dire, ou ajourner le dossier.");
        }
    }

    private static void exigerLeMontantVote(ScrutinVue scrutin, Long montant, Optional<DemandeAuJury> demande) {
        if (demande.isPresent()
                && scrutin.montant() != null
                && !scrutin.montant().equals(montant)) {
            throw new SaisieInvalide(
                    "montant",
                    "Le vote portait sur " + Centimes.enFrancais(scrutin.montant())
                            + " : la décision accorde ce montant. Pour un autre, ouvrez un autre vote.");
        }
    }

    private String motif(SeanceVue seance, Point point, String decision, String ecrit) {
        if (Textes.ouNull(ecrit) != null) {
            return ecrit;
        }
        return instances.avis(seance.instance(), point.question()).stream()
                .filter(a -> a.code().equals(decision))
                .map(AvisPossible::motifUsuel)
                .filter(m -> m != null)
                .findFirst()
                .orElse(null);
    }
}
