package fr.jalon.dossier;

import fr.jalon.usager.DossiersDeLaPersonne;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which antennes hold a dossier of a person, for the filter on persons. */
@Component
@Transactional(readOnly = true)
class DossiersDeLaPersonneJpa implements DossiersDeLaPersonne {

    private final DossiersRepository dossiers;

    DossiersDeLaPersonneJpa(DossiersRepository dossiers) {
        this.dossiers = dossiers;
    }

    @Override
    public Set<String> antennesOuvertes(UUID personneId) {
        return dossiers.findByPersonneIdOrderByCreeLeDesc(personneId).stream()
                .filter(d -> !d.clos())
                .map(Dossier::antenne)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean enAEu(UUID personneId) {
        return !dossiers.findByPersonneIdOrderByCreeLeDesc(personneId).isEmpty();
    }
}
