package fr.jalon.importation;

import fr.jalon.agent.Agent;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Reprise;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Writes one row, in one transaction with its keys and its result: after a crash a row is either written and marked, or
 * neither. It is examined again first, because facts may have changed since the preview.
 */
@Component
class EcritureLigne {

    private static final String PANNE = "Jalon n'a pas pu écrire cette ligne, et n'en a rien gardé. Réessayez ;"
            + " si cela recommence, prévenez l'administrateur.";

    private final Examinateur examinateur;
    private final TableLignes lignes;
    private final ClesImport cles;
    private final Reprise reprise;
    private final Horloge horloge;

    EcritureLigne(Examinateur examinateur, TableLignes lignes, ClesImport cles, Reprise reprise, Horloge horloge) {
        this.examinateur = examinateur;
        this.lignes = lignes;
        this.cles = cles;
        this.reprise = reprise;
        this.horloge = horloge;
    }

    /** Writes the row, or notes why it cannot be. A failure of the database goes to the caller: the row stays to write. */
    void ecrire(ImportEnregistre fichier, LigneEnregistree ligne, TypeImport type, Agent auteur) {
        ExamenLigne examen = examinateur.examiner(fichier, ligne, type, auteur);
        if (!examen.statut().aEcrire()) {
            lignes.noterExamen(ligne, examen);
            return;
        }
        try {
            reprise.enTransaction(() -> ecrire(fichier, ligne, examen));
        } catch (DataIntegrityViolationException e) {
            // Somebody wrote the same thing between the examination and now: look again.
            ExamenLigne relu = examinateur.examiner(fichier, ligne, type, auteur);
            lignes.noterExamen(ligne, relu.statut().aEcrire() ? devancee() : relu);
        } catch (OptimisticLockingFailureException e) {
            lignes.noterExamen(ligne, devancee());
        } catch (RuntimeException e) {
            lignes.noterExamen(ligne, RefusDeLigne.dire(e, fichier, ligne, PANNE));
        }
    }

    private void ecrire(ImportEnregistre fichier, LigneEnregistree ligne, ExamenLigne examen) {
        Instant maintenant = horloge.maintenant();
        if (!lignes.prendre(ligne, maintenant)) {
            return;
        }
        ResultatLigne resultat = examen.ecriture().get();
        cles.noter(fichier.type(), Examinateur.cleDeLaRangee(fichier, ligne), ligne.id(), resultat, maintenant);
        if (examen.cle() != null) {
            cles.noter(fichier.type(), examen.cle(), ligne.id(), resultat, maintenant);
        }
        lignes.noterResultat(ligne, examen, resultat);
    }

    private static ExamenLigne devancee() {
        return ExamenLigne.refus(List.of(new ErreurChamp(
                "", "La personne ou le dossier vient d'être modifié par quelqu'un d'autre. Réessayez.")));
    }
}
