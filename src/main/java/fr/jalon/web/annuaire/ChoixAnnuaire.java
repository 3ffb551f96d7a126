package fr.jalon.web.annuaire;

import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.Nomenclature;
import fr.jalon.commun.Langues;
import fr.jalon.web.commun.Vues.Choix;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the fields of the directory offer. */
@Component
class ChoixAnnuaire {

    private final Nomenclature nomenclature;
    private final Annuaire annuaire;

    ChoixAnnuaire(Nomenclature nomenclature, Annuaire annuaire) {
        this.nomenclature = nomenclature;
        this.annuaire = annuaire;
    }

    void pourFiltrer(Model model) {
        model.addAttribute("leviers", leviers());
        model.addAttribute("quartiers", quartiers());
        model.addAttribute("publics", publics());
        model.addAttribute("natures", natures());
        model.addAttribute(
                "langues",
                Stream.concat(Stream.of("fr"), annuaire.langues().stream())
                        .map(l -> new Choix(l, Langues.nomSeul(l), null))
                        .toList());
    }

    void pourEcrire(Model model) {
        model.addAttribute("quartiers", quartiers());
        model.addAttribute("publics", publics());
        model.addAttribute("natures", natures());
        model.addAttribute(
                "objectifs",
                nomenclature.objectifs().stream()
                        .map(o -> new Choix(
                                o.code(),
                                o.levier() + ". "
                                        + nomenclature
                                                .leviers()
                                                .get(o.levier() - 1)
                                                .court() + " : " + o.libelle(),
                                null))
                        .sorted(java.util.Comparator.comparing(Choix::libelle))
                        .toList());
        model.addAttribute(
                "organismes",
                annuaire.organismes().stream()
                        .map(o -> new Choix(o.code(), o.nom(), null))
                        .toList());
    }

    List<Choix> leviers() {
        return nomenclature.leviers().stream()
                .map(l -> new Choix(String.valueOf(l.numero()), l.numero() + ". " + l.court(), l.libelle()))
                .toList();
    }

    private List<Choix> quartiers() {
        return nomenclature.quartiers().stream()
                .map(q -> new Choix(q.code(), q.libelle() + " (" + q.code() + ")", null))
                .toList();
    }

    private List<Choix> publics() {
        return nomenclature.publics().stream()
                .map(p -> new Choix(p.code(), p.libelle(), null))
                .toList();
    }

    private List<Choix> natures() {
        return nomenclature.natures().stream()
                .map(n -> new Choix(n.code(), n.libelle(), null))
                .toList();
    }
}
