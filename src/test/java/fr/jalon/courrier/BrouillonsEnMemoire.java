package fr.jalon.courrier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Drafts of templates without a database. */
class BrouillonsEnMemoire implements BrouillonsRepository {

    final Map<String, BrouillonModele> lignes = new LinkedHashMap<>();

    @Override
    public BrouillonModele saveAndFlush(BrouillonModele brouillon) {
        lignes.put(brouillon.vue().code(), brouillon);
        return brouillon;
    }

    @Override
    public Optional<BrouillonModele> findByCode(String code) {
        return Optional.ofNullable(lignes.get(code));
    }

    @Override
    public List<BrouillonModele> findAllByOrderByCode() {
        return List.copyOf(lignes.values());
    }

    @Override
    public void delete(BrouillonModele brouillon) {
        lignes.remove(brouillon.vue().code());
    }
}
