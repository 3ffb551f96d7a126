package fr.jalon.web.erreur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import fr.jalon.navigateur.Navigateur;
import fr.jalon.web.Visite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A form with a character that nobody sees: told at its field, cleaned, with all the rest; nothing of it is stored meanwhile. */
@JalonIT
class TextesDesFormulairesIT {

    @Autowired
    private Monde monde;

    @Autowired
    private JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    @Test
    void un_champ_illisible_est_dit_a_sa_place_et_le_reste_repart_avec() {
        Agent agent = monde.instructeur();
        DossierVue dossier = monde.demande();
        Navigation ecran = new Navigation(monde);
        ecran.connecter(agent.identifiant(), Monde.MOT_DE_PASSE);
        for (String mauvais : List.of("\u0000", "\u0007", "\u202e", "\u2067", "\u0085")) {
            Map<String, String> champs = new LinkedHashMap<>();
            champs.put("note", "Une note" + mauvais + " utile");
            champs.put("autre", "le reste");
            Reponse page = ecran.post("/dossiers/" + dossier.numero() + "/notes", champs);
            assertThat(page.statut()).as(page.texte()).isEqualTo(422);
            assertThat(page.texte())
                    .contains("caractère invisible")
                    .contains("name=\"note\"")
                    .contains("utile</textarea>")
                    .contains("name=\"autre\" value=\"le reste\"")
                    .doesNotContain(mauvais);
        }
        assertThat(jdbc.queryForObject("select count(*) from dossier_evenement where texte like '%utile%'", Long.class))
                .isZero();
    }

    @Test
    void une_page_de_correction_se_lit_et_renvoie_le_texte_nettoye() {
        Agent agent = monde.instructeur();
        DossierVue dossier = monde.demande();
        try (Navigateur navigateur = new Navigateur();
                Visite visite = new Visite(navigateur, port, Navigateur.LARGE, agent)) {
            visite.aller("/dossiers/" + dossier.numero());
            visite.page().evaluate("""
                    (adresse) => {
                      const f = document.createElement('form');
                      f.method = 'post';
                      f.action = adresse;
                      const champ = (nom, valeur) => {
                        const c = document.createElement('textarea');
                        c.name = nom;
                        c.value = valeur;
                        f.append(c);
                      };
                      champ('note', 'Une note copiée \\u202a02 99 00 00 00\\u202c d’un téléphone');
                      champ('_csrf', document.querySelector('meta[name=_csrf]').content);
                      document.body.append(f);
                      f.submit();
                    }
                    """, "/dossiers/" + dossier.numero() + "/notes");
            visite.page().waitForURL("**/notes");
            visite.ecran().plaintesEtOubli();
            visite.tenir("saisie-illisible");
            visite.bouton("Renvoyer");
            assertThat(visite.texte()).contains("Une note copiée 02 99 00 00 00 d’un téléphone");
        }
    }
}
