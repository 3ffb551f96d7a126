package fr.jalon.agent;

import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The rule of passwords: 12 characters or more, not a common one, not the account's own names. */
@Component
class MotsDePasse {

    private static final int MINIMUM = 12;
    private static final int MAXIMUM = 128;

    private final Set<String> communs;

    MotsDePasse() {
        try (BufferedReader lecteur = new BufferedReader(new InputStreamReader(
                new ClassPathResource("securite/mots-de-passe-communs.txt").getInputStream(),
                StandardCharsets.UTF_8))) {
            communs = lecteur.lines()
                    .map(String::strip)
                    .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void verifier(String champ, String motDePasse, String... noms) {
        if (motDePasse == null || motDePasse.length() < MINIMUM) {
            throw new SaisieInvalide(champ, "Choisissez au moins " + MINIMUM + " caractères.");
        }
        if (motDePasse.length() > MAXIMUM) {
            throw new SaisieInvalide(champ, "Choisissez au plus " + MAXIMUM + " caractères.");
        }
        String minuscules = motDePasse.toLowerCase(Locale.ROOT);
        String racine = minuscules.replaceAll("[^a-z]+", "");
        if (communs.contains(minuscules)
                || communs.contains(racine)
                || minuscules.chars().distinct().count() < 5) {
            throw new SaisieInvalide(champ, "Ce mot de passe est trop courant. Choisissez par exemple une phrase.");
        }
        String lettres = Textes.recherche(motDePasse).replace(" ", "");
        for (String nom : noms) {
            String cherche = Textes.recherche(nom).replace(" ", "");
            if (cherche.length() > 3 && lettres.contains(cherche)) {
                throw new SaisieInvalide(champ, "Le mot de passe ne doit pas contenir votre nom ou votre identifiant.");
            }
        }
    }
}
