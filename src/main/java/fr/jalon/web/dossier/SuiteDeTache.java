package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.corbeille.LigneCorbeille;
import fr.jalon.moteur.TacheVue;
import fr.jalon.web.commun.Vues;
import fr.jalon.web.corbeille.LectureDesFiltres;
import fr.jalon.web.corbeille.LectureDesFiltres.Lecture;
import fr.jalon.web.corbeille.ListeCorbeille;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What to offer once a step is done: the next one of the same dossier when it is for the same agent, else the next of the list. */
@Component
class SuiteDeTache {

    private final Corbeille corbeille;
    private final LectureDesFiltres lecture;

    SuiteDeTache(Corbeille corbeille, LectureDesFiltres lecture) {
        this.corbeille = corbeille;
        this.lecture = lecture;
    }

    /** The task after this one in its list, while it still stands there. */
    Optional<String> voisine(String tacheId, ListeCorbeille liste, HttpSession session, Agent agent) {
        Lecture lue = lecture.lire(liste, session, agent);
        return lue.juste()
                ? corbeille.position(tacheId, lue.filtre(), agent).map(Corbeille.Position::suivante)
                : Optional.empty();
    }

    /** The link to go on with. */
    Optional<Vues.Lien> apres(UUID dossier, Optional<String> voisine, ListeCorbeille liste, Agent agent) {
        return corbeille.duDossier(dossier).stream()
                .filter(l -> pour(agent, l))
                .findFirst()
                .map(l -> new Vues.Lien(liste.hrefTache(l.tacheId()), "Continuer ce dossier : " + l.libelle()))
                .or(() -> voisine.map(id -> new Vues.Lien(liste.hrefTache(id), "Tâche suivante")));
    }

    private static boolean pour(Agent agent, LigneCorbeille ligne) {
        boolean libreOuSienne = ligne.assigne() == null || ligne.assigne().equals(agent.identifiant());
        return ligne.attente().isEmpty() && libreOuSienne && TacheVue.permise(ligne.groupe(), agent);
    }
}
