package fr.jalon.formation.parcours;

import fr.jalon.commun.Centimes;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Montant;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatPiece;
import fr.jalon.dossier.Pieces;
import fr.jalon.financement.PlanDeFinancement;
import fr.jalon.formation.AvisTechnique;
import fr.jalon.formation.DemandeFormation;
import fr.jalon.formation.DemandesFormation;
import fr.jalon.formation.FormationVisee;
import fr.jalon.formation.FormationVue;
import fr.jalon.formation.OrganismeFormation;
import fr.jalon.formation.PropositionFormation;
import fr.jalon.formation.ReglesFormation;
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

/** The question of a training to the CAI: what its members read. */
@Component
class SujetFormation implements SujetDeSeance {

    private final DemandesFormation demandes;
    private final ReglesFormation regles;
    private final Dossiers dossiers;
    private final Personnes personnes;
    private final Pieces pieces;
    private final Quartiers quartiers;

    SujetFormation(
            DemandesFormation demandes,
            ReglesFormation regles,
            Dossiers dossiers,
            Personnes personnes,
            Pieces pieces,
            Quartiers quartiers) {
        this.demandes = demandes;
        this.regles = regles;
        this.dossiers = dossiers;
        this.personnes = personnes;
        this.pieces = pieces;
        this.quartiers = quartiers;
    }

    @Override
    public String question() {
        return ParcoursFormation.QUESTION;
    }

    @Override
    public FicheCas fiche(UUID dossierId) {
        FormationVue vue = demandes.formation(dossierId);
        return new FicheCas(
                "Un financement de " + new Montant(vue.proposition().demandeAuCcas()).enFrancais()
                        + " est demandé pour une formation",
                personnes.parId(dossiers.parId(dossierId).personneId()).nomComplet(),
                vue.monteePar(),
                faits(vue));
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
        FormationVue vue = demandes.formation(dossierId);
        PlanDeFinancement plan = regles.plan(vue.demande());
        OrganismeFormation organisme = vue.demande().organisme();
        return Optional.of(new DemandeAuJury(
                vue.demande().formation().intitule(),
                Centimes.lire("cout", plan.cout().euros()),
                Centimes.lire("montant", plan.demandeAuCcas().euros()),
                demandes.enveloppeDuJour().orElse(null),
                quartiers.libelle(
                        personnes.parId(dossiers.parId(dossierId).personneId()).quartier()),
                plan.parts().stream()
                        .map(p -> new DemandeAuJury.Part(
                                p.libelle(),
                                Centimes.lire("montant", p.montant().euros()),
                                p.etat().libelle()))
                        .toList(),
                List.of(new DemandeAuJury.Tiers(
                        organisme.nom(),
                        organisme.siret() == null ? null : organisme.siret().numero(),
                        List.of())),
                Stream.of(
                                vue.monteePar(),
                                vue.avis() == null ? null : vue.avis().auteur())
                        .filter(Objects::nonNull)
                        .toList()));
    }

    private List<FicheCas.Fait> faits(FormationVue vue) {
        DemandeFormation d = vue.demande();
        FormationVisee f = d.formation();
        List<FicheCas.Fait> faits = new ArrayList<>();
        faits.add(new FicheCas.Fait("Levier du pacte", regles.nom("LEVIER", d.levier())));
        faits.add(new FicheCas.Fait("Projet", d.projet()));
        faits.add(new FicheCas.Fait(
                "Formation",
                f.intitule() + ", " + f.heures() + " heures, du " + Horloge.enMots(f.debut()) + " au "
                        + Horloge.enMots(f.fin()) + ", " + f.lieu()));
        faits.add(new FicheCas.Fait("Organisme", d.organisme().nom()));
        for (PropositionFormation.Etape e : vue.proposition().lignes()) {
            faits.add(new FicheCas.Fait(e.libelle(), new Montant(e.montant()).enFrancais()));
        }
        faits.add(new FicheCas.Fait("Pourquoi les autres financements ne suffisent pas", d.droitCommun()));
        for (PropositionFormation.Motif m : vue.proposition().motifs()) {
            faits.add(new FicheCas.Fait("Condition non remplie", m.texte()));
        }
        AvisTechnique avis = vue.avis();
        if (avis != null) {
            faits.add(new FicheCas.Fait(
                    "Avis technique", avis.sens().libelle() + (avis.motif() == null ? "" : " : " + avis.motif())));
        }
        return faits;
    }
}
