package fr.jalon.jury;

import fr.jalon.commun.Horloge;
import fr.jalon.commun.Textes;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.seance.DemandeAuJury;
import fr.jalon.seance.FicheCas;
import fr.jalon.seance.Fiches;
import fr.jalon.seance.Membre;
import fr.jalon.seance.PersonneConcernee;
import fr.jalon.seance.Point;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.SuiviDesPersonnes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ties that Jalon sees between the members of a session and an item (attentes, N4): organisations, those who answer for them, who
 * follows or followed the person, who instructed or signed. Those by a name, a birth date or an address go to the chair alone.
 */
@Service
@Transactional(readOnly = true)
public class LiensDetectes {

    private static final int SIREN = 9;
    private static final int ADRESSE_SURE = 10;
    private static final Pattern AUTRES = Pattern.compile("[^a-z0-9]+");

    private final Interets interets;
    private final Fiches fiches;
    private final Places places;
    private final Courriers courriers;
    private final ObjectProvider<SuiviDesPersonnes> suivis;

    LiensDetectes(
            Interets interets,
            Fiches fiches,
            Places places,
            Courriers courriers,
            ObjectProvider<SuiviDesPersonnes> suivis) {
        this.interets = interets;
        this.fiches = fiches;
        this.places = places;
        this.courriers = courriers;
        this.suivis = suivis;
    }

    /** What is known of a case, read once for all the members. */
    private record Cas(
            Optional<DemandeAuJury> demande,
            FicheCas fiche,
            Optional<PersonneConcernee> personne,
            List<SuiviDesPersonnes.Suivi> suivis,
            List<String> signataires,
            LocalDate depuis) {}

    /** The ties of an item, the strongest first. */
    public List<Rapprochement> rapprochements(SeanceVue seance, Point point) {
        Optional<PersonneConcernee> personne = fiches.concerne(point);
        Cas cas = new Cas(
                fiches.demande(point),
                fiches.pourLaPresidence(point),
                personne,
                personne.stream()
                        .flatMap(p -> suivis.stream().flatMap(s -> s.de(p.id()).stream()))
                        .toList(),
                courriers.parDossier(point.dossierId()).stream()
                        .map(CourrierVue::signataire)
                        .filter(Objects::nonNull)
                        .toList(),
                seance.jour().minusYears(places.regle(seance).liensAns()));
        return seance.membres().stream()
                .flatMap(m -> Stream.of(parSonCompte(m, cas), parUnOrganisme(m, cas), parLaPersonne(m, cas))
                        .flatMap(List::stream))
                .sorted((a, b) -> a.force().compareTo(b.force()))
                .toList();
    }

    /** Who follows, instructed or signed: one of them is enough, the strongest. */
    private static List<Rapprochement> parSonCompte(Membre m, Cas cas) {
        String compte = m.identifiant();
        if (compte == null) {
            return List.of();
        }
        List<SuiviDesPersonnes.Suivi> siens = cas.suivis().stream()
                .filter(s -> compte.equals(s.identifiant()))
                .toList();
        if (compte.equals(cas.fiche().referent()) || siens.stream().anyMatch(s -> s.fin() == null)) {
            return List.of(lien(m, Rapprochement.Force.FORTE, "suit cette personne", false));
        }
        Optional<LocalDate> fin = siens.stream()
                .map(SuiviDesPersonnes.Suivi::fin)
                .filter(f -> !f.isBefore(cas.depuis()))
                .max(LocalDate::compareTo);
        if (fin.isPresent()) {
            return List.of(lien(
                    m,
                    Rapprochement.Force.MOYENNE,
                    "a suivi cette personne jusqu'au " + Horloge.enMots(fin.get()),
                    false));
        }
        if (cas.demande().filter(d -> d.acteurs().contains(compte)).isPresent()) {
            return List.of(lien(m, Rapprochement.Force.FORTE, "a instruit cette demande", false));
        }
        return cas.signataires().contains(compte)
                ? List.of(lien(m, Rapprochement.Force.FORTE, "a signé un courrier de ce dossier", false))
                : List.of();
    }

