package fr.jalon.courrier;

import fr.jalon.courrier.Redacteur.Edition;
import fr.jalon.courrier.Redacteur.Redaction;
import fr.jalon.courrier.Redacteur.Signature;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes a kept letter again, when it is signed or when its dossier goes to another antenne: the same versions of the template and of its mentions. */
@Component
class Reecriture {

    private final ArchiveCourriers archive;
    private final ModelesCourrier modeles;
    private final Redacteur redacteur;

    Reecriture(ArchiveCourriers archive, ModelesCourrier modeles, Redacteur redacteur) {
        this.archive = archive;
        this.modeles = modeles;
        this.redacteur = redacteur;
    }

    /**
     * The letter again.
     *
     * @param valeurs what was kept, with what changed
     * @param signature who signs it now, null while it stays a project
     * @throws CourrierIncomplet when a field that the template or the layout needs has no value
     */
    Redaction rediger(CourrierVue vue, Map<String, Object> valeurs, LocalDate jour, Signature signature) {
        Map<String, Integer> mentions = mentions(vue.mentions());
        return redacteur.rediger(
                version(vue.modele(), vue.versionModele()),
                code -> version(code, mentions.get(code)),
                valeurs,
                new Edition(jour, vue.numero(), remplace(vue), true, signature));
    }

    private static Map<String, Integer> mentions(String utilisees) {
        Map<String, Integer> versions = new HashMap<>();
        Arrays.stream(utilisees.split(","))
                .filter(m -> !m.isBlank())
                .map(m -> m.split(":"))
                .forEach(m -> versions.put(m[0], Integer.valueOf(m[1])));
        return versions;
    }

    private ModeleVue version(String code, int version) {
        return modeles.version(code, version)
                .orElseThrow(() -> new IllegalStateException("la version " + version + " de " + code + " a disparu"));
    }

    private String remplace(CourrierVue vue) {
        return vue.remplace() == null
                ? null
                : archive.vue(vue.remplace()).map(Courriers::numeroEtDate).orElse(null);
    }
}
