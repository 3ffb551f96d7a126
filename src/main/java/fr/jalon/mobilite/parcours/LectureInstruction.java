package fr.jalon.mobilite.parcours;

import fr.jalon.commun.Centimes;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Siret;
import fr.jalon.financement.EtatSource;
import fr.jalon.financement.PlanDeFinancement;
import fr.jalon.financement.SourceDemandee;
import fr.jalon.mobilite.AideDemandee;
import fr.jalon.mobilite.AidePassee;
import fr.jalon.mobilite.AutoEcole;
import fr.jalon.mobilite.FaitsMobilite;
import fr.jalon.mobilite.Instruction;
import fr.jalon.mobilite.ReseauAutoEcoles;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers of {@code instruire-aide} as the aid that they describe; "pas demandé" is no answer. */
final class LectureInstruction {

    /** A school that is not of the network. */
    static final String AUTRE = "AUTRE";

    private static final int FINANCEURS = 2;

    private final Map<String, Object> donnees;
    private final Optional<AutoEcole> ecole;

    LectureInstruction(Map<String, Object> donnees, ReseauAutoEcoles reseau) {
        this.donnees = donnees;
        String choisie = (String) donnees.get("autoEcole");
        this.ecole = choisie == null || AUTRE.equals(choisie) ? Optional.empty() : Optional.of(membre(choisie, reseau));
    }

    private static AutoEcole membre(String id, ReseauAutoEcoles reseau) {
        return reseau.membres().stream()
                .filter(e -> e.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new SaisieInvalide("autoEcole", "Choisissez une auto-école de la liste."));
    }

    Instruction lire(Integer age, List<AidePassee> aides, int rang) {
        return new Instruction(
                new AideDemandee(texte("nature"), nombre("cout"), plan(), faits(age, aides, rang)), devis(), second());
    }

    private Instruction.DevisChoisi devis() {
        BigDecimal heures = nombre("heures");
        LocalDate date = LocalDate.parse(texte("dateDevis"));
        Integer combien = heures == null ? null : heures.intValueExact();
        boolean proche = Boolean.TRUE.equals(ouiNon("devisProche"));
        return ecole.map(e -> new Instruction.DevisChoisi(e.nom(), e.siret(), date, e.id(), combien, proche))
                .orElseGet(() -> new Instruction.DevisChoisi(
                        texte("organisme"), Siret.exiger("siret", texte("siret")), date, null, combien, proche));
    }

    private Instruction.SecondDevis second() {
        BigDecimal cout = nombre("coutSecondDevis");
        return cout == null
                ? null
                : new Instruction.SecondDevis(
                        texte("secondOrganisme"), Centimes.lire("coutSecondDevis", cout), texte("raisonDuChoix"));
    }

    private FaitsMobilite faits(Integer age, List<AidePassee> aides, int rang) {
        return new FaitsMobilite(
                age,
                ouiNon("rsa"),
                ouiNon("contratEngagement"),
                ouiNon("projet"),
                ouiNon("codeObtenu"),
                ouiNon("inscritAvantDecision"),
                solidaire(),
                texte("vehicule"),
                aides,
                rang,
                texte("besoinLe") == null ? null : LocalDate.parse(texte("besoinLe")));
    }

    /** Nobody is asked whether the school is of the network: it was chosen from its members, or not. */
    private Boolean solidaire() {
        return texte("autoEcole") == null ? null : (Boolean) ecole.isPresent();
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
