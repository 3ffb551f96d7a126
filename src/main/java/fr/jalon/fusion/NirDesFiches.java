package fr.jalon.fusion;

import fr.jalon.commun.Chiffrement;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A social security number is encrypted for one card: on another one it is encrypted again. */
@Component
class NirDesFiches {

    private static final String COLONNE = "nir_chiffre";

    private final Chiffrement chiffrement;

    NirDesFiches(Chiffrement chiffrement) {
        this.chiffrement = chiffrement;
    }

    void rechiffrer(Map<String, Object> valeurs, UUID de, UUID vers) {
        if (valeurs.get(COLONNE) != null) {
            byte[] clair = chiffrement.dechiffrer(FichesJdbc.octets(valeurs.get(COLONNE)), "nir:" + de);
            valeurs.put(COLONNE, FichesJdbc.octets(chiffrement.chiffrer(clair, "nir:" + vers)));
        }
    }
}
