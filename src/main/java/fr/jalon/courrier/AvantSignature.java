package fr.jalon.courrier;

import java.util.Optional;

/** What a module knows that keeps a letter from being signed, beyond the letter's own state: each that knows something gives such a bean. */
public interface AvantSignature {

    /** Why this letter may not be signed, and what to do, in French; empty when nothing is in the way. */
    Optional<String> empeche(CourrierVue courrier);
}
