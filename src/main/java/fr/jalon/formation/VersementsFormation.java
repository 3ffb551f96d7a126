package fr.jalon.formation;

import fr.jalon.agent.Agent;
import fr.jalon.budget.Depenses;
import fr.jalon.budget.Preuve;
import fr.jalon.commun.Centimes;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Siret;
import fr.jalon.dispositif.LiensDePreuve;
import fr.jalon.dossier.Dossiers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a training is due and was certified of: the milestones, what their hours are worth, each certification with its proof. */
@Component
class VersementsFormation {

    /** Stands for a milestone where a training stopped: what was followed until then. */
    static final String ARRET = "ARRET";

    private final JalonsFormation jalons;
    private final ReglesFormation regles;
    private final Depenses depenses;
    private final LiensDePreuve liens;
    private final Dossiers dossiers;

    VersementsFormation(
            JalonsFormation jalons, ReglesFormation regles, Depenses depenses, LiensDePreuve liens, Dossiers dossiers) {
        this.liens = liens;
        this.jalons = jalons;
        this.regles = regles;
        this.depenses = depenses;
        this.dossiers = dossiers;
    }

    List<JalonFormation> tous(FormationVue vue) {
        return jalons.tous(
                vue.decision().montant(), LocalDate.ofInstant(vue.suite().decideeLe(), Horloge.PARIS));
    }

    /** Those that come after the last one that was reached. */
    List<JalonFormation> aVenir(FormationVue vue) {
        List<JalonFormation> tous = tous(vue);
        List<String> franchis = jalons.franchis(vue.dossierId()).stream()
                .map(JalonsFormation.Franchi::code)
                .toList();
        int dernier = -1;
        for (int i = 0; i < tous.size(); i++) {
            dernier = franchis.contains(tous.get(i).code()) ? i : dernier;
        }
        return tous.subList(dernier + 1, tous.size());
    }

    int heuresSuivies(UUID dossierId) {
        return jalons.franchis(dossierId).stream()
                .mapToInt(JalonsFormation.Franchi::suivies)
                .max()
                .orElse(0);
    }

    long certifie(UUID dossierId) {
        return jalons.franchis(dossierId).stream()
                .mapToLong(JalonsFormation.Franchi::centimes)
                .sum();
    }

    List<PaiementFormation> paiements(FormationVue vue) {
        Map<String, String> noms = new HashMap<>();
        noms.put(ARRET, regles.nom("VERSEMENT", ARRET));
        tous(vue).forEach(j -> noms.put(j.code(), j.libelle()));
        return jalons.paiements(vue.dossierId(), noms);
    }

    List<Integer> attentes(Siret siret, LocalDate depuis) {
        return jalons.attentes(siret.numero(), depuis);
    }

    /** @throws SaisieInvalide on {@code champ} when the hours go back, or beyond the training */
    void verifierLesHeures(FormationVue vue, int suivies, String champ) {
        int avant = heuresSuivies(vue.dossierId());
        int heures = vue.demande().formation().heures();
        if (suivies < avant || suivies > heures) {
            throw new SaisieInvalide(
                    champ, "Donnez les heures suivies depuis le début, entre " + avant + " et " + heures + ".");
        }
    }

    /** Due in all once a milestone is reached with these hours. */
    long du(FormationVue vue, JalonFormation jalon, int suivies) {
        long prevu = 0;
        for (JalonFormation j : tous(vue)) {
            prevu += j.centimes();
            if (j.code().equals(jalon.code())) {
                break;
            }
        }
        return PlanDesVersements.du(
                prevu, jalon.heures(), vue.demande().formation().heures(), suivies);
    }

    /** Due in all for these hours when nothing more will be followed: as at the last milestone. */
    long duALArret(FormationVue vue, int suivies) {
        List<JalonFormation> tous = tous(vue);
        return du(vue, tous.get(tous.size() - 1), suivies);
    }

    /** Certifies what is due and not certified yet, and tells it; nothing when more was certified. */
    void certifier(FormationVue vue, Echeance echeance, String preuve, Agent auteur) {
        long reste = echeance.du() - certifie(vue.dossierId());
        long centimes = Math.max(0, reste);
        Preuve lue = new Preuve(Preuve.Sorte.TEXTE, preuve);
        Long service = centimes == 0
                ? null
                : Long.valueOf(depenses.certifier(vue.suite().engagement(), centimes, lue, auteur.identifiant()));
        jalons.noter(
                vue.dossierId(),
                new JalonsFormation.Franchi(echeance.code(), echeance.suivies(), centimes),
                lue.texte(),
                liens.retenir(vue.dossierId(), echeance.code()).orElse(null),
                service,
                auteur.identifiant());
        dossiers.tracer(
                vue.dossierId(),
                DemandesFormation.NATURE,
                echeance.libelle() + " : " + echeance.suivies() + " heures suivies, " + Centimes.enFrancais(centimes)
                        + " à payer."
                        + (reste < 0
                                ? " " + Centimes.enFrancais(-reste) + " versés en trop, à demander par un titre."
                                : ""),
                auteur);
    }

    /**
     * A point where something may be due.
     *
     * @param code row of {@code jalons-formation}, or {@link #ARRET}
     * @param suivies hours since the beginning
     * @param du cents due in all
     */
    record Echeance(String code, String libelle, int suivies, long du) {}
}
