package fr.jalon.dispositif.libre;

import fr.jalon.courrier.ChampFusion;
import fr.jalon.courrier.ModelesCourrier;
import fr.jalon.dispositif.ProprieteControlee;
import fr.jalon.dossier.Issue;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the properties of the general gestures may say; see docs/processus-facultatif.md. */
@Configuration(proxyBeanMethods = false)
class ProprietesLibres {

    private record Propriete(String nom, Function<String, Optional<String>> controle) implements ProprieteControlee {

        @Override
        public Optional<String> faute(String valeur) {
            return controle.apply(valeur);
        }
    }

    /** The end that {@code cloreDossier} gives. */
    @Bean
    ProprieteControlee proprieteIssue() {
        Set<String> issues = Arrays.stream(Issue.values()).map(Issue::name).collect(Collectors.toUnmodifiableSet());
        return new Propriete(
                DeleguesLibres.ISSUE,
                valeur -> issues.contains(valeur)
                        ? Optional.empty()
                        : Optional.of("l'issue « " + valeur + " » n'existe pas. Écrivez l'une de celles-ci : "
                                + issues.stream().sorted().collect(Collectors.joining(", ")) + "."));
    }

    /** The letter that {@code ecrireCourrier} writes. */
    @Bean
    ProprieteControlee proprieteModele(ModelesCourrier modeles) {
        return new Propriete(
                DeleguesLibres.MODELE,
                valeur -> modeles.existe(valeur)
                        ? Optional.empty()
                        : Optional.of("aucun courrier n'a le code « " + valeur
                                + " ». Corrigez le code, ou ajoutez le courrier avant le modèle."));
    }

    /** The fields that the answers fill. */
    @Bean
    ProprieteControlee proprieteValeurs(ModelesCourrier modeles) {
        return new Propriete(DeleguesLibres.VALEURS, valeur -> {
            Set<String> champs =
                    modeles.champs().stream().map(ChampFusion::code).collect(Collectors.toUnmodifiableSet());
            try {
                return ValeursDesReponses.lire(valeur)
                        .champs()
                        .filter(champ -> !champs.contains(champ))
                        .findFirst()
                        .map(champ -> "le champ de courrier « " + champ
                                + " » n'est pas au catalogue. Prenez-en un de champs.csv, ou ajoutez-le.");
            } catch (IllegalStateException illisible) {
                return Optional.of(illisible.getMessage());
            }
        });
    }
}
