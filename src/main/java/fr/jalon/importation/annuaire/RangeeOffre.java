package fr.jalon.importation.annuaire;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.annuaire.ActionVue;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.FicheOffre;
import fr.jalon.annuaire.FicheOrganisme;
import fr.jalon.annuaire.GestionAnnuaire;
import fr.jalon.annuaire.Nomenclature;
import fr.jalon.annuaire.OffreVue;
import fr.jalon.annuaire.OrganismeRef;
import fr.jalon.annuaire.Places;
import fr.jalon.annuaire.PlanDuPacte;
import fr.jalon.annuaire.TableauAnnuaire;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.importation.ExamenLigne;
import fr.jalon.importation.MessageLigne;
import fr.jalon.importation.ResultatLigne;
import fr.jalon.importation.StatutLigne;
import fr.jalon.importation.lecture.LectureRangee;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A row that is an offer. An organisation that it names and that is not there yet is made with that name alone. */
@Component
class RangeeOffre {

    private static final String NATURE_A_PRECISER = "AUTRE";
    private static final Map<String, String> COLONNES = Map.ofEntries(
            Map.entry("titre", TableauAnnuaire.TITRE),
            Map.entry("description", TableauAnnuaire.DESCRIPTION),
            Map.entry("objectif", TableauAnnuaire.OBJECTIF),
            Map.entry("objectifOperationnel", TableauAnnuaire.OBJECTIF_OPERATIONNEL),
            Map.entry("organismes", TableauAnnuaire.ORGANISMES),
            Map.entry("publics", TableauAnnuaire.PUBLICS),
            Map.entry("conditions", TableauAnnuaire.CONDITIONS),
            Map.entry("quartiers", TableauAnnuaire.QUARTIERS),
            Map.entry("langues", TableauAnnuaire.LANGUES),
            Map.entry("delaiPremierRendezVous", TableauAnnuaire.DELAI),
            Map.entry("cout", TableauAnnuaire.COUT),
            Map.entry("debut", TableauAnnuaire.DEBUT),
            Map.entry("fin", TableauAnnuaire.FIN),
            Map.entry("placesTotal", TableauAnnuaire.PLACES),
            Map.entry("placesPrises", TableauAnnuaire.PRISES),
            Map.entry("placesAttente", TableauAnnuaire.ATTENTE),
            Map.entry("code", TableauAnnuaire.CODE));

    private final Annuaire annuaire;
    private final GestionAnnuaire gestion;
    private final PlanDuPacte plan;
    private final Nomenclature nomenclature;

    RangeeOffre(Annuaire annuaire, GestionAnnuaire gestion, PlanDuPacte plan, Nomenclature nomenclature) {
        this.annuaire = annuaire;
        this.gestion = gestion;
        this.plan = plan;
        this.nomenclature = nomenclature;
    }

    /**
     * What the row says.
     *
     * @param aCreer organisations to make first
     * @param action the action of the pact to link it to, null when that does not change
     */
    private record Lue(FicheOffre fiche, Places places, List<String> aCreer, String action) {}

    ExamenLigne examiner(LectureRangee rangee, Map<String, String> valeurs, Agent auteur) {
        String code = valeurs.get(TableauAnnuaire.CODE);
        Optional<OffreVue> connue = connue(code);
        Lue lue = lire(rangee, valeurs, connue.orElse(null));
        FicheOffre propre = null;
        try {
            propre = gestion.verifier(lue.fiche(), Set.copyOf(lue.aCreer()));
            gestion.verifier(lue.places());
            if (connue.isEmpty()) {
                GestionAnnuaire.verifierCode(code);
            }
        } catch (SaisieInvalide e) {
            rangee.refuser(e.erreurs(), COLONNES);
        }
        lue.aCreer().stream()
                .filter(nom -> nom.length() > 200)
                .forEach(nom -> rangee.refuser(
                        TableauAnnuaire.ORGANISMES, "Un nom d'organisme a plus de 200 caractères : raccourcissez-le."));
        String action = action(rangee, valeurs.get(TableauAnnuaire.ACTION), connue.orElse(null), auteur);
        String sujet = "offre\n" + (code == null ? Lecture.contenu(valeurs) : code);
        if (rangee.enErreur() || propre == null) {
            return ExamenLigne.enErreur(rangee.erreurs(), List.of(sujet));
        }
        Lue prete = new Lue(propre, lue.places(), lue.aCreer(), action);
        return connue.map(o -> pourConnue(o, prete, sujet, auteur))
                .orElseGet(() -> pourNouvelle(prete, code, sujet, auteur));
    }

