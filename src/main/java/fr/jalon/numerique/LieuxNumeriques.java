package fr.jalon.numerique;

import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.FiltreOffres;
import fr.jalon.annuaire.Lieu;
import fr.jalon.annuaire.LieuProche;
import fr.jalon.annuaire.Nomenclature;
import fr.jalon.annuaire.OffreVue;
import fr.jalon.annuaire.OrganismeRef;
import fr.jalon.commun.Page;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The places of the directory where an orientation can be followed, the nearest first, those that tell their hours before the others. */
@Service
@Transactional(readOnly = true)
public class LieuxNumeriques {

    private final Annuaire annuaire;
    private final Nomenclature nomenclature;
    private final Antennes antennes;

    LieuxNumeriques(Annuaire annuaire, Nomenclature nomenclature, Antennes antennes) {
        this.annuaire = annuaire;
        this.nomenclature = nomenclature;
        this.antennes = antennes;
    }

    /** Places for the orientation of a diagnosis, {@code limite} at most. */
    public List<LieuNumerique> pour(DiagnosticVue d, int limite) {
        Set<String> objectifs = d.raisons().stream()
                .filter(r -> r.orientation() == d.orientation())
                .map(RaisonNumerique::objectif)
                .collect(Collectors.toSet());
        Map<String, String> offres = offres(objectifs, d.quartier());
        Map<String, Antenne> connues =
                antennes.toutes().stream().collect(Collectors.toMap(Antenne::nom, Function.identity(), (a, b) -> a));
        return objectifs.stream()
                .map(o -> nomenclature.objectif(o).map(Nomenclature.Objectif::levier))
                .flatMap(Optional::stream)
                .distinct()
                .flatMap(
                        levier -> annuaire.lieuxProches(d.quartier(), duLevier(levier, null), Page.TAILLE_MAX).stream())
                .filter(l -> offres.containsKey(l.organisme().code()))
                .map(l -> lieu(l, offres.get(l.organisme().code()), connues))
                .sorted(Comparator.comparingInt(LieuNumerique::proximite)
                        .thenComparing(l -> l.lieu().horaires() == null)
                        .thenComparing(l -> l.lieu().nom()))
                .limit(limite)
                .toList();
    }

    /** First offer of each organisation that serves one of the objectives in this quartier, by code of the organisation. */
    private Map<String, String> offres(Set<String> objectifs, String quartier) {
        Map<String, String> offres = new HashMap<>();
        objectifs.stream()
                .map(o -> nomenclature
                        .objectif(o)
                        .map(Nomenclature.Objectif::levier)
                        .orElse(null))
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(
                        levier -> annuaire.chercher(duLevier(levier, quartier), 0, Page.TAILLE_MAX).elements().stream())
                .filter(o -> objectifs.contains(o.objectif().code()))
                .forEach(o -> porteurs(o).forEach(code -> offres.putIfAbsent(code, o.titre())));
        return offres;
    }

    private static List<String> porteurs(OffreVue offre) {
        return offre.organismes().stream().map(OrganismeRef::code).toList();
    }

    private static FiltreOffres duLevier(int levier, String quartier) {
        return new FiltreOffres(null, levier, quartier, null, null, null, null, true, null, null);
    }

    /** A place that is one of our antennes has its address and hours, which the antenne keeps. */
    private static LieuNumerique lieu(LieuProche proche, String offre, Map<String, Antenne> connues) {
        Lieu l = proche.lieu();
        Antenne a = connues.get(l.nom());
        Lieu complet = a == null
                ? l
                : new Lieu(
                        l.nom(),
                        Objects.requireNonNullElse(l.adresse(), a.adresse()),
                        Objects.requireNonNullElse(l.codePostal(), a.codePostal()),
                        Objects.requireNonNullElse(l.commune(), a.commune()),
                        l.quartier(),
                        Objects.requireNonNullElse(l.horaires(), a.horaires()),
                        Objects.requireNonNullElse(l.telephone(), a.telephone()));
        return new LieuNumerique(proche.organisme(), complet, offre, proche.proximite());
    }
}
