package fr.jalon.seance;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Comptes;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Textes;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.DemandeCourrier;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.courrier.ValeursCourrier;
import fr.jalon.decision.Decisions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The convocations and the minutes. Nothing here is a text: the words are the templates'. */
@Component
class DocumentsSeance {

    private final Courriers courriers;
    private final Comptes comptes;
    private final Antennes antennes;
    private final Instances instances;
    private final Sujets sujets;
    private final Decisions decisions;
    /** Found when minutes are written: they read sessions themselves. */
    private final ObjectProvider<ActesDesPoints> actes;

    DocumentsSeance(
            Courriers courriers,
            Comptes comptes,
            Antennes antennes,
            Instances instances,
            Sujets sujets,
            Decisions decisions,
            ObjectProvider<ActesDesPoints> actes) {
        this.courriers = courriers;
        this.comptes = comptes;
        this.antennes = antennes;
        this.instances = instances;
        this.sujets = sujets;
        this.decisions = decisions;
        this.actes = actes;
    }

    UUID convoquer(SeanceVue seance, Membre membre, RegleInstance regle, Agent auteur) {
        Antenne antenne = antennes.parCode(seance.antenne());
        ValeursCourrier valeurs = communes(seance, regle, antenne, auteur)
                .texte("usager.nomComplet", membre.nom())
                .texte("seance.qualite", regle.libelleQualite(membre.qualite()))
                .texte("seance.titulaire", titulaire(seance, membre))
                .texte("seance.compte", membre.identifiant());
        valeurs.lignes("usager.adresse", adresse(membre, antenne));
        return ecrire(seance, CodesCourrier.CONVOCATION_SEANCE, membre.id().toString(), valeurs, auteur);
    }

    /** The session is called off: a convocation that waits does not leave, and who may have had one is told. */
    void annuler(SeanceVue seance, RegleInstance regle, Agent auteur) {
        for (Membre membre : seance.membres()) {
            if (membre.convocation() == null) {
                continue;
            }
            CourrierVue convocation = courriers.courrier(membre.convocation()).orElseThrow();
            if (convocation.etat().enAttente()) {
                courriers.retirer(convocation.id(), "la séance est annulée", auteur);
            } else if (convocation.etat() != EtatCourrier.ANNULE) {
                Antenne antenne = antennes.parCode(seance.antenne());
                ValeursCourrier valeurs = communes(seance, regle, antenne, auteur)
                        .texte("usager.nomComplet", membre.nom())
                        .texte("seance.motifAnnulation", seance.motifAnnulation());
                valeurs.lignes("usager.adresse", adresse(membre, antenne));
                ecrire(seance, CodesCourrier.ANNULATION_SEANCE, "annulation:" + membre.id(), valeurs, auteur);
            }
        }
    }

    UUID procesVerbal(SeanceVue seance, RegleInstance regle, Agent auteur) {
        Antenne antenne = antennes.parCode(seance.antenne());
        ValeursCourrier valeurs = communes(seance, regle, antenne, auteur)
                .texte("usager.nomComplet", regle.libelle())
                .texte("seance.ouverture", heure(seance.ouverteLe()))
                .texte("seance.fermeture", heure(seance.closeLe()))
                .texte("seance.motifDelai", seance.motifDelai())
                .texte("seance.quorum", quorum(Quorum.deLaSeance(seance, regle)))
                .liste(
                        "membres",
                        seance.membres().stream()
                                .map(m -> membre(seance, m, regle))
                                .toList())
                .liste(
                        "points",
                        seance.points().stream().map(p -> point(seance, p)).toList());
        valeurs.lignes("usager.adresse", adresse(antenne));
        if (regle.auScrutin()) {
            actes.forEach(a ->
                    valeurs.texte("seance.empreinte", a.empreinte(seance)).liste("remarques", a.remarques(seance)));
        }
        if (seance.signature() != null) {
            valeurs.texte("seance.signePar", seance.signature().par())
                    .texte("seance.signeQualite", seance.signature().qualite())
                    .texte("seance.signeLe", moment(seance.signature().le()));
        }
        return ecrire(
                seance,
                regle.auScrutin() ? CodesCourrier.PROCES_VERBAL_CAI : CodesCourrier.PROCES_VERBAL_SEANCE,
                seance.signature() == null ? "pv" : "pv-signe",
                valeurs,
                auteur);
    }

