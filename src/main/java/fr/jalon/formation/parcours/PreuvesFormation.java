package fr.jalon.formation.parcours;

import fr.jalon.commun.Centimes;
import fr.jalon.commun.Horloge;
import fr.jalon.dispositif.PreuvesParLien;
import fr.jalon.dossier.Dossiers;
import fr.jalon.formation.DemandesFormation;
import fr.jalon.formation.EtatFormation;
import fr.jalon.formation.FormationVisee;
import fr.jalon.formation.FormationVue;
import fr.jalon.formation.SuiviFormation;
import fr.jalon.usager.Personnes;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the training body may prove by a link: the hours followed at each milestone that is still to come. */
@Component
class PreuvesFormation implements PreuvesParLien {

    private final DemandesFormation demandes;
    private final SuiviFormation suivi;
    private final Dossiers dossiers;
    private final Personnes personnes;

    PreuvesFormation(DemandesFormation demandes, SuiviFormation suivi, Dossiers dossiers, Personnes personnes) {
        this.demandes = demandes;
        this.suivi = suivi;
        this.dossiers = dossiers;
        this.personnes = personnes;
    }

    @Override
    public String dispositif() {
        return DemandesFormation.DISPOSITIF;
    }

    @Override
    public int joursDuLien() {
        return suivi.joursDuLien();
    }

    @Override
    public Optional<Attendue> attendue(UUID dossierId) {
        FormationVue vue = demandes.formation(dossierId);
        if (vue.etat() != EtatFormation.ENGAGEE) {
            return Optional.empty();
        }
        FormationVisee f = vue.demande().formation();
        return Optional.of(new Attendue(
                vue.demande().organisme().nom(),
                personnes.parId(dossiers.parId(dossierId).personneId()).nomComplet(),
                f.intitule() + ", du " + Horloge.enMots(f.debut()) + " au " + Horloge.enMots(f.fin()),
                suivi.aVenir(dossierId).stream()
                        .map(j -> new Etape(j.code(), j.libelle() + " : " + Centimes.enFrancais(j.centimes())))
                        .toList(),
                f.heures(),
                Delai.de(suivi.attentesDePaiement(dossierId), null)));
    }
}
