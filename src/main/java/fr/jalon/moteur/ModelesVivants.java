package fr.jalon.moteur;

import fr.jalon.dispositif.ProprieteControlee;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** The models that new dossiers follow: those of the application, and before them those that process owners published. */
public interface ModelesVivants {

    /** Content by bare file name. */
    SortedMap<String, byte[]> fichiers();

    /** What travels with the application under this name. */
    Optional<byte[]> livre(String fichier);

    /** Names of the files that travel with the application. */
    Set<String> livres();

    /** Names of the gestures that a model may call. */
    Set<String> gestes();

    List<ProprieteControlee> proprietes();

    /** What would not stand if these files were alive, in French, one a fault. */
    List<String> fautes(Map<String, byte[]> nouveaux);

    /**
     * Deploys each lot that holds one of these files, as the living files now are; a lot without change makes no version.
     *
     * @return deployment by name of lot
     * @throws ModeleRefuseParLeMoteur when the engine does not take one
     */
    Map<String, String> deployer(Set<String> fichiers);

    /** The newest deployment that holds a file, as the engine knows it. */
    Optional<DeploiementVivant> deploiement(String fichier);

    /** The text of a process model by the engine's id of its definition. */
    Optional<byte[]> processus(String definition);
}
