package fr.jalon.demonstration;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Refuses to start the demonstration on an address that others can reach: its passwords are public. */
@Component
@Profile("demonstration")
class ProfilDemonstration {

    ProfilDemonstration(@Value("${server.address:}") String adresse) throws UnknownHostException {
        if (adresse.isBlank() || !InetAddress.getByName(adresse).isLoopbackAddress()) {
            throw new IllegalStateException(
                    "Le profil de démonstration n'écoute que sur cette machine (127.0.0.1) : ses"
                            + " mots de passe sont publics. Retirez SERVER_ADDRESS ou le profil.");
        }
    }
}
