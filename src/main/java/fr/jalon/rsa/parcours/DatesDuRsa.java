package fr.jalon.rsa.parcours;

import fr.jalon.courrier.CodesCourrier;
import fr.jalon.courrier.DatesDesCourriers;
import fr.jalon.dispositif.FaitsDates;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** When the receipt of a claim was written. */
@Component
class DatesDuRsa implements FaitsDates {

    private static final String ACCUSE = "ACCUSE";

    private final DatesDesCourriers courriers;

    DatesDuRsa(DatesDesCourriers courriers) {
        this.courriers = courriers;
    }

    @Override
    public Set<String> codes() {
        return Set.of(ACCUSE);
    }

    @Override
    public Map<UUID, Map<String, LocalDate>> parDossier(Collection<UUID> dossiers) {
        return courriers.premiers(dossiers, CodesCourrier.ACCUSE_RECEPTION).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> Map.of(ACCUSE, e.getValue())));
    }
}
