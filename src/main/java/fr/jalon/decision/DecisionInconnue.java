package fr.jalon.decision;

import fr.jalon.commun.Introuvable;

/** No published decision has this key. */
public class DecisionInconnue extends Introuvable {

    private static final long serialVersionUID = 1L;

    public DecisionInconnue(String cle) {
        super("Aucune table de décision ne s'appelle « " + cle + " ».");
    }
}
