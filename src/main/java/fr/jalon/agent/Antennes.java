package fr.jalon.agent;

import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The antennes of the CCAS. */
@Service
@Transactional
public class Antennes {

    private final AntennesRepository antennes;
    private final ApplicationEventPublisher evenements;

    Antennes(AntennesRepository antennes, ApplicationEventPublisher evenements) {
        this.antennes = antennes;
        this.evenements = evenements;
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

    /**
     * Changes what is printed and shown of an antenne.
     *
     * @throws SaisieInvalide for each faulty field
     */
    public void modifier(Antenne antenne, Agent auteur) {
        parCode(antenne.code());
        ouvrir(antenne, auteur);
    }

    /**
     * Opens an antenne, or changes it when it exists.
     *
     * @throws SaisieInvalide for each faulty field
     */
    public void ouvrir(Antenne antenne, Agent auteur) {
        auteur.exiger(Role.ADMIN);
        List<ErreurChamp> erreurs = new ArrayList<>();
        exiger(erreurs, "nom", antenne.nom(), 120);
        exiger(erreurs, "adresse", antenne.adresse(), 200);
        exiger(erreurs, "codePostal", antenne.codePostal(), 10);
        exiger(erreurs, "commune", antenne.commune(), 80);
        exiger(erreurs, "telephone", antenne.telephone(), 20);
        exiger(erreurs, "horaires", antenne.horaires(), 200);
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        enregistrer(antenne);
        evenements.publishEvent(new AntenneModifiee(antenne.code(), auteur));
    }

    private static void exiger(List<ErreurChamp> erreurs, String champ, String valeur, int longueur) {
        if (valeur == null || valeur.isBlank()) {
            erreurs.add(new ErreurChamp(champ, "Ce champ est obligatoire : il est imprimé sur les courriers."));
        } else if (valeur.length() > longueur) {
            erreurs.add(new ErreurChamp(champ, "Écrivez au plus " + longueur + " caractères."));
        }
    }
}
