package fr.jalon.courrier;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.DataIntegrityViolationException;

/** Stored letters without a database, with the same unique key. */
class CourriersEnMemoire implements ArchiveCourriers {

    final Map<UUID, Courrier> lignes = new LinkedHashMap<>();

    @Override
    public Courrier saveAndFlush(Courrier courrier) {
        UUID id = courrier.vue().id();
        boolean doublon = lignes.values().stream()
                .anyMatch(c -> c.cleUnique().equals(courrier.cleUnique())
                        && !c.vue().id().equals(id));
        if (doublon) {
            throw new DataIntegrityViolationException("courrier_cle_unique");
        }
        lignes.put(id, courrier);
        return courrier;
    }

    @Override
    public Optional<Courrier> findById(UUID id) {
        return Optional.ofNullable(lignes.get(id));
    }

    @Override
    public Optional<CourrierVue> vue(UUID id) {
        return findById(id).map(Courrier::vue);
    }

    @Override
    public Optional<CourrierVue> vueParCle(String cleUnique) {
        return lignes.values().stream()
                .filter(c -> c.cleUnique().equals(cleUnique))
                .findFirst()
                .map(Courrier::vue);
    }

    @Override
    public List<CourrierVue> vuesDuDossier(UUID dossierId) {
        return lignes.values().stream()
                .map(Courrier::vue)
                .filter(v -> v.dossierId().equals(dossierId))
                .sorted(Comparator.comparing(CourrierVue::numero).reversed())
                .toList();
    }

    @Override
    public void effacer(UUID id) {
        lignes.remove(id);
    }

    @Override
    public Optional<CourrierVue> vueParNumero(String numero) {
        return vues().filter(v -> v.numero().equals(numero)).findFirst();
    }

    @Override
    public List<CourrierVue> vuesDansEtat(EtatCourrier etat, Collection<String> antennes) {
        return vues().filter(v -> v.etat() == etat && antennes.contains(v.antenne()))
                .toList();
    }

    @Override
    public List<Compte> compter(EtatCourrier etat) {
        return vues().filter(v -> v.etat() == etat)
                .map(v -> new Compte(v.antenne(), v.acte(), 1))
                .toList();
    }

    @Override
    public List<CourrierVue> vuesDuLot(UUID lot) {
        return lignes.values().stream()
                .filter(c -> lot.equals(c.lot()))
                .sorted(Comparator.comparing(Courrier::rangLot))
                .map(Courrier::vue)
                .toList();
    }

    private Stream<CourrierVue> vues() {
        return lignes.values().stream().map(Courrier::vue);
    }
}
