package fr.jalon.demonstration;

import fr.jalon.agent.Comptes;
import fr.jalon.commun.Horloge;
import fr.jalon.dossier.Delais;
import fr.jalon.pilotage.Annotations;
import fr.jalon.pilotage.Archives;
import fr.jalon.pilotage.VieArchivee;
import fr.jalon.temps.Porteur;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** An invented past behind the figures of the managers, poured into an empty base alone. {@code bin/simuler} asks for a longer one. */
@Component
@Profile("demonstration")
class AnneeDemonstration {

    private static final Logger LOG = LoggerFactory.getLogger(AnneeDemonstration.class);
    private static final String AUTEUR = "manager";
    private static final long GRAINE = 2016;

    private final Archives archives;
    private final Annotations annotations;
    private final Delais delais;
    private final Comptes comptes;
    private final Horloge horloge;
    private final int mois;
    private final int dossiers;

    AnneeDemonstration(
            Archives archives,
            Annotations annotations,
            Delais delais,
            Comptes comptes,
            Horloge horloge,
            @Value("${jalon.demonstration.passe.mois:12}") int mois,
            @Value("${jalon.demonstration.passe.dossiers:300}") int dossiers) {
        this.archives = archives;
        this.annotations = annotations;
        this.delais = delais;
        this.comptes = comptes;
        this.horloge = horloge;
        this.mois = mois;
        this.dossiers = dossiers;
    }

    /** Does nothing once there is a dossier or a figure, or when no past is asked for. */
    void jouer() {
        if (dossiers == 0 || !archives.vides()) {
            return;
        }
        long debut = System.nanoTime();
        LocalDate aujourdhui = horloge.aujourdhui();
        LocalDate hier = aujourdhui.minusDays(1);
        EvenementsSimules evenements = new EvenementsSimules(TableauLivre.lire("evenements-simules.csv"), hier);
        List<Map<String, String>> parcours = TableauLivre.lire("parcours-simules.csv");
        List<VieArchivee> vies = new Simulateur(parcours, evenements, this::dates, GRAINE)
                .inventer(aujourdhui.minusMonths(mois), hier, dossiers);
        Map<String, String> libelles = new LinkedHashMap<>();
        parcours.forEach(l -> libelles.put(l.get("etape"), l.get("libelle")));
        archives.verser(vies, libelles, aujourdhui);
        comptes.parIdentifiant(AUTEUR)
                .ifPresent(manager -> evenements
                        .panne(Porteur.CAF)
                        .ifPresent(p -> annotations.ajouter(
                                p.get(0).toString(), p.get(1).toString(), null, "CAF injoignable (inventé)", manager)));
        LOG.info(
                "Démonstration : {} dossiers inventés du passé dans les chiffres, en {} ms",
                vies.size(),
                (System.nanoTime() - debut) / 1_000_000);
    }

    private VieArchivee.Dates dates(String dispositif, LocalDate depot) {
        return delais.dates(dispositif, "DOSSIER", false, depot)
                .map(d -> new VieArchivee.Dates(d.cible(), d.limite()))
                .orElse(new VieArchivee.Dates(null, null));
    }
}
