package fr.jalon.web.annuaire;

import fr.jalon.annuaire.ActionVue;
import fr.jalon.annuaire.EtatAction;
import fr.jalon.annuaire.FicheAction;
import fr.jalon.annuaire.Nomenclature;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import fr.jalon.web.commun.Vues.Paire;
import java.util.List;
import org.springframework.stereotype.Component;

/** The plan of the pact in words: what nobody has said reads "À confirmer". */
@Component
class MotsDuPacte {

    private static final String INCONNU = "À confirmer";

    private final Nomenclature nomenclature;

    MotsDuPacte(Nomenclature nomenclature) {
        this.nomenclature = nomenclature;
    }

    /** A row of the list of actions. */
    record Ligne(
            String href, String titre, String detail, String levier, String pilote, Vues.Badge etat, String echeance) {}

    Ligne ligne(ActionVue a, String href) {
        FicheAction f = a.fiche();
        return new Ligne(
                href,
                f.titre(),
                f.titre().equals(f.objectifOperationnel()) ? null : f.objectifOperationnel(),
                nomenclature.leviers().get(a.levier() - 1).court(),
                ouInconnu(f.pilote()),
                etat(f.etat()),
                f.echeance() == null ? INCONNU : Mots.jour(f.echeance()));
    }

    static Vues.Badge etat(EtatAction etat) {
        if (etat == null) {
            return new Vues.Badge("attention", "État à confirmer");
        }
        return new Vues.Badge(
                switch (etat) {
                    case A_LANCER -> "neutre";
                    case EN_COURS -> "info";
                    case REALISEE -> "ok";
                    case ABANDONNEE -> "attente";
                },
                etat.libelle());
    }

    List<Paire> suivi(ActionVue a) {
        FicheAction f = a.fiche();
        return List.of(
                new Paire("Pilote", ouInconnu(f.pilote())),
                new Paire("Partenaires associés", ouInconnu(f.partenaires())),
                new Paire("Échéance", f.echeance() == null ? INCONNU : Mots.jour(f.echeance())),
                new Paire("État", f.etat() == null ? INCONNU : f.etat().libelle()),
                new Paire("Preuve", ouInconnu(f.preuve())));
    }

    List<Paire> bilans(ActionVue a) {
        return List.of(
                new Paire("À mi-parcours", ouAucun(a.fiche().bilanMiParcours())),
                new Paire("À la fin", ouAucun(a.fiche().bilanFinal())));
    }

    List<Paire> place(ActionVue a) {
        Nomenclature.Levier levier = nomenclature.leviers().get(a.levier() - 1);
        FicheAction f = a.fiche();
        return List.of(
                new Paire("Levier", levier.numero() + ". " + levier.libelle()),
                new Paire("Objectif", a.objectif().libelle()),
                new Paire(
                        "Objectif opérationnel", f.objectifOperationnel() == null ? "Aucun" : f.objectifOperationnel()),
                new Paire("Proposée par", ouInconnu(f.origine())),
                new Paire("Page du pacte", f.page() == null ? "Aucune" : f.page()),
                new Paire("Code", a.code()));
    }

    private static String ouInconnu(String texte) {
        return texte == null ? INCONNU : texte;
    }

    private static String ouAucun(String texte) {
        return texte == null ? "Pas encore de bilan" : texte;
    }
}
