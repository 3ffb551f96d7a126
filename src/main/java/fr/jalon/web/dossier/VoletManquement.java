package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.dossier.DossierVue;
import fr.jalon.sanction.Bornes;
import fr.jalon.sanction.ChoixSanction;
import fr.jalon.sanction.Constat;
import fr.jalon.sanction.DecisionSanction;
import fr.jalon.sanction.Gradation;
import fr.jalon.sanction.ManquementVue;
import fr.jalon.sanction.Manquements;
import fr.jalon.sanction.Observations;
import fr.jalon.sanction.Reception;
import fr.jalon.sanction.ReceptionDesLettres;
import fr.jalon.sanction.parcours.SuitesDuManquement;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.SuiteDeLaPersonne;
import fr.jalon.web.commun.Vues;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A breach's part of a dossier: what the law allows, then each act of the adversarial time in order. */
@Component
class VoletManquement implements Volet.Fabrique {

    private static final String TABLE = "manquement-sanction";

    private final Manquements manquements;
    private final SuitesDuManquement suites;
    private final Gradation gradation;
    private final ReceptionDesLettres lettres;
    private final Comptes comptes;
    private final Codes codes;
    private final SuiteDeLaPersonne suite;

    VoletManquement(
            Manquements manquements,
            SuitesDuManquement suites,
            Gradation gradation,
            ReceptionDesLettres lettres,
            Comptes comptes,
            Codes codes,
            SuiteDeLaPersonne suite) {
        this.lettres = lettres;
        this.manquements = manquements;
        this.suites = suites;
        this.gradation = gradation;
        this.comptes = comptes;
        this.codes = codes;
        this.suite = suite;
    }

    @Override
    public String dispositif() {
        return Manquements.DISPOSITIF;
    }

    @Override
    public Volet de(DossierVue dossier, Agent agent) {
        ManquementVue m = manquements.manquement(dossier.id());
        return new Volet(
                m.constat() == null ? List.of() : List.of(permises(m)),
                actes(dossier, m, agent),
                List.of(),
                null,
                null);
    }

    private Vues.DecisionExpliquee permises(ManquementVue m) {
        Constat c = m.constat();
        List<Bornes> bornes = gradation.permises(c.nature(), m.rang(), c.foyer(), c.dateFaits());
        return new Vues.DecisionExpliquee(
                "info",
                "Ce que la loi permet",
                m.rang().libelle() + ", " + codes.mots("foyer", c.foyer()).toLowerCase(java.util.Locale.FRENCH) + ".",
                bornes.stream().map(b -> motif(b, m)).toList(),
                false,
                null,
                List.of(),
                Stream.concat(
                                reserves(),
                                bornes.stream()
                                        .filter(b -> !gradation.sure(b))
                                        .map(b -> b.article() + "\u00a0: à confirmer."))
                        .distinct()
                        .toList());
    }

    /** What nobody confirmed yet, and what Jalon does until then. */
    private Stream<String> reserves() {
        return Stream.of(
                        !lettres.tempsConfirme()
                                ? "Le temps laissé à la personne pour répondre est à confirmer (table des délais)\u00a0:"
                                        + " sa lettre ne dit pas de nombre de jours."
                                : "",
                        gradation.repetitionSure()
                                ? ""
                                : "La période d’une répétition est à confirmer\u00a0: chaque manquement est traité comme"
                                        + " un premier.")
                .filter(r -> !r.isEmpty());
    }

    private Vues.Motif motif(Bornes b, ManquementVue m) {
        return new Vues.Motif(
                b.sanction().libelle() + "\u00a0: de " + b.tauxMin() + " à " + b.tauxMax() + " % du RSA, de "
                        + b.moisMin() + " à " + b.moisMax() + " mois",
                faits(m),
                codes.mots("table", TABLE),
                b.article(),
                b.quiChangerait());
    }

    private List<Vues.Paire> faits(ManquementVue m) {
        Constat c = m.constat();
        return List.of(
                new Vues.Paire("Ce qui est reproché", codes.mots("manquement", c.nature())),
                new Vues.Paire("Date des faits", Mots.jour(c.dateFaits())),
                new Vues.Paire("Rang", m.rang().libelle()),
                new Vues.Paire("Foyer", codes.mots("foyer", c.foyer())));
    }

