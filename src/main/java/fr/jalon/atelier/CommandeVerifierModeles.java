package fr.jalon.atelier;

import fr.jalon.atelier.controle.Contexte;
import fr.jalon.atelier.controle.Controleur;
import fr.jalon.moteur.LecteurDeModeles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The command {@code verifier-modeles}: the checker on a folder, without a database, beside the models that travel with the application. The
 * gestures are those that these models call, which are all of them; codes of letters are only checked by a running Jalon.
 */
public final class CommandeVerifierModeles {

    public static final String NOM = "verifier-modeles";

    /** Exit codes: nothing forbids; an error was found; the folder could not be read. */
    public static final int BON = 0;

    public static final int ERREURS = 1;
    public static final int ILLISIBLE = 2;

    private static final Pattern GESTE = Pattern.compile("elegateExpression=\"\\$\\{(\\w+)}\"");

    private CommandeVerifierModeles() {}

    /** @return the exit code */
    public static int executer(PrintStream sortie, PrintStream erreurs, LecteurDeModeles lecteur, String... options) {
        if (options.length != 1 || !Files.isDirectory(Path.of(options[0]))) {
            erreurs.println("Donnez un dossier de modèles : ./bin/verifier-modeles DOSSIER");
            return ILLISIBLE;
        }
        try {
            List<FichierModele> fichiers = fichiers(Path.of(options[0]));
            Map<String, byte[]> livres = livres();
            Contexte contexte =
                    new Contexte(gestes(livres), VerificationDesModeles.roles(), livres, List.of(), lecteur);
            return dire(Verification.de(new Controleur().controler(fichiers, contexte)), fichiers.size(), sortie);
        } catch (IOException e) {
            erreurs.println("Le dossier n’a pas pu être lu : " + e.getMessage());
            return ILLISIBLE;
        }
    }

    private static int dire(Verification verification, int fichiers, PrintStream sortie) {
        for (Constat c : verification.constats()) {
            sortie.println(c.fichier()
                    + (c.ligne() == null ? "" : ":" + c.ligne())
                    + (c.element() == null ? "" : " " + c.element())
                    + " [" + c.gravite() + " " + c.regle() + "] " + c.message() + " " + c.remede());
        }
        sortie.println(fichiers + " fichiers, " + verification.constats().size() + " constats : "
                + (verification.acceptable() ? "acceptables." : "à corriger."));
        return verification.acceptable() ? BON : ERREURS;
    }

    private static List<FichierModele> fichiers(Path dossier) throws IOException {
        try (Stream<Path> chemins = Files.walk(dossier)) {
            List<FichierModele> fichiers = new java.util.ArrayList<>();
            for (Path chemin : chemins.filter(c -> c.toString().matches(".*\\.(bpmn|dmn|form)"))
                    .sorted()
                    .toList()) {
                fichiers.add(new FichierModele(chemin.getFileName().toString(), Files.readAllBytes(chemin)));
            }
            return fichiers;
        }
    }

    private static Map<String, byte[]> livres() throws IOException {
        Map<String, byte[]> livres = new TreeMap<>();
        for (Resource r : new PathMatchingResourcePatternResolver().getResources("classpath*:modeles/**/*.*")) {
            if (r.isReadable() && r.getFilename() != null) {
                livres.put(r.getFilename(), r.getContentAsByteArray());
            }
        }
        return livres;
    }

    private static Set<String> gestes(Map<String, byte[]> livres) {
        Set<String> gestes = new TreeSet<>();
        livres.values()
                .forEach(contenu -> GESTE.matcher(new String(contenu, StandardCharsets.UTF_8))
                        .results()
                        .map((MatchResult m) -> m.group(1))
                        .forEach(gestes::add));
        return gestes;
    }
}
