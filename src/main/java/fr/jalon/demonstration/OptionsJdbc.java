package fr.jalon.demonstration;

/** JDBC options that every connection of Jalon needs, whoever the server is. See docs/decisions/0010. */
public final class OptionsJdbc {

    /** Instants are stored in UTC whatever the zone of the JVM; the engine's check looks at its own schema alone. */
    public static final String OPTIONS =
            "connectionTimeZone=UTC&preserveInstants=true&forceConnectionTimeZoneToSession=true"
                    + "&nullDatabaseMeansCurrent=true&useBulkStmts=false";

    private OptionsJdbc() {}
}
