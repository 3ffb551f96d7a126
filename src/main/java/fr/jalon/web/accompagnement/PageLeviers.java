package fr.jalon.web.accompagnement;

import fr.jalon.agent.Comptes;
import fr.jalon.annuaire.Nomenclature;
import fr.jalon.commun.Horloge;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.dossier.DossierVue;
import fr.jalon.moteur.FormulairesLivres;
import fr.jalon.orientation.DiagnosticLevier;
import fr.jalon.orientation.Diagnostics;
import fr.jalon.orientation.parcours.OrientationRsa;
import fr.jalon.usager.Personnes;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import fr.jalon.web.dossier.MotsDuFormulaire;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the pages of the diagnosis. */
@Component
class PageLeviers {

    private static final int NOTE_LA_PLUS_HAUTE = 3;
    /** Fewer points draw no shape: the table says them. */
    private static final int LEVIERS_D_UN_DESSIN = 3;

    private final Diagnostics diagnostics;
    private final Nomenclature nomenclature;
    private final Personnes personnes;
    private final Comptes comptes;
    private final Corbeille corbeille;
    private final Horloge horloge;

    PageLeviers(
            Diagnostics diagnostics,
            Nomenclature nomenclature,
            Personnes personnes,
            Comptes comptes,
            Corbeille corbeille,
            Horloge horloge) {
        this.diagnostics = diagnostics;
        this.nomenclature = nomenclature;
        this.personnes = personnes;
        this.comptes = comptes;
        this.corbeille = corbeille;
        this.horloge = horloge;
    }

    /**
     * A lever in the table.
     *
     * @param quand day and author of the last look, null before the first
     * @param avant level on the compared day, null when there is none
     * @param evolution what changed since, in words, null when nothing can be compared
     */
    record Ligne(
            int numero,
            String court,
            String libelle,
            Vues.Badge niveau,
            boolean prioritaire,
            String quand,
            String conseil,
            Vues.Badge avant,
            String evolution) {}

