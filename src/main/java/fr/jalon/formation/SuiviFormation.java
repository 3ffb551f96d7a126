package fr.jalon.formation;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.dossier.Dossiers;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A training that was granted: its milestones paid on proof of attendance, its dates, its results (domaine, section 3.5). Its end is {@link FinsDeFormation}. */
@Service
@Transactional
public class SuiviFormation {

    private final FormationsEcrites formations;
    private final ReglesFormation regles;
    private final ParametresFormation parametres;
    private final VersementsFormation versements;
    private final ResultatsFormation resultats;
    private final Dossiers dossiers;

    SuiviFormation(
            FormationsEcrites formations,
            ReglesFormation regles,
            ParametresFormation parametres,
            VersementsFormation versements,
            ResultatsFormation resultats,
            Dossiers dossiers) {
        this.formations = formations;
        this.regles = regles;
        this.parametres = parametres;
        this.versements = versements;
        this.resultats = resultats;
        this.dossiers = dossiers;
    }

    /** Milestones that are still to come, with what each pays when all its hours are followed. */
    @Transactional(readOnly = true)
    public List<JalonFormation> aVenir(UUID dossierId) {
        return versements.aVenir(formations.vue(dossierId));
    }

    /** Hours proven until now. */
    @Transactional(readOnly = true)
    public int heuresSuivies(UUID dossierId) {
        return versements.heuresSuivies(dossierId);
    }

    /** Cents certified until now. */
    @Transactional(readOnly = true)
    public long verse(UUID dossierId) {
        return versements.certifie(dossierId);
    }

    /** What was certified, with its proof, and whether it is paid. */
    @Transactional(readOnly = true)
    public List<PaiementFormation> paiements(UUID dossierId) {
        return versements.paiements(formations.vue(dossierId));
    }

    /** Days from each proof to its payment, of what the body of this training was paid in the last twelve months, over all its trainings. */
    @Transactional(readOnly = true)
    public List<Integer> attentesDePaiement(UUID dossierId) {
        return versements.attentes(
                formations.vue(dossierId).demande().organisme().siret(),
                parametres.aujourdhui().minusYears(1));
    }

    /** Days that a link lasts, by which the body brings a proof. */
    public int joursDuLien() {
        return parametres.joursDuLien();
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
        JalonFormation jalon = versements.aVenir(vue).stream()
                .filter(j -> j.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new SaisieInvalide("jalon", "Choisissez un versement qui reste à faire."));
        LocalDate debut = vue.demande().formation().debut();
        if (parametres.aujourdhui().isBefore(debut)) {
            throw new SaisieInvalide(
                    "jalon", "La formation commence le " + Horloge.enMots(debut) + " : rien n’est dû avant.");
        }
        versements.verifierLesHeures(vue, suivies, "heuresSuivies");
        versements.certifier(
                vue,
                new VersementsFormation.Echeance(code, jalon.libelle(), suivies, versements.du(vue, jalon, suivies)),
                preuve,
                auteur);
        return versements.aVenir(vue).isEmpty();
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
}
