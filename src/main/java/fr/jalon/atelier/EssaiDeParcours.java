package fr.jalon.atelier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.atelier.controle.Marche;
import fr.jalon.commun.Introuvable;
import fr.jalon.moteur.DeploiementVivant;
import fr.jalon.moteur.ModelesVivants;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The dry run of a process, draft or alive: a walk of its model that writes nothing, in no queue and in no table. */
@Service
public class EssaiDeParcours {

    private final LotsDesModeles lots;
    private final ModelesVivants vivants;

    EssaiDeParcours(LotsDesModeles lots, ModelesVivants vivants) {
        this.lots = lots;
        this.vivants = vivants;
    }

    /** The name by which a process of a draft is known to Camunda Modeler: its key, its version, and who it is. */
    public static String definition(LotVue.Fichier fichier) {
        return fichier.cle() + ":" + fichier.version() + ":" + fichier.id();
    }

    /** Name of the process of a file, its key when it has none. */
    public static String nom(FichierModele fichier) {
        return Marche.nom(fichier).orElse(fichier.base());
    }

    /**
     * Walks a process until each branch waits or ends.
     *
     * @param definition as {@link #definition} of a draft, or the engine's id of a living one
     * @param reponses what the author says of the dossier, to answer the questions of the model; may be empty
     * @throws Introuvable when no process has this name
     */
    public Essai essayer(String definition, Map<String, Object> reponses, Agent agent) {
        agent.exiger(Role.PILOTE);
        FichierModele modele = brouillon(definition)
                .or(() -> vivants.processus(definition).map(m -> new FichierModele(cle(definition) + ".bpmn", m)))
                .orElseThrow(() -> new Introuvable("Aucun parcours ne porte ce nom. Déposez-le de nouveau."));
        Marche.Arrivee arrivee = Marche.marcher(modele, reponses);
        // The same question has the same answer: nothing is kept of it.
        UUID id = UUID.nameUUIDFromBytes((definition + reponses).getBytes(StandardCharsets.UTF_8));
        return new Essai("essai-" + id, definition, cle(definition), arrivee.fini(), arrivee.etapes());
    }

    /** The dry run of the living process of a key. */
    public Essai essayerParCle(String cle, Map<String, Object> reponses, Agent agent) {
        String definition = vivants.deploiement(cle + ".bpmn")
                .flatMap(d ->
                        d.processus().stream().filter(p -> p.cle().equals(cle)).findFirst())
                .map(DeploiementVivant.Processus::id)
                .orElseThrow(() -> new Introuvable("Aucun parcours en service ne porte ce nom."));
        return essayer(definition, reponses, agent);
    }

    private static String cle(String definition) {
        return definition.split(":", 2)[0];
    }

    private Optional<FichierModele> brouillon(String definition) {
        String[] parts = definition.split(":", 3);
        if (parts.length != 3 || !parts[1].matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return lots.version(parts[0], Integer.parseInt(parts[1]))
                .filter(v ->
                        v.id().toString().equals(parts[2]) && v.vue().type().equals("bpmn"))
                .map(v -> new FichierModele(v.fichier().fichier(), lots.contenu(v.id())));
    }
}
