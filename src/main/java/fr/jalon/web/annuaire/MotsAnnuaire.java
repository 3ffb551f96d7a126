package fr.jalon.web.annuaire;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.annuaire.AConfirmer;
import fr.jalon.annuaire.ChangementAnnuaire;
import fr.jalon.annuaire.ChargePartenaire;
import fr.jalon.annuaire.Essentiel;
import fr.jalon.annuaire.Lieu;
import fr.jalon.annuaire.Nomenclature;
import fr.jalon.annuaire.OffreVue;
import fr.jalon.annuaire.OrganismeRef;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.annuaire.Places;
import fr.jalon.annuaire.Poste;
import fr.jalon.commun.Langues;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import fr.jalon.web.commun.Vues.Paire;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The directory in words. */
@Component
class MotsAnnuaire {

    private static final Pattern JOUR = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Nomenclature nomenclature;
    private final Comptes comptes;
    private final MessageSource textes;

    MotsAnnuaire(Nomenclature nomenclature, Comptes comptes, MessageSource textes) {
        this.nomenclature = nomenclature;
        this.comptes = comptes;
        this.textes = textes;
    }

    /** A row of a list of offers. */
    record LigneOffre(
            String href,
            String titre,
            String detail,
            String organismes,
            String levier,
            String publics,
            Vues.Badge places,
            String delai,
            boolean aConfirmer) {}

    /** An offer on the public page: what it is, and what a person needs before going. */
    record OffrePublique(
            String href,
            String titre,
            String description,
            String organismes,
            Vues.Badge places,
            List<Paire> essentiel) {}

    /** A row of a list of organisations. */
    record LigneOrganisme(
            String href,
            String nom,
            String presentation,
            String nature,
            String lieux,
            Vues.Badge places,
            boolean aConfirmer) {}

    record LieuEcran(String nom, String ou, String horaires, String telephone) {}

    record ChangementEcran(String champ, String avant, String apres, String qui) {}

    LigneOffre ligne(OffreVue o, String href) {
        return new LigneOffre(
                href,
                o.titre(),
                detail(o),
                noms(o.organismes()),
                levier(o.levier()),
                publics(o),
                places(o.places()),
                delai(o.delaiPremierRendezVous()),
                o.aConfirmer());
    }

    OffrePublique publique(OffreVue o, Essentiel essentiel, String href) {
        return new OffrePublique(
                href, o.titre(), o.description(), noms(o.organismes()), places(o.places()), essentielConnu(essentiel));
    }

    static List<Paire> essentiel(Essentiel e) {
        return List.of(
                new Paire("Où", e.ou()),
                new Paire("Quand", e.quand()),
                new Paire("Pour qui", e.pourQui()),
                new Paire("Pour y entrer", e.entrer()),
                new Paire("Prix", e.cout()));
    }

    /** The same for a list: what is known, then in one line what is to be asked. */
    private static List<Paire> essentielConnu(Essentiel e) {
        List<Paire> paires = essentiel(e);
        List<Paire> connues = new ArrayList<>(paires.stream()
                .filter(p -> !Essentiel.INCONNU.equals(p.valeur()))
                .toList());
        String inconnues = paires.stream()
                .filter(p -> Essentiel.INCONNU.equals(p.valeur()))
                .map(p -> p.libelle().toLowerCase(Locale.FRENCH))
                .collect(Collectors.joining(", "));
        if (!inconnues.isEmpty()) {
            connues.add(new Paire(Essentiel.INCONNU, Mots.majuscule(inconnues)));
        }
        return connues;
    }

    /** @param charge null when the organisation has no offer under way */
    LigneOrganisme ligne(OrganismeVue o, ChargePartenaire charge) {
        return new LigneOrganisme(
                "/annuaire/organismes/" + o.id(),
                o.nom(),
                o.presentation(),
                nature(o),
                o.lieux().isEmpty() ? null : Mots.pluriel(o.lieux().size(), "lieu", "lieux"),
                places(charge == null ? Places.NON_SUIVIES : charge.enTout()),
                o.aConfirmer());
    }

    /** The operational objective, when the title does not say it already. */
    static String detail(OffreVue o) {
        return o.titre().equals(o.objectifOperationnel()) ? null : o.objectifOperationnel();
    }

    String levier(int numero) {
        return nomenclature.leviers().get(numero - 1).court();
    }

    String publics(OffreVue o) {
        return o.publics().stream()
                .map(p -> nomenclature
                        .publicVise(p)
                        .map(Nomenclature.PublicVise::libelle)
                        .orElse(p))
                .collect(Collectors.joining(", "));
    }

    String nature(OrganismeVue o) {
        return nomenclature.nature(o.nature()).map(Nomenclature.Nature::libelle).orElse(o.nature());
    }

    static Vues.Badge places(Places p) {
        String attente = p.attente() == 0 ? "" : ", " + p.attente() + " en attente";
        if (!p.suivies()) {
            return new Vues.Badge("neutre", "Places non suivies" + attente);
        }
        if (p.complet()) {
            return new Vues.Badge("attente", "Complet" + attente);
        }
        return new Vues.Badge(
                "ok", Mots.pluriel(p.libres(), "place libre", "places libres") + " sur " + p.total() + attente);
    }

