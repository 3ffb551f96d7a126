package fr.jalon.moteur.camunda;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The models that travel with the application, under {@code modeles/}, by bare file name: the same from the IDE, the jar or a test. */
@Component
class ModelesLivres {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final SortedMap<String, byte[]> fichiers = new TreeMap<>();

    ModelesLivres() {
        this("classpath*:modeles/**/*.*");
    }

    ModelesLivres(String motif) {
        try {
            for (Resource ressource : new PathMatchingResourcePatternResolver().getResources(motif)) {
                if (ressource.getFilename() != null && ressource.isReadable()) {
                    byte[] contenu = ressource.getContentAsByteArray();
                    if (fichiers.putIfAbsent(ressource.getFilename(), contenu) != null) {
                        throw new IllegalStateException("deux modèles portent le nom " + ressource.getFilename());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ModelesLivres(SortedMap<String, byte[]> contenus) {
        fichiers.putAll(contenus);
    }

    /** These models, with others before them: those of the same name are replaced. */
    ModelesLivres avec(Map<String, byte[]> devant) {
        ModelesLivres ensemble = new ModelesLivres(fichiers);
        ensemble.fichiers.putAll(devant);
        return ensemble;
    }

    /** Content by bare file name. */
    SortedMap<String, byte[]> tous() {
        return Collections.unmodifiableSortedMap(fichiers);
    }

    byte[] contenu(String fichier) {
        byte[] contenu = fichiers.get(fichier);
        if (contenu == null) {
            throw new IllegalStateException("le modèle " + fichier + " est nommé mais absent");
        }
        return contenu;
    }

    /** Names of the files with this end, sorted. */
    List<String> fichiers(String fin) {
        return fichiers.keySet().stream().filter(f -> f.endsWith(fin)).toList();
    }

    /** One lot per process, then one per decision that no process binds to. */
    List<Lot> lots() {
        List<Lot> lots = new ArrayList<>();
        Set<String> lies = new LinkedHashSet<>();
        for (String fichier : fichiers.keySet()) {
            if (fichier.endsWith(".bpmn")) {
                List<String> contenu = new ArrayList<>();
                contenu.add(fichier);
                contenu.addAll(references(Bpmn.readModelFromStream(new ByteArrayInputStream(contenu(fichier)))));
                lies.addAll(contenu);
                lots.add(new Lot(sansExtension(fichier), contenu));
            }
        }
        for (String fichier : fichiers.keySet()) {
            if (fichier.endsWith(".dmn") && !lies.contains(fichier)) {
                lots.add(new Lot(sansExtension(fichier), List.of(fichier)));
            }
        }
        return lots;
    }

    private static Set<String> references(BpmnModelInstance modele) {
        Set<String> noms = new LinkedHashSet<>();
        for (BusinessRuleTask tache : modele.getModelElementsByType(BusinessRuleTask.class)) {
            ajouter(noms, tache.getAttributeValueNs(CAMUNDA, "decisionRef"), ".dmn");
        }
        for (UserTask tache : modele.getModelElementsByType(UserTask.class)) {
            ajouter(noms, tache.getAttributeValueNs(CAMUNDA, "formRef"), ".form");
        }
        return noms;
    }

    private static void ajouter(Set<String> noms, String reference, String extension) {
        if (reference != null) {
            noms.add(reference + extension);
        }
    }

    private static String sansExtension(String fichier) {
        return fichier.substring(0, fichier.lastIndexOf('.'));
    }
}
