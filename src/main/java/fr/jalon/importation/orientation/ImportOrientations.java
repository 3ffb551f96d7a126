package fr.jalon.importation.orientation;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.importation.ClesImport;
import fr.jalon.importation.ColonneImport;
import fr.jalon.importation.ExamenLigne;
import fr.jalon.importation.MessageLigne;
import fr.jalon.importation.RepartitionArrivees;
import fr.jalon.importation.ResultatLigne;
import fr.jalon.importation.StatutLigne;
import fr.jalon.importation.TypeImport;
import fr.jalon.importation.lecture.LectureRangee;
import fr.jalon.importation.personne.ColonnesPersonne;
import fr.jalon.importation.personne.FicheLue;
import fr.jalon.importation.personne.RapprochementPersonne;
import fr.jalon.orientation.ControleSituation;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.orientation.Orientations;
import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Newcomers to orient: one row, one person whose right is open. Each row says what the tables propose before anything is written. */
@Component
class ImportOrientations implements TypeImport {

    static final String CODE = RepartitionArrivees.TYPE;
    private static final List<ColonneImport> COLONNES = ColonnesOrientation.toutes();

    private final Personnes personnes;
    private final Dossiers dossiers;
    private final DemandesOrientation demandes;
    private final Orientations orientations;
    private final RapprochementPersonne rapprochement;
    private final ControleSituation controle;
    private final DestinationProposee destination;
    private final ClesImport cles;

    ImportOrientations(
            Personnes personnes,
            Dossiers dossiers,
            DemandesOrientation demandes,
            Orientations orientations,
            RapprochementPersonne rapprochement,
            ControleSituation controle,
            DestinationProposee destination,
            ClesImport cles) {
        this.personnes = personnes;
        this.dossiers = dossiers;
        this.demandes = demandes;
        this.orientations = orientations;
        this.rapprochement = rapprochement;
        this.controle = controle;
        this.destination = destination;
        this.cles = cles;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String libelle() {
        return "Personnes à orienter";
    }

    @Override
    public String explication() {
        return "Une ligne par personne dont le droit est ouvert : Jalon dit qui irait où, puis ouvre son orientation.";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE, Role.RESPONSABLE_DISPOSITIFS);
    }

    @Override
    public List<ColonneImport> colonnes() {
        return COLONNES;
    }

    @Override
    public String intitule(Map<String, String> valeurs) {
        return (valeurs.getOrDefault(ColonnesPersonne.PRENOMS, "") + " "
                        + valeurs.getOrDefault(ColonnesPersonne.NOM, "sans nom"))
                .strip();
    }

    @Override
    public String precision(Map<String, String> valeurs) {
        return valeurs.get(ColonnesPersonne.NAISSANCE);
    }

    @Override
    public String explication(StatutLigne statut, boolean ecrit) {
        return statut == StatutLigne.A_CREER
                ? ecrit
                        ? "Une orientation est ouverte pour chacune."
                        : "Une orientation sera ouverte pour chacune. Rien n'est décidé sans un professionnel."
                : TypeImport.super.explication(statut, ecrit);
    }

    /** A row read without any fault in its cells. */
    private record Lue(
            FichePersonne fiche, LocalDate droit, Map<String, Object> situation, String antenne, Agent auteur) {

        List<String> sujets() {
            List<String> sujets = new ArrayList<>(List.of("personne\n" + FicheLue.identite(fiche)));
            if (fiche.nir() != null) {
                sujets.add("nir\n" + fiche.nir());
            }
            return sujets;
        }

        String cle() {
            return "orientation\n" + FicheLue.identite(fiche) + "\n" + droit;
        }
    }

    @Override
    public ExamenLigne examiner(Map<String, String> valeurs, Agent auteur) {
        LectureRangee rangee = new LectureRangee(valeurs);
        FichePersonne fiche = FicheLue.lire(rangee);
        LocalDate droit = rangee.exigerDate(ColonnesOrientation.DROIT);
        Map<String, Object> situation = SituationOrientation.lire(rangee);
        verifierAnciennete(rangee, droit);
        String antenne = verifierPersonne(rangee, fiche, auteur);
        verifierSituation(rangee, fiche, droit, situation);
        if (rangee.enErreur()) {
            return ExamenLigne.enErreur(rangee.erreurs(), List.of());
        }
        Lue lue = new Lue(fiche, droit, situation, antenne, auteur);
        try {
            RapprochementPersonne.Resultat trouve = rapprochement.chercher(fiche);
            return trouve.connue().isPresent()
                    ? pourConnue(lue, trouve.connue().get())
                    : aCreer(lue, RapprochementPersonne.ressemblances(trouve.proches()), null);
        } catch (SaisieInvalide e) {
            rangee.refuser(e.erreurs(), Map.of(ColonnesPersonne.NIR, ColonnesPersonne.NIR));
            return ExamenLigne.enErreur(rangee.erreurs(), lue.sujets());
        }
    }

