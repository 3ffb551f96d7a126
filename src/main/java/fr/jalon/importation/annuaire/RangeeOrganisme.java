package fr.jalon.importation.annuaire;

import fr.jalon.agent.Agent;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.FicheOrganisme;
import fr.jalon.annuaire.GestionAnnuaire;
import fr.jalon.annuaire.Nomenclature;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.annuaire.TableauAnnuaire;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.importation.ExamenLigne;
import fr.jalon.importation.ResultatLigne;
import fr.jalon.importation.StatutLigne;
import fr.jalon.importation.lecture.LectureRangee;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A row that is an organisation. */
@Component
class RangeeOrganisme {

    private static final Map<String, String> COLONNES = Map.of(
            "nom", TableauAnnuaire.TITRE,
            "nature", TableauAnnuaire.NATURE,
            "presentation", TableauAnnuaire.DESCRIPTION,
            "site", TableauAnnuaire.SITE,
            "quartiers", TableauAnnuaire.QUARTIERS,
            "langues", TableauAnnuaire.LANGUES,
            "lieux", TableauAnnuaire.LIEUX,
            "postes", TableauAnnuaire.CONTACTS,
            "code", TableauAnnuaire.CODE);

    private final Annuaire annuaire;
    private final GestionAnnuaire gestion;
    private final Nomenclature nomenclature;

    RangeeOrganisme(Annuaire annuaire, GestionAnnuaire gestion, Nomenclature nomenclature) {
        this.annuaire = annuaire;
        this.gestion = gestion;
        this.nomenclature = nomenclature;
    }

    ExamenLigne examiner(LectureRangee rangee, Map<String, String> valeurs, Agent auteur) {
        String code = valeurs.get(TableauAnnuaire.CODE);
        Optional<OrganismeVue> connu = connu(code);
        FicheOrganisme lue = fiche(valeurs, connu.map(OrganismeVue::fiche).orElse(null));
        FicheOrganisme propre = null;
        try {
            propre = gestion.verifier(lue);
            if (connu.isEmpty()) {
                GestionAnnuaire.verifierCode(code);
            }
        } catch (SaisieInvalide e) {
            rangee.refuser(e.erreurs().stream().map(RangeeOrganisme::aSaColonne).toList(), COLONNES);
        }
        String sujet = "organisme\n" + (code == null ? Lecture.contenu(valeurs) : code);
        if (rangee.enErreur() || propre == null) {
            return ExamenLigne.enErreur(rangee.erreurs(), List.of(sujet));
        }
        FicheOrganisme fiche = propre;
        return connu.map(o -> pourConnu(o, fiche, sujet, auteur))
                .orElseGet(() -> new ExamenLigne(
                        StatutLigne.A_CREER,
                        List.of(),
                        List.of(sujet),
                        code == null ? sujet : null,
                        () -> resultat(gestion.creerOrganisme(code, fiche, auteur), "créé")));
    }

    private ExamenLigne pourConnu(OrganismeVue connu, FicheOrganisme fiche, String sujet, Agent auteur) {
        if (fiche.equals(connu.fiche())) {
            return ExamenLigne.aJour(List.of(), List.of(sujet));
        }
        List<String> champs =
                Lecture.differences(TableauAnnuaire.cases(connu), TableauAnnuaire.cases(connu.avec(fiche)));
        return new ExamenLigne(
                StatutLigne.A_METTRE_A_JOUR,
                Lecture.annonce(champs),
                List.of(sujet),
                null,
                () -> resultat(gestion.modifierOrganisme(connu.id(), fiche, connu.version(), auteur), "mis à jour"));
    }

    private Optional<OrganismeVue> connu(String code) {
        return code == null ? Optional.empty() : annuaire.organismeSiExiste(code);
    }

    private FicheOrganisme fiche(Map<String, String> v, FicheOrganisme a) {
        boolean neuf = a == null;
        return new FicheOrganisme(
                v.getOrDefault(TableauAnnuaire.TITRE, neuf ? null : a.nom()),
                v.containsKey(TableauAnnuaire.NATURE)
                        ? Lecture.code(
                                v.get(TableauAnnuaire.NATURE),
                                nomenclature.natures(),
                                Nomenclature.Nature::code,
                                Nomenclature.Nature::libelle)
                        : neuf ? null : a.nature(),
                v.getOrDefault(TableauAnnuaire.DESCRIPTION, neuf ? null : a.presentation()),
                v.getOrDefault(TableauAnnuaire.SITE, neuf ? null : a.site()),
                v.containsKey(TableauAnnuaire.QUARTIERS)
                        ? TableauAnnuaire.liste(v.get(TableauAnnuaire.QUARTIERS))
                        : neuf ? List.of() : a.quartiers(),
                v.containsKey(TableauAnnuaire.LANGUES)
                        ? Lecture.langues(TableauAnnuaire.liste(v.get(TableauAnnuaire.LANGUES)), nomenclature)
                        : neuf ? List.of() : a.langues(),
                v.containsKey(TableauAnnuaire.LIEUX)
                        ? TableauAnnuaire.lieux(v.get(TableauAnnuaire.LIEUX))
                        : neuf ? List.of() : a.lieux(),
                v.containsKey(TableauAnnuaire.CONTACTS)
                        ? TableauAnnuaire.contacts(v.get(TableauAnnuaire.CONTACTS))
                        : neuf ? List.of() : a.postes());
    }

    /** "lieux[2].codePostal" is said on the cell of the places, with the number of its line. */
    private static ErreurChamp aSaColonne(ErreurChamp faute) {
        int crochet = faute.champ().indexOf('[');
        if (crochet < 0) {
            return faute;
        }
        int rang = Integer.parseInt(
                        faute.champ().substring(crochet + 1, faute.champ().indexOf(']')))
                + 1;
        return new ErreurChamp(faute.champ().substring(0, crochet), "Ligne " + rang + " : " + faute.message());
    }

    private static ResultatLigne resultat(OrganismeVue o, String fait) {
        return new ResultatLigne(null, null, null, "Organisme " + fait + " : " + o.code() + ".");
    }
}
