package fr.jalon.web.mobilite;

import fr.jalon.commun.Centimes;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Siret;
import fr.jalon.commun.Textes;
import fr.jalon.mobilite.AutoEcole;
import fr.jalon.mobilite.AutoEcole.Engagements;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** A member of the network as its page types it. Every fault is said at once, each on its field. */
final class SaisieAutoEcole {

    private final Map<String, String> saisie;
    private final List<ErreurChamp> erreurs = new ArrayList<>();

    private SaisieAutoEcole(Map<String, String> saisie) {
        this.saisie = saisie;
    }

    /** @throws SaisieInvalide with each field that cannot be read */
    static AutoEcole lire(UUID id, Map<String, String> saisie) {
        return new SaisieAutoEcole(saisie).lire(id);
    }

    private AutoEcole lire(UUID id) {
        Siret siret = essayer(() -> Siret.exiger("siret", saisie.get("siret")));
        Long prixHeure = essayer(() -> Centimes.lire("prixHeure", saisie.get("prixHeure")));
        Long forfait = essayer(() -> Centimes.lire("forfait", saisie.get("forfait")));
        Integer heuresForfait = nombre("heuresForfait", true);
        Integer heuresUsuelles = nombre("heuresUsuelles", true);
        Integer delai = nombre("delaiPaiement", true);
        Integer reussite = nombre("reussite", false);
        Integer places = nombre("places", false);
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        return new AutoEcole(
                id,
                texte("nom"),
                siret,
                texte("commune"),
                new Engagements(prixHeure, forfait, heuresForfait, heuresUsuelles, delai),
                texte("referent"),
                reussite,
                places,
                saisie.containsKey("membre"));
    }

    /** The fields of the page, from what is written. */
    static Map<String, String> relue(AutoEcole e) {
        Engagements prix = e.engagements();
        Map<String, String> champs = new HashMap<>();
        champs.put("nom", e.nom());
        champs.put("siret", e.siret().numero());
        champs.put("commune", e.commune());
        champs.put("referent", e.referent());
        champs.put("prixHeure", euros(prix.prixHeure()));
        champs.put("forfait", euros(prix.forfait()));
        champs.put("heuresForfait", Integer.toString(prix.heuresForfait()));
        champs.put("heuresUsuelles", Integer.toString(prix.heuresUsuelles()));
        champs.put("delaiPaiement", Integer.toString(prix.delaiPaiement()));
        champs.put("reussite", Objects.toString(e.reussite(), ""));
        champs.put("places", Objects.toString(e.places(), ""));
        if (e.membre()) {
            champs.put("membre", "oui");
        }
        return champs;
    }

    private static String euros(long centimes) {
        BigDecimal euros = Centimes.enEuros(centimes);
        return euros.toPlainString().replace('.', ',');
    }

    private String texte(String champ) {
        return Textes.ouNull(saisie.get(champ));
    }

    private Integer nombre(String champ, boolean requis) {
        String ecrit = texte(champ);
        if (ecrit == null && !requis) {
            return null;
        }
        if (ecrit == null || !ecrit.matches("\\d{1,6}")) {
            erreurs.add(new ErreurChamp(champ, "Écrivez un nombre entier."));
            return null;
        }
        return Integer.valueOf(ecrit);
    }

    private <T> T essayer(Supplier<T> lecture) {
        try {
            return lecture.get();
        } catch (SaisieInvalide e) {
            erreurs.addAll(e.erreurs());
            return null;
        }
    }
}
