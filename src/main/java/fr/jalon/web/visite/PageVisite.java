package fr.jalon.web.visite;

import fr.jalon.accueil.IssueVisite;
import fr.jalon.accueil.PapiersAccueil;
import fr.jalon.accueil.ParametresAccueil;
import fr.jalon.accueil.ReferenceAccueil;
import fr.jalon.accueil.VisiteVue;
import fr.jalon.accueil.Visites;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Comptes;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.commun.Introuvable;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of the visits: the form made for speed, and the visits of the day below it. */
@Component
class PageVisite {

    private static final int ATTENTE_MONTREE = 20;

    private final Visites visites;
    private final ReferenceAccueil reference;
    private final ParametresAccueil parametres;
    private final Personnes personnes;
    private final Antennes antennes;
    private final Comptes comptes;
    private final Annuaire annuaire;

    PageVisite(
            Visites visites,
            ReferenceAccueil reference,
            ParametresAccueil parametres,
            Personnes personnes,
            Antennes antennes,
            Comptes comptes,
            Annuaire annuaire) {
        this.visites = visites;
        this.reference = reference;
        this.parametres = parametres;
        this.personnes = personnes;
        this.antennes = antennes;
        this.comptes = comptes;
        this.annuaire = annuaire;
    }

    /** A visit of the day; the name is null without one. */
    record Ligne(
            UUID id,
            String numero,
            String jour,
            String heure,
            String nom,
            String motifs,
            Vues.Badge suite,
            String agent,
            boolean annulee) {}

    /** A reason or an outcome with its key. */
    record ChoixAuClavier(String valeur, String libelle, String touche) {}

    String accueil(SaisieVisite saisie, Agent agent, Model model) {
        formulaire(saisie, agent, model);
        List<VisiteVue> duJour = visites.duJour(agent);
        model.addAttribute("lignes", lignes(duJour));
        model.addAttribute("attente", lignes(visites.enAttente(ATTENTE_MONTREE, agent)));
        List<VisiteVue> comptees = duJour.stream().filter(v -> !v.annulee()).toList();
        model.addAttribute("nombre", comptees.size());
        model.addAttribute(
                "sansSuite", comptees.stream().filter(v -> v.issue() == null).count());
        return "visite/visites";
    }

    /** What the fields need, shared by a new visit and by its correction. */
    void formulaire(SaisieVisite saisie, Agent agent, Model model) {
        Antenne antenne = agent.antenne() == null ? null : antennes.parCode(agent.antenne());
        String ici = antenne == null ? "" : PapiersAccueil.joindre(", ", antenne.nom(), antenne.adresse());
        SaisieVisite complete = saisie.v().get("rdvLieu") == null ? saisie.avec("rdvLieu", ici) : saisie;
        model.addAttribute("saisie", complete);
        model.addAttribute("v", complete.v());
        model.addAttribute(
                "motifs",
                reference.motifs().stream()
                        .map(m -> new ChoixAuClavier(m.code(), m.libelle(), m.touche()))
                        .toList());
        model.addAttribute(
                "issues",
                Arrays.stream(IssueVisite.values())
                        .map(i -> new ChoixAuClavier(i.name(), i.libelle(), i.touche()))
                        .toList());
        model.addAttribute(
                "publics",
                reference.publics().stream()
                        .map(p -> new Vues.Choix(p.code(), p.libelle(), null))
                        .toList());
        model.addAttribute("minutes", parametres.correctionMinutes());
    }

    /** What was noted, as it would be typed. */
    SaisieVisite saisie(VisiteVue x) {
        Map<String, String> v = new HashMap<>();
        if (x.personneId() != null) {
            PersonneVue p = personnes.parId(x.personneId());
            v.put("personne", p.id().toString());
            v.put("qui", p.nomEtPrenoms());
        }
        v.put("publicVise", x.publicVise());
        v.put("issue", x.issue() == null ? null : x.issue().name());
        v.put("reponse", x.reponse());
        v.put("organisme", x.organisme());
        v.put("lieu", x.lieu());
        v.put("organismeTexte", x.organisme() == null ? null : organisme(x));
        if (x.rendezVous() != null) {
            v.put("rdvJour", x.rendezVous().toLocalDate().toString());
            v.put("rdvHeure", x.rendezVous().toLocalTime().toString());
            v.put("rdvLieu", x.rendezVousLieu());
        }
        return new SaisieVisite(x.id().toString(), v, x.motifs());
    }

    List<Ligne> lignes(List<VisiteVue> liste) {
        Map<UUID, PersonneVue> connues = personnes.parIds(liste.stream()
                .map(VisiteVue::personneId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return liste.stream().map(x -> ligne(x, connues.get(x.personneId()))).toList();
    }

    private Ligne ligne(VisiteVue x, PersonneVue p) {
        LocalDateTime debut = Mots.aParis(x.commenceeLe());
        return new Ligne(
                x.id(),
                x.numero(),
                Mots.jour(debut.toLocalDate()),
                "%d h %02d".formatted(debut.getHour(), debut.getMinute()),
                p == null ? null : p.nomEtPrenoms(),
                motifs(x),
                suite(x),
                comptes.parIdentifiant(x.agent()).map(Agent::nomComplet).orElse("Jalon"),
                x.annulee());
    }

    String motifs(VisiteVue x) {
        return x.motifs().stream()
                .map(m ->
                        reference.motif(m).map(ReferenceAccueil.Motif::libelle).orElse(m))
                .collect(Collectors.joining(" ; "));
    }

    boolean numerique(VisiteVue x) {
        return x.motifs().stream()
                .anyMatch(m -> reference
                        .motif(m)
                        .filter(ReferenceAccueil.Motif::diagnosticNumerique)
                        .isPresent());
    }

    static Vues.Badge suite(VisiteVue x) {
        if (x.annulee()) {
            return new Vues.Badge("neutre", "Annulée");
        }
        return x.issue() == null
                ? new Vues.Badge("attention", "Sans suite")
                : new Vues.Badge("ok", x.issue().libelle());
    }

    /** The organisation and its place, or the code of one that left the directory. */
    String organisme(VisiteVue x) {
        try {
            return PapiersAccueil.joindre(
                    ", ", annuaire.organisme(x.organisme()).nom(), x.lieu());
        } catch (Introuvable parti) {
            return x.organisme();
        }
    }
}
