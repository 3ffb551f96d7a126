package fr.jalon.corbeille;

import java.util.List;
import java.util.Set;

/**
 * What a list is narrowed to: several values of one criterion widen it, several criteria narrow it. Empty means all.
 *
 * @param dispositifs codes
 * @param antennes codes, among those that the reader sees
 * @param etapes element ids, alone or after their dispositif ("RSA:UserTask_InstruireDemande"), for two dispositifs may name a step alike
 * @param detenteurs log-in names of who holds the task; for those who distribute the work
 */
public record CriteresCorbeille(
        List<String> dispositifs,
        List<String> antennes,
        List<String> etapes,
        List<String> detenteurs,
        Set<EtatEcheance> echeances,
        Set<Signe> signes,
        Arrivee arrivee) {

    public static final CriteresCorbeille AUCUN = new CriteresCorbeille(null, null, null, null, null, null, null);

    public CriteresCorbeille {
        dispositifs = dispositifs == null ? List.of() : List.copyOf(dispositifs);
        antennes = antennes == null ? List.of() : List.copyOf(antennes);
        etapes = etapes == null ? List.of() : List.copyOf(etapes);
        detenteurs = detenteurs == null ? List.of() : List.copyOf(detenteurs);
        echeances = echeances == null ? Set.of() : Set.copyOf(echeances);
        signes = signes == null ? Set.of() : Set.copyOf(signes);
        arrivee = arrivee == null ? Arrivee.TOUTES : arrivee;
    }

    /** Step of a dispositif alone. */
    public static CriteresCorbeille etape(String dispositif, String etape) {
        return new CriteresCorbeille(List.of(dispositif), null, List.of(etape), null, null, null, null);
    }

    public static CriteresCorbeille echeance(EtatEcheance etat) {
        return new CriteresCorbeille(null, null, null, null, Set.of(etat), null, null);
    }

    public static CriteresCorbeille signe(Signe signe) {
        return new CriteresCorbeille(null, null, null, null, null, Set.of(signe), null);
    }
}
