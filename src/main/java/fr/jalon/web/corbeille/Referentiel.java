package fr.jalon.web.corbeille;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.Role;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.moteur.EtapeModele;
import fr.jalon.moteur.ModelesDeParcours;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the filters of the queue may name, and its words: dispositifs and steps of the published models, antennes, agents. */
@Component
class Referentiel {

    private final ModelesDeParcours modeles;
    private final Antennes antennes;
    private final Comptes comptes;

    Referentiel(ModelesDeParcours modeles, Antennes antennes, Comptes comptes) {
        this.modeles = modeles;
        this.antennes = antennes;
        this.comptes = comptes;
    }

    /** What a reader may choose from, read once for a page; each a name by code. */
    record Noms(
            Map<String, String> dispositifs,
            Map<String, Map<String, String>> etapes,
            Map<String, String> antennes,
            Map<String, String> agents) {

        /** Whether a step is known, alone or after its dispositif. */
        boolean connaitEtape(String etape) {
            return !nomEtape(etape).isEmpty();
        }

        /** Words of a step; empty when no published model has it. */
        String nomEtape(String etape) {
            int coupe = etape.indexOf(':');
            String id = etape.substring(coupe + 1);
            return etapes.entrySet().stream()
                    .filter(d -> coupe < 0 || d.getKey().equals(etape.substring(0, coupe)))
                    .map(d -> d.getValue().getOrDefault(id, ""))
                    .filter(nom -> !nom.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }

    Noms pour(Agent lecteur) {
        Map<String, String> dispositifs = modeles.dispositifs();
        Map<String, Map<String, String>> etapes = new LinkedHashMap<>();
        dispositifs.keySet().forEach(d -> etapes.put(d, etapes(d)));
        return new Noms(dispositifs, etapes, antennes(lecteur), agents(lecteur));
    }

    private Map<String, String> etapes(String dispositif) {
        Map<String, String> etapes = new LinkedHashMap<>();
        for (EtapeModele etape : modeles.etapes(dispositif)) {
            etapes.putIfAbsent(etape.id(), etape.libelle());
        }
        return etapes;
    }

    /** Only who works for all of them chooses among them. */
    private Map<String, String> antennes(Agent lecteur) {
        Map<String, String> noms = new LinkedHashMap<>();
        List<Antenne> vues = lecteur.portee().toutes() ? antennes.toutes() : List.of();
        vues.forEach(a -> noms.put(a.code(), a.nom()));
        return noms;
    }

    private Map<String, String> agents(Agent lecteur) {
        Map<String, String> noms = new LinkedHashMap<>();
        if (Corbeille.voitLesCharges(lecteur) && lecteur.antenne() != null) {
            comptes.deLAntenne(lecteur.antenne()).stream()
                    .filter(a -> a.aUnDe(Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE))
                    .forEach(a -> noms.put(a.identifiant(), a.nomComplet()));
        }
        return noms;
    }

    /** Who it is, in words. */
    String nomAgent(String identifiant) {
        return comptes.nom(identifiant);
    }
}
