package fr.jalon.seance;

import fr.jalon.commun.Horloge;
import fr.jalon.decision.CatalogueFichiers;
import fr.jalon.decision.Decisions;
import fr.jalon.decision.MoteurDecisionFichiers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Sessions of the CAI in memory, with the rules of the repository and without a database, for the tests of other modules. */
public final class SeancesDEssai {

    public static final String INSTANCE = "CAI";
    public static final String NUMERO = "CAI-2026-06-12";

    /** 14 h in Paris, on the day that the number says. */
    public static final Instant DEBUT = Instant.parse("2026-06-12T12:00:00Z");

    /** The seven seats of the tables, in their order. */
    public static final List<String> SIEGES = List.of(
            "DISPOSITIFS",
            "ANTENNE",
            "DEPARTEMENT",
            "REPRESENTANT_ALLOCATAIRES",
            "REPRESENTANT_ALLOCATAIRES",
            "PROFESSIONNEL_DIRECTION",
            "PROFESSIONNEL_DIRECTION");

    private SeancesDEssai() {}

    public static Instances instances(MoteurDecisionFichiers moteur) {
        return new Instances(
                new Decisions(moteur), new CatalogueFichiers(moteur), new Horloge(Clock.fixed(DEBUT, ZoneOffset.UTC)));
    }

    /** It answers who may vote and the quorum; the rest needs a database. */
    public static Tenue tenue(Instances instances) {
        return new Tenue(null, null, null, instances, null, null, null);
    }

    /** Sheets that always say the same. */
    public static Fiches fiches(FicheCas fiche, DemandeAuJury demande, PersonneConcernee personne) {
        return new Fiches(null, null, null, null) {
            @Override
            public java.util.Optional<DemandeAuJury> demande(Point point) {
                return java.util.Optional.ofNullable(demande);
            }

            @Override
            public FicheCas pourLaPresidence(Point point) {
                return fiche;
            }

            @Override
            public java.util.Optional<PersonneConcernee> concerne(Point point) {
                return java.util.Optional.ofNullable(personne);
            }
        };
    }

    /** @param suppleantDe null for a titular */
    public static Membre membre(String nom, String qualite, Presence presence, Membre suppleantDe) {
        return new Membre(
                UUID.randomUUID(),
                nom,
                nom,
                qualite,
                null,
                suppleantDe == null ? null : suppleantDe.id(),
                presence,
                null);
    }

    /** Seven titulars, all there, named after their place. */
    public static List<Membre> jury() {
        List<Membre> membres = new ArrayList<>();
        for (String qualite : SIEGES) {
            membres.add(membre("Juré " + (membres.size() + 1), qualite, Presence.PRESENT, null));
        }
        return membres;
    }

    /** A titular that gave its proxy. */
    public static Membre donnant(Membre mandant, Membre mandataire) {
        return mandant.donne(new Pouvoir(mandataire.id(), "courriel d'essai", "secretariat", DEBUT));
    }

    public static Membre sansPouvoir(Membre mandant) {
        return mandant.donne(null);
    }

    public static Membre avec(Membre membre, Presence presence) {
        return membre.devient(presence);
    }

    public static Point point(int rang, Membre... deportes) {
        UUID cas = UUID.randomUUID();
        Point point = new Point(
                cas,
                cas,
                rang,
                UUID.randomUUID(),
                "MOB-2026-%04d".formatted(rang),
                "AIDE_MOBILITE",
                EtatPoint.ATTENDU,
                null,
                null,
                null,
                0,
                List.of());
        for (Membre m : deportes) {
            point = point.plus(new Deport(m.id(), "connaît la personne", m.identifiant(), DEBUT));
        }
        return point;
    }

    /** @param decision code, or null for an item that is postponed */
    public static Point fini(Point point, String decision, Long montant) {
        return decision == null
                ? point.devient(EtatPoint.REPORTE, null, "pas de quorum", null)
                : point.devient(
                        EtatPoint.RENDU,
                        new AvisEnSeance(decision, "motif", null, null, null, montant, null, "jure.1", DEBUT),
                        null,
                        null);
    }

    public static SeanceVue seance(List<Membre> membres, List<Point> points, List<Mouvement> mouvements) {
        return seance(NUMERO, DEBUT, EtatSeance.TENUE, null, membres, points, mouvements);
    }

    public static SeanceVue convoquee(List<Membre> membres, Point... points) {
        return new SeanceVue(
                UUID.nameUUIDFromBytes(NUMERO.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                NUMERO,
                INSTANCE,
                "KLEBER",
                DEBUT,
                "Salle du conseil",
                false,
                EtatSeance.CONVOQUEE,
                "secretariat",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                membres,
                List.of(points),
                List.of());
    }

    public static SeanceVue signee(SeanceVue s) {
        return seance(
                s.numero(),
                s.debut(),
                EtatSeance.SIGNEE,
                new SignatureDuProcesVerbal("Juré 1", "Responsable des dispositifs d'insertion", DEBUT),
                s.membres(),
                s.points(),
                s.mouvements());
    }

    private static SeanceVue seance(
            String numero,
            Instant debut,
            EtatSeance etat,
            SignatureDuProcesVerbal signature,
            List<Membre> membres,
            List<Point> points,
            List<Mouvement> mouvements) {
        return new SeanceVue(
                UUID.nameUUIDFromBytes(numero.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                numero,
                INSTANCE,
                "KLEBER",
                debut,
                "Salle du conseil",
                false,
                etat,
                "secretariat",
                debut,
                null,
                null,
                null,
                null,
                null,
                signature,
                membres,
                points,
                mouvements);
    }
}
