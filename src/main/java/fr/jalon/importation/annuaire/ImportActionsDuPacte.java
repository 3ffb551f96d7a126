package fr.jalon.importation.annuaire;

import static fr.jalon.importation.ColonneImport.facultative;
import static fr.jalon.importation.ColonneImport.obligatoire;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.annuaire.ActionVue;
import fr.jalon.annuaire.EtatAction;
import fr.jalon.annuaire.FicheAction;
import fr.jalon.annuaire.GestionAnnuaire;
import fr.jalon.annuaire.Nomenclature;
import fr.jalon.annuaire.PlanDuPacte;
import fr.jalon.annuaire.TableauDuPacte;
import fr.jalon.commun.Classeur;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.importation.ColonneImport;
import fr.jalon.importation.ExamenLigne;
import fr.jalon.importation.ResultatLigne;
import fr.jalon.importation.StatutLigne;
import fr.jalon.importation.TypeImport;
import fr.jalon.importation.lecture.LectureRangee;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The plan of the pact: a row creates or completes an action. An empty cell changes nothing. */
@Component
class ImportActionsDuPacte implements TypeImport {

    static final String CODE = "actions-du-pacte";

    private static final String ACTION = "Les actions";
    private static final String INFORMATION = "Pour information : écrites par l'export, sans effet à l'import";

    static final List<ColonneImport> COLONNES = List.of(
            facultative(
                            TableauDuPacte.CODE,
                            "Code",
                            "Celui de l'export, pour retrouver l'action ; vide pour une nouvelle.",
                            "")
                    .sous(ACTION),
            obligatoire(
                            TableauDuPacte.TITRE,
                            "Titre",
                            "Ce que les partenaires veulent faire.",
                            "Action inventée",
                            "action")
                    .sous(ACTION),
            facultative(
                            TableauDuPacte.OBJECTIF,
                            "Objectif",
                            "Objectif du pacte : son code ou ses mots. Nécessaire pour une nouvelle action.",
                            "L6-ALTERNATIVES")
                    .sous(ACTION),
            facultative(TableauDuPacte.OBJECTIF_OPERATIONNEL, "Objectif opérationnel", "Le détail de l'objectif.", "")
                    .sous(ACTION),
            facultative(
                            TableauDuPacte.PILOTE,
                            "Pilote",
                            "Un organisme ou une fonction, jamais le nom d'une personne.",
                            "CCAS")
                    .sous(ACTION),
            facultative(
                            TableauDuPacte.PARTENAIRES,
                            "Partenaires associés",
                            "Tels que le pacte les écrit.",
                            "Mobiliclés",
                            "partenaires associes")
                    .sous(ACTION),
            facultative(TableauDuPacte.ORIGINE, "Proposée par", "Qui l'a proposée.", "", "sources", "source")
                    .sous(ACTION),
            facultative(TableauDuPacte.PAGE, "Page du pacte", "Par exemple 32-33.", "")
                    .sous(ACTION),
            facultative(TableauDuPacte.ECHEANCE, "Échéance", "jour/mois/année.", "31/12/2026")
                    .sous(ACTION),
            facultative(
                            TableauDuPacte.ETAT,
                            "État",
                            "À lancer, en cours, réalisée ou abandonnée ; vide tant que personne ne l'a dit.",
                            "En cours")
                    .sous(ACTION),
            facultative(TableauDuPacte.PREUVE, "Preuve", "Ce qui montre que l'action est faite.", "")
                    .sous(ACTION),
            facultative(TableauDuPacte.BILAN_MI_PARCOURS, "Bilan à mi-parcours", "En quelques phrases.", "")
                    .sous(ACTION),
            facultative(TableauDuPacte.BILAN_FINAL, "Bilan à la fin", "En quelques phrases.", "")
                    .sous(ACTION),
            facultative(TableauDuPacte.LEVIER, "Levier", "Donné par l'objectif.", "6")
                    .sous(INFORMATION),
            facultative(TableauDuPacte.OFFRES, "Offres", "Codes des offres qui en viennent.", "")
                    .sous(INFORMATION));

