package fr.jalon.agent;

import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The rule of passwords: 12 characters or more, not a common one, not the account's own names, and enough left once the words of
 * the house (antennes, towns, "ccas") are taken away. The common ones are the million of {@code bin/mots-de-passe-communs}, by
 * their digests, and a short French list.
 */
@Component
class MotsDePasse {

    private static final int MINIMUM = 12;
    private static final int MAXIMUM = 128;
    private static final int COURANT_MINIMUM = 8;
    private static final int OCTETS = 5;
    private static final int RESTE = 6;
    private static final List<String> MAISON = List.of("ccas", "jalon");

    private final Set<String> francais;
    private final byte[] empreintes;
    private final AntennesRepository antennes;

    MotsDePasse(AntennesRepository antennes) {
        this.antennes = antennes;
        this.francais = TableDeSecurite.lire("mots-de-passe-communs.txt").stream()
                .map(c -> c[0].strip())
                .collect(Collectors.toUnmodifiableSet());
        try (var fichier = new ClassPathResource("securite/mots-de-passe-communs.bin").getInputStream()) {
            this.empreintes = fichier.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Common passwords known by their digest. */
    int nombre() {
        return empreintes.length / OCTETS;
    }

    /** A password that a person chooses, for itself or for somebody. */
    void verifier(String champ, String motDePasse, String... noms) {
        verifierLaForce(champ, motDePasse, noms);
        if (sansLaMaison(motDePasse).length() < RESTE) {
            throw new SaisieInvalide(
                    champ,
                    "Ce mot de passe se devine : il ne tient qu'au nom d'un lieu ou de la maison. Choisissez par exemple une"
                            + " phrase.");
        }
    }

    /** The same without the words of the house: for the accounts that the application itself makes. */
    void verifierLaForce(String champ, String motDePasse, String... noms) {
        if (motDePasse == null || motDePasse.length() < MINIMUM) {
            throw new SaisieInvalide(champ, "Choisissez au moins " + MINIMUM + " caractères.");
        }
        if (motDePasse.length() > MAXIMUM) {
            throw new SaisieInvalide(champ, "Choisissez au plus " + MAXIMUM + " caractères.");
        }
        String minuscules = plat(motDePasse).toLowerCase(Locale.ROOT);
        String racine = minuscules.replaceAll("[^a-z]+", "");
        String coeur = minuscules.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        if (Stream.of(minuscules, racine, coeur).anyMatch(this::courant)
                || minuscules.chars().distinct().count() < 5) {
            throw new SaisieInvalide(champ, "Ce mot de passe est trop courant. Choisissez par exemple une phrase.");
        }
        String lettres = Textes.recherche(plat(motDePasse)).replace(" ", "");
        for (String nom : noms) {
            String cherche = Textes.recherche(nom).replace(" ", "");
            if (cherche.length() > 3 && lettres.contains(cherche)) {
                throw new SaisieInvalide(champ, "Le mot de passe ne doit pas contenir votre nom ou votre identifiant.");
            }
        }
    }

    /** Wide, circled or joined signs as the plain ones that they stand for. */
    private static String plat(String motDePasse) {
        return Normalizer.normalize(motDePasse, Normalizer.Form.NFKC);
    }

    /** The letters that are left without the words that anybody here would try first, whatever stands between their letters. */
    private String sansLaMaison(String motDePasse) {
        String reste = Textes.recherche(plat(motDePasse)).replaceAll("[^a-z]+", "");
        List<String> mots = Stream.of(
                        MAISON.stream(),
                        antennes.findAll().stream()
                                .map(AntenneEntity::vue)
                                .flatMap(a -> Stream.of(a.nom(), a.commune(), a.code()))
                                .map(Textes::recherche)
                                .map(t -> Arrays.asList(t.split(" ")))
                                .flatMap(Collection::stream)
                                .filter(m -> m.length() > 3))
                .flatMap(m -> m)
                .distinct()
                .sorted((a, b) -> b.length() - a.length())
                .toList();
        for (String mot : mots) {
            reste = reste.replace(mot, "");
        }
        return reste;
    }

    private boolean courant(String texte) {
        return francais.contains(texte) || (texte.length() >= COURANT_MINIMUM && connue(empreinte(texte)));
    }

    private boolean connue(byte[] cherchee) {
        int bas = 0;
        int haut = nombre() - 1;
        while (bas <= haut) {
            int milieu = (bas + haut) >>> 1;
            int ordre = Arrays.compareUnsigned(empreintes, milieu * OCTETS, (milieu + 1) * OCTETS, cherchee, 0, OCTETS);
            if (ordre == 0) {
                return true;
            }
            if (ordre < 0) {
                bas = milieu + 1;
            } else {
                haut = milieu - 1;
            }
        }
        return false;
    }

    private static byte[] empreinte(String texte) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(texte.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
