package fr.jalon.web.partenaire;

import fr.jalon.commun.Horloge;
import fr.jalon.prescription.EtatProposition;
import fr.jalon.prescription.FichePartenaire;
import fr.jalon.prescription.PropositionVue;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the partner's pages show of one referral; only agreed facts ever come here. */
@Component
class EcranOrientation {

    private final Horloge horloge;

    EcranOrientation(Horloge horloge) {
        this.horloge = horloge;
    }

    /** A row of the list; the address is null once nothing may be read any more. */
    record Ligne(
            String href,
            String titre,
            String detail,
            String quoi,
            LocalDate date,
            int jours,
            String etatDate,
            List<Vues.Badge> badges) {}

    Ligne ligne(FichePartenaire fiche) {
        PropositionVue p = fiche.proposition();
        LocalDate aujourdhui = horloge.aujourdhui();
        boolean aRepondre = p.etat() == EtatProposition.PROPOSEE && p.attendueLe() != null;
        boolean aRecevoir = p.etat() == EtatProposition.ACCEPTEE;
        LocalDate date = aRepondre
                ? p.attendueLe()
                : aRecevoir ? Mots.aParis(p.rendezVous()).toLocalDate() : null;
        return new Ligne(
                fiche.donnees().isEmpty() ? null : "/partenaire/orientations/" + p.id(),
                fiche.nom() == null ? "Orientation " + fiche.numero() : fiche.nom(),
                detail(fiche),
                aRepondre ? "Réponse attendue" : "Rendez-vous",
                date,
                date == null ? 0 : Mots.joursOuvres(aujourdhui, date),
                p.enRetard(aujourdhui) || (aRecevoir && date.isBefore(aujourdhui)) ? "retard" : "neutre",
                List.of(badge(p)));
    }

    private static String detail(FichePartenaire fiche) {
        PropositionVue p = fiche.proposition();
        String quoi = fiche.numero() + (p.offreTitre() == null ? "" : ", " + p.offreTitre());
        if (p.etat() == EtatProposition.ACCEPTEE) {
            return quoi + ", rendez-vous le " + Mots.moment(p.rendezVous());
        }
        return quoi
                + (p.deLaLoi() ? ", orientée vers vous le " : ", proposée le ")
                + Mots.jour(Mots.aParis(p.proposeeLe()).toLocalDate());
    }

    private static Vues.Badge badge(PropositionVue p) {
        String etat = switch (p.etat()) {
            case PROPOSEE -> "attente";
            case ACCEPTEE, RENCONTREE -> "info";
            case FINIE -> "ok";
            default -> "neutre";
        };
        return new Vues.Badge(etat, p.etat().libelle());
    }

    void remplir(FichePartenaire fiche, SaisieReponse saisie, Model model) {
        PropositionVue p = fiche.proposition();
        LocalDate aujourdhui = horloge.aujourdhui();
        model.addAttribute("fiche", fiche);
        model.addAttribute("donnees", fiche.donnees());
        model.addAttribute("deLaLoi", p.deLaLoi());
        model.addAttribute("etat", p.etat().name());
        model.addAttribute("badge", badge(p));
        model.addAttribute("reperes", reperes(fiche));
        model.addAttribute("saisie", saisie);
        model.addAttribute(
                "rendezVousAVenir",
                p.etat() == EtatProposition.ACCEPTEE && p.rendezVous().isAfter(horloge.maintenant())
                        ? Mots.moment(p.rendezVous())
                        : null);
        model.addAttribute("motifs", SaisieReponse.MOTIFS);
        model.addAttribute("resultats", SaisieReponse.RESULTATS);
        model.addAttribute("limite", p.attendueLe());
        model.addAttribute("jours", p.attendueLe() == null ? 0 : Mots.joursOuvres(aujourdhui, p.attendueLe()));
        model.addAttribute("etatLimite", p.enRetard(aujourdhui) ? "retard" : "neutre");
    }

    private static List<Vues.Paire> reperes(FichePartenaire fiche) {
        PropositionVue p = fiche.proposition();
        List<Vues.Paire> paires = new ArrayList<>();
        paires.add(new Vues.Paire("Numéro", fiche.numero()));
        if (p.offreTitre() != null) {
            paires.add(new Vues.Paire("Votre offre", p.offreTitre()));
        }
        if (p.rendezVous() != null) {
            paires.add(new Vues.Paire("Premier rendez-vous", Mots.moment(p.rendezVous()) + ", " + p.lieu()));
        }
        if (p.rencontreeLe() != null) {
            paires.add(new Vues.Paire("Reçue", "le " + Mots.jour(p.rencontreeLe())));
        }
        return paires;
    }
}
