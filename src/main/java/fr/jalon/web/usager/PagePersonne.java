package fr.jalon.web.usager;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Langues;
import fr.jalon.commun.Textes;
import fr.jalon.dispositif.Dispositifs;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.PreuvesDeces;
import fr.jalon.dossier.SignalementsDePersonnes;
import fr.jalon.moteur.ModelesDeParcours;
import fr.jalon.orientation.ReferentUnique;
import fr.jalon.prescription.Partages;
import fr.jalon.prescription.Prescriptions;
import fr.jalon.prescription.PropositionVue;
import fr.jalon.usager.AdressesFausses;
import fr.jalon.usager.ConsentementVue;
import fr.jalon.usager.Consentements;
import fr.jalon.usager.Domiciliation;
import fr.jalon.usager.Foyers;
import fr.jalon.usager.LienFoyer;
import fr.jalon.usager.MembreFoyerVue;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.usager.Quartiers;
import fr.jalon.usager.SuiviDesPersonnes;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import fr.jalon.web.commun.Vues.Paire;
import fr.jalon.web.dossier.Codes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a person: identity for every front desk, the rest for who follows her, dossiers only within what the reader may open. */
@Component
class PagePersonne {

    private final Personnes personnes;
    private final Foyers foyers;
    private final Consentements consentements;
    private final Dossiers dossiers;
    private final Quartiers quartiers;
    private final Antennes antennes;
    private final ChangementsDeFiche changements;
    private final Horloge horloge;
    private final Codes codes;
    private final AccueilDeLaPersonne accueil;
    private final Prescriptions prescriptions;
    private final ReferentUnique referentUnique;
    private final ModelesDeParcours modeles;
    private final AdressesFausses adresses;
    private final SuiviDesPersonnes suivi;
    private final SignalementsDePersonnes signalements;
    private final PreuvesDeces preuves;
    private final Dispositifs dispositifs;

    PagePersonne(
            Personnes personnes,
            Foyers foyers,
            Consentements consentements,
            Dossiers dossiers,
            Quartiers quartiers,
            Antennes antennes,
            ChangementsDeFiche changements,
            Horloge horloge,
            Codes codes,
            AccueilDeLaPersonne accueil,
            Prescriptions prescriptions,
            ReferentUnique referentUnique,
            ModelesDeParcours modeles,
            AdressesFausses adresses,
            SuiviDesPersonnes suivi,
            SignalementsDePersonnes signalements,
            PreuvesDeces preuves,
            Dispositifs dispositifs) {
        this.personnes = personnes;
        this.foyers = foyers;
        this.consentements = consentements;
        this.dossiers = dossiers;
        this.quartiers = quartiers;
        this.antennes = antennes;
        this.changements = changements;
        this.horloge = horloge;
        this.codes = codes;
        this.accueil = accueil;
        this.prescriptions = prescriptions;
        this.referentUnique = referentUnique;
        this.modeles = modeles;
        this.adresses = adresses;
        this.suivi = suivi;
        this.signalements = signalements;
        this.preuves = preuves;
        this.dispositifs = dispositifs;
    }

    record DossierEcran(String numero, String texte, Vues.Badge badge) {}

    record MembreEcran(UUID id, String nom, String detail, boolean present) {}

    record ConsentementEcran(UUID id, String objet, String detail, boolean enVigueur) {}

    /** Who was told something: the partner, what, until when, and whether it read it. */
    record PartageEcran(String partenaire, String quoi, String quand, Vues.Badge badge) {}

