package fr.jalon.dispositif;

/** Unknown, altered, expired, used or withdrawn: never said which, so that nobody learns which links exist. */
public class LienDePreuveInvalide extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
