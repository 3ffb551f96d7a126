package fr.jalon.web.dossier;

import fr.jalon.dispositif.ReponsesLibres;
import fr.jalon.dossier.DossierVue;
import fr.jalon.moteur.FormulairesLivres;
import fr.jalon.web.commun.Vues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The part of a dossier whose path has no Java: the answers to its forms, in their words. */
@Component
class VoletLibre {

    private static final String ETAPE = "UserTask_";

    private final ReponsesLibres reponses;

    VoletLibre(ReponsesLibres reponses) {
        this.reponses = reponses;
    }

    Volet de(DossierVue dossier) {
        List<Vues.Paire> paires = new ArrayList<>();
        reponses.etapes(dossier.id()).forEach(e -> {
            String formulaire = formulaire(e.etape());
            if (FormulairesLivres.existe(formulaire)) {
                paires.addAll(MotsDuFormulaire.de(formulaire).paires(e.reponses()));
            } else {
                e.reponses().forEach((cle, valeur) -> paires.add(new Vues.Paire(cle, String.valueOf(valeur))));
            }
        });
        return new Volet(List.of(), List.of(), paires, null, null);
    }

    /** The form of a step has its name: {@code UserTask_PoserQuestion} shows {@code poser-question}. */
    private static String formulaire(String etape) {
        return etape.replaceFirst(ETAPE, "")
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }
}