    String rendre(UUID id, Agent agent, Model model) {
        PersonneVue p = personnes.parId(id);
        LocalDate aujourdhui = horloge.aujourdhui();
        model.addAttribute("personne", p);
        model.addAttribute("identite", identite(p, aujourdhui));
        boolean suit = suivi.suit(p, agent);
        model.addAttribute("suit", suit);
        model.addAttribute("contact", contact(p, suit));
        model.addAttribute("deces", signalements.decesDe(id, agent).orElse(null));
        model.addAttribute(
                "preuves",
                preuves.toutes().stream()
                        .map(x -> new Vues.Choix(x.code(), x.libelle(), null))
                        .toList());
        model.addAttribute("adresseFausse", adresses.de(p).orElse(null));
        model.addAttribute("retour", new Vues.Lien("/usagers", "Les personnes"));
        Map<String, String> parcours = modeles.dispositifs();
        List<DossierVue> ouvrables = dossiers.dePersonne(id, agent);
        model.addAttribute(
                "dossiers", ouvrables.stream().map(d -> dossier(d, parcours)).toList());
        List<DossierVue> ailleurs = ouvrables.stream()
                .filter(d -> !d.clos() && !d.antenne().equals(p.antenne()))
                .toList();
        model.addAttribute(
                "aTransferer", ailleurs.stream().map(d -> dossier(d, parcours)).toList());
        model.addAttribute("peutTransferer", agent.aUnDe(Role.RESPONSABLE_ANTENNE));
        model.addAttribute("antenneDeLaPersonne", antennes.parCode(p.antenne()).nom());
        model.addAttribute(
                "peutEcrire", agent.aUnDe(Role.ACCUEIL, Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE));
        model.addAttribute("peutReunir", agent.a(Role.RESPONSABLE_ANTENNE));
        model.addAttribute(
                "rsaOuvert",
                ouvrables.stream().anyMatch(d -> !d.clos() && d.dispositif().equals("RSA")));
        model.addAttribute(
                "depots",
                suit && agent.aUnDe(Role.ALI, Role.RESPONSABLE_ANTENNE)
                        ? dispositifs.deposablesParFormulaire().stream()
                                .filter(code -> ouvrables.stream()
                                                .noneMatch(d -> !d.clos()
                                                        && d.dispositif().equals(code))
                                        || !dossiers.placePrise(p.id(), code))
                                .map(code -> new Vues.Lien(
                                        "/usagers/" + id + "/demandes/" + code, codes.mots("depot", code)))
                                .toList()
                        : List.of());
        model.addAttribute(
                "peutOrienter",
                suit
                        && agent.aUnDe(Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE)
                        && ouvrables.stream()
                                .noneMatch(d -> !d.clos() && d.dispositif().equals("ORI")));
        model.addAttribute(
                "membres",
                foyers.pour(id, agent).stream().map(m -> membre(m, aujourdhui)).toList());
        model.addAttribute(
                "consentements",
                consentements.pour(id, agent).stream()
                        .map(c -> consentement(c, aujourdhui))
                        .toList());
        model.addAttribute(
                "partages",
                prescriptions.dePersonne(id, agent).stream()
                        .map(PagePersonne::partage)
                        .toList());
        model.addAttribute(
                "liens",
                Arrays.stream(LienFoyer.values())
                        .map(l -> new Vues.Choix(l.name(), l.libelle(), null))
                        .toList());
        model.addAttribute(
                "changements",
                personnes.historique(id, agent).stream().map(changements::dire).toList());
        accueil.remplir(id, agent, model);
        return "usager/personne";
    }

    private List<Paire> identite(PersonneVue p, LocalDate aujourdhui) {
        return List.of(
                new Paire(
                        "Civilité",
                        ChoixPersonne.CIVILITES.stream()
                                .filter(c -> c.valeur().equals(p.civilite()))
                                .map(Vues.Choix::libelle)
                                .findFirst()
                                .orElse("")),
                new Paire(p.nomNaissance() == null ? "Nom" : "Nom d’usage", p.nom()),
                new Paire("Nom de naissance", p.nomNaissance()),
                new Paire("Prénoms", Textes.ouNull(p.prenoms())),
                new Paire(
                        "Naissance",
                        Mots.jour(p.dateNaissance())
                                + (p.decedeeLe() == null
                                        ? ", " + p.ageLe(aujourdhui).mots()
                                        : "")),
                new Paire("Numéro de sécurité sociale", p.nirMasque()),
                // What the imports and the merges name her by, when a homonym is known
                new Paire("Référence de la fiche", p.reference()));
    }

