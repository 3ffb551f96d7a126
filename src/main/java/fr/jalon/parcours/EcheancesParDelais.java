package fr.jalon.parcours;

import fr.jalon.commun.Horloge;
import fr.jalon.dossier.Delais;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Dates of a step by the table {@code delais}, from today; an urgent dossier has its own rows. */
@Component
class EcheancesParDelais implements EcheanceEtape {

    private final Dossiers dossiers;
    private final Delais delais;
    private final Horloge horloge;

    EcheancesParDelais(Dossiers dossiers, Delais delais, Horloge horloge) {
        this.dossiers = dossiers;
        this.delais = delais;
        this.horloge = horloge;
    }

    @Override
    public Dates dates(UUID dossierId, String etape) {
        DossierVue dossier = dossiers.parId(dossierId);
        return delais.dates(dossier.dispositif(), etape, dossier.urgent(), horloge.aujourdhui())
                .map(d -> new Dates(d.cible(), d.limite()))
                .orElse(new Dates(null, null));
    }
}
