package fr.jalon.accueil;

import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.Lieu;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.TexteSaisi;
import fr.jalon.commun.Textes;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Checks a typed visit and gathers its faults, field by field. What another outcome would need is left out. */
@Component
class ControleVisite {

    private static final int TEXTE_MAX = 500;
    private static final int LIEU_MAX = 200;

    private final ReferenceAccueil reference;
    private final ParametresAccueil parametres;
    private final Personnes personnes;
    private final Annuaire annuaire;
    private final Horloge horloge;

    ControleVisite(
            ReferenceAccueil reference,
            ParametresAccueil parametres,
            Personnes personnes,
            Annuaire annuaire,
            Horloge horloge) {
        this.reference = reference;
        this.parametres = parametres;
        this.personnes = personnes;
        this.annuaire = annuaire;
        this.horloge = horloge;
    }

    VisiteVerifiee verifier(NouvelleVisite n) {
        List<ErreurChamp> erreurs = new ArrayList<>();
        Optional<PersonneVue> personne = personne(n, erreurs);
        List<String> motifs = motifs(n, erreurs);
        String publicVise = publicVise(n, personne, erreurs);
        IssueVisite issue = issue(n, personne, erreurs);
        String reponse = texte("reponse", n.reponse(), TEXTE_MAX, erreurs);
        boolean orientee = issue == IssueVisite.ORIENTEE;
        boolean rendezVous = issue == IssueVisite.RENDEZ_VOUS;
        OrganismeVue organisme = orientee ? organisme(n, erreurs) : null;
        String lieu = organisme == null ? null : lieu(n, organisme);
        LocalDateTime quand = rendezVous ? rendezVous(n, erreurs) : null;
        String rdvLieu = rendezVous ? obligatoire("rdvLieu", n.rdvLieu(), erreurs) : null;
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        return new VisiteVerifiee(
                personne.map(PersonneVue::id).orElse(null),
                motifs,
                publicVise,
                issue,
                reponse,
                organisme == null ? null : organisme.code(),
                lieu,
                quand,
                rdvLieu);
    }

    private Optional<PersonneVue> personne(NouvelleVisite n, List<ErreurChamp> erreurs) {
        String choisie = Textes.ouNull(n.personne());
        if (choisie == null) {
            if (Textes.ouNull(n.qui()) != null) {
                erreurs.add(new ErreurChamp(
                        "qui", "Choisissez la personne dans la liste, ou effacez ce champ pour une visite sans nom."));
            }
            return Optional.empty();
        }
        Optional<PersonneVue> connue = identifiant(choisie).flatMap(personnes::siExiste);
        if (connue.isEmpty()) {
            erreurs.add(new ErreurChamp(
                    "qui", "Cette personne n'existe pas ou plus. Cherchez-la à nouveau dans la liste."));
        }
        return connue;
    }

    private static Optional<UUID> identifiant(String choisie) {
        try {
            return Optional.of(UUID.fromString(choisie));
        } catch (IllegalArgumentException illisible) {
            return Optional.empty();
        }
    }

    private List<String> motifs(NouvelleVisite n, List<ErreurChamp> erreurs) {
        if (n.motifs().stream().anyMatch(m -> reference.motif(m).isEmpty())) {
            erreurs.add(new ErreurChamp("motifs", "Cette raison n'est pas dans la liste : choisissez-en une autre."));
        } else if (n.motifs().isEmpty()) {
            erreurs.add(new ErreurChamp("motifs", "Cochez au moins une raison."));
        }
        return reference.enOrdre(n.motifs().stream().distinct().toList());
    }

    private String publicVise(NouvelleVisite n, Optional<PersonneVue> personne, List<ErreurChamp> erreurs) {
        String choisi = Textes.ouNull(n.publicVise());
        if (choisi == null) {
            return personne.map(p -> reference.publicDeLAge(p.ageLe(horloge.aujourdhui())))
                    .orElse(null);
        }
        if (reference.publicAccueilli(choisi).isEmpty()) {
            erreurs.add(new ErreurChamp("publicVise", "Ce public n'est pas dans la liste : choisissez-en un autre."));
        }
        return choisi;
    }

