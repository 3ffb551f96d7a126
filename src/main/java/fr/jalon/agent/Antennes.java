package fr.jalon.agent;

import fr.jalon.commun.Introuvable;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The antennes of the CCAS. */
@Service
@Transactional
public class Antennes {

    private final AntennesRepository antennes;

    Antennes(AntennesRepository antennes) {
        this.antennes = antennes;
    }

    @Transactional(readOnly = true)
    public List<Antenne> toutes() {
        return antennes.findAll().stream()
                .map(AntenneEntity::vue)
                .sorted(Comparator.comparing(Antenne::nom))
                .toList();
    }

    /**
     * The antenne of a code.
     *
     * @throws Introuvable when there is none
     */
    @Transactional(readOnly = true)
    public Antenne parCode(String code) {
        return antennes.findById(code)
                .map(AntenneEntity::vue)
                .orElseThrow(() -> new Introuvable("Aucune antenne n'a le code « " + code + " »."));
    }

    /** Creates the antenne or replaces what is known of it. */
    public void enregistrer(Antenne antenne) {
        antennes.findById(antenne.code())
                .ifPresentOrElse(e -> e.remplacer(antenne), () -> antennes.save(new AntenneEntity(antenne)));
    }
}
