package fr.jalon.seance;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done before a session: its agenda, the convocations. */
@Service
@Transactional
public class Preparation {

    private final Seances seances;
    private final CasPrets cas;
    private final Instances instances;
    private final DocumentsSeance documents;
    private final Horloge horloge;
    private final TableSeances table;

    Preparation(
            Seances seances,
            CasPrets cas,
            Instances instances,
            DocumentsSeance documents,
            Horloge horloge,
            TableSeances table) {
        this.seances = seances;
        this.cas = cas;
        this.instances = instances;
        this.documents = documents;
        this.horloge = horloge;
        this.table = table;
    }

    /**
     * Puts ready cases on the agenda, all or none.
     *
     * @throws Conflit when another session has just taken one
     */
    public void inscrire(UUID seanceId, List<UUID> casIds, Agent auteur) {
        Seance seance = seances.pourEcrire(seanceId, auteur);
        if (casIds.isEmpty()) {
            throw new SaisieInvalide("cas", "Cochez au moins un dossier.");
        }
        for (UUID casId : casIds) {
            CasPret pret = cas.ouvert(casId)
                    .filter(c -> cas.retenir(c.id(), seance.vue()))
                    .orElseThrow(Preparation::dejaPris);
            seance.inscrire(pret);
        }
        table.enregistrer(seance);
        seances.tracer(seance.vue(), "Dossiers inscrits à l'ordre du jour : " + casIds.size() + ".", auteur);
    }

    private static Conflit dejaPris() {
        return new Conflit("Un de ces dossiers vient d'être inscrit à une autre séance, ou n'attend plus d'avis."
                + " Rechargez la page pour voir ceux qui restent.");
    }

    /** Takes an item off: its case waits for another session. */
    public void desinscrire(UUID seanceId, UUID pointId, Agent auteur) {
        Seance seance = seances.pourEcrire(seanceId, auteur);
        Point point = seance.desinscrire(pointId);
        cas.liberer(point.casId());
        table.enregistrer(seance);
        seances.tracer(seance.vue(), "Dossier retiré de l'ordre du jour : " + point.numeroDossier() + ".", auteur);
    }

    /** Whether the members have less time than the rule of the instance: a reason is then asked for. */
    @Transactional(readOnly = true)
    public boolean delaiCourt(SeanceVue seance) {
        return seance.motifDelai() == null
                && Seance.de(seance).tropTard(instances.regle(seance.instance(), seance.jour()), horloge.aujourdhui());
    }

    /**
     * Writes a convocation to each member who has none yet.
     *
     * @param motifDelai why the members have less time than the rule, asked for in that case only
     * @throws SaisieInvalide on {@code debut}, {@code membres}, {@code points} or {@code motifDelai}
     */
    public void convoquer(UUID seanceId, String motifDelai, Agent auteur) {
        Seance seance = seances.pourEcrire(seanceId, auteur);
        RegleInstance regle =
                instances.regle(seance.vue().instance(), seance.vue().jour());
        List<Membre> aConvoquer = seance.convoquer(regle, horloge.aujourdhui(), horloge.maintenant(), motifDelai);
        for (Membre membre : aConvoquer) {
            seance.noterConvocation(membre.id(), documents.convoquer(seance.vue(), membre, regle, auteur));
        }
        table.enregistrer(seance);
        seances.tracer(
                seance.vue(),
                "Convocations écrites : " + Textes.combien(aConvoquer.size(), "membre", "membres") + ".",
                auteur);
    }
}
