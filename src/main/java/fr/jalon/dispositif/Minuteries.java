package fr.jalon.dispositif;

import java.time.LocalDate;
import java.util.Date;

/** Port to the timers of running paths. */
public interface Minuteries {

    /**
     * Moves a timer that waits, and the variable that it was made from; nothing when the path is not waiting there.
     *
     * @param numero number of the dossier
     * @param element id of the timer's event in the model
     * @param quand instant at which it fires
     * @param limite hard date shown on the step that the timer ends, null when it is not known
     */
    void regler(String numero, String element, VariableParcours<Date> variable, Date quand, LocalDate limite);
}
