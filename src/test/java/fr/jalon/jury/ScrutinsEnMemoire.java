package fr.jalon.jury;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Votes, voters and ballots without their tables, with the same keys. */
final class ScrutinsEnMemoire extends TableScrutins {

    private Map<UUID, ScrutinVue> scrutins = new LinkedHashMap<>();
    private Map<UUID, Map<UUID, String>> emargements = new LinkedHashMap<>();
    private Map<UUID, Map<UUID, UUID>> mandataires = new LinkedHashMap<>();
    private Map<UUID, List<Bulletin>> urnes = new LinkedHashMap<>();

    ScrutinsEnMemoire() {
        super(null);
    }

    private record Etat(
            Map<UUID, ScrutinVue> scrutins,
            Map<UUID, Map<UUID, String>> emargements,
            Map<UUID, Map<UUID, UUID>> mandataires,
            Map<UUID, List<Bulletin>> urnes) {}

    Object garder() {
        Map<UUID, Map<UUID, String>> e = new LinkedHashMap<>();
        emargements.forEach((k, v) -> e.put(k, new LinkedHashMap<>(v)));
        Map<UUID, Map<UUID, UUID>> m = new LinkedHashMap<>();
        mandataires.forEach((k, v) -> m.put(k, new LinkedHashMap<>(v)));
        Map<UUID, List<Bulletin>> u = new LinkedHashMap<>();
        urnes.forEach((k, v) -> u.put(k, new ArrayList<>(v)));
        return new Etat(new LinkedHashMap<>(scrutins), e, m, u);
    }

    void remettre(Object garde) {
        Etat etat = (Etat) garde;
        scrutins = etat.scrutins();
        emargements = etat.emargements();
        mandataires = etat.mandataires();
        urnes = etat.urnes();
    }

    void vider() {
        scrutins.clear();
        emargements.clear();
        mandataires.clear();
        urnes.clear();
    }

    List<ScrutinVue> tous() {
        return scrutins.keySet().stream().map(this::vue).toList();
    }

    private ScrutinVue vue(UUID id) {
        ScrutinVue s = scrutins.get(id);
        return avec(s, s.ouvert(), s.depouillement());
    }

    private ScrutinVue avec(ScrutinVue s, boolean ouvert, Depouillement d) {
        return new ScrutinVue(
                s.id(),
                s.seanceId(),
                s.pointId(),
                s.tour(),
                s.secret(),
                s.montant(),
                ouvert,
                s.ouvertLe(),
                s.regle(),
                d,
                List.copyOf(emargements.get(s.id()).keySet()));
    }

    @Override
    List<ScrutinVue> duPoint(UUID pointId) {
        return tous().stream().filter(s -> s.pointId().equals(pointId)).toList();
    }

    @Override
    Optional<ScrutinVue> ouvert(UUID seanceId) {
        return tous().stream().filter(ScrutinVue::ouvert).findFirst();
    }

    @Override
    void ouvrir(ScrutinVue s, String par) {
        if (ouvert(s.seanceId()).isPresent()) {
            throw new IllegalStateException("uq_jury_scrutin_ouvert");
        }
        scrutins.put(s.id(), s);
        emargements.put(s.id(), new LinkedHashMap<>());
        mandataires.put(s.id(), new LinkedHashMap<>());
        urnes.put(s.id(), new ArrayList<>());
    }

    @Override
    void fermer(UUID scrutinId, Depouillement d, Instant quand) {
        scrutins.computeIfPresent(scrutinId, (id, s) -> avec(s, false, d));
    }

    @Override
    void abandonner(UUID scrutinId, Instant quand) {
        scrutins.computeIfPresent(scrutinId, (id, s) -> avec(s, false, null));
    }

    @Override
    Optional<String> recepisse(UUID scrutinId, UUID membreId) {
        return Optional.ofNullable(emargements.get(scrutinId).get(membreId));
    }

    @Override
    void emarger(UUID scrutinId, UUID membreId, String recepisse, boolean mainLevee, UUID mandataire) {
        if (emargements.get(scrutinId).put(membreId, recepisse) != null) {
            throw new IllegalStateException("primary key of jury_emargement");
        }
        if (mandataire != null) {
            mandataires.get(scrutinId).put(membreId, mandataire);
        }
    }

    @Override
    Map<UUID, UUID> mandataires(UUID scrutinId) {
        return mandataires.get(scrutinId);
    }

    @Override
    void deposer(UUID scrutinId, Bulletin b) {
        urnes.get(scrutinId).add(b);
    }

    @Override
    void changer(UUID scrutinId, Bulletin b) {
        urnes.get(scrutinId)
                .replaceAll(x ->
                        b.membreId().equals(x.membreId()) ? new Bulletin(x.id(), x.membreId(), b.sens(), b.sel()) : x);
    }

    @Override
    List<Bulletin> bulletins(UUID scrutinId) {
        return List.copyOf(urnes.get(scrutinId));
    }
}
