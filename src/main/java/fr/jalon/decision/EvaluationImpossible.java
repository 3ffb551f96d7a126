package fr.jalon.decision;

/** The table could not be evaluated with these inputs, most often because of a value's type. */
public class EvaluationImpossible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EvaluationImpossible(String cle, Throwable cause) {
        super("La table « " + cle + " » n'a pas pu être évaluée avec ces valeurs.", cause);
    }
}
