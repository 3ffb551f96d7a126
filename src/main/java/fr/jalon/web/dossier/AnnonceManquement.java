package fr.jalon.web.dossier;

import fr.jalon.commun.Horloge;
import fr.jalon.dossier.DossierVue;
import fr.jalon.sanction.Bornes;
import fr.jalon.sanction.Gradation;
import fr.jalon.sanction.Manquements;
import fr.jalon.sanction.Rang;
import fr.jalon.sanction.ReceptionDesLettres;
import fr.jalon.usager.Personnes;
import fr.jalon.web.commun.Vues;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page that says what a procedure for a breach will do, from the tables that will make it do so; nothing is opened yet. */
@Component
class AnnonceManquement {

    private static final List<String> FOYERS = List.of("SEUL", "PLUSIEURS");

    private final Manquements manquements;
    private final Gradation gradation;
    private final ReceptionDesLettres lettres;
    private final Personnes personnes;
    private final Codes codes;
    private final Horloge horloge;

    AnnonceManquement(
            Manquements manquements,
            Gradation gradation,
            ReceptionDesLettres lettres,
            Personnes personnes,
            Codes codes,
            Horloge horloge) {
        this.manquements = manquements;
        this.gradation = gradation;
        this.lettres = lettres;
        this.personnes = personnes;
        this.codes = codes;
        this.horloge = horloge;
    }

    /** What the law allows for one breach and one kind of foyer. */
    record Ligne(
            String manquement,
            String foyer,
            String sanction,
            String bornes,
            String avis,
            String article,
            boolean sure) {}

    String rendre(DossierVue origine, Model model) {
        Rang rang = manquements.rang(origine.personneId(), horloge.aujourdhui());
        model.addAttribute("dossier", origine);
        model.addAttribute("personne", personnes.parId(origine.personneId()).nomComplet());
        model.addAttribute("rang", rang.libelle());
        model.addAttribute("temps", lettres.tempsPourRepondre());
        model.addAttribute("tempsConfirme", lettres.tempsConfirme());
        model.addAttribute("lignes", lignes(rang));
        model.addAttribute("retour", new Vues.Lien("/dossiers/" + origine.numero(), "Le dossier " + origine.numero()));
        return "dossier/manquement-nouveau";
    }

    private List<Ligne> lignes(Rang rang) {
        LocalDate jour = horloge.aujourdhui();
        return gradation.natures().stream()
                .flatMap(nature -> FOYERS.stream()
                        .flatMap(foyer -> gradation.permises(nature, rang, foyer, jour).stream()
                                .map(b -> ligne(nature, foyer, b))))
                .toList();
    }

    private Ligne ligne(String nature, String foyer, Bornes b) {
        return new Ligne(
                codes.mots("manquement", nature),
                foyer.equals("SEUL") ? codes.mots("foyer", foyer) : "Plusieurs personnes, ou majoration",
                b.sanction().libelle(),
                Stream.of(
                                "de " + b.tauxMin() + " à " + b.tauxMax() + " % du RSA",
                                "de " + b.moisMin() + " à " + b.moisMax() + " mois")
                        .reduce((x, y) -> x + ", " + y)
                        .orElseThrow(),
                gradation.avisRequis(b.sanction()) ? "obligatoire" : "si vous le demandez",
                b.article(),
                gradation.sure(b));
    }
}
