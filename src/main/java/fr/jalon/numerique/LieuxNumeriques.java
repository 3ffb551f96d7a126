package fr.jalon.numerique;

import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.FiltreOffres;
import fr.jalon.annuaire.Lieu;
import fr.jalon.annuaire.Nomenclature;
import fr.jalon.annuaire.OffreVue;
import fr.jalon.annuaire.OrganismeRef;
import fr.jalon.commun.Page;
import fr.jalon.usager.Quartiers;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The places where an orientation can be followed: those of the directory whose offers serve its objective, and our antenne when the
 * table says so. The nearest first, and those that tell their hours before the others.
 */
@Service
@Transactional(readOnly = true)
public class LieuxNumeriques {

    private final Annuaire annuaire;
    private final Nomenclature nomenclature;
    private final Quartiers quartiers;
    private final Antennes antennes;

    LieuxNumeriques(Annuaire annuaire, Nomenclature nomenclature, Quartiers quartiers, Antennes antennes) {
        this.annuaire = annuaire;
        this.nomenclature = nomenclature;
        this.quartiers = quartiers;
        this.antennes = antennes;
    }

    /** Places for the orientation of a diagnosis, {@code limite} at most. */
    public List<LieuNumerique> pour(DiagnosticVue d, int limite) {
        List<RaisonNumerique> raisons = d.raisonsRetenues();
        boolean antenneAussi = raisons.stream().anyMatch(RaisonNumerique::antenneAussi);
        return Stream.concat(
                        antenneAussi ? antenne(d.quartier()) : Stream.empty(),
                        raisons.stream().flatMap(r -> deLAnnuaire(r, d.quartier())))
                .collect(LinkedHashMap<String, LieuNumerique>::new, (m, l) -> m.putIfAbsent(cle(l), l), Map::putAll)
                .values()
                .stream()
                .sorted(Comparator.comparingInt(LieuNumerique::proximite)
                        .thenComparing(l -> l.lieu().horaires() == null)
                        .thenComparing(l -> l.lieu().nom()))
                .limit(limite)
                .toList();
    }

    private Stream<LieuNumerique> deLAnnuaire(RaisonNumerique r, String quartier) {
        Map<String, String> offres = new LinkedHashMap<>();
        nomenclature.objectif(r.objectif()).ifPresent(but -> {
            FiltreOffres filtre =
                    new FiltreOffres(null, but.levier(), quartier, null, null, r.publicVise(), null, null, null, null);
            annuaire.chercher(filtre, 0, Page.TAILLE_MAX).elements().stream()
                    .filter(o -> o.objectif().code().equals(but.code()))
                    .forEach(o -> porteurs(o).forEach(code -> offres.putIfAbsent(code, o.titre())));
        });
        return offres.entrySet().stream()
                .flatMap(o ->
                        annuaire.lieuxProches(quartier, FiltreOffres.deLOrganisme(o.getKey()), Page.TAILLE_MAX).stream()
                                .map(l -> new LieuNumerique(
                                        l.organisme(), l.lieu(), o.getValue(), l.proximite(), l.aConfirmer())));
    }

    private static List<String> porteurs(OffreVue offre) {
        return offre.organismes().stream().map(OrganismeRef::code).toList();
    }

    /** The antenne that serves the quartier, with the address and hours that it keeps. */
    private Stream<LieuNumerique> antenne(String quartier) {
        return quartiers.tous().stream()
                .filter(q -> q.code().equals(quartier))
                .flatMap(q -> antennes.toutes().stream().filter(a -> a.code().equals(q.antenne())))
                .map(a -> new LieuNumerique(null, lieu(a, quartier), null, 0, false));
    }

    private static Lieu lieu(Antenne a, String quartier) {
        return new Lieu(a.nom(), a.adresse(), a.codePostal(), a.commune(), quartier, a.horaires(), a.telephone());
    }

    private static String cle(LieuNumerique l) {
        return l.lieu().nom();
    }
}
