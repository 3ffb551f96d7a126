package fr.jalon.importation.personne;

import fr.jalon.agent.Agent;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.importation.lecture.LectureRangee;
import fr.jalon.usager.Domiciliation;
import fr.jalon.usager.Doublon;
import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.usager.Ressemblance;
import fr.jalon.usager.Telephones;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds whether the person of a row is known, by the matching of the house ({@link fr.jalon.usager.Rapprochement}). A doubt is never
 * settled by the software: the row waits for the answer of a human, in its column "Même personne".
 */
@Component
public class RapprochementPersonne {

    /** Columns that a refusal of {@link #chercher} may name. */
    public static final Map<String, String> COLONNES = Map.of(
            ColonnesPersonne.NIR, ColonnesPersonne.NIR, ColonnesPersonne.MEME_PERSONNE, ColonnesPersonne.MEME_PERSONNE);

    private static final int RESSEMBLANCES = 3;
    private static final Set<String> OUI = Set.of("oui", "o", "meme", "vrai");
    private static final Set<String> NON = Set.of("non", "n", "autre", "nouvelle", "faux");

    private final Personnes personnes;

    RapprochementPersonne(Personnes personnes) {
        this.personnes = personnes;
    }

    /**
     * What was found.
     *
     * @param connue the known person, empty for a new one
     * @param proches persons that look alike, to show
     * @param dit a human said whether it is the same person
     */
    public record Resultat(Optional<PersonneVue> connue, List<Doublon> proches, boolean dit) {}

    /** What the row answers about a person that looks alike; null when it does not. */
    public static String reponse(LectureRangee rangee) {
        return Textes.ouNull(rangee.texte(ColonnesPersonne.MEME_PERSONNE));
    }

    /**
     * What makes this row another one than the one of a homonym: somebody answered that she is somebody else.
     *
     * @return empty when nobody did
     */
    public static String distinction(FichePersonne fiche, String reponse) {
        return reponse != null && NON.contains(Textes.recherche(reponse))
                ? "\nautre\n" + Textes.recherche(fiche.adresse()) + "\n" + Telephones.cle(fiche.telephone())
                : "";
    }

    /**
     * Finds the person.
     *
     * @param reponse what a human answered: oui, non, or the reference of a person; null when nobody did
     * @param lecteur who will read what is found
     * @throws SaisieInvalide on the column at fault, when a human has to choose
     */
    public Resultat chercher(FichePersonne fiche, String reponse, Agent lecteur) {
        List<Doublon> doublons = personnes.doublons(fiche, lecteur);
        if (reponse != null) {
            return selon(reponse, doublons);
        }
        List<Doublon> memes = au(Ressemblance.MEME, doublons);
        if (memes.size() == 1) {
            return new Resultat(Optional.of(memes.get(0).personne()), List.of(), false);
        }
        List<Doublon> aChoisir = Stream.concat(memes.stream(), au(Ressemblance.A_CHOISIR, doublons).stream())
                .toList();
        if (!aChoisir.isEmpty()) {
            throw aChoisir(aChoisir);
        }
        return new Resultat(Optional.empty(), doublons, false);
    }

    private static Resultat selon(String reponse, List<Doublon> doublons) {
        String mots = Textes.recherche(reponse);
        if (NON.contains(mots)) {
            doublons.stream().filter(Doublon::certain).findFirst().ifPresent(d -> {
                throw new SaisieInvalide(
                        ColonnesPersonne.NIR,
                        "Ce numéro de sécurité sociale est celui de " + decrire(d.personne())
                                + ". Si c'est quelqu'un d'autre, retirez-le de la ligne.");
            });
            return new Resultat(Optional.empty(), doublons, true);
        }
        List<Doublon> nommees = OUI.contains(mots)
                ? lesPlusProches(doublons)
                : doublons.stream()
                        .filter(d -> d.personne().reference().equalsIgnoreCase(reponse.strip()))
                        .toList();
        if (nommees.size() == 1) {
            return new Resultat(Optional.of(nommees.get(0).personne()), List.of(), true);
        }
        throw new SaisieInvalide(
                ColonnesPersonne.MEME_PERSONNE,
                doublons.isEmpty()
                        ? "Personne de connu ne ressemble à cette ligne : videz cette case."
                        : "Écrivez la référence de l'une de ces personnes, ou non : " + enListe(doublons) + ".");
    }

    /** Those that the first answer may name: the persons to choose from, else everybody who looks alike. */
    private static List<Doublon> lesPlusProches(List<Doublon> doublons) {
        List<Doublon> proches = doublons.stream()
                .filter(d -> d.degre() == Ressemblance.MEME || d.degre() == Ressemblance.A_CHOISIR)
                .toList();
        return proches.isEmpty() ? doublons : proches;
    }

    private static SaisieInvalide aChoisir(List<Doublon> personnes) {
        return new SaisieInvalide(
                ColonnesPersonne.MEME_PERSONNE,
                "Est-ce la même personne ? " + enListe(personnes)
                        + ". Rien n'est écrit avant votre réponse : "
                        + (personnes.size() == 1 ? "oui" : "la référence de la bonne personne")
                        + " si c'est elle, non si c'est quelqu'un d'autre.");
    }

    private static String enListe(List<Doublon> personnes) {
        return personnes.stream()
                .map(d -> decrire(d.personne()) + ", "
                        + d.personne().adresse().replaceAll("\\s*\\n\\s*", ", ")
                        + (d.personne().telephone() == null
                                ? ""
                                : ", " + d.personne().telephone())
                        + " (" + d.raison() + " ; référence " + d.personne().reference() + ")")
                .collect(Collectors.joining(" ; "));
    }