    /** Name of the form of a lever. */
    static String formulaire(Nomenclature.Levier levier) {
        return "levier-"
                + java.text.Normalizer.normalize(levier.court(), java.text.Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace(' ', '-');
    }

    void remplir(DossierVue dossier, LocalDate demandee, Model model) {
        LocalDate aujourdhui = horloge.aujourdhui();
        Map<Integer, DiagnosticLevier> etat = diagnostics.auJour(dossier.personneId(), aujourdhui);
        List<LocalDate> jours = diagnostics.histoire(dossier.personneId()).stream()
                .map(DiagnosticLevier::etabliLe)
                .distinct()
                .sorted()
                .toList();
        // The first day is the one to compare with: how far the person has come.
        LocalDate avec = jours.size() < 2 ? null : jours.contains(demandee) ? demandee : jours.get(0);
        Map<Integer, DiagnosticLevier> avant = avec == null ? Map.of() : diagnostics.auJour(dossier.personneId(), avec);
        commun(dossier, model);
        model.addAttribute(
                "leviers",
                nomenclature.leviers().stream()
                        .map(l -> ligne(l, etat.get(l.numero()), avant.get(l.numero())))
                        .toList());
        List<String> manquants = diagnostics.manquants(dossier.personneId());
        model.addAttribute("manquants", manquants);
        model.addAttribute(
                "prochain",
                nomenclature.leviers().stream()
                        .filter(l -> manquants.contains(l.court()))
                        .findFirst()
                        .orElse(null));
        model.addAttribute(
                "etape",
                corbeille.duDossier(dossier.id()).stream()
                        .filter(t -> OrientationRsa.ETABLIR_DIAGNOSTIC.equals(t.etape()))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("avec", avec == null ? null : avec.toString());
        model.addAttribute("jourCompare", avec == null ? null : Mots.jour(avec));
        model.addAttribute(
                "jours",
                jours.stream()
                        .filter(j -> j.isBefore(aujourdhui) || jours.size() > 1)
                        .map(j -> new Vues.Choix(j.toString(), Mots.jour(j), null))
                        .toList());
        model.addAttribute("radar", etat.size() < LEVIERS_D_UN_DESSIN ? null : radar(etat, avant, avec));
    }

    void remplirLevier(DossierVue dossier, Nomenclature.Levier levier, Model model) {
        commun(dossier, model);
        model.addAttribute("levier", levier);
        model.addAttribute("retour", new Vues.Lien("/dossiers/" + dossier.numero() + "/diagnostic", "Diagnostic"));
        model.addAttribute(
                "schema", FormulairesLivres.schema(formulaire(levier)).toString());
        List<DiagnosticLevier> passes = diagnostics.histoire(dossier.personneId()).stream()
                .filter(d -> d.levier() == levier.numero())
                .toList();
        if (!model.containsAttribute("donnees")) {
            model.addAttribute("donnees", passes.isEmpty() ? Map.of() : reprise(passes.get(0)));
        }
        if (!model.containsAttribute("erreursForm")) {
            model.addAttribute("erreursForm", Map.of());
        }
        MotsDuFormulaire mots = MotsDuFormulaire.de(formulaire(levier));
        model.addAttribute(
                "passes",
                passes.stream()
                        .map(d -> new Passe(
                                Mots.jour(d.etabliLe()) + ", par " + nom(d.auteur()),
                                badge(d),
                                mots.paires(d.reponses())))
                        .toList());
    }

    /** A former look at the lever, with its answers. */
    record Passe(String quand, Vues.Badge niveau, List<Vues.Paire> reponses) {}

    /** The last answers are shown again, but a refusal to speak of it is asked anew each time. */
    private static Map<String, Object> reprise(DiagnosticLevier dernier) {
        Map<String, Object> donnees = new HashMap<>(dernier.reponses());
        donnees.remove("refus");
        return donnees;
    }

    private void commun(DossierVue dossier, Model model) {
        model.addAttribute("dossier", dossier);
        model.addAttribute("nomPersonne", personnes.parId(dossier.personneId()).nomComplet());
        model.addAttribute("retour", new Vues.Lien("/dossiers/" + dossier.numero(), "Dossier " + dossier.numero()));
    }

    private Ligne ligne(Nomenclature.Levier l, DiagnosticLevier d, DiagnosticLevier avant) {
        return new Ligne(
                l.numero(),
                l.court(),
                l.libelle(),
                d == null ? new Vues.Badge("neutre", "À voir") : badge(d),
                d != null && d.prioritaire(),
                d == null ? null : "vu le " + Mots.jour(d.etabliLe()) + ", par " + nom(d.auteur()),
                d == null ? null : d.niveau().conseil(),
                avant == null ? null : badge(avant),
                evolution(d, avant));
    }

    private static String evolution(DiagnosticLevier d, DiagnosticLevier avant) {
        if (d == null || avant == null || d.moyenne() == null || avant.moyenne() == null || d.id().equals(avant.id())) {
            return null;
        }
        int sens = d.moyenne().compareTo(avant.moyenne());
        return sens > 0 ? "En progrès" : sens < 0 ? "En recul" : "Pareil";
    }

    private Vues.Radar radar(
            Map<Integer, DiagnosticLevier> etat, Map<Integer, DiagnosticLevier> avant, LocalDate avec) {
        List<Vues.Serie> series = new ArrayList<>();
        series.add(new Vues.Serie("Aujourd’hui", moyennes(etat)));
        if (avec != null) {
            series.add(new Vues.Serie(Mots.jour(avec), moyennes(avant)));
        }
        return new Vues.Radar(
                "Les six leviers, de 0 (bloque) à 3 (va bien)",
                nomenclature.leviers().stream().map(Nomenclature.Levier::court).toList(),
                series,
                NOTE_LA_PLUS_HAUTE,
                1);
    }

    private List<BigDecimal> moyennes(Map<Integer, DiagnosticLevier> etat) {
        List<BigDecimal> moyennes = new ArrayList<>();
        nomenclature.leviers().forEach(l -> {
            DiagnosticLevier d = etat.get(l.numero());
            moyennes.add(d == null ? null : d.moyenne());
        });
        return moyennes;
    }

    private static Vues.Badge badge(DiagnosticLevier d) {
        String note = d.moyenne() == null
                ? ""
                : " (" + d.moyenne().stripTrailingZeros().toPlainString().replace('.', ',') + ")";
        return new Vues.Badge(d.niveau().etat(), d.niveau().libelle() + note);
    }

    private String nom(String identifiant) {
        return comptes.nom(identifiant);
    }
}
