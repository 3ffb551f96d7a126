package fr.jalon.mobilite;

import fr.jalon.commun.Montant;
import fr.jalon.decision.Confirmations;
import fr.jalon.decision.Ligne;
import fr.jalon.decision.Tables;
import fr.jalon.financement.PartDuPlan;
import fr.jalon.financement.PlanDeFinancement;
import fr.jalon.financement.Plans;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Proposes an aid to mobility and explains it: the tables of {@code decisions/mobilite} say the ceilings, the conditions and who
 * decides (domaine, section 3.4). Stateless; stores nothing, decides nothing.
 */
@Service
public class AidesMobilite {

    private static final String CONDITIONS = "conditions-aide-mobilite";
    private static final String DECIDEUR = "decideur-aide-mobilite";

    private final ControleAide controle;
    private final Plans plans;
    private final Tables tables;
    private final Confirmations confirmations;
    private final ParametresMobilite parametres;

    AidesMobilite(
            ControleAide controle,
            Plans plans,
            Tables tables,
            Confirmations confirmations,
            ParametresMobilite parametres) {
        this.controle = controle;
        this.plans = plans;
        this.tables = tables;
        this.confirmations = confirmations;
        this.parametres = parametres;
    }

    /**
     * What the rules say of an aid.
     *
     * @throws fr.jalon.commun.SaisieInvalide with the path of each field that is missing, wrong or unknown
     */
    public AideProposee proposer(AideDemandee demande) {
        long cout = controle.verifier(demande);
        FaitsMobilite faits = demande.faits() == null ? FaitsMobilite.INCONNUS : demande.faits();
        PlanDeFinancement plan = plans.resoudre(cout, demande.plan());
        AidesRecues recues = new AidesRecues(faits.aides(), parametres);
        Ligne bareme = bareme(demande.nature(), faits);
        RecitDuCalcul recit = new RecitDuCalcul(tables, confirmations);
        Montant aide = new CalculAide(plan, bareme, recit).calculer(recues.reste(), motsDesPeriodes());
        Ligne decideur = decideur(bareme, aide, faits);
        List<MotifMobilite> motifs = conditions(demande.nature(), faits, recues, recit);
        aConfirmer(plan, bareme, decideur, faits, recit);
        Montant accordable = motifs.isEmpty() ? aide : Montant.ZERO;
        return new AideProposee(
                motifs.isEmpty(),
                accordable.euros(),
                plan.cout().moins(plan.autresFinanceurs()).moins(accordable).euros(),
                decideur.texte("decideur"),
                decideur.texte("raison"),
                recit.lignes(),
                motifs,
                recit.aConfirmer());
    }

    /** Name of a kind of aid, in French. */
    public String nom(String nature) {
        return bareme(nature, FaitsMobilite.INCONNUS).texte("libelle");
    }

    private Ligne bareme(String nature, FaitsMobilite faits) {
        Map<String, Object> entrees = new HashMap<>();
        entrees.put("nature", nature);
        entrees.put("age", faits.age());
        entrees.put("ecole", Boolean.TRUE.equals(faits.autoEcoleSolidaire()) ? "SOLIDAIRE" : "AUTRE");
        entrees.put("vehicule", faits.vehicule() == null ? "VOITURE" : faits.vehicule());
        return tables.ligne(ControleAide.BAREME, entrees);
    }

    private Ligne decideur(Ligne bareme, Montant aide, FaitsMobilite faits) {
        return tables.ligne(
                DECIDEUR,
                Map.of(
                        "sansBareme",
                        bareme.decimalSiConnu("plafond").isEmpty(),
                        "auDessusDuSeuil",
                        aide.compareTo(parametres.seuilResponsable()) > 0,
                        "nouvelleDemande",
                        faits.nouvelleDemande(),
                        "avantSeance",
                        faits.besoinEntre(parametres.aujourdhui(), parametres.prochaineSeance())));
    }

    private List<MotifMobilite> conditions(
            String nature, FaitsMobilite faits, AidesRecues recues, RecitDuCalcul recit) {
        Map<String, Object> entrees = new HashMap<>();
        entrees.put("nature", nature);
        entrees.put("rsa", faits.rsa());
        entrees.put("contratEngagement", faits.contratEngagement());
        entrees.put("projet", faits.projet());
        entrees.put("codeObtenu", faits.codeObtenu());
        entrees.put("inscritAvantDecision", faits.inscritAvantDecision());
        entrees.put("repetition", recues.repetition(nature));
        entrees.put("anneeEpuisee", !recues.reste().estPositif());
        entrees.put("ensembleOuvert", parametres.codeEtConduiteEnsemble());
        Map<String, String> mots = motsDesPeriodes();
        List<MotifMobilite> motifs = new ArrayList<>();
        for (Ligne ligne : tables.lignes(CONDITIONS, entrees)) {
            if ("REFUS".equals(ligne.texte("reponse"))) {
                motifs.add(new MotifMobilite(
                        ligne.texte("condition"), ligne.phrase("raison", mots), ligne.phrase("quiChangerait", mots)));
                recit.siIncertaine(CONDITIONS, ligne, mots);
            } else {
                recit.aConfirmer(ligne.phrase("raison", mots));
            }
        }
        return motifs;
    }

    private void aConfirmer(
            PlanDeFinancement plan, Ligne bareme, Ligne decideur, FaitsMobilite faits, RecitDuCalcul recit) {
        for (PartDuPlan part : plan.enAttente()) {
            recit.aConfirmer(
                    "REPONSE_ATTENDUE",
                    Map.of(
                            "financeur",
                            part.libelle(),
                            "montant",
                            part.montant().enFrancais()));
        }
        if (bareme.vrai("selonEcole") && faits.autoEcoleSolidaire() == null) {
            recit.aConfirmer("ECOLE_INCONNUE", Map.of());
        }
        if (bareme.vrai("selonVehicule") && faits.vehicule() == null) {
            recit.aConfirmer("VEHICULE_INCONNU", Map.of());
        }
        recit.siIncertaine(ControleAide.BAREME, bareme, CalculAide.mots(bareme));
        recit.siIncertaine(DECIDEUR, decideur, Map.of());
    }

    private Map<String, String> motsDesPeriodes() {
        return Map.of(
                "repetitionMois", Integer.toString(parametres.repetitionMois()),
                "totalMois", Integer.toString(parametres.totalMois()),
                "totalPersonne", parametres.totalPersonne().enFrancais());
    }
}
