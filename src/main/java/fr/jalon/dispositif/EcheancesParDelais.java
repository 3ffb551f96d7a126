package fr.jalon.dispositif;

import fr.jalon.commun.Horloge;
import fr.jalon.dossier.Delais;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Dates of a step: what its dispositif knows of it, else the table {@code delais} from today; an urgent dossier has its own rows. */
@Component
class EcheancesParDelais implements EcheanceEtape {

    private final Dossiers dossiers;
    private final Delais delais;
    private final Horloge horloge;
    private final List<EcheanceParticuliere> particulieres;

    EcheancesParDelais(Dossiers dossiers, Delais delais, Horloge horloge, List<EcheanceParticuliere> particulieres) {
        this.dossiers = dossiers;
        this.delais = delais;
        this.horloge = horloge;
        this.particulieres = particulieres;
    }

    @Override
    public Dates dates(UUID dossierId, String etape) {
        return particulieres.stream()
                .flatMap(p -> p.dates(dossierId, etape).stream())
                .findFirst()
                .orElseGet(() -> communes(dossierId, etape));
    }

    private Dates communes(UUID dossierId, String etape) {
        DossierVue dossier = dossiers.parId(dossierId);
        return delais.dates(dossier.dispositif(), etape, dossier.urgent(), horloge.aujourdhui())
                .map(d -> new Dates(d.cible(), d.limite()))
                .orElse(new Dates(null, null));
    }
}
