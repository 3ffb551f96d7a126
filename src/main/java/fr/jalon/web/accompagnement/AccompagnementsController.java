package fr.jalon.web.accompagnement;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.corbeille.LigneCorbeille;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.orientation.Orientation;
import fr.jalon.orientation.Orientations;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import fr.jalon.web.corbeille.LigneEcran;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The persons that a référent accompanies, what comes next first, and those whose dossier it may read for some time still. */
@Controller
class AccompagnementsController {

    private static final String NOM = "nom";
    /** The order of a list read every day: what is due first, then what has no date. */
    private static final Comparator<Ligne> PAR_ECHEANCE = Comparator.comparing(
            l -> l.suite() == null ? null : l.suite().date(), Comparator.nullsLast(Comparator.naturalOrder()));

    private final Orientations orientations;
    private final Dossiers dossiers;
    private final Personnes personnes;
    private final Corbeille corbeille;
    private final Horloge horloge;

    AccompagnementsController(
            Orientations orientations, Dossiers dossiers, Personnes personnes, Corbeille corbeille, Horloge horloge) {
        this.orientations = orientations;
        this.dossiers = dossiers;
        this.personnes = personnes;
        this.corbeille = corbeille;
        this.horloge = horloge;
    }

    /**
     * A person in the list.
     *
     * @param dossier number of the accompaniment, null when it was recorded without one
     * @param suite the open step that is due first, null when there is none
     * @param lecture last day of reading, null while the person is followed
     */
    record Ligne(
            String personne,
            String href,
            String dossier,
            String parcours,
            String depuis,
            LigneEcran suite,
            String lecture) {}

    @GetMapping("/accompagnements")
    String lister(
            @RequestParam(defaultValue = "") String etape,
            @RequestParam(defaultValue = "") String tri,
            @Appelant Agent agent,
            Model model) {
        List<Orientation> miennes = orientations.duReferent(agent);
        Map<UUID, PersonneVue> qui = personnes.parIds(
                miennes.stream().map(Orientation::personneId).distinct().toList());
        List<Ligne> enCours = new ArrayList<>();
        List<Ligne> passees = new ArrayList<>();
        for (Orientation o : miennes) {
            (o.enCours() ? enCours : passees).add(ligne(o, qui.get(o.personneId())));
        }
        List<Ligne> montrees = enCours.stream()
                .filter(l -> etape.isEmpty()
                        || (l.suite() != null && etape.equals(l.suite().etape())))
                .sorted(NOM.equals(tri) ? Comparator.comparing(Ligne::personne) : PAR_ECHEANCE)
                .toList();
        model.addAttribute("total", enCours.size());
        model.addAttribute("enCours", montrees);
        model.addAttribute("passees", passees);
        model.addAttribute("etape", etape);
        model.addAttribute("tri", tri);
        model.addAttribute(
                "etapes",
                enCours.stream()
                        .filter(l -> l.suite() != null)
                        .map(l -> l.suite().etape())
                        .distinct()
                        .sorted()
                        .map(e -> new Vues.Choix(e, e, null))
                        .toList());
        model.addAttribute("tris", List.of(new Vues.Choix("", "Échéance", null), new Vues.Choix(NOM, "Nom", null)));
        return "accompagnement/liste";
    }

    private Ligne ligne(Orientation o, PersonneVue personne) {
        DossierVue dossier = o.dossierId() == null ? null : dossiers.parId(o.dossierId());
        return new Ligne(
                personne.nomEtPrenoms(),
                "/usagers/" + o.personneId(),
                dossier == null ? null : dossier.numero(),
                o.parcours().libelle(),
                "depuis le " + Mots.jour(o.debut()),
                dossier == null || !o.enCours() ? null : suite(dossier.id()),
                o.enCours() ? null : Mots.jour(o.lectureJusquAu()));
    }

    private LigneEcran suite(UUID dossierId) {
        return corbeille.duDossier(dossierId).stream()
                .min(Comparator.comparing(LigneCorbeille::limite, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(l -> LigneEcran.de(l, "/taches/" + l.tacheId(), horloge.aujourdhui()))
                .orElse(null);
    }
}
