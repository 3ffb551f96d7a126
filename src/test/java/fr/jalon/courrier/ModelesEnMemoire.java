package fr.jalon.courrier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;

/** Versions of templates without a database, with the same unique key. */
class ModelesEnMemoire implements VersionsModeles {

    final List<ModeleCourrier> lignes = new ArrayList<>();

    @Override
    public ModeleCourrier saveAndFlush(ModeleCourrier modele) {
        if (findByCodeAndVersion(modele.vue().code(), modele.vue().version()).isPresent()) {
            throw new DataIntegrityViolationException("modele_courrier_code_version");
        }
        lignes.add(modele);
        return modele;
    }

    @Override
    public Optional<ModeleCourrier> findFirstByCodeOrderByVersionDesc(String code) {
        return findByCodeOrderByVersionDesc(code).stream().findFirst();
    }

    @Override
    public Optional<ModeleCourrier> findByCodeAndVersion(String code, int version) {
        return lignes.stream()
                .filter(m -> m.vue().code().equals(code) && m.vue().version() == version)
                .findFirst();
    }

    @Override
    public List<ModeleCourrier> findByCodeOrderByVersionDesc(String code) {
        return lignes.stream()
                .filter(m -> m.vue().code().equals(code))
                .sorted(Comparator.comparing((ModeleCourrier m) -> m.vue().version())
                        .reversed())
                .toList();
    }

    @Override
    public List<ModeleCourrier> courants() {
        return lignes.stream()
                .map(m -> m.vue().code())
                .distinct()
                .sorted()
                .map(code -> findByCodeOrderByVersionDesc(code).get(0))
                .toList();
    }

    @Override
    public List<ModeleCourrier> findByVersionGreaterThanAndPublieLeAfterOrderByCode(int version, Instant depuis) {
        return lignes.stream()
                .filter(m -> m.vue().version() > version && m.vue().publieLe().isAfter(depuis))
                .toList();
    }
}
