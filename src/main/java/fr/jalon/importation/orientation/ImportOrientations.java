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
import fr.jalon.usager.Ressemblance;
import fr.jalon.usager.SuiviDesPersonnes;
import java.time.LocalDate;
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

    /** Question about the housing, and its answer that leaves no address to write. */
    private static final String HEBERGEMENT = "hebergement";

    private static final String SANS_LOGEMENT = "SANS";
    private static final List<ColonneImport> COLONNES = ColonnesOrientation.toutes();

    private final Personnes personnes;
    private final Dossiers dossiers;
    private final DemandesOrientation demandes;
    private final Orientations orientations;
    private final RapprochementPersonne rapprochement;
    private final ControleSituation controle;
    private final DestinationProposee destination;
    private final ClesImport cles;
    private final SuiviDesPersonnes suivi;

    ImportOrientations(
            Personnes personnes,
            Dossiers dossiers,
            DemandesOrientation demandes,
            Orientations orientations,
            RapprochementPersonne rapprochement,
            ControleSituation controle,
            DestinationProposee destination,
            ClesImport cles,
            SuiviDesPersonnes suivi) {
        this.personnes = personnes;
        this.dossiers = dossiers;
        this.demandes = demandes;
        this.orientations = orientations;
        this.rapprochement = rapprochement;
        this.controle = controle;
        this.destination = destination;
        this.cles = cles;
        this.suivi = suivi;
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

    /**
     * A row read without any fault in its cells.
     *
     * @param fiche what is written
     * @param cherchee what the person is looked for by
     */
    private record Lue(
            FichePersonne fiche,
            FichePersonne cherchee,
            LocalDate droit,
            Map<String, Object> situation,
            String antenne,
            Agent auteur,
            String reponse,
            List<MessageLigne> remarques) {

        /** A homonym that somebody told apart is another subject, and her right another right. */
        String identite() {
            return FicheLue.identite(fiche) + RapprochementPersonne.distinction(fiche, reponse);
        }

        List<String> sujets() {
            return FicheLue.sujets(cherchee, RapprochementPersonne.distinction(fiche, reponse));
        }

        String cle() {
            return "orientation\n" + identite() + "\n" + droit;
        }
    }

    @Override
    public List<String> sujetsLus(Map<String, String> valeurs) {
        return FicheLue.sujetsLus(valeurs);
    }

    @Override
    public ExamenLigne examiner(Map<String, String> valeurs, Agent auteur) {
        LectureRangee rangee = new LectureRangee(valeurs);
        Map<String, Object> situation = SituationOrientation.lire(rangee);
        FichePersonne fiche = FicheLue.lire(rangee, SANS_LOGEMENT.equals(situation.get(HEBERGEMENT)));
        LocalDate droit = rangee.exigerDate(ColonnesOrientation.DROIT);
        verifierAnciennete(rangee, droit);
        String antenne = verifierPersonne(rangee, fiche, auteur);
        verifierSituation(rangee, fiche, droit, situation);
        if (rangee.enErreur()) {
            return ExamenLigne.enErreur(rangee.erreurs(), List.of());
        }
        String reponse = RapprochementPersonne.reponse(rangee);
        FichePersonne cherchee = FicheLue.pourChercher(rangee, fiche);
        Lue lue =
                new Lue(fiche, cherchee, droit, situation, antenne, auteur, reponse, FicheLue.remarques(rangee, fiche));
        try {
            Optional<PersonneVue> memeDroit = duMemeDroit(lue);
            if (memeDroit.isPresent()) {
                return pourConnue(lue, memeDroit.get());
            }
            RapprochementPersonne.Resultat trouve = rapprochement.chercher(lue.cherchee(), reponse, auteur);
            return trouve.connue().isPresent()
                    ? pourConnue(lue, trouve.connue().get())
                    : aCreer(lue, RapprochementPersonne.ressemblances(trouve.proches()), null, List.of());
        } catch (SaisieInvalide e) {
            rangee.refuser(e.erreurs(), RapprochementPersonne.COLONNES);
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

    /**
     * The person whose orientation was already opened for this very right: same name, same birth, and the same day on which the right
     * was known. Her new contacts are hers, even when both changed, unless the row bears a number that may be another's, or somebody else
     * of that name and birth is known: a whole file may hold one day, so a homonym is then asked about.
     */
    private Optional<PersonneVue> duMemeDroit(Lue lue) {
        if (lue.reponse() != null) {
            return Optional.empty();
        }
        return cles.connue(CODE, lue.cle())
                .map(deja -> personnes.parId(dossiers.parId(deja.dossierId()).personneId()))
                .filter(p -> lue.cherchee().nir() == null || p.nirMasque() == null)
                .filter(p -> personnes.doublons(lue.cherchee(), lue.auteur()).stream()
                        .filter(d ->
                                d.certain() || d.degre() == Ressemblance.MEME || d.degre() == Ressemblance.A_CHOISIR)
                        .allMatch(d -> d.personne().id().equals(p.id())));
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
            dossiers.verifierDepot(
                    DemandesOrientation.DISPOSITIF, fiche.dateNaissance().ageLe(droit), droit);
        } catch (SaisieInvalide e) {
            rangee.refuser(
                    e.erreurs(),
                    Map.of("dateDepot", ColonnesOrientation.DROIT, "usagerId", ColonnesPersonne.NAISSANCE));
        }
        rangee.refuser(controle.fautes(situation, fiche.dateNaissance().ageLe(droit)), SituationOrientation.colonnes());
    }

    private ExamenLigne pourConnue(Lue lue, PersonneVue personne) {
        if (personne.decedeeLe() != null) {
            return refus(lue, "Cette personne est décédée : aucune orientation ne peut être ouverte à son nom.");
        }
        if (!suivi.suit(personne, lue.auteur())) {
            return refus(lue, "Une autre antenne suit cette personne : c'est à elle d'ouvrir son orientation.");
        }
        Optional<ClesImport.Connue> identique = cles.connue(CODE, lue.cle());
        if (identique.isPresent()) {
            return pourIdentique(lue, personne, identique.get());
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
        List<String> changements = RapprochementPersonne.changements(personne, lue.fiche());
        List<String> messages = new ArrayList<>();
        messages.add("Personne connue : " + RapprochementPersonne.decrire(personne) + ".");
        orientations
                .enCours(personne.id())
                .ifPresent(o -> messages.add("Elle est déjà suivie : "
                        + o.parcours().libelle().toLowerCase(java.util.Locale.FRENCH)
                        + ". Une nouvelle orientation remplacera celle-ci."));
        annonce(changements).ifPresent(messages::add);
        return aCreer(lue, messages, personne, changements);
    }

    /** The orientation is known: only what the row newly says of the person is written. */
    private ExamenLigne pourIdentique(Lue lue, PersonneVue personne, ClesImport.Connue deja) {
        boolean visible = lue.auteur().portee().couvre(deja.antenne());
        List<MessageLigne> messages = new ArrayList<>(List.of(MessageLigne.information(
                "Cette orientation est déjà ouverte" + (visible ? " : dossier " + deja.numero() + "." : "."))));
        List<String> changements = RapprochementPersonne.changements(personne, lue.fiche());
        if (changements.isEmpty()) {
            return ExamenLigne.aJour(messages, lue.sujets());
        }
        messages.addAll(lue.remarques());
        annonce(changements).ifPresent(dit -> messages.add(MessageLigne.information(dit)));
        return new ExamenLigne(StatutLigne.A_METTRE_A_JOUR, messages, lue.sujets(), null, () -> {
            modifier(lue, personne);
            return new ResultatLigne(
                    deja.dossierId(), deja.numero(), deja.antenne(), "Fiche de la personne mise à jour.");
        });
    }

    private static Optional<String> annonce(List<String> changements) {
        return changements.isEmpty()
                ? Optional.empty()
                : Optional.of("Sa fiche sera mise à jour : " + String.join(", ", changements) + ".");
    }

    private PersonneVue modifier(Lue lue, PersonneVue personne) {
        return personnes.modifier(
                personne.id(),
                RapprochementPersonne.fusionner(personne, lue.fiche()),
                personne.version(),
                lue.auteur());
    }

    private ExamenLigne aCreer(Lue lue, List<String> dits, PersonneVue connue, List<String> changements) {
        DestinationProposee.Destination ou = destination.de(
                lue.situation(), lue.fiche().dateNaissance(), quartier(lue, connue), langue(lue, connue));
        List<MessageLigne> messages = new ArrayList<>(lue.remarques());
        dits.forEach(dit -> messages.add(MessageLigne.information(dit)));
        messages.add(MessageLigne.information(ou.phrase()));
        return new ExamenLigne(
                changements.isEmpty() ? StatutLigne.A_CREER : StatutLigne.A_METTRE_A_JOUR,
                messages,
                lue.sujets(),
                lue.cle(),
                ou.reperes(),
                () -> ouvrir(lue, changements.isEmpty() ? connue : modifier(lue, connue)));
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
