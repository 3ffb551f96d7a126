package fr.jalon.seance;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Centimes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sheets of a session in one PDF for a reader (attentes, E16): those that it may read, each reading traced, nothing kept. */
@Service
@Transactional
public class Cahiers {

    private final Fiches fiches;
    private final Instances instances;
    private final DocumentsSeance documents;

    Cahiers(Fiches fiches, Instances instances, DocumentsSeance documents) {
        this.fiches = fiches;
        this.instances = instances;
        this.documents = documents;
    }

    /**
     * The sheets of a member, without the items that it left and, in an anonymous session, without a name or a number.
     *
     * @throws fr.jalon.commun.Introuvable for anybody else
     * @throws fr.jalon.commun.Conflit once the session is over
     */
    public byte[] deMembre(SeanceVue seance, Agent membre) {
        Membre siege = fiches.seanceDe(seance.id(), membre)
                .membre(membre.identifiant())
                .orElseThrow(TableSeances::introuvable);
        List<Map<String, String>> lignes = new ArrayList<>();
        for (Point p : seance.points()) {
            if (!p.deporte(siege.id())) {
                ajouter(lignes, p, fiches.pourMembre(seance.id(), p.id(), membre), seance.anonyme());
            }
        }
        return documents.cahier(seance, regle(seance), lignes, membre);
    }

    /** The sheets for who organises the session, with their names. */
    public byte[] deLOrganisateur(SeanceVue seance, Agent agent) {
        List<Map<String, String>> lignes = new ArrayList<>();
        for (Point p : fiches.lisibles(seance.id(), agent)) {
            ajouter(lignes, p, fiches.duPoint(seance.id(), p, agent), false);
        }
        return documents.cahier(seance, regle(seance), lignes, agent);
    }

    private RegleInstance regle(SeanceVue seance) {
        return instances.regle(seance.instance(), seance.jour());
    }

    private void ajouter(List<Map<String, String>> lignes, Point p, FicheCas fiche, boolean anonyme) {
        List<FicheCas.Fait> faits = new ArrayList<>();
        if (fiche.personne() != null) {
            faits.add(new FicheCas.Fait("Personne", fiche.personne()));
        }
        fiches.demande(p).ifPresent(d -> {
            faits.add(new FicheCas.Fait("Demandé au CCAS", Centimes.enFrancais(d.demande())));
            faits.add(new FicheCas.Fait("Coût", Centimes.enFrancais(d.cout())));
            d.plan()
                    .forEach(x -> faits.add(
                            new FicheCas.Fait(x.financeur(), Centimes.enFrancais(x.montant()) + ", " + x.reponse())));
        });
        faits.addAll(fiche.faits());
        String titre = "Dossier n° " + p.rang() + (anonyme ? "" : ", " + p.numeroDossier()) + ". " + fiche.question();
        for (int i = 0; i < faits.size(); i++) {
            Map<String, String> ligne = new HashMap<>();
            ligne.put("cahier.titre", i == 0 ? titre : null);
            ligne.put("cahier.libelle", faits.get(i).libelle());
            ligne.put("cahier.texte", faits.get(i).texte().replace('\n', ' '));
            lignes.add(ligne);
        }
    }
}
