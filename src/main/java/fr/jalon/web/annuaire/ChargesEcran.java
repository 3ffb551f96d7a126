package fr.jalon.web.annuaire;

import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.ChargePartenaire;
import fr.jalon.annuaire.OrganismeRef;
import fr.jalon.prescription.AvisPartenaires;
import fr.jalon.prescription.ChargesDesPartenaires;
import fr.jalon.prescription.ChargesDesPartenaires.Charge;
import fr.jalon.web.partenaire.MotsAvis;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Room and referrals of each partner, side by side: who has places followed, or referrals. */
@Component
class ChargesEcran {

    private final ChargesDesPartenaires orientations;
    private final AvisPartenaires avis;
    private final Annuaire annuaire;

    ChargesEcran(ChargesDesPartenaires orientations, AvisPartenaires avis, Annuaire annuaire) {
        this.orientations = orientations;
        this.avis = avis;
        this.annuaire = annuaire;
    }

    /** @param avis null while there are too few answers */
    record Ligne(ChargePartenaire place, Charge orientations, String avis) {

        /** Something was asked of it, or somebody said what it thought. */
        boolean orientee() {
            return avis != null || !orientations.equals(Charge.AUCUNE);
        }
    }

    List<Ligne> lignes(List<ChargePartenaire> places) {
        Map<String, Charge> charges = orientations.toutes();
        Map<String, AvisPartenaires.Moyenne> moyennes = avis.moyennes();
        Stream<ChargePartenaire> sansOffre = annuaire.organismes().stream()
                .filter(o -> charges.containsKey(o.code()))
                .filter(o -> places.stream().noneMatch(p -> p.organisme().code().equals(o.code())))
                .map(ChargesEcran::sansPlace);
        return Stream.concat(
                        places.stream()
                                .filter(p -> p.suivies() > 0
                                        || charges.containsKey(p.organisme().code())),
                        sansOffre)
                .map(p -> new Ligne(
                        p,
                        charges.getOrDefault(p.organisme().code(), Charge.AUCUNE),
                        MotsAvis.enUneLigne(moyennes.get(p.organisme().code()))))
                .sorted(Comparator.comparing(l -> l.place().organisme().nom(), Collator.getInstance(Locale.FRENCH)))
                .toList();
    }

    private static ChargePartenaire sansPlace(OrganismeRef organisme) {
        return new ChargePartenaire(organisme, 0, 0, 0, 0, 0);
    }
}
