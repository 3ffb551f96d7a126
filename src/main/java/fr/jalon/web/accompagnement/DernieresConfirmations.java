package fr.jalon.web.accompagnement;

import fr.jalon.agent.Agent;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.OrganismeRef;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.TousLesDossiers;
import fr.jalon.orientation.ConfirmationFaite;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.web.commun.Mots;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The last confirmations of an agent, which can still be taken back: as many queries for one as for all. */
@Component
class DernieresConfirmations {

    private final DemandesOrientation demandes;
    private final TousLesDossiers dossiers;
    private final Personnes personnes;
    private final Annuaire annuaire;

    DernieresConfirmations(
            DemandesOrientation demandes, TousLesDossiers dossiers, Personnes personnes, Annuaire annuaire) {
        this.demandes = demandes;
        this.dossiers = dossiers;
        this.personnes = personnes;
        this.annuaire = annuaire;
    }

    /** One of them. */
    record Derniere(String numero, String texte) {}

    /** Those of open dossiers that the agent still reaches, newest first. */
    List<Derniere> de(Agent agent, int nombre) {
        List<ConfirmationFaite> faites = demandes.dernieresConfirmations(agent, nombre);
        if (faites.isEmpty()) {
            return List.of();
        }
        Map<UUID, DossierVue> siens =
                dossiers
                        .parIds(faites.stream()
                                .map(ConfirmationFaite::dossierId)
                                .toList())
                        .stream()
                        .filter(d -> !d.clos() && agent.portee().couvre(d.antenne()))
                        .collect(Collectors.toMap(DossierVue::id, Function.identity()));
        Map<UUID, PersonneVue> noms = personnes.parIds(
                siens.values().stream().map(DossierVue::personneId).distinct().toList());
        Map<String, String> organismes = annuaire.organismes().stream()
                .collect(Collectors.toMap(OrganismeRef::code, OrganismeRef::nom, (a, b) -> a));
        return faites.stream()
                .filter(f -> siens.containsKey(f.dossierId()))
                .map(f -> derniere(f, siens.get(f.dossierId()), noms, organismes))
                .toList();
    }

    private static Derniere derniere(
            ConfirmationFaite f, DossierVue d, Map<UUID, PersonneVue> noms, Map<String, String> organismes) {
        return new Derniere(
                d.numero(),
                noms.get(d.personneId()).nomComplet() + " : "
                        + f.parcours().libelle().toLowerCase(Locale.FRENCH) + ", "
                        + organismes.getOrDefault(f.organisme(), f.organisme()) + ", confirmée le "
                        + Mots.moment(f.le()));
    }
}
