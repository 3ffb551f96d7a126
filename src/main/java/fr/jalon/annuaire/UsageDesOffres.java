package fr.jalon.annuaire;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** What other modules say of the offers that they name: one of them is never removed, or a person would have been sent to nothing. */
public interface UsageDesOffres {

    /** Those that a referral or an orientation names, under way or over. */
    Set<UUID> nommees(Collection<UUID> offres);
}
