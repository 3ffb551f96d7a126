package fr.jalon.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Operations of three envelopes at random, split and moved as the ledger does, and the figures that another count gives for them. */
public final class OperationsAuHasard {

    private static final List<Financeur> FINANCEURS =
            List.of(new Financeur("Departement", "Département", 8900), new Financeur("CCAS", "CCAS", 1100));
    private static final List<String> ENVELOPPES = List.of("Alpha-2026", "Beta-2026", "Gamma-2026");
    private static final List<Compte> SUITE =
            List.of(Compte.LIBRE, Compte.RESERVE, Compte.ENGAGE, Compte.LIQUIDE, Compte.MANDATE, Compte.PAYE);

    private final Random hasard = new Random(31);
    private final Map<String, Long> comptes = new TreeMap<>();
    private long operation;

    /** Every account that the operations may name. */
    public List<String> comptes() {
        return ENVELOPPES.stream()
                .flatMap(e -> FINANCEURS.stream()
                        .flatMap(f -> Stream.of(Compte.values()).map(c -> c.dans(e, f.code()))))
                .toList();
    }

    /** What an account holds by now, in cents. */
    public long solde(String compte) {
        return comptes.getOrDefault(compte, 0L);
    }

    /** Lines of the next operation, on this day. */
    public List<LigneVue> suivante(LocalDate jour) {
        String enveloppe = ENVELOPPES.get(hasard.nextInt(ENVELOPPES.size()));
        List<Ligne> lignes = List.of();
        Nature nature = Nature.DOTATION;
        while (lignes.isEmpty()) {
            int acte = hasard.nextInt(SUITE.size());
            nature = acte == 0 ? Nature.DOTATION : acte == 1 ? Nature.RESERVATION : Nature.ENGAGEMENT;
            lignes = acte == 0 ? doter(enveloppe) : avancer(enveloppe, acte);
        }
        return vues(enveloppe, nature, jour, lignes);
    }

    private List<Ligne> doter(String enveloppe) {
        long centimes = 1L + hasard.nextInt(100_000);
        List<Long> sansLimite = List.of(centimes, centimes);
        return Mouvements.doter(
                FINANCEURS,
                Repartition.ajouter(
                        centimes, Enveloppes.points(FINANCEURS), portes(enveloppe, Compte.VOTE), sansLimite));
    }

    /** Some of what one phase has and the next one has not yet. */
    private List<Ligne> avancer(String enveloppe, int acte) {
        Compte de = SUITE.get(acte - 1);
        Compte vers = SUITE.get(acte);
        List<Long> restes = new ArrayList<>();
        for (Financeur f : FINANCEURS) {
            long inclus = acte > 2 ? solde(vers.dans(enveloppe, f.code())) : 0;
            restes.add(solde(de.dans(enveloppe, f.code())) - inclus);
        }
        long reste = Repartition.somme(restes);
        if (reste == 0) {
            return List.of();
        }
        long centimes = 1 + hasard.nextLong(Math.min(reste, 20_000));
        List<Long> parts =
                Repartition.ajouter(centimes, Enveloppes.points(FINANCEURS), portes(enveloppe, vers), restes);
        return Mouvements.deplacer(FINANCEURS, parts, acte > 2 ? Compte.CONTREPARTIE : de, vers);
    }

    private List<Long> portes(String enveloppe, Compte compte) {
        return FINANCEURS.stream()
                .map(f -> solde(compte.dans(enveloppe, f.code())))
                .toList();
    }

    private List<LigneVue> vues(String enveloppe, Nature nature, LocalDate jour, List<Ligne> lignes) {
        operation++;
        Instant quand = jour.atStartOfDay().toInstant(ZoneOffset.UTC);
        LigneVue.OperationVue o = new LigneVue.OperationVue(
                operation, nature, "dossier \"AIM-" + operation + "\"", "essai", jour, quand, null);
        List<LigneVue> vues = new ArrayList<>();
        for (Ligne l : lignes) {
            String compte = l.compte().dans(enveloppe, l.financeur());
            comptes.merge(compte, l.centimes(), Long::sum);
            vues.add(new LigneVue(compte, l.centimes(), o));
        }
        return vues;
    }
}
