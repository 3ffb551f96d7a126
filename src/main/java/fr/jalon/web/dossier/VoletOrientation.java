package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.Role;
import fr.jalon.annuaire.Nomenclature;
import fr.jalon.commun.Horloge;
import fr.jalon.dossier.DossierVue;
import fr.jalon.orientation.ContratEngagement;
import fr.jalon.orientation.Contrats;
import fr.jalon.orientation.DemandeOrientationVue;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.orientation.DiagnosticLevier;
import fr.jalon.orientation.Diagnostics;
import fr.jalon.orientation.OrganismesReferents;
import fr.jalon.orientation.Orientation;
import fr.jalon.orientation.Orientations;
import fr.jalon.orientation.Parcours;
import fr.jalon.orientation.PropositionOrientation;
import fr.jalon.orientation.ReferentUnique;
import fr.jalon.orientation.parcours.RepriseDesConfirmations;
import fr.jalon.prescription.EtatProposition;
import fr.jalon.prescription.SuivisDOrientation;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.SuiteDeLaPersonne;
import fr.jalon.web.commun.Vues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The orientation's part of a dossier: the proposal with all its reasons, the decision, the contracts, the former orientations. */
@Component
class VoletOrientation implements Volet.Fabrique {

    private static final String TABLE = "indications-orientation";
    private static final String PREALABLES = "prealables-orientation";

    private final DemandesOrientation demandes;
    private final Orientations orientations;
    private final Contrats contrats;
    private final ReferentUnique referentUnique;
    private final RepriseDesConfirmations reprises;
    private final SuivisDOrientation suivis;
    private final OrganismesReferents organismes;
    private final ChoixOrganismes choix;
    private final Nomenclature nomenclature;
    private final Diagnostics diagnostics;
    private final Comptes comptes;
    private final Codes codes;
    private final SuiteDeLaPersonne suite;
    private final Horloge horloge;
    private final MotsDuFormulaire situation = MotsDuFormulaire.de("recueillir-situation");

    VoletOrientation(
            DemandesOrientation demandes,
            Orientations orientations,
            Contrats contrats,
            ReferentUnique referentUnique,
            RepriseDesConfirmations reprises,
            SuivisDOrientation suivis,
            OrganismesReferents organismes,
            ChoixOrganismes choix,
            Nomenclature nomenclature,
            Diagnostics diagnostics,
            Comptes comptes,
            Codes codes,
            SuiteDeLaPersonne suite,
            Horloge horloge) {
        this.demandes = demandes;
        this.orientations = orientations;
        this.contrats = contrats;
        this.referentUnique = referentUnique;
        this.reprises = reprises;
        this.suivis = suivis;
        this.organismes = organismes;
        this.choix = choix;
        this.nomenclature = nomenclature;
        this.comptes = comptes;
        this.codes = codes;
        this.diagnostics = diagnostics;
        this.suite = suite;
        this.horloge = horloge;
    }

    @Override
    public String dispositif() {
        return DemandesOrientation.DISPOSITIF;
    }

    @Override
    public Volet de(DossierVue dossier, Agent agent) {
        DemandeOrientationVue d = demandes.demande(dossier.id());
        boolean laSuite = suite.permise(dossier, agent);
        return new Volet(
                d.proposition() == null ? List.of() : List.of(parcours(d.proposition()), suites(d.proposition())),
                actes(dossier, d, agent, laSuite),
                situation.paires(d.situation()),
                null,
                null,
                d.proposition() == null || d.confirmeeLe() != null
                        ? null
                        : choix.de(d.proposition(), dossier.personneId()),
                laSuite && litLeDiagnostic(agent)
                        ? List.of(new Vues.Lien("/dossiers/" + dossier.numero() + "/diagnostic", "Diagnostic"))
                        : List.of());
    }

    private static boolean litLeDiagnostic(Agent agent) {
        return agent.aUnDe(Role.ALI, Role.RESPONSABLE_ANTENNE);
    }

