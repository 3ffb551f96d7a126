package fr.jalon.rsa;

import java.util.List;

/** What the rules found, in one sentence of the history: how many conditions fail, how many facts are to be asked, never "one" for five. */
final class VerdictEnMots {

    private VerdictEnMots() {}

    /**
     * The sentence.
     *
     * @param eligible null while a fact is to be asked or a condition to be confirmed
     */
    static String de(List<ConditionVerifiee> conditions, Boolean eligible) {
        if (Boolean.TRUE.equals(eligible)) {
            return "Règles : toutes les conditions sont remplies.";
        }
        long manques = conditions.stream().filter(ConditionVerifiee::manque).count();
        if (Boolean.FALSE.equals(eligible)) {
            return manques > 1
                    ? "Règles : " + manques + " conditions ne sont pas remplies."
                    : "Règles : une condition n'est pas remplie.";
        }
        long faits = conditions.stream().filter(ConditionVerifiee::aDemander).count();
        if (faits == 0) {
            return "Règles : ce qui manque repose sur une règle à confirmer.";
        }
        return faits == 1 ? "Règles : un fait reste à demander." : "Règles : " + faits + " faits restent à demander.";
    }
}
