package fr.jalon.moteur;

import fr.jalon.dispositif.Delegue;
import fr.jalon.dispositif.FaitsDecision;
import fr.jalon.dispositif.SuiteDecision;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;

/** Names of the beans that models may call, read from configuration classes without starting anything. */
public final class BeansDesModeles {

    private static final Set<Class<?>> TYPES = Set.of(Delegue.class, FaitsDecision.class, SuiteDecision.class);

    private BeansDesModeles() {}

    public static Set<String> noms(Class<?>... configurations) {
        return Arrays.stream(configurations)
                .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
                .filter(methode -> methode.isAnnotationPresent(Bean.class))
                .filter(methode -> TYPES.contains(methode.getReturnType()))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
