package fr.jalon.usager;

import fr.jalon.commun.Textes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a card being written and a known person are the same: the one matching of the house, for the screens, the programs and
 * every file. It compares; it never decides for a human. The folding is that of the search.
 */
public final class Rapprochement {

    private final FichePersonne fiche;
    private final PersonneVue connue;
    private final NomsCompares noms;
    private final boolean memeNir;
    private final Set<String> partages;

    private Rapprochement(FichePersonne fiche, PersonneVue connue, boolean memeNir, Set<String> partages) {
        this.fiche = fiche;
        this.connue = connue;
        this.noms = new NomsCompares(fiche, connue);
        this.memeNir = memeNir;
        this.partages = partages;
    }

    /** What a comparison says, with its reason in French. */
    public record Verdict(Ressemblance degre, String raison) {

        static final Verdict AUTRE = new Verdict(Ressemblance.AUTRE, "");
    }

    /** @param memeNir the social security numbers are the same; they are compared encrypted */
    public static Verdict comparer(FichePersonne fiche, PersonneVue connue, boolean memeNir) {
        return comparer(fiche, connue, memeNir, Set.of());
    }

    /** @param partages keys of the contacts that many persons share: those of a place or of a helper, they say nothing of a person */
    static Verdict comparer(FichePersonne fiche, PersonneVue connue, boolean memeNir, Set<String> partages) {
        return new Rapprochement(fiche, connue, memeNir, partages).verdict();
    }

    private Verdict verdict() {
        if (memeNir) {
            return parLeNir();
        }
        if (noms.noms().isEmpty() || fiche.dateNaissance() == null) {
            return parLesContacts().orElse(Verdict.AUTRE);
        }
        if (noms.memeNom() && fiche.dateNaissance().equals(connue.dateNaissance())) {
            return memeNomEtMemeDate();
        }
        return parLeNomEtLaDate().or(this::parLesContacts).orElse(Verdict.AUTRE);
    }

    private Verdict parLeNir() {
        String numero = "même numéro de sécurité sociale";
        boolean memeDate =
                fiche.dateNaissance() != null && fiche.dateNaissance().compatible(connue.dateNaissance());
        if (memeDate && (noms.memeNom() || noms.inverses() || noms.memesMots() || noms.unDesNoms())) {
            return new Verdict(Ressemblance.MEME, numero);
        }
        return new Verdict(
                Ressemblance.A_CHOISIR,
                memeDate
                        ? numero + " et même date de naissance, sous un autre nom"
                        : numero + ", mais une autre date de naissance");
    }

    private Verdict memeNomEtMemeDate() {
        String raison = "même nom et même date de naissance";
        if (Textes.ouNull(fiche.nir()) != null && connue.nirMasque() != null) {
            return new Verdict(Ressemblance.A_CHOISIR, raison + ", mais un autre numéro de sécurité sociale");
        }
        Contacts contacts = contacts();
        if (contacts.memes().isEmpty() && !contacts.autres().isEmpty()) {
            return new Verdict(
                    Ressemblance.A_CHOISIR,
                    raison + ", mais une autre adresse ou un autre contact (" + enListe(contacts.autres()) + ")");
        }
        if (contacts.memes().isEmpty() && apporteUnContact()) {
            return new Verdict(Ressemblance.A_CHOISIR, raison + ", mais aucun contact en commun");
        }
        return fiche.dateNaissance().complete() || !contacts.memes().isEmpty()
                ? new Verdict(Ressemblance.MEME, raison)
                : new Verdict(Ressemblance.A_CHOISIR, raison + ", connue en partie seulement");
    }

    /** Names and births that are near: shown, never settled, but for the same name with a birth known in part. */
    private Optional<Verdict> parLeNomEtLaDate() {
        Naissance n = fiche.dateNaissance();
        Naissance autre = connue.dateNaissance();
        String nom = noms.enCommun();
        if (nom == null) {
            return Optional.empty();
        }
        boolean fort = !nom.equals(NomsCompares.PRONONCE);
        if (n.equals(autre)) {
            return probable(
                    nom.equals(NomsCompares.MEME_NOM)
                            ? nom + " et même date de naissance"
                            : nom + ", même date de naissance");
        }
        if (n.compatible(autre)) {
            return noms.memeNom()
                    ? Optional.of(new Verdict(
                            Ressemblance.A_CHOISIR,
                            "même nom, et une date de naissance connue en partie qui peut être la même"))
                    : probable(nom + ", date de naissance qui peut être la même");
        }
        if (n.inversee().filter(autre::equals).isPresent()) {
            return probable(nom + ", jour et mois de naissance inversés");
        }
        if (fort && unAnDEcart(n, autre)) {
            return probable(nom + ", né le même jour à un an d'écart");
        }
        return noms.memeNomQuiSonne() && n.annee() == autre.annee()
                ? probable("même nom et même année de naissance")
                : Optional.empty();
    }

