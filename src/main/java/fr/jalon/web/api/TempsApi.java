package fr.jalon.web.api;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.temps.HorairesAntennes;
import fr.jalon.temps.Segment;
import fr.jalon.temps.TempsDesDossiers;
import fr.jalon.web.commun.Appelant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The time of a dossier, segment by segment. */
@RestController
@RequestMapping("/api/v1/dossiers")
@Tag(name = "Dossiers")
class TempsApi {

    private final Dossiers dossiers;
    private final TempsDesDossiers temps;
    private final HorairesAntennes horaires;
    private final Horloge horloge;

    TempsApi(Dossiers dossiers, TempsDesDossiers temps, HorairesAntennes horaires, Horloge horloge) {
        this.dossiers = dossiers;
        this.temps = temps;
        this.horaires = horaires;
        this.horloge = horloge;
    }

    record Vie(Instant ouvertLe, Instant closLe, List<Part> segments) {}

    /**
     * A segment.
     *
     * @param etape element id of the step that blocks the dossier, null between two steps
     * @param responsable SERVICE, PERSONNE, PARTENAIRE, COMMISSION or CAF
     * @param minutesOuvrees minutes of opening of the antenne; those until now while it lasts
     * @param joursCalendaires midnights of Paris that it passed
     */
    record Part(
            String etape,
            String responsable,
            Instant debut,
            Instant fin,
            long minutesOuvrees,
            long joursCalendaires,
            boolean suspendu) {}

    @GetMapping("/{numero}/temps")
    @Operation(summary = "Le temps d'un dossier : qui le tenait, à quelle étape, de quand à quand")
    Vie temps(@PathVariable String numero, @Appelant Agent agent) {
        DossierVue dossier = dossiers.parNumero(numero, agent);
        return new Vie(
                dossier.creeLe().truncatedTo(ChronoUnit.MILLIS),
                dossier.closLe() == null ? null : dossier.closLe().truncatedTo(ChronoUnit.MILLIS),
                temps.segments(dossier.id()).stream()
                        .map(s -> part(dossier.antenne(), s))
                        .toList());
    }

    private Part part(String antenne, Segment s) {
        Instant fin = s.fin() == null ? horloge.maintenant() : s.fin();
        return new Part(
                s.etape(),
                s.porteur().name(),
                s.debut(),
                s.fin(),
                horaires.minutesOuvrees(antenne, s.debut(), fin),
                ChronoUnit.DAYS.between(jour(s.debut()), jour(fin)),
                s.suspendu());
    }

    private static LocalDate jour(Instant instant) {
        return LocalDate.ofInstant(instant, Horloge.PARIS);
    }
}
