package fr.jalon.jury;

import fr.jalon.agent.Agent;
import fr.jalon.budget.JournalDuBudget;
import fr.jalon.commun.Conflit;
import fr.jalon.courrier.Courriers;
import fr.jalon.seance.EtatSeance;
import fr.jalon.seance.Point;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Seances;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** What an outsider needs to check a signed session alone, with {@code bin/verifier-preuve.py}: the register, the minutes, the entries of the ledger. */
@Service
@Transactional(readOnly = true)
public class PreuveDeSeance {

    /** One act a line, JSON. */
    static final String REGISTRE = "registre.jsonl";

    /** One digest a line, in hexadecimal, that of the act of the same line. */
    static final String EMPREINTES = "empreintes.txt";

    static final String PROCES_VERBAL = "proces-verbal.pdf";

    /** What the ledger holds of the dossiers of the agenda, one line an account, JSON; as of the day of the proof. */
    static final String BUDGET = "budget.jsonl";

    private final Seances seances;
    private final Places places;
    private final Registre registre;
    private final Courriers courriers;
    private final JournalDuBudget livre;
    private final ObjectMapper json;

    PreuveDeSeance(
            Seances seances,
            Places places,
            Registre registre,
            Courriers courriers,
            JournalDuBudget livre,
            ObjectMapper json) {
        this.seances = seances;
        this.places = places;
        this.registre = registre;
        this.courriers = courriers;
        this.livre = livre;
        this.json = json;
    }

    /**
     * The bundle of a session, a zip.
     *
     * @throws Conflit before the minutes are signed
     */
    public byte[] de(UUID seanceId, Agent agent) {
        SeanceVue seance = places.exiger(seances.lire(seanceId), agent);
        if (seance.etat() != EtatSeance.SIGNEE) {
            throw new Conflit("La preuve d'une séance existe une fois son procès-verbal signé.");
        }
        List<String> numeros =
                seance.points().stream().map(Point::numeroDossier).distinct().toList();
        return zip(
                registre.actes(seanceId),
                courriers.octets(seance.procesVerbal()),
                livre.desDossiers(numeros).stream().map(this::ligne).toList());
    }

    private String ligne(JournalDuBudget.Ecriture e) {
        Map<String, Object> ligne = new LinkedHashMap<>();
        ligne.put("operation", e.operation());
        ligne.put("dossier", e.dossier());
        ligne.put("nature", e.nature().name());
        ligne.put("enveloppe", e.enveloppe());
        ligne.put("compte", e.compte().name());
        ligne.put("centimes", e.centimes());
        ligne.put("valeur", e.valeur().toString());
        return json.writeValueAsString(ligne);
    }

    static byte[] zip(List<Registre.Ligne> actes, byte[] procesVerbal, List<String> budget) {
        try (ByteArrayOutputStream octets = new ByteArrayOutputStream();
                ZipOutputStream zip = new ZipOutputStream(octets)) {
            ajouter(zip, BUDGET, String.join("\n", budget).getBytes(StandardCharsets.UTF_8));
            ajouter(zip, REGISTRE, lignes(actes, Registre.Ligne::contenu));
            ajouter(zip, EMPREINTES, lignes(actes, Registre.Ligne::empreinte));
            ajouter(zip, PROCES_VERBAL, procesVerbal);
            zip.finish();
            return octets.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] lignes(List<Registre.Ligne> actes, Function<Registre.Ligne, String> dit) {
        return actes.stream()
                .map(dit)
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void ajouter(ZipOutputStream zip, String nom, byte[] octets) throws IOException {
        zip.putNextEntry(new ZipEntry(nom));
        zip.write(octets);
        zip.closeEntry();
    }
}
