package fr.jalon.courrier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Delegations without a database. */
class DelegationsEnMemoire implements DelegationsRepository {

    final Map<UUID, Delegation> lignes = new LinkedHashMap<>();

    @Override
    public Delegation saveAndFlush(Delegation delegation) {
        lignes.put(delegation.vue().id(), delegation);
        return delegation;
    }

    @Override
    public Optional<Delegation> findById(UUID id) {
        return Optional.ofNullable(lignes.get(id));
    }

    @Override
    public List<Delegation> findAll() {
        return List.copyOf(lignes.values());
    }
}
