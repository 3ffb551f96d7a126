package fr.jalon.annuaire;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Keeps who changed what, when, from what to what; and says it to who listens. */
@Component
class Historique {

    static final String CREATION = "creation";
    static final String CONFIRMATION = "confirmation";
    static final String FERMETURE = "fermeture";
    static final String RETRAIT = "retrait";
    static final String ACTION = "actionDuPacte";
    private static final int LIGNES_MAX = 200;

    private final HistoriqueRepository lignes;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    Historique(HistoriqueRepository lignes, Horloge horloge, ApplicationEventPublisher evenements) {
        this.lignes = lignes;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    List<ChangementAnnuaire> de(UUID sujet) {
        return lignes.findBySujetIdOrderByQuandDescIdDesc(sujet, Limit.of(LIGNES_MAX)).stream()
                .map(LigneHistorique::vue)
                .toList();
    }

    void noter(UUID sujet, String champ, String avant, String apres, Agent auteur) {
        lignes.save(new LigneHistorique(sujet, horloge.maintenant(), auteur.identifiant(), champ, avant, apres));
    }

    /** Notes each field whose words differ; says nothing when none does. */
    void comparer(UUID sujet, String code, Map<String, String> avant, Map<String, String> apres, Agent auteur) {
        List<String> champs = new ArrayList<>();
        apres.forEach((champ, valeur) -> {
            if (!Objects.equals(avant.get(champ), valeur)) {
                champs.add(champ);
                noter(sujet, champ, avant.get(champ), valeur, auteur);
            }
        });
        if (!champs.isEmpty()) {
            dire(code, "Annuaire modifié : " + String.join(", ", champs) + ".", auteur);
        }
    }

    void dire(String code, String texte, Agent auteur) {
        evenements.publishEvent(new AnnuaireModifie(code, texte, auteur));
    }

    static Map<String, String> valeurs(FicheOffre f) {
        Map<String, String> v = new LinkedHashMap<>();
        v.put("titre", f.titre());
        v.put("description", f.description());
        v.put("objectif", f.objectif());
        v.put("objectifOperationnel", f.objectifOperationnel());
        v.put("organismes", liste(f.organismes()));
        v.put("publics", liste(f.publics()));
        v.put("conditions", f.conditions());
        v.put("quartiers", liste(f.quartiers()));
        v.put("langues", liste(f.langues()));
        v.put("delaiPremierRendezVous", texte(f.delaiPremierRendezVous()));
        v.put("cout", f.cout());
        v.put("debut", texte(f.debut()));
        v.put("fin", texte(f.fin()));
        return v;
    }

    static Map<String, String> valeurs(FicheAction f) {
        Map<String, String> v = new LinkedHashMap<>();
        v.put("titre", f.titre());
        v.put("objectif", f.objectif());
        v.put("objectifOperationnel", f.objectifOperationnel());
        v.put("pilote", f.pilote());
        v.put("partenaires", f.partenaires());
        v.put("origine", f.origine());
        v.put("page", f.page());
        v.put("echeance", texte(f.echeance()));
        v.put("etat", f.etat() == null ? null : f.etat().libelle());
        v.put("preuve", f.preuve());
        v.put("bilanMiParcours", f.bilanMiParcours());
        v.put("bilanFinal", f.bilanFinal());
        return v;
    }

    static Map<String, String> valeurs(FicheOrganisme f) {
        Map<String, String> v = new LinkedHashMap<>();
        v.put("nom", f.nom());
        v.put("nature", f.nature());
        v.put("presentation", f.presentation());
        v.put("site", f.site());
        v.put("quartiers", liste(f.quartiers()));
        v.put("langues", liste(f.langues()));
        v.put("lieux", liste(f.lieux().stream().map(Historique::mots).toList()));
        v.put("postes", liste(f.postes().stream().map(Historique::mots).toList()));
        return v;
    }

    static Map<String, String> valeurs(Places p) {
        Map<String, String> v = new LinkedHashMap<>();
        v.put("placesTotal", texte(p.total()));
        v.put("placesPrises", texte(p.prises()));
        v.put("placesAttente", texte(p.attente()));
        return v;
    }

    private static String mots(Lieu l) {
        return joindre(l.nom(), l.adresse(), l.codePostal(), l.commune(), l.quartier(), l.horaires(), l.telephone());
    }

    private static String mots(Poste p) {
        return joindre(p.fonction(), p.telephone(), p.courriel());
    }

    private static String joindre(String... parts) {
        return java.util.Arrays.stream(parts).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    private static String liste(List<String> valeurs) {
        return valeurs.isEmpty() ? null : String.join(" ; ", valeurs);
    }

    private static String texte(Object valeur) {
        return valeur == null ? null : valeur.toString();
    }
}