    private static List<Doublon> au(Ressemblance degre, List<Doublon> doublons) {
        return doublons.stream().filter(d -> d.degre() == degre).toList();
    }

    /** "Zoé Inventée, née le 3 mai 1990". */
    public static String decrire(PersonneVue personne) {
        String nee = personne.nee();
        return personne.nomComplet() + ", " + nee.substring(0, 1).toLowerCase(Locale.FRENCH) + nee.substring(1);
    }

    /** One sentence about the persons that look alike, none when nobody does. */
    public static List<String> ressemblances(List<Doublon> proches) {
        if (proches.isEmpty()) {
            return List.of();
        }
        String noms = proches.stream()
                .limit(RESSEMBLANCES)
                .map(p -> decrire(p.personne()) + " (" + p.raison() + ")")
                .collect(Collectors.joining(" ; "));
        int autres = proches.size() - RESSEMBLANCES;
        return List.of("Ressemble à quelqu'un de connu : " + noms
                + (autres > 0 ? ", et " + autres + " de plus" : "")
                + ". Vérifiez que ce n'est pas la même personne.");
    }

    /** French names of what the row changes on the card of a known person. */
    public static List<String> changements(PersonneVue p, FichePersonne fiche) {
        List<String> champs = new ArrayList<>();
        FichePersonne apres = fusionner(p, fiche);
        comparer(champs, "nom d'usage", p.nom(), apres.nom());
        comparer(champs, "nom de naissance", p.nomNaissance(), apres.nomNaissance());
        comparer(champs, "adresse", Textes.recherche(p.adresseTapee()), Textes.recherche(apres.adresse()));
        comparer(champs, "domiciliation", p.domiciliation(), apres.domiciliation());
        comparer(champs, "quartier", p.quartier(), apres.quartier());
        comparer(champs, "téléphone", Telephones.cle(p.telephone()), Telephones.cle(apres.telephone()));
        comparer(champs, "autres téléphones", p.autresTelephones(), apres.autresTelephones());
        comparer(champs, "courriel", minuscules(p.courriel()), minuscules(apres.courriel()));
        comparer(champs, "langue", p.langue(), apres.langue());
        if (apres.nir() != null) {
            champs.add("numéro de sécurité sociale");
        }
        return champs;
    }

    private static void comparer(List<String> champs, String nom, String connu, String apres) {
        if (!Objects.equals(Textes.ouNull(connu), Textes.ouNull(apres))) {
            champs.add(nom);
        }
    }

    /**
     * The card of the known person with the contacts of the row; an empty cell changes nothing. Another name than the known ones becomes
     * the name used, and the former stays as the birth name: the row is read only when it names her by another known name, or when a
     * human said that it is her.
     */
    public static FichePersonne fusionner(PersonneVue p, FichePersonne fiche) {
        String nom = p.nom();
        String nomNaissance = p.nomNaissance();
        boolean nomConnu = fiche.nom() == null
                || Stream.of(p.nom(), p.nomNaissance()).anyMatch(connu -> memeMot(connu, fiche.nom()));
        if (fiche.nomNaissance() != null && !memeMot(fiche.nomNaissance(), nomNaissance)) {
            nomNaissance = fiche.nomNaissance();
            nom = fiche.nom();
        } else if (!nomConnu) {
            nomNaissance = nomNaissance == null ? p.nom() : nomNaissance;
            nom = fiche.nom();
        }
        boolean ailleurs = fiche.adresse() != null
                || (fiche.domiciliation() != null && !Domiciliation.A_DEMANDER.equals(fiche.domiciliation()));
        List<String> numeros = numeros(p, fiche);
        return new FichePersonne(
                p.civilite(),
                nom,
                p.prenoms(),
                p.dateNaissance(),
                ailleurs ? fiche.adresse() : p.adresseTapee(),
                ou(fiche.quartier(), p.quartier()),
                numeros.isEmpty() ? null : numeros.get(0),
                ou(fiche.courriel(), p.courriel()),
                ou(fiche.langue(), p.langue()),
                p.nirMasque() == null ? fiche.nir() : null,
                nomNaissance,
                null,
                numeros.size() < 2 ? null : String.join(", ", numeros.subList(1, numeros.size())),
                ailleurs ? fiche.pays() : p.pays(),
                ailleurs ? fiche.domiciliation() : p.domiciliation(),
                fiche.nirConfirme());
    }

    private static final int NUMEROS_GARDES = 5;

    /** Those of the row first, then those already known: no number is lost. */
    private static List<String> numeros(PersonneVue p, FichePersonne fiche) {
        List<String> connus = Stream.of(p.telephone(), p.autresTelephones())
                .flatMap(t -> Telephones.separer(t).stream())
                .toList();
        List<String> nouveaux = Telephones.separer(fiche.telephone()).stream()
                .filter(n -> connus.stream().noneMatch(c -> Telephones.cle(c).equals(Telephones.cle(n))))
                .toList();
        return Stream.concat(nouveaux.stream(), connus.stream())
                .limit(NUMEROS_GARDES)
                .toList();
    }

    private static boolean memeMot(String un, String autre) {
        return un != null
                && autre != null
                && Textes.recherche(un)
                        .replace(" ", "")
                        .equals(Textes.recherche(autre).replace(" ", ""));
    }

    private static String ou(String lu, String connu) {
        return lu == null ? connu : lu;
    }

    private static String minuscules(String texte) {
        return texte == null ? null : texte.toLowerCase(Locale.ROOT);
    }
}
