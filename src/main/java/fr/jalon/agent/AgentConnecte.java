package fr.jalon.agent;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The account as Spring Security holds it in the session. */
public final class AgentConnecte implements UserDetails {

    private static final long serialVersionUID = 1L;

    private final Agent agent;
    private final transient String motDePasse;
    private final boolean actif;
    private final boolean motDePasseAChanger;

    AgentConnecte(Agent agent, String motDePasse, boolean actif, boolean motDePasseAChanger) {
        this.agent = agent;
        this.motDePasse = motDePasse;
        this.actif = actif;
        this.motDePasseAChanger = motDePasseAChanger;
    }

    public Agent agent() {
        return agent;
    }

    /** Whether the first password must be changed before anything else. */
    public boolean motDePasseAChanger() {
        return motDePasseAChanger;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.copyOf(agent.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList());
    }

    @Override
    public String getPassword() {
        return motDePasse;
    }

    @Override
    public String getUsername() {
        return agent.identifiant();
    }

    @Override
    public boolean isEnabled() {
        return actif;
    }
}
