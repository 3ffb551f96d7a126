package fr.jalon.orientation;

import fr.jalon.commun.Horloge;
import fr.jalon.dossier.Dossiers;
import fr.jalon.usager.Foyers;
import fr.jalon.usager.LienFoyer;
import fr.jalon.usager.MembreFoyerVue;
import fr.jalon.usager.PersonneModifiee;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Children and a spouse weigh on an orientation: when the card says something else than the answers do, they are read again. */
@Component
class FoyerDesOrientations {

    private static final String FOYER = "foyer";

    private final Dossiers dossiers;
    private final Foyers foyers;
    private final DemandesOrientation demandes;
    private final Horloge horloge;

    FoyerDesOrientations(Dossiers dossiers, Foyers foyers, DemandesOrientation demandes, Horloge horloge) {
        this.dossiers = dossiers;
        this.foyers = foyers;
        this.demandes = demandes;
        this.horloge = horloge;
    }

    @EventListener
    void sur(PersonneModifiee fait) {
        if (fait.champs().stream().noneMatch(c -> c.startsWith(FOYER))) {
            return;
        }
        LocalDate jour = horloge.aujourdhui();
        List<MembreFoyerVue> presents = foyers.de(fait.personneId()).stream()
                .filter(m -> m.jusque() == null && m.presentLe(jour))
                .toList();
        int enfants = (int)
                presents.stream().filter(m -> m.lien() == LienFoyer.ENFANT).count();
        boolean enCouple = presents.stream().anyMatch(m -> m.lien() == LienFoyer.CONJOINT);
        dossiers.ouvertsDe(fait.personneId()).stream()
                .filter(id ->
                        DemandesOrientation.DISPOSITIF.equals(dossiers.parId(id).dispositif()))
                .forEach(id -> demandes.apprendreLeFoyer(id, enfants, enCouple, fait.auteur()));
    }
}
