package fr.jalon.demonstration;

import fr.jalon.commun.Horloge;
import fr.jalon.commun.JoursOuvres;
import fr.jalon.pilotage.VieArchivee;
import fr.jalon.temps.Porteur;
import fr.jalon.temps.Segment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Invents the past of a house: dossiers that walk the steps of {@code parcours-simules.csv}; the same seed invents the same past. */
final class Simulateur {

    private static final int PASSAGES_AU_PLUS = 30;
    private static final double AU_MOINS = 0.25;
    private static final int OUVERTURE = 9;
    private static final int MINUTES_OUVERTES = 8 * 60;

    private final Map<String, Map<String, Etape>> parcours = new LinkedHashMap<>();
    private final EvenementsSimules evenements;
    private final BiFunction<String, LocalDate, VieArchivee.Dates> delais;
    private final Random hasard;

    /** @param delais target and legal date of a dispositif from a day */
    Simulateur(
            List<Map<String, String>> parcours,
            EvenementsSimules evenements,
            BiFunction<String, LocalDate, VieArchivee.Dates> delais,
            long graine) {
        parcours.stream()
                .map(Simulateur::etape)
                .forEach(e -> this.parcours
                        .computeIfAbsent(e.dispositif(), d -> new LinkedHashMap<>())
                        .put(e.etape(), e));
        this.evenements = evenements;
        this.delais = delais;
        this.hasard = new Random(graine);
    }

    /** A step, how long it takes and what follows. */
    private record Etape(
            String dispositif,
            String etape,
            Porteur porteur,
            boolean suspendu,
            double jours,
            Map<String, Double> suites) {}

    private static Etape etape(Map<String, String> ligne) {
        Map<String, Double> suites = new LinkedHashMap<>();
        for (String suite : ligne.get("suites").split(" ")) {
            suites.put(suite.split(":")[0], Double.parseDouble(suite.split(":")[1]));
        }
        return new Etape(
                ligne.get("dispositif"),
                ligne.get("etape"),
                Porteur.valueOf(ligne.get("porteur")),
                ligne.get("suspendu").equals("oui"),
                Double.parseDouble(ligne.get("jours")),
                suites);
    }

    /** Lives opened in a period; those that would end after its last day still run. */
    List<VieArchivee> inventer(LocalDate du, LocalDate au, int nombre) {
        TreeMap<Double, LocalDate> jours = new TreeMap<>();
        double poids = 0;
        for (LocalDate jour = du; !jour.isAfter(au); jour = jour.plusDays(1)) {
            if (JoursOuvres.estOuvre(jour)) {
                jours.put(poids, jour);
                poids += evenements.arrivees(jour);
            }
        }
        List<Instant> arrivees = new ArrayList<>();
        for (int i = 0; i < nombre; i++) {
            arrivees.add(instant(jours.floorEntry(hasard.nextDouble() * poids).getValue()));
        }
        arrivees.sort(null);
        Map<String, Integer> numeros = new LinkedHashMap<>();
        return arrivees.stream()
                .map(a -> {
                    int annee = LocalDate.ofInstant(a, Horloge.PARIS).getYear();
                    int rang = numeros.merge("" + annee, 1, Integer::sum);
                    return vie("ARC-%d-%06d".formatted(annee, rang), a, au);
                })
                .toList();
    }

    private VieArchivee vie(String numero, Instant ouvert, LocalDate au) {
        String dispositif = tirer(evenements.parts("PART"));
        String antenne = tirer(evenements.parts("ANTENNE"));
        LocalDate depot = LocalDate.ofInstant(ouvert, Horloge.PARIS);
        VieArchivee.Dates dates = delais.apply(dispositif, depot);
        List<Segment> segments = new ArrayList<>();
        Map<String, Etape> etapes = parcours.get(dispositif);
        String ou = etapes.keySet().iterator().next();
        Instant quand = ouvert;
        while (etapes.containsKey(ou) && segments.size() < PASSAGES_AU_PLUS) {
            Etape etape = etapes.get(ou);
            Instant fin = fin(etape, antenne, quand);
            if (LocalDate.ofInstant(fin, Horloge.PARIS).isAfter(au)) {
                segments.add(new Segment(etape.etape(), etape.porteur(), etape.suspendu(), quand, null));
                return new VieArchivee(numero, dispositif, antenne, dates, null, segments);
            }
            segments.add(new Segment(etape.etape(), etape.porteur(), etape.suspendu(), quand, fin));
            dates = etape.suspendu() ? repousser(dates, quand, fin) : dates;
            quand = fin;
            ou = tirer(etape.suites());
        }
        String issue = etapes.containsKey(ou) ? "CLASSE_SANS_SUITE" : ou;
        return new VieArchivee(numero, dispositif, antenne, dates, issue, segments);
    }

    private Instant fin(Etape etape, String antenne, Instant debut) {
        LocalDate jour = LocalDate.ofInstant(debut, Horloge.PARIS);
        double moyenne = etape.jours() * evenements.lenteur(etape.porteur(), antenne, jour);
        double tire = moyenne * (AU_MOINS - (1 - AU_MOINS) * Math.log(1 - hasard.nextDouble()));
        LocalDate fin = JoursOuvres.ajouter(jour, (int) Math.round(tire));
        LocalDate ouverte = evenements
                .finDePanne(etape.porteur(), fin)
                .map(p -> JoursOuvres.ajouter(p, 1 + hasard.nextInt(5)))
                .orElse(fin);
        Instant tiree = instant(ouverte);
        return tiree.isAfter(debut) ? tiree : debut.plusSeconds(60L * (1 + hasard.nextInt(20)));
    }

    /** The target moves by the working days that somebody else took; the legal date does not. */
    private static VieArchivee.Dates repousser(VieArchivee.Dates dates, Instant du, Instant au) {
        int ouvres = JoursOuvres.entre(LocalDate.ofInstant(du, Horloge.PARIS), LocalDate.ofInstant(au, Horloge.PARIS));
        return dates.cible() == null
                ? dates
                : new VieArchivee.Dates(JoursOuvres.ajouter(dates.cible(), Math.max(0, ouvres)), dates.limite());
    }

    private Instant instant(LocalDate jour) {
        LocalDateTime heure = jour.atTime(OUVERTURE, 0).plusMinutes(hasard.nextInt(MINUTES_OUVERTES));
        return Horloge.instantAParis(heure);
    }

    private String tirer(Map<String, Double> parts) {
        double total = parts.values().stream().collect(Collectors.summingDouble(Double::doubleValue));
        double tire = hasard.nextDouble() * total;
        String dernier = null;
        for (Map.Entry<String, Double> p : parts.entrySet()) {
            dernier = p.getKey();
            tire -= p.getValue();
            if (tire < 0) {
                return dernier;
            }
        }
        return dernier;
    }
}
