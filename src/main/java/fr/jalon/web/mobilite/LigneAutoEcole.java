package fr.jalon.web.mobilite;

import fr.jalon.commun.Centimes;
import fr.jalon.mobilite.AutoEcole;
import fr.jalon.mobilite.AutoEcole.Engagements;

/** A member of the network as a row of the list. */
record LigneAutoEcole(
        String href,
        String nom,
        String note,
        String prixHeure,
        String forfait,
        String heures,
        String reussite,
        String places,
        String paiement) {

    static LigneAutoEcole de(AutoEcole e) {
        Engagements prix = e.engagements();
        return new LigneAutoEcole(
                "/auto-ecoles/" + e.id(),
                e.nom(),
                e.commune() + (e.membre() ? ", référent : " + e.referent() : ", n’est plus du réseau"),
                Centimes.enFrancais(prix.prixHeure()),
                Centimes.enFrancais(prix.forfait()) + " pour " + prix.heuresForfait() + " h",
                Integer.toString(prix.heuresUsuelles()),
                e.reussite() == null ? "Non connu" : e.reussite() + " %",
                e.places() == null ? "Non connu" : Integer.toString(e.places()),
                prix.delaiPaiement() + " jours");
    }
}
