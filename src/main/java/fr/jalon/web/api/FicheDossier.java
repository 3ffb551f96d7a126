package fr.jalon.web.api;

import fr.jalon.commun.Textes;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.dispositif.DecisionDuDossier;
import fr.jalon.dispositif.DecisionsDesDossiers;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.HorlogeLegale;
import fr.jalon.dossier.Pieces;
import fr.jalon.piece.Fichiers;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A dossier as the API shows it. */
@Component
class FicheDossier {

    private final Dossiers dossiers;
    private final Pieces pieces;
    private final Fichiers fichiers;
    private final Corbeille corbeille;
    private final Courriers courriers;
    private final DecisionsDesDossiers decisions;
    private final Personnes personnes;

    FicheDossier(
            Dossiers dossiers,
            Pieces pieces,
            Fichiers fichiers,
            Corbeille corbeille,
            Courriers courriers,
            DecisionsDesDossiers decisions,
            Personnes personnes) {
        this.dossiers = dossiers;
        this.pieces = pieces;
        this.fichiers = fichiers;
        this.corbeille = corbeille;
        this.courriers = courriers;
        this.decisions = decisions;
        this.personnes = personnes;
    }

    Map<String, Object> resume(DossierVue d) {
        PersonneVue personne = personnes.parId(d.personneId());
        Map<String, Object> fiche = new LinkedHashMap<>();
        fiche.put("numero", d.numero());
        fiche.put("dispositif", d.dispositif());
        fiche.put("usager", identite(personne));
        fiche.put("antenne", d.antenne());
        fiche.put("canal", d.canal().name());
        fiche.put("etat", d.etat().name());
        fiche.put("issue", d.issue() == null ? null : d.issue().name());
        fiche.put("etape", d.etape());
        fiche.put("urgent", d.urgent());
        fiche.put("dateDepot", d.deposeLe());
        fiche.put("dates", dates(d.horloge()));
        return fiche;
    }

    Map<String, Object> complete(DossierVue d) {
        Map<String, Object> fiche = resume(d);
        fiche.put("pieces", pieces.liste(d.id()));
        fiche.put("fichiers", fichiers.duDossier(d.id()));
        fiche.put(
                "taches",
                corbeille.duDossier(d.id()).stream().map(TachesApi::vue).toList());
        fiche.put(
                "decisions",
                decisions.decisions(d).stream().map(FicheDossier::decision).toList());
        fiche.put(
                "courriers",
                courriers.parDossier(d.id()).stream()
                        .map(FicheDossier::courrier)
                        .toList());
        fiche.put("histoire", dossiers.histoire(d.id()));
        return fiche;
    }

    static Map<String, Object> courrier(CourrierVue c) {
        Map<String, Object> vue = new LinkedHashMap<>();
        vue.put("id", c.id());
        vue.put("numero", c.numero());
        vue.put("modele", c.modele());
        vue.put("objet", c.objet());
        vue.put("creeLe", c.creeLe());
        vue.put("etat", c.etat());
        vue.put("signeLe", c.signeLe());
        vue.put("signataire", c.signataireNom());
        vue.put("envoyeLe", c.envoyeLe());
        vue.put("modeRemise", c.mode());
        vue.put("recuLe", c.recuLe());
        vue.put("retourneLe", c.retourneLe());
        vue.put("empreinte", c.empreinte());
        vue.put("remplace", c.remplace());
        return vue;
    }

    private static Map<String, Object> identite(PersonneVue p) {
        Map<String, Object> identite = new LinkedHashMap<>();
        identite.put("id", p.id());
        identite.put("civilite", p.civilite());
        identite.put("nom", p.nom());
        identite.put("nomNaissance", p.nomNaissance());
        identite.put("prenoms", Textes.ouNull(p.prenoms()));
        identite.put("dateNaissance", p.dateNaissance());
        return identite;
    }

    private static Map<String, Object> dates(HorlogeLegale h) {
        Map<String, Object> dates = new LinkedHashMap<>();
        dates.put("cible", h.cible());
        dates.put("limite", h.limite());
        dates.put("suspendueDepuis", h.suspendueDepuis());
        dates.put("joursSuspendus", h.joursSuspendus());
        dates.put(
                "limiteSuspendueDepuis", h.legale() == null ? null : h.legale().depuis());
        dates.put("joursLimiteSuspendue", h.joursLimiteSuspendue());
        return dates;
    }

    private static Map<String, Object> decision(DecisionDuDossier d) {
        Map<String, Object> decision = new LinkedHashMap<>();
        decision.put("nature", d.nature());
        decision.put("resultat", d.resultat());
        decision.put("explications", d.explications());
        decision.putAll(d.details());
        return decision;
    }
}
