package fr.jalon.web.commun;

import fr.jalon.atelier.FichierModele;
import fr.jalon.atelier.ModeleTropGros;
import java.util.Collection;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;

/** The model files of a form, under their bare names: what a browser or a program writes before them is not a folder of ours. */
public final class ModelesRecus {

    private ModelesRecus() {}

    /** @throws ModeleTropGros when one is over 2 MiB, or they are too many */
    public static List<FichierModele> de(Collection<MultipartFile> parties) {
        ModeleTropGros.exiger(
                parties.size(),
                parties.stream().mapToLong(MultipartFile::getSize).max().orElse(0));
        return parties.stream()
                .map(p -> new FichierModele(nom(p), OctetsRecus.de(p)))
                .toList();
    }

    private static String nom(MultipartFile partie) {
        String donne = partie.getOriginalFilename();
        String nom = donne == null || donne.isBlank() ? partie.getName() : donne;
        return nom.substring(Math.max(nom.lastIndexOf('/'), nom.lastIndexOf('\\')) + 1);
    }
}
