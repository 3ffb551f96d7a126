package fr.jalon.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.jalon.commun.ErreurChamp;
import java.util.List;

/** A refusal, as RFC 9457 has it, with the faulty fields of an input. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Probleme(String type, String title, int status, String detail, List<ErreurChamp> erreurs) {

    static Probleme de(int status, String title, String detail) {
        return new Probleme("about:blank", title, status, detail, null);
    }
}