    private ExamenLigne pourNouvelle(Lue lue, String code, String sujet, Agent auteur) {
        return new ExamenLigne(
                StatutLigne.A_CREER, annonces(lue.aCreer()), List.of(sujet), code == null ? sujet : null, () -> {
                    OffreVue creee = gestion.creerOffre(code, avecOrganismes(lue, auteur), lue.places(), auteur);
                    lier(creee, lue, auteur);
                    return resultat(creee, "créée");
                });
    }

    /** Code of the action that the cell names; null when it is empty or says what is known already. */
    private String action(LectureRangee rangee, String cellule, OffreVue connue, Agent auteur) {
        if (cellule == null) {
            return null;
        }
        Optional<ActionVue> dite = plan.actionSiExiste(cellule.strip().toUpperCase(Locale.ROOT));
        if (dite.isEmpty()) {
            rangee.refuser(
                    TableauAnnuaire.ACTION,
                    "Aucune action du pacte n'a ce code : copiez celui de sa page, dans le plan du pacte.");
            return null;
        }
        if (connue != null && dite.get().id().equals(connue.action())) {
            return null;
        }
        if (!auteur.a(Role.RESPONSABLE_DISPOSITIFS)) {
            rangee.refuser(
                    TableauAnnuaire.ACTION,
                    "Le responsable des dispositifs dit de quelle action vient une offre : videz cette case.");
        }
        return dite.get().code();
    }

    private void lier(OffreVue offre, Lue lue, Agent auteur) {
        if (lue.action() != null) {
            plan.lier(offre.id(), lue.action(), auteur);
        }
    }

    private ExamenLigne pourConnue(OffreVue connue, Lue lue, String sujet, Agent auteur) {
        boolean fiche = !lue.fiche().equals(connue.fiche());
        boolean places = !lue.places().equals(connue.places());
        if (!fiche && !places && lue.action() == null) {
            return ExamenLigne.aJour(List.of(), List.of(sujet));
        }
        List<MessageLigne> messages = new ArrayList<>(annonces(lue.aCreer()));
        List<String> champs = Lecture.differences(
                TableauAnnuaire.cases(connue), TableauAnnuaire.cases(connue.avec(lue.fiche(), lue.places())));
        if (lue.action() != null) {
            champs.add("action du pacte");
        }
        messages.addAll(Lecture.annonce(champs));
        return new ExamenLigne(StatutLigne.A_METTRE_A_JOUR, messages, List.of(sujet), null, () -> {
            if (places) {
                gestion.ajusterPlaces(connue.id(), lue.places(), connue.places(), auteur);
            }
            if (fiche) {
                gestion.modifierOffre(connue.id(), avecOrganismes(lue, auteur), connue.version(), auteur);
            }
            lier(connue, lue, auteur);
            return resultat(connue, "mise à jour");
        });
    }

    private Optional<OffreVue> connue(String code) {
        return code == null ? Optional.empty() : annuaire.offreSiExiste(code);
    }

