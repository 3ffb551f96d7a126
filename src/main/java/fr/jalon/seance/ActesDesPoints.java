package fr.jalon.seance;

import java.util.List;
import java.util.Map;

/** What an instance that votes by ballot adds to the minutes. */
public interface ActesDesPoints {

    /** The keys {@code points.vote}, {@code points.montant} and {@code points.rapprochements} of an item. */
    Map<String, String> rangee(SeanceVue seance, Point point);

    /** Rows {@code remarques} ({@code remarques.membre}, {@code remarques.texte}) of the minutes. */
    List<Map<String, String>> remarques(SeanceVue seance);

    /** Digest of the register of the session, printed in the minutes; null when it holds nothing. */
    String empreinte(SeanceVue seance);
}
