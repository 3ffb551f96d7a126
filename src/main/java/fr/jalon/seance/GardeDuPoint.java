package fr.jalon.seance;

import java.util.UUID;

/** Asked before an item changes: whoever counts its ballots may refuse. */
public interface GardeDuPoint {

    /** @throws fr.jalon.commun.Conflit when the member may no longer leave this item */
    void avantDeport(UUID pointId, UUID membreId);

    /** @throws fr.jalon.commun.Conflit when the item may not be postponed now */
    void avantReport(UUID pointId);
}
