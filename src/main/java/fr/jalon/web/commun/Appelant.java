package fr.jalon.web.commun;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.core.annotation.AuthenticationPrincipal;

/** The account that calls, as an {@link fr.jalon.agent.Agent}. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@AuthenticationPrincipal(expression = "agent()")
@io.swagger.v3.oas.annotations.Parameter(hidden = true)
public @interface Appelant {}