    /**
     * Attests the sessions of a year.
     *
     * @param tenues where the member was present, the first first; not empty
     */
    UUID attester(String compte, int annee, List<SeanceVue> tenues, Agent auteur) {
        SeanceVue derniere = tenues.get(tenues.size() - 1);
        Membre membre = derniere.membre(compte).orElseThrow();
        Antenne antenne = antennes.parCode(derniere.antenne());
        ValeursCourrier valeurs = communes(
                        derniere, instances.regle(derniere.instance(), derniere.jour()), antenne, auteur)
                .texte("usager.nomComplet", membre.nom())
                .texte("participation.annee", Integer.toString(annee))
                .texte("participation.nombre", Textes.combien(tenues.size(), "séance", "séances"))
                .liste(
                        "participations",
                        tenues.stream().map(s -> participation(s, compte)).toList());
        valeurs.lignes("usager.adresse", adresse(membre, antenne));
        return ecrire(
                derniere,
                CodesCourrier.ATTESTATION_PARTICIPATION,
                "attestation:" + membre.id() + ":" + tenues.size(),
                valeurs,
                auteur);
    }

    /**
     * The sheets of some items in one PDF; nothing is kept.
     *
     * @param cahier rows {@code cahier.titre}, {@code cahier.libelle}, {@code cahier.texte}
     */
    byte[] cahier(SeanceVue seance, RegleInstance regle, List<Map<String, String>> cahier, Agent lecteur) {
        Antenne antenne = antennes.parCode(seance.antenne());
        ValeursCourrier valeurs = communes(seance, regle, antenne, lecteur)
                .texte("usager.nomComplet", lecteur.nomComplet())
                .liste("cahier", cahier);
        valeurs.lignes("usager.adresse", adresse(antenne));
        return courriers.imprimerSansGarder(
                seance.numero(),
                new DemandeCourrier(
                        "seance:" + seance.id() + ":cahier:" + lecteur.identifiant(),
                        CodesCourrier.CAHIER_SEANCE,
                        seance.id(),
                        seance.numero(),
                        lecteur.identifiant(),
                        seance.antenne(),
                        valeurs));
    }

    private Map<String, String> participation(SeanceVue seance, String compte) {
        RegleInstance regle = instances.regle(seance.instance(), seance.jour());
        return Map.of(
                "participations.jour",
                Horloge.enMots(seance.jour()),
                "participations.instance",
                regle.libelle(),
                "participations.qualite",
                regle.libelleQualite(seance.membre(compte).orElseThrow().qualite()));
    }

    private UUID ecrire(SeanceVue seance, String modele, String but, ValeursCourrier valeurs, Agent auteur) {
        return courriers
                .produire(new DemandeCourrier(
                        "seance:" + seance.id() + ":" + but,
                        modele,
                        seance.id(),
                        seance.numero(),
                        auteur.identifiant(),
                        seance.antenne(),
                        valeurs))
                .id();
    }

    private ValeursCourrier communes(SeanceVue seance, RegleInstance regle, Antenne antenne, Agent auteur) {
        Agent prepare = comptes.parIdentifiant(seance.creeePar()).orElse(auteur);
        return new ValeursCourrier()
                .texte(
                        "organisme.nom",
                        decisions
                                .evaluer("coordonnees", Map.of("organisme", "CCAS"))
                                .unique()
                                .map(r -> r.texte("nom"))
                                .orElseThrow(() -> new IllegalStateException("coordonnees n'a pas de ligne CCAS")))
                .texte("organisme.ville", antenne.commune())
                .texte("antenne.nom", antenne.nom())
                .lignes("antenne.adresse", adresse(antenne))
                .texte("antenne.telephone", antenne.telephone())
                .texte("antenne.horaires", antenne.horaires())
                .texte("agent.prenom", prepare.prenom())
                .texte("agent.nom", prepare.nom())
                .texte("agent.qualite", prepare.qualite())
                .lignes("agent.adresse", adresse(antenne))
                .texte("seance.instance", regle.libelle())
                .date("rdv.date", seance.jour())
                .texte("rdv.heure", heure(seance.debut()))
                .texte("rdv.lieu", seance.lieu())
                .texte("seance.nombre", Integer.toString(seance.points().size()));
    }

