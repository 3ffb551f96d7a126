package fr.jalon.atelier;

import fr.jalon.atelier.RejeuVue.Bornes;
import fr.jalon.atelier.TableRejeux.Rejeu;
import fr.jalon.atelier.controle.Sorties;
import fr.jalon.atelier.rejeu.Reponses;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Reprise;
import fr.jalon.decision.EssaisDeTables;
import fr.jalon.decision.EvaluationImpossible;
import fr.jalon.decision.EvaluationsDesDossiers;
import fr.jalon.decision.EvaluationsDesDossiers.Passee;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Does the trials that were asked, a chunk a transaction, on one node at a time; a node that stops leaves what it did to the next. */
@Component
class AvanceeDesRejeux {

    private static final Logger LOG = LoggerFactory.getLogger(AvanceeDesRejeux.class);

    private final TableRejeux rejeux;
    private final Atelier atelier;
    private final EvaluationsDesDossiers evaluations;
    private final EssaisDeTables essais;
    private final ReglagesDuRejeu reglages;
    private final Reprise reprise;
    private final Horloge horloge;

    AvanceeDesRejeux(
            TableRejeux rejeux,
            Atelier atelier,
            EvaluationsDesDossiers evaluations,
            EssaisDeTables essais,
            ReglagesDuRejeu reglages,
            Reprise reprise,
            Horloge horloge) {
        this.rejeux = rejeux;
        this.atelier = atelier;
        this.evaluations = evaluations;
        this.essais = essais;
        this.reglages = reglages;
        this.reprise = reprise;
        this.horloge = horloge;
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT2S")
    @SchedulerLock(name = "rejeux-de-tables", lockAtMostFor = "PT2M")
    void avancer() {
        long fin = System.nanoTime() + reglages.dAffilee().toNanos();
        Optional<Rejeu> suivant = rejeux.enCours();
        while (suivant.isPresent() && System.nanoTime() < fin) {
            rejouer(suivant.get(), fin);
            suivant = rejeux.enCours();
        }
    }

    private void rejouer(Rejeu depart, long fin) {
        try {
            BilanDeRejeu.Tables tables = tables(depart.vue());
            Optional<Rejeu> rejeu = Optional.of(depart);
            while (rejeu.isPresent() && System.nanoTime() < fin) {
                rejeu = unLot(rejeu.get(), tables);
            }
        } catch (EvaluationImpossible e) {
            arreter(depart.vue(), "la table ne se lit pas", e);
        } catch (IllegalStateException e) {
            // An altered kept fact would be asked for again without end, before every other trial.
            arreter(depart.vue(), "un fait gardé ne se lit pas", e);
        }
    }

    private void arreter(RejeuVue rejeu, String pourquoi, RuntimeException e) {
        LOG.error("Essai de {} sur le passé : {}", rejeu.cle(), pourquoi, e);
        rejeux.finir(rejeu.id(), EtatRejeu.IMPOSSIBLE, horloge.maintenant());
    }

    private BilanDeRejeu.Tables tables(RejeuVue r) {
        LotVue lot = atelier.exiger(r.cle(), r.version());
        LotVue.Fichier f = lot.fichiers().stream()
                .filter(c -> c.cle().equals(r.cle()))
                .findFirst()
                .orElseThrow();
        FichierModele apres = atelier.contenu(f.cle(), f.version());
        FichierModele avant = atelier.contenu(f.cle(), f.base());
        Map<String, String> libelles = Sorties.libelles(apres, r.cle());
        return new BilanDeRejeu.Tables(
                essais.preparer(r.cle(), avant.contenu()),
                essais.preparer(r.cle(), apres.contenu()),
                new Reponses(libelles, reglages.montants(libelles)));
    }

    /** Some evaluations; empty when it is over, or when another node goes on. */
    private Optional<Rejeu> unLot(Rejeu rejeu, BilanDeRejeu.Tables tables) {
        Bornes bornes = rejeu.vue().bornes();
        List<Passee> passees = evaluations.passees(
                rejeu.vue().cle(),
                Rejeux.debut(bornes.du()),
                Rejeux.fin(bornes),
                rejeu.fait(),
                rejeu.jusqua(),
                reglages.parLot());
        if (passees.isEmpty()) {
            rejeux.finir(rejeu.vue().id(), EtatRejeu.FINI, horloge.maintenant());
            return Optional.empty();
        }
        BilanDeRejeu bilan = BilanDeRejeu.de(passees, tables);
        boolean compte = reprise.enTransaction(() -> {
            boolean avance = rejeux.avancer(rejeu, bilan);
            if (avance) {
                rejeux.noter(rejeu.vue().id(), bilan);
            }
            return avance;
        });
        return compte ? rejeux.parId(rejeu.vue().id()) : Optional.empty();
    }
}
