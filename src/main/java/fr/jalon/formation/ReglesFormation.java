package fr.jalon.formation;

import fr.jalon.commun.Montant;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.decision.Confirmations;
import fr.jalon.decision.Ligne;
import fr.jalon.decision.Tables;
import fr.jalon.financement.EtatSource;
import fr.jalon.financement.PartDuPlan;
import fr.jalon.financement.PlanDeFinancement;
import fr.jalon.financement.Plans;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Says what the rules find in a request: its plan, its conditions, its pieces and who decides, from the tables of
 * {@code decisions/formation} (domaine, section 3.5). Stateless; stores nothing, decides nothing.
 */
@Service
public class ReglesFormation {

    private static final String CONDITIONS = "conditions-formation";
    private static final String DECIDEUR = "decideur-formation";
    private static final String PIECES = "pieces-formation";
    private static final String MOTS = "mots-formation";
    private static final String FINANCEURS = "financeurs";

    private final ControleFormation controle;
    private final Plans plans;
    private final Tables tables;
    private final Confirmations confirmations;
    private final ParametresFormation parametres;

    ReglesFormation(
            ControleFormation controle,
            Plans plans,
            Tables tables,
            Confirmations confirmations,
            ParametresFormation parametres) {
        this.controle = controle;
        this.plans = plans;
        this.tables = tables;
        this.confirmations = confirmations;
        this.parametres = parametres;
    }

    /**
     * What the rules say of a request, today.
     *
     * @throws SaisieInvalide on each field of the form that is missing or wrong; on {@code plan} or {@code plan[i]} for the plan; on
     *     {@code demandeCcas} when nothing is asked of the CCAS
     */
    public PropositionFormation proposer(DemandeFormation demande) {
        PlanDeFinancement plan = plan(demande);
        Montant aide = plan.demandeAuCcas();
        if (!aide.estPositif()) {
            throw new SaisieInvalide("demandeCcas", "Le plan ne demande rien au CCAS : il n'y a rien à décider.");
        }
        RecitFormation recit = new RecitFormation(tables, confirmations);
        recit.ligne("COUT", plan.cout());
        recit.retirer("AUTRES_FINANCEURS", plan.autresFinanceurs());
        recit.retirer("PART_PERSONNE", plan.partUsager());
        recit.ligne("AIDE", aide);
        List<PropositionFormation.Motif> motifs = conditions(demande, recit);
        pieces(demande, recit);
        attentes(plan, recit);
        Ligne decideur = decideur(demande, aide);
        recit.siIncertaine(DECIDEUR, decideur, Map.of());
        return new PropositionFormation(
                motifs.isEmpty(),
                aide.euros(),
                plan.partUsager().euros(),
                decideur.texte("decideur"),
                decideur.texte("raison"),
                recit.lignes(),
                motifs,
                recit.aConfirmer());
    }

    /** Who pays what of a request, to the cent. */
    public PlanDeFinancement plan(DemandeFormation demande) {
        return plans.resoudre(controle.verifier(demande), demande.sources());
    }

    /**
     * French name of a choice of a request.
     *
     * @param liste {@code LEVIER}, {@code ARRET}, {@code DEVENIR} or {@code VERSEMENT}
     */
    public String nom(String liste, String code) {
        return tables.ligne(MOTS, Map.of("liste", liste, "code", code)).texte("libelle");
    }

    /** French name of a funder of the plan. */
    public String financeur(String code) {
        return tables.ligne(FINANCEURS, Map.of("financeur", code)).texte("libelle");
    }

    private Ligne decideur(DemandeFormation demande, Montant aide) {
        return tables.ligne(
                DECIDEUR,
                Map.of(
                        "auDessusDuSeuil",
                        aide.compareTo(parametres.seuilResponsable()) > 0,
                        "avantSeance",
                        demande.formation().debut().isBefore(parametres.prochaineSeance())));
    }

    private List<PropositionFormation.Motif> conditions(DemandeFormation demande, RecitFormation recit) {
        Map<String, String> mots = Map.of("rsaMois", Integer.toString(parametres.rsaRecentMois()));
        List<PropositionFormation.Motif> motifs = new ArrayList<>();
        for (Ligne ligne : tables.lignes(CONDITIONS, faits(demande))) {
            if ("REFUS".equals(ligne.texte("reponse"))) {
                motifs.add(new PropositionFormation.Motif(
                        ligne.texte("condition"), ligne.phrase("raison", mots), ligne.phrase("quiChangerait", mots)));
                recit.siIncertaine(CONDITIONS, ligne, mots);
            } else {
                recit.aConfirmer(ligne.phrase("raison", mots));
            }
        }
        return motifs;
    }

    private Map<String, Object> faits(DemandeFormation demande) {
        FaitsFormation f = demande.faits();
        boolean passee = demande.formation().debut().isBefore(parametres.aujourdhui());
        Map<String, Object> entrees = new HashMap<>();
        entrees.put("rsa", f.rsa());
        entrees.put("rsaRecent", f.rsaRecent());
        entrees.put("projet", f.projet());
        entrees.put("etranger", f.etranger());
        entrees.put("concours", f.concours());
        entrees.put("commencee", passee ? Boolean.TRUE : f.commencee());
        entrees.put("qualiopi", demande.organisme().certifiePour(demande.formation()));
        entrees.put("autresSollicites", demande.plan().stream().anyMatch(ReglesFormation::autre));
        return entrees;
    }

    private void pieces(DemandeFormation demande, RecitFormation recit) {
        Map<String, Object> entrees = new HashMap<>();
        entrees.put("rsa", demande.faits().rsa());
        entrees.put("rsaRecent", demande.faits().rsaRecent());
        entrees.put("qualiopi", demande.organisme().certifie());
        entrees.put("refus", repond(demande, EtatSource.REFUSE));
        entrees.put("accord", repond(demande, EtatSource.ACCORDE));
        tables.lignes(PIECES, entrees).stream()
                .filter(l -> !demande.pieces().contains(l.texte("piece")))
                .forEach(l -> recit.aConfirmer(
                        "PIECE_ATTENDUE", Map.of("piece", l.texte("libelle"), "pourquoi", l.texte("pourquoi"))));
    }

    private static void attentes(PlanDeFinancement plan, RecitFormation recit) {
        for (PartDuPlan part : plan.enAttente()) {
            recit.aConfirmer(
                    "REPONSE_ATTENDUE",
                    Map.of(
                            "financeur",
                            part.libelle(),
                            "montant",
                            part.montant().enFrancais()));
        }
    }

    private static boolean repond(DemandeFormation demande, EtatSource etat) {
        return demande.plan().stream().anyMatch(f -> autre(f) && f.source().etat() == etat);
    }

    private static boolean autre(FinanceurSollicite f) {
        return !PlanDeFinancement.CCAS.equals(f.source().financeur())
                && !PlanDeFinancement.USAGER.equals(f.source().financeur());
    }
}