    private List<Paire> contact(PersonneVue p, boolean suit) {
        String quartier = quartiers.tous().stream()
                .filter(q -> q.code().equals(p.quartier()))
                .map(q -> q.libelle() + " (" + q.code() + ")")
                .findFirst()
                .orElse("");
        List<Paire> commun = List.of(
                new Paire("Adresse", p.adresse().replaceAll("\\s*\\n\\s*", ", ")),
                new Paire("Domiciliation", Domiciliation.mots(p.domiciliation())),
                new Paire("Quartier", quartier),
                new Paire("Antenne", antennes.parCode(p.antenne()).nom()),
                new Paire("Téléphone", p.telephone()),
                new Paire("Autres téléphones", p.autresTelephones()),
                new Paire("Courriel", p.courriel()),
                new Paire("Langue", Langues.nomSeul(p.langue())));
        if (!suit) {
            return commun;
        }
        List<Paire> tout = new ArrayList<>(commun);
        tout.add(new Paire("Référent unique", referentUnique.de(p.id()).orElse("Personne pour l’instant")));
        return tout;
    }

    private DossierEcran dossier(DossierVue d, Map<String, String> parcours) {
        return new DossierEcran(
                d.numero(),
                parcours.getOrDefault(d.dispositif(), d.dispositif()) + ", depuis le " + Mots.jour(d.deposeLe()),
                d.clos()
                        ? new Vues.Badge("neutre", d.issue().libelle())
                        : new Vues.Badge(d.horloge().suspendue() ? "attente" : "info", codes.etat(d)));
    }

    private static MembreEcran membre(MembreFoyerVue m, LocalDate aujourdhui) {
        String detail = m.lien().libelle() + ", naissance " + m.dateNaissance().quand()
                + (m.jusque() == null ? "" : ", jusqu’au " + Mots.jour(m.jusque()));
        return new MembreEcran(
                m.id(), m.prenoms() + " " + m.nom(), detail, m.jusque() == null && m.presentLe(aujourdhui));
    }

    private static ConsentementEcran consentement(ConsentementVue c, LocalDate aujourdhui) {
        String fin = c.retireLe() != null
                ? ", retiré le " + Mots.moment(c.retireLe())
                : c.jusquAu() == null ? "" : ", jusqu’au " + Mots.jour(c.jusquAu());
        return new ConsentementEcran(
                c.id(),
                c.destinataire() == null ? c.objet() : c.objet() + " : " + c.destinataire(),
                (c.finalite() == null ? "" : c.finalite() + " ") + "Donné le " + Mots.moment(c.donneLe()) + fin + ".",
                c.enVigueur(aujourdhui));
    }

    private static PartageEcran partage(PropositionVue p) {
        String lecture = p.premiereLecture() == null
                ? "jamais lu"
                : "lu le " + Mots.moment(p.premiereLecture())
                        + (p.derniereLecture().equals(p.premiereLecture())
                                ? ""
                                : ", la dernière fois le " + Mots.moment(p.derniereLecture()));
        return new PartageEcran(
                p.partenaire(),
                Partages.enUneLigne(p.donnees())
                        + (p.deLaLoi() ? ". Informé par la loi (CASF, art. L262-29), sans accord à donner." : "."),
                "Proposé le " + Mots.moment(p.proposeeLe())
                        + (p.finieLe() == null ? "" : ", arrêté le " + Mots.moment(p.finieLe())) + ", " + lecture + ".",
                new Vues.Badge(p.etat().ouverte() ? "info" : "neutre", p.etat().libelle()));
    }
}
