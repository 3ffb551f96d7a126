package fr.jalon.atelier;

import fr.jalon.agent.Role;
import fr.jalon.atelier.controle.Contexte;
import fr.jalon.atelier.controle.Controleur;
import fr.jalon.atelier.controle.Sens;
import fr.jalon.moteur.LecteurDeModeles;
import fr.jalon.moteur.ModelesVivants;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The checker, beside what is alive today. Writes nothing. */
@Service
public class VerificationDesModeles {

    private static final String ENSEMBLE = "ENSEMBLE";

    private final ModelesVivants vivants;
    private final LecteurDeModeles lecteur;
    private final Controleur controleur = new Controleur();

    VerificationDesModeles(ModelesVivants vivants, LecteurDeModeles lecteur) {
        this.vivants = vivants;
        this.lecteur = lecteur;
    }

    /** What is found in these files, as if they were deposited together. */
    public Verification verifier(List<FichierModele> fichiers) {
        Contexte contexte = new Contexte(vivants.gestes(), roles(), vivants.fichiers(), vivants.proprietes(), lecteur);
        List<Constat> constats = new ArrayList<>(controleur.controler(fichiers, contexte));
        if (constats.stream().noneMatch(Constat::erreur)) {
            Map<String, byte[]> nouveaux = new LinkedHashMap<>();
            fichiers.forEach(f -> nouveaux.put(nommer(f).nom(), f.contenu()));
            vivants.fautes(nouveaux).forEach(faute -> constats.add(ensemble(faute)));
        }
        return Verification.de(constats);
    }

    private static Constat ensemble(String faute) {
        int virgule = faute.indexOf(',');
        return new Constat(
                virgule < 0 ? "" : faute.substring(0, virgule),
                null,
                ENSEMBLE,
                Constat.Gravite.ERREUR,
                faute,
                "Corrigez le dépôt pour que les modèles en service gardent ce qu’ils nomment.",
                null);
    }

    /** Groups that a step may be given to. */
    public static Set<String> roles() {
        return Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The file under the name of its id, which is how it is kept. */
    static FichierModele nommer(FichierModele fichier) {
        return new FichierModele(Controleur.cle(fichier).orElse(fichier.base()) + fichier.fin(), fichier.contenu());
    }

    /** Whether two files mean the same. */
    static boolean memeSens(FichierModele un, byte[] autre) {
        return Sens.de(un).equals(Sens.de(new FichierModele(un.nom(), autre)));
    }
}
