package fr.jalon.budget;

import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Iban;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Siret;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is paid by an order, and on which account.
 *
 * @param nom as the bank knows it, at most 140 signs
 * @param siret of a body; null for a person
 */
public record Paye(AQui.Nature nature, String nom, Siret siret, Iban iban) {

    private static final int NOM_MAX = 140;

    /** @throws SaisieInvalide on {@code siret} for a body without it */
    public Paye {
        if (nature == AQui.Nature.ORGANISME && siret == null) {
            throw new SaisieInvalide("siret", "Donnez le SIRET de l'organisme.");
        }
    }

    /**
     * From what somebody typed.
     *
     * @param nature {@code ORGANISME} or {@code PERSONNE}
     * @param siret fourteen figures, for a body only
     * @throws SaisieInvalide on {@code aQui}, {@code nom}, {@code siret} and {@code iban}, all faults at once
     */
    public static Paye lire(String nature, String nom, String siret, String iban) {
        List<ErreurChamp> erreurs = new ArrayList<>();
        AQui.Nature qui = null;
        for (AQui.Nature n : AQui.Nature.values()) {
            qui = n.name().equals(nature) ? n : qui;
        }
        if (qui == null) {
            erreurs.add(new ErreurChamp("aQui", "Dites qui est payé : un organisme ou la personne."));
        }
        String net = nom == null ? "" : nom.strip();
        if (net.isEmpty() || net.length() > NOM_MAX) {
            erreurs.add(new ErreurChamp("nom", "Donnez le nom de qui est payé, " + NOM_MAX + " signes au plus."));
        }
        Siret numero = qui == AQui.Nature.ORGANISME ? oui(() -> Siret.exiger("siret", siret), erreurs) : null;
        Iban compte = oui(() -> Iban.exiger("iban", iban), erreurs);
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        return new Paye(qui, net, numero, compte);
    }

    private static <T> T oui(java.util.function.Supplier<T> lecture, List<ErreurChamp> erreurs) {
        try {
            return lecture.get();
        } catch (SaisieInvalide e) {
            erreurs.addAll(e.erreurs());
            return null;
        }
    }
}
