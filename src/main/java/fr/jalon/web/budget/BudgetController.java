package fr.jalon.web.budget;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.budget.Cloture;
import fr.jalon.budget.Compte;
import fr.jalon.budget.EnveloppeVue;
import fr.jalon.budget.Enveloppes;
import fr.jalon.budget.JournalDuBudget;
import fr.jalon.commun.Centimes;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Page;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Barres;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The envelopes of a year as a table and bars; each number opens the operations that make it. */
@Controller
@RequestMapping("/budget")
class BudgetController {

    private static final int TAILLE = 50;
    private static final long CENTIMES_DU_MILLIER = 100_000;
    private static final List<Compte> COLONNES = List.of(
            Compte.VOTE, Compte.RESERVE, Compte.ENGAGE, Compte.LIQUIDE, Compte.MANDATE, Compte.PAYE, Compte.LIBRE);

    private final Enveloppes enveloppes;
    private final JournalDuBudget journal;
    private final Cloture cloture;
    private final OngletsDesMandats onglets;
    private final Horloge horloge;

    BudgetController(
            Enveloppes enveloppes,
            JournalDuBudget journal,
            Cloture cloture,
            OngletsDesMandats onglets,
            Horloge horloge) {
        this.enveloppes = enveloppes;
        this.journal = journal;
        this.cloture = cloture;
        this.onglets = onglets;
        this.horloge = horloge;
    }

    /** @param href the operations behind the number, null when it is zero or a total */
    record Cellule(String texte, String href) {}

    /** @param note who funds it, and what is taken in per cent of the vote */
    record Ligne(String libelle, String note, List<Cellule> cellules) {}

    /** An operation behind a number. */
    record Operation(String jour, String nature, String source, String auteur, String montant) {}

    @GetMapping
    String montrer(@RequestParam(required = false) String exercice, @Appelant Agent agent, Model model) {
        int annee = Annee.lire(exercice, horloge);
        List<EnveloppeVue> lues = enveloppes.lister(annee);
        List<Ligne> lignes = new ArrayList<>(lues.stream().map(this::ligne).toList());
        model.addAttribute("lignes", lignes);
        model.addAttribute("total", total(lues));
        model.addAttribute("titres", COLONNES.stream().map(Compte::libelle).toList());
        model.addAttribute("barres", barres(lues));
        model.addAttribute("annee", annee);
        model.addAttribute(
                "annees",
                Stream.concat(Stream.of(annee), cloture.exercices().stream())
                        .distinct()
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList());
        boolean finances = agent.roles().contains(Role.FINANCES);
        model.addAttribute("onglets", finances ? onglets.de(annee, null) : List.of());
        model.addAttribute("finances", finances);
        return "budget/enveloppes";
    }

    private Ligne ligne(EnveloppeVue e) {
        String financeurs = String.join(
                ", ",
                e.financeurs().stream()
                        .map(f -> f.nom() + " " + pourcent(f.points()))
                        .toList());
        return new Ligne(
                e.libelle(),
                part(e.chiffres().vote(), e.chiffres().libre()) + " ; " + financeurs,
                COLONNES.stream()
                        .map(c -> cellule(
                                e.chiffres().de(c),
                                new Adresse("/budget/enveloppes/" + e.id(), Map.of("compte", c.name())).href()))
                        .toList());
    }

    /** The column says that these are euros; nothing is a dash, so that the eye finds the amounts. */
    private static Cellule cellule(long centimes, String href) {
        return centimes == 0
                ? new Cellule("–", null)
                : new Cellule(Centimes.enFrancais(centimes).replace("\u00a0€", ""), href);
    }

    private static String pourcent(int points) {
        return java.math.BigDecimal.valueOf(points, 2)
                        .stripTrailingZeros()
                        .toPlainString()
                        .replace('.', ',')
                + "\u00a0%";
    }

    private static String part(long vote, long libre) {
        return vote == 0 ? "Aucun crédit" : Math.floorDiv((vote - libre) * 100, vote) + "\u00a0% pris";
    }

    private static Ligne total(List<EnveloppeVue> lues) {
        long vote = somme(lues, Compte.VOTE);
        return new Ligne(
                "Toutes les enveloppes",
                part(vote, somme(lues, Compte.LIBRE)),
                COLONNES.stream().map(c -> cellule(somme(lues, c), null)).toList());
    }

    private static long somme(List<EnveloppeVue> lues, Compte compte) {
        return lues.stream().mapToLong(e -> e.chiffres().de(compte)).sum();
    }

    /** Thousands of euros: what is paid, committed and not paid, reserved, free. */
    private static Barres barres(List<EnveloppeVue> lues) {
        return Barres.empilees(
                "Où en est chaque enveloppe, en milliers d’euros",
                List.of(
                        new Barres.Serie("Payé", "ok"),
                        new Barres.Serie("Engagé, pas encore payé", "info"),
                        new Barres.Serie("Réservé", "attente"),
                        new Barres.Serie("Disponible", "claire")),
                lues.stream()
                        .map(e -> new Barres.Nombres(
                                e.libelle(),
                                Stream.of(
                                                e.chiffres().paye(),
                                                e.chiffres().engage()
                                                        - e.chiffres().paye(),
                                                e.chiffres().reserve(),
                                                e.chiffres().libre())
                                        .map(n -> Math.round(n / (double) CENTIMES_DU_MILLIER))
                                        .toList()))
                        .toList());
    }

    @GetMapping("/enveloppes/{id}")
    String operations(
            @PathVariable String id,
            @RequestParam(defaultValue = "VOTE") String compte,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        EnveloppeVue e = enveloppes.parId(id);
        Compte choisi = COLONNES.stream()
                .filter(c -> c.name().equals(compte))
                .findFirst()
                .orElseThrow(() -> new Introuvable("Ce chiffre n'existe pas."));
        Page<JournalDuBudget.Mouvement> mouvements = journal.duCompte(id, choisi, page, TAILLE);
        Adresse ici = new Adresse("/budget/enveloppes/" + id, Map.of("compte", choisi.name()));
        model.addAttribute("enveloppe", e);
        model.addAttribute(
                "onglets",
                COLONNES.stream()
                        .map(c -> new Vues.Onglet(
                                ici.avec("compte", c.name()).href(), c.libelle(), null, c == choisi, null))
                        .toList());
        model.addAttribute("montant", Centimes.enFrancais(e.chiffres().de(choisi)));
        model.addAttribute("chiffre", choisi.libelle());
        model.addAttribute(
                "operations",
                mouvements.elements().stream().map(BudgetController::operation).toList());
        model.addAttribute("page", ici.pages(mouvements));
        model.addAttribute("retour", new Vues.Lien("/budget?exercice=" + e.exercice(), "Budget " + e.exercice()));
        return "budget/operations";
    }

    private static Operation operation(JournalDuBudget.Mouvement m) {
        return new Operation(
                Mots.jour(m.operation().valeur()),
                m.operation().nature().libelle(),
                m.operation().source(),
                m.operation().auteur(),
                Centimes.enFrancais(m.centimes()));
    }
}
