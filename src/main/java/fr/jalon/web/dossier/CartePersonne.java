package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Langues;
import fr.jalon.dossier.DossierVue;
import fr.jalon.orientation.ReferentUnique;
import fr.jalon.usager.AdressesFausses;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.SuiteDeLaPersonne;
import fr.jalon.web.commun.Vues;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The card of the person, above its dossier. */
@Component
class CartePersonne {

    private final Personnes personnes;
    private final ReferentUnique referentUnique;
    private final Codes codes;
    private final Horloge horloge;
    private final AdressesFausses adresses;
    private final SuiteDeLaPersonne suite;

    CartePersonne(
            Personnes personnes,
            ReferentUnique referentUnique,
            Codes codes,
            Horloge horloge,
            AdressesFausses adresses,
            SuiteDeLaPersonne suite) {
        this.personnes = personnes;
        this.referentUnique = referentUnique;
        this.codes = codes;
        this.horloge = horloge;
        this.adresses = adresses;
        this.suite = suite;
    }

    /** @param foyer the foyer in words, null when it is not known */
    Vues.Personne de(DossierVue dossier, String foyer, Agent lecteur) {
        PersonneVue p = personnes.parId(dossier.personneId());
        return new Vues.Personne(
                "/usagers/" + p.id(),
                (p.civiliteAbregee() + " " + p.nomComplet()).strip(),
                naissance(p),
                foyer,
                p.adresse().replaceAll("\\s*\\n\\s*", ", "),
                p.telephone(),
                null,
                badges(dossier, p, lecteur));
    }

    private String naissance(PersonneVue p) {
        return p.nee()
                + (p.decedeeLe() == null ? ", " + p.ageLe(horloge.aujourdhui()).mots() : "");
    }

    private List<Vues.Badge> badges(DossierVue dossier, PersonneVue p, Agent lecteur) {
        List<Vues.Badge> badges = new ArrayList<>();
        if (suite.permise(dossier, lecteur)) {
            referentUnique
                    .de(p.id())
                    .ifPresent(nom -> badges.add(new Vues.Badge("neutre", "Référent unique : " + nom)));
        }
        if (p.decedeeLe() != null) {
            badges.add(new Vues.Badge("neutre", "Décès le " + Mots.jour(p.decedeeLe())));
        }
        if (dossier.clos()) {
            badges.add(new Vues.Badge("neutre", "Terminé : " + dossier.issue().libelle()));
        } else {
            if (dossier.urgent()) {
                badges.add(new Vues.Badge("retard", "Urgent"));
            }
            badges.add(new Vues.Badge(dossier.horloge().suspendue() ? "attente" : "info", codes.etat(dossier)));
        }
        adresses.de(p)
                .ifPresent(a -> badges.add(new Vues.Badge(
                        "attention", "Adresse à vérifier : courrier revenu le " + Mots.jour(a.depuis()))));
        if (!"fr".equals(p.langue())) {
            badges.add(new Vues.Badge("info", "Parle : " + Langues.nom(p.langue())));
        }
        return badges;
    }
}
