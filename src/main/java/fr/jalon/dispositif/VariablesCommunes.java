package fr.jalon.dispositif;

/** Variables that every path has. */
public final class VariablesCommunes {

    public static final VariableParcours<String> DOSSIER_ID = VariableParcours.code("dossierId");
    public static final VariableParcours<String> ANTENNE = VariableParcours.code("antenne");
    public static final VariableParcours<Boolean> URGENT = VariableParcours.indicateur("urgent");

    private VariablesCommunes() {}
}