    private Lue lire(LectureRangee r, Map<String, String> v, OffreVue connue) {
        FicheOffre a = connue == null ? null : connue.fiche();
        boolean neuve = a == null;
        Places places = connue == null ? Places.NON_SUIVIES : connue.places();
        List<String> aCreer = new ArrayList<>();
        List<String> organismes = v.containsKey(TableauAnnuaire.ORGANISMES)
                ? organismes(v.get(TableauAnnuaire.ORGANISMES), aCreer)
                : neuve ? List.of() : a.organismes();
        Integer delai = r.entier(TableauAnnuaire.DELAI);
        LocalDate debut = r.date(TableauAnnuaire.DEBUT);
        LocalDate fin = r.date(TableauAnnuaire.FIN);
        FicheOffre fiche = new FicheOffre(
                v.getOrDefault(TableauAnnuaire.TITRE, neuve ? null : a.titre()),
                v.getOrDefault(TableauAnnuaire.DESCRIPTION, neuve ? null : a.description()),
                v.containsKey(TableauAnnuaire.OBJECTIF)
                        ? Lecture.code(
                                v.get(TableauAnnuaire.OBJECTIF),
                                nomenclature.objectifs(),
                                Nomenclature.Objectif::code,
                                Nomenclature.Objectif::libelle)
                        : neuve ? null : a.objectif(),
                v.getOrDefault(TableauAnnuaire.OBJECTIF_OPERATIONNEL, neuve ? null : a.objectifOperationnel()),
                organismes,
                v.containsKey(TableauAnnuaire.PUBLICS)
                        ? TableauAnnuaire.liste(v.get(TableauAnnuaire.PUBLICS)).stream()
                                .map(p -> Lecture.code(
                                        p,
                                        nomenclature.publics(),
                                        Nomenclature.PublicVise::code,
                                        Nomenclature.PublicVise::libelle))
                                .toList()
                        : neuve ? List.of() : a.publics(),
                v.getOrDefault(TableauAnnuaire.CONDITIONS, neuve ? null : a.conditions()),
                v.containsKey(TableauAnnuaire.QUARTIERS)
                        ? TableauAnnuaire.liste(v.get(TableauAnnuaire.QUARTIERS))
                        : neuve ? List.of() : a.quartiers(),
                v.containsKey(TableauAnnuaire.LANGUES)
                        ? Lecture.langues(TableauAnnuaire.liste(v.get(TableauAnnuaire.LANGUES)), nomenclature)
                        : neuve ? List.of() : a.langues(),
                delai != null || neuve ? delai : a.delaiPremierRendezVous(),
                v.getOrDefault(TableauAnnuaire.COUT, neuve ? null : a.cout()),
                debut != null || neuve ? debut : a.debut(),
                fin != null || neuve ? fin : a.fin());
        return new Lue(fiche, places(r, places), List.copyOf(aCreer), null);
    }

    private static Places places(LectureRangee r, Places avant) {
        Integer total = r.entier(TableauAnnuaire.PLACES);
        Integer prises = r.entier(TableauAnnuaire.PRISES);
        Integer attente = r.entier(TableauAnnuaire.ATTENTE);
        return new Places(
                total == null ? avant.total() : total,
                Objects.requireNonNullElse(prises, avant.prises()),
                Objects.requireNonNullElse(attente, avant.attente()));
    }

    /** Codes of the organisations named by code or by name; the unknown names are kept as they are, and added to the list. */
    private List<String> organismes(String cellule, List<String> aCreer) {
        List<OrganismeRef> connus = annuaire.organismes();
        Set<String> codes = connus.stream().map(OrganismeRef::code).collect(Collectors.toSet());
        List<String> lus = new ArrayList<>();
        for (String nom : TableauAnnuaire.liste(cellule)) {
            String code = codes.contains(nom) ? nom : Lecture.code(nom, connus, OrganismeRef::code, OrganismeRef::nom);
            lus.add(code);
            if (!codes.contains(code)) {
                aCreer.add(code);
            }
        }
        return lus;
    }

    private FicheOffre avecOrganismes(Lue lue, Agent auteur) {
        FicheOffre f = lue.fiche();
        List<String> codes = f.organismes().stream()
                .map(nom -> lue.aCreer().contains(nom) ? codeDe(nom, auteur) : nom)
                .toList();
        return f.avecOrganismes(codes);
    }

    /** Another row of the file may have made it since the preview. */
    private String codeDe(String nom, Agent auteur) {
        return annuaire.organismes().stream()
                .filter(o -> o.nom().equals(nom) || o.code().equals(nom))
                .map(OrganismeRef::code)
                .findFirst()
                .orElseGet(() -> gestion.creerOrganisme(
                                null,
                                new FicheOrganisme(
                                        nom, NATURE_A_PRECISER, null, null, List.of(), List.of(), List.of(), List.of()),
                                auteur)
                        .code());
    }

    private static List<MessageLigne> annonces(List<String> aCreer) {
        return aCreer.stream()
                .map(nom -> MessageLigne.information("L'organisme « " + nom
                        + " » n'est pas dans l'annuaire : il sera créé avec ce seul nom, à compléter ensuite."))
                .toList();
    }

    private static ResultatLigne resultat(OffreVue o, String fait) {
        return new ResultatLigne(null, null, null, "Offre " + fait + " : " + o.code() + ".");
    }
}
