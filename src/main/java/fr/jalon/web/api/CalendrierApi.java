package fr.jalon.web.api;

import fr.jalon.commun.JoursOuvres;
import fr.jalon.commun.SaisieInvalide;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/calendrier")
@Tag(name = "Calendrier")
class CalendrierApi {

    private static final int JOURS_MAX = 10_000;
    private static final int ANNEE_MIN = 1900;
    private static final int ANNEE_MAX = 2200;

    @GetMapping("/echeance")
    @Operation(summary = "Date atteinte après un nombre de jours ouvrés ; le jour de départ n'est pas compté")
    Map<String, LocalDate> echeance(
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate debut, @RequestParam int joursOuvres) {
        verifier("debut", debut);
        if (joursOuvres < 0 || joursOuvres > JOURS_MAX) {
            throw new SaisieInvalide("joursOuvres", "Indiquez un nombre de 0 à " + JOURS_MAX + ".");
        }
        return Map.of("echeance", JoursOuvres.ajouter(debut, joursOuvres));
    }

    @GetMapping("/jours-ouvres")
    @Operation(summary = "Nombre de jours ouvrés après « du » et jusqu'à « au » compris")
    Map<String, Integer> joursOuvres(
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate du,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate au) {
        verifier("du", du);
        verifier("au", au);
        if (Math.abs(ChronoUnit.DAYS.between(du, au)) > 366L * 100) {
            throw new SaisieInvalide("au", "Choisissez une période de cent ans au plus.");
        }
        return Map.of("nombre", JoursOuvres.entre(du, au));
    }

    private static void verifier(String champ, LocalDate jour) {
        if (jour.getYear() < ANNEE_MIN || jour.getYear() > ANNEE_MAX) {
            throw new SaisieInvalide(champ, "Choisissez une date entre " + ANNEE_MIN + " et " + ANNEE_MAX + ".");
        }
    }
}