    static String delai(Integer jours) {
        if (jours == null) {
            return null;
        }
        return jours == 0 ? "le jour même" : Mots.pluriel(jours, "jour", "jours");
    }

    List<Paire> paires(OffreVue o) {
        return sansVides(
                new Paire("Pour qui", publics(o)),
                new Paire("Conditions", o.conditions()),
                new Paire("Quartiers", quartiers(o.quartiers())),
                new Paire("Langues", langues(o.langues())),
                new Paire(
                        "Premier rendez-vous",
                        delai(o.delaiPremierRendezVous()) == null
                                ? null
                                : "en général sous " + delai(o.delaiPremierRendezVous())),
                new Paire("Coût", o.cout()),
                new Paire("Dates", dates(o.debut(), o.fin())));
    }

    /** What remains to say on the public page, beside the essential. */
    List<Paire> autresPaires(OffreVue o) {
        return sansVides(
                new Paire("Quartiers", AConfirmer.mots(quartiers(o.quartiers()), o.aConfirmer())),
                new Paire("Langues", AConfirmer.mots(langues(o.langues()), o.aConfirmer())));
    }

    /** What a professional also wants: where the offer stands in the pact and where the card comes from. */
    List<Paire> pacte(OffreVue o) {
        Nomenclature.Levier levier = nomenclature.leviers().get(o.levier() - 1);
        return sansVides(
                new Paire("Levier", levier.numero() + ". " + levier.libelle()),
                new Paire("Objectif", o.objectif().libelle()),
                new Paire("Objectif opérationnel", o.objectifOperationnel()),
                new Paire("Source", o.source()),
                new Paire("Code", o.code()),
                new Paire("Relue le", Mots.jour(o.confirmeeLe())),
                new Paire(
                        "Fermée aux nouvelles orientations",
                        o.fermeeLe() == null ? null : "depuis le " + Mots.jour(o.fermeeLe())));
    }

    List<Paire> paires(OrganismeVue o) {
        return sansVides(
                new Paire("Sorte", nature(o)),
                new Paire("Quartiers", quartiers(o.quartiers())),
                new Paire("Langues", langues(o.langues())),
                new Paire("Source", o.source()),
                new Paire("Code", o.code()),
                new Paire("Relu le", Mots.jour(o.confirmeLe())));
    }

    List<LieuEcran> lieux(OrganismeVue o) {
        return o.lieux().stream().map(l -> lieu(l, o.aConfirmer())).toList();
    }

    private LieuEcran lieu(Lieu l, boolean aConfirmer) {
        String ville = joindre(" ", l.codePostal(), l.commune());
        String quartier = nomenclature
                .quartier(l.quartier())
                .map(q -> "quartier " + q.libelle())
                .orElse(null);
        return new LieuEcran(
                l.nom(),
                AConfirmer.mots(joindre(", ", l.adresse(), ville, quartier), aConfirmer),
                AConfirmer.mots(l.horaires(), aConfirmer),
                AConfirmer.mots(l.telephone(), aConfirmer));
    }

    List<ChangementEcran> changements(List<ChangementAnnuaire> changements) {
        return changements.stream().map(this::changement).toList();
    }

    private ChangementEcran changement(ChangementAnnuaire c) {
        String qui = comptes.parIdentifiant(c.auteur()).map(Agent::nomComplet).orElse("Jalon");
        return new ChangementEcran(
                textes.getMessage("annuaire." + c.champ(), null, c.champ(), Locale.FRENCH),
                valeur(c.avant()),
                valeur(c.apres()),
                Mots.moment(c.quand()) + ", " + qui);
    }

    /** Days are kept as a machine writes them. */
    private static String valeur(String gardee) {
        return gardee != null && JOUR.matcher(gardee).matches() ? Mots.jour(LocalDate.parse(gardee)) : gardee;
    }

    static String contact(Poste p) {
        return joindre(", ", p.telephone(), p.courriel());
    }

    private String quartiers(List<String> codes) {
        return codes.isEmpty()
                ? "Toute la ville"
                : codes.stream()
                        .map(c -> nomenclature
                                .quartier(c)
                                .map(q -> q.libelle() + " (" + c + ")")
                                .orElse(c))
                        .collect(Collectors.joining(", "));
    }

    private String langues(List<String> codes) {
        List<String> noms = new ArrayList<>(List.of(Langues.nomSeul("fr")));
        codes.forEach(c -> noms.add(Langues.nomSeul(c)));
        return String.join(", ", noms);
    }

    private static String noms(List<OrganismeRef> organismes) {
        return organismes.stream().map(OrganismeRef::nom).collect(Collectors.joining(", "));
    }

    private static String dates(LocalDate debut, LocalDate fin) {
        if (debut == null && fin == null) {
            return null;
        }
        return joindre(
                " ",
                debut == null ? null : "à partir du " + Mots.jour(debut),
                fin == null ? null : "jusqu’au " + Mots.jour(fin));
    }

    private static String joindre(String separateur, String... parts) {
        String texte = Arrays.stream(parts)
                .filter(Objects::nonNull)
                .filter(p -> !p.isBlank())
                .collect(Collectors.joining(separateur));
        return texte.isEmpty() ? null : texte;
    }

    private static List<Paire> sansVides(Paire... paires) {
        return Arrays.stream(paires)
                .filter(p -> p.valeur() != null && !p.valeur().isBlank())
                .toList();
    }
}