    /** A day that is old by mistake is told before anything is written. */
    private void verifierAnciennete(LectureRangee rangee, LocalDate droit) {
        boolean declaree = rangee.present(ColonnesOrientation.PASSEE)
                && Boolean.TRUE.equals(rangee.ouiNon(ColonnesOrientation.PASSEE));
        if (!declaree && demandes.ancienne(droit)) {
            rangee.refuser(
                    ColonnesOrientation.DROIT,
                    "Ce jour est ancien : vérifiez-le, ou écrivez oui dans la colonne « Demande ancienne ».");
        }
    }

    private String verifierPersonne(LectureRangee rangee, FichePersonne fiche, Agent auteur) {
        try {
            return personnes.verifier(fiche, auteur);
        } catch (SaisieInvalide e) {
            rangee.refuser(e.erreurs(), FicheLue.COLONNES);
            return null;
        }
    }

    private void verifierSituation(
            LectureRangee rangee, FichePersonne fiche, LocalDate droit, Map<String, Object> situation) {
        if (fiche.dateNaissance() == null || droit == null) {
            return;
        }
        try {
            dossiers.verifierDepot(DemandesOrientation.DISPOSITIF, age(fiche, droit), droit);
        } catch (SaisieInvalide e) {
            rangee.refuser(
                    e.erreurs(),
                    Map.of("dateDepot", ColonnesOrientation.DROIT, "usagerId", ColonnesPersonne.NAISSANCE));
        }
        rangee.refuser(controle.fautes(situation, age(fiche, droit)), SituationOrientation.colonnes());
    }

    private static int age(FichePersonne fiche, LocalDate jour) {
        return Period.between(fiche.dateNaissance(), jour).getYears();
    }

    private ExamenLigne pourConnue(Lue lue, PersonneVue personne) {
        if (personne.decedeeLe() != null) {
            return refus(lue, "Cette personne est décédée : aucune orientation ne peut être ouverte à son nom.");
        }
        Optional<ClesImport.Connue> identique = cles.connue(CODE, lue.cle());
        if (identique.isPresent()) {
            boolean visible = lue.auteur().portee().couvre(identique.get().antenne());
            return ExamenLigne.aJour(
                    List.of(MessageLigne.information("Cette orientation est déjà ouverte"
                            + (visible ? " : dossier " + identique.get().numero() + "." : "."))),
                    lue.sujets());
        }
        Optional<DossierVue> ouvert = dossiers.ouvertsDe(personne.id()).stream()
                .map((java.util.UUID id) -> dossiers.parId(id))
                .filter(d -> d.dispositif().equals(DemandesOrientation.DISPOSITIF))
                .findFirst();
        if (ouvert.isPresent()) {
            return refus(
                    lue,
                    lue.auteur().portee().couvre(ouvert.get().antenne())
                            ? "Une orientation est déjà ouverte pour elle : "
                                    + ouvert.get().numero() + "."
                            : "Une orientation est déjà ouverte pour elle dans une autre antenne.");
        }
        List<String> messages = new ArrayList<>();
        messages.add("Personne connue : " + RapprochementPersonne.decrire(personne) + ".");
        orientations
                .enCours(personne.id())
                .ifPresent(o -> messages.add("Elle est déjà suivie : "
                        + o.parcours().libelle().toLowerCase(java.util.Locale.FRENCH)
                        + ". Une nouvelle orientation remplacera celle-ci."));
        return aCreer(lue, messages, personne);
    }

    private ExamenLigne aCreer(Lue lue, List<String> dits, PersonneVue connue) {
        DestinationProposee.Destination ou = destination.de(
                lue.situation(), age(lue.fiche(), lue.droit()), quartier(lue, connue), langue(lue, connue));
        List<MessageLigne> messages = new ArrayList<>();
        dits.forEach(dit -> messages.add(MessageLigne.information(dit)));
        messages.add(MessageLigne.information(ou.phrase()));
        return new ExamenLigne(
                StatutLigne.A_CREER, messages, lue.sujets(), lue.cle(), ou.reperes(), () -> ouvrir(lue, connue));
    }

    private static String quartier(Lue lue, PersonneVue connue) {
        return lue.fiche().quartier() != null || connue == null ? lue.fiche().quartier() : connue.quartier();
    }

    private static String langue(Lue lue, PersonneVue connue) {
        return lue.fiche().langue() != null || connue == null ? lue.fiche().langue() : connue.langue();
    }

    private ResultatLigne ouvrir(Lue lue, PersonneVue connue) {
        PersonneVue personne = connue == null ? personnes.creer(lue.fiche(), lue.auteur()) : connue;
        DossierVue dossier =
                demandes.ouvrir(personne.id(), null, Canal.PAPIER, lue.droit(), lue.situation(), lue.auteur());
        return new ResultatLigne(dossier.id(), dossier.numero(), dossier.antenne(), "Orientation ouverte.");
    }

    private static ExamenLigne refus(Lue lue, String message) {
        return ExamenLigne.enErreur(List.of(MessageLigne.erreur("", message)), lue.sujets());
    }
}
