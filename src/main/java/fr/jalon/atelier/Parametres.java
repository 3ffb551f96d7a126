package fr.jalon.atelier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.atelier.TableDatee.Rangee;
import fr.jalon.atelier.controle.LectureDesPeriodes;
import fr.jalon.atelier.parametres.EcritureDatee;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.moteur.ModelesVivants;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Dated parameters changed from a page: the tables are found in the living files, new values become a draft of their author with one
 * changed file, which another account publishes like any draft (docs/decisions/0065).
 */
@Service
public class Parametres {

    private static final String SOURCE = "Page des paramètres";

    private final Atelier atelier;
    private final LotsDesModeles lots;
    private final ModelesVivants vivants;
    private final MotsDesParametres mots;
    private final Horloge horloge;

    Parametres(Atelier atelier, LotsDesModeles lots, ModelesVivants vivants, MotsDesParametres mots, Horloge horloge) {
        this.atelier = atelier;
        this.lots = lots;
        this.vivants = vivants;
        this.mots = mots;
        this.horloge = horloge;
    }

    /**
     * A dated table to be changed.
     *
     * @param fichier its file: that of the author's own draft when there is one, else the living one
     * @param brouillon the author's own draft of this file, null when there is none
     * @param empreinte digest of the meaning of the file, to know whether it changed since it was read
     */
    public record Lue(FichierModele fichier, TableDatee table, LotVue brouillon, String empreinte) {}

    /** Every dated table in force, by name. */
    public List<TableDatee> tables(Agent agent) {
        agent.exiger(Role.PILOTE);
        return vivants.fichiers().entrySet().stream()
                .flatMap(f -> LectureDesPeriodes.lire(new FichierModele(f.getKey(), f.getValue())).stream())
                .sorted(Comparator.comparing(TableDatee::nom))
                .toList();
    }

    /** @throws Introuvable when no living table of this key is dated */
    public Lue lire(String cle, Agent agent) {
        agent.exiger(Role.PILOTE);
        FichierModele vivant = vivants.fichiers().entrySet().stream()
                .map(f -> new FichierModele(f.getKey(), f.getValue()))
                .filter(f -> table(f, cle).isPresent())
                .findFirst()
                .orElseThrow(() -> new Introuvable("Aucune table datée ne porte ce nom."));
        Optional<LotVue> sien = brouillon(vivant.nom(), agent);
        FichierModele lu = sien.map(l -> atelier.fichiers(l).get(0))
                .filter(f -> table(f, cle).isPresent())
                .orElse(vivant);
        return new Lue(lu, table(lu, cle).orElseThrow(), sien.orElse(null), fr.jalon.atelier.controle.Sens.de(lu));
    }

    /**
     * The first day of new values, as typed.
     *
     * @throws fr.jalon.commun.SaisieInvalide on {@code le}
     */
    public LocalDate jour(TableDatee table, String le) {
        return LectureDeSaisie.jour(table, mots, le, horloge.aujourdhui());
    }

    private static Optional<TableDatee> table(FichierModele fichier, String cle) {
        return LectureDesPeriodes.lire(fichier).stream()
                .filter(t -> t.cle().equals(cle))
                .findFirst();
    }

    /** The author's draft of this file alone, written from what is alive today. */
    private Optional<LotVue> brouillon(String fichier, Agent auteur) {
        return lots.brouillons(auteur.identifiant(), Set.of(fichier)).stream()
                .filter(l -> l.fichiers().get(0).base() == atelier.base(fichier))
                .findFirst();
    }

    /**
     * New values from a day on, as a draft of the account.
     *
     * @throws fr.jalon.commun.SaisieInvalide on the fields of the form
     * @throws Conflit when the table changed since the form was read
     * @throws PublicationRefusee when the checker finds an error
     */
    public LotVue deposer(String cle, SaisieDatee saisie, Agent auteur) {
        auteur.exiger(Role.PILOTE);
        Lue lue = lire(cle, auteur);
        if (!lue.empreinte().equals(saisie.empreinte())) {
            throw new Conflit("Cette table a changé pendant que vous écriviez. Relisez vos valeurs, puis recommencez.");
        }
        LectureDeSaisie lecture = new LectureDeSaisie(lue.table(), mots, saisie, horloge.aujourdhui());
        LocalDate des = lecture.jour();
        List<EcritureDatee.Changement> changements = lecture.changements();
        byte[] contenu =
                EcritureDatee.ecrire(lue.fichier().contenu(), cle, lue.table().place(), des, changements);
        String nom = lue.table().nom() + " : " + changements.size()
                + (changements.size() > 1 ? " lignes changées" : " ligne changée") + " à partir du "
                + Horloge.enMots(des);
        return atelier.deposer(
                        nom, SOURCE, List.of(new FichierModele(lue.fichier().nom(), contenu)), auteur)
                .lot()
                .orElseThrow(() -> new Conflit("Ces valeurs sont déjà celles de la table en service."));
    }

    /** The series of a table with a row in force on a day, each by that row. */
    public static List<Rangee> enVigueur(TableDatee table, LocalDate jour) {
        List<Rangee> rangees = new ArrayList<>();
        table.series().forEach(s -> TableDatee.enVigueur(s, jour).ifPresent(rangees::add));
        return rangees;
    }
}
