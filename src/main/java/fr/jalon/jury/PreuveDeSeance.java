package fr.jalon.jury;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.courrier.Courriers;
import fr.jalon.seance.EtatSeance;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Seances;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an outsider needs to check a signed session alone, with {@code bin/verifier-preuve.py}: the register and the minutes. */
@Service
@Transactional(readOnly = true)
public class PreuveDeSeance {

    /** One act a line, JSON. */
    static final String REGISTRE = "registre.jsonl";

    /** One digest a line, in hexadecimal, that of the act of the same line. */
    static final String EMPREINTES = "empreintes.txt";

    static final String PROCES_VERBAL = "proces-verbal.pdf";

    private final Seances seances;
    private final Places places;
    private final Registre registre;
    private final Courriers courriers;

    PreuveDeSeance(Seances seances, Places places, Registre registre, Courriers courriers) {
        this.seances = seances;
        this.places = places;
        this.registre = registre;
        this.courriers = courriers;
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
        return zip(registre.actes(seanceId), courriers.octets(seance.procesVerbal()));
    }

    static byte[] zip(List<Registre.Ligne> actes, byte[] procesVerbal) {
        try (ByteArrayOutputStream octets = new ByteArrayOutputStream();
                ZipOutputStream zip = new ZipOutputStream(octets)) {
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
