package fr.jalon.formation;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.budget.Depenses;
import fr.jalon.budget.Preuve;
import fr.jalon.commun.Centimes;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.dossier.Dossiers;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A training that was granted: its milestones paid on proof of attendance, its dates, its stop, its results (domaine, section 3.5). */
@Service
@Transactional
public class SuiviFormation {

    private final FormationsEcrites formations;
    private final ReglesFormation regles;
    private final ParametresFormation parametres;
    private final JalonsFormation jalons;
    private final ResultatsFormation resultats;
    private final Dossiers dossiers;
    private final Depenses depenses;

    SuiviFormation(
            FormationsEcrites formations,
            ReglesFormation regles,
            ParametresFormation parametres,
            JalonsFormation jalons,
            ResultatsFormation resultats,
            Dossiers dossiers,
            Depenses depenses) {
        this.formations = formations;
        this.regles = regles;
        this.parametres = parametres;
        this.jalons = jalons;
        this.resultats = resultats;
        this.dossiers = dossiers;
        this.depenses = depenses;
    }

    /** Milestones that are still to come, with what each pays when all its hours are followed. */
    @Transactional(readOnly = true)
    public List<JalonFormation> aVenir(UUID dossierId) {
        List<JalonFormation> tous = tous(formations.vue(dossierId));
        List<String> franchis = jalons.franchis(dossierId).stream()
                .map(JalonsFormation.Franchi::code)
                .toList();
        int dernier = -1;
        for (int i = 0; i < tous.size(); i++) {
            dernier = franchis.contains(tous.get(i).code()) ? i : dernier;
        }
        return tous.subList(dernier + 1, tous.size());
    }

    /** Hours proven until now. */
    @Transactional(readOnly = true)
    public int heuresSuivies(UUID dossierId) {
        return jalons.franchis(dossierId).stream()
                .mapToInt(JalonsFormation.Franchi::suivies)
                .max()
                .orElse(0);
    }

    /** Cents certified until now. */
    @Transactional(readOnly = true)
    public long verse(UUID dossierId) {
        return jalons.franchis(dossierId).stream()
                .mapToLong(JalonsFormation.Franchi::centimes)
                .sum();
    }

    /**
     * A milestone is reached: what is due for the hours proven is certified, the finances order its payment.
     *
     * @param suivies hours followed since the beginning
     * @return whether it was the last one
     * @throws SaisieInvalide on {@code jalon}, {@code heuresSuivies} or {@code preuve}
     */
    public boolean franchir(UUID dossierId, String code, int suivies, String preuve, Agent auteur) {
        auteur.exiger(Role.ALI, Role.RESPONSABLE_ANTENNE);
        FormationVue vue = formations.vue(dossierId);
        JalonFormation jalon = aVenir(dossierId).stream()
                .filter(j -> j.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new SaisieInvalide("jalon", "Choisissez un versement qui reste à faire."));
        LocalDate debut = vue.demande().formation().debut();
        if (parametres.aujourdhui().isBefore(debut)) {
            throw new SaisieInvalide(
                    "jalon", "La formation commence le " + Horloge.enMots(debut) + " : rien n’est dû avant.");
        }
        verifierLesHeures(dossierId, suivies, vue.demande().formation().heures());
        long reste = duEnTout(vue, jalon, suivies) - verse(dossierId);
        long centimes = Math.max(0, reste);
        Long service = centimes == 0
                ? null
                : Long.valueOf(depenses.certifier(
                        vue.suite().engagement(),
                        centimes,
                        new Preuve(Preuve.Sorte.TEXTE, preuve),
                        auteur.identifiant()));
        jalons.noter(
                dossierId,
                new JalonsFormation.Franchi(code, suivies, centimes),
                new Preuve(Preuve.Sorte.TEXTE, preuve).texte(),
                service,
                auteur.identifiant());
        dossiers.tracer(
                dossierId,
                DemandesFormation.NATURE,
                jalon.libelle() + " : " + suivies + " heures suivies, " + Centimes.enFrancais(centimes) + " à payer."
                        + (reste < 0
                                ? " " + Centimes.enFrancais(-reste) + " versés en trop, à demander par un titre."
                                : ""),
                auteur);
        return aVenir(dossierId).isEmpty();
    }

    private void verifierLesHeures(UUID dossierId, int suivies, int heures) {
        int avant = heuresSuivies(dossierId);
        if (suivies < avant || suivies > heures) {
            throw new SaisieInvalide(
                    "heuresSuivies",
                    "Donnez les heures suivies depuis le début, entre " + avant + " et " + heures + ".");
        }
    }

