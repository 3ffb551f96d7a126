package fr.jalon.mobilite.parcours;

import fr.jalon.commun.Centimes;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Montant;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatPiece;
import fr.jalon.dossier.Pieces;
import fr.jalon.financement.PartDuPlan;
import fr.jalon.financement.PlanDeFinancement;
import fr.jalon.mobilite.AideProposee;
import fr.jalon.mobilite.AideVue;
import fr.jalon.mobilite.AidesMobilite;
import fr.jalon.mobilite.AutoEcole;
import fr.jalon.mobilite.DemandesMobilite;
import fr.jalon.mobilite.Instruction;
import fr.jalon.mobilite.MotifMobilite;
import fr.jalon.mobilite.ReseauAutoEcoles;
import fr.jalon.seance.DemandeAuJury;
import fr.jalon.seance.FicheCas;
import fr.jalon.seance.PersonneConcernee;
import fr.jalon.seance.PieceDuCas;
import fr.jalon.seance.SujetDeSeance;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.usager.Quartiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** An aid to mobility before the CAI: its sheet, without a name but in the place that an anonymous session hides, and the money it asks. */
@Component
class SujetMobilite implements SujetDeSeance {

    private final DemandesMobilite demandes;
    private final AidesMobilite regles;
    private final Dossiers dossiers;
    private final Personnes personnes;
    private final Pieces pieces;
    private final Quartiers quartiers;
    private final ReseauAutoEcoles reseau;

    SujetMobilite(
            DemandesMobilite demandes,
            AidesMobilite regles,
            Dossiers dossiers,
            Personnes personnes,
            Pieces pieces,
            Quartiers quartiers,
            ReseauAutoEcoles reseau) {
        this.demandes = demandes;
        this.regles = regles;
        this.dossiers = dossiers;
        this.personnes = personnes;
        this.pieces = pieces;
        this.quartiers = quartiers;
        this.reseau = reseau;
    }

    @Override
    public String question() {
        return ParcoursMobilite.QUESTION;
    }

    @Override
    public FicheCas fiche(UUID dossierId) {
        AideVue aide = demandes.aide(dossierId);
        DossierVue dossier = dossiers.parId(dossierId);
        List<FicheCas.Fait> faits = new ArrayList<>();
        faits.add(new FicheCas.Fait("Aide demandée", regles.nom(aide.nature())));
        faits.add(new FicheCas.Fait("À quoi elle servira", aide.besoin()));
        if (aide.instruction() != null) {
            faits.addAll(instruction(aide.instruction()));
        }
        if (aide.proposition() != null) {
            faits.addAll(regles(aide.proposition()));
        }
        return new FicheCas(
                "Aide à la mobilité : " + regles.nom(aide.nature()),
                personnes.parId(dossier.personneId()).nomComplet(),
                null,
                faits.stream()
                        .filter(f -> f.texte() != null && !f.texte().isBlank())
                        .toList());
    }

    private static List<FicheCas.Fait> instruction(Instruction i) {
        return List.of(
                new FicheCas.Fait("Qui serait payé", i.devis().organisme()),
                new FicheCas.Fait(
                        "Devis du " + Horloge.enMots(i.devis().date()),
                        new Montant(i.demande().cout()).enFrancais()),
                new FicheCas.Fait(
                        "Second devis",
                        i.second() == null
                                ? ""
                                : Centimes.enFrancais(i.second().cout())
                                        + (i.second().raisonDuChoix() == null
                                                ? ""
                                                : ". Pourquoi l'autre : "
                                                        + i.second().raisonDuChoix())));
    }

    private static List<FicheCas.Fait> regles(AideProposee p) {
        return List.of(
                new FicheCas.Fait("Ce que le calcul propose", new Montant(p.montant()).enFrancais()),
                new FicheCas.Fait("Pourquoi la commission décide", p.raisonDecideur()),
                new FicheCas.Fait(
                        "Ce que disent les règles",
                        String.join(
                                "\n",
                                p.motifs().stream().map(MotifMobilite::texte).toList())),
                new FicheCas.Fait("Ce qui n'est pas encore sûr", String.join("\n", p.aConfirmer())));
    }

    @Override
    public List<PieceDuCas> pieces(UUID dossierId) {
        return pieces.liste(dossierId).stream()
                .filter(p -> p.etat() == EtatPiece.ACCEPTEE || p.etat() == EtatPiece.RECUE)
                .map(p -> new PieceDuCas(p.type(), p.libelle(), p.etat().libelle()))
                .toList();
    }

    @Override
    public Optional<PersonneConcernee> concerne(UUID dossierId) {
        PersonneVue p = personnes.parId(dossiers.parId(dossierId).personneId());
        return Optional.of(new PersonneConcernee(
                p.id(),
                p.nomComplet(),
                p.dateNaissance() == null ? null : p.dateNaissance().date().orElse(null),
                p.adresse()));
    }

    @Override
    public Optional<DemandeAuJury> demande(UUID dossierId) {
        AideVue aide = demandes.aide(dossierId);
        if (aide.instruction() == null) {
            return Optional.empty();
        }
        PersonneVue personne = personnes.parId(dossiers.parId(dossierId).personneId());
        Instruction i = aide.instruction();
        PlanDeFinancement plan = demandes.plan(aide);
        return Optional.of(new DemandeAuJury(
                regles.nom(aide.nature()),
                Centimes.lire("cout", i.demande().cout()),
                Centimes.lire("montant", plan.demandeAuCcas().euros()),
                demandes.credit(dossierId).enveloppe(),
                quartiers.libelle(personne.quartier()),
                plan.parts().stream().map(SujetMobilite::part).toList(),
                List.of(new DemandeAuJury.Tiers(
                        i.devis().organisme(),
                        i.devis().siret() == null ? null : i.devis().siret().numero(),
                        reseau.toutes().stream()
                                .filter(e -> e.siret() != null
                                        && e.siret().equals(i.devis().siret()))
                                .map(AutoEcole::referent)
                                .toList())),
                Stream.of(aide.instruitePar()).filter(Objects::nonNull).toList()));
    }

    private static DemandeAuJury.Part part(PartDuPlan p) {
        return new DemandeAuJury.Part(
                p.libelle(),
                Centimes.lire("montant", p.montant().euros()),
                p.etat().libelle());
    }
}
