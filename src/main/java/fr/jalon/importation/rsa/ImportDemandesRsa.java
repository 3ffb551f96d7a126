package fr.jalon.importation.rsa;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.importation.ClesImport;
import fr.jalon.importation.ColonneImport;
import fr.jalon.importation.ExamenLigne;
import fr.jalon.importation.MessageLigne;
import fr.jalon.importation.ResultatLigne;
import fr.jalon.importation.StatutLigne;
import fr.jalon.importation.TypeImport;
import fr.jalon.importation.lecture.LectureRangee;
import fr.jalon.importation.personne.ColonnesPersonne;
import fr.jalon.importation.personne.FicheLue;
import fr.jalon.importation.personne.RapprochementPersonne;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.rsa.ReferentielRsa;
import fr.jalon.usager.Doublon;
import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.FoyersProbables;
import fr.jalon.usager.Naissance;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** RSA claims: one row, one household. A known person is used again; an identical claim is not filed twice. */
@Component
class ImportDemandesRsa implements TypeImport {

    static final String CODE = "demandes-rsa";
    private static final List<ColonneImport> COLONNES = ColonnesDemandeRsa.toutes();

    /** Code of a housing without any address. */
    private static final String SANS_DOMICILE = "SANS_DOMICILE_STABLE";

    private final Personnes personnes;
    private final Dossiers dossiers;
    private final DemandesRsa demandes;
    private final RapprochementPersonne rapprochement;
    private final FoyersProbables foyers;
    private final ClesImport cles;
    private final ReferentielRsa referentiel;

    ImportDemandesRsa(
            Personnes personnes,
            Dossiers dossiers,
            DemandesRsa demandes,
            RapprochementPersonne rapprochement,
            FoyersProbables foyers,
            ClesImport cles,
            ReferentielRsa referentiel) {
        this.personnes = personnes;
        this.dossiers = dossiers;
        this.demandes = demandes;
        this.rapprochement = rapprochement;
        this.foyers = foyers;
        this.cles = cles;
        this.referentiel = referentiel;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String libelle() {
        return "Demandes de RSA";
    }

    @Override
    public String explication() {
        return "Une ligne par foyer : la personne est créée ou retrouvée, sa demande est déposée.";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ACCUEIL, Role.INSTRUCTEUR, Role.RESPONSABLE_ANTENNE);
    }

    @Override
    public List<ColonneImport> colonnes() {
        return COLONNES;
    }

    @Override
    public Optional<ColonneImport> colonneNommee(String titre) {
        return MoisDeRessource.lire(titre).map(ColonnesDemandeRsa::mois);
    }

    @Override
    public List<ColonneImport> colonnesDuModele(LocalDate jour) {
        return ColonnesDemandeRsa.toutes(referentiel.moisDeReference(jour));
    }