    private long duEnTout(FormationVue vue, JalonFormation jalon, int suivies) {
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

    /**
     * Changes the dates, before the training begins; the rules are read again.
     *
     * @throws SaisieInvalide on {@code nouveauDebut} or {@code nouvelleFin}
     */
    public void changerDates(UUID dossierId, LocalDate debut, LocalDate fin, Agent auteur) {
        auteur.exiger(Role.ALI, Role.RESPONSABLE_ANTENNE);
        DemandeFormation avant = formations.vue(dossierId).demande();
        LocalDate aujourdhui = parametres.aujourdhui();
        if (!avant.formation().debut().isAfter(aujourdhui)) {
            throw new SaisieInvalide("nouveauDebut", "La formation a commencé : ses dates ne changent plus.");
        }
        if (debut.isBefore(aujourdhui)) {
            throw new SaisieInvalide("nouveauDebut", "Donnez un début à partir d’aujourd’hui.");
        }
        if (fin.isBefore(debut)) {
            throw new SaisieInvalide("nouvelleFin", "La formation finit avant de commencer : vérifiez les deux dates.");
        }
        DemandeFormation apres = avant.avec(avant.formation().aux(debut, fin));
        List<String> connus = motifs(avant);
        regles.proposer(apres).motifs().stream()
                .filter(m -> !connus.contains(m.code()))
                .findFirst()
                .ifPresent(m -> {
                    throw new SaisieInvalide("nouveauDebut", m.texte());
                });
        formations.exiger(dossierId).changerDates(formations.ecrire(apres));
        dossiers.tracer(
                dossierId,
                DemandesFormation.NATURE,
                "Nouvelles dates : du " + Horloge.enMots(debut) + " au " + Horloge.enMots(fin) + ".",
                auteur);
    }

    /** Conditions that were not met already: whoever granted knew them. */
    private List<String> motifs(DemandeFormation demande) {
        return regles.proposer(demande).motifs().stream()
                .map(PropositionFormation.Motif::code)
                .toList();
    }

    /** The training stops. The reason is a choice of a list, where health is not. */
    public void arreter(UUID dossierId, String raison, Agent auteur) {
        auteur.exiger(Role.ALI, Role.RESPONSABLE_ANTENNE);
        formations.exiger(dossierId).arreter(raison);
        dossiers.tracer(
                dossierId, DemandesFormation.NATURE, "Formation arrêtée. " + regles.nom("ARRET", raison) + ".", auteur);
    }

    /**
     * Ends the commitment and gives back what was not used.
     *
     * @return cents that are free again
     */
    public long finir(UUID dossierId, Agent auteur) {
        FormationFinancee formation = formations.exiger(dossierId);
        if (!formation.engagee()) {
            return 0;
        }
        long rendu = depenses.solder(formation.engagement(), auteur.identifiant());
        formation.finir();
        if (rendu > 0) {
            dossiers.tracer(
                    dossierId,
                    DemandesFormation.NATURE,
                    Centimes.enFrancais(rendu) + " non utilisés sont rendus à l'enveloppe.",
                    auteur);
        }
        return rendu;
    }

    /** The CAI was told of a decision that was urgent. */
    public void informerLaCai(UUID dossierId, String procesVerbal, Agent auteur) {
        auteur.exiger(Role.RESPONSABLE_DISPOSITIFS);
        formations.exiger(dossierId).informerLaCai(procesVerbal);
        dossiers.tracer(
                dossierId,
                DemandesFormation.NATURE,
                "La CAI est informée, procès-verbal " + procesVerbal + ".",
                auteur);
    }

    /** What became of the person, some months after the end. */
    public void noterResultat(UUID dossierId, int mois, String devenir, Agent auteur) {
        auteur.exiger(Role.ALI, Role.RESPONSABLE_ANTENNE);
        resultats.noter(dossierId, mois, devenir, auteur.identifiant());
        dossiers.tracer(
                dossierId,
                DemandesFormation.NATURE,
                "À " + mois + " mois : " + regles.nom("DEVENIR", devenir).toLowerCase(java.util.Locale.FRENCH) + ".",
                auteur);
    }

    /** What became of the person, the first months first. */
    @Transactional(readOnly = true)
    public List<ResultatFormation> resultats(UUID dossierId) {
        return resultats.de(dossierId);
    }

    /** Last day on which a proof is waited for; afterwards what is left goes back to the envelope. */
    @Transactional(readOnly = true)
    public LocalDate finDeLAttente(UUID dossierId) {
        return formations.vue(dossierId).demande().formation().fin().plusDays(parametres.joursApresLaFin());
    }

    private List<JalonFormation> tous(FormationVue vue) {
        return jalons.tous(
                vue.decision().montant(), LocalDate.ofInstant(vue.suite().decideeLe(), Horloge.PARIS));
    }
}
