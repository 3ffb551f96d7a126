package fr.jalon.numerique;

import fr.jalon.accueil.PapiersAccueil;
import fr.jalon.accueil.PapiersAccueil.Papier;
import fr.jalon.accueil.ParametresAccueil;
import fr.jalon.agent.Agent;
import fr.jalon.annuaire.AConfirmer;
import fr.jalon.annuaire.Lieu;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.ValeursCourrier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The sheet that the person takes away: what was proposed, why, and where to go with the opening hours. */
@Service
public class FichesNumeriques {

    private static final int LIEUX = 3;

    private final DiagnosticsNumeriques diagnostics;
    private final LieuxNumeriques lieux;
    private final PapiersAccueil papiers;
    private final ParametresAccueil parametres;

    FichesNumeriques(
            DiagnosticsNumeriques diagnostics,
            LieuxNumeriques lieux,
            PapiersAccueil papiers,
            ParametresAccueil parametres) {
        this.diagnostics = diagnostics;
        this.lieux = lieux;
        this.papiers = papiers;
        this.parametres = parametres;
    }

    /** The sheet of a diagnosis, written the first time that it is asked for; another choice gives one that replaces it. */
    public CourrierVue fiche(UUID diagnosticId, Agent lecteur) {
        DiagnosticVue d = diagnostics.consulter(diagnosticId, "fiche numérique", lecteur);
        List<LieuNumerique> proches = lieux.pour(d, LIEUX);
        ValeursCourrier valeurs = new ValeursCourrier()
                .texte("numerique." + d.retenue().name().toLowerCase(Locale.ROOT), d.numero())
                .texte("visite.conservation", parametres.conservationMois() + " mois")
                .liste(
                        "raisons",
                        d.raisonsRetenues().stream()
                                .map(r -> Map.of("raisons.texte", r.raison()))
                                .toList())
                .liste("lieux", proches.stream().map(FichesNumeriques::rangee).toList());
        return papiers.ecrire(
                new Papier(
                        CodesCourrier.ORIENTATION_NUMERIQUE,
                        d.id(),
                        d.version(),
                        d.numero(),
                        d.antenne(),
                        d.personneId(),
                        d.agent()),
                valeurs,
                lecteur);
    }

    private static Map<String, String> rangee(LieuNumerique l) {
        Lieu lieu = l.lieu();
        Map<String, String> rangee = new LinkedHashMap<>();
        rangee.put("lieux.nom", lieu.nom());
        rangee.put("lieux.adresse", AConfirmer.mots(PapiersAccueil.adresse(lieu), l.aConfirmer()));
        rangee.put("lieux.horaires", AConfirmer.mots(lieu.horaires(), l.aConfirmer()));
        rangee.put("lieux.telephone", AConfirmer.mots(lieu.telephone(), l.aConfirmer()));
        return rangee;
    }
}