    private static String moment(Instant instant) {
        return Horloge.enMots(LocalDate.ofInstant(instant, Horloge.PARIS)) + " à " + heure(instant);
    }

    private static String heure(Instant instant) {
        if (instant == null) {
            return null;
        }
        LocalTime heure = instant.atZone(Horloge.PARIS).toLocalTime();
        return "%d h %02d".formatted(heure.getHour(), heure.getMinute());
    }

    private static Map<String, String> membre(SeanceVue seance, Membre m, RegleInstance regle) {
        Map<String, String> rangee = new HashMap<>();
        rangee.put("membres.nom", m.nom());
        rangee.put("membres.qualite", regle.libelleQualite(m.qualite()));
        rangee.put("membres.presence", m.presence().libelle().toLowerCase(java.util.Locale.FRENCH));
        rangee.put("membres.titulaire", titulaire(seance, m));
        rangee.put(
                "membres.pouvoir",
                m.pouvoir() == null
                        ? null
                        : seance.membre(m.pouvoir().mandataire())
                                        .map(Membre::nom)
                                        .orElse("") + " (" + m.pouvoir().ecrit() + ")");
        rangee.put(
                "membres.mouvements",
                seance.mouvements().stream()
                        .filter(v -> v.membreId().equals(m.id()))
                        .map(v -> v.sens().libelle() + " à " + heure(v.quand()))
                        .collect(Collectors.joining(", ")));
        return rangee;
    }

    /** Whom a substitute replaces; null for a titular. */
    private static String titulaire(SeanceVue seance, Membre m) {
        return m.titulaire()
                ? null
                : seance.membre(m.suppleantDe()).map(Membre::nom).orElse(null);
    }

    private Map<String, String> point(SeanceVue seance, Point p) {
        Map<String, String> rangee = new HashMap<>();
        rangee.put("points.dossier", p.numeroDossier());
        rangee.put("points.question", sujets.fiche(p.question(), p.dossierId()).question());
        if (p.etat() == EtatPoint.RENDU) {
            rangee.put("points.avis", avis(seance, p));
            rangee.put("points.motif", p.motif());
            rangee.put("points.quorum", quorum(p.quorum()));
            rangee.put("points.voix", voix(p));
        } else {
            rangee.put("points.sansAvis", p.etat().libelle().toLowerCase(java.util.Locale.FRENCH));
            rangee.put("points.motifReport", p.motifReport());
        }
        rangee.put(
                "points.deports",
                p.deports().stream()
                        .map(d -> seance.membre(d.membreId()).map(Membre::nom).orElse("") + " (" + d.motif() + ")")
                        .collect(Collectors.joining(" ; ")));
        actes.forEach(a -> rangee.putAll(a.rangee(seance, p)));
        return rangee;
    }

    private String avis(SeanceVue seance, Point p) {
        return instances.avis(seance.instance(), p.question()).stream()
                .filter(a -> a.code().equals(p.avis()))
                .map(AvisPossible::libelle)
                .findFirst()
                .orElse(p.avis());
    }

    private static String voix(Point p) {
        if (p.pour() == null && p.contre() == null && p.abstentions() == null) {
            return null;
        }
        return nombre(p.pour()) + " pour, " + nombre(p.contre()) + " contre, " + nombre(p.abstentions())
                + (nombre(p.abstentions()) > 1 ? " abstentions" : " abstention");
    }

    private static int nombre(Integer voix) {
        return voix == null ? 0 : voix;
    }

    private static String quorum(Quorum q) {
        return q.presents()
                + (q.presents() > 1 ? " présents sur " : " présent sur ")
                + q.sieges()
                + (q.sieges() > 1 ? " sièges, quorum " : " siège, quorum ")
                + q.necessaires();
    }

    /** A member without an address of its own is written to at the antenne. */
    private static List<String> adresse(Membre membre, Antenne antenne) {
        return membre.adresse() == null
                ? adresse(antenne)
                : membre.adresse().lines().toList();
    }

    private static List<String> adresse(Antenne antenne) {
        return List.of(antenne.adresse(), antenne.codePostal() + " " + antenne.commune());
    }
}