    private static IssueVisite issue(NouvelleVisite n, Optional<PersonneVue> personne, List<ErreurChamp> erreurs) {
        String code = Textes.ouNull(n.issue());
        if (code == null) {
            return null;
        }
        Optional<IssueVisite> issue = IssueVisite.lire(code);
        if (issue.isEmpty()) {
            erreurs.add(new ErreurChamp("issue", "Choisissez une suite dans la liste."));
        }
        if (issue.filter(i -> i == IssueVisite.DOSSIER).isPresent()
                && personne.isEmpty()
                && Textes.ouNull(n.personne()) == null) {
            erreurs.add(new ErreurChamp(
                    "qui", "Un dossier a besoin d'un nom : choisissez la personne, ou créez sa fiche."));
        }
        return issue.orElse(null);
    }

    private OrganismeVue organisme(NouvelleVisite n, List<ErreurChamp> erreurs) {
        String code = Textes.ouNull(n.organisme());
        if (code == null) {
            erreurs.add(new ErreurChamp("organisme", "Choisissez dans la liste l'organisme où va la personne."));
            return null;
        }
        Optional<OrganismeVue> connu = annuaire.organismeSiExiste(code);
        if (connu.isEmpty()) {
            erreurs.add(new ErreurChamp(
                    "organisme", "Cet organisme n'est pas dans l'annuaire. Cherchez-le à nouveau dans la liste."));
        }
        return connu.orElse(null);
    }

    private static String lieu(NouvelleVisite n, OrganismeVue organisme) {
        String lieu = Textes.ouNull(n.lieu());
        return organisme.lieux().stream().map(Lieu::nom).anyMatch(nom -> nom.equals(lieu)) ? lieu : null;
    }

    private LocalDateTime rendezVous(NouvelleVisite n, List<ErreurChamp> erreurs) {
        LocalDate jour = lire("rdvJour", n.rdvJour(), LocalDate::parse, "Indiquez le jour du rendez-vous.", erreurs);
        LocalTime heure =
                lire("rdvHeure", n.rdvHeure(), LocalTime::parse, "Indiquez l'heure, par exemple 09:30.", erreurs);
        if (jour == null || heure == null) {
            return null;
        }
        LocalDateTime quand = jour.atTime(heure);
        int mois = parametres.rendezVousMois();
        if (!quand.isAfter(horloge.heureDeParis())) {
            erreurs.add(new ErreurChamp("rdvJour", "Ce rendez-vous est déjà passé : indiquez un jour à venir."));
        } else if (jour.isAfter(horloge.aujourdhui().plusMonths(mois))) {
            erreurs.add(new ErreurChamp("rdvJour", "Donnez un rendez-vous dans les " + mois + " mois."));
        }
        return quand;
    }

    private static <T> T lire(
            String champ, String texte, Function<String, T> lecture, String message, List<ErreurChamp> erreurs) {
        try {
            String net = Textes.ouNull(texte);
            if (net != null) {
                return lecture.apply(net);
            }
        } catch (DateTimeParseException illisible) {
            // Told below, like an empty field.
        }
        erreurs.add(new ErreurChamp(champ, message));
        return null;
    }

    private static String obligatoire(String champ, String valeur, List<ErreurChamp> erreurs) {
        String net = texte(champ, valeur, LIEU_MAX, erreurs);
        if (net == null) {
            erreurs.add(new ErreurChamp(champ, "Indiquez où aura lieu le rendez-vous."));
        }
        return net;
    }

    private static String texte(String champ, String valeur, int max, List<ErreurChamp> erreurs) {
        String net = Textes.ouNull(valeur);
        TexteSaisi.PARAGRAPHE.faute(net, max).ifPresent(message -> erreurs.add(new ErreurChamp(champ, message)));
        return net;
    }
}
