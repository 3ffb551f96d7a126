package fr.jalon.importation.annuaire;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.annuaire.GestionAnnuaire;
import fr.jalon.annuaire.TableauAnnuaire;
import fr.jalon.commun.Classeur;
import fr.jalon.commun.Textes;
import fr.jalon.importation.ColonneImport;
import fr.jalon.importation.ExamenLigne;
import fr.jalon.importation.StatutLigne;
import fr.jalon.importation.TypeImport;
import fr.jalon.importation.lecture.LectureRangee;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The directory: a row creates or completes an organisation or an offer. An empty cell changes nothing. */
@Component
class ImportAnnuaire implements TypeImport {

    static final String CODE = "annuaire";

    private final RangeeOffre offres;
    private final RangeeOrganisme organismes;

    ImportAnnuaire(RangeeOffre offres, RangeeOrganisme organismes) {
        this.offres = offres;
        this.organismes = organismes;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String libelle() {
        return "Annuaire";
    }

    @Override
    public String explication() {
        return "Une ligne par offre ou par organisme : une fiche connue est mise à jour, une case vide ne change rien.";
    }

    @Override
    public Set<Role> roles() {
        return GestionAnnuaire.roles();
    }

    @Override
    public boolean pourTous() {
        return true;
    }

    @Override
    public String explication(StatutLigne statut, boolean ecrit) {
        return switch (statut) {
            case EN_ERREUR -> TypeImport.super.explication(statut, ecrit);
            case A_CREER -> ecrit ? "Une fiche a été créée pour chacune." : "Une fiche sera créée pour chacune.";
            case A_METTRE_A_JOUR ->
                ecrit
                        ? "La fiche était connue : elle a été mise à jour."
                        : "La fiche est connue : elle sera mise à jour.";
            case A_JOUR -> "L'annuaire dit déjà tout ce qu'elles disent.";
        };
    }

    @Override
    public List<ColonneImport> colonnes() {
        return ColonnesAnnuaire.TOUTES;
    }

    @Override
    public String intitule(Map<String, String> valeurs) {
        return valeurs.getOrDefault(TableauAnnuaire.TITRE, "Sans titre");
    }

    @Override
    public String precision(Map<String, String> valeurs) {
        String code = valeurs.get(TableauAnnuaire.CODE);
        String type = Textes.recherche(valeurs.get(TableauAnnuaire.TYPE));
        return (type.isEmpty() ? "type absent" : type) + (code == null ? "" : " " + code);
    }

    @Override
    public ExamenLigne examiner(Map<String, String> valeurs, Agent auteur) {
        Map<String, String> nettes = new LinkedHashMap<>();
        valeurs.forEach((colonne, valeur) -> nettes.put(colonne, Classeur.sansProtection(valeur)));
        LectureRangee rangee = new LectureRangee(sansTexteLibre(nettes));
        String type = Textes.recherche(rangee.exiger(TableauAnnuaire.TYPE));
        if (type.startsWith(TableauAnnuaire.ORGANISME)) {
            return organismes.examiner(rangee, nettes, auteur);
        }
        if (type.startsWith(TableauAnnuaire.OFFRE)) {
            return offres.examiner(rangee, nettes, auteur);
        }
        rangee.refuser(TableauAnnuaire.TYPE, "Écrivez offre ou organisme.");
        return ExamenLigne.enErreur(rangee.erreurs(), List.of());
    }

    /** A title or a sentence may begin with a sign that a number or a code may not: it is kept as it is, never run. */
    private static Map<String, String> sansTexteLibre(Map<String, String> valeurs) {
        Map<String, String> controlees = new LinkedHashMap<>(valeurs);
        controlees
                .keySet()
                .removeAll(Set.of(
                        TableauAnnuaire.TITRE,
                        TableauAnnuaire.DESCRIPTION,
                        TableauAnnuaire.CONDITIONS,
                        TableauAnnuaire.COUT,
                        TableauAnnuaire.OBJECTIF_OPERATIONNEL,
                        TableauAnnuaire.LIEUX,
                        TableauAnnuaire.CONTACTS,
                        TableauAnnuaire.SOURCE));
        return controlees;
    }
}