    /** What the contract is built on, in one line; the levers themselves are on their own page. */
    private Optional<PropositionEcran.Acte> diagnostic(DossierVue dossier) {
        Map<Integer, DiagnosticLevier> etat = diagnostics.auJour(dossier.personneId(), horloge.aujourdhui());
        if (etat.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<String>> parNiveau = new LinkedHashMap<>();
        nomenclature.leviers().stream()
                .filter(l -> etat.containsKey(l.numero()))
                .forEach(l -> parNiveau
                        .computeIfAbsent(etat.get(l.numero()).niveau().libelle(), n -> new ArrayList<>())
                        .add(l.court().toLowerCase(Locale.FRENCH)));
        List<String> priorites = nomenclature.leviers().stream()
                .filter(l ->
                        etat.containsKey(l.numero()) && etat.get(l.numero()).prioritaire())
                .map(l -> l.court().toLowerCase(Locale.FRENCH))
                .toList();
        return Optional.of(new PropositionEcran.Acte(
                "Diagnostic",
                "info",
                Mots.pluriel(etat.size(), "levier vu", "leviers vus") + " sur "
                        + nomenclature.leviers().size(),
                false,
                parNiveau.entrySet().stream()
                        .map(n -> n.getKey() + " : " + String.join(", ", n.getValue()) + ".")
                        .collect(Collectors.joining(" ")),
                priorites.isEmpty() ? null : "La personne veut commencer par : " + String.join(", ", priorites)));
    }

    private Vues.DecisionExpliquee parcours(PropositionOrientation p) {
        List<Vues.Motif> retenues = new ArrayList<>();
        p.prealables()
                .forEach(
                        x -> retenues.add(new Vues.Motif(x.raison(), null, codes.table(PREALABLES), x.source(), null)));
        retenues.addAll(motifs(p, true));
        retenues.add(new Vues.Motif("Ce que pèsent les indications", poids(p), null, null, null));
        List<Vues.Motif> autres = motifs(p, false);
        return new Vues.DecisionExpliquee(
                p.manquants().isEmpty() ? "info" : "attention",
                "Parcours proposé",
                p.parcours().libelle() + ". " + p.conclusion(),
                retenues,
                true,
                "Lire aussi ce qui fait pencher autrement (" + autres.size() + ")",
                autres,
                p.manquants().isEmpty() ? List.of() : List.of(p.aDemander()));
    }

    private static List<Vues.Paire> poids(PropositionOrientation p) {
        return Arrays.stream(Parcours.values())
                .map(x -> new Vues.Paire(x.libelle(), Integer.toString(p.poids().getOrDefault(x, 0))))
                .toList();
    }

    private List<Vues.Motif> motifs(PropositionOrientation p, boolean duParcours) {
        return p.indications().stream()
                .filter(i -> (i.parcours() == p.parcours()) == duParcours)
                .map(i -> new Vues.Motif(
                        i.raison(),
                        List.of(new Vues.Paire("Poids", i.poids() + " sur 3")),
                        codes.table(TABLE),
                        i.source(),
                        null))
                .toList();
    }

    private Vues.DecisionExpliquee suites(PropositionOrientation p) {
        List<Vues.Motif> noms = p.organismes().stream()
                .map(o -> new Vues.Motif(
                        nature(o.type()) + "\u00a0: " + o.raison(),
                        null,
                        codes.table("organisme-referent"),
                        o.source(),
                        null))
                .toList();
        List<Vues.Motif> actions = p.recommandations().stream()
                .map(r -> new Vues.Motif(r.texte(), null, codes.table("recommandations"), r.source(), null))
                .toList();
        return new Vues.DecisionExpliquee(
                "neutre",
                "Qui et quoi",
                Mots.pluriel(noms.size(), "sorte d’organisme convient", "sortes d’organismes conviennent") + ".",
                noms,
                false,
                "Lire les premières actions recommandées (" + actions.size() + ")",
                actions,
                List.of());
    }

    private String nature(String code) {
        return nomenclature.nature(code).map(Nomenclature.Nature::libelle).orElse(code);
    }

    /** @param laSuite whether what the person lived after this dossier may be read here */
    private List<PropositionEcran.Acte> actes(
            DossierVue dossier, DemandeOrientationVue d, Agent agent, boolean laSuite) {
        List<PropositionEcran.Acte> actes = new ArrayList<>();
        if (laSuite) {
            referentUnique
                    .de(dossier.personneId())
                    .ifPresent(nom ->
                            actes.add(new PropositionEcran.Acte("Référent unique", "info", nom, false, null, null)));
        }
        if (d.sixSemainesLe() != null) {
            actes.add(new PropositionEcran.Acte(
                    "Six semaines passées",
                    "attention",
                    "La loi confie l’orientation à France Travail",
                    false,
                    d.confirmeeLe() == null
                            ? "Notez sa décision quand elle est connue, ou orientez avec son accord."
                            : null,
                    "le " + Mots.jour(d.sixSemainesLe()) + ", CASF, art. L262-29 et D262-65-2"));
        }
        if (d.confirmeeLe() == null) {
            demandes.aRelire(dossier.id())
                    .ifPresent(cause -> actes.add(new PropositionEcran.Acte(
                            "Situation à relire",
                            "attention",
                            cause,
                            false,
                            "Sur la page du dossier, choisissez « Revoir la situation » : la proposition est refaite,"
                                    + " mais rien ne se décide avant.",
                            null)));
        }
        demandes.revision(dossier.id())
                .ifPresent(cause -> actes.add(new PropositionEcran.Acte(
                        "Décision à revoir",
                        "attention",
                        cause,
                        false,
                        reprises.commentRevoir(dossier.id()).orElse(null),
                        null)));
        if (d.confirmeeLe() != null) {
            actes.add(new PropositionEcran.Acte(
                    "Orientation décidée",
                    "ok",
                    d.parcours().libelle() + ", " + organisme(d.organisme()),
                    d.ecart(),
                    d.motif(),
                    decideur(d)));
            rendezVous(dossier, d).ifPresent(actes::add);
        }
        if (laSuite && litLeDiagnostic(agent)) {
            diagnostic(dossier).ifPresent(actes::add);
        }
        contrats.duDossier(dossier.id()).forEach(c -> actes.add(contrat(c)));
        if (d.bilanLe() != null && d.sortie() == null) {
            actes.add(new PropositionEcran.Acte(
                    "Prochain point", "info", "Avant le " + Mots.jour(d.bilanLe()), false, null, d.bilanRaison()));
        }
        if (d.sortie() != null) {
            actes.add(
                    new PropositionEcran.Acte("Sortie", "neutre", d.sortie().libelle(), false, d.motifSortie(), null));
        }
        orientations.histoire(dossier.personneId()).stream()
                .filter(o -> !o.enCours() && (laSuite || dossier.id().equals(o.dossierId())))
                .forEach(o -> actes.add(passee(o)));
        return actes;
    }

    private String decideur(DemandeOrientationVue d) {
        String note = nom(d.confirmeePar()) + ", le " + Mots.moment(d.confirmeeLe());
        return d.decideeLe() == null
                ? note
                : "par France Travail, le " + Mots.jour(d.decideeLe()) + " ; noté par " + note;
    }

    /** With a partner, what it said; with us, our appointment. */
    private Optional<PropositionEcran.Acte> rendezVous(DossierVue dossier, DemandeOrientationVue d) {
        if (d.rendezVous() == null) {
            return suivis.suivi(dossier.id())
                    .map(p -> new PropositionEcran.Acte(
                            "Suivi par un partenaire : " + p.organismeNom(),
                            p.rencontreeLe() != null ? "ok" : p.etat().ouverte() ? "attente" : "attention",
                            p.rencontreeLe() != null
                                    ? "Personne reçue le " + Mots.jour(p.rencontreeLe())
                                    : p.rendezVous() != null
                                            ? p.etat().libelle() + " : le " + Mots.moment(p.rendezVous())
                                            : p.etat() == EtatProposition.PROPOSEE
                                                    ? "Premier rendez-vous attendu"
                                                    : p.etat().libelle(),
                            false,
                            p.precisionRefus(),
                            p.rendezVous() == null ? null : p.lieu()));
        }
        boolean tenu = d.rencontreeLe() != null;
        return Optional.of(new PropositionEcran.Acte(
                "Premier rendez-vous",
                tenu ? "ok" : d.absences() > 0 ? "attention" : "attente",
                tenu ? "Tenu le " + Mots.jour(d.rencontreeLe()) : "Le " + Mots.moment(d.rendezVous()),
                false,
                d.absences() == 0 ? null : Mots.pluriel(d.absences(), "absence notée.", "absences notées."),
                d.lieu()));
    }

    private PropositionEcran.Acte contrat(ContratEngagement c) {
        return new PropositionEcran.Acte(
                "Contrat d’engagement",
                c.signe() ? "info" : c.refuseLe() == null ? "attente" : "attention",
                "Du " + Mots.jour(c.debut()) + " au " + Mots.jour(c.fin()) + ", " + codes.valeur(c.heures())
                        + " h par semaine",
                false,
                c.motifRefus() == null ? enPhrases(c.objectifs()) : c.motifRefus(),
                signature(c));
    }

    /** Each line ends with its stop, written or not. */
    private static String enPhrases(List<String> lignes) {
        return lignes.stream().map(l -> l.replaceFirst("[.;,\\s]+$", "") + ".").collect(Collectors.joining(" "));
    }

    private String signature(ContratEngagement c) {
        if (c.signe()) {
            return "Signé par la personne le " + Mots.jour(c.signePersonneLe()) + ", par " + nom(c.signataire())
                    + " le " + Mots.jour(c.signeReferentLe());
        }
        return c.refuseLe() == null ? "À signer" : "Non signé par la personne, le " + Mots.jour(c.refuseLe());
    }

    private PropositionEcran.Acte passee(Orientation o) {
        return new PropositionEcran.Acte(
                "Orientation passée",
                "neutre",
                o.parcours().libelle() + ", " + organisme(o.organisme()),
                false,
                o.passation(),
                "du " + Mots.jour(o.debut()) + " au " + Mots.jour(o.fin().minusDays(1)));
    }

    private String organisme(String code) {
        return organismes.nom(code);
    }

    private String nom(String identifiant) {
        return comptes.nom(identifiant);
    }
}
