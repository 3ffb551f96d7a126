package fr.jalon.dispositif;

/**
 * A human step that asks an instance: while the task is open, its dossier is a ready case.
 *
 * @param etape element id
 * @param instance code, row of {@code parametres-instances}
 * @param question code, input of {@code avis-instances}
 */
public record QuestionDeTache(String etape, String instance, String question) {

    /** The instance of the persons who receive the RSA (CASF, art. L262-39). */
    public static final String EQUIPE = "EQUIPE_PLURIDISCIPLINAIRE";

    /** The commission des actions d'insertion. */
    public static final String CAI = "CAI";
}
