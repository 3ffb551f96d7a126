package fr.jalon.rsa.parcours;

import fr.jalon.commun.Horloge;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Pieces;
import fr.jalon.rsa.DemandeRsaVue;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** The file handed over to the CAF, the MSA or the health insurance: identity, situation, proposal, list of pieces. */
@Component
class FichiersTransmis {

    private final DemandesRsa demandes;
    private final Personnes personnes;
    private final Pieces pieces;
    private final Horloge horloge;
    private final ObjectMapper json;

    FichiersTransmis(DemandesRsa demandes, Personnes personnes, Pieces pieces, Horloge horloge, ObjectMapper json) {
        this.demandes = demandes;
        this.personnes = personnes;
        this.pieces = pieces;
        this.horloge = horloge;
        this.json = json;
    }

    String contenu(DossierVue dossier, String objet) {
        DemandeRsaVue demande = demandes.demande(dossier.id());
        PersonneVue personne = personnes.parId(dossier.personneId());
        Map<String, Object> fichier = new LinkedHashMap<>();
        fichier.put("objet", objet);
        fichier.put("dossier", dossier.numero());
        fichier.put("date", horloge.aujourdhui().toString());
        fichier.put("dateDepot", dossier.deposeLe().toString());
        fichier.put("urgent", dossier.urgent());
        fichier.put("usager", identite(personne));
        fichier.put("situation", demande.situation());
        fichier.put(
                "proposition",
                demande.proposition() == null ? null : demande.proposition().name());
        fichier.put("derogation", demande.derogation());
        fichier.put("motif", demande.motifProposition());
        fichier.put("conditions", demande.conditions());
        fichier.put("estimation", demande.estimation());
        fichier.put(
                "pieces",
                pieces.liste(dossier.id()).stream()
                        .map(p -> Map.of("type", p.type(), "etat", p.etat().name()))
                        .toList());
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(fichier);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> identite(PersonneVue personne) {
        Map<String, Object> identite = new LinkedHashMap<>();
        identite.put("civilite", personne.civilite());
        identite.put("nom", personne.nom());
        identite.put("nomNaissance", personne.nomNaissance());
        identite.put("prenoms", personne.prenoms());
        identite.put("dateNaissance", personne.dateNaissance().toString());
        identite.put("adresse", personne.adresse());
        identite.put("telephone", personne.telephone());
        identite.put("autresTelephones", personne.autresTelephones());
        identite.put("domiciliation", personne.domiciliation());
        identite.put("courriel", personne.courriel());
        return identite;
    }
}
