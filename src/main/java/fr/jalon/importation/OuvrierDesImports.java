package fr.jalon.importation;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Textes;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import net.javacrumbs.shedlock.core.LockExtender;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Examines and writes the rows of the imports, on one node at a time. What is done is read from the rows themselves, so
 * a node that stops in the middle is followed by another that goes on at the next row.
 */
@Component
class OuvrierDesImports {

    private static final Logger LOG = LoggerFactory.getLogger(OuvrierDesImports.class);
    private static final int LOT = 50;

    /** Lots of rows that ask for no examination are many to a turn: nothing of them is slow. */
    private static final int LOTS_EN_DOUBLE = 10;

    private static final Duration VERROU = Duration.ofMinutes(1);

    private final TableImports imports;
    private final TableLignes lignes;
    private final TypesImport types;
    private final LignesEnDouble doubles;
    private final Examinateur examinateur;
    private final EcritureLigne ecriture;
    private final EquipeDExamen equipe;
    private final Comptes comptes;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;
    private final TransactionTemplate transaction;

    OuvrierDesImports(
            TableImports imports,
            TableLignes lignes,
            TypesImport types,
            LignesEnDouble doubles,
            Examinateur examinateur,
            EcritureLigne ecriture,
            EquipeDExamen equipe,
            Comptes comptes,
            Horloge horloge,
            ApplicationEventPublisher evenements,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.lignes = lignes;
        this.types = types;
        this.doubles = doubles;
        this.examinateur = examinateur;
        this.ecriture = ecriture;
        this.equipe = equipe;
        this.comptes = comptes;
        this.horloge = horloge;
        this.evenements = evenements;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Works until nothing waits any more. Each import has its turn for a few rows: a small one ends while a large one goes on.
     *
     * @param arret says that the application stops: the work is left after the present row
     */
    @SchedulerLock(name = "imports", lockAtMostFor = "PT1M")
    void travailler(BooleanSupplier arret) {
        Set<UUID> echoues = new HashSet<>();
        List<ImportEnregistre> tour = enAttente(echoues);
        while (!tour.isEmpty() && !arret.getAsBoolean()) {
            for (ImportEnregistre fichier : tour) {
                if (arret.getAsBoolean()) {
                    return;
                }
                try {
                    avancer(fichier, arret);
                } catch (RuntimeException e) {
                    LOG.error("L'import {} s'est arrêté ; il sera repris", fichier.id(), e);
                    echoues.add(fichier.id());
                    noterIncident(fichier.id());
                }
            }
            tour = enAttente(echoues);
        }
    }

    private List<ImportEnregistre> enAttente(Set<UUID> echoues) {
        return imports.enAttente().stream()
                .filter(i -> !echoues.contains(i.id()))
                .toList();
    }

    private void noterIncident(UUID id) {
        imports.noterIncident(
                id, "Le travail s'est arrêté sur une panne. Rien n'est perdu : Jalon le reprendra dans un instant.");
    }

    private void avancer(ImportEnregistre fichier, BooleanSupplier arret) {
        TypeImport type = types.parCode(fichier.type());
        Agent auteur = comptes.parIdentifiant(fichier.executant()).orElseThrow();
        auteur.exiger(type.roles().toArray(Role[]::new));
        if (fichier.etat() == EtatImport.LU) {
            examiner(fichier, type, auteur, arret);
        } else {
            ecrire(fichier, type, auteur, arret);
        }
        LockExtender.extendActiveLock(VERROU, Duration.ZERO);
    }

    private void examiner(ImportEnregistre fichier, TypeImport type, Agent auteur, BooleanSupplier arret) {
        List<LigneEnregistree> lot = aExaminer(fichier);
        List<LigneEnregistree> utiles = doubles.ecarter(fichier, lot, type);
        for (int lots = 1; utiles.isEmpty() && !lot.isEmpty() && lots < LOTS_EN_DOUBLE; lots++) {
            lot = aExaminer(fichier);
            utiles = doubles.ecarter(fichier, lot, type);
        }
        List<ExamenLigne> examens =
                equipe.pourChacune(utiles, ligne -> examinateur.seule(fichier, ligne, type, auteur));
        for (int i = 0; i < utiles.size(); i++) {
            if (arret.getAsBoolean()) {
                return;
            }
            lignes.noterExamen(utiles.get(i), examinateur.parmiLesAutres(utiles.get(i), examens.get(i)));
        }
        if (lot.isEmpty()) {
            imports.passer(
                    fichier.id(), EtatImport.LU, fichier.ecritPar() == null ? EtatImport.SIMULE : EtatImport.EN_COURS);
        }
    }

    /** The next rows; those that say the same word for word as an earlier one are marked all at once when the first is met. */
    private List<LigneEnregistree> aExaminer(ImportEnregistre fichier) {
        List<LigneEnregistree> lot = lignes.aExaminer(fichier.id(), LOT);
        if (lot.stream().allMatch(l -> l.identiqueA() == null)) {
            return lot;
        }
        lignes.marquerIdentiques(fichier.id());
        return lignes.aExaminer(fichier.id(), LOT);
    }

    private void ecrire(ImportEnregistre fichier, TypeImport type, Agent auteur, BooleanSupplier arret) {
        List<LigneEnregistree> lot = lignes.aEcrire(fichier.id(), LOT);
        for (LigneEnregistree ligne : lot) {
            if (arret.getAsBoolean()) {
                return;
            }
            ecriture.ecrire(fichier, ligne, type, auteur);
        }
        if (lot.isEmpty()) {
            transaction.executeWithoutResult(statut -> terminer(fichier, type, auteur));
        }
    }

    /** The end and its line in the journal are one: nobody sees an import ended that left no trace. */
    private void terminer(ImportEnregistre fichier, TypeImport type, Agent auteur) {
        if (imports.terminer(fichier.id(), horloge.maintenant())) {
            TableImports.Comptes fin = imports.comptes(fichier.id());
            evenements.publishEvent(new ImportTrace(
                    fichier.id(),
                    fichier.antenne(),
                    "Import « " + type.libelle() + " » terminé : "
                            + Textes.combien(fin.ecrites(), "ligne écrite, ", "lignes écrites, ")
                            + fin.parStatut().getOrDefault(StatutLigne.A_JOUR, 0L) + " déjà à jour, "
                            + fin.parStatut().getOrDefault(StatutLigne.EN_ERREUR, 0L) + " en erreur.",
                    auteur));
        }
    }
}
