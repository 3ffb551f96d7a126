package fr.jalon.dispositif;

import java.util.Optional;

/**
 * What a property of a step may say in a model ({@code camunda:property}). It is checked before the model is published: a word that
 * nothing answers to would only be found on the day when a dossier comes to the step.
 */
public interface ProprieteControlee {

    /** Name of the property, for example {@code issue}. */
    String nom();

    /** What is wrong with a value and what to write instead, in French; empty when nothing is. */
    Optional<String> faute(String valeur);
}
