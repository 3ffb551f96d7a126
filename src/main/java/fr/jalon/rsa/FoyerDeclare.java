package fr.jalon.rsa;

import fr.jalon.agent.Agent;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.rsa.LecteurDemande.MembreDeclare;
import fr.jalon.usager.Foyers;
import fr.jalon.usager.MembreFoyerVue;
import fr.jalon.usager.NouveauMembre;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The spouse and the children named with a claim join the foyer of the person: their names and birth dates are typed once. */
@Component
class FoyerDeclare {

    private final Foyers foyers;

    FoyerDeclare(Foyers foyers) {
        this.foyers = foyers;
    }

    /** @throws SaisieInvalide at the field of the claim, when a name or a birth date is missing */
    void inscrire(UUID personneId, List<MembreDeclare> membres, Agent auteur) {
        List<MembreFoyerVue> connus = foyers.de(personneId);
        for (MembreDeclare declare : membres) {
            if (connus.stream().noneMatch(connu -> estLui(connu, declare.membre()))) {
                inscrire(personneId, declare, auteur);
            }
        }
    }

    private void inscrire(UUID personneId, MembreDeclare declare, Agent auteur) {
        try {
            foyers.declarer(personneId, declare.membre(), auteur);
        } catch (SaisieInvalide e) {
            throw new SaisieInvalide(e.erreurs().stream()
                    .map(f -> new ErreurChamp(
                            declare.champ() + "." + (f.champ().equals("lien") ? "prenoms" : f.champ()), f.message()))
                    .toList());
        }
    }

    private static boolean estLui(MembreFoyerVue connu, NouveauMembre membre) {
        return connu.jusque() == null
                && connu.lien() == membre.lien()
                && membre.dateNaissance() != null
                && (connu.dateNaissance().equals(membre.dateNaissance())
                        || (memesPrenoms(connu, membre) && connu.dateNaissance().compatible(membre.dateNaissance())));
    }

    /** A birth known in part may be that of another child: the first name says so. */
    private static boolean memesPrenoms(MembreFoyerVue connu, NouveauMembre membre) {
        return Textes.recherche(connu.prenoms()).equals(Textes.recherche(membre.prenoms()));
    }
}
