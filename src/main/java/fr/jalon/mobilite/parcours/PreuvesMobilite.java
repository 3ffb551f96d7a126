package fr.jalon.mobilite.parcours;

import fr.jalon.commun.Centimes;
import fr.jalon.dispositif.PreuvesParLien;
import fr.jalon.dossier.Dossiers;
import fr.jalon.mobilite.AideVue;
import fr.jalon.mobilite.AidesMobilite;
import fr.jalon.mobilite.DemandesMobilite;
import fr.jalon.mobilite.EtatAide;
import fr.jalon.mobilite.PaiementsAUnOrganisme;
import fr.jalon.usager.Personnes;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a driving school, or whoever an aid pays, may prove by a link: the steps that are still to come. */
@Component
class PreuvesMobilite implements PreuvesParLien {

    private final DemandesMobilite demandes;
    private final AidesMobilite regles;
    private final PaiementsAUnOrganisme paiements;
    private final Dossiers dossiers;
    private final Personnes personnes;

    PreuvesMobilite(
            DemandesMobilite demandes,
            AidesMobilite regles,
            PaiementsAUnOrganisme paiements,
            Dossiers dossiers,
            Personnes personnes) {
        this.demandes = demandes;
        this.regles = regles;
        this.paiements = paiements;
        this.dossiers = dossiers;
        this.personnes = personnes;
    }

    @Override
    public String dispositif() {
        return DemandesMobilite.DISPOSITIF;
    }

    @Override
    public int joursDuLien() {
        return paiements.joursDuLien();
    }

    @Override
    public Optional<Attendue> attendue(UUID dossierId) {
        AideVue aide = demandes.aide(dossierId);
        if (aide.etat() != EtatAide.ENGAGEE) {
            return Optional.empty();
        }
        return Optional.of(new Attendue(
                aide.instruction().devis().organisme(),
                personnes.parId(dossiers.parId(dossierId).personneId()).nomComplet(),
                regles.nom(aide.nature()),
                demandes.aVenir(dossierId).stream()
                        .map(e -> new Etape(e.code(), e.libelle() + " : " + Centimes.enFrancais(e.centimes())))
                        .toList(),
                null,
                Delai.de(paiements.attentes(dossierId), paiements.promis(dossierId))));
    }
}
