package fr.jalon.usager;

import fr.jalon.agent.Antenne;
import fr.jalon.agent.AntenneModifiee;
import fr.jalon.agent.Antennes;
import fr.jalon.decision.Decisions;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The lines of the envelope of somebody without an address: the antenne that follows her, or the approved body. */
@Component
class LignesDeDomiciliation {

    private final Antennes antennes;
    private final Decisions decisions;
    private final JdbcTemplate jdbc;

    LignesDeDomiciliation(Antennes antennes, Decisions decisions, JdbcTemplate jdbc) {
        this.antennes = antennes;
        this.decisions = decisions;
        this.jdbc = jdbc;
    }

    /** The antenne has another name or another address: the next letters go there. */
    @EventListener
    void sur(AntenneModifiee fait) {
        jdbc.update(
                "update personne set adresse = ?, version = version + 1 where antenne = ? and domiciliation in (?, ?)",
                de(Domiciliation.ANTENNE, fait.code()),
                fait.code(),
                Domiciliation.ANTENNE,
                Domiciliation.A_DEMANDER);
    }

    /** @return null when the person has an address of her own */
    String de(String domiciliation, String antenne) {
        if (domiciliation == null) {
            return null;
        }
        if (Domiciliation.organisme(domiciliation)) {
            return domiciliation;
        }
        Antenne a = antennes.parCode(antenne);
        String ccas = decisions
                .evaluer("coordonnees", Map.of("organisme", "CCAS"))
                .unique()
                .map(regle -> regle.texte("nom"))
                .orElseThrow(() -> new IllegalStateException("coordonnees n'a pas de ligne pour le CCAS"));
        return ccas + "\n" + a.nom() + "\n" + a.adresse() + "\n" + a.codePostal() + " " + a.commune();
    }
}
