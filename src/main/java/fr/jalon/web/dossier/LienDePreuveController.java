package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.dispositif.LiensDePreuve;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.web.commun.AdressePublique;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.UriUtils;

/** The link by which a body brings a proof: drawn by the answer that makes it, kept nowhere, neither in the session nor in the database. */
@Controller
class LienDePreuveController {

    private final LiensDePreuve liens;
    private final Dossiers dossiers;
    private final AdressePublique adressePublique;

    LienDePreuveController(LiensDePreuve liens, Dossiers dossiers, AdressePublique adressePublique) {
        this.liens = liens;
        this.dossiers = dossiers;
        this.adressePublique = adressePublique;
    }

    @PostMapping("/dossiers/{numero}/lien-preuve")
    String creer(@PathVariable String numero, @Appelant Agent agent, Model model) {
        DossierVue dossier = dossiers.parNumero(numero, agent);
        // Before anything is made: a link that cannot be written must not be valid.
        adressePublique.de("");
        LiensDePreuve.Cree lien = liens.creer(dossier.id(), agent);
        model.addAttribute("numero", numero);
        model.addAttribute("organisme", lien.organisme());
        model.addAttribute(
                "adresse",
                adressePublique.de("/preuve/" + UriUtils.encodePathSegment(lien.jeton(), StandardCharsets.UTF_8)));
        model.addAttribute("expire", Mots.jour(lien.expireLe()));
        model.addAttribute("retour", new Vues.Lien("/dossiers/" + numero, "Dossier " + numero));
        return "dossier/lien-preuve";
    }
}
