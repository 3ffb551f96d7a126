package fr.jalon.web.visite;

import fr.jalon.accueil.NouvelleVisite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.util.MultiValueMap;

/**
 * What was typed on the page of the visits, shown again as it is when something must be corrected.
 *
 * @param cle id of the visit to be, made with the page
 */
record SaisieVisite(String cle, Map<String, String> v, List<String> motifs) {

    private static final List<String> CHAMPS = List.of(
            "qui",
            "personne",
            "publicVise",
            "issue",
            "reponse",
            "organismeTexte",
            "organisme",
            "lieu",
            "rdvJour",
            "rdvHeure",
            "rdvLieu",
            "duree");

    SaisieVisite {
        v = new HashMap<>(v);
        motifs = List.copyOf(motifs);
    }

    static SaisieVisite vide() {
        return new SaisieVisite(UUID.randomUUID().toString(), Map.of(), List.of());
    }

    static SaisieVisite de(MultiValueMap<String, String> champs) {
        Map<String, String> v = new HashMap<>();
        CHAMPS.forEach(c -> {
            if (champs.getFirst(c) != null) {
                v.put(c, champs.getFirst(c));
            }
        });
        return new SaisieVisite(
                champs.getFirst("cle"), v, champs.containsKey("motifs") ? champs.get("motifs") : List.of());
    }

    SaisieVisite avec(String champ, String valeur) {
        Map<String, String> autres = new HashMap<>(v);
        autres.put(champ, valeur);
        return new SaisieVisite(cle, autres, motifs);
    }

    /** @param id null to take the page's own */
    NouvelleVisite nouvelle(UUID id) {
        return new NouvelleVisite(
                id == null ? identifiant() : id,
                v.get("qui"),
                v.get("personne"),
                new ArrayList<>(motifs),
                v.get("publicVise"),
                v.get("issue"),
                v.get("reponse"),
                v.get("organisme"),
                v.get("lieu"),
                v.get("rdvJour"),
                v.get("rdvHeure"),
                v.get("rdvLieu"),
                v.get("duree"));
    }

    /** A page whose key was lost still writes its visit, once for each sending. */
    private UUID identifiant() {
        try {
            return UUID.fromString(cle == null ? "" : cle);
        } catch (IllegalArgumentException illisible) {
            return UUID.randomUUID();
        }
    }
}
