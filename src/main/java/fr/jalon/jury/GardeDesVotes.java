package fr.jalon.jury;

import fr.jalon.commun.Conflit;
import fr.jalon.seance.GardeDuPoint;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A seat that has voted does not leave its item, and an item whose vote is open is not postponed: the vote ends first. */
@Component
class GardeDesVotes implements GardeDuPoint {

    private final TableScrutins table;

    GardeDesVotes(TableScrutins table) {
        this.table = table;
    }

    @Override
    public void avantDeport(UUID pointId, UUID membreId) {
        if (table.duPoint(pointId).stream()
                .anyMatch(s -> s.aVote(membreId) || table.mandataires(s.id()).containsValue(membreId))) {
            throw new Conflit(
                    "Ce siège, ou celui dont il porte le pouvoir, a déjà voté sur ce dossier : le déport vient trop tard.");
        }
    }

    @Override
    public void avantReport(UUID pointId) {
        if (ouvert(pointId).isPresent()) {
            throw new Conflit(
                    "Un vote est ouvert sur ce dossier : fermez-le avant de le reporter, ou abandonnez-le s'il ne peut pas finir.");
        }
    }

    private Optional<ScrutinVue> ouvert(UUID pointId) {
        return table.duPoint(pointId).stream().filter(ScrutinVue::ouvert).findFirst();
    }
}
