package fr.jalon.pilotage;

import fr.jalon.commun.Introuvable;
import fr.jalon.commun.ListesCoupees;
import fr.jalon.dispositif.Dispositif;
import fr.jalon.dispositif.FaitsDates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The indicators, each from a file of its dispositif ({@code dispositifs/<module>/indicateurs/*.txt}); a faulty one stops the start. */
@Component
class Definitions {

    private final Map<String, Definition> parCode = new LinkedHashMap<>();
    private final List<FaitsDates> sources;
    private final Set<String> dispositifs;
    private final String empreinte;

    Definitions(List<FaitsDates> sources, List<Dispositif> parcours) {
        this.sources = List.copyOf(sources);
        this.dispositifs = parcours.stream().map(Dispositif::code).collect(Collectors.toUnmodifiableSet());
        Set<String> faits = new HashSet<>(FaitsDuDossier.CODES);
        sources.forEach(s -> faits.addAll(s.codes()));
        List<String> textes = new ArrayList<>();
        for (Resource fichier : ListesCoupees.desDispositifs("indicateurs/*.txt")) {
            String texte = texte(fichier);
            textes.add(texte);
            String nom = "indicateurs/" + fichier.getFilename();
            Definition d = LectureDesDefinitions.lire(nom, texte.lines().toList(), faits, dispositifs);
            if (parCode.put(d.code(), d) != null) {
                throw new IllegalStateException(nom + " : le code " + d.code() + " est déjà celui d'un autre fichier");
            }
        }
        this.empreinte = empreinte(textes);
    }

    List<Definition> toutes() {
        return List.copyOf(parCode.values());
    }

    List<FaitsDates> sources() {
        return sources;
    }

    Set<String> dispositifs() {
        return dispositifs;
    }

    /** @throws Introuvable when there is no such indicator */
    Definition parCode(String code) {
        Definition d = parCode.get(code);
        if (d == null) {
            throw new Introuvable("Cet indicateur n'existe pas.");
        }
        return d;
    }

    /** Changes with any definition: the measures are then to be made again. */
    String empreinte() {
        return empreinte;
    }

    private static String texte(Resource fichier) {
        try {
            return fichier.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String empreinte(List<String> textes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(String.join("\n", textes).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
