package fr.jalon;

import fr.jalon.atelier.CommandeVerifierModeles;
import fr.jalon.commun.Horloge;
import fr.jalon.journal.CommandeJournal;
import fr.jalon.moteur.LecteurDeModeles;
import java.util.Arrays;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Entry point of Jalon, the case-management application. See docs/architecture.md for the modules. */
@SpringBootApplication
@EnableScheduling
@Modulithic(systemName = "Jalon")
public class JalonApplication {

    public static void main(String[] args) {
        // Delays of days keep their Paris hour over the clock changes; the database holds UTC. See docs/decisions/0010.
        TimeZone.setDefault(TimeZone.getTimeZone(Horloge.PARIS));
        if (args.length > 0 && CommandeJournal.NOM.equals(args[0])) {
            System.exit(CommandeJournal.executer(System.out, System.err, Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && CommandeVerifierModeles.NOM.equals(args[0])) {
            System.exit(CommandeVerifierModeles.executer(
                    System.out, System.err, LecteurDeModeles.sansBase(), Arrays.copyOfRange(args, 1, args.length)));
        }
        SpringApplication.run(JalonApplication.class, args);
    }
}