    private Optional<Verdict> parLesContacts() {
        List<String> communs = new ArrayList<>(contacts().memes());
        communs.remove(ADRESSE);
        return communs.isEmpty() ? Optional.empty() : probable("même " + enListe(communs));
    }

    private static Optional<Verdict> probable(String raison) {
        return Optional.of(new Verdict(Ressemblance.PROBABLE, raison));
    }

    private static boolean unAnDEcart(Naissance n, Naissance autre) {
        return n.complete()
                && Objects.equals(n.mois(), autre.mois())
                && Objects.equals(n.jour(), autre.jour())
                && Math.abs(n.annee() - autre.annee()) == 1;
    }

    private static final String ADRESSE = "adresse";

    /** What of the contacts is the same and what is another; what one side does not say is neither. */
    private record Contacts(List<String> memes, List<String> autres) {}

    private Contacts contacts() {
        List<String> memes = new ArrayList<>();
        List<String> autres = new ArrayList<>();
        ranger(ADRESSE, adresse(), memes, autres);
        ranger(
                "téléphone",
                communs(
                        telephones(fiche.telephone(), fiche.autresTelephones()),
                        telephones(connue.telephone(), connue.autresTelephones())),
                memes,
                autres);
        ranger("courriel", communs(courriels(fiche.courriel()), courriels(connue.courriel())), memes, autres);
        return new Contacts(memes, autres);
    }

    private static void ranger(String quoi, Boolean meme, List<String> memes, List<String> autres) {
        if (meme != null) {
            (meme ? memes : autres).add(quoi);
        }
    }

    /**
     * Null when nothing is known to compare: an address that says a town at most, two persons domiciled at one place, which is that of many, or an address that nobody gave. A
     * home on one side and a domiciliation on the other are two addresses, and so are two domiciliations.
     */
    private Boolean adresse() {
        String une = SansAdresse.quiDit(fiche.adresse());
        String autre = SansAdresse.quiDit(connue.adresseTapee());
        String chez = domiciliation(fiche.domiciliation());
        String chezConnue = domiciliation(connue.domiciliation());
        if (!une.isEmpty() && !autre.isEmpty()) {
            return SansAdresse.memeEndroit(une, autre);
        }
        boolean inconnue = (une.isEmpty() && chez.isEmpty()) || (autre.isEmpty() && chezConnue.isEmpty());
        boolean memeEndroit = une.isEmpty() && autre.isEmpty() && chez.equals(chezConnue);
        return (inconnue || memeEndroit) ? null : Boolean.FALSE;
    }

    /** Where letters go without an address; empty when there is an address, or when it is still to be asked. */
    private static String domiciliation(String texte) {
        String lue = Domiciliation.lire(texte);
        return lue == null || lue.equals(Domiciliation.A_DEMANDER) ? "" : Textes.recherche(lue);
    }

    /** Whether the card being written says where the person is met or joined and the known one does not: a homonym would get it. */
    private boolean apporteUnContact() {
        return !Textes.recherche(fiche.adresse()).isEmpty()
                || (!domiciliation(fiche.domiciliation()).isEmpty()
                        && domiciliation(connue.domiciliation()).isEmpty())
                || !ClesDeRecherche.contacts(connue.telephone(), connue.autresTelephones(), connue.courriel())
                        .containsAll(ClesDeRecherche.contacts(
                                fiche.telephone(), fiche.autresTelephones(), fiche.courriel()));
    }

    private static Boolean communs(Set<String> uns, Set<String> autres) {
        return (uns.isEmpty() || autres.isEmpty()) ? null : !Collections.disjoint(uns, autres);
    }

    private Set<String> telephones(String... textes) {
        return Arrays.stream(textes)
                .flatMap(texte -> Telephones.separer(texte).stream())
                .map(ClesDeRecherche::telephone)
                .filter(cle -> !partages.contains(cle))
                .collect(Collectors.toSet());
    }

    private Set<String> courriels(String courriel) {
        return Stream.ofNullable(Textes.ouNull(courriel))
                .map(ClesDeRecherche::courriel)
                .filter(cle -> !partages.contains(cle))
                .collect(Collectors.toSet());
    }

    private static String enListe(List<String> choses) {
        String tout = String.join(", ", choses);
        return choses.size() < 2 ? tout : tout.replaceFirst(", ([^,]+)$", " et $1");
    }
}
