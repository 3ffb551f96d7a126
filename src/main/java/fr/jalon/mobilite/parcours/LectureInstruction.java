package fr.jalon.mobilite.parcours;

import fr.jalon.commun.Centimes;
import fr.jalon.commun.Siret;
import fr.jalon.financement.EtatSource;
import fr.jalon.financement.PlanDeFinancement;
import fr.jalon.financement.SourceDemandee;
import fr.jalon.mobilite.AideDemandee;
import fr.jalon.mobilite.AidePassee;
import fr.jalon.mobilite.FaitsMobilite;
import fr.jalon.mobilite.Instruction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The answers of {@code instruire-aide} as the aid that they describe; "pas demandé" is no answer. */
final class LectureInstruction {

    private static final int FINANCEURS = 2;

    private final Map<String, Object> donnees;

    LectureInstruction(Map<String, Object> donnees) {
        this.donnees = donnees;
    }

    Instruction lire(Integer age, List<AidePassee> aides, int rang) {
        BigDecimal second = nombre("coutSecondDevis");
        return new Instruction(
                new AideDemandee(texte("nature"), nombre("cout"), plan(), faits(age, aides, rang)),
                texte("organisme"),
                Siret.exiger("siret", texte("siret")),
                LocalDate.parse(texte("dateDevis")),
                second == null ? null : Centimes.lire("coutSecondDevis", second));
    }

    private FaitsMobilite faits(Integer age, List<AidePassee> aides, int rang) {
        return new FaitsMobilite(
                age,
                ouiNon("rsa"),
                ouiNon("contratEngagement"),
                ouiNon("projet"),
                ouiNon("codeObtenu"),
                ouiNon("inscritAvantDecision"),
                ouiNon("autoEcoleSolidaire"),
                texte("vehicule"),
                aides,
                rang);
    }

    private List<SourceDemandee> plan() {
        List<SourceDemandee> sources = new ArrayList<>();
        for (int i = 1; i <= FINANCEURS; i++) {
            if (texte("financeur" + i) != null) {
                String etat = texte("etat" + i);
                sources.add(new SourceDemandee(
                        texte("financeur" + i),
                        nombre("montant" + i),
                        null,
                        null,
                        etat == null ? null : EtatSource.valueOf(etat)));
            }
        }
        if (nombre("partUsager") != null) {
            sources.add(new SourceDemandee(PlanDeFinancement.USAGER, nombre("partUsager"), null, null, null));
        }
        sources.add(SourceDemandee.duReste(PlanDeFinancement.CCAS));
        return sources;
    }

    private String texte(String cle) {
        return (String) donnees.get(cle);
    }

    private Boolean ouiNon(String cle) {
        return switch (String.valueOf(donnees.get(cle))) {
            case "OUI" -> Boolean.TRUE;
            case "NON" -> Boolean.FALSE;
            default -> null;
        };
    }

    private BigDecimal nombre(String cle) {
        Object valeur = donnees.get(cle);
        return valeur == null ? null : new BigDecimal(valeur.toString());
    }
}
