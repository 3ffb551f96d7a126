package fr.jalon.web.accompagnement;

import fr.jalon.agent.Agent;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.orientation.Contrats;
import fr.jalon.orientation.DemandeOrientationVue;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.orientation.Orientation;
import fr.jalon.orientation.Orientations;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The persons that a référent accompanies, and those whose dossier it may read for some time still. */
@Controller
class AccompagnementsController {

    private final Orientations orientations;
    private final DemandesOrientation demandes;
    private final Contrats contrats;
    private final Dossiers dossiers;
    private final Personnes personnes;

    AccompagnementsController(
            Orientations orientations,
            DemandesOrientation demandes,
            Contrats contrats,
            Dossiers dossiers,
            Personnes personnes) {
        this.orientations = orientations;
        this.demandes = demandes;
        this.contrats = contrats;
        this.dossiers = dossiers;
        this.personnes = personnes;
    }

    /** @param dossier number of the accompaniment, null when it was recorded without one */
    record Ligne(String personne, String href, String dossier, String parcours, String suite, Vues.Badge etat) {}

    @GetMapping("/accompagnements")
    String lister(@Appelant Agent agent, Model model) {
        List<Orientation> miennes = orientations.duReferent(agent);
        Map<UUID, PersonneVue> qui = personnes.parIds(
                miennes.stream().map(Orientation::personneId).distinct().toList());
        List<Ligne> enCours = new ArrayList<>();
        List<Ligne> passees = new ArrayList<>();
        for (Orientation o : miennes) {
            (o.enCours() ? enCours : passees).add(ligne(o, qui.get(o.personneId())));
        }
        model.addAttribute("enCours", enCours);
        model.addAttribute("passees", passees);
        return "accompagnement/liste";
    }

    private Ligne ligne(Orientation o, PersonneVue personne) {
        DossierVue dossier = o.dossierId() == null ? null : dossiers.parId(o.dossierId());
        return new Ligne(
                personne.nom() + " " + personne.prenoms(),
                "/usagers/" + o.personneId(),
                dossier == null ? null : dossier.numero(),
                o.parcours().libelle() + ", depuis le " + Mots.jour(o.debut()),
                o.enCours() ? suite(o) : "Lecture jusqu’au " + Mots.jour(o.lectureJusquAu()),
                o.enCours()
                        ? new Vues.Badge("info", dossier == null ? "Suivie" : dossier.etape())
                        : new Vues.Badge("neutre", "Passée à un autre référent"));
    }

    /** What comes next for the person. */
    private String suite(Orientation o) {
        if (o.dossierId() == null) {
            return "Aucun contrat ici";
        }
        DemandeOrientationVue d = demandes.demande(o.dossierId());
        if (d.bilanLe() != null) {
            return "Point avant le " + Mots.jour(d.bilanLe());
        }
        return contrats.dernier(o.dossierId()).isPresent() ? "Contrat à signer" : "Contrat à écrire";
    }
}