    private static final Map<String, String> CHAMPS = Map.ofEntries(
            Map.entry("code", TableauDuPacte.CODE),
            Map.entry("titre", TableauDuPacte.TITRE),
            Map.entry("objectif", TableauDuPacte.OBJECTIF),
            Map.entry("objectifOperationnel", TableauDuPacte.OBJECTIF_OPERATIONNEL),
            Map.entry("pilote", TableauDuPacte.PILOTE),
            Map.entry("partenaires", TableauDuPacte.PARTENAIRES),
            Map.entry("origine", TableauDuPacte.ORIGINE),
            Map.entry("page", TableauDuPacte.PAGE),
            Map.entry("echeance", TableauDuPacte.ECHEANCE),
            Map.entry("preuve", TableauDuPacte.PREUVE),
            Map.entry("bilanMiParcours", TableauDuPacte.BILAN_MI_PARCOURS),
            Map.entry("bilanFinal", TableauDuPacte.BILAN_FINAL));

    /** A sentence may begin with a sign that a number may not: it is kept as it is, never run. */
    private static final Set<String> PHRASES = Set.of(
            TableauDuPacte.TITRE,
            TableauDuPacte.OBJECTIF_OPERATIONNEL,
            TableauDuPacte.PARTENAIRES,
            TableauDuPacte.PREUVE,
            TableauDuPacte.BILAN_MI_PARCOURS,
            TableauDuPacte.BILAN_FINAL);

    private final PlanDuPacte plan;
    private final Nomenclature nomenclature;

