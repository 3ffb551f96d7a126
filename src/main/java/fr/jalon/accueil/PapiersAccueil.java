package fr.jalon.accueil;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Comptes;
import fr.jalon.annuaire.Lieu;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.DemandeCourrier;
import fr.jalon.courrier.ValeursCourrier;
import fr.jalon.decision.Decisions;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is printed at the counter and handed over: who gives it, to whom, without a name when the person gave none. */
@Component
public class PapiersAccueil {

    private final Courriers courriers;
    private final Personnes personnes;
    private final Antennes antennes;
    private final Comptes comptes;
    private final Decisions decisions;
    private final MessageSource textes;

    PapiersAccueil(
            Courriers courriers,
            Personnes personnes,
            Antennes antennes,
            Comptes comptes,
            Decisions decisions,
            MessageSource textes) {
        this.courriers = courriers;
        this.personnes = personnes;
        this.antennes = antennes;
        this.comptes = comptes;
        this.decisions = decisions;
        this.textes = textes;
    }

    /**
     * A paper to hand over.
     *
     * @param sujet visit or diagnosis that it is about
     * @param version of what it says: another version replaces the former paper
     * @param numero what the person reads as its reference
     * @param personneId null without a name
     * @param agent log-in name of who received the person
     */
    public record Papier(
            String modele, UUID sujet, int version, String numero, String antenne, UUID personneId, String agent) {}

    /** The paper, written once for each version of its subject; {@code lecteur} signs when the account of the agent is gone. */
    @Transactional
    public CourrierVue ecrire(Papier papier, ValeursCourrier propres, Agent lecteur) {
        String cle = papier.modele() + ":" + papier.sujet() + ":" + papier.version();
        UUID remplace = courriers.parDossier(papier.sujet()).stream()
                .filter(c -> c.modele().equals(papier.modele()))
                .findFirst()
                .map(CourrierVue::id)
                .orElse(null);
        completer(propres, papier, lecteur);
        return courriers.produire(new DemandeCourrier(
                cle,
                papier.modele(),
                papier.sujet(),
                papier.numero(),
                lecteur.identifiant(),
                remplace,
                papier.antenne(),
                propres));
    }

    private void completer(ValeursCourrier valeurs, Papier papier, Agent lecteur) {
        Antenne antenne = antennes.parCode(papier.antenne());
        List<String> adresse = List.of(antenne.adresse(), antenne.codePostal() + " " + antenne.commune());
        Agent agent = comptes.parIdentifiant(papier.agent()).orElse(lecteur);
        valeurs.texte("organisme.nom", ccas())
                .texte("organisme.ville", antenne.commune())
                .texte("antenne.nom", antenne.nom())
                .lignes("antenne.adresse", adresse)
                .texte("antenne.telephone", antenne.telephone())
                .texte("antenne.horaires", antenne.horaires())
                .texte("agent.prenom", agent.prenom())
                .texte("agent.nom", agent.nom())
                .texte("agent.qualite", agent.qualite())
                .lignes("agent.adresse", adresse);
        if (papier.personneId() == null) {
            valeurs.texte("usager.civilite", mot("appel"))
                    .texte("usager.nomComplet", mot("sansNom"))
                    .lignes("usager.adresse", List.of(mot("remis")));
        } else {
            PersonneVue p = personnes.parId(papier.personneId());
            valeurs.texte("usager.civilite", mot("appel." + p.civilite()))
                    .texte("usager.nomComplet", p.nomComplet())
                    .lignes("usager.adresse", List.of(p.adresse().split("\\s*\\n+\\s*")));
        }
    }

    /** Address of a place on one line, null when its street is not known: a town alone leads nowhere. */
    public static String adresse(Lieu lieu) {
        if (lieu.adresse() == null) {
            return null;
        }
        String ville = joindre(" ", lieu.codePostal(), lieu.commune());
        return joindre(", ", lieu.adresse(), ville);
    }

    /** The parts that are known, null when none is. */
    public static String joindre(String separateur, String... parts) {
        String texte = Arrays.stream(parts)
                .filter(Objects::nonNull)
                .filter(p -> !p.isBlank())
                .collect(Collectors.joining(separateur));
        return texte.isEmpty() ? null : texte;
    }

    private String ccas() {
        return decisions
                .evaluer("coordonnees", Map.of("organisme", "CCAS"))
                .unique()
                .map(r -> r.texte("nom"))
                .orElseThrow(() -> new IllegalStateException("coordonnees n'a pas de ligne pour le CCAS"));
    }

    private String mot(String cle) {
        return textes.getMessage("accueil.papier." + cle, null, Locale.FRENCH);
    }
}
