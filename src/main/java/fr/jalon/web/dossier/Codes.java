package fr.jalon.web.dossier;

import fr.jalon.dossier.DossierVue;
import java.math.BigDecimal;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** French words of the codes that rules and claims hold; a code without words shows as it is. */
@Component
public class Codes {

    private final MessageSource textes;

    Codes(MessageSource textes) {
        this.textes = textes;
    }

    /** Words of a code of a family, for example {@code logement} and {@code LOCATAIRE}. */
    public String mots(String famille, String code) {
        return code == null ? "" : textes.getMessage(famille + "." + code, null, code, Locale.FRENCH);
    }

    String valeur(Object fait) {
        if (fait == null) {
            return "pas demandé";
        }
        if (fait instanceof Boolean oui) {
            return oui ? "oui" : "non";
        }
        if (fait instanceof BigDecimal nombre) {
            return nombre.stripTrailingZeros().toPlainString().replace('.', ',');
        }
        return mots("code", fait.toString());
    }

    /** Where a dossier stands, in the words of its dispositif. */
    public String etat(DossierVue dossier) {
        return textes.getMessage(
                "etat." + dossier.dispositif() + "." + dossier.etat().name(),
                null,
                dossier.etat().libelle(),
                Locale.FRENCH);
    }

    /** Words of the house that a dispositif may say in its own way: {@code cle.CODE} in its messages, else {@code cle}. */
    String duDispositif(String cle, DossierVue dossier) {
        return textes.getMessage(
                cle + "." + dossier.dispositif(), null, textes.getMessage(cle, null, Locale.FRENCH), Locale.FRENCH);
    }

    /** Name of a table in words: where a reason comes from, without any identifier. */
    public String table(String code) {
        return textes.getMessage("table." + code, null, code, Locale.FRENCH);
    }

    public String pays(String code) {
        return code == null ? "" : new Locale("", code).getDisplayCountry(Locale.FRENCH);
    }
}
