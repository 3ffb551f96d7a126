package fr.jalon.web.securite;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions of an account, on every node: a changed password ends those that were opened with the former one. */
@Component
public class SessionsDuCompte {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    SessionsDuCompte(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** @param saufCelleCi id of the session that goes on; null when all end */
    public int finir(String identifiant, String saufCelleCi) {
        var autres = sessions.findByPrincipalName(identifiant).keySet().stream()
                .filter(id -> !id.equals(saufCelleCi))
                .toList();
        autres.forEach(sessions::deleteById);
        return autres.size();
    }
}
