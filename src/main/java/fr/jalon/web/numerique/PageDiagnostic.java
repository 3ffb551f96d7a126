package fr.jalon.web.numerique;

import fr.jalon.accueil.PapiersAccueil;
import fr.jalon.agent.Agent;
import fr.jalon.annuaire.AConfirmer;
import fr.jalon.annuaire.Lieu;
import fr.jalon.annuaire.Nomenclature;
import fr.jalon.decision.CatalogueDecisions;
import fr.jalon.numerique.DiagnosticVue;
import fr.jalon.numerique.DiagnosticsNumeriques;
import fr.jalon.numerique.LieuNumerique;
import fr.jalon.numerique.LieuxNumeriques;
import fr.jalon.numerique.RaisonNumerique;
import fr.jalon.usager.Personnes;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import fr.jalon.web.dossier.Codes;
import fr.jalon.web.dossier.MotsDuFormulaire;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The result of a diagnosis: the orientation and every reason, the nearest places, what changed since the time before. */
@Component
class PageDiagnostic {

    private static final String TABLE = "orientation-numerique";
    private static final int LIEUX = 3;

    private final DiagnosticsNumeriques diagnostics;
    private final LieuxNumeriques lieux;
    private final Nomenclature nomenclature;
    private final Personnes personnes;
    private final Codes codes;
    private final CatalogueDecisions catalogue;
    private final MotsDuFormulaire questions = MotsDuFormulaire.de(DiagnosticsNumeriques.FORMULAIRE);

    PageDiagnostic(
            DiagnosticsNumeriques diagnostics,
            LieuxNumeriques lieux,
            Nomenclature nomenclature,
            Personnes personnes,
            Codes codes,
            CatalogueDecisions catalogue) {
        this.diagnostics = diagnostics;
        this.lieux = lieux;
        this.nomenclature = nomenclature;
        this.personnes = personnes;
        this.codes = codes;
        this.catalogue = catalogue;
    }

    /** A place with how near it is, in words. */
    record LieuEcran(
            String nom, String organisme, String offre, String ou, String horaires, String telephone, String pres) {}

    /** What was answered another day, and what was proposed. */
    record AncienEcran(UUID id, String jour, String orientation, List<String> changements) {}

    String rendre(DiagnosticVue d, Agent agent, Model model) {
        model.addAttribute("diagnostic", d);
        model.addAttribute("decision", decision(d));
        model.addAttribute(
                "possibles",
                d.possibles().stream()
                        .map(o -> new Vues.Choix(o.name(), o.libelle(), o == d.orientation() ? "Proposée" : null))
                        .toList());
        model.addAttribute("reponses", questions.paires(d.reponses()));
        model.addAttribute(
                "lieux", lieux.pour(d, LIEUX).stream().map(this::lieu).toList());
        model.addAttribute(
                "quartier",
                nomenclature
                        .quartier(d.quartier())
                        .map(Nomenclature.Quartier::libelle)
                        .orElse(null));
        model.addAttribute("anciens", d.personneId() == null ? List.of() : anciens(d, agent));
        model.addAttribute("retour", retour(d));
        return "numerique/resultat";
    }

    private Vues.Lien retour(DiagnosticVue d) {
        if (d.personneId() != null) {
            return new Vues.Lien(
                    "/usagers/" + d.personneId(),
                    personnes.parId(d.personneId()).nomComplet());
        }
        return new Vues.Lien("/visites", "Les visites du jour");
    }

    private Vues.DecisionExpliquee decision(DiagnosticVue d) {
        return new Vues.DecisionExpliquee(
                "info",
                "Orientation proposée",
                d.orientation().libelle()
                        + (d.retenue() == d.orientation()
                                ? ". La personne choisit : elle peut préférer autre chose."
                                : ". La personne préfère : "
                                        + d.retenue().libelle().toLowerCase(Locale.FRENCH) + "."),
                motifs(d, true),
                false,
                "Lire aussi ce qui compléterait",
                motifs(d, false),
                List.of());
    }

    private List<Vues.Motif> motifs(DiagnosticVue d, boolean retenue) {
        return d.raisons().stream()
                .filter(r -> (r.orientation() == d.orientation()) == retenue)
                .map(r -> motif(r, d))
                .toList();
    }

    private Vues.Motif motif(RaisonNumerique r, DiagnosticVue d) {
        List<Vues.Paire> faits = new ArrayList<>();
        catalogue
                .entreesDeLaRegle(TABLE, r.regle())
                .forEach(e -> questions
                        .paires(Map.of(e.nom(), d.reponses().getOrDefault(e.nom(), false)))
                        .forEach(p -> faits.add(new Vues.Paire(sansQuestion(p.libelle()), p.valeur()))));
        if (r.orientation() != d.orientation()) {
            faits.add(new Vues.Paire("Mène à", r.orientation().libelle()));
        }
        return new Vues.Motif(
                r.raison(), faits, codes.table(TABLE) + ", version " + d.versionTable(), r.source(), null);
    }

    /** A question told as a fact: its answer follows a colon. */
    private static String sansQuestion(String libelle) {
        return libelle.replaceAll("[\\s\\u00a0\\u202f]*\\?$", "");
    }

    private LieuEcran lieu(LieuNumerique l) {
        Lieu x = l.lieu();
        return new LieuEcran(
                x.nom(),
                l.organisme() == null ? "Antenne du CCAS" : l.organisme().nom(),
                l.offre(),
                AConfirmer.mots(PapiersAccueil.adresse(x), l.aConfirmer()),
                AConfirmer.mots(x.horaires(), l.aConfirmer()),
                AConfirmer.mots(x.telephone(), l.aConfirmer()),
                codes.mots("proximite", Integer.toString(l.proximite())));
    }

    /** The other diagnoses of the person; each says which answers are not those of this one. */
    private List<AncienEcran> anciens(DiagnosticVue d, Agent agent) {
        return diagnostics.dePersonne(d.personneId(), agent).stream()
                .filter(a -> !a.id().equals(d.id()))
                .map(a -> new AncienEcran(
                        a.id(),
                        Mots.jour(Mots.aParis(a.etabliLe()).toLocalDate()),
                        a.retenue().libelle(),
                        changements(a.reponses(), d.reponses())))
                .toList();
    }

    private List<String> changements(Map<String, Object> autre, Map<String, Object> ici) {
        return questions.cles().stream()
                .filter(cle -> !Objects.equals(autre.get(cle), ici.get(cle)))
                .flatMap(cle ->
                        questions.paires(Map.of(cle, Objects.requireNonNullElse(autre.get(cle), false))).stream())
                .map(p -> p.libelle() + " " + p.valeur())
                .toList();
    }
}
