package fr.jalon.seance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An item of an agenda.
 *
 * @param casId the ready case
 * @param numeroDossier number that a person reads
 * @param rendu the opinion, null before
 * @param motifReport why it is postponed or withdrawn while the session is held, else null
 * @param vers later session that takes a postponed item, null for "the next one"
 * @param version grows with each writing on the item: who writes over what it never read is told
 */
public record Point(
        UUID id,
        UUID casId,
        int rang,
        UUID dossierId,
        String numeroDossier,
        String question,
        EtatPoint etat,
        AvisEnSeance rendu,
        String motifReport,
        UUID vers,
        int version,
        List<Deport> deports) {

    public Point {
        deports = List.copyOf(deports);
    }

    static Point inscrit(UUID id, CasPret cas, int rang) {
        return new Point(
                id,
                cas.id(),
                rang,
                cas.dossierId(),
                cas.numero(),
                cas.question(),
                EtatPoint.ATTENDU,
                null,
                null,
                null,
                0,
                List.of());
    }

    public boolean attendu() {
        return etat == EtatPoint.ATTENDU;
    }

    /** Code of the opinion, null without one. */
    public String avis() {
        return rendu == null ? null : rendu.code();
    }

    public String motif() {
        return rendu == null ? null : rendu.motif();
    }

    public Integer pour() {
        return rendu == null ? null : rendu.pour();
    }

    public Integer contre() {
        return rendu == null ? null : rendu.contre();
    }

    public Integer abstentions() {
        return rendu == null ? null : rendu.abstentions();
    }

    /** The quorum that held when the opinion was given, null before. */
    public Quorum quorum() {
        return rendu == null ? null : rendu.quorum();
    }

    /** Cents granted, null without. */
    public Long montant() {
        return rendu == null ? null : rendu.montant();
    }

    public String renduPar() {
        return rendu == null ? null : rendu.renduPar();
    }

    public Instant renduLe() {
        return rendu == null ? null : rendu.renduLe();
    }

    public boolean deporte(UUID membreId) {
        return deports.stream().anyMatch(d -> d.membreId().equals(membreId));
    }

    Point devient(EtatPoint nouveau, AvisEnSeance avis, String report, UUID autre) {
        return new Point(
                id,
                casId,
                rang,
                dossierId,
                numeroDossier,
                question,
                nouveau,
                avis,
                report,
                autre,
                version + 1,
                deports);
    }

    Point avec(List<Deport> deportes) {
        return new Point(
                id, casId, rang, dossierId, numeroDossier, question, etat, rendu, motifReport, vers, version, deportes);
    }

    Point plus(Deport deport) {
        return avec(Stream.concat(deports.stream(), Stream.of(deport)).toList());
    }

    Point sansDeportDe(UUID membreId) {
        return avec(deports.stream().filter(d -> !d.membreId().equals(membreId)).toList());
    }
}
