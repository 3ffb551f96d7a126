package fr.jalon.essais;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The whole application on a real MariaDB, with a movable clock, the jobs run by hand, and invented agents. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("essai")
@ContextConfiguration(initializers = BaseReelle.class)
@Import(EssaiConfiguration.class)
@ExtendWith({CommeAuDepart.class, JournauxSansPersonne.class})
public @interface JalonIT {}
