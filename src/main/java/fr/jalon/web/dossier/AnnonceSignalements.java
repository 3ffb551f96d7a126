package fr.jalon.web.dossier;

import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Signalement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a signal would do, said before anybody acts, in the words of the dispositif. */
@Component
class AnnonceSignalements {

    /** What a dispositif says of it when it depends on how far the dossier went. */
    interface Propre {

        /** Code of the dispositif. */
        String dispositif();

        String de(DossierVue dossier, Signalement s);
    }

    private final Map<String, Propre> propres;
    private final MessageSource textes;

    AnnonceSignalements(List<Propre> propres, MessageSource textes) {
        this.propres = propres.stream().collect(Collectors.toUnmodifiableMap(Propre::dispositif, Function.identity()));
        this.textes = textes;
    }

    String de(DossierVue dossier, Signalement s) {
        Propre propre = propres.get(dossier.dispositif());
        return propre != null
                ? propre.de(dossier, s)
                : textes.getMessage("signalement." + dossier.dispositif() + "." + s.name(), null, Locale.FRENCH);
    }
}
