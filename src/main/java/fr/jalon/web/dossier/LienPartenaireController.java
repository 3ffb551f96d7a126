package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.prescription.LienCree;
import fr.jalon.prescription.LienInvalide;
import fr.jalon.prescription.LiensDeReponse;
import fr.jalon.prescription.Prescriptions;
import fr.jalon.prescription.parcours.LettreAvecLien;
import fr.jalon.web.commun.AdressePublique;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** The link for a partner without an account: drawn by the answer that makes it, kept nowhere, neither in the session nor in the database. */
@Controller
@RequestMapping("/dossiers/{numero}/lien-partenaire")
class LienPartenaireController {

    private final LiensDeReponse liens;
    private final LettreAvecLien lettre;
    private final Prescriptions prescriptions;
    private final Dossiers dossiers;
    private final AdressePublique adressePublique;

    LienPartenaireController(
            LiensDeReponse liens,
            LettreAvecLien lettre,
            Prescriptions prescriptions,
            Dossiers dossiers,
            AdressePublique adressePublique) {
        this.liens = liens;
        this.lettre = lettre;
        this.prescriptions = prescriptions;
        this.dossiers = dossiers;
        this.adressePublique = adressePublique;
    }

    @PostMapping
    String creer(@PathVariable String numero, @Appelant Agent agent, Model model) {
        DossierVue dossier = dossiers.parNumero(numero, agent);
        // Before anything is made: a link that cannot be written must not be valid.
        adressePublique.de("");
        LienCree lien = liens.creer(dossier.id(), agent);
        model.addAttribute("numero", numero);
        model.addAttribute("partenaire", prescriptions.derniere(dossier.id()).organismeNom());
        model.addAttribute("jeton", lien.jeton());
        model.addAttribute("adresse", adresse(lien.jeton()));
        model.addAttribute("expire", Mots.jour(lien.expireLe()));
        model.addAttribute("retour", new Vues.Lien("/dossiers/" + numero, "Dossier " + numero));
        return "dossier/lien-partenaire";
    }

    @PostMapping("/lettre")
    ResponseEntity<byte[]> imprimer(@PathVariable String numero, @RequestParam String jeton, @Appelant Agent agent) {
        DossierVue dossier = dossiers.parNumero(numero, agent);
        byte[] pdf;
        try {
            pdf = lettre.imprimer(dossier.id(), jeton, adresse(jeton));
        } catch (LienInvalide e) {
            throw new Conflit("Ce lien n'est plus valable : créez-en un autre depuis le dossier.", e);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("proposition-" + numero + ".pdf")
                                .build()
                                .toString())
                .body(pdf);
    }

    private String adresse(String jeton) {
        return adressePublique.de("/reponse/" + UriUtils.encodePathSegment(jeton, StandardCharsets.UTF_8));
    }
}
