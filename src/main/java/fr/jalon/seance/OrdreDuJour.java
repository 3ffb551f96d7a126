package fr.jalon.seance;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The items of a session, from their inscription to their opinion. Part of {@link Seance}. */
final class OrdreDuJour {

    private static final int MOTIF_MAX = 2000;

    private final List<Point> points;

    OrdreDuJour(List<Point> points) {
        this.points = new ArrayList<>(points);
    }

    List<Point> points() {
        return List.copyOf(points);
    }

    Point exiger(UUID pointId) {
        return points.stream()
                .filter(p -> p.id().equals(pointId))
                .findFirst()
                .orElseThrow(() -> new Introuvable("Ce dossier n'est pas à l'ordre du jour."));
    }

    Point inscrire(CasPret cas) {
        if (points.stream().anyMatch(p -> p.casId().equals(cas.id()))) {
            throw new Conflit("Le dossier " + cas.numero() + " est déjà à l'ordre du jour.");
        }
        int rang = points.stream().mapToInt(Point::rang).max().orElse(0) + 1;
        Point point = Point.inscrit(UUID.randomUUID(), cas, rang);
        points.add(point);
        return point;
    }

    Point enlever(UUID pointId) {
        Point point = exiger(pointId);
        points.remove(point);
        return point;
    }

    void deporter(UUID pointId, Membre membre, String motif, String par, Instant quand) {
        Point point = exigerAttendu(pointId, "le déport vient trop tard");
        if (point.deporte(membre.id())) {
            throw new Conflit(membre.nom() + " s'est déjà déporté de ce dossier.");
        }
        remplacer(point.plus(new Deport(membre.id(), motif, par, quand)));
    }

    void annulerDeport(UUID pointId, Membre membre) {
        Point point = exigerAttendu(pointId, "ses déports ne changent plus");
        if (!point.deporte(membre.id())) {
            throw new Conflit(membre.nom() + " ne s'est pas déporté de ce dossier.");
        }
        remplacer(point.sansDeportDe(membre.id()));
    }

    void oublierLesDeportsDe(UUID membreId) {
        points.replaceAll(p -> p.sansDeportDe(membreId));
    }

    void rendre(
            UUID pointId,
            AvisDicte dicte,
            List<AvisPossible> possibles,
            Quorum quorum,
            int votants,
            String par,
            Instant quand) {
        Point point = exiger(pointId);
        if (point.etat() == EtatPoint.REPORTE || point.etat() == EtatPoint.RETIRE) {
            throw new Conflit("Le dossier " + point.numeroDossier() + " est "
                    + point.etat().libelle().toLowerCase(java.util.Locale.FRENCH)
                    + " : reprenez-le avant de donner l'avis.");
        }
        if (!quorum.atteint()) {
            throw new SaisieInvalide(
                    "avis",
                    "Pas de quorum sur ce dossier : " + String.join(" ; ", quorum.manques())
                            + ". Vous pouvez le reporter à une autre séance.");
        }
        verifier(dicte, possibles, votants);
        remplacer(point.devient(
                EtatPoint.RENDU,
                new AvisEnSeance(
                        dicte.avis(),
                        dicte.motif().strip(),
                        dicte.pour(),
                        dicte.contre(),
                        dicte.abstentions(),
                        dicte.montant(),
                        quorum,
                        par,
                        quand),
                null,
                null));
    }

    private static void verifier(AvisDicte dicte, List<AvisPossible> possibles, int votants) {
        List<ErreurChamp> erreurs = new ArrayList<>();
        if (possibles.stream().noneMatch(a -> a.code().equals(dicte.avis()))) {
            erreurs.add(new ErreurChamp("avis", "Choisissez l'avis de l'instance."));
        }
        String motif = Textes.ouNull(dicte.motif());
        if (motif == null || Textes.longueur(motif) > MOTIF_MAX || !Textes.lisible(motif)) {
            erreurs.add(new ErreurChamp(
                    "motif", "Un avis se motive : écrivez pourquoi, en " + MOTIF_MAX + " caractères au plus."));
        }
        if (dicte.negatif() || dicte.voix() > votants) {
            erreurs.add(new ErreurChamp(
                    "votes",
                    "Ce dossier compte " + votants + (votants > 1 ? " votants" : " votant") + " : vérifiez les voix."));
        }
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
    }

    Point effacer(UUID pointId) {
        Point point = exiger(pointId);
        if (point.etat() != EtatPoint.RENDU) {
            throw new Conflit("Il n'y a pas d'avis à retirer sur " + point.numeroDossier() + ".");
        }
        return remplacer(point.devient(EtatPoint.ATTENDU, null, null, null));
    }

    Point reporter(UUID pointId, String motif, UUID vers) {
        Point point = exigerAttendu(pointId, "retirez d'abord cet avis pour reporter le dossier");
        return remplacer(point.devient(EtatPoint.REPORTE, null, motif, vers));
    }

    Point reprendre(UUID pointId) {
        Point point = exiger(pointId);
        if (point.etat() != EtatPoint.REPORTE) {
            throw new Conflit("Le dossier " + point.numeroDossier() + " n'est pas reporté.");
        }
        return remplacer(point.devient(EtatPoint.ATTENDU, null, null, null));
    }

    Optional<Point> retirerCas(UUID casId, String motif, boolean garder) {
        Optional<Point> trouve =
                points.stream().filter(p -> p.casId().equals(casId)).findFirst();
        trouve.ifPresent(p -> {
            if (garder) {
                remplacer(p.devient(EtatPoint.RETIRE, null, motif, null));
            } else {
                points.remove(p);
            }
        });
        return trouve;
    }

    private Point exigerAttendu(UUID pointId, String suite) {
        Point point = exiger(pointId);
        return switch (point.etat()) {
            case ATTENDU -> point;
            case RENDU -> throw new Conflit("L'avis sur ce dossier est déjà donné : " + suite + ".");
            case REPORTE, RETIRE ->
                throw new Conflit("Le dossier " + point.numeroDossier() + " n'est plus examiné à cette séance.");
        };
    }

    private Point remplacer(Point point) {
        points.replaceAll(p -> p.id().equals(point.id()) ? point : p);
        return point;
    }
}
