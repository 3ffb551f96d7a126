package fr.jalon.formation.parcours;

import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Siret;
import fr.jalon.financement.EtatSource;
import fr.jalon.financement.PlanDeFinancement;
import fr.jalon.financement.SourceDemandee;
import fr.jalon.formation.DemandeFormation;
import fr.jalon.formation.FaitsFormation;
import fr.jalon.formation.FinanceurSollicite;
import fr.jalon.formation.FormationVisee;
import fr.jalon.formation.OrganismeFormation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answers of {@code demander-formation} as the request that they describe, and back; "pas demandé" is no answer. */
final class LectureDemande {

    private static final int FINANCEURS = 4;
    private static final Pattern DU_PLAN = Pattern.compile("plan\\[(\\d+)]\\.?(\\w*)");

    private final Map<String, Object> donnees;

    LectureDemande(Map<String, Object> donnees) {
        this.donnees = donnees;
    }

    /** @throws SaisieInvalide on the fields of the form */
    DemandeFormation lire() {
        return new DemandeFormation(
                texte("levier"),
                texte("projet"),
                new FormationVisee(
                        texte("intitule"),
                        jour("dateDebut"),
                        jour("dateFin"),
                        nombre("heures").intValue(),
                        texte("lieu")),
                new OrganismeFormation(
                        texte("organisme"),
                        texte("adresse"),
                        Siret.exiger("siret", texte("siret")),
                        ouiNon("certifie"),
                        texte("numeroQualiopi"),
                        jour("qualiopiAu")),
                nombre("cout"),
                texte("droitCommun"),
                plan(),
                new FaitsFormation(
                        ouiNon("rsa"),
                        ouiNon("rsaRecent"),
                        ouiNon("sertProjet"),
                        ouiNon("etranger"),
                        ouiNon("concours"),
                        ouiNon("commencee")),
                pieces());
    }

    /** Runs what reads the plan; its faults are told on the fields of the form. */
    static <T> T surLeFormulaire(Supplier<T> acte) {
        try {
            return acte.get();
        } catch (SaisieInvalide e) {
            throw new SaisieInvalide(e.erreurs().stream()
                    .map(f -> new ErreurChamp(champ(f.champ()), f.message()))
                    .toList());
        }
    }

    private static String champ(String champ) {
        Matcher duPlan = DU_PLAN.matcher(champ);
        if (!duPlan.matches()) {
            return "plan".equals(champ) ? "demandeCcas" : champ;
        }
        int rang = Integer.parseInt(duPlan.group(1)) + 1;
        return rang > FINANCEURS ? "demandeCcas" : (duPlan.group(2).isEmpty() ? "montant" : duPlan.group(2)) + rang;
    }

    private List<FinanceurSollicite> plan() {
        List<FinanceurSollicite> sources = new ArrayList<>();
        for (int i = 1; i <= FINANCEURS; i++) {
            if (texte("financeur" + i) != null) {
                String etat = texte("etat" + i);
                sources.add(new FinanceurSollicite(
                        new SourceDemandee(
                                texte("financeur" + i),
                                nombre("montant" + i),
                                null,
                                null,
                                etat == null ? null : EtatSource.valueOf(etat)),
                        texte("preuve" + i)));
            }
        }
        if (nombre("partUsager") != null) {
            sources.add(
                    sansPreuve(new SourceDemandee(PlanDeFinancement.USAGER, nombre("partUsager"), null, null, null)));
        }
        sources.add(sansPreuve(
                nombre("demandeCcas") == null
                        ? SourceDemandee.duReste(PlanDeFinancement.CCAS)
                        : new SourceDemandee(PlanDeFinancement.CCAS, nombre("demandeCcas"), null, null, null)));
        return sources;
    }

    private static FinanceurSollicite sansPreuve(SourceDemandee source) {
        return new FinanceurSollicite(source, null);
    }

    private List<String> pieces() {
        return donnees.get("pieces") instanceof List<?> liste
                ? liste.stream().map(String::valueOf).toList()
                : List.of();
    }

    private String texte(String cle) {
        return (String) donnees.get(cle);
    }

    private LocalDate jour(String cle) {
        return donnees.get(cle) == null ? null : LocalDate.parse(texte(cle));
    }

    private BigDecimal nombre(String cle) {
        Object valeur = donnees.get(cle);
        return valeur == null ? null : new BigDecimal(valeur.toString());
    }

    private Boolean ouiNon(String cle) {
        return switch (String.valueOf(donnees.get(cle))) {
            case "OUI" -> Boolean.TRUE;
            case "NON" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** The answers of a request, for the form that corrects it. */
    static Map<String, Object> reponses(DemandeFormation demande) {
        Reponses r = new Reponses();
        FormationVisee f = demande.formation();
        OrganismeFormation o = demande.organisme();
        FaitsFormation faits = demande.faits();
        r.mettre("levier", demande.levier()).mettre("projet", demande.projet());
        r.mettre("intitule", f.intitule()).mettre("dateDebut", f.debut()).mettre("dateFin", f.fin());
        r.mettre("heures", f.heures()).mettre("lieu", f.lieu());
        r.mettre("organisme", o.nom()).mettre("siret", o.siret().numero()).mettre("adresse", o.adresse());
        r.ouiNon("certifie", o.certifie())
                .mettre("numeroQualiopi", o.qualiopi())
                .mettre("qualiopiAu", o.qualiopiAu());
        r.mettre("cout", demande.cout()).mettre("droitCommun", demande.droitCommun());
        r.ouiNon("rsa", faits.rsa()).ouiNon("rsaRecent", faits.rsaRecent()).ouiNon("sertProjet", faits.projet());
        r.ouiNon("etranger", faits.etranger()).ouiNon("concours", faits.concours());
        r.ouiNon("commencee", faits.commencee()).mettre("pieces", demande.pieces());
        for (int i = 0; i < demande.plan().size(); i++) {
            r.financeur(i + 1, demande.plan().get(i));
        }
        return r.valeurs;
    }

    /** Answers by key; what is not known is left out. */
    private static final class Reponses {

        private final Map<String, Object> valeurs = new HashMap<>();

        private Reponses mettre(String cle, Object valeur) {
            if (valeur != null) {
                valeurs.put(cle, valeur instanceof LocalDate jour ? jour.toString() : valeur);
            }
            return this;
        }

        private Reponses ouiNon(String cle, Boolean valeur) {
            return mettre(cle, valeur == null ? "NON_DEMANDE" : valeur ? "OUI" : "NON");
        }

        private void financeur(int rang, FinanceurSollicite f) {
            SourceDemandee source = f.source();
            switch (source.financeur()) {
                case PlanDeFinancement.USAGER -> mettre("partUsager", source.montant());
                case PlanDeFinancement.CCAS -> mettre("demandeCcas", source.montant());
                default ->
                    mettre("financeur" + rang, source.financeur())
                            .mettre("montant" + rang, source.montant())
                            .mettre(
                                    "etat" + rang,
                                    source.etat() == null ? null : source.etat().name())
                            .mettre("preuve" + rang, f.preuve());
            }
        }
    }
}
