package banc;

import javax.sql.DataSource;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.session.autoconfigure.SessionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Outside fr.jalon, so that no test of Jalon finds it. The peer of the start-up benchmark: Spring Boot's web server and the engine, nothing else. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            FlywayAutoConfiguration.class,
            HibernateJpaAutoConfiguration.class,
            DataJpaRepositoriesAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class,
            SecurityAutoConfiguration.class,
            SessionAutoConfiguration.class
        })
public class MoteurNuApplication {

    public static void main(String[] args) {
        SpringApplication.run(MoteurNuApplication.class, args);
    }

    @Bean
    ProcessEngineFactoryBean moteur(DataSource source, PlatformTransactionManager transactions) {
        SpringProcessEngineConfiguration reglages = new SpringProcessEngineConfiguration();
        reglages.setDataSource(source);
        reglages.setTransactionManager(transactions);
        reglages.setDatabaseType("mysql");
        reglages.setDatabaseSchemaUpdate("true");
        reglages.setJobExecutorActivate(true);
        ProcessEngineFactoryBean fabrique = new ProcessEngineFactoryBean();
        fabrique.setProcessEngineConfiguration(reglages);
        return fabrique;
    }
}
