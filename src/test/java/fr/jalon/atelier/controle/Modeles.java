package fr.jalon.atelier.controle;

import fr.jalon.atelier.Constat;
import fr.jalon.atelier.FichierModele;
import fr.jalon.atelier.VerificationDesModeles;
import fr.jalon.essais.ModelesDuDepot;
import fr.jalon.moteur.camunda.LecteurDeModelesCamunda;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The models of the repository, and the checker beside them, without a database. */
final class Modeles {

    private static final Pattern GESTE = Pattern.compile("elegateExpression=\"\\$\\{(\\w+)}\"");
    private static final LecteurDeModelesCamunda LECTEUR = new LecteurDeModelesCamunda();
    static final Map<String, byte[]> DU_DEPOT = lire();
    private static final Contexte CONTEXTE =
            new Contexte(gestes(), VerificationDesModeles.roles(), DU_DEPOT, List.of(), LECTEUR);

    private Modeles() {}

    static List<Constat> constats(FichierModele... fichiers) {
        return new Controleur().controler(List.of(fichiers), CONTEXTE);
    }

    static FichierModele fichier(String nom) {
        return new FichierModele(nom, DU_DEPOT.get(nom));
    }

    static FichierModele fichier(String nom, String texte) {
        return new FichierModele(nom, texte.getBytes(StandardCharsets.UTF_8));
    }

    static String texte(String nom) {
        return new String(DU_DEPOT.get(nom), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> lire() {
        Map<String, byte[]> fichiers = new TreeMap<>();
        try {
            for (Path dossier :
                    List.of(ModelesDuDepot.PROCESSUS, ModelesDuDepot.DECISIONS, ModelesDuDepot.FORMULAIRES)) {
                for (Path fichier : ModelesDuDepot.sous(dossier)) {
                    fichiers.put(fichier.getFileName().toString(), Files.readAllBytes(fichier));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fichiers;
    }

    private static Set<String> gestes() {
        Set<String> gestes = new TreeSet<>();
        DU_DEPOT.forEach((nom, contenu) -> {
            Matcher geste = GESTE.matcher(new String(contenu, StandardCharsets.UTF_8));
            while (geste.find()) {
                gestes.add(geste.group(1));
            }
        });
        return gestes;
    }
}
