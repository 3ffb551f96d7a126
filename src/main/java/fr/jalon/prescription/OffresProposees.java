package fr.jalon.prescription;

import fr.jalon.annuaire.UsageDesOffres;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The offers that a referral names, under way or over: its page still says what the person was referred to. */
@Component
class OffresProposees implements UsageDesOffres {

    private final PropositionsRepository propositions;

    OffresProposees(PropositionsRepository propositions) {
        this.propositions = propositions;
    }

    @Override
    public Set<UUID> nommees(Collection<UUID> offres) {
        return propositions.offresNommees(offres);
    }
}