    private List<Rapprochement> parUnOrganisme(Membre m, Cas cas) {
        List<Interet> liens = m.identifiant() == null
                ? List.of()
                : interets.de(m.identifiant()).stream()
                        .filter(i -> i.tient() || !fin(i).isBefore(cas.depuis()))
                        .toList();
        List<Rapprochement> vus = new ArrayList<>();
        for (DemandeAuJury.Tiers tiers : cas.demande().map(DemandeAuJury::tiers).orElse(List.of())) {
            if (tiers.personnes().stream().anyMatch(p -> meme(p, m.nom()))) {
                vus.add(lien(
                        m,
                        Rapprochement.Force.FORTE,
                        "répond auprès du CCAS pour « " + tiers.nom() + " », que ce dossier paierait",
                        false));
            }
            liens.stream()
                    .flatMap(i -> organisme(m, i, tiers).stream())
                    .findFirst()
                    .ifPresent(vus::add);
        }
        return vus;
    }

    private static LocalDate fin(Interet i) {
        return LocalDate.ofInstant(i.finLe(), Horloge.PARIS);
    }

    private static Optional<Rapprochement> organisme(Membre m, Interet i, DemandeAuJury.Tiers tiers) {
        Rapprochement.Force sure = i.tient() ? Rapprochement.Force.FORTE : Rapprochement.Force.MOYENNE;
        String raison = (i.tient()
                        ? "a déclaré un lien avec « "
                        : "a déclaré, jusqu'au " + Horloge.enMots(fin(i)) + ", un lien avec « ")
                + i.organisme() + " », que ce dossier paierait";
        if (i.siret() != null && tiers.siret() != null) {
            if (i.siret().equals(tiers.siret())) {
                return Optional.of(lien(m, sure, raison, false));
            }
            if (i.siret().substring(0, SIREN).equals(tiers.siret().substring(0, SIREN))) {
                return Optional.of(lien(m, sure, raison + " (un autre établissement de la même entreprise)", false));
            }
        }
        return tiers.nom() != null && meme(tiers.nom(), i.organisme())
                ? Optional.of(lien(m, Rapprochement.Force.MOYENNE, raison, false))
                : Optional.empty();
    }

    /** For the chair alone: said to the member, it would say whose case it is. */
    private List<Rapprochement> parLaPersonne(Membre m, Cas cas) {
        String nom =
                cas.personne().map(PersonneConcernee::nom).orElse(cas.fiche().personne());
        if (nom == null) {
            return List.of();
        }
        Optional<Interets.Identite> identite =
                m.identifiant() == null ? Optional.empty() : interets.identite(m.identifiant());
        List<Rapprochement> vus = new ArrayList<>();
        boolean nee = identite.map(Interets.Identite::naissance)
                .filter(n -> n.equals(
                        cas.personne().map(PersonneConcernee::naissance).orElse(null)))
                .isPresent();
        if (dernierMot(m.nom()).equals(dernierMot(nom))) {
            vus.add(
                    nee
                            ? lien(
                                    m,
                                    Rapprochement.Force.FORTE,
                                    "porte le nom de famille de la personne et est né le même jour",
                                    true)
                            : lien(
                                    m,
                                    Rapprochement.Force.FAIBLE,
                                    "porte le même nom de famille que la personne",
                                    true));
        }
        String sienne = adresse(cas.personne().map(PersonneConcernee::adresse).orElse(null));
        boolean ensemble = Stream.of(
                        adresse(m.adresse()),
                        adresse(identite.map(Interets.Identite::adresse).orElse(null)))
                .anyMatch(a -> a.length() > ADRESSE_SURE
                        && sienne.length() > ADRESSE_SURE
                        && (a.startsWith(sienne) || sienne.startsWith(a)));
        if (ensemble) {
            vus.add(lien(m, Rapprochement.Force.MOYENNE, "habite à l'adresse de la personne", true));
        }
        return vus;
    }

    /** Letters and figures alone: line ends and commas are typed as one likes. */
    private static String adresse(String lignes) {
        return AUTRES.matcher(Textes.recherche(lignes)).replaceAll("");
    }

    private static boolean meme(String un, String autre) {
        return Textes.recherche(un).equals(Textes.recherche(autre));
    }

    private static Rapprochement lien(Membre m, Rapprochement.Force force, String raison, boolean presidence) {
        return new Rapprochement(m.id(), m.nom(), force, raison, presidence);
    }

    /** First names are left aside by comparing the last word alone. */
    private static String dernierMot(String nom) {
        String cle = Textes.recherche(nom);
        return cle.substring(cle.lastIndexOf(' ') + 1);
    }
}
