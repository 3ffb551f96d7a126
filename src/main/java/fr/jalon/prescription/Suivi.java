package fr.jalon.prescription;

import fr.jalon.agent.Agent;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.OffreVue;
import fr.jalon.annuaire.OrganismeRef;
import fr.jalon.commun.Introuvable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads proposals with their names, and gives places back. */
@Component
class Suivi {

    private final PropositionsRepository propositions;
    private final PrescriptionsRepository prescriptions;
    private final Partages partages;
    private final Annuaire annuaire;

    Suivi(
            PropositionsRepository propositions,
            PrescriptionsRepository prescriptions,
            Partages partages,
            Annuaire annuaire) {
        this.propositions = propositions;
        this.prescriptions = prescriptions;
        this.partages = partages;
        this.annuaire = annuaire;
    }

    Prescription prescription(UUID dossierId) {
        return prescriptions
                .findById(dossierId)
                .orElseThrow(() -> new Introuvable("Ce dossier n'est pas une orientation vers un partenaire."));
    }

    /** The proposal under way, or the last one. */
    Proposition derniere(UUID dossierId) {
        return propositions
                .findFirstByDossierIdOrderByRangDesc(dossierId)
                .orElseThrow(() -> new Introuvable("Ce dossier n'a aucune proposition à un partenaire."));
    }

    List<PropositionVue> vues(List<Proposition> lues) {
        Map<String, String> noms = annuaire.organismes().stream()
                .collect(Collectors.toMap(OrganismeRef::code, OrganismeRef::nom, (a, b) -> a));
        return lues.stream()
                .map(p ->
                        p.vue(noms.getOrDefault(p.organisme(), p.organisme()), titre(p), partages.donnees(p.donnees())))
                .toList();
    }

    PropositionVue vue(Proposition p) {
        return vues(List.of(p)).get(0);
    }

    private String titre(Proposition p) {
        return p.offreId() == null
                ? null
                : annuaire.offreSiExiste(p.offreId()).map(OffreVue::titre).orElse(null);
    }

    void rendreLaPlace(Proposition p, Agent auteur) {
        if (p.rendreLaPlace()) {
            annuaire.liberer(p.offreId(), auteur);
        }
    }
}