    ImportActionsDuPacte(PlanDuPacte plan, Nomenclature nomenclature) {
        this.plan = plan;
        this.nomenclature = nomenclature;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String libelle() {
        return "Plan du pacte";
    }

    @Override
    public String explication() {
        return "Une ligne par action : une action connue est mise à jour, une case vide ne change rien.";
    }

    @Override
    public Set<Role> roles() {
        return PlanDuPacte.roles();
    }

    @Override
    public boolean pourTous() {
        return true;
    }

    @Override
    public String explication(StatutLigne statut, boolean ecrit) {
        return switch (statut) {
            case EN_ERREUR -> TypeImport.super.explication(statut, ecrit);
            case A_CREER -> ecrit ? "Une action a été créée pour chacune." : "Une action sera créée pour chacune.";
            case A_METTRE_A_JOUR ->
                ecrit
                        ? "L'action était connue : elle a été mise à jour."
                        : "L'action est connue : elle sera mise à jour.";
            case A_JOUR -> "Le plan dit déjà tout ce qu'elles disent.";
        };
    }

    @Override
    public List<ColonneImport> colonnes() {
        return COLONNES;
    }

    @Override
    public String intitule(Map<String, String> valeurs) {
        return valeurs.getOrDefault(TableauDuPacte.TITRE, "Sans titre");
    }

    @Override
    public String precision(Map<String, String> valeurs) {
        return valeurs.get(TableauDuPacte.CODE);
    }

    @Override
    public ExamenLigne examiner(Map<String, String> valeurs, Agent auteur) {
        Map<String, String> nettes = new LinkedHashMap<>();
        valeurs.forEach((colonne, valeur) -> nettes.put(colonne, Classeur.sansProtection(valeur)));
        Map<String, String> controlees = new LinkedHashMap<>(nettes);
        controlees.keySet().removeAll(PHRASES);
        LectureRangee rangee = new LectureRangee(controlees);
        String code = nettes.get(TableauDuPacte.CODE);
        Optional<ActionVue> connue = code == null ? Optional.empty() : plan.actionSiExiste(code);
        FicheAction lue = lire(rangee, nettes, connue.map(ActionVue::fiche).orElse(null));
        FicheAction propre = null;
        try {
            propre = plan.verifier(lue);
            if (connue.isEmpty()) {
                GestionAnnuaire.verifierCode(code);
            }
        } catch (SaisieInvalide e) {
            rangee.refuser(e.erreurs(), CHAMPS);
        }
        String sujet = "action\n" + (code == null ? Lecture.contenu(nettes) : code);
        if (rangee.enErreur() || propre == null) {
            return ExamenLigne.enErreur(rangee.erreurs(), List.of(sujet));
        }
        FicheAction prete = propre;
        return connue.map(a -> pourConnue(a, prete, sujet, auteur))
                .orElseGet(() -> new ExamenLigne(
                        StatutLigne.A_CREER,
                        List.of(),
                        List.of(sujet),
                        code == null ? sujet : null,
                        () -> resultat(plan.creer(code, prete, auteur), "créée")));
    }

    private ExamenLigne pourConnue(ActionVue connue, FicheAction fiche, String sujet, Agent auteur) {
        if (fiche.equals(connue.fiche())) {
            return ExamenLigne.aJour(List.of(), List.of(sujet));
        }
        return new ExamenLigne(
                StatutLigne.A_METTRE_A_JOUR,
                Lecture.annonce(differences(connue.fiche(), fiche)),
                List.of(sujet),
                null,
                () -> resultat(plan.modifier(connue.code(), fiche, connue.version(), auteur), "mise à jour"));
    }

    private static List<String> differences(FicheAction avant, FicheAction apres) {
        Map<String, String> a = TableauDuPacte.cases(avant);
        Map<String, String> b = TableauDuPacte.cases(apres);
        List<String> champs = new ArrayList<>();
        COLONNES.stream()
                .filter(c -> !a.getOrDefault(c.nom(), "").equals(b.getOrDefault(c.nom(), "")))
                .forEach(c -> champs.add(c.libelle().toLowerCase(Locale.FRENCH)));
        return champs;
    }

    private FicheAction lire(LectureRangee r, Map<String, String> v, FicheAction a) {
        LocalDate echeance = r.date(TableauDuPacte.ECHEANCE);
        EtatAction etat = etat(r);
        return new FicheAction(
                v.getOrDefault(TableauDuPacte.TITRE, a == null ? null : a.titre()),
                v.containsKey(TableauDuPacte.OBJECTIF)
                        ? Lecture.code(
                                v.get(TableauDuPacte.OBJECTIF),
                                nomenclature.objectifs(),
                                Nomenclature.Objectif::code,
                                Nomenclature.Objectif::libelle)
                        : a == null ? null : a.objectif(),
                v.getOrDefault(TableauDuPacte.OBJECTIF_OPERATIONNEL, a == null ? null : a.objectifOperationnel()),
                v.getOrDefault(TableauDuPacte.PILOTE, a == null ? null : a.pilote()),
                v.getOrDefault(TableauDuPacte.PARTENAIRES, a == null ? null : a.partenaires()),
                v.getOrDefault(TableauDuPacte.ORIGINE, a == null ? null : a.origine()),
                v.getOrDefault(TableauDuPacte.PAGE, a == null ? null : a.page()),
                echeance != null || a == null ? echeance : a.echeance(),
                etat != null || a == null ? etat : a.etat(),
                v.getOrDefault(TableauDuPacte.PREUVE, a == null ? null : a.preuve()),
                v.getOrDefault(TableauDuPacte.BILAN_MI_PARCOURS, a == null ? null : a.bilanMiParcours()),
                v.getOrDefault(TableauDuPacte.BILAN_FINAL, a == null ? null : a.bilanFinal()));
    }

    private static EtatAction etat(LectureRangee r) {
        String code = r.code(TableauDuPacte.ETAT);
        if (code == null) {
            return null;
        }
        return Arrays.stream(EtatAction.values())
                .filter(e -> e.name().equals(code)
                        || LectureRangee.enCode(e.libelle()).equals(code))
                .findFirst()
                .orElseGet(() -> {
                    r.refuser(TableauDuPacte.ETAT, "Écrivez à lancer, en cours, réalisée ou abandonnée.");
                    return null;
                });
    }

    private static ResultatLigne resultat(ActionVue a, String fait) {
        return new ResultatLigne(null, null, null, "Action " + fait + " : " + a.code() + ".");
    }
}
