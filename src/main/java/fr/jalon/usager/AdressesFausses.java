package fr.jalon.usager;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Addresses from which a letter came back. The mark holds for that very address: once the card has another, it counts no more and nobody
 * has to lift it.
 */
@Service
@Transactional
public class AdressesFausses {

    private final JdbcClient jdbc;
    private final Personnes personnes;

    AdressesFausses(JdbcClient jdbc, Personnes personnes) {
        this.jdbc = jdbc;
        this.personnes = personnes;
    }

    /**
     * A mark.
     *
     * @param depuis day on which the letter came back
     * @param courrier number of that letter
     */
    public record AdresseFausse(LocalDate depuis, String courrier) {}

    private record Ligne(String adresse, AdresseFausse marque) {}

    /**
     * Notes that the person was not found at this address.
     *
     * @param adresse lines printed on the envelope
     * @return false when the card already has another address: it is not known to be wrong
     */
    public boolean noter(UUID personneId, String adresse, LocalDate jour, String courrier) {
        if (!comparable(personnes.parId(personneId).adresse()).equals(comparable(adresse))) {
            return false;
        }
        jdbc.sql("insert into adresse_fausse (personne_id, adresse, depuis, courrier) values (?, ?, ?, ?)"
                        + " on duplicate key update adresse = values(adresse), depuis = values(depuis),"
                        + " courrier = values(courrier), version = version + 1")
                .params(List.of(personneId.toString(), adresse, Date.valueOf(jour), courrier))
                .update();
        return true;
    }

    /** The mark on the address that the card has now. */
    @Transactional(readOnly = true)
    public Optional<AdresseFausse> de(PersonneVue personne) {
        return jdbc.sql("select adresse, depuis, courrier from adresse_fausse where personne_id = ?")
                .param(personne.id().toString())
                .query((rs, rang) -> new Ligne(
                        rs.getString(1), new AdresseFausse(rs.getObject(2, LocalDate.class), rs.getString(3))))
                .optional()
                .filter(l -> comparable(l.adresse()).equals(comparable(personne.adresse())))
                .map(Ligne::marque);
    }

    private static String comparable(String adresse) {
        return adresse.toLowerCase(java.util.Locale.FRENCH)
                .replaceAll("[\\s,’']+", " ")
                .strip();
    }
}
