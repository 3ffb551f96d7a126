package fr.jalon.essais;

import fr.jalon.commun.Horloge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test sets and moves. */
public class HorlogeReglable extends Clock {

    private volatile Instant instant;

    public HorlogeReglable(LocalDateTime aParis) {
        regler(aParis);
    }

    /** The option of an application that lives at the true hour from its first scheduled task on. */
    public static String aLHeureVraie() {
        return "--jalon.essai.depart=" + new Horloge(Clock.systemUTC()).heureDeParis();
    }

    public final void regler(LocalDateTime aParis) {
        instant = Horloge.instantAParis(aParis);
    }

    public void avancer(Duration duree) {
        instant = instant.plus(duree);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return instant;
    }
}