    private List<PropositionEcran.Acte> actes(DossierVue dossier, ManquementVue m, Agent agent) {
        List<PropositionEcran.Acte> actes = new ArrayList<>();
        if (m.constat() != null) {
            Constat c = m.constat();
            actes.add(new PropositionEcran.Acte(
                    "Sanction envisagée",
                    "attention",
                    majuscule(Manquements.enMots(c.sanction(), c.taux(), c.mois())),
                    false,
                    c.faits(),
                    nom(m.constatePar()) + ", le " + Mots.moment(m.constateLe())));
        }
        if (m.informeeLe() != null) {
            actes.add(observations(m, manquements.observationsAttendues(dossier.id())));
        }
        if (m.avis() != null) {
            actes.add(new PropositionEcran.Acte(
                    "Avis de l’équipe pluridisciplinaire",
                    "info",
                    "Séance du " + Mots.jour(m.avis().seance()),
                    false,
                    m.avis().motif(),
                    null));
        }
        if (m.choix() != null) {
            actes.add(decision(m));
        } else if (suites.decisionRevenue(dossier.id())) {
            actes.add(new PropositionEcran.Acte(
                    "Décision revenue",
                    "attention",
                    "La personne ne l’a pas reçue : la sanction ne court pas",
                    false,
                    "Vérifiez l’adresse, puis décidez de nouveau : une nouvelle lettre, avec d’autres dates, ou pas de"
                            + " sanction.",
                    null));
        }
        if (m.enRegleLe() != null) {
            actes.add(new PropositionEcran.Acte(
                    "Mise en règle", "ok", "Le " + Mots.jour(m.enRegleLe()), false, m.enRegleMotif(), null));
        }
        if (m.finSuite() != null) {
            actes.add(new PropositionEcran.Acte(
                    "Fin de la suppression", "info", m.finSuite().libelle(), false, null, null));
        }
        if (suite.permise(dossier, agent)) {
            manquements.sanctions(dossier.personneId()).stream()
                    .filter(s -> !s.dossierId().equals(dossier.id()))
                    .forEach(s -> actes.add(ancienne(s)));
        }
        return actes;
    }

    /** @param attendues her time to answer runs, or will once her letter left: also again, after another letter */
    private static PropositionEcran.Acte observations(ManquementVue m, boolean attendues) {
        Observations o = m.observations();
        boolean tranchee = m.choix() != null && m.choix().decision().tranche();
        boolean ouvert = attendues || (o == null && !tranchee && m.reception().revenue());
        return new PropositionEcran.Acte(
                "Observations de la personne",
                ouvert ? "attente" : "info",
                ouvert ? attendues(m) : o == null ? "Aucune" : majuscule(dites(o)),
                false,
                o == null ? null : o.texte(),
                o == null || (o.assistance() == null && !ouvert)
                        ? lettre(m)
                        : ouvert
                                ? lettre(m) + "\u00a0; dit avant cette lettre, " + dites(o)
                                : "Avec l’aide de " + o.assistance());
    }

    private static String dites(Observations o) {
        return ("ORAL".equals(o.mode()) ? "de vive voix, le " : "par écrit, le ") + Mots.jour(o.jour());
    }

    private static String lettre(ManquementVue m) {
        Reception lettre = m.reception();
        return "lettre écrite le " + Mots.jour(m.informeeLe())
                + (lettre.recueLe() == null
                        ? ""
                        : (lettre.prouvee() ? ", reçue le " : ", tenue pour reçue le ") + Mots.jour(lettre.recueLe()));
    }

    /** The person's time runs from the receipt: before it, nothing is said of a date. */
    private static String attendues(ManquementVue m) {
        if (m.reception().revenue()) {
            return "La lettre est revenue\u00a0: rien ne court";
        }
        return m.finObservations() == null
                ? "La lettre n’est pas encore partie\u00a0: rien ne court"
                : "Attendues jusqu’au " + Mots.jour(m.finObservations());
    }

    private PropositionEcran.Acte decision(ManquementVue m) {
        ChoixSanction c = m.choix();
        boolean sanction = c.decision() == DecisionSanction.SANCTIONNER;
        return new PropositionEcran.Acte(
                "Décision",
                sanction ? "erreur" : "ok",
                sanction
                        ? majuscule(Manquements.enMots(c.sanction(), c.taux(), c.mois())) + ", du "
                                + Mots.jour(c.debut()) + " au "
                                + Mots.jour(m.fin().minusDays(1))
                                + (Boolean.TRUE.equals(c.radiation())
                                        ? ", avec la proposition de radiation à France Travail"
                                        : "")
                        : c.decision().libelle(),
                false,
                c.decision().tranche() ? c.motif() : m.motifInterne(),
                nom(m.decideePar()) + ", le " + Mots.moment(m.decideeLe()));
    }

    private static PropositionEcran.Acte ancienne(ManquementVue s) {
        ChoixSanction c = s.choix();
        return new PropositionEcran.Acte(
                "Sanction passée",
                "neutre",
                majuscule(Manquements.enMots(c.sanction(), c.taux(), c.mois())),
                false,
                s.enRegleLe() == null ? null : "Levée le " + Mots.jour(s.enRegleLe()) + ".",
                "à partir du " + Mots.jour(c.debut()));
    }

    private static String majuscule(String texte) {
        return texte.substring(0, 1).toUpperCase(java.util.Locale.FRENCH) + texte.substring(1);
    }

    private String nom(String identifiant) {
        return comptes.nom(identifiant);
    }
}