    /** With the months of the row's own receipt, so that a missing one is filled in there; and whatever the row has besides. */
    @Override
    public List<ColonneImport> colonnesDe(Map<String, String> valeurs) {
        LocalDate depot = new LectureRangee(valeurs).date(ColonnesDemandeRsa.DEPOT);
        if (depot == null) {
            return ColonnesDemandeRsa.toutes(List.of());
        }
        List<ColonneImport> colonnes = new ArrayList<>(colonnesDuModele(depot));
        valeurs.keySet().stream()
                .filter(nom -> colonnes.stream().noneMatch(c -> c.nom().equals(nom)))
                .flatMap(nom -> colonne(nom).stream())
                .toList()
                .forEach(colonnes::add);
        return colonnes;
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

    /**
     * A row read without any fault in its cells.
     *
     * @param fiche what is written
     * @param cherchee what the person is looked for by
     */
    private record Lue(
            FichePersonne fiche,
            FichePersonne cherchee,
            Canal canal,
            SituationLue situation,
            String antenne,
            Agent auteur,
            String reponse,
            List<MessageLigne> remarques,
            List<MessageLigne> dits) {

        /** A homonym that somebody told apart is another subject, and her claim another claim. */
        String identite() {
            return FicheLue.identite(fiche) + RapprochementPersonne.distinction(fiche, reponse);
        }

        List<String> sujets() {
            return FicheLue.sujets(cherchee, RapprochementPersonne.distinction(fiche, reponse));
        }

        String cle() {
            return cle(identite());
        }

        String cle(String identite) {
            return "demande\n" + identite + "\n" + situation.donnees();
        }
    }

    @Override
    public List<String> sujetsLus(Map<String, String> valeurs) {
        return FicheLue.sujetsLus(valeurs);
    }

    @Override
    public ExamenLigne examiner(Map<String, String> valeurs, Agent auteur) {
        LectureRangee rangee = new LectureRangee(valeurs);
        FichePersonne fiche = FicheLue.lire(rangee, sansDomicile(rangee));
        Canal canal = canal(rangee);
        LocalDate depot = rangee.exigerDate(ColonnesDemandeRsa.DEPOT);
        SituationLue situation = SituationLue.lire(
                rangee, depot, depot == null ? List.of() : referentiel.moisDeReference(depot), referentiel::parMois);
        String antenne = verifierPersonne(rangee, fiche, auteur);
        if (fiche.dateNaissance() != null && depot != null) {
            verifierDemande(rangee, fiche.dateNaissance(), situation);
        }
        if (rangee.enErreur()) {
            return ExamenLigne.enErreur(rangee.erreurs(), List.of());
        }
        String reponse = RapprochementPersonne.reponse(rangee);
        Lue lue = new Lue(
                fiche,
                FicheLue.pourChercher(rangee, fiche),
                canal,
                situation,
                antenne,
                auteur,
                reponse,
                FicheLue.remarques(rangee, fiche),
                rangee.dits());
        try {
            RapprochementPersonne.Resultat trouve = rapprochement.chercher(lue.cherchee(), reponse, auteur);
            return trouve.connue()
                    .map(personne -> pourConnue(lue, personne))
                    .orElseGet(() -> pourNouvelle(lue, trouve.proches()));
        } catch (SaisieInvalide e) {
            rangee.refuser(e.erreurs(), RapprochementPersonne.COLONNES);
            return ExamenLigne.enErreur(rangee.erreurs(), lue.sujets());
        }
    }

    private static boolean sansDomicile(LectureRangee rangee) {
        return SANS_DOMICILE.equals(rangee.code(ColonnesDemandeRsa.LOGEMENT));
    }

    private static Canal canal(LectureRangee rangee) {
        if (rangee.exiger(ColonnesDemandeRsa.CANAL) == null) {
            return null;
        }
        String code = rangee.code(ColonnesDemandeRsa.CANAL);
        try {
            return Canal.lire("COURRIER".equals(code) || "COURRIER_PAPIER".equals(code) ? "PAPIER" : code);
        } catch (SaisieInvalide e) {
            rangee.refuser(ColonnesDemandeRsa.CANAL, "Écrivez guichet, rendez-vous, en ligne ou papier.");
            return null;
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

    private void verifierDemande(LectureRangee rangee, Naissance naissance, SituationLue situation) {
        try {
            demandes.verifier(naissance, situation.donnees());
        } catch (SaisieInvalide e) {
            rangee.refuser(
                    e.erreurs().stream()
                            .map(f -> new ErreurChamp(f.champ().replaceFirst("^donnees\\.", ""), f.message()))
                            .toList(),
                    situation.colonnes());
        }
    }

    private ExamenLigne pourNouvelle(Lue lue, List<Doublon> proches) {
        List<MessageLigne> messages = new ArrayList<>(lue.remarques());
        RapprochementPersonne.ressemblances(proches).forEach(dit -> messages.add(MessageLigne.information(dit)));
        annoncerLAntenne(lue, lue.antenne(), messages);
        annoncerLeFoyer(lue, foyers.de(lue.fiche()), messages);
        messages.addAll(lue.dits());
        return new ExamenLigne(
                        StatutLigne.A_CREER,
                        messages,
                        lue.sujets(),
                        lue.cle(),
                        () -> deposer(lue, personnes.creer(lue.fiche(), lue.auteur())))
                .avecFoyers(MarquesDuFoyer.de(lue.fiche()));
    }

    private ExamenLigne pourConnue(Lue lue, PersonneVue personne) {
        if (personne.decedeeLe() != null) {
            return refus(
                    lue,
                    "Cette personne est décédée le "
                            + Horloge.enMots(personne.decedeeLe())
                            + " : aucune demande ne peut être ouverte à son nom.");
        }
        Optional<ClesImport.Connue> identique = Stream.concat(
                        Stream.of(lue.identite()), FicheLue.identites(personne).stream())
                .flatMap(identite -> cles.connue(CODE, lue.cle(identite)).stream())
                .findFirst();
        if (identique.isPresent()) {
            return pourIdentique(lue, personne, identique.get());
        }
        Optional<DossierVue> ouvert = ouvert(personne);
        if (ouvert.isPresent()) {
            return refus(
                    lue,
                    lue.auteur().portee().couvre(ouvert.get().antenne())
                            ? "Cette personne a déjà une demande ouverte : "
                                    + ouvert.get().numero() + ". Complétez-la au lieu d'en créer une autre."
                            : "Cette personne a déjà une demande ouverte dans une autre antenne. Joignez cette antenne.");
        }
        List<String> changements = RapprochementPersonne.changements(personne, lue.fiche());
        List<MessageLigne> messages = new ArrayList<>(List.of(MessageLigne.information(
                "Personne connue : " + RapprochementPersonne.decrire(personne) + "." + dernierDossier(personne, lue))));
        messages.addAll(lue.remarques());
        annoncer(changements, messages);
        annoncerLeFoyer(lue, foyers.de(lue.fiche(), personne), messages);
        annoncerLAntenne(lue, lue.fiche().quartier() == null ? personne.antenne() : lue.antenne(), messages);
        messages.addAll(lue.dits());
        return new ExamenLigne(
                        changements.isEmpty() ? StatutLigne.A_CREER : StatutLigne.A_METTRE_A_JOUR,
                        messages,
                        lue.sujets(),
                        lue.cle(),
                        () -> deposer(lue, changements.isEmpty() ? personne : modifier(lue, personne)))
                .avecFoyers(MarquesDuFoyer.de(lue.fiche()));
    }

    /** Another open claim of what seems to be the same foyer is told, never refused (CASF, art. L262-2). */
    private void annoncerLeFoyer(Lue lue, List<FoyersProbables.Proche> proches, List<MessageLigne> messages) {
        for (FoyersProbables.Proche proche : proches) {
            ouvert(proche.personne())
                    .ifPresent(dossier -> messages.add(
                            MessageLigne.information(DemandesRsa.memeFoyer(proche, dossier, lue.auteur()))));
        }
    }

    private ExamenLigne pourIdentique(Lue lue, PersonneVue personne, ClesImport.Connue deja) {
        boolean visible = lue.auteur().portee().couvre(deja.antenne());
        List<MessageLigne> messages = new ArrayList<>(List.of(MessageLigne.information(
                "Cette demande est déjà déposée" + (visible ? " : dossier " + deja.numero() + "." : "."))));
        List<String> changements = RapprochementPersonne.changements(personne, lue.fiche());
        if (changements.isEmpty()) {
            return ExamenLigne.aJour(messages, lue.sujets());
        }
        annoncer(changements, messages);
        return new ExamenLigne(StatutLigne.A_METTRE_A_JOUR, messages, lue.sujets(), null, () -> {
            modifier(lue, personne);
            return new ResultatLigne(
                    deja.dossierId(), deja.numero(), deja.antenne(), "Fiche de la personne mise à jour.");
        });
    }

    private Optional<DossierVue> ouvert(PersonneVue personne) {
        return dossiers.ouvertsDe(personne.id()).stream()
                .map((UUID id) -> dossiers.parId(id))
                .filter(d -> d.dispositif().equals(DemandesRsa.DISPOSITIF))
                .findFirst();
    }

    private String dernierDossier(PersonneVue personne, Lue lue) {
        return dossiers.dePersonne(personne.id(), lue.auteur()).stream()
                .filter(d -> d.dispositif().equals(DemandesRsa.DISPOSITIF) && d.clos())
                .findFirst()
                .map(d -> " Son dernier dossier, " + d.numero() + ", est terminé : "
                        + d.issue().libelle().toLowerCase(java.util.Locale.FRENCH) + ".")
                .orElse("");
    }

    private static void annoncer(List<String> changements, List<MessageLigne> messages) {
        if (!changements.isEmpty()) {
            messages.add(
                    MessageLigne.information("Sa fiche sera mise à jour : " + String.join(", ", changements) + "."));
        }
    }

    private static void annoncerLAntenne(Lue lue, String antenne, List<MessageLigne> messages) {
        if (!lue.auteur().portee().couvre(antenne)) {
            messages.add(MessageLigne.information(
                    "Son quartier relève d'une autre antenne : le dossier y sera ouvert, vous ne le verrez pas."));
        }
    }

    private PersonneVue modifier(Lue lue, PersonneVue personne) {
        return personnes.modifier(
                personne.id(),
                RapprochementPersonne.fusionner(personne, lue.fiche()),
                personne.version(),
                lue.auteur());
    }

    private ResultatLigne deposer(Lue lue, PersonneVue personne) {
        DossierVue dossier =
                demandes.deposer(personne.id(), lue.canal(), lue.situation().donnees(), lue.auteur());
        return new ResultatLigne(dossier.id(), dossier.numero(), dossier.antenne(), "Demande déposée.");
    }

    private static ExamenLigne refus(Lue lue, String message) {
        return ExamenLigne.enErreur(List.of(MessageLigne.erreur("", message)), lue.sujets());
    }
}
