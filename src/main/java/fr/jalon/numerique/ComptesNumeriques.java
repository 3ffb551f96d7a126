package fr.jalon.numerique;

import fr.jalon.accueil.FiltreReponses;
import fr.jalon.accueil.PremieresReponses;
import fr.jalon.accueil.ReferenceAccueil;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Antennes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Diagnoses counted by what was chosen, for an antenne or a public; same readers and same limits as the first answers. */
@Service
@Transactional(readOnly = true)
public class ComptesNumeriques {

    private final JdbcTemplate jdbc;
    private final ReferenceAccueil reference;
    private final Antennes antennes;

    ComptesNumeriques(JdbcTemplate jdbc, ReferenceAccueil reference, Antennes antennes) {
        this.jdbc = jdbc;
        this.reference = reference;
        this.antennes = antennes;
    }

    /** One row of the counts; the code is empty for what was not said. */
    public record Ligne(String code, String libelle, Map<OrientationNumerique, Long> parOrientation) {

        public Ligne {
            parOrientation = Map.copyOf(parOrientation);
        }

        public long nombre(OrientationNumerique orientation) {
            return parOrientation.getOrDefault(orientation, 0L);
        }

        public long total() {
            return parOrientation.values().stream().mapToLong(Long::longValue).sum();
        }

        private Ligne avec(OrientationNumerique orientation, long nombre) {
            Map<OrientationNumerique, Long> autres = new EnumMap<>(OrientationNumerique.class);
            autres.putAll(parOrientation);
            autres.merge(orientation, nombre, Long::sum);
            return new Ligne(code, libelle, autres);
        }
    }

    public List<Ligne> parAntenne(FiltreReponses filtre, Agent lecteur) {
        Map<String, String> libelles = new LinkedHashMap<>();
        antennes.toutes().forEach(a -> libelles.put(a.code(), a.nom()));
        return compter("antenne", libelles, filtre, lecteur);
    }

    public List<Ligne> parPublic(FiltreReponses filtre, Agent lecteur) {
        Map<String, String> libelles = new LinkedHashMap<>();
        reference.publics().forEach(p -> libelles.put(p.code(), p.libelle()));
        libelles.put("", "Non précisé");
        return compter("public_vise", libelles, filtre, lecteur);
    }

    private List<Ligne> compter(String colonne, Map<String, String> libelles, FiltreReponses f, Agent lecteur) {
        String imposee = PremieresReponses.antenneImposee(lecteur);
        String antenne = imposee == null ? f.antenne() : imposee;
        List<Object> valeurs = new ArrayList<>(List.of(f.du(), f.au()));
        StringBuilder sql = new StringBuilder("select coalesce(" + colonne + ", ''), retenue, count(*)"
                + " from diagnostic_numerique where jour between ? and ?");
        if (antenne != null) {
            sql.append(" and antenne = ?");
            valeurs.add(antenne);
        }
        if (f.publicVise() != null) {
            sql.append(" and public_vise = ?");
            valeurs.add(f.publicVise());
        }
        Map<String, Ligne> lignes = new LinkedHashMap<>();
        libelles.forEach((code, libelle) -> lignes.put(code, new Ligne(code, libelle, Map.of())));
        jdbc.query(
                sql.append(" group by 1, 2").toString(),
                rs -> {
                    String code = rs.getString(1);
                    Ligne avant = lignes.getOrDefault(code, new Ligne(code, code, Map.of()));
                    lignes.put(code, avant.avec(OrientationNumerique.valueOf(rs.getString(2)), rs.getLong(3)));
                },
                valeurs.toArray());
        return lignes.values().stream().filter(l -> l.total() > 0).toList();
    }
}
