package fr.jalon.web.dossier;

import fr.jalon.corbeille.Corbeille;
import fr.jalon.corbeille.LigneCorbeille;
import fr.jalon.dossier.DossierVue;
import fr.jalon.moteur.EtapeModele;
import fr.jalon.moteur.ModelesDeParcours;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.TableauCsv;
import fr.jalon.web.commun.Vues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The line of stations of a dossier: what is done, where it stands, what is ahead. */
@Component
class Stations {

    private record Station(String dispositif, String code, String libelle, String precision) {}

    private final List<Station> stations = TableauCsv.lire("stations.csv").stream()
            .map(c -> new Station(c.get(0), c.get(1), c.get(2), c.get(3)))
            .toList();
    private final ModelesDeParcours modeles;
    private final Corbeille corbeille;

    Stations(ModelesDeParcours modeles, Corbeille corbeille) {
        this.modeles = modeles;
        this.corbeille = corbeille;
    }

    List<Vues.Etape> de(DossierVue dossier, List<LigneCorbeille> ouvertes) {
        List<Station> ligne = stations.stream()
                .filter(s -> s.dispositif().equals(dossier.dispositif()))
                .toList();
        Map<String, String> parEtape = modeles.etapes(dossier.dispositif()).stream()
                .collect(Collectors.toMap(EtapeModele::id, EtapeModele::station));
        List<String> codes = ligne.stream().map(Station::code).toList();
        Set<Integer> faites = corbeille.etapesFaites(dossier.id()).stream()
                .map(e -> codes.indexOf(parEtape.getOrDefault(e, "")))
                .filter(i -> i >= 0)
                .collect(Collectors.toSet());
        int ici = ici(dossier, ouvertes, parEtape, codes, faites);
        List<Vues.Etape> etapes = new ArrayList<>();
        for (int i = 0; i < ligne.size(); i++) {
            boolean faite = i == 0 || faites.contains(i) || (dossier.clos() && i == ligne.size() - 1);
            String etat = i > ici ? "avenir" : i == ici ? "encours" : faite ? "faite" : "sautee";
            etapes.add(new Vues.Etape(ligne.get(i).libelle(), etat, detail(dossier, ligne.get(i), i, etat)));
        }
        return etapes;
    }

    /** Place of the station under way; past the end once the dossier is ended, the next one while no task is open. */
    private static int ici(
            DossierVue dossier,
            List<LigneCorbeille> ouvertes,
            Map<String, String> parEtape,
            List<String> codes,
            Set<Integer> faites) {
        if (dossier.clos()) {
            return codes.size();
        }
        return ouvertes.stream()
                .mapToInt(t -> codes.indexOf(parEtape.getOrDefault(t.etape(), "")))
                .filter(i -> i >= 0)
                .max()
                .orElse(1 + faites.stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    private static String detail(DossierVue dossier, Station station, int rang, String etat) {
        if (rang == 0) {
            return "le " + Mots.jour(dossier.deposeLe());
        }
        if (etat.equals("sautee")) {
            return "sans objet";
        }
        return etat.equals("avenir") && !station.precision().isEmpty() ? station.precision() : null;
    }
}
