package fr.jalon.web.api;

import fr.jalon.web.securite.Routes;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The library of the description brings addresses of its own, the same in YAML for one. Those that our table does not name are
 * nobody's: they are taken away, and answer 404 as any unknown address.
 */
@Component
class AdressesDeSpringdoc implements SmartInitializingSingleton {

    private static final String BIBLIOTHEQUE = "org.springdoc.";

    private final RequestMappingHandlerMapping adresses;
    private final Routes routes;

    AdressesDeSpringdoc(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping adresses, Routes routes) {
        this.adresses = adresses;
        this.routes = routes;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<RequestMappingInfo> enTrop = adresses.getHandlerMethods().entrySet().stream()
                .filter(e -> deLaBibliotheque(e.getValue()))
                .map(e -> e.getKey())
                .filter(info -> info.getPatternValues().stream()
                        .allMatch(chemin -> routes.methodes(chemin).isEmpty()))
                .toList();
        enTrop.forEach(adresses::unregisterMapping);
    }

    private static boolean deLaBibliotheque(HandlerMethod methode) {
        return methode.getBeanType().getName().startsWith(BIBLIOTHEQUE);
    }
}
