package fr.jalon.moteur.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.dispositif.ProprieteControlee;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.ModelesDuDepot;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A model that nobody changed keeps its version, wherever the application is started from; each try is undone with its transaction. */
@JalonIT
class DeploiementIT {

    /** Key of the number of deployments, among the versions. */
    private static final String NOMBRE = "nombre de déploiements";

    @TempDir
    private Path dossier;

    @Autowired
    private RepositoryService depot;

    @Autowired
    private MoteurDecisionCamunda decisions;

    @Autowired
    private RegistreDesDelegues registre;

    @Autowired
    private List<ProprieteControlee> proprietes;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void les_memes_modeles_du_dossier_de_classes_ne_font_aucune_version() {
        Map<String, Integer> avant = versions();
        assertThat(avant)
                .containsKeys("instruction-rsa", "eligibilite-rsa", "delais")
                .containsValue(1);
        assertThat(apres(new ModelesLivres())).isEqualTo(avant);
    }

    @Test
    void les_memes_modeles_lus_dans_un_jar_n_en_font_aucune_non_plus() throws IOException {
        Map<String, Integer> avant = versions();
        try (URLClassLoader jar = jar(Map.of())) {
            ModelesLivres modeles = dansLe(jar);
            assertThat(modeles.lots()).isEqualTo(new ModelesLivres().lots());
            assertThat(apres(modeles)).isEqualTo(avant);
        }
    }

    @Test
    void un_formulaire_change_fait_une_version_de_son_parcours_et_de_rien_d_autre() throws IOException {
        Map<String, Integer> avant = versions();
        try (URLClassLoader jar =
                jar(Map.of("forms/rsa/verifier-pieces.form", "Jugez chaque pièce|Regardez chaque pièce"))) {
            Map<String, Integer> apres = apres(dansLe(jar));
            assertThat(changees(avant, apres)).contains("instruction-rsa").doesNotContain("delais", "motifs");
            assertThat(apres).containsEntry("instruction-rsa", avant.get("instruction-rsa") + 1);
        }
        assertThat(versions()).as("l'essai est défait").isEqualTo(avant);
    }

    @Test
    void une_table_seule_changee_fait_une_version_d_elle_seule() throws IOException {
        Map<String, Integer> avant = versions();
        try (URLClassLoader jar =
                jar(Map.of("decisions/communs/delais.dmn", "</definitions>|<!-- revue --></definitions>"))) {
            assertThat(changees(avant, apres(dansLe(jar)))).containsExactly("delais", NOMBRE);
        }
    }

    private static List<String> changees(Map<String, Integer> avant, Map<String, Integer> apres) {
        return apres.entrySet().stream()
                .filter(e -> !e.getValue().equals(avant.get(e.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Versions after a deployment of these models, which is then undone. */
    private Map<String, Integer> apres(ModelesLivres modeles) {
        return new TransactionTemplate(transactions).execute(statut -> {
            ControleDesModeles controle = new ControleDesModeles(modeles, registre, proprietes);
            new DeploiementDesModeles(depot, modeles, controle, decisions, Map::of, true).start();
            Map<String, Integer> versions = versions();
            statut.setRollbackOnly();
            return versions;
        });
    }

    private Map<String, Integer> versions() {
        Map<String, Integer> versions = new TreeMap<>();
        for (ProcessDefinition processus :
                depot.createProcessDefinitionQuery().latestVersion().list()) {
            versions.put(processus.getKey(), processus.getVersion());
        }
        for (DecisionDefinition table :
                depot.createDecisionDefinitionQuery().latestVersion().list()) {
            versions.put(table.getKey(), table.getVersion());
        }
        versions.put(NOMBRE, Math.toIntExact(depot.createDeploymentQuery().count()));
        return versions;
    }

    private static ModelesLivres dansLe(URLClassLoader jar) {
        ClassLoader avant = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(jar);
        try {
            return new ModelesLivres();
        } finally {
            Thread.currentThread().setContextClassLoader(avant);
        }
    }

    /** A jar of the models alone, as the build lays them, with some words replaced: "before|after" by file. */
    private URLClassLoader jar(Map<String, String> remplacements) throws IOException {
        Path chemin = dossier.resolve("jalon.jar");
        try (OutputStream fichier = Files.newOutputStream(chemin);
                JarOutputStream jar = new JarOutputStream(fichier)) {
            jar.putNextEntry(new ZipEntry("modeles/"));
            Set<Path> dossiers = new HashSet<>();
            for (Path modele : modeles()) {
                for (Path dossierDuJar : List.of(modele.getName(0), modele.getParent())) {
                    if (dossiers.add(dossierDuJar)) {
                        jar.putNextEntry(new ZipEntry("modeles/" + dossierDuJar + "/"));
                    }
                }
                jar.putNextEntry(new ZipEntry("modeles/" + modele));
                jar.write(contenu(modele, remplacements.get(modele.toString())));
            }
        }
        return new URLClassLoader(new URL[] {chemin.toUri().toURL()}, null);
    }

    private static byte[] contenu(Path modele, String remplacement) throws IOException {
        byte[] octets = Files.readAllBytes(modele);
        if (remplacement == null) {
            return octets;
        }
        String texte = new String(octets, StandardCharsets.UTF_8);
        String[] mots = remplacement.split("\\|");
        assertThat(texte).contains(mots[0]);
        return texte.replace(mots[0], mots[1]).getBytes(StandardCharsets.UTF_8);
    }

    private static List<Path> modeles() {
        return Stream.of(ModelesDuDepot.PROCESSUS, ModelesDuDepot.DECISIONS, ModelesDuDepot.FORMULAIRES)
                .flatMap(d -> ModelesDuDepot.sous(d).stream())
                .toList();
    }
}
